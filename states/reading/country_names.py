"""Names of countries that CLDR does not list: short forms, nicknames, adjectives, former countries."""

from collections.abc import Mapping

from states.reading.words import phrase_book

LOCALES = (
    "en es de fr pt it pl tr ru uk nl sv da nb fi cs sk hu ro bg el hr sr sl lt lv et be sq mk bs is ga ca "
    "eu gl ka hy az kk uz ky"
    " ar fa he hi bn ur id ms vi th ko ja zh zh_Hant fil sw af mn tg tk"
)
"""The languages whose names of countries are understood."""

INFLECTING_LOCALES = "ru uk be bg sr mk pl cs sk hr sl lt lv et fi hu ro el kk tr az"
"""The languages that change the end of a name by its place in the sentence."""

NOT_COUNTRIES = frozenset(
    ("AC", "AQ", "BV", "CP", "CQ", "DG", "EA", "EU", "EZ", "HM", "IC", "QO", "TA", "TF", "UM", "UN", "XA", "XB", "ZZ")
)
"""Entries of CLDR that issue no documents and hold no addresses of people."""

ALIASES: Mapping[str, str] = {
    "AE": "emirados|emirados árabes|emiratos árabes|emiraty|емірати|арабские эмираты|арабські емірати"
    "|الامارات|الإمارات|الإمارات العربية المتحدة|uae|u a e|emirates|the emirates|united arab emirate"
    "|arab emirates|emirati arabi|emiratos|émirats|emirate"
    "|vae|oae|оаэ|оае|эмираты"
    "|емірати|zea|bae|eau|eau emirats|dubai uae|арабские эмираты|vereinigte arab emirate",
    "AG": "antigua|antigua barbuda|antigua and barbuda",
    "AR": "argentine|argentine republic|república argentina",
    "AT": "republik österreich|republic of austria|oesterreich",
    "AU": "oz|aussie|commonwealth of australia|straya",
    "BA": (
        "bosnia|bosnia herzegovina|bosnia and herzegovina|bosna|bih|b i h|bosnien|bosnie|босния|боснія|bośnia"
        "|bosnia hercegovina"
    ),
    "BE": "kingdom of belgium|belgie belgique",
    "BO": "plurinational state of bolivia",
    "BN": "brunei darussalam",
    "BQ": "bonaire",
    "BR": "federative republic of brazil|república federativa do brasil",
    "BS": "the bahamas|bahama islands",
    "BY": "byelorussia|belorussia|byelarus|белоруссия|білорусія|республика беларусь|republic of belarus|рб"
    "|weissrussland|biélorussie"
    "|bielorussia|bielorrusia|beyaz rusya|wit rusland|vitryssland",
    "CA": "dominion of canada",
    "CD": "drc|d r c|dr congo|drcongo|democratic republic of the congo|democratic republic of congo|congo dr"
    "|congo drc|congo kinshasa|rdc"
    "|république démocratique du congo|dem rep congo|dem rep of the congo|дрк|congo democratic republic"
    "|congo the democratic republic of the"
    "|демократическая республика конго|демократична республіка конго|república democrática del congo"
    "|república democrática do congo"
    "|demokratische republik kongo|zaire|demokratyczna republika konga",
    "CF": "central africa|centrafrique|centroafrica|centrafrica|центральная африка|car|c a r|central african rep|цар",
    "CG": "republic of the congo|republic of congo|congo republic|congo brazzaville|république du congo"
    "|rep of the congo|республика конго"
    "|республіка конго|republik kongo|república del congo",
    "CH": "swiss confederation|helvetia|schweizerische eidgenossenschaft|suiza|confoederatio helvetica",
    "CI": (
        "ivory coast|cote d ivoire|cote divoire|republic of cote d ivoire|costa de marfil|elfenbeinküste"
        "|берег слоновой кости|rci"
    ),
    "CN": "prc|peoples republic of china|people's republic of china|mainland china|china mainland|кнр|p r china"
    "|pr china|china prc|中國"
    "|中华人民共和国|república popular china|volksrepublik china",
    "CR": "costarica",
    "CV": "cape verde|cabo verde|cape verde islands",
    "CY": "republic of cyprus|south cyprus",
    "CZ": "czech|czech republic|the czech republic|czech rep|czechia|czech rep.|česká republika|čr|republika czeska"
    "|česko|república checa"
    "|république tchèque|tschechische republik|чешская республика|чеська республіка|tchéquie|repubblica ceca"
    "|çek cumhuriyeti|чр|tsjechische republiek",
    "DE": "frg|federal republic of germany|west germany|brd|bundesrepublik|bundesrepublik deutschland|germania|фрг"
    "|фрн|deutchland|deutchland"
    "|deutsch land|allemange|federalna republika niemiec",
    "DK": "kingdom of denmark",
    "DO": "dominikanische rep|rép dominicaine"
    "|dominican rep|dominican|the dominican|rep dominicana|rd|доминикана|домінікана|dominikana|dom rep|domrep",
    "EG": "arab republic of egypt",
    "ES": (
        "kingdom of spain|reino de españa|canary islands|canaries|islas canarias|canarias|mallorca|catalonia"
        "|catalunya|cataluña"
    ),
    "FJ": "fiji islands",
    "FK": "falklands|malvinas",
    "FM": "federated states of micronesia",
    "FO": "faroes|faroe",
    "FR": "french republic|république française|metropolitan france|france metropolitaine",
    "GB": "uk|u k|united kingdom|the uk|great britain|greatbritain|britain|gb|g b|england|scotland|wales"
    "|northern ireland|n ireland|ulster|u.k."
    "|unitedkingdom|united kingdom of great britain and northern ireland|united kingdom gb|uk gb|inglaterra"
    "|reino unido|escocia|gales|gran bretaña"
    "|irlanda del norte|angleterre|écosse|pays de galles|royaume uni|grande bretagne|england uk|uk england"
    "|großbritannien|grossbritannien|england gb"
    "|schottland|nordirland|vereinigtes königreich großbritannien|inghilterra|scozia|galles|gran bretagna"
    "|regno unito|anglia|szkocja|walia"
    "|wielka brytania|zjednoczone królestwo|wlk brytania|w brytania|uk wielka brytania|ingiltere|iskoçya"
    "|galler|büyük britanya|birleşik krallık|англия|шотландия"
    "|уэльс|великобритания|соединенное королевство|соединённое королевство|британия|северная ирландия|англія"
    "|шотландія|уельс|велика британія"
    "|сполучене королівство|великобританія|британія|північна ірландія|engeland|schotland|groot brittannië"
    "|verenigd koninkrijk|storbritannien"
    "|storbritannia|anglie|velká británie|skotsko|spojené království|veľká británia|nagy britannia"
    "|egyesült királyság|marea britanie|anglia uk"
    "|велика британия|великобритания|ηνωμένο βασίλειο|αγγλία|μεγάλη βρετανία|velika britanija|engleska"
    "|anglija|didžioji britanija|lielbritānija"
    "|suurbritannia|inglismaa|iso britannia|englanti|بريطانيا|انجلترا|انگلستان|بریتانیا|אנגליה|בריטניה"
    "|इंग्लैंड|ब्रिटेन|英国|英格兰|イギリス|영국",
    "GE": "republic of georgia|georgia country|georgia the country|country georgia|country of georgia"
    "|georgia europe|georgia republic|sakartvelo"
    "|georgia tbilisi|tbilisi georgia|georgia caucasus|грузия|грузія|georgien|géorgie|gruzja|gürcistan",
    "GM": "the gambia",
    "GN": "guinea conakry|guinée conakry",
    "GR": "hellas|hellenic republic|ellada",
    "GW": "guinea bissau",
    "HK": "hong kong|hongkong|hk|hong kong sar|hong kong china|hksar|гонконг|香港",
    "HR": "hrvatska|republic of croatia|republika hrvatska",
    "HU": "republic of hungary",
    "ID": "republic of indonesia|indo",
    "IE": (
        "eire|éire|republic of ireland|ireland republic|southern ireland|roi|rep of ireland|irish republic"
        "|republik irland"
    ),
    "IN": "bharat|hindustan|republic of india|भारत",
    "IR": "islamic republic of iran|persia",
    "IL": "state of israel",
    "IM": "isle of man|iom",
    "IT": "italian republic|repubblica italiana|sicily|sardinia|sicilia|sardegna",
    "JO": "hashemite kingdom of jordan",
    "JP": "nippon|nihon|日本国",
    "KG": (
        "kyrgyzstan|kirghizia|kirgizia|kyrgyz republic|kirgizstan|киргизия|киргизстан|кыргызская республика|kirgistan"
    ),
    "KN": "st kitts|saint kitts|st kitts and nevis|saint kitts and nevis|saint kitts nevis",
    "KP": "north korea|dprk|n korea|democratic peoples republic of korea|кндр|korea north|северная корея",
    "KR": "south korea|s korea|republic of korea|rok|korea south|korea republic of|korea republic|korea rep"
    "|korea seoul|south korean republic"
    "|южная корея|південна корея|республика корея|한국|대한민국|south-korea|corea del sur|südkorea|corée du sud",
    "KY": "caymans|cayman|grand cayman",
    "KZ": "republic of kazakhstan|kz|республика казахстан|казакстан|рк|kazachstan|khazakhstan",
    "LA": "lao|lao pdr|lao peoples democratic republic",
    "LC": "saint lucia|st lucia",
    "LK": "srilanka|ceylon",
    "LT": "republic of lithuania|lietuvos respublika",
    "LU": "grand duchy of luxembourg|luxemburg|luxemburgo",
    "LV": "republic of latvia|latvijas republika",
    "LY": "libyan arab jamahiriya",
    "MD": "moldavia|moldova republic of|republic of moldova|republica moldova|молдавия|молдова|молдавія|pmr",
    "ME": "crna gora|montenegro republic",
    "MF": "saint martin french|st martin french part|french saint martin",
    "MK": "macedonia|fyrom|north macedonia|republic of north macedonia|republic of macedonia|македония|македонія"
    "|makedonija|macedonia fyrom"
    "|mazedonien|macédoine|makedonya",
    "MM": "burma|myanmar|birma|birmanie|birmania|бирма|myanmar burma",
    "MO": "macao|macau|macau sar|macao sar|澳门",
    "MX": "mexico|méjico|mejico|united mexican states|estados unidos mexicanos",
    "MY": "malasia",
    "NG": "naija|federal republic of nigeria|niga nigeria",
    "NL": "holland|netherlands|the netherlands|nederland|netherland|the netherland|kingdom of the netherlands"
    "|holanda|hollande|olanda|holandia"
    "|hollanda|голландия|голландія|holandsko|nizozemí|niederlande|niederlanden|pays bas|paesi bassi"
    "|países bajos|countries low"
    "|нидерланды|нідерланди|nizozemska|olandija|hollandia|nederlands",
    "NO": "kingdom of norway",
    "NZ": "aotearoa|new zeland|newzealand|nz|n z|new zealand aotearoa",
    "PG": "papua|папуа|png",
    "PH": (
        "phillipines|philipines|philippine|the philippine islands|pinas|pilipinas|phils|filipinas"
        "|republic of the philippines|rp|philippine islands"
    ),
    "PL": "republic of poland|rzeczpospolita|rzeczpospolita polska|rp polska",
    "PM": "saint pierre and miquelon",
    "PS": "palestine|state of palestine|palestinian authority|west bank|gaza|палестина|palästina|filistin|palestina",
    "PT": "portuguese republic|república portuguesa|madeira|azores|açores",
    "RE": "la reunion|reunion island|réunion",
    "RO": "rumania|roumania|romînia",
    "RS": "srbija|republic of serbia",
    "RU": "russian federation|rf|the russian federation|рф|российская федерация|російська федерація|rossiya|rossija"
    "|rusia|föderation russland"
    "|russische föderation|fédération de russie|federacja rosyjska|federación rusa|federación de rusia|рашка"
    "|rusia federation",
    "SA": (
        "саудовская|саудівська|saudita|saoudite|arabie"
        "|ksa|k s a|saudi|saudia|kingdom of saudi arabia|saudi arabian kingdom|саудовская аравия"
        "|the kingdom of saudi arabia|arabie saoudite"
    ),
    "SK": "slovak republic|slovakia|slovenská republika|slovak|slovak rep|словакия",
    "SI": "republic of slovenia|slovenija",
    "SO": "somaliland",
    "ST": "sao tome|são tomé|sao tome and principe|sao tome principe",
    "SX": "sint maarten dutch|st maarten|dutch saint martin",
    "SY": "syrian arab republic",
    "SZ": "swaziland|kingdom of eswatini",
    "TC": "turks and caicos|turks caicos",
    "TH": "kingdom of thailand|siam",
    "TL": "east timor|timor leste|timor",
    "TR": "turkey|turkiye|türkiye|republic of turkey|republic of türkiye|türkiye cumhuriyeti|tc|turkiye cumhuriyeti"
    "|turquía|turquie|die türkei"
    "|tr|turkei|tuerkei|turkey türkiye",
    "TT": "trinidad|tobago|trinidad tobago|trinidad and tobago",
    "TW": (
        "taiwan|roc|republic of china|chinese taipei|taiwan roc|formosa|中華民國|taiwan republic of china"
        "|taiwan province of china"
    ),
    "TZ": "united republic of tanzania|zanzibar",
    "UA": "ukraine|the ukraine|ukraina|ukrain|україна|украина|республика украина|ua|ucrania|ukrajina",
    "US": "usa|us|u s a|u s|united states|the united states|the us|the usa|united states of america"
    "|the united states of america|america|the states"
    "|states|unitedstates|us of a|u.s.|u.s.a.|united state|united state of america|usa america|estados unidos"
    "|ee uu|eeuu|ee. uu.|estados unidos de américa"
    "|eua|estados unidos da américa|états unis|etats unis|états unis d'amérique|vereinigte staaten"
    "|vereinigte staaten von amerika|die usa|den usa"
    "|die vereinigten staaten|vereinigten staaten|stati uniti|stati uniti d'america|stany zjednoczone"
    "|stanach zjednoczonych|stanów zjednoczonych"
    "|stany|abd|a b d|amerika|amerika birleşik devletleri|birleşik devletler|сша|америка|соединенные штаты"
    "|соединённые штаты америки|штаты"
    "|соединенные штаты америки|сполучені штати|сполучені штати америки|штати|verenigde staten|de vs"
    "|förenta staterna|spojené státy|spojené státy americké"
    "|egyesült államok|statele unite|statele unite ale americii|sua|ηπα|сащ|yhdysvallat|الولايات المتحدة"
    "|امريكا|آمریکا|ארצות הברית|अमेरिका|美国|アメリカ|미국"
    "|américa|amérique|united states america|unites states|u s of a|стейтс",
    "UY": "república oriental del uruguay",
    "UZ": "republic of uzbekistan|uzbekiston|o'zbekiston|ozbekiston",
    "VA": "vatican|holy see|vatican city state|ватикан",
    "VC": (
        "saint vincent|st vincent|saint vincent and the grenadines|st vincent and the grenadines|st vincent grenadines"
    ),
    "VE": "bolivarian republic of venezuela",
    "VG": "bvi|british virgin islands|virgin islands british",
    "VI": "usvi|us virgin islands|united states virgin islands|virgin islands us|u s virgin islands",
    "VN": "viet nam|vietnam|socialist republic of vietnam|вьетнам",
    "XK": "kosova|kosovo republic|republic of kosovo|косово",
    "ZA": "rsa|republic of south africa|s africa|юар|пар|s a south africa|suid afrika|southafrica|юна африка",
    "EH": "western sahara|sahrawi republic",
    "LI": "lichtenstein|liechtenstein principality",
    "MC": "principality of monaco",
    "CW": "curacao",
    "BL": "saint barthelemy|st barts",
    "SH": "saint helena|st helena|ascension island|tristan da cunha",
    "GF": "guyane|french guyana",
    "AD": "principality of andorra",
    "SM": "republic of san marino",
    "AL": "shqiperi|shqipëria|shqiperia",
    "AM": "hayastan|republic of armenia",
    "AZ": "azerbaijan republic|republic of azerbaijan|azerbaidjan|азербайджан",
    "EE": "eesti|republic of estonia|eesti vabariik",
    "FI": "suomi|republic of finland",
    "SE": "kingdom of sweden|sverige",
    "IS": "ísland|republic of iceland",
    "BG": "republic of bulgaria|bulgariya",
    "MA": "kingdom of morocco|marocco",
    "DZ": "peoples democratic republic of algeria",
    "LB": "lebanese republic",
    "QA": "state of qatar",
    "KW": "state of kuwait",
    "BH": "kingdom of bahrain",
    "OM": "sultanate of oman",
    "PK": "islamic republic of pakistan|pak",
    "BD": "peoples republic of bangladesh|bangla desh",
    "SG": "republic of singapore|sg|s pore",
    "TM": "turkmenia|туркмения|туркменія",
    "TJ": "tadjikistan|tadzhikistan",
    "MN": "outer mongolia",
}
"""Country by code: other names, parted by `|`, in any language."""

