from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from states.reading.amounts import find_amounts, plain, read_number
from states.reading.currencies import currencies_like, find_currencies
from states.reading.normalise import fold, normalise


def found(text: str, locale: str | None = None) -> list[tuple[str, str | None]]:
    """The amounts of a text: their readings joined by a bar, and their currency."""
    plain_text = normalise(text)
    folded = fold(plain_text)
    amounts = find_amounts(plain_text, folded, find_currencies(plain_text, folded, locale), locale)
    return [("|".join(map(plain, one.values)), one.currency.code if one.currency else None) for one in amounts]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("0,005", "0.005"),
        ("0.00250000", "0.0025"),
        (".5", "0.5"),
        ("1,5", "1.5"),
        ("1234,567", "1234.567"),
        ("1,234,567.89", "1234567.89"),
        ("1.234.567,89", "1234567.89"),
        ("1,00,000.50", "100000.5"),
        ("12 500,25", "12500.25"),
        ("1'000.5", "1000.5"),
        ("1 234,567", "1234.567"),
        ("12_000", "12000"),
        ("1e-5", "0.00001"),
        ("05,123", "5.123"),
    ],
)
def test_every_way_of_writing_a_number_is_read_exactly(written: str, value: str) -> None:
    """C26: comma or point, spaces and apostrophes between thousands."""
    assert read_number(written, None) == (Decimal(value),)


@pytest.mark.parametrize("written", ["1.234", "2,500", "999,999"])
def test_one_mark_before_three_digits_is_open_for_who_knows_whom(written: str) -> None:
    """C26: "1,500" is asked."""
    assert len(read_number(written, None)) == 2


@pytest.mark.parametrize(
    ("locale", "written", "value"),
    [
        ("en", "1,500", "1500"),
        ("en-US", "1.500", "1.5"),
        ("de", "1.500", "1500"),
        ("es-ES", "1,500", "1.5"),
        ("es-MX", "1,500", "1500"),
        ("pt_BR", "1.500", "1500"),
        ("uk", "1,500", "1.5"),
    ],
)
def test_the_customers_habit_settles_it(locale: str, written: str, value: str) -> None:
    """C26"""
    assert read_number(written, locale) == (Decimal(value),)


def test_a_mark_that_means_nothing_where_the_customer_lives_stays_open() -> None:
    """A Ukrainian writes neither decimals nor thousands with a point: nobody can tell."""
    assert len(read_number("1.500", "uk")) == 2


@pytest.mark.parametrize("written", ["1,2,3", "1.23.456", "1,23,4.5", "9" * 30, "1e99"])
def test_what_is_no_number_is_not_read(written: str) -> None:
    assert read_number(written, None) == ()


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("2k usdt", [("2000", "USDT")]),
        ("1.5k EUR", [("1500", "EUR")]),
        ("2M shib", [("2000000", "SHIB")]),
        ("5 тыс. рублей", [("5000", "RUB")]),
        ("2 mil euros", [("2000", "EUR")]),
        ("$75", [("75", "USD")]),
        ("75$", [("75", "USD")]),
        ("€ 1.250,50", [("1250.5", "EUR")]),
        ("₿0.5", [("0.5", "BTC")]),
        ("R$ 50", [("50", "BRL")]),
        ("BTC: 0.5", [("0.5", "BTC")]),
        ("USDC | 99.99", [("99.99", "USDC")]),
        ("0.5 BTC/USD", [("0.5", "BTC")]),
        ("$100 of BTC", [("100", "USD")]),
        ("$100 USDT", [("100", "USDT")]),
        ("20usdc", [("20", "USDC")]),
        ("0.5 bitcoins", [("0.5", "BTC")]),
        ("500 złotych", [("500", "PLN")]),
        ("500 гривень", [("500", "UAH")]),
        ("half a bitcoin", [("0.5", "BTC")]),
        ("100 USDT TRC20", [("100", "USDT")]),
        ("5 ethereum classic", [("5", "ETC")]),
        ("order 991827 of 0.5 BTC", [("0.5", "BTC")]),
        ("card **** 4242", []),
        ("the 2nd time", []),
        ("10%", []),
    ],
)
def test_an_amount_is_found_with_its_currency(text: str, amounts: list[tuple[str, str]]) -> None:
    """C26, C27"""
    assert found(text) == amounts


@pytest.mark.parametrize("text", ["5 may on the 3rd", "i have one friend", "not at all, etc", "me and sun"])
def test_a_word_that_is_also_a_ticker_is_not_money(text: str) -> None:
    """C27: the traps that long lists of tickers set."""
    assert all(currency is None for _, currency in found(text))


def test_crowns_are_those_of_the_customers_country() -> None:
    assert found("500 kr", "sv") == [("500", "SEK")]
    assert found("500 kr", "da") == [("500", "DKK")]
    assert found("500 kr", None) != [("500", "SEK")]


def test_a_slip_is_answered_with_the_tickers_it_may_be() -> None:
    """C27"""
    assert currencies_like("BTX")[0] == "BTC"
    assert currencies_like("NOSUCHCOIN") == ()


@settings(deadline=None)
@given(st.decimals(Decimal("1e-18"), 10**15, places=18))
def test_a_number_as_we_write_it_is_open_to_one_reading(value: Decimal) -> None:
    """C26"""
    assert read_number(plain(value), None) == (value,)


@settings(deadline=None)
@given(st.text(alphabet="0123456789.,' -eE_kM$€BTC\n"), st.sampled_from([None, "de", "fr", "zz-ZZ", "-"]))
def test_any_digits_and_marks_are_read_or_left(text: str, locale: str | None) -> None:
    found(text, locale)
