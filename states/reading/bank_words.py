"""Words around the names of banks, each page in the form of `phrase_book`."""

from states.reading.words import phrase_book

GENERIC = phrase_book(
    """
    bank|banks|banka|banken|bankasi|bankas|banco|banca|banque|банк|банка|банку|банком|банке|банки|plc|ltd|limited|ag|sa
    nv|na|n|inc|uk|group|the|of|as|jsc|pjsc|ат|пат|ао|пао|llc|corp|corporation|co|company|s|a|p|l|spa|se|gmbh|oao|оао
    зао|тов|bankkonto|pank|pankki|bankası|bancorp|bankasından|bankasının|bankasına|bankasında|bankasıyla|bankasıydı
    banku|bankiem|banky|bankou|bance|banki|bancii|banktól|bankból|bankens|банком|банці|bankes
    """
)
"""What every bank's name may have, in the forms that sentences give it."""

CONNECTIVES = (
    "and|und|et|y|e|i|и|і|та|й|ve|och|og|oraz|plus|also|as well as|then|si|e anche|ainsi que|así como|sowie|a také"
    "|și|ja|en|ile|or|или|або|o|ou|oder|lub|n|puis|luego|dann|poi|depois|potem|sonra|затем|потом|потім|sen|daarna"
    "|později|apoi|και|és|aber|but|pero|mais|mas|ma|ale|ama|но|але|maar|men|dan|anche|également|också|auch|też|ook|чи|albo|bądź|ili|או|ή|eller|vagy|sau|nebo|alebo|tai|veya|или|abo|ali|arba"
)
"""Words that stand between two names."""

NEVER_A_NAME = phrase_book(
    """
    none|transfer|transfers|wire|sepa|swift|usual|normal|regular|same|before|previous|previously|mentioned
    above|told|already|forgot|know|remember|recall|mine|somewhere|something|someone|whatever|anything|everything|nothing
    any|many|several|few|lots|different|various|local|online|foreign|national|international|state|big|small|bankomat
    atm|cash|crypto|bitcoin|btc|eth|usdt|wallet|money|hello|hi|please|help|why|what|who|how|when|where|yes|ok|okay|test
    number|email|phone|address|passport|support|cex|cex io|exchange|password|pin|cvv|idk|lol|wtf|omg|tbd|tba|etc|n a
    mismo|misma|anterior|gleiche|vorher|irgendeine|irgendein|même|avant|banque|mesmo|stessa|stesso|ten sam|taki sam|aynı
    тот|тот же|такой|такой же|какой|какой то|разные|той самий|якийсь|різні|прежний|мой|обычный|секрет
    secret|private|confidential|skip|next|later|not|dont|cant|wont|no|see|qwerty|asdf|asdfgh|qwertyuiop|zxcvbn|abc|xyz
    aaa|foo|bar|blah|do|does|did|you|your|need|want|asking|ask|tell|can|could|would|should|will|there|here|live|am|im
    ive|deposit|deposits|withdraw
    """
)
"""Words that no bank of ours is called by, and that show that no bank is named."""

