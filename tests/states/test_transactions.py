import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from time import process_time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from states.reading.currencies import CURRENCIES
from states.reading.normalise import normalise
from states.reading.transactions import Transaction, from_spoken, read_transactions, spoken
from states.verdicts import Refused, Unsure

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def read(text: str, *, locale: str | None = None, kept: Mapping[str, Any] | None = None) -> list[str]:
    """What is read of a message, in words."""
    told = read_transactions(normalise(text), now=NOW, locale=locale, kept=kept)
    return [spoken(transaction) for transaction in told]


def refusal(text: str, *, locale: str | None = None, kept: Mapping[str, Any] | None = None) -> Refused:
    with pytest.raises(Refused) as refused:
        read(text, locale=locale, kept=kept)
    return refused.value


def doubt(text: str, *, locale: str | None = None, kept: Mapping[str, Any] | None = None) -> Unsure:
    with pytest.raises(Unsure) as unsure:
        read(text, locale=locale, kept=kept)
    return unsure.value


def test_the_example_of_the_help_page_fills_all_in_one_go() -> None:
    """C23, S21: date, amount, currency and type of the help page's example; the time may be left out."""
    (transaction,) = read_transactions("22 March 2019, 2.00456 BTC, deposit", now=NOW, locale=None)
    assert transaction.date == date(2019, 3, 22)
    assert transaction.amount == Decimal("2.00456")
    assert (transaction.currency, transaction.type) == ("BTC", "deposit")
    assert (transaction.time, transaction.utc_offset) == (None, None)


@pytest.mark.parametrize(
    ("first", "reason", "then", "whole"),
    [
        ("22 March 2019, 2.00456 BTC", "missing_type", "deposit", "22 March 2019, 2.00456 BTC, deposit"),
        ("22 March 2019, deposit", "missing_amount", "it was 0.5 BTC", "22 March 2019, 0.5 BTC, deposit"),
        ("14.05.2024 вывод BTC", "missing_amount", "0,5", "14 May 2024, 0.5 BTC, withdrawal"),
        ("2024-05-14 withdrawal 350", "missing_currency", "euros", "14 May 2024, 350 EUR, withdrawal"),
        ("withdrew 500 EUR", "missing_date", "on 5 may 2024", "5 May 2024, 500 EUR, withdrawal"),
        ("March 2019, 2 BTC, deposit", "imprecise_date", "the 22nd", "22 March 2019, 2 BTC, deposit"),
        ("22 March, 2 BTC, deposit", "imprecise_date", "2019", "22 March 2019, 2 BTC, deposit"),
        ("March 2019, 2 BTC, deposit", "imprecise_date", "22 March 2019", "22 March 2019, 2 BTC, deposit"),
        ("31 April 2024, 1 BTC, deposit", "invalid_date", "30 April 2024", "30 April 2024, 1 BTC, deposit"),
        (
            "25 Dec 2026 withdrawal 50 USD",
            "future_date",
            "sorry, 2025!! 25 Dec 2025",
            "25 December 2025, 50 USD, withdrawal",
        ),
        ("deposit 0 USD 2023-08-19", "non_positive_amount", "10", "19 August 2023, 10 USD, deposit"),
        ("19 July 2023, 12 QWRTY, withdrawal", "unknown_currency", "xrp", "19 July 2023, 12 XRP, withdrawal"),
        ("yesterday 14:30 UTC+2, 2 BTC", "missing_type", "sold", "20 November 2026 14:30 UTC+02:00, 2 BTC, sell"),
    ],
)
def test_only_what_is_missing_is_asked(first: str, reason: str, then: str, whole: str) -> None:
    """C23: what was right is kept, and the next message completes just the missing part."""
    refused = refusal(first)
    assert refused.reason == reason
    assert read(then, kept=refused.kept) == [whole]


def test_the_complete_lines_of_a_list_are_kept_while_one_is_completed() -> None:
    """C23, C24: of three transactions one lacks its amount; the other two need not be told again."""
    refused = refusal("19 July 2022 deposit 1 LTC; 21 July 2022 withdrawal; 23 July 2022 sell 3 ETH")
    assert (refused.reason, refused.facts["line"]) == ("missing_amount", 2)
    assert read("0.4 LTC", kept=refused.kept) == [
        "19 July 2022, 1 LTC, deposit",
        "21 July 2022, 0.4 LTC, withdrawal",
        "23 July 2022, 3 ETH, sell",
    ]