INFLECTED: Mapping[str, str] = {
    "DE": "niemczech|niemiec|niemcom|niemcami",
    "IT": "włoszech|włoch|włochy",
    "CZ": "czechach|czech|czechami|чехии|чехию|чехией|чехії|чехію",
    "HU": "węgrzech|węgier|венгрии|угорщині|угорщини",
    "RU": "росії|росію|россии|россию|россией|росією|rosji|rosję|rusku|ruska",
    "US": "штатах|штатов|соединенных штатах|соединенных штатов|сполучених штатах|сполучених штатів"
    "|соединенных штатов америки|сполучених штатів америки"
    "|usas|abdde|abdden|us an|sša",
    "GB": (
        "англии|англію|англії|великобритании|великої британії|великій британії|соединенного королевства"
        "|сполученого королівства|anglii|wielkiej brytanii"
    ),
    "AE": "эмиратах|эмиратов|еміратах|еміратів|emiratach|emiratów|объединенных арабских эмиратах"
    "|объединенных арабских эмиратов"
    "|об'єднаних арабських еміратах|об'єднаних арабських еміратів",
    "NL": "нидерландах|нидерландов|нідерландах|нідерландів|голландии|holandii|niederlanden",
    "SI": "slovenije|sloveniji",
    "HR": "hrvatske|hrvatskoj|chorwacji",
    "CH": "szwajcarii|швейцарии",
    "LV": "łotwie|łotwy",
    "LT": "litwie|litwy",
}
"""Forms of a name inside a sentence that no ending explains."""