FUNCTION_WORDS = phrase_book(
    """
    a|an|the|either|my|our|your|it|its|was|is|were|are|be|been|i|had|have|has|having|used|use|using|with|from|by|at|of
    for|in|on|to|only|just|one|ones|two|three|third|another|other|others|both|all|each|every|card|cards|debit|credit
    prepaid|virtual|linked|issued|issues|issuer|issuing|bank's|name|names|named|called|account|accounts|banks|always
    mostly|mainly|main|old|older|new|newer|same|also|and|too|as well|well|verified|verify|payment|payments|which|that
    thats|this|these|those|them|they|theyre|there|me|we|us|he|she|his|her|some|maybe|probably|possibly|likely|perhaps
    certain|certainly|surely|definitely|think|thought|believe|guess|suppose|reckon|pretty|quite|almost|sure|should
    must|might|may|could|would|honestly|personal|joint|corporate|student|current|savings|gold|platinum|classic
    metal|black|green|blue|red|world|business|premier|premium|standard|first|second|now|nowadays|then|before|after
    later|previously|earlier|formerly|once|back|ago|today|recently|since|until|still|anymore|any more|longer|no longer
    expired|closed|cancelled|canceled|lost|blocked|active|inactive|expire|long|time|times|years|year|months|month|day
    days|changed|change|switched|switch|moved|got|get|gotten|came|comes|come|coming|opened|open|belongs|belonged|says
    say|written|provided|given|gave|sent|added|add|connected|registered|attached|tied|ended|became|being|so|but|mate
    bro|man|dude|sir|guys|pls|please|thanks|ty|lol|haha|btw|tbh|actually|basically|really|ever|forever|even|if|or|not
    m|ll|d|im|ive|id|ill|banking|banked|customer|client|member|branch|company|firm|out|up|down|about|over|off
    put|like|um|uh|er|hmm|oh|ok|okay|yes|yeah|yep|no|nope|here|heres|is it|who|whose|wife|wifes|husband|husbands|dads
    moms|mums|both|app|physical|plastic|digital|online|sapphire|freedom|rewards|cashback|travel|else|nothing|do|did
    kind|type|sort|default|primary|secondary|backup|main|yet|during|while|when|where|because|cause|cos|as
    """
    """
    карта|карты|карти|карту|карте|картой|карточка|карточки|карточку|картка|картки|картку|картці|карток|карточкой
    моя|мои|мій|мої|мою|моей|моей|была|были|був|була|було|были|есть|є|от|від|из|з|із|у|в|во|к|с|со|на|по|за|меня|мене
    мне|мені|банка|банк|банку|банки|банков|банків|банком|банке|дебетовая|кредитная|дебетова|кредитна|дебетовую
    зарплатная|это|это был|это была|этот|эта|эту|це|цей|ця|только|тільки|лишь|лише|одна|одну|один|две|дві|два|еще|ещё
    ще|обе|обидві|оба|первая|первый|вторая|второй|другая|другой|третья|перша|перший|друга|другий|інша|інший|третя
    первую|вторую|другую|першу|другу|іншу|кажется|вроде|наверное|думаю|точно|скорее|всего|здається|мабуть|напевно
    раньше|сейчас|теперь|потом|сначала|тогда|раніше|зараз|тепер|потім|спочатку|тоді|уже|вже|выпущена|выпущен|выдана
    выдан|выпустил|выдал|открыта|открыт|оформлена|видана|виданий|випущена|випущено|відкрита|оформлював|оформлял
    оформлена|был|быть|что|який|яка|що|который|которая|которую|которые|которым|называется|называлась|называл|зветься
    называется|называю|имел|имела|мав|мала|пользовался|пользовалась|користувався|користувалась|использовал
    использовала|закрыл|закрыта|закрита|старая|новая|стара|нова|старый|новый|мой|моего|моему|мого|имя|название|назва
    да|так|ну|вот|ось|а|и|і|та|но|але|не|тоже|також|теж|больше|більше|нет|действует|действительна|активна|истекла
    помощью|через|эмитент|емітент|клиент|клієнт
    """
    """
    karte|karten|meine|mein|meiner|meinem|meinen|von|vom|der|die|das|den|dem|des|war|waren|wäre|gewesen|es|bei|beim
    debitkarte|kreditkarte|konto|girokarte|ec|ist|sind|eine|einer|einem|ein|ne|ner|ich|hatte|hab|habe|haben|nur|und
    bin|kunde|kundin|kam|kommt|kommen|stammt|ausgestellt|ausgegeben|herausgegeben|heißt|heisst|namens|müsste
    sollte|dürfte|könnte|glaube|denke|meine|ziemlich|sicher|wohl|vielleicht|wahrscheinlich|früher|jetzt|heute|damals
    erst|erste|ersten|zuerst|dann|danach|zweite|zweiten|andere|anderen|anderer|eine|einmal|noch|auch|aber|schon|mehr
    nicht|abgelaufen|gekündigt|gesperrt|alte|alten|neue|neuen|inzwischen|mittlerweile|gewechselt|zu|zur|zum|aus|mit
    für|im|am|an|auf|als|hausbank|da|hier|so|immer|beide|beiden|zwei|drei|visa|genutzt|benutzt|verwendet|wurde|halt
    eigentlich|also|name|lautet
    """
    """
    tarjeta|tarjetas|de|del|mi|mis|mía|mío|era|eran|es|son|débito|crédito|la|lo|el|una|un|uno|unas|las|los|con|tengo
    tenía|tuve|tenia|solo|sólo|dos|tres|bancos|fue|fueron|emitida|emitido|emitió|emitidas|emisor|llama|llamada|llamado
    llaman|se|que|cual|otra|otro|otras|otros|primera|primero|primer|segunda|segundo|después|despues|luego|antes|ahora
    hoy|creo|seguro|segura|supongo|quizás|quizá|tal|vez|también|tambien|pues|bueno|sacó|saqué|saque|dio|dieron|por|en
    a|para|y|e|o|pero|ya|no|está|esta|este|estaba|vencida|caducada|cancelada|cerrada|vieja|antigua|nueva|sería|seria
    debe|debería|ser|usé|usaba|usada|uso|he|había|siempre|ambas|ambos|nombre|cuenta|cliente|soy|yo|me|prepago|virtual
    desde|hace|años|hasta|todavía|aún
    """
    """
    carte|cartes|ma|mon|mes|mien|mienne|du|des|d|c'était|cétait|c'est|cest|c|chez|une|le|les|l|était|etaient|sont|j'avais
    j'ai|j|jai|ai|avais|avec|deux|banques|bancaire|bancaires|est|vient|venait|viennent|provient|émise|émis|emise|emis
    émettrice|par|s'appelle|sappelle|s|appelle|appelée|nommée|elle|il|ce|ça|ca|cette|cet|qui|que|première|premier|deuxième
    seconde|second|autre|autres|ensuite|puis|avant|maintenant|aujourd'hui|après|aussi|mais|me|semble|crois|pense|sûr
    sûrement|sure|peut|être|etre|j'utilisais|utilisais|j'utilise|utilise|utilisé|utilisée|toujours|seulement
    juste|uniquement|plus|expirée|périmée|fermée|ancienne|ancien|nouvelle|nouveau|nom|client|cliente|je|suis|à
    au|aux|en|pour|dans|oui|ben|euh|virtuelle|prépayée|débit|les deux|toutes|doit|devait
    """
    """
    cartão|cartões|cartao|cartoes|do|da|dos|das|no|na|nos|nas|meu|minha|meus|minhas|era|eram|foi|foram|são|é|e|eh|um
    uma|uns|só|so|tenho|tinha|tive|emitido|emitida|pelo|pela|pro|pra|para|outro|outra|outros|primeiro|primeira|segundo
    segunda|depois|antes|agora|hoje|acho|creio|certeza|talvez|também|tambem|mas|passei|mudei|troquei|usei|usava|uso
    com|por|chama|chamado|chamada|se|que|qual|nome|conta|cliente|sou|eu|ele|ela|dois|duas|ambos|sempre|apenas|já
    vencido|expirado|cancelado|encerrado|antigo|antiga|novo|nova|deve|ser|seria|veio|vem|pré-pago|o|os|as|ao
    """
    """
    carta|carte|di|della|dello|dell|dei|delle|degli|il|i|gli|la|le|lo|l|mia|mie|mio|miei|era|erano|sono|è|sia|due|solo
    ho|avevo|avuto|debito|credito|prepagata|banche|emessa|emesso|emittente|da|dal|dalla|dall|con|prima|primo|seconda
    secondo|altra|altro|poi|dopo|adesso|ora|oggi|credo|penso|forse|sicuro|dovrebbe|essere|anche|ma|m|me|mi|ha|data|dato
    hanno|chiama|chiamata|si|che|quale|nome|conto|cliente|una|un|uno|usato|usata|usavo|sempre|soltanto|scaduta|chiusa
    vecchia|nuova|entrambe|e|ed|o|per|su|in|nel|nella|al|alla|stata|stato|fatta|fatto
    """
    """
    karta|karty|kartę|karte|kart|kartą|moja|moje|mój|mojej|moją|z|ze|w|we|u|od|do|na|była|był|było|były|to|jest|są|mam
    miałem|miałam|tylko|dwie|dwa|banku|kredytowa|debetowa|płatnicza|wydana|wydany|wydał|wydała|przez|jedna|jedną|jeden
    druga|drugą|drugi|inna|inny|pierwsza|pierwszą|pierwszy|trzecia|potem|później|wcześniej|teraz|dawniej|kiedyś|chyba
    myślę|sądzę|wydaje|mi|się|że|pewnie|prawdopodobnie|raczej|też|także|ale|już|nie|i|a|oraz|nazywa|nazwa|który|która
    którą|używałem|używałam|używam|korzystałem|zawsze|obie|stara|nowa|wygasła|zamknięta|konto|konta|klient|klientem
    jestem|ta|ten|tę|tą
    """
    """
    kartı|kartım|kartları|kartlarım|kartımı|kartlar|kredi|benim|vardı|idi|var|sadece|iki|olan|biri|birisi|diğeri|öteki
    öbürü|ilk|ilki|birinci|ikinci|ikincisi|önce|sonra|şimdi|şu|anda|eskiden|galiba|sanırım|herhalde|bence|kesin|muhtemelen
    bir|bu|o|ve|ile|da|de|için|aldığım|aldım|verdiği|verilen|kullandım|kullanıyordum|kullanıyorum|bankam|bankamın|adı
    ismi|adında|yani|ama|artık|eski|yeni|banka kartı|banka kartım|kartlarımdan|hesabım|müşterisiyim|ya
    """
    """
    kaart|kaarten|mijn|van|bij|was|waren|zijn|een|twee|de|het|dat|die|ene|andere|eerste|tweede|eerst|toen|nu|daarna
    dacht|denk|geloof|ik|had|heb|gebruik|gebruikte|is|pas|pasje|bankpas|uitgegeven|door|op|met|voor|ook|maar|alleen
    beide|altijd|waarschijnlijk|misschien|heet|oude|nieuwe|verlopen|rekening|er
    kort|korts|kortet|korten|mitt|min|mina|mit|mine|från|fra|hos|var|är|er|det|den|ett|en|et|två|to|första|andra|først
    först|sen|sedan|så|nu|nå|tidigare|tidligere|före|innan|tror|jag|jeg|har|hade|havde|utfärdat|utgivet|utställt|utstedt
    udstedt|av|af|och|og|bara|bare|kun|också|også|men|båda|begge|alltid|heter|hedder|gamla|nya|på|i|med|nog
    """
    """
    kortti|korttini|kortin|on|oli|minun|mun|sekä|ja|ensin|sitten|nyt|luulen|myöntänyt|yksi|toinen
    kartu|kartou|moje|můj|moji|mou|mám|měl|měla|mel|je|jsou|byla|byl|bylo|od|u|ze|jedna|jeden|druhá|druhý|první|potom
    pak|teď|dříve|předtím|asi|myslím|snad|že|také|jen|pouze|vydala|vydaná|vydal|jsem|se|jmenuje|ta|ten|to|stará
    bola|bol|mám|mal|moja|prvá|druhá|najprv|teraz|vydaná|ktorá|která|kterou|kde
    card|cardul|cardurile|carduri|meu|mea|mele|este|era|e|am|avut|aveam|de|la|din|cu|prima|primul|a|doua|doilea|unul|una
    unu|alta|altul|apoi|acum|înainte|cred|că|doar|numai|emis|și|si|nume|numește|numele
    kártya|kártyám|az|egy|tól|től|volt|van|banktól|és|csak|szerintem|azt|hiszem|másik|egyik|első|második|most|aztán
    κάρτα|κάρτες|μου|η|ο|το|την|τον|της|του|από|είναι|ήταν|και|μία|μια|ένα|άλλη|νομίζω|πρώτα|μετά|τώρα|στην
    картата|ми|е|беше|банката|мисля|първата|втората|сега|преди
    kartica|karticu|je|bila|od|iz|banke|moja|mislim|prva|druga|sada|prije|pre|kod|imam|imao|imala
    aquí|aqui|ici|hier|здесь|тут|qui|tutaj|burada|halt|eben|quand|même|wie|gesagt
    بطاقة|بطاقتي|من|هو|هي|كانت|و|کارت|من|است|بود|از
    between|entre|zwischen|między|между|між|works|work|worked|working|worked|tried|paid|pay|bought|failed|declined|everyday
    stopped|cancelled|голд|классик|платинум|блэк|голд|её|ее|его|її|його|закрыли|закрили|закрил|cancelé|cerré|fermé|fermée
    bancaire|bancaires|bancaria|bancarias|bancario|bancário|bancários|bancarie|bankowa|bankowej|bankowych|bankową
    банковские|банковскую|банковской|банковская|банківська|банківську|банківські|banka kartı|bankkort|bankkarte|bankpas
    lo|no lo|lol
    """
)
"""Words that may stand around a name without being part of one."""

