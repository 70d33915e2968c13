"""Small phrase books: yes, no, none, I don't remember, and the courtesies around an answer, in many languages."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache

_LETTERS = {
    **dict.fromkeys(map(ord, "'’‘`´ʼ＇"), ""),
    **str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe"}),
}
"""Apostrophes, and letters that are more than a base and an accent."""


class _Plain(dict[int, str]):
    """What stays of every character in the words of a text, worked out the first time the character is seen."""

    def __missing__(self, code: int) -> str:
        lower = unicodedata.normalize("NFKD", chr(code)).casefold()
        decomposed = unicodedata.normalize("NFKD", lower).translate(_LETTERS)
        letters = (c for c in decomposed if not unicodedata.combining(c))
        self[code] = plain = "".join(c if c.isalnum() else " " for c in letters)
        return plain


_plain = _Plain()


def plain(text: str) -> str:
    """The words of a text alone: lower case, without accents, apostrophes or punctuation, one space between.

    >>> plain("  No, I DON’T — sí! ")
    'no i dont si'
    """
    return " ".join(text.translate(_plain).split())


def phrase_book(page: str) -> frozenset[str]:
    """The phrases of a page, parted by `|` or line breaks, each in the form of `plain`."""
    return frozenset(plain(phrase) for phrase in page.replace("\n", "|").split("|")) - {""}


@cache
def _openings(book: frozenset[str]) -> dict[str, bool]:
    """Every first word or words of a phrase of the book, and nothing; and whether that is a whole phrase."""
    rows = (phrase.split() for phrase in book)
    return {words: words in book for row in rows for words in (" ".join(row[:n]) for n in range(len(row) + 1))}


def _endings(*books: frozenset[str]) -> frozenset[str]:
    """Everything that a phrase of the books ends with, a part of a word as well."""
    return frozenset(phrase[start:] for book in books for phrase in book for start in range(len(phrase) + 1))


YES = phrase_book(
    """
    yes|yessir|yes sir|yes maam|hai|ja hoor
    y|yeah|yea|yep|yup|yess|yes yes|ye|ya|yah|yh|sure|sure thing|for sure|of course|certainly|absolutely
    definitely|ofc|of course i do|ofc i do|course|course i do|course i have|aye|aye aye|defo|deffo|defs|totally
    hell yes|hell yeah|yeh|yh|yh i do|yesi|ys|yas|yip
    correct|right|thats right|true|ok|okay|k|affirmative|indeed|exactly|i do|i have|i can|it is|please do|go ahead
    sí|claro|claro que sí|sí claro|por supuesto|desde luego|correcto|exacto|vale|así es|sip|cierto|efectivamente
    obvio|obvio que sí|obviamente|claro q si|claro q sí|simón|sisi|sí sí
    ja|jawohl|jo|jep|jup|natürlich|na klar|klar|sicher|selbstverständlich|auf jeden fall|richtig|genau|stimmt|doch
    jap|joa|jau|jaja|na logo|na sicher|na klar doch|eh klar|logisch|freilich
    oui|ouais|ouai|bien sûr|bien entendu|tout à fait|évidemment|absolument|exact|d'accord|effectivement|certainement
    carrément|grave|mais oui|oui oui|sim|claro que sim|sim claro|com certeza|certo|isso|isso mesmo|exato|correto
    pois sim|é isso|com ctz|óbvio|lógico|sim sim|claro né
    sì|certo|certamente|certo che sì|esatto|giusto|va bene|ovvio|ovviamente|naturalmente|assolutamente|sì certo
    tak|oczywiście|jasne|pewnie|no tak|no jasne|no pewnie|no raczej|no oczywiście|no ba|no wiadomo|no mam|no ok
    tak jest|zgadza się|owszem|dokładnie|naturalnie
    evet|tabii|tabi|tabii ki|tabi ki|elbette|aynen|doğru|olur|tamam|he|hee|kesinlikle|tabiki|tabikide|tabi canım|yes yes
    да|ага|угу|конечно|конечно да|да конечно|разумеется|верно|точно|правильно|естественно|ок|окей|именно|так точно
    канеш|конеч|канешно|ясен пень|само собой|дыа|дык|сто процентов|стопудово|естесна|ясное дело
    так|авжеж|звичайно|звісно|певно|вірно|правильно|саме так|еге|еге ж|ато|атож|так звичайно|безумовно
    ja zeker|zeker|jazeker|natuurlijk|klopt|inderdaad|tuurlijk
    ja visst|visst|självklart|jajamän|javisst|absolut|stämmer|selvfølgelig|klart|jep|kyllä|joo|juu|totta kai
    ano|jo|jasně|samozřejmě|určitě|áno|samozrejme|igen|persze|da|desigur|sigur|bineînțeles|da sigur|naravno|svakako
    ναι|βέβαια|φυσικά|да разбира се|разбира се|taip|žinoma|jā|jah|muidugi|po|oo|opo|ya|iya|vâng|có|dạ
    نعم|اجل|ايوه|ايوا|اكيد|طبعا|بلی|بله|آره|البته|כן|बेशक|हाँ|हां|जी|हाँ जी|haan|ji haan|是|是的|对|有|はい|ええ|네|예|ใช่
    """
)
NO = phrase_book(
    """
    no|n|nope|nop|negative mate|no mate|nah|naw|nay|na|nn|noo|nooo|no no|i wish|no way|not at all|not really|never
    negative|certainly not|of course not
    of course no
    absolutely not|definitely not|not anymore|not any more|no more|no longer|not now|i dont|i do not|i cant|i cannot
    i havent
    no sir|no thanks|no thank you|no it isnt|its not|false|wrong|incorrect|not yet|unfortunately not|unfortunately no
    afraid not
    ya no|para nada|claro que no|nunca|no señor|de ninguna manera|por supuesto que no|tampoco|desgraciadamente no
    todavía no
    nein|nee|nö|ne|nicht mehr|leider nicht|leider nein|auf keinen fall|natürlich nicht|überhaupt nicht|niemals
    noch nicht|gar nicht
    non|non plus|pas du tout|plus maintenant|jamais|malheureusement non|bien sûr que non|hélas non|pas encore
    absolument pas|nan
    não|nao|já não|não mais|claro que não|de jeito nenhum|infelizmente não|nunca|de modo nenhum|ainda não
    no no|non più|purtroppo no|certo che no|per niente|assolutamente no|mai|affatto|ormai no|non ancora
    nie|już nie|niestety nie|oczywiście że nie|wcale nie|absolutnie nie|nigdy|jeszcze nie|nie mam
    hayır|yok|yo|hayir|artık yok|maalesef|maalesef hayır|değil|asla|artık değil|henüz değil|tabii ki hayır|malesef
    нет|не|неа|ниет|неет|нету|нет конечно|конечно нет|уже нет|больше нет|никак нет|к сожалению нет|никогда
    ни в коем случае
    пока нет|неверно
    ні|нема|немає|уже ні|вже ні|більше ні|звичайно ні|на жаль ні|ніколи|ніяк|звісно ні|вже немає|ще ні|неправильно
    nee helaas|niet meer|helaas niet|zeker niet|nooit|nee niet meer|nej|inte längre|tyvärr inte|aldrig|nei
    desværre nej|ei|en
    ne|už ne|bohužel ne|vůbec ne|nikdy|nie už|už nie|žiaľ nie|nem|már nem|sajnos nem|soha|nu|nu mai|din păcate nu
    deloc|niciodată
    όχι|δυστυχώς όχι|ποτέ|не вече|вече не|nebe|nav|nē|hindi|tidak|bukan|không|gak|nggak|enggak
    لا|كلا|ابدا|ليس بعد الان|نه|خیر|نخیر|לא|नहीं|नही|जी नहीं|nahi|nahin|不|不是|没有|否|いいえ|いや|아니요|아니|ไม่
    """
)
NONE = phrase_book(
    """
    none|nothing|nil|zero|n/a|na|nobody|no one|not one|not any|none at all|nothing at all|i have none|i had none
    i dont have any
    i dont have one|i never had any|i never had one|never had any|never had one|havent any|i havent got any
    there are none|there is none
    i dont have it|dont have it|dont have|dont have any|dont have one|i have nothing|there was none|there were none
    no such thing|-|—
    there isnt any|there arent any|never|never did|i never did|no never|not applicable|none of them|none yet
    not a single one|without
    ninguno|ninguna|ningunos|ningunas|nada|no tengo|no tengo ninguno|no tengo ninguna|no hay|nunca tuve|nunca|no tuve
    jamás
    keine|keiner|keins|keines|keinen|gar keine|nichts|habe keine|ich habe keine|hab keine|ich hab keine|nie|niemals
    noch nie|null
    aucun|aucune|rien|je n'en ai pas|j'en ai pas|je n'en ai aucun|je n'en ai aucune|néant|jamais|il n'y en a pas
    y en a pas|pas du tout
    nenhum|nenhuma|não tenho|não tenho nenhum|não tenho nenhuma|não há|nunca tive|nunca|jamais
    nessuno|nessuna|niente|nulla|non ne ho|non ho|non ce ne sono|non ce l'ho|mai|mai avuto|mai avuta
    non ne ho mai avute
    żaden|żadna|żadne|żadnej|żadnego|nic|brak|nie mam|nie mam żadnego|nie mam żadnej|nie ma|nigdy|nigdy nie miałem
    nigdy nie miałam
    hiç|hiçbiri|hiç yok|yok|hiçbir şey|bende yok|hiç olmadı|hiçbir zaman|asla|sıfır
    нет|нету|никаких|ничего|ни одной|ни одного|у меня нет|у меня нету|таких нет|не имею|никогда|отсутствует
    отсутствуют|нет таких|ноль
    нема|немає|ніяких|жодної|жодного|нічого|у мене немає|у мене нема|не маю|ніколи|відсутні|відсутня|нема таких|жодних
    geen|geen enkele|niets|nooit|ik heb er geen|heb ik niet|inga|ingen|inget|har inga|har ingen|aldrig|ingenting
    har ikke|ei ole|ei mitään
    žádný|žádná|žádné|nic|nemám|nemám žádné|nikdy|žiadne|žiadna|žiadny|nemám žiadne|nincs|semmi|soha|niciuna|niciunul
    nimic|nu am|nu există
    κανένα|καμία|τίποτα|δεν έχω|ποτέ|няма|нямам|никакви|لا يوجد|لا شيء|ليس لدي|هیچ|ندارم
    没有|无|なし|ありません|없음|없어요
    """
)
UNKNOWN = phrase_book(
    """
    dont remember|do not remember|cant remember|cannot remember|cant recall|dont recall|do not recall|cannot recall
    no idea|not sure
    dont know|do not know|idk|dunno|no clue|havent a clue|i forgot|i have forgotten|ive forgotten|forgot it|forgot
    unknown|not certain
    i am unsure|im unsure|unsure|dont have a clue|who knows|no memory of|couldnt say|couldnt tell you|hard to say
    no recollection|idek
    not remember|didnt remember|i wouldnt know|lost track|cant tell|cannot tell|have no idea|hv no idea|dont rember
    dont remeber
    no recuerdo|no me acuerdo|no lo recuerdo|no sé|no lo sé|ni idea|no tengo idea|no estoy seguro|no estoy segura
    olvidé|se me olvidó
    lo olvidé|he olvidado|lo he olvidado|desconozco|no estoy muy seguro|no tengo ni idea|quién sabe
    weiß nicht|weiss nicht|weiß ich nicht|weiß es nicht|keine ahnung|erinnere mich nicht|nicht erinnern|vergessen
    nicht sicher|unbekannt
    weiß nicht mehr|weiß ich nicht mehr|kann ich nicht sagen|entfallen|bin mir nicht sicher|kein plan|weis nicht
    keine erinnerung
    je ne me souviens pas|me souviens pas|me souviens plus|je ne sais pas|sais pas|sais plus|aucune idée|pas sûr
    pas sûre|j'ai oublié
    oublié|je me rappelle pas|rappelle pas|rappelle plus|pas certain|ne m'en souviens|j'en sais rien|inconnu|chais pas
    jsp
    não lembro|não me lembro|não recordo|não sei|sei lá|não faço ideia|não tenho certeza|esqueci|não tenho ideia
    sem ideia|desconheço
    nao lembro mais|não estou certo|não consigo lembrar|nem ideia|não me recordo
    non ricordo|non mi ricordo|non lo ricordo|non so|non lo so|nessuna idea|non sono sicuro|non sono sicura
    ho dimenticato|dimenticato
    boh|non ne ho idea|non saprei|non me lo ricordo|non rammento|l'ho dimenticato|sconosciuto|non ho idea
    nie pamiętam|nie wiem|nie mam pojęcia|nie jestem pewien|nie jestem pewna|zapomniałem|zapomniałam|nie kojarzę
    brak pojęcia
    nie przypominam sobie|nie potrafię powiedzieć|nieznane|nie bardzo pamiętam
    hatırlamıyorum|hatirlamiyorum|bilmiyorum|fikrim yok|emin değilim|unuttum|bilmem|hatırlayamıyorum|aklımda değil
    bilemiyorum
    hatırlamıyom|bilmiyom|hiçbir fikrim yok|aklıma gelmiyor
    не помню|не вспомню|не знаю|без понятия|понятия не имею|не уверен|не уверена|забыл|забыла|хз|не могу вспомнить
    не припомню
    не припоминаю|не в курсе|затрудняюсь ответить|затрудняюсь|нет понятия|фиг знает|кто его знает|не скажу
    не пам'ятаю|не памятаю|не знаю|гадки не маю|поняття не маю|без поняття|не впевнений|не впевнена|забув|забула
    не пригадую|не згадаю
    не можу згадати|уявлення не маю|важко сказати|не впевнен|не певен|не певна
    weet niet|weet ik niet|weet het niet|geen idee|vergeten|niet zeker|herinner me niet|niet meer weten
    weet ik niet meer
    minns inte|kommer inte ihåg|vet inte|vet ej|ingen aning|glömt|inte säker|osäker|husker ikke|ved ikke|vet ikke
    ingen anelse|glemt|usikker
    en muista|en tiedä|ei aavistustakaan|nevím|nepamatuju|nepamatuji|nevzpomínám|netuším|zapomněl|zapomněla
    nejsem si jistý
    neviem|nepamätám|netuším|zabudol|zabudla|nem emlékszem|nem tudom|fogalmam sincs|elfelejtettem|nu știu|nu stiu
    nu îmi amintesc
    nu mai știu|nu imi amintesc|habar n-am|am uitat|nu sunt sigur|nu sunt sigură|ne sjećam se|ne sećam se|ne znam
    zaboravio|zaboravila
    δεν θυμάμαι|δεν ξέρω|ξέχασα|δεν είμαι σίγουρος|не си спомням|нямам идея|забравих|не съм сигурен|nežinau|neatsimenu
    nezinu|neatceros
    لا اتذكر|لا أتذكر|لا اعرف|لا أعرف|لا ادري|لا أدري|نسيت|لست متاكدا|یادم نیست|نمی دانم|نمیدانم|نمیدونم|فراموش کردم
    לא זוכר|לא יודע
    याद नहीं|पता नहीं|yaad nahi|pata nahi
    不记得|不知道|忘了|忘记了|不清楚|覚えていません|わかりません|忘れました|모르겠어요|기억이 안 나요|모름
    tidak tahu|tidak ingat|lupa|không nhớ|không biết|quên|jestem niepewny
    """
)

_COURTESIES_BEFORE = phrase_book(
    """
    hi there|hello there|hey there|hi|hello|hey|hiya|howdy|good morning|good afternoon|good evening|good day|greetings
    dear support|dear team|dear sir or madam|dear sirs|dear sir|dear madam|sorry|please|pls|plz|of course|sure thing
    i think|i think its|i believe|i guess|i suppose|if i remember correctly|if im not mistaken|as far as i remember
    hola|buenos días|buenas tardes|buenas noches|creo que|creo que es|por favor|perdón|claro que sí
    hallo|guten tag|guten morgen|guten abend|grüß gott|ich glaube|ich denke|na gut|bitte
    bonjour|bonsoir|salut|coucou|eh bien|je crois|je crois que|je pense|je pense que|bien sûr|s'il vous plaît
    bom dia|boa tarde|boa noite|acho que|acho que é|com certeza
    ciao|buongiorno|buonasera|credo che|credo sia|penso che|certamente
    cześć|dzień dobry|witam|no więc|myślę że|oczywiście|merhaba|selam|selamlar|iyi günler|günaydın|sanırım
    привет|здравствуйте|здрасте|здравствуй|добрый день|доброе утро|добрый вечер|доброго времени суток|приветствую
    ну|вот|кажется|по моему|думаю|вроде|пожалуйста|конечно|извините
    привіт|вітаю|добрий день|доброго дня|добрий вечір|добрий ранок|доброго ранку|ну от|здається|мабуть
    будь ласка|вибачте
    goedendag|goedemorgen|goedemiddag|volgens mij|hejsan|god dag|dobrý den|dobrý deň|jó napot|bună ziua|γεια σας|γεια
    здравей|здравейте|السلام عليكم|مرحبا|سلام|你好|こんにちは|안녕하세요|שלום|नमस्ते
    """,
)
_COURTESIES_BEFORE_A_COMMA = phrase_book(
    """
    well|so|um|umm|uh|er|erm|hmm|ok|okay|k|ok so|okay so|oh|ah|yes|yeah|yep|sure|right|alright|actually|certainly|fine
    bueno|pues|vale|a ver|sí|claro|buenas|also|äh|ähm|gut|ja|klar|gerne|moin|servus|natürlich|bon|alors|euh|oui|voilà
    bem|bom|então|sim|olá|oi|certo|allora|beh|dunque|credo|sì|salve|cóż|dobrze|chyba|proszę|tak|hej|jasne
    şey|evet|tamam|galiba|так|да|хорошо|ладно|ага|гаразд|добре|ось|авжеж|nou|tja|hoi|alltså|jo|takže|ahoj|hát|szia
    păi|bună
    """,
)
"""Words that are names or answers as well: courtesies only where a comma or the like follows."""
_LEAD_INS = phrase_book(
    """
    here you go|here you are|here it is|here is|heres|here are|there you go|this is|this one is|that is|thats|it is|its
    it was|that would be|they are|theyre|these are|it should be|it would be|it must be|should be|the answer is|answer is
    answer|my answer is|my answer|as follows|see below|it might be|it may be|could be|would be
    aquí está|aquí tiene|aquí tienes|aquí va|es el|es la|es un|es una|sería|se trata de|mi respuesta|respuesta
    hier ist|hier sind|das ist|das sind|das wäre|es ist|es sind|es war|das war|hier bitte|bitte sehr|antwort
    c'est le|c'est la|c'est un|c'est une|c'est|voici|ce sont|c'était|il s'agit de|ça serait|ce serait|réponse
    aqui está|aqui vai|aqui estão|é o|é a|é um|é uma|aí vai|trata-se de|resposta
    ecco|ecco qui|ecco a lei|è il|è la|è un|è una|sarebbe|si tratta di|eccolo|eccola|risposta
    to jest|to są|jest to|proszę bardzo|to będzie|odpowiedź|işte|buyurun|buyrun|cevap
    это|вот это|это был|это была|вот он|вот она|вот|держите|ответ|це|це є|ось це|ось він|ось вона|тримайте|відповідь
    dit is|dat is|het is|hier is|det är|här är|det er|her er|se on|je to|tady je|to je|tu je|ez az|itt van|acesta este
    aceasta este|iată|είναι|това е|ето|这是|これは
    """,
)
_POSSESSIVES = re.compile(
    r"""(?:
      (?:my|our|the)\ (?:[\w'/-]+\ ){1,5}?(?:is|was|are|were|would\ be)
    | (?:mis?|nuestr[oa]|el|la)\ (?:[\w'/-]+\ ){1,4}?(?:es|era|son|está)
    | (?:meine?|unsere?|der|die|das)\ (?:[\w'/-]+\ ){1,4}?(?:ist|war|lautet|sind)
    | (?:mon|ma|mes|notre|le|la|l')\ ?(?:[\w'/-]+\ ){1,4}?(?:est|était|sont)
    | (?:[oa]\ )?(?:meus?|minhas?|noss[oa])\ (?:[\w'/-]+\ ){1,4}?(?:é|era|são|eh)
    | (?:(?:il|la|i|le)\ )?(?:mio|mia|miei|mie|nostr[oa])\ (?:[\w'/-]+\ ){1,4}?(?:è|e'|era|sono)
    | (?:mój|moja|moje)\ (?:[\w'/-]+\ ){1,4}?(?:to\ jest|to|jest|był|była|brzmi)
    | (?:мой|моя|моё|мое|мои|наш|наша|мій|моє|мої)\ (?:[\w'/-]+\ ){1,4}?(?:это|то|є|це)
    | (?:mijn|onze|min|mitt|mina|vår|můj|moje|moja|môj|numele\ meu|adresa\ mea)\ (?:[\w'/-]+\ ){0,4}?(?:is|är|er|este)
    )\b[\s:=,>-]*""",
    re.IGNORECASE | re.VERBOSE,
)
_COURTESIES_AFTER = phrase_book(
    """
    thank you very much|thank you so much|thank you in advance|thanks in advance|thanks a lot|many thanks|thank you
    thanks|thank u|thnx|thx|tnx|please|pls|plz|cheers|regards|best regards|kind regards|hope that helps|hope this helps
    i think|i believe|i guess|if i remember correctly|if i recall correctly|iirc|as far as i remember|afaik
    as far as i know|that is all|thats all|thats it|im sure|if im not mistaken
    muchas gracias|mil gracias|gracias|por favor|saludos|un saludo|creo|vielen dank|danke schön|dankeschön|danke sehr
    danke|mfg|mit freundlichen grüßen|viele grüße|glaube ich|denke ich|merci beaucoup|merci d'avance|merci bien|merci
    s'il vous plaît|s'il te plaît|svp|cordialement|je crois|je pense|muito obrigado|muito obrigada|obrigado|obrigada|obg
    eu acho|grazie mille|grazie|per favore|per piacere|cordiali saluti|saluti|dziękuję bardzo|dziękuję|dzięki|pozdrawiam
    çok teşekkürler|teşekkürler|çok teşekkür ederim|teşekkür ederim|sağ ol|sağolun|lütfen|sanırım
    спасибо большое|большое спасибо|заранее спасибо|спасибо|спс|благодарю|пожалуйста|плиз|с уважением|кажется|вроде
    наверное|наверно|щиро дякую|дуже дякую|дякую|дяка|будь ласка|з повагою|мабуть|здається
    dank u wel|dank u|dank je wel|dank je|bedankt|alstublieft|alsjeblieft|dankjewel|tack så mycket|mange takk|mange tak
    kiitos|děkuji|děkuju|ďakujem|köszönöm|mulțumesc|mersi|vă rog|hvala|ευχαριστώ|благодаря|شكرا|متشکرم|ممنون|谢谢
    ありがとう|ありがとうございます|감사합니다|תודה|धन्यवाद
    """,
)
_COURTESIES_AFTER_A_COMMA = phrase_book(
    """
    ty|sir|madam|mate|bro|man|dear|sorry|ok|okay|right|credo|penso|acho|vlw|lg|gruß|bitte|stp|chyba|proszę|dzięki
    galiba|пж
    tack|takk|tak|díky|prosím|vďaka|kösz
    """,
)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_GAP = re.compile(r"[ ,'-]{1,3}")
_STOP = re.compile(r"\s*[,!;:.…\n—-]")
_FOLLOWS = re.compile(r"(?:[\s!,;:=>…—-]|\.(?!\w))*")
_GLUED = re.compile(r"[@_/+'-]|\.\w")
_GLUE = tuple("@._'/+-")
_STOPS = tuple(",.!;\n–—-…")
_EMOJI = "\u2190-\u2bff\u3030\ufe0e\ufe0f\U0001f300-\U0001f3f3\U0001f3fa-\U0001faff"
_SIGNS_BEFORE = re.compile(rf"(?:[\s!,;…•*>{_EMOJI}]|[-–—=:](?=\s))+")
_LAST_SIGN = re.compile(rf"[\s!,;…)(D{_EMOJI}]\Z")
_SIGNS_AFTER = re.compile(rf"(?:[\s!,;…{_EMOJI}]|[:;]-?[)(D])+$")
_GREETINGS = _openings(_COURTESIES_BEFORE)
_GREETINGS_BEFORE_A_COMMA = _openings(_COURTESIES_BEFORE_A_COMMA)
_ANNOUNCEMENTS = _openings(_LEAD_INS)
_ENDS_OF_THANKS = _endings(_COURTESIES_AFTER, _COURTESIES_AFTER_A_COMMA)
_LONGEST_PHRASE = 6
_LONGEST_TAIL = 60
_MOST_COURTESIES = 8


def without_courtesies(text: str) -> str:
    """The text less greetings and fillers before it, thanks and emoji after it. What is only courtesy is left as it is.

    >>> without_courtesies("Hi, sure: Barclays. Thanks! 🙏")
    'Barclays.'
    """
    return _shortened(text, _without_opening, _without_closing)


def peel(text: str) -> str:
    """The answer alone: courtesies and lead-ins such as "it's", "my bank is", "mein Name ist", "это" taken off.

    Never for messages whose lead-in has a meaning ("my last deposit was ..."): for those there is `without_courtesies`.

    >>> peel("Hello! Well, my full name is Ann Lee, thanks")
    'Ann Lee'
    """
    return _shortened(text, _without_opening, _without_lead_in, _without_closing)


def peel_label(text: str, labels: Iterable[str]) -> str:
    """The text less one of the labels in front of it.

    >>> peel_label("Country - Portugal", ["country"])
    'Portugal'
    """
    names = "|".join(re.escape(label) for label in sorted(labels, key=len, reverse=True))
    label = re.match(
        rf"(?:{names})(?![\w'@-])\s*(?:[:=>–—-]+|(?:is|es|ist|est|é|è|это|це)\b)?\s*(?=\S)", text, re.IGNORECASE
    )
    return text[label.end() :] if label else text


def says_yes(text: str) -> bool:
    """Whether the whole message is a yes and nothing more: a word, or a thumb up."""
    return _is_in(YES, text) or _is_only(_THUMBS_UP, text) or _is_made_of(_ONLY_YES, text)


def says_no(text: str) -> bool:
    """Whether the whole message is a no and nothing more: a word, or a thumb down."""
    return _is_in(NO, text) or _is_only(_THUMBS_DOWN, text) or _is_made_of(_ONLY_NO, text)


def says_none(text: str) -> bool:
    """Whether the whole message says that there is none, or never was. Not a bare English "no"."""
    return _is_in(NONE, text)


def says_yes_no_or_none(text: str) -> bool:
    """Whether the whole message is a yes, a no or that there is none, and nothing more."""
    return (
        _is_in(_YES_NO_OR_NONE, text)
        or _is_only(_THUMBS_UP, text)
        or _is_only(_THUMBS_DOWN, text)
        or _is_made_of(_ONLY_YES, text)
        or _is_made_of(_ONLY_NO, text)
    )


def says_unknown(text: str) -> bool:
    """Whether the message says no more than that its writer does not know or remember.

    A few words around are fine ("sorry, I don't remember my exact address"), a digit or a long text is not: such a
    message may hold an answer as well.
    """
    if len(text) > _LONGEST_SAYING or any(c.isdigit() for c in text):
        return False
    words = plain(text)
    firm = _SOFTENERS.sub("", words)
    return has_phrase(words, UNKNOWN) or (firm != words and has_phrase(firm, UNKNOWN))


def has_phrase(plain_words: str, book: frozenset[str]) -> bool:
    """Whether a phrase of the book stands among the words, which are in the form of `plain`."""
    openings, words = _openings(book), plain_words.split()
    return any(
        _begin_with_phrase(words[start : start + _LONGEST_PHRASE], openings)
        for start, word in enumerate(words)
        if word in openings
    )


def _begin_with_phrase(words: Sequence[str], openings: Mapping[str, bool]) -> bool:
    for length in range(1, len(words) + 1):
        phrase = " ".join(words[:length])
        if phrase not in openings:
            return False
        if openings[phrase]:
            return True
    return False


_ONLY_YES = YES - NO
_ONLY_NO = NO - YES
_YES_NO_OR_NONE = YES | NO | NONE
_LONGEST_SAYING = 100
_THUMBS_UP = frozenset("👍👌✅✔🆗💯")
_THUMBS_DOWN = frozenset("👎❌✖🚫⛔")
_SIGN_MODIFIERS = frozenset("\ufe0f🏻🏼🏽🏾🏿!.")

_SOFTENERS = re.compile(
    r"\b(?:really|honestly|exactly|even|actually|quite|any|at all|right now|currently|leider|genau|gerade|im moment"
    r"|bien|muy|ahora|exactamente|vraiment|trop|tres|exactement|bem|exatamente|bene|esattamente|dokladnie|juz"
    r"|niestety"
    r"|tam olarak|simdi|точно|уже|очень|совсем|вообще|сейчас|вже|дуже|зовсім|зараз|precies|helaas|riktigt"
    r"|tyvarr)\b ?",
)


def _is_in(book: frozenset[str], text: str) -> bool:
    if len(text) > _LONGEST_SAYING:
        return False
    return plain(text) in book or plain(without_courtesies(text)) in book


def _is_made_of(book: frozenset[str], text: str) -> bool:
    """Whether every word is in the book: "yes yes sure"."""
    words = plain(text[:_LONGEST_SAYING]).split()
    return bool(words) and len(text) <= _LONGEST_SAYING and book.issuperset(words)


def _is_only(signs: frozenset[str], text: str) -> bool:
    """Whether nothing but these signs is written, whatever their skin colour."""
    found = set("".join(text.split())) - _SIGN_MODIFIERS
    return bool(found) and found <= signs


def _shortened(text: str, *cuts: Callable[[str], str]) -> str:
    """The text after the cuts, over and over, until nothing more comes off or no word would be left."""
    rest = text.strip()
    for _ in range(_MOST_COURTESIES):
        before = rest
        for cut in cuts:
            shorter = cut(rest)
            if shorter != rest and _WORD.search(shorter):
                rest = shorter
        if rest == before:
            break
    return rest


def _without_opening(text: str) -> str:
    rest = _SIGNS_BEFORE.sub("", text, count=1) if _SIGNS_BEFORE.match(text) else text
    end = _end_of_phrase(rest, _GREETINGS)
    if end is None:
        end = _end_of_phrase(rest, _GREETINGS_BEFORE_A_COMMA)
        if end is not None and not (_STOP.match(rest, end) or _opens_with_lead_in(rest[end:].lstrip())):
            end = None
    return _after(rest, end)


def _without_lead_in(text: str) -> str:
    possessive = _POSSESSIVES.match(text)
    return text[possessive.end() :] if possessive else _after(text, _end_of_phrase(text, _ANNOUNCEMENTS))


def _opens_with_lead_in(text: str) -> bool:
    return _POSSESSIVES.match(text) is not None or _end_of_phrase(text, _ANNOUNCEMENTS) is not None


def _after(text: str, end: int | None) -> str:
    if end is None:
        return text
    follows = _FOLLOWS.match(text, end)
    return text[follows.end() if follows else end :]


def _end_of_phrase(text: str, openings: Mapping[str, bool]) -> int | None:
    """Where the longest phrase ends that the text begins with."""
    end, found, phrase = 0, None, ""
    for _ in range(_LONGEST_PHRASE):
        gap = _GAP.match(text, end) if phrase else None
        word = _WORD.match(text, gap.end() if gap else end)
        if word is None or (phrase and gap is None):
            break
        end, phrase = word.end(), f"{phrase} {plain(word[0])}".strip()
        if phrase not in openings:
            break
        if openings[phrase] and not _GLUED.match(text, end):
            found = end
    return found


def _without_closing(text: str) -> str:
    at = max(0, len(text) - _LONGEST_TAIL)
    body, tail = text[:at], text[at:]
    if _LAST_SIGN.match(tail[-1:]):
        tail = _SIGNS_AFTER.sub("", tail)
    said = tail.rstrip(" .!")
    last = _WORD.findall(said, said.rfind(" ") + 1)[-1:]
    if not last or not said.endswith(last[0]) or plain(last[0]) not in _ENDS_OF_THANKS:
        return body + tail
    for word in list(_WORD.finditer(tail))[-_LONGEST_PHRASE:]:
        before, phrase = tail[: word.start()], plain(tail[word.start() :])
        stops = before.rstrip(" ")[-1:] in _STOPS
        if before[-1:] not in _GLUE and (
            phrase in _COURTESIES_AFTER or (stops and phrase in _COURTESIES_AFTER_A_COMMA)
        ):
            return body + before.rstrip(" \t\n,;-–—(")
    return body + tail
