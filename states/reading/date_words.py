# ruff: noqa: E501  lists of words, one meaning or language a line
"""Words around dates: yesterday, three days ago, last, next, about; in some twenty languages."""

from functools import cache
from typing import Literal

from states.reading.lexicon import Lexicon, listed, pages, phrases_of
from states.reading.months import weekdays
from states.reading.normalise import fold

Unit = Literal["hour", "day", "week", "month", "year"]

_DAYS_FROM_TODAY = {
    0: """
        today, tonight, this morning, this afternoon, this evening, just now, right now, earlier today, hoy, esta mañana,
        heute, heute morgen, aujourd'hui, aujourdhui, ce matin, ce soir, hoje, oggi, stamattina, stasera, dzisiaj, dziś,
        dzis, bugün, bu sabah, сегодня, сьогодні, vandaag, idag, i dag, dnes, azi, astăzi, danas, danes, tänään, днес,
        σήμερα, اليوم, امروز, היום, आज, hari ini, hôm nay, 今天, 今日, 오늘, avui, šiandien, šodien, täna, сёння, бүгін
    """,
    -1: """
        yesterday, yest, ystd, yday, last night, yesterday morning, yesterday evening, ayer, anoche, ayer por la tarde,
        gestern, gestern abend, gestern morgen, gestern früh, ayer por la mañana, ayer en la mañana, hier matin, hier, hier soir, ontem, ontem à noite, ieri, ieri sera, wczoraj, dün, dün gece, dün akşam,
        вчера, вчора, учора, gisteren, igår, i går, igår kväll, včera, vcera, jučer, juče, včeraj, eilen, tegnap, вчера
        вечером, вчора ввечері, χθες, χτες, أمس, البارحة, مبارح, امبارح, دیروز, אתמול, kemarin, semalam, hôm qua, 昨天,
        昨日, 어제, ahir, vakar, eile, учора вечером, учора ввечері, ўчора, кеше
    """,
    -2: """
        the day before yesterday, day before yesterday, anteayer, antes de ayer, antier, vorgestern, avant hier,
        anteontem, antes de ontem, l'altro ieri, altro ieri, ieri l'altro, avantieri, przedwczoraj, evvelsi gün,
        önceki gün, позавчера, позавчора, eergisteren, i förrgår, förrgår, i forgårs, forgårs, předevčírem, predvčerom,
        alaltăieri, prekjučer, prekjuče, предвчера, προχθές, أول أمس, اول امس, پریروز, שלשום, 前天, 그저께, toissapäivänä,
        tegnapelőtt, užvakar, aizvakar, üleeile, kemarin lusa
    """,
    1: """
        tomorrow, mañana, morgen, demain, amanhã, domani, jutro, yarın, завтра, imorgon, i morgon, i morgen, imorgen,
        zítra, zajtra, mâine, sutra, jutri, huomenna, holnap, утре, αύριο, غدا, فردا, מחר, besok, ngày mai, 明天, 明日, 내일,
        rytoj, rīt
    """,
    2: """
        day after tomorrow, the day after tomorrow, pasado mañana, übermorgen, après demain, depois de amanhã,
        dopodomani, pojutrze, öbür gün, послезавтра, післязавтра, overmorgen
    """,
}

