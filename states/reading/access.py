"""Whether a person can get calls and messages on the number now, told in words."""

import re
from datetime import datetime

from states.reading.words import NO, YES, phrase_book, plain, says_no, says_unknown, says_yes
from states.verdicts import Option, Unsure


def _pattern(*alternatives: str) -> re.Pattern[str]:
    """Words in the form of `plain`, each from its beginning; an ending may follow where the pattern says so."""
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(alternatives)})(?![^\W_])")


_NEVER_LOST = _pattern(
    r"(?:never|not|didnt|havent|hasnt|did not|have not|has not|wasnt|isnt|not been)"
    r" (?:lost|lose|changed?|stolen|blocked|broken|disconnected)",
    r"no problems?(?: at all)?|no issues?|not a problem|nothing (?:has )?changed"
    r"|no doubt|no worries|why not|without (?:any )?problems?",
    r"no (?:me )?(?:la? |lo )?(?:he |ha |hay )?(?:perdi|perdido|cambiado|cambie|robaron|robado)|sin problemas?"
    r"|nicht (?:verloren|geandert|gewechselt|gestohlen|geklaut)",
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
_NO_WORDS = r"(?:no|nope|nah|nein|nee|non|nao|nie|net|нет|неа|ні|нє|nej|hayir|yok|ne|nu)"
_LEADING_NO = re.compile(rf"(?:^|(?<=\|)) *{_NO_WORDS}(?: {_NO_WORDS})*(?= |$)")
_SO_NO = re.compile(
    r"(?<!\w)(?:so|thus|therefore|hence|asi que|por eso|entonces|also|daher|deshalb|donc|alors|entao|portanto|quindi"
    r"|percio|wiec|yani|так что|поэтому|значит|тож|тому|отже|dus|sa|takze|deci|asa ca)(?: \|)?"
    rf" (?:i guess |basically |technically |well )?{_NO_WORDS}$"
)
"""An account of what happened that ends with "so no"."""
_STILL = _pattern(
    r"still(?! waiting| no)|noch|immer noch|sigo|sigue|todavia|aun|toujours|encore|ainda|continuo|ancora|nadal|wciaz"
    r"|hala|все еще|еще|досі|ще|nog|kvar|fortfarande|stale|porad|inca"
)
_REASSURING = _pattern(
    r"(?:so )?(?:please )?(?:dont|do not) worry(?: about it)?|keine (?:sorge|angst|panik)|tranquil[oa]s?"
    r"|no te preocupes|no se preocupe|(?:ne )?t ?inquiete(?:z)?(?: pas)?|(?:ne )?vous inquietez pas|nao se preocupe"
    r"|calma|non (?:ti preoccupare|preoccuparti|si preoccupi)|tranquilli|(?:nie martw|prosze sie nie martwic)(?: sie)?"
    r"|spokojnie|merak etme\w*|не (?:волнуи\w*|переживаи\w*|беспокои\w*|хвилюи\w*)|спокоино|maak je geen zorgen"
    r"|geen zorgen|ingen fara|zadny strach"
)
"""What is said to calm down; it neither takes nor gives."""
_QUESTION = re.compile(
    r"(?:(?:ok|okay|hi|hello|hey|hallo|hola|sorry|but|and|so|wait|um|erm|lol|aber|pero|mais|ma|ale|a|e|y|und|et|но|а|и|але)"
    r" (?:\| )?)*"
    r"(?:wh?ats?(?! (?:i|ever)\b)|why(?! not)|how|which|huh|que (?:significa|es|pasa|quiere|acceso)|por que|para que"
    r"|como (?:que|puedo|se|hago|assim|posso|sei|faccio)|cual|y si (?:no|lo|la|me)"
    r"|was (?:meinst|meinen|ist|heisst|heißt|bedeutet|wenn|fur)|warum|wieso|weshalb|wozu"
    r"|wie (?:soll|kann|meinst|meinen|bekomme|prufe)|welche\w*"
    r"|pourquoi|cest quoi|c est quoi|qu ?est ce|quest ce|que veut|comment|et si|quel\w*"
    r"|o que|porque (?:preciso|precisam|tenho|deveria|devo|voces)|e se|qual|cosa|che (?:vuol|significa|cosa|accesso)"
    r"|perche|come (?:faccio|posso)|quale|co (?:to|znaczy|jesli|jak|oznacza)|dlaczego|po co|czemu"
    r"|jak (?:mam|moge|sprawdzic)|jaki\w*|neden|nicin|nasil|ne demek|что (?:значит|такое|если|за|вы)|зачем|почему"
    r"|как (?:мне|проверить|это|узнать|понять)|как(?:ои|ая|ое)|если|що (?:означає|таке|якщо|за|ви)|навіщо|чому|якщо"
    r"|як (?:мені|перевірити|це)|як(?:ии|а|е)|wat (?:bedoel\w*|is|als)|waarom|hoe|welke|vad (?:menar|ar|om|betyder)"
    r"|varfor|hur|co kdyz|proc|ce (?:inseamna|daca)|de ce)(?![^\W_])|.* ne demek$"
)
"""How a question begins that nobody has put a question mark to."""
_PARTLY = _pattern(
    r"(?:calls?|sms|texts?|messages) (?:yes|ok|fine|works?)[ |]+(?:but )?"
    r"(?:calls?|sms|texts?|messages) (?:no|not|dont|doesnt)",
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
    r"recycled|reassigned|(?:it|that|this) was my|left the company|dan(?:o|ado|ada)"
    r"|lost|lose|loosed?|stole|stolen|theft|robbed|broke|broken|dead|died|gone|missing"
    r"|disconnected|deactivated|disabled|inactive|suspended",
    r"cancell?ed|closed|terminated|expired|blocked|locked|smashed|damaged|drowned"
    r"|dropped|thrown|threw|sold|gave (?:it )?away|given up|gave up",
    r"new (?:number|sim|one)|another number|different number|(?:number|sim|it) (?:has |was |is |got |been )*changed"
    r"|used to|former|formerly",
    r"changed (?:my |the )?(?:(?:phone|mobile|cell) )?(?:numbers?|sims?|carrier|operator)"
    r"|(?:some|any)(?:one|body) (?:elses?|new)|another person|old number|belongs to",
    r"out of (?:service|use|order)"
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
_PEOPLE = (
    r"(?:wife|husband|hubby|spouse|partner|son|daughter|kid|kids|child|children|mother|mom|mum|dad|father"
    r"|parents|brother"
    r"|sister|uncle|aunt|cousin|nephew|friend|girlfriend|boyfriend|gf|bf|ex|ex wife|ex husband|boss|assistant|company"
    r"|employer|colleague|secretary|accountant|lawyer|roommate|neighbou?r"
    r"|mujer|esposa|esposo|marido|hijo|hija|madre|padre|hermano|hermana|amigo|amiga|jefe|novia|novio"
    r"|frau|mann|sohn|tochter|mutter|vater|bruder|schwester|freund|freundin|kollege|chef|firma"
    r"|femme|mari|fils|fille|mere|pere|frere|soeur|ami|amie|copain|copine|patron|filho|filha|mae|pai|irmao|irma"
    r"|moglie|marito|figlio|figlia|fratello|sorella|amico|amica|zona|maz|syn|corka|mama|tata|brat|siostra|kolega"
    r"|esim|kocam|karim|oglum|kizim|annem|babam|kardesim|abim|ablam|arkadasim|patronum"
    r"|жен[аыуе]|муж\w?|сын\w?|доч\w{1,3}|мам[аыуе]|пап[аыуе]|брат\w?|сестр\w|друг\w?|подруг\w|бывш\w+"
    r"|начальник\w?|коллег\w"
    r"|дружин\w|чоловік\w?|син\w?|доньк\w|тат\w|подруг\w|колишн\w+"
    r"|vrouw|zoon|dochter|broer|zus|vriend|vriendin|baas|fru|son|dotter|bror|syster|kompis|chef|manzelka|manzel"
    r"|bratr|sotia|fratele)"
)
"""Whoever else may hold the phone, in the form of `plain`."""
_SOMEONE_ELSE = _pattern(
    rf"{_PEOPLE} (?:(?:now|still|just|also|currently) )?(?:has|have|had|got|holds?|keeps?|uses?|owns?|is using"
    rf"|carries|answers|tiene|usa|lleva"
    r"|hat|benutzt|nutzt|verwendet|l ?a|utilise|tem|usa|ce lha|ha|lo ha|go ma|ma|uzywa|kullaniyor|heeft"
    r"|gebruikt|har|anvander|ma ho|пользуется"
    r"|користується|are|foloseste)",
    rf"(?:with|by|at|on|bei|con|com|chez|avec|met|hos|da|do|u|у|в) (?:(?:my|mi|meine[rmn]?|mon|ma|mes|meu|minha"
    rf"|mijn|min|mojej|mojego|moje|mia|mio"
    rf"|моеи|моего|моєї|мого) )?{_PEOPLE}(?: (?:has|now))?",
    rf"(?:tiene|ha|tem|heeft|ma|usa) (?:(?:el|la|lo|mi|mia|mio|meu|minha|moja|moj) )?{_PEOPLE}",
    r"esimde|kocamda|karimda|oglumda|kizimda|annemde|babamda|kardesimde|arkadasimda|ceho",
)
_NOT = _pattern(
    r"no|not|none|nope|nah|never|dont|doesnt|didnt|cant|cannot|couldnt|wont|isnt"
    r"|havent|hasnt|arent|aint|no longer|without|unable|neither|nor",
    r"niente|nada|nichts|rien|ничего|нічого|nic|anymore|dnt|doesn|unreachable|unavailable"
    r"|inaccessible|ya no|tampoco|sin|nunca"
    r"|jamas|nicht|kein\w{0,2}|nein|nie|niemals|ohne|nix|net",
    r"nai|nest|pas|plus|non|jamais|aucune?|sans|nao|sem|nenhum\w?|non|senza|nessun\w?"
    r"|mai|piu|nie|bez|brak|zadn\w+|juz",
    r"yok|degil|hayir|artik|\w{3,}(?:mi|mu)yor\w*|\w{2,}(?:amam|emem|miyorum|muyorum)|yitir\w+",
    r"нет|не|нету|без|никак|больше|ні|нема|немає|немае|більше|жодного|ніяк|niet"
    r"|geen|nee|inte|ingen|inget|ej|nej|ikke|ne|nem|nema\w*|nu|nicio",
    r"لا|ليس|لم|نه|ندارم|没有|没|不|无|いいえ|ない|아니요|없어요|नहीं|לא|אין|δεν|οχι",
)
_HAVE = _pattern(
    r"have|has|having|got|access\w*|active|activated|works?|working|use|using|mine"
    r"|with me|on me|still(?! waiting| no)",
    r"in (?:my|the) (?:hands?|pocket|possession|phone|bag|drawer|car|desk)|(?:my|the) (?:main|current|own|same) \w+"
    r"|receiv\w+",
    r"can (?:get|receive|use|access|answer|read|take|see|call|reach|confirm|do)"
    r"|get (?:sms|texts?|calls?|messages|codes?|it)",
    r"same (?:number|sim|phone|one)|(?:its|is|right) here|available|reachable|(?:works|its|is) fine"
    r"|alive|hold|holding|keep|kept",
    r"(?:writing|typing|texting|chatting|messaging|talking|using|replying)(?: to)?(?: you| u)? (?:from|on|with"
    r"|through|via) (?:it|this|that|the)"
    r"|(?:next to|beside|near|in front of|by|around) me|by my side|on my (?:desk|table|lap)|always had|im on it"
    r"|am on it",
    r"schreibe|neben mir|vor mir|escribo|escribiendo|al lado|delante|jecris|a cote de moi|devant moi|escrever"
    r"|escrevendo|ao meu lado"
    r"|scrivo|scrivendo|accanto|vicino a me|in mano|obok mnie|przede mna|pisze z|yaziyorum|naast me|voor me"
    r"|bredvid mig|vedle me|langa mine",
    r"(?:пишу|сижу|отвечаю) (?:вам )?(?:с|со|из) \w+|(?:с|со|з|із) (?:него|нее|этого|нього"
    r"|цього) (?:номера )?(?:пишу|сижу)|рядом|лежит|(?:пишу|відповідаю) (?:вам )?(?:з|із) \w+|поруч|поряд|лежить",
    r"own it|currently|carry|in use|up and running|nothing wrong|no change",
    r"tengo|tenemos|acceso|activ[oa]|funciona\w*|uso|utilizo|usando|conmigo|sigo"
    r"|sigue|aun|todavia|mism[oa]|recibo|recibir",
    r"(?:es|siendo) mi[oa]|mano|disponible|hab|habe|haben|zugriff|zugang|aktiv|funktioniert"
    r"|geht|benutze|nutze|verwende|noch|bei mir",
    r"dabei|empfange\w*|erreichbar|gleiche\w?|vor mir|jai|avoir|acces|actif|active"
    r"|lai|marche|fonctionne|utilise|toujours",
    r"encore|avec moi|sur moi|recois|meme|joignable|tenho|acesso|ativ[oa]|comigo|ainda|recebo|consigo receber|mesmo",
    r"e meu|funcionando|disponivel|ho|accesso|attiv[oa]|funziona|utilizzo|ancora|con me|ricevo|stesso|c?e? ?lho"
    r"|e mio",
    r"raggiungibile|mam|dostep\w*|aktywn\w+|dziala|uzywam|korzystam|nadal|wciaz|przy sobie|odbieram|ten sam|posiadam",
    r"var|erisim\w*|aktif\w*|calisi\w+|kullan\w+|hala|yanimda|bende|elimde|alabil\w+|ayni|benim|acik|mevcut",
    r"есть|имею|имеется|доступ\w*|актив\w+|работает|рабочии|пользуюсь|использую"
    r"|у меня|со мнои|при мне|получаю|тот же",
    r"все еще|под рукои|на связи|в руках|деиств\w+|на руках|в порядке|є|маю|активн\w+|працю\w+|робочии|користу\w+",
    r"використову\w+|зі мною|при мені|отримую|досі|тои самии|в мене|у мене|heb|toegang"
    r"|actief|werkt|gebruik|nog|bij mij",
    r"har|tillgang|aktiv|fungerar|anvander|kvar|pristup|funguje|pouzivam|stale|porad"
    r"|(?:inca|il|mai|da|eu) am|am acces",
    r"activ|functioneaza|folosesc|mukodik|hasznalom|megvan|لدي|معي|دارم|有|可以|能|있어요|ある|है|יש|εχω",
)
_PUZZLED = _pattern(
    r"understand|understood|entiendo|entendi|entendo|comprend\w+|capisco|capito"
    r"|rozumiem|zrozumial\w+|anlam\w+|понял\w?",
    r"понимаю|понятно|зрозумі\w+|розумію|verstehe|verstanden|begrijp|forstar|rozumim|nerozumim|inteleg",
)
_ABOUT_SOMETHING_ELSE = _pattern(
    r"account|log ?in|login|password|withdraw\w*|money|funds|deposit\w*|help|support"
    r"|wallet|balance|btc|bitcoin|crypto|questions?|вопрос\w*|питання|pregunta|frage|аккаунт\w*|деньги|помогите",
    r"вход|воити|парол\w*|акаунт\w*|гроші|допоможіть|cuenta|dinero|ayuda|konto|geld"
    r"|hilfe|compte|argent|aide|conta|dinheiro|ajuda|conto|soldi|aiuto",
)
_ABOUT_THE_PHONE = _pattern(
    r"phones?|numbers?|sims?|sim ?cards?|cards?|sms|texts?|calls?|mobile|cell\w*"
    r"|device|line|handy|nummer|telefon\w*|numero|telefono|celular|movil|portable"
    r"|chip|puce|scheda|kart\\w*|tarjeta|carte",
    r"it|numer\w*|telefonu?|numara\w*|hat\w*|номер\w*|телефон\w*|сим\w*|карт\w*"
    r"|смс|number|iphone|android|access|acces\w*|zugriff|доступ\w*",
)
_ASKS = re.compile(r"(?:can|could|may|should) (?:i|we|you) ")
_LONGEST_ANSWER = 300
_FEW_WORDS = 4


def read_phone_access(text: str, *, now: datetime, locale: str | None) -> bool:  # noqa: ARG001  readers are called alike
    """Whether the person has the number in use now.

    Unsure: `partial_access` ("only calls", "sometimes", "yes, but it is blocked"), `no_answer` where they do not know,
    `not_understood`; always with Yes and No to choose from.
    """
    text = _unstretched(text)
    if says_no(text):
        return False
    if says_yes(text) or _ALL_OF_IT.fullmatch(text):
        return True
    if len(text) > _LONGEST_ANSWER:
        raise _asked_again("not_understood")
    if says_unknown(text):
        raise _asked_again("no_answer")
    return _weighed(text)


def _unstretched(text: str) -> str:
    """The text with "noooo" as "no" and "yesss" as "yes", and without the "no" that begins a Polish yes."""
    short = _STRETCHED.sub(lambda word: _shortened(word[0]), text) if len(text) <= _LONGEST_ANSWER else text
    return _POLISH_WELL.sub("", short)


def _shortened(word: str) -> str:
    once = _REPEATED.sub(r"\1", word)
    return once if plain(once) in YES or plain(once) in NO else word


_STRETCHED = re.compile(r"[^\W\d_]*([^\W\d_])\1[^\W\d_]*")
_REPEATED = re.compile(r"(.)\1+", re.IGNORECASE)
_POLISH_WELL = re.compile(
    r"^\s*noo*,? (?=(?:jasne|mam|pewnie|oczywi[sś]cie|tak|przecie[zż]|posiadam|wiadomo|dzia[lł]a|korzystam)\b)",
    re.IGNORECASE,
)
_ALL_OF_IT = re.compile(
    r"\s*(?:100|1000|110|200) ?(?:%|percent|prozent|procent\w*|por ?ciento|por ?cento|per ?cento"
    r"|процент\w*|відсотк\w*)\W*",
    re.IGNORECASE,
)


def _weighed(text: str) -> bool:
    told = [words for clause in _CLAUSES.split(text) if (words := plain(clause))]
    words = " | ".join(told)
    if _PARTLY.search(words) or (_SOMEONE_ELSE.search(words) and not _LOST.search(words)):
        raise _asked_again("partial_access")
    if _SO_NO.search(words):
        return False
    clauses = [calm for clause in told if (calm := " ".join(_REASSURING.sub(" ", clause).split()))]
    begins = next((said for clause in clauses[:2] if (said := _says(clause)) is not None), None)
    if (begins is None and ("?" in text or _asks(words))) or _PUZZLED.search(words):
        raise _asked_again("not_understood")
    rest, times_kept = _NEVER_LOST.subn(" ", " | ".join(clause for clause in clauses if not _says_only(clause)))
    is_calm = bool(times_kept) or clauses != told
    is_kept = is_calm or _is_still_there(rest)
    rest = _LEADING_NO.sub(" ", rest) if is_kept else rest
    lost = _says_no_access(rest)
    has = bool(times_kept or _HAVE.search(rest)) and not _is_about_something_else(rest)
    denies_a_loss = begins is False and has and not lost and is_kept
    return denies_a_loss or _settled(begins, lost=lost, has=has)


def _is_still_there(words: str) -> bool:
    """Whether something is still had: "still in repair" is not."""
    return _STILL.search(words) is not None and _HAVE.search(_STILL.sub(" ", words)) is not None


def _asks(words: str) -> bool:
    return (_ASKS.match(words) or _QUESTION.match(words)) is not None


def _settled(begins: bool | None, *, lost: bool, has: bool) -> bool:  # noqa: FBT001  the answer itself
    if begins is not None:
        if lost if begins else has and not lost:
            raise _asked_again("partial_access")
        return begins
    if lost or has:
        return not lost
    raise _asked_again("not_understood")


def _says(clause: str) -> bool | None:
    """What a clause that is a yes or a no says, or one that begins or ends with a plain yes."""
    words = clause.split()
    if clause in NO or NO.issuperset(words):
        return False
    yes = clause in YES or YES.issuperset(words) or words[0] in _PLAIN_YES
    return True if yes or (len(words) < _FEW_WORDS and words[-1] in _PLAIN_YES) else None


def _says_only(clause: str) -> bool:
    words = clause.split()
    return clause in NO or clause in YES or NO.issuperset(words) or YES.issuperset(words)


_CLAUSES = re.compile(r"[,.;:!\n]+\s*|\s-\s")
_PLAIN_YES = phrase_book("yes|yeah|yep|yup|yea|sure|sí|oui|evet|да|так|tak|ano|jawohl|jep|igen|ναι|نعم|بله") - {"si"}


def _says_no_access(words: str) -> bool:
    if _LOST.search(words):
        return True
    if not _NOT.search(words):
        return False
    few = len(words.split()) <= _FEW_WORDS
    told = few or _HAVE.search(words) is not None or _ABOUT_THE_PHONE.search(words) is not None
    return told and not _is_about_something_else(words)


def _is_about_something_else(words: str) -> bool:
    return _ABOUT_SOMETHING_ELSE.search(words) is not None and _ABOUT_THE_PHONE.search(words) is None


def _asked_again(reason: str) -> Exception:
    return Unsure(reason, (Option("Yes", "yes"), Option("No", "no")))
