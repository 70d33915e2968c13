"""A wish to give an earlier answer again ("change phone", "edit 2", "исправить адрес"), and which one."""

import re
from collections.abc import Callable, Mapping, Sequence

from states.reading.lexicon import any_of
from states.reading.words import phrase_book, plain, without_courtesies

_VERBS = phrase_book(
    """
    change|edit|correct|fix|update|modify|amend|redo|replace|revise|alter|wrong|incorrect|mistake|typo|error|back
    cambiar|cambia|cambie|corregir|corrige|corrija|editar|edita|modificar|modifica|actualizar|error en
    ändern|ändere|korrigieren|korrigiere|bearbeiten|berichtigen|verbessern|aktualisieren|fehler
    changer|change|changez|modifier|modifie|modifiez|corriger|corrige|corrigez|rectifier|éditer|erreur
    mudar|muda|mude|alterar|altera|altere|corrija|edite|trocar|troca|atualizar|erro
    cambiare|modificare|correggere|correggi|aggiornare|errore|sbagliato|sbagliata
    zmień|zmienić|zmiana|popraw|poprawić|edytuj|edytować|zaktualizować|błąd
    değiştir|değiştirmek|düzelt|düzeltmek|düzenle|düzenlemek|güncelle|güncellemek|yanlış
    изменить|измени|измените|поменять|поменяй|поменяйте|сменить|исправить|исправь|исправьте|редактировать|поправить
    обновить|ошибка|неверный|неверно|неправильный
    змінити|зміни|змініть|поміняти|виправити|виправ|виправте|редагувати|оновити|помилка|невірний
    wijzig|wijzigen|verander|veranderen|ändra|rätta|změnit|změň|opravit|oprav|modifică|modifica|schimbă|schimba|corectează
    """,
)
_AROUND = phrase_book(
    """
    i|id|ill|like|to|go|want|need|wanna|would|can|could|may|we|you|please|let|me|lets|my|the|a|an|in|is|of|for|made|have|with
    there|was|answer|answers|question|step|number|no|nr|point|item|field|it|again|previous|wish|made|at|on|and|that
    quiero|quisiera|puedo|necesito|deseo|me|gustaría|mi|el|la|los|las|de|del|en|respuesta|pregunta|paso|número|por|favor|es|está
    ich|möchte|will|kann|würde|gern|gerne|mein|meine|meinen|meiner|die|der|das|den|antwort|frage|schritt|nummer|bitte|in|bei|ist
    je|veux|voudrais|peux|puis|dois|mon|ma|mes|le|les|l|réponse|question|étape|numéro|est|dans|il|faut
    eu|quero|queria|gostaria|posso|preciso|o|os|as|meu|minha|meus|minhas|resposta|pergunta|passo|número|do|da|no|na
    voglio|vorrei|posso|devo|il|lo|gli|mio|mia|miei|risposta|domanda|passo|numero|nel|nella|mi
    chcę|chciałbym|chciałabym|mogę|muszę|mój|moja|moje|odpowiedź|pytanie|krok|numer|proszę|w|nr
    istiyorum|isterim|lütfen|cevap|cevabı|soru|adım|benim|bir|var
    я|хочу|хотел|хотела|бы|можно|могу|нужно|надо|мой|мою|моё|мои|моего|ответ|ответа|вопрос|шаг|пункт|номер|в|на|пожалуйста
    хотів|хотіла|би|можна|можу|треба|потрібно|мій|моє|моя|мої|відповідь|питання|крок|будь|ласка|у
    ik|wil|graag|mijn|het|jag|vill|kan|min|mitt|chci|můj|vreau|să|meu|mea
    """,
)
_TO_WHAT = re.compile(r"^(.*?\S)(?:\s*:|\s+(?:to|auf|zu|naar|till|into|=|->)\s)", re.IGNORECASE | re.DOTALL)
_VERB_ANYWHERE = re.compile(any_of(_VERBS))
_ORDINAL = re.compile(r"#?(\d{1,2})(?:st|nd|rd|th|\.|-?[йяеао])?")
_LONGEST = 120
_LONGEST_ENDING = 3


def find_correction(
    text: str, labels: Mapping[str, Sequence[str]], numbered: Callable[[], Sequence[str]]
) -> str | None:
    """The key of the question that the message asks to answer again, or None if it asks nothing of the kind.

    `labels` are the names people give to each question, in all languages; `numbered` tells the keys in the order in
    which people see them numbered. Every word of the message must belong to such a wish, so that an address in Change
    Alley or an Exchange Bank is no wish; the new answer may follow after "to" or a colon.
    """
    if len(text) > _LONGEST or not _may_wish(text):
        return None
    before = _TO_WHAT.match(text)
    wishes = (text, before[1]) if before else (text,)
    return next((key for wish in wishes if (key := _wished(wish, labels, numbered))), None)


def _may_wish(text: str) -> bool:
    """Whether a verb stands anywhere in the text: most answers hold none, and need no closer look."""
    return _VERB_ANYWHERE.search(plain(text)) is not None


def _wished(text: str, labels: Mapping[str, Sequence[str]], numbered: Callable[[], Sequence[str]]) -> str | None:
    for asked in _targets(without_courtesies(text)):
        if number := _ORDINAL.fullmatch(asked):
            position, order = int(number[1]), numbered()
            return order[position - 1] if 1 <= position <= len(order) else None
        if named := _named(asked, labels):
            return named
    return None


def _targets(text: str) -> list[str]:
    """What may be to be changed: the words beside the verb without the small ones before them ("change my user id"),
    then without those behind them too ("change the phone please"), because a name may end in one.
    """
    words = plain(text).split()
    rest = [word for word in words if word not in _VERBS]
    if len(rest) == len(words) or not rest:
        return []
    while rest[0] in _AROUND and len(rest) > 1:
        rest = rest[1:]
    whole = " ".join(rest)
    while rest[-1] in _AROUND and len(rest) > 1:
        rest = rest[:-1]
    return list(dict.fromkeys((whole, " ".join(rest))))


def _named(asked: str, labels: Mapping[str, Sequence[str]]) -> str | None:
    names = [(plain(name), key) for key, spellings in labels.items() for name in spellings]
    exact = next((key for name, key in names if name == asked), None)
    return exact or next((key for name, key in names if _is_inflected(asked, name)), None)


def _is_inflected(asked: str, name: str) -> bool:
    """Whether the words are the name with other endings: "telefonu" for "telefon", "дату" for "дата"."""
    spoken, words = asked.split(), name.split()
    return len(spoken) == len(words) and all(map(_differ_in_ending, spoken, words))


def _differ_in_ending(one: str, other: str) -> bool:
    if one == other:
        return True
    stem = max(3, min(len(one), len(other)) - 1)
    return one[:stem] == other[:stem] and max(len(one), len(other)) - stem <= _LONGEST_ENDING