_UNITS: dict[Unit, str] = {
    "hour": "hour, hours, hr, hrs, hora, horas, stunde, stunden, heure, heures, ora, ore, godzin*, saat, час, часа, "
    "часов, годин*, uur, timmar, timer, hodin*",
    "day": "day, days, día, días, dias, dia, tag, tage, tagen, jour, jours, giorno, giorni, dzień, dni, gün, день, дня, "
    "дней, дні, днів, днем, dag, dagen, dagar, dage, dny, dnů, dní, dnu, dana, zile, zi, päivä, päivää, nap, napja, ден, "
    "дни, ημέρες, μέρες, يوم, أيام, ايام, روز, ימים, दिन, hari, ngày, 天, 日, 일, dies, dienos, dienas, päeva",
    "week": "week, weeks, wk, wks, semana, semanas, woche, wochen, semaine, semaines, settimana, settimane, tydzień, "
    "tygodnie, tygodni, hafta, неделя, неделю, недели, недель, тиждень, тижні, тижнів, weken, vecka, veckor, uge, "
    "uger, uke, uker, týden, týdny, týdnů, týždeň, týždne, săptămână, săptămâni, viikko, viikkoa, hét, hete, седмица, "
    "седмици, εβδομάδα, εβδομάδες, أسبوع, اسبوع, أسابيع, اسابيع, هفته, שבוע, שבועות, minggu, tuần, 周, 週, setmana, nedelju, "
    "tjedan, tjedna",
    "month": "month, months, mth, mths, mes, meses, monat, monate, monaten, mois, mês, mese, mesi, miesiąc, miesiące, "
    "miesięcy, ay, месяц, месяца, месяцев, місяць, місяці, місяців, maand, maanden, månad, månader, måned, måneder, "
    "měsíc, měsíce, měsíců, lună, luni, kuukautta, hónap, месец, месеца, μήνες, شهر, أشهر, ماه, חודש, bulan, tháng",
    "year": "year, years, yr, yrs, yo, año, años, jahr, jahre, jahren, an, ans, année, ano, anos, anno, anni, rok, lata, "
    "lat, yıl, sene, yaş, yaşında, yaşındayım, год, года, лет, рік, роки, років, jaar, år, roky, let, ani, év, vuotta, "
    "година, години, χρόνια, سنة, سنوات, سال, שנה, שנים, साल, tahun, năm",
}

AGO_BEFORE = (
    "hace, vor, il y a, y a, ha, há, faz, hace como, przed, för, pred, před, prije, pre, acum, منذ, قبل, πριν, "
    "fa, преди, לפני, depuis"
)
AGO_AFTER = (
    "ago, back, earlier, atrás, atras, fa, temu, önce, once, evvel, назад, тому, тому назад, geleden, sedan, siden, "
    "sitten, ezelőtt, lalu, yang lalu, trước, 前, 전, prima, his, پیش, पहले, ранее, бұрын, til baka, zpět"
)
AHEAD_BEFORE = "in, dentro de, dans, em, daqui a, tra, fra, za, через, over, om, peste, in about"
AHEAD_AFTER = "from now, later, sonra, 后, 後"
LAST = (
    "last, past, previous, letzten, letzter, letzte, letztes, vergangenen, dernier, dernière, pasado, pasada, el pasado, "
    "último, última, passado, passada, última, scorso, scorsa, прошлый, прошлую, прошлое, прошлой, прошлом, минулого, "
    "минулої, минулу, минулий, минулому, zeszły, zeszłą, zeszłym, zeszłej, ostatni, ostatnią, ubiegły, ubiegłą, geçen, "
    "afgelopen, vorige, förra, forrige, sist, sidste, minulý, minulou, minulé, trecut, trecută, viime, múlt, prošli, "
    "prošlu, prošle, миналия, миналата, الماضي, الماضية, lalu, 上, 지난"
)
NEXT = (
    "next, coming, nächsten, nächster, nächste, nächstes, kommenden, prochain, prochaine, próximo, próxima, "
    "que viene, prossimo, prossima, следующий, следующую, следующее, наступного, наступну, наступної, następny, "
    "następną, przyszły, przyszłą, gelecek, önümüzdeki, volgende, nästa, næste, neste, příští, viitor, jövő"
)
ON = (
    "on, am, el, le, lo, w, we, в, во, у, ув, op, i, på, v, ve, na, nella, na, pe, u, this, diesen, este, ce, questo, "
    "в эту, цього, этот"
)
HEDGES = (
    "about, around, approx, approximately, circa, ca, roughly, maybe, some, like, nearly, almost, over, more than, etwa, "
    "ungefähr, fast, rund, über, environ, presque, à peu près, unos, unas, aproximadamente, más o menos, casi, alrededor "
    "de, cerca de, uns, umas, quase, più o meno, quasi, około, mniej więcej, prawie, yaklaşık, около, примерно, "
    "приблизительно, где-то, больше, почти, близько, приблизно, десь, майже, понад, ongeveer, zo'n, ungefär, omtrent, "
    "asi, zhruba, cca"
)
_FEW = (
    "few, couple, couple of, several, many, some, unos, unas, varios, algunos, einige, einigen, ein paar, paar, mehrere, "
    "quelques, plusieurs, alguns, algumas, vários, qualche, alcuni, parecchi, kilka, kilku, parę, birkaç, несколько, пару, "
    "кілька, декілька, paar, enkele, några, noen, nogle, několik, pár, câteva, muutama, néhány, nekoliko, بضعة, عدة"
)
_NUMBERS = {
    1: "a, an, one, un, una, uno, ein, eine, einen, einem, einer, une, um, uma, jeden, jedna, jedno, bir, один, одну, одна,"
    "одного, een, en, ett, et, o, egy, واحد",
    2: "two, dos, zwei, deux, dois, duas, due, dwa, dwie, iki, два, две, дві, twee, två, to, dva, dvě, dve, două, doi",
    3: "three, tres, drei, trois, três, tre, trzy, üç, три, drie, tři, tri, trei",
    4: "four, cuatro, vier, quatre, quatro, quattro, cztery, dört, четыре, чотири, fyra, fire, čtyři, patru",
    5: "five, cinco, fünf, cinq, cinque, pięć, beş, пять, п'ять, vijf, fem, pět, cinci",
    6: "six, seis, sechs, sei, sześć, altı, шесть, шість, zes, sex, seks, šest, șase",
    7: "seven, siete, sieben, sept, sete, sette, siedem, yedi, семь, сім, zeven, sju, syv, sedm, șapte",
    8: "eight, ocho, acht, huit, oito, otto, osiem, sekiz, восемь, вісім, åtta, otte, osm, opt",
    9: "nine, nueve, neun, neuf, nove, dziewięć, dokuz, девять, дев'ять, negen, nio, ni, devět, nouă",
    10: "ten, diez, zehn, dix, dez, dieci, dziesięć, on, десять, tien, tio, ti, deset, zece",
    14: "fourteen, fifteen days, vierzehn, quatorze, catorce",
}

