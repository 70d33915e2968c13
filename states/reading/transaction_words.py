# ruff: noqa: E501  lists of words, one meaning or language a line
"""What people call the things they did with their money, in some thirty languages."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Literal

from states.reading.lexicon import Lexicon, pages, phrases_of
from states.reading.normalise import fold

Kind = Literal["deposit", "withdrawal", "buy", "sell", "trade", "convert", "staking", "card_purchase"]

_TOLD: Mapping[Kind, str] = {
    "deposit": """
        deposit*, dep, deps, depo, depsoit, depoist, dposit, diposit*, deopsit*, top up, topped up, toped up, topping up, topup*, topped,
        funded, funding, refill*, replenish*, loaded, loading, paid in, pay in, paying in, payin, put in, cash in, i put, transferred in, transfer in, wired in, wire in, sent in, moved in,
        déposé, dépôt, dépôts, depot, depots, déposer, versement*, versé, verse, alimenté, alimentation, approvision*, recharg*,
        crédité, virement reçu, ingres*, ingreso, recarga, recargué, abono, abon*, depósit*, deposit*, consign*, fondeé,
        einzahl*, eingezahlt, zahlte ein, aufgeladen, auflad*, aufladung, gutschrift, überwiesen an cex, einlage,
        aporte, aportei, carreg*, recarreg*, versament*, versat*, ricaric*, caricat*, accredit*,
        wpłac*, wpłat*, wplac*, wplat*, doładow*, zasili*, zasilen*, depozyt*, yatır*, para yatır*, yükle*, depozit*, yatir*,
        пополн*, внёс, внес, внесла, внесение, внесли, вносил*, взнос, депозит*, депонир*, завёл, завел, завела, заводил*, закинул*, положил*,
        зачисл*, ввод, ввел, ввёл, завод средств, поповн*, вніс, внесення, завів, завела, завод*, закинув, закинула, поклав, поклала,
        зарах*, внесок, захранв*, внесох, внасям, папоўн*, уплат*,
        gestort, storting*, stort*, ingelegd, opgewaardeerd, insätt*, insatt*, satte in, sätta in, satt in, innskudd, indskud,
        indbetal*, innbetal*, satte ind, satt inn, indsat*, indsæt*, vklad*, vložil*, vložen*, vlož*, dobil*, dobit*,
        depun*, depus*, alimentat*, alimentare, befizet*, feltölt*, betét, talletus, talletin, talletta*, tallet*,
        κατάθεση, κατέθεσα, κατάθεσης, καταθέσεις, κατεθεσα, uplata, uplatio, uplatila, uplat*, polog, položio, полог,
        įneš*, papild*, indėlis, iemaks*, noguldī*, sissemaks*, deposiit, sissemakse, mədaxil, толтыр*, салдым,
        إيداع, ايداع, الإيداع, أودعت, اودعت, إيداعات, شحن, شحنت, واریز, ودیعه, הפקדה, הפקדתי, जमा,
        metí, meti, metido, cargué, cargue, coloquei, pus, botei, ai mis, avons mis, ho messo, messo, wrzuc*, dorzuc*, koydum, attım, кинул*, забросил*, залил*, кинув, кинула,
        erop gezet, op gezet, am băgat, băgat, adăugat, insertei, dal jsem,
        setor*, menyetor, nạp, nạp tiền, gửi tiền, 充值, 存款, 存入, 入金, 转入, 預け入れ, 입금*, 예치*, 充幣, 充币
    """,
    "withdrawal": """
        withdr*, withrd*, whitdr*, widthdr*, withdra*, widraw*, witdraw*, wihtdraw*, wthdraw*, wd, wds, wdr*, wdl, cash out, cashed out, cashing out, cashout*,
        cashed, took out, take out, taken out, taking out, pulled out, pull out, payout*, paid out, pay out, moved out, sent out,
        outgoing, got out, transferred out, transfer out,
        retir*, retrait*, retire, saqué, saque, saques, saqu*, sacar, sacado, sacó, saco, extrac*, extraj*, reintegro, retrai*,
        saquei, sacei, levant*, resgat*, retirei, retirad*, preliev*, prelev*, prelav*, ritir*,
        auszahl*, ausgezahlt, abgehoben, abheb*, abhebung*, hob ab, ausbezahlt, auszahlung*,
        wypłac*, wypłat*, wyplac*, wyplat*, çek*, para çek*, cek*, çektim, çekim,
        вывод*, вывел*, выведен*, вывест*, вывож*, снял*, снятие, снимал*, обнал*, вивід*, вивод*, вивів*, вивел*, вивед*, зняв, зняла, зняття,
        знім*, зняли, изтегл*, теглене, тегл*, вывад*, зняцц*,
        opgenomen, opname*, opnemen, opnam*, uitbetal*, uitgehaald, uttag*, tog ut, tagit ut, ta ut, uttak, tok ut, tatt ut, udbetal*,
        hævn*, hæved*, hævet, utbetal*, výběr*, vybral*, vyber*, vyběr*, vybr*, vybra*,
        retrag*, retras*, kifizet*, kivét*, kivett*, kivon*, nosto, nostin, nostettu, nost*, kotiut*, ανάληψη, ανάληψης, αναλήψεις, αναλαβ*,
        isplat*, podig*, povuk*, povlač*, dvig*, išėm*, išmok*, išsiėm*, izmaks*, izņēm*, izņem*, väljamaks*, väljav*,
        çıxar*, шығар*, سحب, سحبت, السحب, سحوبات, برداشت, משיכה, משכתי, निकासी, निकाला, निकाले, निकाली,
        tirei, tirado, ai sorti, sorti, ho tolto, tolto, wyjąłem, wyjęł*, wycofa*, вытащил*, вытянул*, витяг*, забрал*, забрав, eraf gehaald, af gehaald, am scos, scos,
        tarik*, penarikan, menarik, rút, rút tiền, 提现, 提款, 提币, 提現, 取款, 出金, 引き出し, 出款, 출금*, 인출*
    """,
    "sell": """
        sell*, sold, sale, sales, seling, vente, ventes, venta, ventas, vendí, vende, vendo, vender, vendre, vendido, vendida, vendimos, vendió, vendeu, vends, vendu, vendue, vendus, vendita, vendite, venduto, venduta, venduti, vendei, venda, vendas,
        verkauf*, verkau*, sprzeda*, satış*, sattım, sattim, satis, satma*, satıl*, sattık,
        продаж*, продал*, продав*, продан*, прода, продадох, продажба, прадаж*, прадаў, verkocht*, verkoop*, verkopen,
        sälj*, sålde, såld, sålt, försälj*, sålda, solgt*, salg, selge, sælg*, prodej*, prodal*, prodan*, predaj*, predal*, prodat,
        vând*, vanz*, vânz*, elad*, myynti*, myin*, myy*, myyd*, πώληση, πούλησα, πωλήσ*, πουλησ*, πούλ*,
        prodaj*, prodao, prodala, parda*, pardav*, pārd*, müü*, müüs*, satdım, satış, саттым, сату,
        بيع, بعت, البيع, فروش, فروختم, מכירה, מכרתי, बेच*, बिक्री,
        jual*, menjual, penjualan, bán, 卖出, 出售, 卖, 賣出, 賣, 売却, 売, 매도*, 판매*, 팔았*
    """,
    "buy": """
        buy*, bought, boght, bougt, baught, brought, purchas*, purcas*, purhcas*, acquir*,
        compré, compre, compra, compras, comprado, comprada, comprei, compramos, comprar, comprato, comprata, comprati, comprai, compro, comprou, compró, comprando, compera, achat*, achet*, acquist*, acquis*, adquir*, kauf*, gekauft, erworb*, kup*, zakup*, nabył*,
        satın al*, aldım, aldim, alış, alis, alım, alim, aldık, satın alma, купив*, купил*, купле*, куплю, купів*, купу*, покуп*, купих, придба*, приобр*, прыдба*, куплял*, закуп*,
        купля, gekocht*, kopen, koop, kocht, aankoop, köp*, kjøp*, køb*, inköp*, koup*, nákup*, kúp*, nakúp*, nakup*, kupov*,
        cumpăr*, cumpar*, vétel, vásárol*, vettem, vásár*, vasar*, osto*, ostin, ostet*, ostaa, ostsi*, αγορά, αγόρασα, αγορές, αγορ*,
        pirk*, nusipirk*, nopirk*, ostu, сатып ал*, شراء, اشتريت, شريت, الشراء, خرید, خریدم, קנייה, קניתי, קנית, רכישה, רכשתי, खरीद*,
        beli, membeli, pembelian, mua, 购买, 买入, 買入, 购入, 买, 買, 購入, 구매*, 매수*, 샀*
    """,
    "convert": """
        convert*, conversi*, swap*, swop*, exchanged, exchanging, exhanged, exchnaged, umgetauscht, getauscht, tausch*, umtausch*, eintausch*, umgewandelt, gewechselt,
        wechsel*, konvert*, konwert*, échang*, echang*, intercambi*, cambi*, canje*, troqu*, troca*, permut*, scambi*,
        wymian*, wymien*, wymieni*, zamien*, zamian*, dönüştür*, donustur*, takas*, çevir*, bozdur*,
        обмен*, обменя*, конверт*, поменял*, менял*, міняв, міняла, свап*, своп*, обмін*, обміня*, поміня*, обмян*, размен*,
        gewisseld, omgewisseld, omgezet, wissel*, växl*, bytte, bytt, byte, omvand*, veksl*, ombytt*, směn*, smenil*, zmen*, vyměn*, zamen*,
        schimb*, convertit*, váltás, váltott*, átvált*, vaihto*, vaihdoin, vaihd*, vaihdettu, μετατροπ*, ανταλλ*, razmjen*, zamjen*, zamijen*,
        keitim*, iškei*, konvertē*, apmai*, vahetus*, vahetas*, айырбас*,
        تحويل عملة, تبديل, استبدلت, استبدال, بدلت, تبدیل, המרה, המרתי, बदला, बदले, tukar*, konversi, đổi, chuyển đổi, hoán đổi,
        兑换, 转换, 兌換, 闪兑, 両替, 変換, 교환*, 환전*, 변환*
    """,
    "staking": """
        stak*, staking*, стейк*, стэйк*, стекинг, стейкінг*, ستيكينج, تخزين, 质押, ステーキング, 스테이킹*
    """,
}

_GENERAL: Mapping[Kind, str] = {
    "trade": """
        trade, trades, trading, traded, trader, spot, trade order, market order, limit order, handel*, gehandelt, tradé, tradei, tradeo,
        торг*, трейд*, сделк*, угод*, угода, transakcja wymiany, işlem, alım satım, 交易, 取引, 거래*, تداول, comercio, negoci*
    """,
    "convert": "exchange, exchanges, umtausch",
    "deposit": """
        add, added, adding, put, inflow, got, get, getting, credit, credited, incoming, received, recieved, receive, получил*, получен*, отримав, отримала, отриман*, прийшл*, пришл*, dostałem, otrzym*, recib*, reçu, reçus, reçue, receb*,
        ricev*, erhalten, bekommen, geldi, ontvangen, mottog, fått, fick, استلمت, 收到, überwiesen auf cex
    """,
}

_CARD = """
    card, cards, credit card, debit card, visa, mastercard, karte, kreditkarte, debitkarte, carte, carte bancaire, tarjeta, cartão, cartao, carta,
    kart, karta, kartą, kartę, kartı, kartla, kart ile, картой, карткою, картка, карты, карта, карту, картки, картку, kaart, kort, kortti, kortilla, kartou, kártya, card bancar, κάρτα,
    بطاقة, البطاقة, kartu, 银行卡, 信用卡, カード, 카드*