ADJECTIVES: Mapping[str, str] = {
    "AE": "emirati|uae national",
    "AF": "afghan|afghani",
    "AL": "albanian",
    "AM": "armenian",
    "AR": "argentinian|argentinean|argentino|argentina",
    "AT": "austrian|österreichischer|österreichische|österreichisch|austriaco|autrichien|austriacki",
    "AU": "australian|australiano|australisch",
    "AZ": "azerbaijani|azeri",
    "BA": "bosnian",
    "BD": "bangladeshi|bengali",
    "BE": "belgian|belge|belgisch|belgischer|belgische|belga",
    "BG": "bulgarian|bulgarisch|bulgarischer|bulgare|búlgaro|болгарский",
    "BR": "brazilian|brasileiro|brasileira|brasileño|brasilianisch|brésilien",
    "BY": "belarusian|belarussian|byelorussian|белорусский|белорусская|білоруський|weißrussisch|białoruski",
    "CA": "canadian|canadien|canadiense|kanadisch|канадский",
    "CH": "swiss|suisse|schweizer|svizzero|suizo|szwajcarski",
    "CL": "chilean|chileno",
    "CM": "cameroonian",
    "CN": "chinese|chinesisch|chinois|chino|китайский",
    "CO": "colombian|colombiano|colombiana",
    "CU": "cuban",
    "CY": "cypriot",
    "CZ": "czech|český|tschechisch|tschechischer|tchèque|checo|czeski|чешский|чеський",
    "DE": (
        "german|deutsch|deutscher|deutsche|deutsches|deutschen|alemán|alemão|allemand|allemande|tedesco|niemiecki"
        "|alman|немецкий|німецький|duits|tysk"
    ),
    "DK": "danish|dansk|dänisch|danois|danés",
    "DZ": "algerian|algérien",
    "EC": "ecuadorian|ecuatoriano",
    "EE": "estonian|estnisch|эстонский|естонський",
    "EG": "egyptian|égyptien|egipcio",
    "ES": (
        "spanish|español|española|spanisch|spanischer|espagnol|espagnole|espanhol|spagnolo|hiszpański|испанский"
        "|іспанський|ispanyol|spaans|spansk"
    ),
    "ET": "ethiopian",
    "FI": "finnish|finnisch|suomalainen|финский",
    "FR": (
        "french|français|française|französisch|französischer|francés|francês|francese|francuski|fransız"
        "|французский|французький|frans|fransk"
    ),
    "GB": "british|english|scottish|welsh|britisch|britischer|britische|britannique|británico|britânico|britannico"
    "|brytyjski|ingiliz|британский"
    "|британський|английский|англійський|inglés|inglês|inglese|anglais|englisch|angielski|brits|brittisk",
    "GE": "georgian|georgisch|géorgien|gruziński|грузинский|грузинський|gürcü",
    "GH": "ghanaian",
    "GR": "greek|griechisch|griechischer|grec|griego|grego|greco|grecki|yunan|греческий|грецький",
    "HR": "croatian|hrvatski|kroatisch|kroatischer|croate|croata|chorwacki",
    "HU": "hungarian|ungarisch|ungarischer|hongrois|húngaro|ungherese|węgierski|magyar|венгерский|угорський",
    "ID": "indonesian",
    "IE": "irish|irisch|irlandais|irlandés|irlandês|irlandese|irlandzki|ирландский",
    "IL": "israeli|израильский|ізраїльський|israelisch",
    "IN": "indian|indisch|indien|indio|индийский|індійський",
    "IQ": "iraqi",
    "IR": "iranian|persian",
    "IS": "icelandic",
    "IT": (
        "italian|italiano|italiana|italienisch|italienischer|italien|włoski|italyan|итальянский|італійський"
        "|italiaans|italiensk"
    ),
    "JM": "jamaican",
    "JO": "jordanian",
    "JP": "japanese|japanisch|japonais|japonés|японский",
    "KE": "kenyan",
    "KG": "kyrgyz",
    "KR": "south korean",
    "KW": "kuwaiti",
    "KZ": "kazakh|kazakhstani|казахстанский|казахский",
    "LB": "lebanese|libanais",
    "LK": "sri lankan",
    "LT": "lithuanian|lietuvos|litauisch|lituanien|lituano|litewski|литовский|литовський|lietuviškas",
    "LU": "luxembourgish",
    "LV": "latvian|lettisch|letton|łotewski|латвийский|латиський|latvijas",
    "MA": "moroccan|marocain|marokkanisch|marroquí",
    "MD": "moldovan|moldavian|молдавский|молдовский|молдовський",
    "ME": "montenegrin",
    "MK": "macedonian",
    "MT": "maltese",
    "MX": "mexican|mexicano|mexicana|mexikanisch",
    "MY": "malaysian",
    "NG": "nigerian",
    "NL": (
        "dutch|nederlands|nederlandse|niederländisch|niederländischer|holländisch|néerlandais|holandés|holandês"
        "|olandese|holenderski|hollandsk"
    ),
    "NO": "norwegian|norsk|norwegisch|norvégien|noruego|norweski",
    "NP": "nepali|nepalese",
    "NZ": "kiwi",
    "PE": "peruvian|peruano|peruana",
    "PH": "filipino|philippine|pinoy",
    "PK": "pakistani",
    "PL": (
        "polish|polski|polska|polnisch|polnischer|polnische|polonais|polonaise|polaco|polacco|polonez|польский"
        "|польська|польський|polskie|pools|polsk"
    ),
    "PT": (
        "portuguese|português|portuguesa|portugués|portugiesisch|portugiesischer|portugais|portoghese|portugalski"
        "|portugees|portugisisk"
    ),
    "RO": (
        "romanian|român|românesc|rumänisch|rumänischer|roumain|rumano|romeno|rumeno|rumuński|румынский|румунський"
        "|roemeens"
    ),
    "RS": "serbian|srpski|serbisch|serbe|serbio|сербский",
    "RU": "russian|russisch|russischer|russe|ruso|russo|rosyjski|rus|российский|русский|російський",
    "SA": "السعودية|المملكة العربية السعودية|عربستان|saudi arabian",
    "SE": "swedish|svensk|svenskt|schwedisch|schwedischer|suédois|sueco|svedese|szwedzki|шведский",
    "SG": "singaporean",
    "SI": "slovenian|slovene|slovenski",
    "SK": "slovak|slovakian|slovenský|slowakisch|slovaque|eslovaco|słowacki|словацкий|словацький",
    "SY": "syrian|syrisch|syrien",
    "TH": "thai",
    "TN": "tunisian|tunisien",
    "TR": "turkish|türk|türkisch|türkischer|türkische|turc|turque|turco|turecki|турецкий|турецький|turks",
    "TW": "taiwanese",
    "TZ": "tanzanian",
    "UA": "ukrainian|ukrainisch|ukrainischer|ukrainische|ukrainien|ukrainienne|ucraniano|ucraniana|ucraino"
    "|ukraiński|ukraynalı|украинский|украинская"
    "|український|українська|oekraïens|ukrainsk|ukrajinský",
    "UG": "ugandan",
    "US": (
        "american|amerikanisch|amerikanischer|américain|americano|amerykański|amerikan|американский|американський"
        "|amerikaans|us american"
    ),
    "UZ": "uzbek|узбекский",
    "VE": "venezuelan|venezolano",
    "VN": "vietnamese",
    "ZA": "south african|südafrikanisch",
    "ZW": "zimbabwean",
}
"""Words for what belongs to a country: "Polish" in "my Polish passport"."""