PARTICLES = phrase_book(
    "of|the|and|de|la|del|du|di|do|da|dos|das|des|der|die|von|van|für|for|et|e|y|und|i|el|le|les|das|d|l|first|second"
    "|one|credit|savings|business|standard|premier|gold|world|debit|bank|student|black|blue|green|red|new|old|to|crédito"
    "|kredi|banque|banco|banca|main|metal|as|online|digital|united|in the|z|w|pro|a|s|o"
)
"""Words of these that a name may have inside, if we do not know it."""

VAGUE = phrase_book(
    "some|sum|any|another|other|different|unknown|random|certain|german|foreign|irgendein|irgendeine|irgendeiner|algún|alguno"
    "|otro|autre|quelque|outro|algum|altra|altro|qualche|jakiś|jakis|inny|başka|какой|какойто|какаято|другой|якийсь|інший"
)
"""Words that show that a bank is spoken of and not named."""

SIZES = phrase_book(
    "little|lil|small|tiny|big|large|kleine|kleiner|kleinen|große|grosse|petite|petit|grande|pequeño|pequeña|pequena|pequeno"
    "|piccola|piccolo|mały|mała|küçük|büyük|маленький|большой|небольшой|маленька|liten|stor"
)
"""Words that tell nothing of which bank it is."""