def test_several_gaps_are_closed_one_after_the_other() -> None:
    """C23, C24"""
    first = refusal("19 July 2022, 1 LTC\n21 July 2022, withdrawal")
    assert (first.reason, first.facts["line"]) == ("missing_type", 1)
    second = refusal("deposit", kept=first.kept)
    assert (second.reason, second.facts["line"]) == ("missing_amount", 2)
    assert read("5 EUR", kept=second.kept) == ["19 July 2022, 1 LTC, deposit", "21 July 2022, 5 EUR, withdrawal"]


def test_one_line_may_lack_two_things() -> None:
    """C23"""
    first = refusal("0.5 BTC")
    second = refusal("22 march 2019", kept=first.kept)
    assert (first.reason, second.reason) == ("missing_date", "missing_type")
    assert read("bought", kept=second.kept) == ["22 March 2019, 0.5 BTC, buy"]


def test_a_message_that_brings_nothing_loses_nothing() -> None:
    """C23"""
    first = refusal("22 March 2019, 2 BTC")
    again = refusal("what?", kept=first.kept)
    unknown = refusal("i don't remember", kept=again.kept)
    assert (again.reason, unknown.reason) == ("missing_type", "no_answer")
    assert read("deposit", kept=unknown.kept) == ["22 March 2019, 2 BTC, deposit"]


@pytest.mark.parametrize(
    "again",
    ["23 March 2019, 1 BTC, sell", "22 March 2019, 2 BTC, deposit\n23 March 2019, 1 BTC, sell"],
)
def test_telling_it_all_again_doubles_nothing(again: str) -> None:
    """C24"""
    refused = refusal("22 March 2019, 2 BTC, deposit\n23 March 2019, 1 BTC")
    assert read(again, kept=refused.kept) == ["22 March 2019, 2 BTC, deposit", "23 March 2019, 1 BTC, sell"]


def test_an_open_date_is_asked_with_both_readings_and_keeps_the_rest() -> None:
    """C25: 03/04/2024 asks which; the other transaction is kept."""
    unsure = doubt("03/04/2024, 100 USD, deposit\n16 April 2024, 1 BTC, sell")
    assert unsure.reason == "ambiguous_date"
    assert unsure.facts["text"] == "03/04/2024"
    assert [option.label for option in unsure.options] == ["3 April 2024", "4 March 2024"]
    assert [read(option.text) for option in unsure.options] == [
        ["3 April 2024, 100 USD, deposit", "16 April 2024, 1 BTC, sell"],
        ["4 March 2024, 100 USD, deposit", "16 April 2024, 1 BTC, sell"],
    ]
    assert read("4 march 2024", kept=unsure.kept) == ["4 March 2024, 100 USD, deposit", "16 April 2024, 1 BTC, sell"]


def test_one_answer_settles_all_dates_written_alike() -> None:
    """C25"""
    unsure = doubt("03/04/2024 deposit 5 USD; 05/06/2024 sell 1 ETH")
    assert read(unsure.options[1].text) == ["4 March 2024, 5 USD, deposit", "6 May 2024, 1 ETH, sell"]


@pytest.mark.parametrize("text", ["17 May 2022, 3,125 ETH, sell", "17 May 2022, 3.125 ETH, sell"])
def test_an_open_amount_is_asked_with_both_readings(text: str) -> None:
    """C26: a mark before three digits may part decimals or thousands."""
    unsure = doubt(text)
    assert unsure.reason == "ambiguous_amount"
    assert [read(option.text) for option in unsure.options] == [
        ["17 May 2022, 3.1250 ETH, sell"],
        ["17 May 2022, 3125 ETH, sell"],
    ]


def test_a_date_and_an_amount_that_are_open_are_asked_one_after_the_other() -> None:
    """C25, C26"""
    dated = doubt("03/04/2024, 1,500 USD, deposit").options[0].text
    assert read(doubt(dated).options[1].text) == ["3 April 2024, 1500 USD, deposit"]