OBSOLETE = (
    "ussr|u s s r|soviet union|the soviet union|soviet|cccp|urss|udssr|udssr sowjetunion|sowjetunion"
    "|union soviétique|unión soviética|união soviética"
    "|unione sovietica|zsrr|związek radziecki|sovyetler birliği|sscb|ссср|советский союз|срср|радянський союз"
    "|srsr|sovjetunionen|sovjet unie|sssr"
    "|yugoslavia|jugoslavia|jugoslavija|jugosławia|jugoslawien|yougoslavie|yugoslavya|югославия|югославія"
    "|sfry|fry|jugoslavien|iugoslavia|sfrj"
    "|czechoslovakia|čssr|cssr|tschechoslowakei|tchécoslovaquie|checoslovaquia|checoeslovaquia"
    "|tchecoslováquia|cecoslovacchia|czechosłowacja|čskoslovensko"
    "|československo|чехословакия|чехословаччина|çekoslovakya|tsjechoslowakije|tjeckoslovakien"
    "|gdr|ddr|east germany|eastern germany|german democratic republic|ostdeutschland"
    "|deutsche demokratische republik|rda|nrd|гдр|ндр|sbz"
    "|serbia and montenegro|serbia montenegro|сербия и черногория|сербія і чорногорія|serbia y montenegro"
    "|srbija i crna gora|serbien und montenegro"
    "|netherlands antilles|dutch antilles|rhodesia|upper volta|south yemen|north vietnam|south vietnam"
    "|prussia|austria hungary|österreich ungarn"
    "|ottoman empire|russian empire|roman empire|british empire|dahomey|tanganyika|biafra|east pakistan"
    "|united arab republic|transvaal"
)
"""Countries that are no more and have no single successor."""

