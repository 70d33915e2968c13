"""Whether a person can get calls and messages on the number now, told in words."""

import re
from datetime import datetime

from states.reading.words import NO, YES, phrase_book, plain, says_no, says_unknown, says_yes, without_courtesies
from states.verdicts import Option, Unsure


def _pattern(*alternatives: str) -> re.Pattern[str]:
    """Words in the form of `plain`, each from its beginning; an ending may follow where the pattern says so."""
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(alternatives)})(?![^\W_])")


_NEVER_LOST = _pattern(
    r"(?:never|not|didnt|havent|did not|have not|wasnt|isnt|not been)"
    r" (?:lost|lose|changed?|stolen|blocked|broken|disconnected)",
    r"no problems?(?: at all)?|no issues?|not a problem|nothing (?:has )?changed"
    r"|no doubt|no worries|why not|without (?:any )?problems?",
    r"no (?:la? |lo )?(?:he |ha |hay )?(?:perdi|perdido|cambiado|cambie)|sin problemas?"
    r"|nicht (?:verloren|geandert|gewechselt)",
    r"kein problem|keine probleme|ohne probleme|pas (?:perdu|change)|pas de (?:probleme|souci)s?"
    r"|aucun (?:probleme|souci)|sans probleme",
    r"nao (?:perdi|mudei|troquei)|sem problemas?|non (?:ho|lo ho|l ho|lho) (?:perso|cambiato)"
    r"|nessun problema|senza problemi",
    r"nie (?:zgubil\w*|zmienil\w*|stracil\w*)|(?:nie ma|bez) problem\w*|kaybetmedim"
    r"|degistirmedim|sorun (?:yok|degil)|sorunsuz",
    r"не (?:терял\w?|потерял\w?|менял\w?|сменил\w?|изменил\w*)|нет проблем|без проблем"
    r"|не вопрос|не (?:губил\w?|втрачал\w?|втратил\w?)",
    r"не (?:мінял\w?|міняв|змінював\w*|змінил\w*|губив|втрачав)|немає проблем|нема проблем",
)
"""Words that sound like a no and mean a yes."""
_PARTLY = _pattern(
    r"sometimes|partial\w*|partly|occasionally|intermittent\w*|depends|limited|half"
    r"|yes and no|kind of|sort of|from time to time",
    r"(?:only|just) (?:(?:for|on|by|with|via|get|receive|have|has|incoming|outgoing|can get|the) )*"
    r"(?:calls?|sms|texts?|wi ?fi|whatsapp)",
    r"(?:only|just) (?:(?:for|on|by|with|via|incoming|text) )*(?:messages|telegram|viber|internet|data|e?mail)",
    r"(?:calls?|sms|texts?|messages|whatsapp|wi ?fi) only|no (?:sms|texts?|calls)"
    r"|(?:sms|calls|texts) (?:dont|do not|doesnt) (?:work|come|arrive)",
    r"(?:but|and) (?:not|no|cant get|cannot get|dont get|cant receive|dont receive)"
    r" (?:any )?(?:sms|calls?|texts?|messages)",
    r"a veces|en parte|parcialmente|depende|solo (?:llamadas|sms|wifi|whatsapp|mensajes)|si y no|de vez en cuando",
    r"manchmal|teilweise|gelegentlich|nur (?:anrufe|sms|wlan|whatsapp|nachrichten|telefonieren)"
    r"|jein|ab und zu|kommt darauf an|bedingt",
    r"parfois|partiellement|de temps en temps|ca depend"
    r"|(?:seulement|uniquement|que|juste) (?:les |des |par )?(?:appels?|sms|wifi|messages)",
    r"as vezes|parcial|(?:so|apenas|somente) (?:chamadas|sms|wifi|ligacoes|mensagens|whatsapp)"
    r"|em parte|sim e nao|de vez em quando",
    r"a volte|ogni tanto|parzialmente|(?:solo|soltanto) (?:chiamate|sms|wifi|messaggi)"
    r"|dipende|in parte|qualche volta",
    r"czasami|czasem|czesciowo|tylko (?:polaczenia|rozmowy|sms\w*|wifi|wiadomosci)|zalezy|i tak i nie",
    r"bazen|kismen|sadece (?:arama|sms|wifi|mesaj)\w*|ara sira|duruma gore",
    r"иногда|частично|только (?:звонки|смс|sms|входящие|вай ?фаи|wi ?fi|интернет|ватсап|вотсап|сообщения)"
    r"|когда как|и да и нет|временами",
    r"інколи|іноді|частково|(?:тільки|лише) (?:дзвінки|смс|sms|вхідні|вай ?фаи|wi ?fi|інтернет|повідомлення)"
    r"|коли як|і так і ні|часом",
    r"soms|gedeeltelijk|alleen (?:bellen|sms|wifi)|ibland|delvis|bara (?:samtal|sms|wifi)"
    r"|nekdy|castecne|jen (?:hovory|sms|wifi)|uneori|partial",
)
_LOST = _pattern(
    r"lost|lose|loosed?|stole|stolen|theft|robbed|broke|broken|dead|died|gone|missing"
    r"|disconnected|deactivated|disabled|inactive|suspended",
    r"cancell?ed|closed|terminated|expired|blocked|locked|smashed|damaged|drowned"
    r"|dropped|thrown|threw|sold|gave (?:it )?away|given up|gave up",
    r"new (?:number|sim|one)|another number|different number|(?:number|sim|it) (?:has |was |is |got |been )*changed"
    r"|used to|former|formerly",
    r"changed (?:my |the )?(?:(?:phone|mobile|cell) )?(?:numbers?|sims?|carrier|operator)"
    r"|(?:some|any)(?:one|body) elses?|another person|old number",
    r"(?:my )?(?:ex|ex wife|ex husband) (?:has|have|got|took)|out of (?:service|use|order)"
    r"|switched off for good|other (?:person|people|owner)",
    r"perd[ií]\w*|perdid[oa]|rob(?:o|aron|ado|ada|ad[oa]s|aram|ou)|bloque\w+|cambi(?:e|o|ado|ada|ato|ata)"
    r"|cancel\w+|desactivad[oa]|estropead[oa]|rot[oa]",
    r"verloren\w*|gestohlen\w*|geklaut\w*|gesperrt\w*|gekundigt\w*|kaputt|defekt"
    r"|abgelaufen|abgeschaltet|deaktiviert|neue nummer|gewechselt|weg",
    r"futsch|abgemeldet|perdue?s?|vol[ee]e?s?|bloquee?s?|casse\w*|resilie\w*|desactive\w*"
    r"|change de|nouveau numero|coupee?|hors service|nouvelle puce",
    r"roubad[oa]s?|roubaram|furtad[oa]|furtaram|trocado|mudei|troquei|numero novo"
    r"|novo numero|desativado|quebrado|quebrou|estragou|expirou",
    r"pers[oa]|smarrit[oa]|rubat[oa]|bloccat[oa]|disattivat[oa]|rott[oa]|nuovo numero"
    r"|scadut[oa]|annullat[oa]|nuovo operatore",
    r"zgub\w+|ukrad\w+|skradz\w+|strac\w+|zablokowan\w+|nieaktywn\w+|zmienil\w*"
    r"|zepsu\w+|nowy numer|uszkodzon\w+|wylaczon\w+|wygas\w+",
    r"kayb\w+|kaybol\w+|calin\w+|caldir\w+|bozu\w+|bozul\w+|iptal\w*|kapat\w+|kapan\w+"
    r"|degis\w+|yeni numara\w*|kirild\w+|bloke\w*|kapali",
    r"потер\w+|утер\w+|утрач\w+|украл\w*|украден\w*|укради\w*|спизд\w+|спер\w+|заблок\w+"
    r"|сломал\w*|сломан\w*|сменил\w*|поменял\w*|изменил\w*",
    r"отключ\w+|деактив\w+|неактив\w+|разбил\w*|разбит\w*|утонул\w*|продал\w*|новыи номер"
    r"|другои номер|старыи номер|утопил\w*|недоступ\w+|закрыт\w*",
    r"просроч\w+|аннулир\w+|чужои|недеист\w+|втра[тч]\w+|загуб\w+|згуби\w+|вкра\w+"
    r"|украд\w*|зламан\w*|зламав\w*|поламан\w*|розбит\w*|розбив\w*|змінив",
    r"змінил\w*|змінен\w*|поміняв|помінял\w*|відключ\w+|вимкн\w+|новии номер|інший номер"
    r"|інши[ии] номер|старии номер|продав|продала|чужии|закрит\w*",
    r"kwijt\w*|verloren|gestolen|kapot|geblokkeerd|opgezegd|nieuw nummer|forlorat"
    r"|tappat|stulen|bytt|stjalet|mistet|ztrati\w+|ukrad\w*|zablokovan\w*",
    r"zmeni\w+|pierdut\w*|furat\w*|blocat\w*|schimbat\w*|elveszt\w*|ellopt\w*",
)
_NOT = _pattern(
    r"no|not|none|nope|nah|never|dont|doesnt|didnt|cant|cannot|couldnt|wont|isnt"
    r"|havent|hasnt|arent|aint|no longer|without|unable|neither|nor",
    r"anymore|dnt|doesn|unreachable|unavailable|inaccessible|ya no|tampoco|sin|nunca"
    r"|jamas|nicht|kein\w{0,2}|nein|nie|niemals|ohne|nix|net",
    r"nai|nest|pas|plus|non|jamais|aucune?|sans|nao|sem|nenhum\w?|non|senza|nessun\w?"
    r"|mai|piu|nie|bez|brak|zadn\w+|juz",
    r"yok|degil|hayir|artik|\w{3,}(?:mi|mu)yor\w*|\w{2,}(?:amam|emem|miyorum|muyorum)|yitir\w+",
    r"нет|не|нету|без|никак|больше|ні|нема|немає|немае|більше|жодного|ніяк|niet"
    r"|geen|nee|inte|ingen|inget|ej|nej|ikke|ne|nem|nema\w*|nu|nicio",
    r"لا|ليس|لم|نه|ندارم|没有|没|不|无|いいえ|ない|아니요|없어요|नहीं|לא|אין|δεν|οχι",
)
_HAVE = _pattern(
    r"have|has|having|got|access\w*|active|activated|works?|working|use|using|used"
    r"|mine|with me|on me|in my|my (?:main|current|own|hand)|receiv\w+",
    r"get|can|still|same|here|available|reachable|fine|alive|own|hold|holding|keep"
    r"|kept|right now|currently|yes|carry|reach|in use|up and running",
    r"tengo|tenemos|acceso|activ[oa]|funciona\w*|uso|utilizo|usando|conmigo|sigo"
    r"|sigue|aun|todavia|mism[oa]|recib\w+|puedo|mi[oa]?|mano|disponible",
    r"hab|habe|haben|zugriff|zugang|aktiv|funktioniert|geht|benutze|nutze|verwende"
    r"|noch|immer|bei mir|dabei|empfange\w*|kann|erreichbar|gleiche\w?|vor mir",
    r"ai|jai|avoir|acces|actif|active|marche|fonctionne|utilise|toujours|encore"
    r"|avec moi|sur moi|recois|peux|meme|joignable|lai|suis",
    r"tenho|acesso|ativ[oa]|uso|usando|comigo|ainda|recebo|consigo|posso|mesmo|meu|funcionando|ok|disponivel",
    r"ho|accesso|attiv[oa]|funziona|uso|utilizzo|ancora|con me|ricevo|posso|stesso|celho|ce|mio|raggiungibile|sempre",
    r"mam|dostep\w*|aktywn\w+|dziala|uzywam|korzystam|nadal|wciaz|przy sobie|odbieram|moge|ten sam|jest|posiadam",
    r"var|erisim\w*|aktif\w*|calisi\w+|kullan\w+|hala|yanimda|bende|elimde|alabil\w+|ayni|benim|acik|mevcut",
    r"есть|имею|имеется|доступ\w*|актив\w+|работает|рабочии|пользуюсь|использую"
    r"|у меня|со мнои|при мне|получаю|могу|тот же|всё еще|все еще|под рукои|мои",
    r"на связи|в руках|деиств\w+|на руках|доступен|є|маю|доступ\w*|активн\w+|працю\w+"
    r"|робочии|користу\w+|використову\w+|зі мною|при мені|отримую|можу|досі",
    r"тои самии|в мене|у мене|мій|досi|heb|toegang|actief|werkt|gebruik|nog|bij mij"
    r"|har|tillgang|aktiv|fungerar|anvander|kvar|har jag|mam|pristup",
    r"funguje|pouzivam|stale|porad|am|acces|activ|functioneaza|folosesc|inca|van"
    r"|működik|mukodik|hasznalom|meg|لدي|معي|دارم|有|可以|能|있어요|ある|है|יש|εχω",
)
_ABOUT_SOMETHING_ELSE = _pattern(
    r"account|log ?in|login|password|withdraw\w*|money|funds|deposit\w*|help|support"
    r"|wallet|balance|btc|bitcoin|crypto|аккаунт\w*|деньги|помогите",
    r"вход|воити|парол\w*|акаунт\w*|гроші|допоможіть|cuenta|dinero|ayuda|konto|geld"
    r"|hilfe|compte|argent|aide|conta|dinheiro|ajuda|conto|soldi|aiuto",
)
_ABOUT_THE_PHONE = _pattern(
    r"phones?|numbers?|sims?|sim ?cards?|cards?|sms|texts?|calls?|mobile|cell\w*"
    r"|device|line|handy|nummer|telefon\w*|numero|telefono|celular|movil|portable",
    r"it|numer\w*|telefonu?|numara\w*|hat\w*|номер\w*|телефон\w*|сим\w*|карт\w*"
    r"|смс|number|iphone|android|access|acces\w*|zugriff|доступ\w*",
)
_LONGEST_ANSWER = 300
_FEW_WORDS = 4