ORDINAL_WORDS = {
    1: "first, 1st, primero, primer, ersten, erster, erste, premier, primeiro, primo, pierwszego, первое, первого, перше,"
    "першого, eerste, första, første, prvního, prvý, întâi, bir",
    2: "second, zweiten, zweiter, segundo, второе, второго, друге, другого, drugiego, tweede, andra",
    3: "third, dritten, dritter, tercero, третье, третьего, третє, третього, trzeciego, derde, tredje",
    4: "fourth, vierten, четвертого",
    5: "fifth, fünften, пятого, п'ятого",
    6: "sixth",
    7: "seventh",
    8: "eighth, eigth",
    9: "ninth",
    10: "tenth, zehnten, десятого",
    11: "eleventh",
    12: "twelfth, twelveth",
    13: "thirteenth",
    14: "fourteenth",
    15: "fifteenth, пятнадцатого",
    16: "sixteenth",
    17: "seventeenth",
    18: "eighteenth",
    19: "nineteenth",
    20: "twentieth, двадцатого",
    **{
        20 + n: f"twenty {word}"
        for n, word in enumerate(listed("first second third fourth fifth sixth seventh eighth"), 1)
    },
    29: "twenty ninth",
    30: "thirtieth",
    31: "thirty first",
}

VAGUE = (
    "last week, last month, last year, this week, this month, this year, next month, next year, next week, recently, "
    "a while ago, long ago, some time ago, ages ago, the other day, lately, spring, summer, autumn, winter, "
    "la semana pasada, el mes pasado, el año pasado, hace tiempo, recientemente, verano, invierno, primavera, otoño, "
    "letzte woche, letzten monat, letztes jahr, kürzlich, neulich, vor kurzem, sommer, frühling, herbst, "
    "la semaine dernière, le mois dernier, l'année dernière, récemment, il y a longtemps, été, hiver, printemps, "
    "semana passada, mês passado, ano passado, recentemente, verão, inverno, outono, settimana scorsa, mese scorso, "
    "anno scorso, recentemente, estate, autunno, zeszły tydzień, w zeszłym tygodniu, w zeszłym miesiącu, w zeszłym roku, "
    "niedawno, dawno temu, latem, wiosną, jesienią, zimą, geçen hafta, geçen ay, geçen yıl, geçen sene, geçenlerde, yazın, "
    "kışın, на прошлой неделе, в прошлом месяце, в прошлом году, недавно, давно, летом, зимой, весной, осенью, "
    "минулого тижня, минулого місяця, минулого року, торік, нещодавно, давно, влітку, взимку, навесні, восени, "
    "vorige week, vorige maand, vorig jaar, onlangs, zomer, förra veckan, förra månaden, förra året, nyligen, "
    "minulý týden, minulý měsíc, minulý rok, loni, nedávno, săptămâna trecută, luna trecută, anul trecut"
)