"""

_MOVED = "sent, send, sending, transfer*, transferred, moved, move, wired, wire, paid, payment, remitted, envié, envie, enviado, mandé, mandei, enviei, envoyé, inviato, mandato, wysłał*, przesłał*, gönder*, yolladım, отправ*, відправ*, надіслав, надіслала, gestuurd, skickade, sendte, geschickt, gesendet, poslal*, trimis"
_HERE = (
    "from my bank, from my bank account, from bank, from bank account, from my card, from my debit card, "
    "to cex, to cex io, to cexio, to the exchange, to my cex, to your, to you, to my account, to my account here, into my account, "
    "into cex, into the exchange, in cex, to my cex io, to this account, to my balance, into my balance, on cex, onto cex, onto the exchange, "
    "na cex, a cex, para a cex, pra cex, para cex, auf cex, an cex, nach cex, vers cex, sur cex, su cex, на cex, till cex, naar cex, pe cex, a mi cuenta cex"
)
_AWAY = (
    "from cex, from cex io, from cexio, from the exchange, from my cex, from my account, from your, out of cex, out of, to my wallet, to wallet, "
    "to ledger, to my ledger, to trezor, to metamask, to my metamask, to trust wallet, to binance, to kraken, to coinbase, to bybit, to my bank, "
    "to bank, to my bank account, to bank account, to my card, to card, to external, to an external, to a friend, to my friend, to revolut, "
    "to my revolut, to another wallet, to cold wallet, to my cold wallet, to hardware wallet, to exodus, away, a mi wallet, "
    "a mi billetera, a mi cartera, para a minha carteira, pra minha carteira, auf meine wallet, auf mein wallet, vers mon wallet, vers mon portefeuille, sul mio wallet, na mój portfel, "
    "cüzdanıma, на кошелек, на мой кошелек, на свой кошелек, на гаманець, на свій гаманець, naar mijn wallet, till min plånbok, till min wallet, do peněženky, în portofel, z cex, de cex, von cex, с cex, з cex"
)

_SEPARABLE: Mapping[Kind, str] = {
    "deposit": r"""
        (?:zahl(?:e|te|ten|en)|lade|lud|leg(?:e|te)|bezahl(?:e|te)).+(?:ein|auf), (?:satte|satter|sette|setter).+(?:in|inn|ind), zette.+(?:op|erop),
        (?:put|pay|paid|moved|wired|threw|chucked|popped).+in,
        (?:transferred|transfer|sent|send|brought).+in(?=\s*(?:$|\0|(?:from|on|at)\s))
    """,
    "withdrawal": r"""
        zahl(?:e|te|ten|en).+aus, (?:hob|hebe|heb|hoben|zog|ziehe|nahm).+(?:ab|raus|heraus), (?:tog|tok|tar|tager).+(?:ut|ud), (?:nam|haalde|haal).+(?:op|af|eraf),
        (?:took|take|taken|pulled|pull|got|moved|cashed|transferred|transfer|sent|send|wired).+out(?! of (?:a|the|my|this|that) (?:trade|deal|swap|sale)),
        (?:got|get|gotten|received|receive).+(?:(?:to|into|in|on|onto) my (?:own )?(?:bank|card|debit|revolut|ledger|trezor|metamask)|(?:off|from|out of) (?:cex|the exchange))
    """,
}
"""Verbs whose second part stands behind the amount."""

_WAYS: Mapping[Kind, str] = {"deposit": _HERE, "withdrawal": _AWAY}

NEVER = """
    ho mai, abbiamo mai, nulla, nic, never, none, no, not, nothing, zero, havent, haven t, hasnt, didnt, didn t, dont, don t, did not, have not, without, yet, new account, empty,
    nunca, ninguna, ninguno, ningún, nada, jamás, aún no, todavía no, kein, keine, keinen, keinerlei, nie, niemals, noch nie, nichts,
    jamais, aucun, aucune, rien, pas, nenhuma, nenhum, não, nao, mai, nessuna, nessun, nessuno, niente, non, nigdy, żadnych, żadnej, żadne, nie, brak,
    hiç, yok, hiçbir, yapmadım, никогда, никаких, ни одной, ничего, не, нет, ни разу, ніколи, жодної, жодних, нічого, не було, немає, нема, ні, не,
    nooit, geen, niets, niet, aldrig, inga, ingen, inte, ikke, nikdy, žádné, žádnou, žiadne, niciodată, nicio, nimic, nu, soha, nem, semmilyen, koskaan, ei,
    ποτέ, καμία, δεν, nikad, nikada, nijednu, nisam, لم, لا, ليس, أبدا, ابدا, أي, هیچ, אף, מעולם, לא, कभी नहीं, नहीं, belum, tidak, chưa, không, 没有, 从未, 没, 未, ない, 없*