NO_COUNTRY = (
    "europe|asia|africa|america south|south america|north america|latin america|central america|middle east"
    "|oceania|antarctica|eu|e u|european union"
    "|europa|azja|afrika|europe union|eurozone|schengen|scandinavia|balkans|the balkans|baltics|caribbean"
    "|the caribbean|cis|снг|снд|европа|азия|африка"
    "|європа|азія|евросоюз|ес|єс|union européenne|unión europea|europäische union|unia europejska|avrupa|asya"
    "|abroad|overseas|earth|world|planet earth"
    "|worldwide|international|foreign|home|my country|here|homeland|за границей|за кордоном|ausland"
    "|im ausland|extranjero|estranjero|l'étranger"
    "|wakanda|narnia|atlantis|mars|moon|the moon|mordor|gondor|neverland|westeros|far east|western europe"
    "|eastern europe|the west|the east|uno|un|nato"
)
"""Places that are no country, and answers that name none."""

AMBIGUOUS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "georgia": (("Georgia (the country)", "Georgia (country)"), ("Georgia, USA", "Georgia, USA")),
    "congo|the congo|kongo|конго|congo republic or dr": (
        ("DR Congo (Kinshasa)", "DR Congo"),
        ("Republic of the Congo (Brazzaville)", "Republic of the Congo"),
    ),
    "korea|korean|corea|corée|coree|koreya|корея|кореи|корее|кореї|корею|kore|coreia": (
        ("South Korea", "South Korea"),
        ("North Korea", "North Korea"),
    ),
    "virgin islands|the virgin islands": (
        ("British Virgin Islands", "British Virgin Islands"),
        ("U.S. Virgin Islands", "U.S. Virgin Islands"),
    ),
    "saint martin|st martin": (("Saint Martin (French part)", "French Saint Martin"), ("Sint Maarten", "Sint Maarten")),
    "samoa islands": (("Samoa", "Samoa"), ("American Samoa", "American Samoa")),
    "guyana guiana|guiana": (("Guyana", "Guyana"), ("French Guiana", "French Guiana")),
}
"""Names that mean two countries, with what to offer: a label and a text that means one of them only."""