def test_an_unknown_ticker_is_answered_with_those_it_may_be() -> None:
    """C27"""
    unsure = doubt("deposit 12 BTX 3 Jan 2025")
    assert unsure.reason == "unknown_currency"
    assert "BTC" in [option.label for option in unsure.options]
    assert read(unsure.options[0].text) == ["3 January 2025, 12 BTC, deposit"]


def test_a_ticker_like_no_other_is_refused_with_its_name() -> None:
    """C27"""
    refused = refusal("19 July 2022, 12 NOSUCHCOIN, withdrawal")
    assert (refused.reason, refused.facts["text"]) == ("unknown_currency", "NOSUCHCOIN")


def test_amounts_are_exact() -> None:
    """C26: up to eighteen places, nothing rounded."""
    (transaction,) = read_transactions("5 May 2024 buy 0.123456789012345678 ETH", now=NOW, locale=None)
    assert str(transaction.amount) == "0.123456789012345678"


@pytest.mark.parametrize("text", ["none", "never made any", "nunca hice transacciones", "ніколи не робив операцій"])
def test_no_transaction_is_an_answer(text: str) -> None:
    """C28"""
    assert read(text) == []


@pytest.mark.parametrize("text", ["I never made deposits, only withdrawals", "no deposits but sold a lot"])
def test_a_denial_of_one_kind_is_not_a_denial_of_all(text: str) -> None:
    assert refusal(text).reason == "missing_date"


@pytest.mark.parametrize(
    "text",
    ["deposit failed, nothing arrived", "my withdrawal did not arrive", "вывод не прошел", "el depósito no llegó"],
)
def test_money_that_went_astray_is_not_a_history_without_transactions(text: str) -> None:
    assert refusal(text).reason in {"not_understood", "missing_date"}


def test_an_amount_is_never_read_from_the_tail_of_something_longer() -> None:
    assert read("withdrawn 2k5 eur 18 may 2026") == read("withdrawn 2500 eur 18 may 2026")
    assert refusal("deposit ab12cd5 eur on 5 may 2026").reason == "missing_amount"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("igår tog jag ut 0,01 btc", "withdrawal"),
        ("am 5. mai 2026 hob ich 0,5 eth ab", "withdrawal"),
        ("gestern zahlte ich 100 eur ein", "deposit"),
        ("took 40 usdt out yesterday", "withdrawal"),
        ("100 eur in on 4 june 2026", "deposit"),
        ("bought 100 usdt in two steps on 5 may 2026", "buy"),
    ],
)
def test_a_verb_may_have_the_amount_between_its_parts(text: str, kind: str) -> None:
    (transaction,) = read_transactions(text, now=NOW, locale=None)
    assert transaction.type == kind


def test_a_minus_in_the_exchanges_own_export_says_that_money_went_out() -> None:
    """C23"""
    assert read("2023-02-17 21:10:00,-150.00,USD,20.00,withdraw,,USD,3.80,") == [
        "17 February 2023 21:10 UTC+00:00, 150 USD, withdrawal"
    ]


def test_an_export_with_its_heading_is_read_row_by_row() -> None:
    """C24"""
    rows = (
        "DateUTC,Amount,Symbol,Balance,Type,Pair,FeeSymbol,FeeAmount,Comment\n"
        "2024-01-05 11:12:13,250.125,EUR,250.00,deposit,,,,\n"
        "2024-01-05 11:13:00,0,EUR,250.00,cancel,,,,\n"
        "2024-01-06 09:00:01,-0.01,BTC,0.00,sell,BTC/EUR,EUR,0.5,"
    )
    assert read(rows) == [
        "5 January 2024 11:12 UTC+00:00, 250.1250 EUR, deposit",
        "6 January 2024 09:00 UTC+00:00, 0.01 BTC, sell",
    ]


def test_a_date_that_leads_is_said_of_all_that_follows_it() -> None:
    """C24"""
    assert read("On 5 May 2024 I deposited 100 USD and bought 0.0015 BTC") == [
        "5 May 2024, 100 USD, deposit",
        "5 May 2024, 0.0015 BTC, buy",
    ]


def test_a_date_that_ends_a_sentence_is_not_said_of_what_came_before() -> None:
    assert refusal("deposited 100 USD and bought 0.0015 BTC on 5 May 2024").facts["line"] == 1