"""
ACTIVITY = """
    transaction*, transac*, transakt*, transakc*, transazion*, transaç*, transakti*, tranzac*, tranzakc*, транзакц*, operation*, operaci*, operaç*, operaz*, opération*, operacj*,
    операц*, operac*, trade*, trading, activity, actividad, aktivit*, movement*, movimient*, mouvement*, moviment*, payment*, pagos, zahlung*, vorgäng*, buchung*,
    işlem*, płatno*, платеж*, платіж*, activité, атividade, atividade, activ*, used, use, using, anything, any, done, made, made any, account, deposit*, withdr*, bought,
    sold, traded, buy*, sell*, verrichting*, transfer*, overføring*, переказ*, перевод*, معاملة, معاملات, معامله, תנועות, עסקה, עסקאות, 交易, 取引, 거래*, लेनदेन, giao dịch, transaksi,
    συναλλαγ*, tapahtum*, gemacht, hecho, fait, hice, hicimos, operado, fiz, feito, fatto, gedaan, nedělal*, udělal*, dělal*, yaptım, robił*, zrobił*, делал*, сделал*, совершал*, робив, робила, зробив, здійснював*, проводил*, gjort, udělal*, făcut, használ*
"""
BUT = "but, only, just, except, besides, sino, pero, solo, sólo, aber, nur, außer, mais, seulement, sauf, mas, só, apenas, ma, soltanto, ale, tylko, ama, sadece, но, только, кроме, але, тільки, лише, крім, maar, alleen, men, bara"

OUT_OF_REACH = "access, see, find, history, historial, historique, verlauf, zugriff, accès, acceso, acesso, accesso, dostęp*, доступ*, details, detalles, screenshot*, скриншот*, скріншот*, why, want, support, remember, recall, help"
UNDONE = """
    not a deposit, not a withdrawal, not deposit, not withdrawal, not a trade, no es un, no era un, mi retiro, mi depósito, recibí*, recibi*, mon dépôt, mon retrait, meu depósito, meu saque, mój depozyt,
    moja wpłata, moja wypłata, мой депозит, мой вывод, мій депозит, reçu*, recebi*, ricevut*, erhalten, bekommen, получил*, отримав, отримала, otrzym*, dostał*,
    arriv*, credited, came, come, comes, go through, went through, going through, gone through, accepted, refund*, received, receive, stuck, pending, missing, rejected, declined, fail*, processed,
    cant, can t, cannot, unable, couldn t, couldnt, won t, doesn t, doesnt work, isn t, my deposit*, my withdrawal*, my transfer*, my payment*, my transaction*, the deposit, the withdrawal, the transfer,
    the payment, payment was, lleg*, ankam, angekommen, gutgeschrieben, durchgegangen, eingegangen, meine einzahlung, meine auszahlung, arrivé*, arrivée, passé, crédité, caiu, chegou, entrou, arrivat*, accreditat*, passato,
    dosz*, dotar*, przysz*, zaksięgow*, пришл*, пришел, пришёл, прошел, прошёл, прошл*, дошел, дошл*, зачислил*, зачислен*, поступил*, прийшо*, прийшл*, пройшо*, пройшл*, надійш*, дійшо*, gelmedi, ulaşmadı,
    geçmedi, yatmadı, aangekomen, binnengekomen, fram, kom fram, kommit fram, kommet frem, nedorazil*, nepřiš*, nu a ajuns, nu au ajuns
