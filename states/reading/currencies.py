# ruff: noqa: E501  lists of words, one meaning or language a line
"""The money that people move on CEX.IO: tickers, names in many languages, and signs."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from states.reading.lexicon import Lexicon, listed, pages
from states.reading.normalise import WORD, fold

FIAT = frozenset(
    listed(
        "USD EUR GBP UAH RUB PLN TRY CHF CAD AUD NZD JPY CNY KRW INR SEK NOK DKK ISK CZK HUF RON BGN RSD MDL BYN GEL AMD AZN "
        "KZT UZS KGS ILS AED SAR QAR KWD EGP MAD TND NGN KES ZAR GHS BRL MXN ARS CLP COP PEN UYU SGD HKD TWD THB VND IDR MYR "
        "PHP PKR BDT LKR"
    )
)
COINS = frozenset(
    listed(
        "BTC ETH USDT USDC XRP SOL ADA DOGE TRX LTC BCH DOT LINK XLM AVAX MATIC POL ATOM UNI ETC XTZ TON SHIB PEPE BNB NEAR FIL "
        "APT ARB OP SUI SEI INJ AAVE MKR GRT SAND MANA AXS ENJ CHZ GALA CRV COMP SNX YFI 1INCH SUSHI BAT ZRX OMG KNC LRC REN BAL "
        "UMA BAND OCEAN FET RNDR RENDER IMX LDO RPL ENS APE FLOKI BONK WIF JUP PYTH TIA JTO STRK ZK NOT DOGS HMSTR CATI ALGO VET "
        "THETA ICP EGLD HBAR FTM KAVA ZIL ONT NEO GAS QTUM DASH ZEC BTG XEM WAVES EOS IOTA KSM ROSE CELO MINA FLOW KLAY ONE RUNE "
        "LUNA LUNC UST USTC BUSD DAI TUSD GUSD USDP PYUSD FDUSD USDE EURT EURC PAXG XAUT WBTC STETH GHS NMC IXC DVC FTC "
        "XPM DRK MHC BTT TRUMP MELANIA PENGU VIRTUAL HYPE ENA ONDO WLD TAO KAS MNT STX CRO OKB QNT XDC XMR HNT CAKE GMX DYDX BLUR "
        "SSV LPT MASK ANKR SKL STORJ NMR CVC RLC REP PERP TRB WOO SLP YGG GMT SPELL CVX FXS PENDLE RSR COTI CELR ANT BNT POWR "
        "REQ SYN TWT SUN JST WIN HOT DENT IOTX IOST ICX LSK SC RVN DCR XVG NANO HIVE BSV MON XPL PUMP WLFI SPX POPCAT MEW BOME MOG "
        "TURBO NEIRO PNUT EIGEN ETHFI ZRO MOVE BERA KAITO AR ORDI SATS STG RAD GNO METIS MAGIC DYM MANTA ALT AKT CKB CFX JASMY "
        "TFUEL WAXP XEC AMP HOOK ID EDU CYBER ARKM MEME ACE XAI ZETA OM CORE LSETH CBETH WETH WBNB CEL NEXO"
    )
)
CURRENCIES = FIAT | COINS

_NAMES = {
    "BTC": "bitcoin*, bit coin, bit coins, btcs, xbt, биткоин*, биткойн*, біткоїн*, біткойн*, битк*, биток, біток, бтк, бтц, "
    "بيتكوين, بتكوين, بیت کوین, بيت كوين, ביטקוין, 比特币, 比特幣, ビットコイン, 비트코인, बिटकॉइन, μπιτκοιν*, bitkoin*",
    "ETH": "ethereum*, ether, ethers, etherium, etherum, etheruem, ethereum's, эфир*, этериум*, эфириум*, ефір*, ефіріум*, "
    "етер*, эфирок, إيثيريوم, ايثيريوم, ايثريوم, اتریوم, את'ריום, 以太坊, 以太币, イーサリアム, 이더리움, eteryum, ethery",
    "ETC": "ethereum classic, ether classic",
    "USDT": "tether*, usdt trc20, usdt erc20, тезер*, юсдт, усдт, тетер*, تيثر, تتر, 泰达币, テザー, 테더, theter",
    "USDC": "usd coin, usdcoin, usd coins, юсдс",
    "LTC": "litecoin*, lite coin, лайткоин*, лайткойн*, лайткоїн*, لايتكوين, 莱特币, ライトコイン, 라이트코인",
    "XRP": "ripple*, рипл*, ріпл*, риппл*, ريبل, 瑞波币, リップル, 리플",
    "BCH": "bitcoin cash, bitcoincash, bcash",
    "BTG": "bitcoin gold",
    "BSV": "bitcoin sv",
    "SOL": "solana, солан*, سولانا, 솔라나, sols",
    "ADA": "cardano, кардано, كاردانو, 에이다",
    "DOGE": "dogecoin*, doge coin, doges, додж*, догикоин*, догекоин*, دوجكوين, 狗狗币, 도지코인",
    "TRX": "tron, трон, ترون, 트론",
    "DOT": "polkadot, polka dot, полкадот, dots",
    "LINK": "chainlink, chain link, чейнлинк",
    "XLM": "stellar, stellar lumens, lumens, стеллар",
    "AVAX": "avalanche",
    "MATIC": "polygon matic, matics",
    "POL": "polygon",
    "ATOM": "cosmos, atoms",
    "TON": "toncoin*, tonkoin, тонкоин*, тон",
    "SHIB": "shiba, shiba inu, shibas, shibs, шиба",
    "BNB": "binance coin, bnbs",
    "XMR": "monero",
    "XTZ": "tezos",
    "UNI": "uniswap",
    "DASH": "dashcoin",
    "ZEC": "zcash",
    "EUR": "euro, euros, eurs, euró, евро, євро, eura, euron, euroa, eurů, ευρώ, avro, يورو, یورو, אירו, יורו, यूरो, 欧元, 歐元, ユーロ, 유로",
    "USD": "dollar, dollars, us dollars, us dollar, american dollars, dollers, dollar us, dollars américains, dólar, dólares, "
    "dolares, dolar, dólares americanos, dolary, dolarów, dolara, dollari, dollaro, dollaria, доллар*, долар*, бакс*, "
    "bucks, buck, usds, usd, δολάρια, δολαρια, دولار, دولارات, دلار, דולר, डॉलर, 美元, 美金, ドル, 달러",
    "GBP": "pound, pounds, pounds sterling, pound sterling, british pounds, quid, sterling, libras, libra, libras esterlinas, "
    "pfund, britische pfund, livres, livre sterling, livres sterling, sterlina, sterline, funt, funty, funtów, фунт*, sterlin, "
    "جنيه استرليني, 英镑, ポンド, 파운드, punden, pund",
    "UAH": "hryvnia*, hryvna, hrivnia*, hryvnya*, hryven, hrn, grn, грн, гривень, гривні, гривня, гривен*, гривна, гривны",
    "RUB": "ruble*, rouble*, rubel*, rublo*, rubli, руб, рубл*, rub",
    "PLN": "zł, zl, zloty*, złot*, злот*, zlotych",
    "TRY": "lira, liras, lirası, turkish lira, türk lirası, tl, лир, лиры",
    "CHF": "franken, swiss francs, francs suisses, franchi svizzeri, sfr, франков",
    "CAD": "canadian dollars, canadian dollar, dollars canadiens",
    "AUD": "australian dollars, australian dollar, aussie dollars",
    "JPY": "yen, 円, иен",
    "CNY": "yuan, rmb, renminbi, 人民币, 元, юаней",
    "KRW": "won, 원",
    "INR": "rupees, rupee, rs, inr",
    "BRL": "reais, real brasileiro",
    "CZK": "kč, korun, koruny, českých korun",
    "HUF": "ft, forint*",
    "RON": "lei, leu",
    "BGN": "лв, лева, лев",
    "KZT": "тенге, tenge",
    "NGN": "naira",
    "ZAR": "rand",
    "AED": "dirham, dirhams, درهم",
    "ILS": "shekel, shekels, nis, שקל, שקלים, ש ח",
    "GEL": "lari, gel, ლარი",
}
_SIGNS = {
    "us$": "USD",
    "usd$": "USD",
    "ca$": "CAD",
    "c$": "CAD",
    "au$": "AUD",
    "a$": "AUD",
    "nz$": "NZD",
    "hk$": "HKD",
    "s$": "SGD",
    "r$": "BRL",
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "₿": "BTC",
    "Ξ": "ETH",
    "ξ": "ETH",
    "₮": "USDT",
    "₴": "UAH",
    "₽": "RUB",
    "₺": "TRY",
    "₹": "INR",
    "₸": "KZT",
    "₦": "NGN",
    "₩": "KRW",
    "₪": "ILS",
    "1inch": "1INCH",
}
_CROWNS = {"sv": "SEK", "nb": "NOK", "no": "NOK", "nn": "NOK", "da": "DKK"}
_ALSO_WORDS = frozenset(
    listed(
        "one near link sand flow gas hot win sun mon move not id form sign init era act mask band high magic super time cake fun "
        "pump layer bat op ape comp ren rose ont sol ton dot dai uni bal ant gala celo luna pol req mina etc via sc ark ar kas dash "
        "neo core alt meme ace edu hook ada atom rep woo amp perp win one band spell rad storj grt ens people blur hive core mog "
        "mew icp fil apt arb tia pen try php cop mad all gel sar sek lei real ton rub sats"
    )
)
"""Tickers that are also words: without a number at their side they count in capitals only."""
_NEVER_LOWER = frozenset(listed("not id one etc op ar alt all sc via rep mad try cop pen form sign mon"))
"""Tickers that even beside a number are words unless written in capitals."""

_SIGN = re.compile("|".join(map(re.escape, sorted(_SIGNS, key=len, reverse=True))))
_MONEY_AHEAD = re.compile(rf"\s?(?:k\s?)?(?:(?P<sign>{_SIGN.pattern})|(?P<word>{WORD}))")
_CLOSE = 2


class CurrencyHit(NamedTuple):
    start: int
    end: int
    code: str
    is_sure: bool
    """Whether it is a currency even with no number beside it."""
    is_sign: bool = False
    """Whether it is a sign such as $."""


@cache
def _names() -> Lexicon[str]:
    return Lexicon(pages(_NAMES) | {fold(code): code for code in CURRENCIES if code.isalpha()})


def find_currencies(text: str, folded: str, locale: str | None) -> list[CurrencyHit]:
    """Every currency of a text, in order; `folded` is the same text folded."""
    hits = sorted([*_signs(folded), *_words(text, folded), *_crowns(folded, locale)])
    hits = sorted([*hits, *_misspelt(folded, hits)])
    return [hit for before, hit in pairwise((None, *hits)) if hit and not _quotes(folded, before, hit)]


def _quotes(folded: str, base: CurrencyHit | None, hit: CurrencyHit) -> bool:
    """Whether a currency only ends a pair, as in BTC/USD."""
    return base is not None and folded[base.end : hit.start] == "/"


def _signs(folded: str) -> Iterator[CurrencyHit]:
    for match in _SIGN.finditer(folded):
        if (
            match.group()[0] == "1"
            or not folded[match.start() - 1 : match.start()].isalpha()
            or not match.group()[0].isalpha()
        ):
            yield CurrencyHit(match.start(), match.end(), _SIGNS[match.group()], is_sure=True, is_sign=True)


def _words(text: str, folded: str) -> Iterator[CurrencyHit]:
    in_capitals_anyway = text.isupper()
    for start, end, code in _names().find(folded):
        word, written = folded[start:end], text[start:end]
        stands_out = written.isupper() and not in_capitals_anyway
        if word not in _NEVER_LOWER or stands_out or in_capitals_anyway:
            yield CurrencyHit(start, end, code, word not in _ALSO_WORDS or stands_out)


_CROWN = re.compile(r"(?<![^\W\d_])(?:kr|kronor|kroner|krone|krona)(?![^\W\d_])")


def _crowns(folded: str, locale: str | None) -> Iterator[CurrencyHit]:
    """Crowns of the customer's country; nobody's where the country is not known."""
    code = _CROWNS.get((locale or "")[:2].lower())
    if code:
        yield from (CurrencyHit(*match.span(), code, True) for match in _CROWN.finditer(folded))


_AFTER_NUMBER = re.compile(r"\d\s?(?P<word>[^\W\d_]{4,12})(?![^\W_])")
_MAY_BE_MISSPELT = tuple(
    map(
        fold,
        listed(
            "euro euros dollar dollars dolares dolar bitcoin bitcoins ethereum litecoin tether ripple cardano dogecoin solana "
            "евро долларов доллара биткоин биткоина рублей рубля гривен євро доларів гривень біткоїн"
        ),
    )
)
_LONG_WORD = 8


def _misspelt(folded: str, hits: Sequence[CurrencyHit]) -> Iterator[CurrencyHit]:
    """Names of currencies with a slip in them, right behind a number: 20 euors."""
    known = {hit.start for hit in hits}
    for match in _AFTER_NUMBER.finditer(folded):
        word = match["word"]
        if match.start("word") in known:
            continue
        near = process.extractOne(
            word, _MAY_BE_MISSPELT, scorer=OSA.distance, score_cutoff=1 + (len(word) >= _LONG_WORD)
        )
        code = (
            _names().meaning(near[0]) if near and (near[0][0] == word[0] or sorted(near[0]) == sorted(word)) else None
        )
        if code:
            yield CurrencyHit(*match.span("word"), code, is_sure=True)


def money_ahead(folded: str, position: int) -> bool:
    """Whether a currency follows in a folded text, so that what stands before the position is an amount."""
    match = _MONEY_AHEAD.match(folded, position)
    return bool(match and (match["sign"] or (match["word"] and _names().meaning(match["word"]))))


def currencies_like(word: str) -> tuple[str, ...]:
    """Up to three tickers that an unknown one may be a slip of, closest first."""
    limit = _CLOSE if len(word) > 4 else 1
    found = process.extract(word.upper(), sorted(CURRENCIES), scorer=OSA.distance, score_cutoff=limit, limit=3)
    return tuple(code for code, _, _ in found)