CALLED = (
    "called|named|llamad[oa]|que se llama|se llama|namens|genannt|heißt|heisst|appelée?|nommée?|s'appelle|chamad[oa]"
    "|que se chama|se chama|chiamat[oa]|che si chiama|si chiama|o nazwie|nazywa się|pod nazwą|под названием|называется"
    "|по имени|під назвою|називається|genaamd|heet|som heter|heter|který se jmenuje|jmenuje se|numită|goes by|known as"
)
"""Patterns of what stands right before a name."""

ORDINARY = phrase_book(
    """
    very|simple|current|idea|demir|kapital|chip|plum|tide|smile|column|relay|popular|compass|petal|upgrade|discover|square|fidelity|george
    neon|creation|fluid|stack|ledger|curve|regions|citizens|ally|chase|wise|zen|vivid|argent|genome|mercury|marcus|dime
    novo|ramp|avant|merrill|vanguard|mission lane|brim|tangerine|stash|step|one|first|next|max|pepper|up|volt|liberty
    heritage|horizon|summit|frost|elan|meridian|servus|home trust|penta|tomorrow|solaris|payback|zak|provincial|next
    ocean finance|yonder|jaja|union|national|community|commercial|central|investors|alliance|progressive|prosperity
    chime|aspiration|affirm|acorns|go|extra|copper|current account|mint|spring|sol|luna|inter|original|pan|next|neo
    original|will|ame|familiar|plaza|exterior|unidos|wing|aqua|plus|virgin|juno|ruby|coast|delta|golden|erste|banka
    popolare|capital|key|the bank|money|trust|smart|nova|moda|omni|prime|premier|true|ally|save|spark|rise|grow
    """
)
"""Names of issuers that are ordinary words as well: they count only where no other word says more."""