"""

FILLERS = """
    so far, i, we, did, do, have, had, has, there, is, are, was, were, at all, sorry, ever, made, here, any, one, single, a, it, s, ve, of, in, my, this, on,
    he, hecho, hago, aquí, ich, habe, hab, noch, bisher, leider, je, j, ai, fait, n, eu, fiz, fatto, ho, ne, nic, nie, ja, я, ещё, еще, ще, пока, поки, делал,
    делала, робив, робила, было, було, ben, hiç, bir, şey
"""
COUNTS = """
    few, couple, several, some, many, much, a lot, lots, loads, plenty, handful, bunch, or two, more than, less than, hardly, barely, almost, nearly, mostly,
    algunos, algunas, un par, pocos, pocas, poco, varios, varias, muchos, muchas, mucho, casi, alguns, algumas, umas, uns, poucos, poucas, pouco, muitos, muitas, muito, quase,
    paar, einige, mehrere, viele, vielen, viel, wenige, wenig, kaum, fast, quelques, plusieurs, beaucoup, peu, presque, qualche, alcuni, alcune, pochi, poche, molti, molte, molto, un paio, diversi, diverse, quasi,
    kilka, kilku, parę, niewiele, niewielu, wiele, wielu, dużo, sporo, mało, prawie, пара, пару, парочк*, несколько, немного, много, мало, почти, кілька, декілька, небагато, багато, майже,
    birkaç, fazla, pek, neredeyse, veel, weinig, bijna, aantal, några få, ett par, et par, många, mange, flera, flere, nästan, nesten, pár, několik, mnoho, moc, hodně, málo, câteva, câțiva, multe, mulți, puține, aproape