CODES_THAT_MEAN_TWO: Mapping[str, tuple[str, str]] = {
    "ca": ("Canada", "California"),
    "ga": ("Gabon", "Georgia"),
    "pa": ("Panama", "Pennsylvania"),
    "va": ("Vatican City", "Virginia"),
    "nc": ("New Caledonia", "North Carolina"),
    "sc": ("Seychelles", "South Carolina"),
    "mo": ("Macao", "Missouri"),
    "ms": ("Montserrat", "Mississippi"),
    "la": ("Laos", "Louisiana"),
    "ky": ("Cayman Islands", "Kentucky"),
    "ne": ("Niger", "Nebraska"),
    "sd": ("Sudan", "South Dakota"),
    "mn": ("Mongolia", "Minnesota"),
    "md": ("Moldova", "Maryland"),
    "al": ("Albania", "Alabama"),
}
"""Two letters that are as often a US state as the country: the name of the country, then of the state."""

WORDS_NOT_CODES = phrase_book(
    "hi|oh|ok|or|ad|am|an|and|are|as|at|be|by|can|car|com|do|dom|et|fin|fro|guy|ham|in|is|la|lie|ma|man|mar|me|mi|mu|my"
    "|na|ne|ni|no|nor|om|os|pan|per|pro|se|si|so|st|sx|ta|to|ton|tu|va|we|ya"
)
"""Short words that are codes of a country only when they are written in capitals."""