_MONTHS_FROM_THIS = {
    0: "this month, current month, este mes, deste mês, este mês, dieses monats, diesen monats, diesen monat, diesem monat, ce mois, ce mois ci, questo mese, "
    "tego miesiąca, bu ay, bu ayın, этого месяца, цього місяця, deze maand, denna månad, denne måneden, tohoto měsíce, luna aceasta",
    -1: "last month, previous month, mes pasado, mês passado, letzten monats, letzten monat, vergangenen monats, mois dernier, mese scorso, "
    "zeszłego miesiąca, ubiegłego miesiąca, poprzedniego miesiąca, прошлого месяца, минулого місяця, vorige maand, afgelopen maand, förra månaden, "
    "forrige måned, sidste måned, minulého měsíce, luna trecută",
}
_YEARS_FROM_THIS = {
    0: "this year, current year, este año, deste ano, este ano, dieses jahres, dieses jahr, diesen jahres, cette année, quest'anno, di quest'anno, tego roku, "
    "bu yıl, bu sene, этого года, цього року, dit jaar, i år, detta år, tohoto roku, anul acesta, anul ăsta",
    -1: "last year, previous year, año pasado, ano passado, letzten jahres, letztes jahr, vorigen jahres, vergangenen jahres, année dernière, anno scorso, "
    "zeszłego roku, ubiegłego roku, прошлого года, минулого року, vorig jaar, förra året, i fjol, fjor, sidste år, minulého roku, loňského roku, anul trecut",
}


@cache
def months_from_this() -> Lexicon[int]:
    """Phrases for a month near this one, with its distance in months."""
    return Lexicon(pages(_MONTHS_FROM_THIS))


@cache
def years_from_this() -> Lexicon[int]:
    """Phrases for a year near this one, with its distance in years."""
    return Lexicon(pages(_YEARS_FROM_THIS))


@cache
def days_from_today() -> Lexicon[int]:
    """Phrases for a day near today, with its distance in days."""
    return Lexicon(pages(_DAYS_FROM_TODAY))


@cache
def units() -> Lexicon[Unit]:
    return Lexicon(pages(_UNITS))


@cache
def weekday_names() -> Lexicon[int]:
    """Names of weekdays; Monday is 0."""
    return Lexicon(weekdays())


@cache
def vague() -> Lexicon[bool]:
    """Phrases that name a time without its day."""
    return Lexicon(dict.fromkeys(phrases_of(VAGUE), True))


@cache
def few() -> frozenset[str]:
    """Folded words for a number that is not told."""
    return frozenset(map(fold, phrases_of(_FEW)))


@cache
def small_numbers() -> dict[str, int]:
    """Folded words for small numbers."""
    return {fold(word): number for word, number in pages(_NUMBERS).items()}


@cache
def ordinals() -> dict[str, int]:
    """Folded words for the days of a month."""
    return {fold(word): number for word, number in pages(ORDINAL_WORDS).items()}