"""
NOT_MONEY = """
    thank*, thx, day*, week*, month*, year*, hour*, minute*, time, reason, gracias, día*, semana*, mes, meses, año*, dias, obrigad*, anos, tage*, woche*, monat*, jahr*, dank*,
    merci, jour*, mois, semaine*, an, ans, grazie, giorn*, settiman*, mesi, ann*, dzięk*, dni, tygodni*, miesi*, lat, lata, спасибо, дней, дня, недел*, месяц*, лет, года,
    дякую, днів, дні, тижн*, місяц*, років, роки, teşekkür*, gün*, hafta*, ay, yıl*, dag*, weken, maand*, tack, takk, tak, vecka*, måned*, dnů, týdn*, měsíc*, děkuji, zile, luni, mulțumesc, sure
"""
LESSER = """
    big, large, major, huge, serious, special, crazy, important, significant, substantial, massive, notable, noteworthy, worth, interesting, fancy, wild, recent, recently, lately, this year, this month, this week, last year, last month,
    grande, grandes, importante, importantes, especial, reciente, recientes, recientemente, groß*, besonder*, wichtig*, wildes, nennenswert*, kürzlich, grand, grands, grande, gros, grosse, grosses, spécial, important*, récent, récente, récemment,
    demais, recente, recentes, recentemente, grandi, importanti, speciale, particolare, di che, wielki*, duż*, szczególn*, specjaln*, ważn*, ostatnio, особенн*, особо*, крупн*, больших, большого, серьезн*, важн*, недавно, последнее время,
    особлив*, велик*, серйозн*, важлив*, нещодавно, останнім часом, önemli, büyük, ciddi, özel, groots, grote, bijzonder*, belangrijk*, speciaals, stora, stort, särskil*, speciel*, spesielt, velk*, zvláštn*, důležit*, mari, deosebit*, recent*