STATE_ALIASES: Mapping[str, str] = {
    "AK": "аляска",
    "AL": "алабама",
    "AZ": "ariz|аризона|арізона",
    "CA": (
        "cali|calif|kalifornien|californie|калифорния|каліфорнія|kalifornia|kaliforniya|so cal|socal|norcal|kalifornie"
    ),
    "CO": "колорадо",
    "CT": "conn|коннектикут",
    "DC": (
        "dc|d c|washington dc|washington d c|district of columbia|wash dc|the district of columbia"
        "|вашингтон округ колумбия|округ колумбія"
    ),
    "DE": "делавэр|делавер",
    "FL": "fla|флорида|флорида|флоріда|floride|floryda",
    "GA": "джорджия|джорджія",
    "HI": "hawai|hawái|гавайи|гаваї|hawaje|havai|hawaii islands",
    "IL": "ill|иллинойс|іллінойс",
    "IN": "индиана|індіана",
    "KY": "кентукки",
    "LA": "luisiana|louisiane|луизиана|луїзіана",
    "MA": "mass|massachussets|massachusets|массачусетс",
    "MD": "мэриленд|меріленд",
    "MI": "mich|мичиган|мічиган",
    "MN": "minn|миннесота",
    "MO": "миссури",
    "NC": "n carolina|carolina del norte|caroline du nord|nordcarolina|северная каролина|північна кароліна",
    "ND": "n dakota|северная дакота",
    "NH": "new hampshire state",
    "NJ": "jersey new|nueva jersey|нью джерси|нью джерсі|n jersey",
    "NM": "nuevo méxico|nouveau mexique|нью мексико",
    "NV": "nev|невада",
    "NY": "new york state|ny state|nueva york|нью йорк|nowy jork|n y|upstate new york|nyc|new york city",
    "OH": "огайо",
    "OK": "okla|оклахома",
    "OR": "орегон",
    "PA": "penn|penna|pensilvania|pennsylvanie|пенсильвания|пенсільванія|pensylwania|pensylvania",
    "SC": "s carolina|carolina del sur|caroline du sud|südcarolina|южная каролина|південна кароліна",
    "SD": "s dakota|южная дакота",
    "TN": "tenn|теннесси|теннессі",
    "TX": "tex|tejas|техас|teksas",
    "UT": "юта",
    "VA": "virginie|вирджиния|віргінія|виргиния",
    "WA": "washington state|state of washington|wash|вашингтон",
    "WI": "wisc|висконсин",
    "WV": "w virginia|w va|западная вирджиния",
}
"""US state by USPS code: other names."""