NOT = phrase_book(
    "0|no|not|never|никакие|ніякі|жодні|ninguna|none|nothing|without|dont|didnt|havent|hadnt|wasnt|isnt|arent"
    "|nope|zero|neither|нет|не|ни"
    "|ничего|никогда|никакой|никаких|никакую|нету|ні|ніколи|ніяких|ніякої|жодної|жодну|жодних|жодна|жодного|нема"
    "|немає|kein|keine|keinen|keiner|nie|nichts|nicht|niemals|nein|ohne|aucun|aucune|jamais|rien|pas|sans|non"
    "|ninguna|ninguno|nunca|nada|sin|jamás|nenhum|nenhuma|não|nao|sem|nessuna|nessun|nessuno|mai|niente|senza|nie"
    "|nigdy|żadna|żadnej|żadne|żadnych|brak|bez|nic|yok|hiç|hiçbir|değil|olmadı|etmedim|eklemedim|bağlamadım"
    "|kullanmadım|doğrulamadım|yapmadım|yoktu|geen|nooit|niet|niets|ingen|inga|inte|aldrig|ikke|ei|žádné"
    "|žádnou|nikdy|žádná|nemám|nem|nincs|soha|sem|nu|niciun|niciuno|nicio|niciodată"
)
"""Words of a denial."""

BRANCHES = phrase_book("international|internacional|internazionale|worldwide|global|europe|europa")
"""What may stand after a bank's name and leaves it the same bank."""