def read_phone_access(text: str, *, now: datetime, locale: str | None) -> bool:  # noqa: ARG001  readers are called alike
    """Whether the person has the number in use now.

    Unsure: `partial_access` ("only calls", "sometimes", "yes, but it is blocked"), `no_answer` where they do not know,
    `not_understood`; always with Yes and No to choose from.
    """
    if says_no(text):
        return False
    if says_yes(text):
        return True
    if len(text) > _LONGEST_ANSWER:
        raise _asked_again("not_understood")
    if says_unknown(text):
        raise _asked_again("no_answer")
    return _weighed(text)


def _weighed(text: str) -> bool:
    clauses = [words for clause in _CLAUSES.split(without_courtesies(text)) if (words := plain(clause))]
    if not clauses:
        raise _asked_again("not_understood")
    words = " | ".join(clauses)
    if _PARTLY.search(words):
        raise _asked_again("partial_access")
    begins = _begins_with(clauses)
    if "?" in text and begins is None:
        raise _asked_again("not_understood")
    rest, times_kept = _NEVER_LOST.subn(" ", words if begins is None else " | ".join(clauses[1:]) or words)
    lost = _says_no_access(rest)
    has = bool(times_kept or _HAVE.search(rest))
    return _settled(begins, lost=lost, has=has)


