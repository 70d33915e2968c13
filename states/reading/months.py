# ruff: noqa: E501  one language a line reads best
"""The names of months and weekdays, as people write them: full, inflected and shortened, in some forty languages."""

from collections.abc import Mapping
from functools import cache

from states.reading.normalise import fold

# Twelve columns a language, January first; forms of one month are joined by a bar.
_MONTHS = """
january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sep|sept october|oct november|nov december|dec
januar|jänner|jan februar|feber|feb märz|maerz|mrz|mär april|apr mai juni|jun juli|jul august|aug september|sep|sept oktober|okt november|nov dezember|dez
enero|ene febrero|feb marzo|mar abril|abr mayo|may junio|jun julio|jul agosto|ago septiembre|setiembre|sep|set|sept octubre|oct noviembre|nov diciembre|dic
janvier|janv février|févr|fév mars avril|avr mai juin|jun juillet|juil|jul août|aou septembre|sept octobre|oct novembre|nov décembre|déc
janeiro|jan fevereiro|fev março|mar abril|abr maio|mai junho|jun julho|jul agosto|ago setembro|set outubro|out novembro|nov dezembro|dez
gennaio|genn|gen febbraio|febbr|feb marzo|mar aprile|apr maggio|magg|mag giugno|giu luglio|lug agosto|ago settembre|sett|set ottobre|ott novembre|nov dicembre|dic
styczeń|stycznia|styczniu|sty luty|lutego|lutym|lut marzec|marca|marcu|mar kwiecień|kwietnia|kwietniu|kwi maj|maja|maju czerwiec|czerwca|czerwcu|cze lipiec|lipca|lipcu|lip sierpień|sierpnia|sierpniu|sie wrzesień|września|wrześniu|wrz październik|października|październiku|paź listopad|listopada|listopadzie|lis grudzień|grudnia|grudniu|gru
ocak|oca|ocakta şubat|şub|şubatta mart|mar|martta nisan|nis|nisanda mayıs|may|mayısta haziran|haz|haziranda temmuz|tem|temmuzda ağustos|ağu|ağustosta eylül|eyl|eylülde ekim|eki|ekimde kasım|kas|kasımda aralık|ara|aralıkta
январь|января|январе|янв|янва февраль|февраля|феврале|фев|февр март|марта|марте|мар апрель|апреля|апреле|апр май|мая|мае июнь|июня|июне|июн июль|июля|июле|июл август|августа|августе|авг сентябрь|сентября|сентябре|сен|сент октябрь|октября|октябре|окт ноябрь|ноября|ноябре|ноя|нояб декабрь|декабря|декабре|дек
січень|січня|січні|січ лютий|лютого|лютому|лют березень|березня|березні|бер квітень|квітня|квітні|кві|квіт травень|травня|травні|тра|трав червень|червня|червні|чер|черв липень|липня|липні|лип серпень|серпня|серпні|сер|серп вересень|вересня|вересні|вер жовтень|жовтня|жовтні|жов|жовт листопад|листопада|листопаді|лис|лист грудень|грудня|грудні|гру|груд
студзень|студзеня|сту люты|лютага|лют сакавік|сакавіка|сак красавік|красавіка|кра травень|траўня|мая чэрвень|чэрвеня|чэр ліпень|ліпеня|ліп жнівень|жніўня|жні верасень|верасня|вер кастрычнік|кастрычніка|кас лістапад|лістапада|ліс снежань|снежня|сне
януари|ян февруари|февр март|мар април|апр май юни юли август|авг септември|септ октомври|окт ноември|ноем|ное декември|дек
јануар|јануара|јан фебруар|фебруара|феб март|марта|мар април|априла|апр мај|маја јун|јуна|јуни јул|јула|јули август|августа|авг септембар|септембра|сеп октобар|октобра|окт новембар|новембра|нов децембар|децембра|дец
januar|januara|jan februar|februara|feb mart|marta april|aprila|apr maj|maja jun|juna|juni jul|jula|juli avgust|avgusta|avg septembar|septembra|sep oktobar|oktobra|okt novembar|novembra|nov decembar|decembra|dec
siječanj|siječnja|sij veljača|veljače|velj ožujak|ožujka|ožu travanj|travnja|tra svibanj|svibnja|svi lipanj|lipnja srpanj|srpnja kolovoz|kolovoza|kol rujan|rujna|ruj - studeni|studenog|studenoga|stu prosinac|prosinca|pro
januar|januarja februar|februarja marec|marca april|aprila maj|maja junij|junija julij|julija avgust|avgusta september|septembra oktober|oktobra november|novembra december|decembra
leden|ledna|lednu|led únor|února|únoru|úno březen|března|březnu|bře duben|dubna|dubnu|dub květen|května|květnu|kvě červen|června|červnu|čvn červenec|července|červenci|čvc srpen|srpna|srpnu|srp září|zář říjen|října|říjnu|říj listopad|listopadu|lis prosinec|prosince|prosinci|pro
január|januára február|februára marec|marca|mar apríl|apríla máj|mája jún|júna júl|júla august|augusta september|septembra október|októbra november|novembra december|decembra
januari|jan februari|feb maart|mrt april|apr mei juni|jun juli|jul augustus|aug september|sep|sept oktober|okt november|nov december|dec
januari|jan februari|feb|febr mars|mar april|apr maj juni|jun juli|jul augusti|aug september|sep|sept oktober|okt november|nov december|dec
januar|jan februar|feb marts|mars|mar april|apr maj|mai juni|jun juli|jul august|aug september|sep|sept oktober|okt november|nov december|dec|des|desember
janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember
tammikuu|tammikuuta|tammikuun|tammi helmikuu|helmikuuta|helmikuun|helmi maaliskuu|maaliskuuta|maaliskuun|maalis huhtikuu|huhtikuuta|huhtikuun|huhti toukokuu|toukokuuta|toukokuun|touko kesäkuu|kesäkuuta|kesäkuun|kesä heinäkuu|heinäkuuta|heinäkuun|heinä elokuu|elokuuta|elokuun|elo syyskuu|syyskuuta|syyskuun|syys lokakuu|lokakuuta|lokakuun|loka marraskuu|marraskuuta|marraskuun|marras joulukuu|joulukuuta|joulukuun|joulu
jaanuar|jaan veebruar|veebr märts aprill|apr mai juuni juuli august|aug september|sept oktoober|okt november|nov detsember|dets
janvāris|janvārī|janvārim|janv februāris|februārī|februārim|febr marts|martā|martam aprīlis|aprīlī|aprīlim|apr maijs|maijā|maijam jūnijs|jūnijā|jūnijam|jūn jūlijs|jūlijā|jūlijam|jūl augusts|augustā|augustam|aug septembris|septembrī|septembrim|sept oktobris|oktobrī|oktobrim|okt novembris|novembrī|novembrim|nov decembris|decembrī|decembrim|dec
sausis|sausio|saus vasaris|vasario|vas kovas|kovo|kov balandis|balandžio|bal gegužė|gegužės|geg birželis|birželio|birž liepa|liepos|liep rugpjūtis|rugpjūčio|rugp rugsėjis|rugsėjo|rugs spalis|spalio|spal lapkritis|lapkričio|lapkr gruodis|gruodžio|gruod
ianuarie|ian februarie|feb martie|mar aprilie|apr mai iunie|iun iulie|iul august|aug septembrie|sept octombrie|oct noiembrie|noi|nov decembrie|dec
január|januári|jan február|februári|febr március|márciusi|márc április|áprilisi|ápr május|májusi|máj június|júniusi|jún július|júliusi|júl augusztus|augusztusi|aug szeptember|szept október|októberi|okt november|nov december|dec
ιανουάριος|ιανουαρίου|ιαν φεβρουάριος|φεβρουαρίου|φεβ μάρτιος|μαρτίου|μαρ|μαρτ απρίλιος|απριλίου|απρ μάιος|μαΐου|μαι ιούνιος|ιουνίου|ιουν ιούλιος|ιουλίου|ιουλ αύγουστος|αυγούστου|αυγ σεπτέμβριος|σεπτεμβρίου|σεπ|σεπτ οκτώβριος|οκτωβρίου|οκτ νοέμβριος|νοεμβρίου|νοε δεκέμβριος|δεκεμβρίου|δεκ
gener|gen febrer|febr març abril|abr maig juny|jun juliol|jul agost|ag setembre|set octubre|oct novembre|nov desembre|des
xaneiro febreiro marzo abril maio xuño xullo agosto setembro outubro novembro decembro
janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor
يناير فبراير مارس أبريل|إبريل مايو|مايس يونيو|يونيه يوليو|يوليه أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر
- شباط آذار نيسان أيار حزيران تموز آب أيلول - - -
ژانویه فوریه مارس آوریل مه|می ژوئن ژوئیه|جولای اوت|آگوست سپتامبر اکتبر نوامبر دسامبر
ינואר|בינואר פברואר|בפברואר מרץ|מרס|במרץ|במרס אפריל|באפריל מאי|במאי יוני|ביוני יולי|ביולי אוגוסט|באוגוסט ספטמבר|בספטמבר אוקטובר|באוקטובר נובמבר|בנובמבר דצמבר|בדצמבר
जनवरी फ़रवरी|फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर|सितम्बर अक्टूबर|अक्तूबर नवंबर|नवम्बर दिसंबर|दिसम्बर
জানুয়ারি|জানুয়ারী ফেব্রুয়ারি|ফেব্রুয়ারী মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর
جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر
januari|jan februari|pebruari|feb maret|mar|mac april|apr mei juni|jun juli|jul|julai agustus|agt|agu|ogos|ogo september|sep oktober|okt november|nov desember|disember|des|dis
იანვარი|იანვარს თებერვალი მარტი აპრილი მაისი ივნისი ივლისი აგვისტო სექტემბერი ოქტომბერი ნოემბერი დეკემბერი
հունվար|հունվարի փետրվար|փետրվարի մարտ|մարտի ապրիլ|ապրիլի մայիս|մայիսի հունիս|հունիսի հուլիս|հուլիսի օգոստոս|օգոստոսի սեպտեմբեր|սեպտեմբերի հոկտեմբեր|հոկտեմբերի նոյեմբեր|նոյեմբերի դեկտեմբեր|դեկտեմբերի
yanvar|yan fevral|fev mart aprel|apr may iyun iyul avqust|avgust|avg sentyabr|sentabr|sen oktyabr|oktabr|okt noyabr|noy dekabr|dek
қаңтар|қаң ақпан|ақп наурыз|нау сәуір|сәу мамыр|мам маусым|мау шілде|шіл тамыз|там қыркүйек|қыр қазан|қаз қараша|қар желтоқсан|жел
มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม
yanvarya|yanvar fevralya|fevral marta|mart aprelya|aprel maya|mai iyunya|iyun iyulya|iyul avgusta|avgust sentyabrya|sentabrya oktyabrya|oktabrya noyabrya|noiabrya dekabrya|dekabr
janurary|januray|janury|jaunary febuary|feburary|febraury|febrary|februrary march|mrch aprl|aprill may jume july|jully agust|augst|agost septmber|setpember|septembar|septemper octobar|ocotber|octber novemeber|novmber decemeber|decmber
""".strip()