def test_prices_fees_and_balances_are_not_the_amount() -> None:
    assert read("0.0025 BTC bought @ 43,120.5 USD, fee 2.15 USD, balance 5000 USD, 19.10.2025") == [
        "19 October 2025, 0.0025 BTC, buy"
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("deposit/withdrawal 0.5 BTC 5 may 2024", "missing_type"),
        ("bought or sold 3 eth 15 may 2024", "missing_type"),
        ("sold 2 or 3 eth on 15 may 2024", "missing_amount"),
        ("deposit 0.5-0.6 BTC on 15 may 2024", "missing_amount"),
        ("18 July 2022, BTC deposit\ncall me 2 times", "missing_amount"),
        ("my phone +44 7911 123456, deposit btc 15 may 2024", "missing_amount"),
        ("deposit 100 EUR, 200 EUR on 15 may 2024", "missing_date"),
        ("0.5 BTC deposit on 22 March 2019, or on 15 may 2024", "missing_amount"),
        ("i sold some eth in 2024", "imprecise_date"),
    ],
)
def test_what_leaves_a_choice_is_never_guessed(text: str, reason: str) -> None:
    """C27: asked again, never silently stored."""
    assert refusal(text).reason == reason


def test_nothing_personal_is_printed() -> None:
    """The exceptions and values show neither amounts nor dates."""
    refused = refusal("22 March 2019, 2.00456 BTC")
    (transaction,) = read_transactions("22 March 2019, 2.00456 BTC, deposit", now=NOW, locale=None)
    for printed in (str(refused), repr(refused), str(transaction), repr(transaction)):
        assert not re.search(r"2019|2\.0|BTC", printed)


transactions = st.builds(
    Transaction,
    date=st.dates(date(2013, 1, 1), NOW.date()),
    time=st.none() | st.times().map(lambda time: f"{time:%H:%M}"),
    utc_offset=st.none(),
    amount=st.decimals(Decimal("1e-18"), 10**12, places=18).map(lambda amount: Decimal(f"{amount:f}")),
    currency=st.sampled_from(sorted(CURRENCIES)),
    type=st.sampled_from(["deposit", "withdrawal", "buy", "sell", "trade", "convert", "staking", "card_purchase"]),
)


@settings(deadline=None)
@given(transactions, st.sampled_from([None, "en", "en-US", "de", "uk", "fr"]))
def test_what_we_say_reads_back_to_itself(transaction: Transaction, locale: str | None) -> None:
    """C26: exact there and back, whatever the reader's locale."""
    assert read_transactions(spoken(transaction), now=NOW, locale=locale) == (transaction,)
    assert from_spoken(spoken(transaction)) == transaction


@settings(deadline=None)
@given(transactions, st.sampled_from(["+02:00", "-05:00", "+00:00", "+05:30"]))
def test_zones_read_back_too(transaction: Transaction, offset: str) -> None:
    zoned = transaction.model_copy(update={"time": "14:30", "utc_offset": offset})
    assert read_transactions(spoken(zoned), now=NOW, locale=None) == (zoned,) == (from_spoken(spoken(zoned)),)


@settings(deadline=None)
@given(st.lists(transactions, min_size=2, max_size=6))
def test_a_list_of_what_we_say_reads_back_to_itself(told: list[Transaction]) -> None:
    """C24"""
    text = "\n".join(map(spoken, told))
    assert read_transactions(text, now=NOW, locale=None) == tuple(told)


WORDS = st.sampled_from(
    [
        "deposit",
        "withdrew",
        "0.5",
        "BTC",
        "1,234",
        "$",
        "€",
        "-5",
        "2024-05-03",
        "03/04/2024",
        "may",
        "5",
        "march",
        "2019",
        "yesterday",
        "last",
        "friday",
        "3",
        "days",
        "ago",
        "and",
        ";",
        ",",
        ".",
        "\n",
        "-",
        "(",
        ")",
        "@",
        "14:30",
        "utc",
        "none",
        "never",
        "QWRTY",
        "купил",
        "вывод",
        "500k",
        "1e5",
        "to",
        "for",
        "充值",
        "昨天",
        "٢٠٢٤",
    ],
)