"""
ONE_OR_SO = """
    a, an, one, once, twice, un, una, una vez, ein, eine, einmal, zweimal, une, une fois, um, uma, uma vez, una volta, jeden, jedna, jedną, jedno, raz, один, одна, одну, одно, раз, одного разу, bir, een, één keer, en, ett, et, jednou, o, odată
"""
TYPED = (
    "deposit", "deposited", "deposits", "withdrawal", "withdraw", "withdrew", "withdrawn", "purchase", "purchased", "bought",
    "exchanged", "converted", "convert", "selling", "einzahlung", "auszahlung", "verkauft", "gekauft", "retiro", "depósito",
    "compré", "vendí", "retrait", "acheté", "prelievo", "deposito", "wpłata", "wypłata", "sprzedaż", "пополнение", "пополнил",
    "вывел", "купил", "продал", "обменял", "поповнення", "поповнив", "купив", "продав", "обміняв", "sattım", "yatırdım",
)  # fmt: skip
"""Words from which a slip of the finger is still understood."""


@cache
def told() -> Lexicon[Kind]:
    """Words that say what was done."""
    return Lexicon(pages(_TOLD))


@cache
def general() -> Lexicon[Kind]:
    """Words that say what was done where no plainer word does."""
    return Lexicon(pages(_GENERAL))


@cache
def card() -> Lexicon[bool]:
    return Lexicon(dict.fromkeys(phrases_of(_CARD), True))


@cache
def moved() -> Lexicon[bool]:
    """Words for money sent, which say nothing of the direction."""
    return Lexicon(dict.fromkeys(phrases_of(_MOVED), True))


@cache
def direction() -> Lexicon[Kind]:
    """Where money was sent, as the kind of transaction that it makes it."""
    return Lexicon(pages(_WAYS))


_SAME_DAY = """
    same day, same date, mismo día, misma fecha, selben tag, gleichen tag, même jour, mesmo dia, stesso giorno, tego samego dnia, ten sam dzień, тот же день, тем же днем, того ж дня,
    того самого дня, той самий день, цього ж дня, aynı gün, dezelfde dag, zelfde dag, samma dag, samme dag, stejný den, téhož dne, aceeași zi, ίδια μέρα, ugyanazon a napon, samana päivänä