def _settled(begins: bool | None, *, lost: bool, has: bool) -> bool:  # noqa: FBT001  the answer itself
    if begins is not None:
        if lost if begins else has and not lost:
            raise _asked_again("partial_access")
        return begins
    if lost or has:
        return not lost
    raise _asked_again("not_understood")


def _begins_with(clauses: list[str]) -> bool | None:
    """What a yes or no at the beginning says: a clause of its own, or a yes that is nothing but a yes."""
    opening = clauses[0]
    words = opening.split()
    if opening in NO or NO.issuperset(words):
        return False
    if opening in YES or YES.issuperset(words) or words[0] in _PLAIN_YES:
        return True
    return None


_CLAUSES = re.compile(r"[,.;:!\n]+\s*|\s-\s")
_PLAIN_YES = phrase_book("yes|yeah|yep|yup|yea|sure|sí|oui|evet|да|так|tak|ano|jawohl|jep|igen|ναι|نعم|بله") - {"si"}


def _says_no_access(words: str) -> bool:
    if _LOST.search(words):
        return True
    if not _NOT.search(words):
        return False
    few = len(words.split()) <= _FEW_WORDS
    about_else = _ABOUT_SOMETHING_ELSE.search(words) and not _ABOUT_THE_PHONE.search(words)
    return not about_else and (few or bool(_HAVE.search(words) or _ABOUT_THE_PHONE.search(words)))


def _asked_again(reason: str) -> Exception:
    return Unsure(reason, (Option("Yes", "yes"), Option("No", "no")))