_CROATIAN_OCTOBER = frozenset({"listopad", "listopada", "listopadu"})

# Seven columns a language, Monday first.
_WEEKDAYS = """
monday|mon tuesday|tue|tues wednesday|wed thursday|thu|thur|thurs friday|fri saturday|sat sunday|sun
montag|mo dienstag|di mittwoch|mi donnerstag|do freitag|fr samstag|sonnabend|sa sonntag|so
lunes|lun martes|mar|mart miércoles|mié jueves|jue viernes|vie sábado|sáb domingo|dom
lundi|lun mardi|mar mercredi|mer jeudi|jeu vendredi|ven samedi|sam dimanche|dim
segunda|seg terça|ter quarta|qua quinta|qui sexta|sex sábado|sáb domingo|dom
lunedì|lun martedì|mar mercoledì|mer giovedì|gio venerdì|ven sabato|sab domenica|dom
poniedziałek|pon wtorek|wt środa|środę|śr czwartek|czw piątek|pt sobota|sobotę|sob niedziela|niedzielę|niedz|nd
pazartesi|pzt salı|sal çarşamba|çar|çrş perşembe|per|prş cuma|cum cumartesi|cmt pazar|paz
понедельник|пн|пон вторник|вт среда|среду|ср четверг|чт|чет пятница|пятницу|пт|пят суббота|субботу|сб|суб воскресенье|вс|вск
понеділок|пн вівторок|вт середа|середу|ср четвер|чт п'ятниця|п'ятницю|пятницю|пт субота|суботу|сб неділя|неділю|нд
maandag|ma dinsdag|di woensdag|wo donderdag|do vrijdag|vr zaterdag|za zondag|zo
måndag|måndags|mån tisdag|tisdags|tis onsdag|onsdags|ons torsdag|torsdags|tors fredag|fredags|fre lördag|lördags|lör söndag|söndags|sön
mandag|man tirsdag|tir onsdag|ons torsdag|tor fredag|fre lørdag|lør søndag|søn
maanantai|maanantaina|ma tiistai|tiistaina|ti keskiviikko|keskiviikkona|ke torstai|torstaina|to perjantai|perjantaina|pe lauantai|lauantaina|la sunnuntai|sunnuntaina|su
pondělí|po úterý|út středa|středu|st čtvrtek|čt pátek|pá sobota|sobotu neděle|neděli
pondelok utorok streda|stredu štvrtok piatok sobota nedeľa|nedeľu
luni marți miercuri joi vineri sâmbătă duminică
hétfő|hétfőn kedd|kedden szerda|szerdán csütörtök|csütörtökön péntek|pénteken szombat|szombaton vasárnap
δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή
ponedjeljak|ponedeljak utorak|torek srijeda|sreda|sredu|srijedu četvrtak petak|petek subota|subotu nedjelja|nedelja|nedelju|nedjelju
الاثنين|الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد
senin selasa rabu kamis jumat sabtu minggu
월요일 화요일 수요일 목요일 금요일 토요일 일요일
""".strip()


def _columns(table: str) -> Mapping[str, int]:
    """Every folded name in the table with its column, counted from 0; an earlier language wins."""
    names: dict[str, int] = {}
    for line in table.splitlines():
        for column, forms in enumerate(line.split()):
            for form in forms.split("|"):
                names.setdefault(fold(form), column)
    return names


@cache
def months() -> Mapping[str, int]:
    """Folded names of months, with their numbers from 1."""
    return {name: column + 1 for name, column in _columns(_MONTHS).items() if name != "-"}


@cache
def weekdays() -> Mapping[str, int]:
    """Folded names of weekdays; Monday is 0, as in `date.weekday`."""
    return _columns(_WEEKDAYS)


def month_number(name: str, locale: str | None = None) -> int | None:
    """The month that a folded word names, 1 to 12.

    >>> month_number("травня"), month_number("listopada"), month_number("listopada", "hr"), month_number("bitcoin")
    (5, 11, 10, None)
    """
    if name in _CROATIAN_OCTOBER and locale and locale.lower().startswith("hr"):
        return 10
    return months().get(name)