"""


@cache
def same_day() -> Lexicon[bool]:
    """Words for the day that was told before."""
    return Lexicon(dict.fromkeys(phrases_of(_SAME_DAY), True))


_CLAUSE_ENDS = r"(?<![^\W_])(?:and|then|to|from|und|dann|och|sedan|og|en|toen)"


@cache
def separable() -> Mapping[Kind, re.Pattern[str]]:
    """By what was done, verbs that have an amount between their parts."""
    gap = rf"(?![^\W\d_])(?:(?!(?:{_CLAUSE_ENDS})(?![^\W_]))[^.,;\n]|[.,](?=\d)){{1,60}}?(?<![^\W\d_])"
    return {
        kind: re.compile(
            rf"(?<![^\W_])(?:{'|'.join(rf'(?:{first}){gap}(?:{last})' for first, last in _parted(page))})(?![^\W_])"
        )
        for kind, page in _SEPARABLE.items()
    }


def _parted(page: str) -> Iterator[list[str]]:
    """Both parts of each verb of a page."""
    return (verb.split(".+") for verb in map(fold, phrases_of(page)))


@cache
def never() -> Lexicon[bool]:
    return Lexicon(dict.fromkeys(phrases_of(NEVER), True))


@cache
def activity() -> Lexicon[bool]:
    return Lexicon(dict.fromkeys(phrases_of(ACTIVITY), True))


@cache
def but() -> Lexicon[bool]:
    return Lexicon(dict.fromkeys(phrases_of(BUT), True))


@cache
def out_of_reach() -> Lexicon[bool]:
    """Words of people who cannot or will not tell, or whose money went astray."""
    return Lexicon(dict.fromkeys((*phrases_of(OUT_OF_REACH), *phrases_of(UNDONE)), True))


@cache
def counts() -> Lexicon[bool]:
    """Words of somebody who did not count."""
    return Lexicon(dict.fromkeys(phrases_of(COUNTS), True))


@cache
def not_money() -> Lexicon[bool]:
    """Words beside such a count that make it one of days, or of thanks."""
    return Lexicon(dict.fromkeys(phrases_of(NOT_MONEY), True))


@cache
def lesser() -> Lexicon[bool]:
    """Words beside a denial that leave room for smaller or older transactions: "nothing big", "none lately"."""
    return Lexicon(dict.fromkeys(phrases_of(LESSER), True))


@cache
def one_or_so() -> Lexicon[bool]:
    """Words for a single one, with which a kind of transaction is told to have happened."""
    return Lexicon(dict.fromkeys(phrases_of(ONE_OR_SO), True))


@cache
def fillers() -> Lexicon[bool]:
    """Words that a denial may have around it."""
    return Lexicon(dict.fromkeys(phrases_of(FILLERS), True))


@cache
def typed() -> dict[str, Kind]:
    """Folded words that may be misspelt, and what they mean."""
    meanings = {fold(word): told().meaning(fold(word)) for word in TYPED}
    return {word: kind for word, kind in meanings.items() if kind}