EITHER = (
    r"\b(?:or|oder|ou|o|of|eller|o sea|ya da|veya|або|чи|или|либо|albo|lub|nebo|sau|vagy|tai)\b"
    r"(?=.*\b(?:one of (?:them|the two|those|these|the 2)|one or the other|either one|which (?:one|of)"
    r"|(?:not sure|cant tell|dont know|no idea|forgot) which|un[oa] de (?:l[oa]s dos|ell[oa]s)|un[oa] u otr[oa]"
    r"|ein(?:e|s|er) (?:von|der|davon)(?: den)?(?: beiden| zwei)?|lun(?:e)? des deux|lun(?:e)? ou lautre"
    r"|um(?:a)? d[oa]s (?:dois|duas)"
    r"|um(?:a)? del[ea]s|un[oa] de(?:i|lle) due|jed(?:en|na) z (?:nich|dwoch)|один из (?:них|двух)|одна из (?:них|двух)"
    r"|одно из двух|один з (?:них|двох)|одна з (?:них|двох)|одне з двох|ikisinden biri|een van de (?:twee|beide)"
    r"|en av dem|jedna z nich|una din ele|una dintre ele)\b)"
)
"""A pattern of banks of which only one is meant, in the form of `plain`."""

NEVER = phrase_book(
    "never|havent ever|nunca|jamás|noch nie|niemals|jamais|nigdy|никогда|ніколи|nooit|aldrig|hiç|nikdy|niciodată"
    "|soha|koskaan|не было|не було|didnt have|dont have|do not have|have no|had no|no tengo|keine|kein|pas de|nessuna"
)
"""Denials with which a bank that is named as well is none of the person's."""

CARDS = r"card|bancomat|kart|карт|tarjet|\bcart[aeo]|kort|kaart|kárty|πιστωτικ|καρτα|بطاق|plastic"
LINKING = (
    r"verif|weryfik|вериф|link|lie\b|liee|associ|asoci|\badd|attach|\bbound|connect|vincul|anad|agreg|hinzu|verknupf"
    r"|hinterleg|ajout|adicion|collegat|aggiunt|\bdoda|podpi|podlacz|bagla|ekle|dogrul|привяз|прив яз|додав|добав"
    r"|подтвер|підтвер|проход|gekoppeld|koppel|toegevoegd|lagt|kopplat|lisan|adaug|hozzaad|adtam hozza|pridal|\bused?\b"
    r"|\busing|\busei|\busado|\buse\b|\busato|genutzt|benutzt|utilis|uzyw|kullan|использ|користув|пользов|gebruikt|anvant"
    r"|brukt|register|registr|\bsaved?\b|\bany\b|had one\b|such\b"
)
"""Patterns of what a denial must speak of, in the form of `plain`."""

NO_DENIAL = (
    r"\b(?:why|what|how|which|where|want|wanna|tell|telling|giv(?:e|ing|en)|gave|share|sharing|sa(?:y|id|ying)|show|send"
    r"|provide|disclose|waiting|pending|understand|matter\w*|see|find|found|sure|mean|work\w*|declined|remember\w*|business|your|ur|mind"
    r"|porque|por que|que banco|quiero|decir\w*|digo|voy|sag\w*|verrat\w*|warum|wieso|welche\w*|will|pourquoi|veux"
    r"|vais|dire|donner\w*|quero|vou|dizer|digo|voglio|dico|dire|perche|quale|chce|podam|powiem|dlaczego|jaki|neden"
    r"|istemiyorum|soyle\w*|vermem|hangi|почему|зачем|скажу|говорить|хочу|дам|какой|работает|чому|навіщо|який|кажу"
    r"|e?mail|sms|code|код|письм\w*|correo|received?|istemiyorum"
    r"|waarom|zeg|wil|welke|varfor|vill|vilken|funktion\w*|funciona|marche)\b"
)
"""Patterns of refusals to tell, complaints and questions."""

DEFINITE = (
    r"\b(?:the|this|that|my|your|la|mi|esta|die|meine|diese|ma|cette|o|meu|minha|este|mia|questa|moj\w+|te|мою|моя|эту|эта"
    r"|цю|ця|mijn|deze|mitt|min)\s(?:\w+\s){0,2}(?:card|kart|tarjet|cart[aeo]|kort|kaart|карт)"
)
"""A pattern of one certain card: who does not have it at hand does not say that there never was one."""