@settings(max_examples=300, deadline=None)
@given(st.text() | st.lists(WORDS, max_size=30).map(" ".join), st.sampled_from([None, "en-GB", "de", "xx", "uk-UA"]))
def test_any_text_is_read_refused_or_asked_about(text: str, locale: str | None) -> None:
    """And what is refused or asked about can be completed, whatever comes next."""
    try:
        read_transactions(normalise(text), now=NOW, locale=locale)
    except (Refused, Unsure) as verdict:
        if verdict.kept:
            with_more = f"{normalise(text)} deposit"
            try:
                read_transactions(with_more, now=NOW, locale=locale, kept=verdict.kept)
            except (Refused, Unsure):
                return


@pytest.mark.parametrize(
    "piece",
    ["1", "1 ", "1,", "1.", "may ", "5 may ", "may 5 2024 ", "2024-05-03 ", "1/2/", "3 days ago ", "deposit ", "btc ",
     "0.5 btc ", "deposit 0.5 btc ", "12:30 ", "$", "a\n", "1) ", "'", "-", "1e5", " ", "first of ",
     "foobarx 12 2024 "],
)  # fmt: skip
def test_no_message_takes_long(piece: str) -> None:
    """Ten thousand characters of anything: a time that nobody notices."""
    started = process_time()
    with pytest.raises((Refused, Unsure)):
        read_transactions((piece * 10_000)[:10_000], now=NOW, locale=None)
    assert timedelta(seconds=process_time() - started) < timedelta(milliseconds=50)


@pytest.mark.parametrize("piece", ["1 ", "may ", "5 may ", "deposit 0.5 btc ", "3 days ago ", "a\n", "1/2/"])
def test_the_longest_message_that_telegram_carries_is_soon_read(piece: str) -> None:
    started = process_time()
    with pytest.raises((Refused, Unsure)):
        read_transactions((piece * 4096)[:4096], now=NOW, locale=None)
    assert timedelta(seconds=process_time() - started) < timedelta(milliseconds=250)


@pytest.mark.parametrize(
    "text",
    ["a deposit and some buys, none of them big", "not so many trades", "nothing grand, several withdrawals",
     "keine großen Käufe", "aucun gros achat", "ningún retiro reciente", "ничего серьезного, немного покупок"],
)  # fmt: skip
def test_who_made_few_is_not_taken_for_one_who_made_none(text: str) -> None:
    """C23: an empty list is only what nothing in the message speaks against."""
    refusal(text)


@pytest.mark.parametrize(
    "text",
    ["no trades at all, many thanks", "never bought a thing, though the account is several years old",
     "keine Transaktionen, habe das Konto seit vielen Jahren"],
)  # fmt: skip
def test_a_count_of_years_or_of_thanks_leaves_a_denial_as_it_is(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("got 3 ETH out on 4 May 2025", "withdrawal"),
        ("got 3 ETH on 4 May 2025", "deposit"),
        ("received 80 EUR on my card on 4 May 2025", "withdrawal"),
        ("sent 80 EUR in from my card on 4 May 2025", "deposit"),
        ("w/d 80 EUR 4 May 2025", "withdrawal"),
        ("dep. 80 EUR 4 May 2025", "deposit"),
    ],
)
def test_small_words_and_abbreviations_tell_which_way_money_went(text: str, kind: str) -> None:
    """C23 S21: in or out, from my bank or to it."""
    assert read(text)[0].endswith(kind)


def test_the_same_day_is_the_day_told_before_it() -> None:
    """C23 S21: and stays open while that day is open to two readings."""
    told = read("sold 2 ETH on 4 May 2025 and withdrew 900 EUR the same day")
    assert told == ["4 May 2025, 2 ETH, sell", "4 May 2025, 900 EUR, withdrawal"]

    (option, _) = doubt("sold 2 ETH on 04/05/2025 and withdrew 900 EUR the same day").options
    assert [line.split(",")[0] for line in read(option.text)] == [option.label, option.label]


@pytest.mark.parametrize("piece", ["few ", "no , big ", "5 may 2024 same day ", "got 1 ", "nothing thanks "])
def test_vague_messages_take_no_longer_than_others(piece: str) -> None:
    started = process_time()
    with pytest.raises((Refused, Unsure)):
        read_transactions((piece * 4096)[:4096], now=NOW, locale=None)
    assert timedelta(seconds=process_time() - started) < timedelta(milliseconds=250)
