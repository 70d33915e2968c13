import time
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from states.reading.bank_names import ISSUERS
from states.reading.banks import read_banks
from states.reading.normalise import normalise
from states.verdicts import Refused, Unsure

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
WELL_KNOWN = sorted({page.split("|")[0] for page in ISSUERS.values()})


def read(text):
    return read_banks(normalise(text), now=NOW, locale=None)


def refusal(text):
    with pytest.raises(Refused) as refused:
        read(text)
    return refused.value.reason


@pytest.mark.parametrize(
    "text",
    [
        "Barclays Bank, Bank of England",
        "Barclays Bank and Bank of England",
        "Barclays Bank & Bank of England.",
        "Barclays Bank / Bank of England",
        "1) Barclays Bank\n2) Bank of England",
        "- Barclays Bank\n- Bank of England",
        "my banks are Barclays Bank and Bank of England, thanks",
    ],
)
def test_the_example_of_the_help_article_is_two_banks(text):
    """C30 S23: however the two names are parted."""
    assert read(text) == ("Barclays Bank", "Bank of England")


@pytest.mark.parametrize("name", WELL_KNOWN)
def test_a_well_known_issuer_reads_back_to_itself(name):
    assert read(name) == (name,)


@pytest.mark.parametrize(
    "joint", [", ", "; ", "\n", " and ", " y ", " und ", " et ", " e ", " i ", " и ", " та ", " ve ", " och "]
)
def test_a_list_is_parted_in_any_language(joint):
    assert read(joint.join(("Revolut", "Wise", "Monzo"))) == ("Revolut", "Wise", "Monzo")


@pytest.mark.parametrize(
    "name",
    [
        "M&T Bank",
        "Marks & Spencer Bank",
        "Yapı ve Kredi",
        "Crédit Industriel et Commercial",
        "J&T Banka",
        "C. Hoare & Co",
    ],
)
def test_a_name_with_a_separator_in_it_stays_whole(name):
    assert read(f"{name}, Revolut") == (name, "Revolut")


def test_a_list_without_separators_is_parted_where_every_word_belongs_to_a_known_name():
    assert read("barclays lloyds bank of scotland") == ("Barclays", "Lloyds", "Bank of Scotland")


@pytest.mark.parametrize(
    "text", ["Barclays (ends with 0005)", "Barclays ****0005", "barclays 0005", "my Barclays card ending in 0005"]
)
def test_the_last_four_digits_are_dropped(text):
    assert read(text) == ("Barclays",)


@pytest.mark.parametrize(
    ("text", "name"),
    [("Santandar", "Santander"), ("Wels Fargo", "Wells Fargo"), ("Natwset", "NatWest"), ("Comerzbank", "Commerzbank")],
)
def test_a_slip_in_a_known_name_is_mended(text, name):
    assert read(text) == (name,)


@pytest.mark.parametrize(("text", "name"), [("карта Монобанка", "Монобанк"), ("картка ПриватБанку", "ПриватБанк")])
def test_a_name_is_known_in_the_form_that_the_sentence_gives_it(text, name):
    assert read(text) == (name,)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("pretty sure its barclays", ("Barclays",)),
        ("at first it was barclays then switched to starling", ("Barclays", "Starling")),
        ("una es de ibercaja, la otra de unicaja", ("Ibercaja", "Unicaja")),
        ("müsste die dkb gewesen sein", ("DKB",)),
        ("kartım garanti bankasından", ("Garanti Bankası",)),
        ("jedna z mbanku druga z ing", ("mBank", "ING")),
        ("одна карта сбера, вторая втб", ("Сбер", "ВТБ")),
        ("hsbc, expired now", ("HSBC",)),
        ("visa (hsbc)", ("HSBC",)),
        ("mastercard - Monzo", ("Monzo",)),
        ("hsbc not barclays", ("HSBC",)),
    ],
)
def test_known_names_are_found_in_the_sentences_around_them(text, names):
    """S23: hedges, order, networks and case endings are no part of a name."""
    assert read(text) == names


def test_a_word_in_a_list_that_may_be_a_name_is_asked_about_with_the_others_kept():
    with pytest.raises(Unsure) as unsure:
        read("monzo, belinvesto")

    assert [read(option.text) for option in unsure.value.options] == [("Monzo", "Belinvesto")]


@pytest.mark.parametrize(
    "text",
    [
        "why? im not giving you my bank",
        "i can not find the card",
        "i do not have the card with me",
        "das sage ich nicht",
        "no lo voy a decir",
        "не буду говорить какой банк",
        "i never got the verification email",
    ],
)
def test_who_does_not_tell_is_not_taken_to_have_no_card(text):
    with pytest.raises((Refused, Unsure)):
        read(text)


@pytest.mark.parametrize(
    "name", ["First Sahara Bank", "Oakridge Credit Union", "Banco del Norte", "Bank of Springfield"]
)
def test_a_name_that_we_do_not_know_is_taken_if_it_reads_as_a_bank(name):
    """S23: no fixed list of banks."""
    assert read(name) == (name,)


def test_a_word_that_may_be_a_name_is_asked_about():
    with pytest.raises(Unsure) as unsure:
        read("belinvesto")

    assert [read(option.text) for option in unsure.value.options] == [("Belinvesto",)]


def test_a_bank_named_twice_counts_once():
    assert read("Barclays, barclays") == ("Barclays",)


@pytest.mark.parametrize("text", ["Visa", "visa debit", "Mastercard and Visa", "Мир", "UnionPay", "it was a maestro"])
def test_a_card_network_is_no_issuer(text):
    assert refusal(text) == "card_network"


def test_a_network_beside_the_bank_is_left_out():
    assert read("Lloyds Visa debit") == ("Lloyds",)


def test_american_express_issues_its_own_cards():
    assert read("american express") == ("American Express",)


def test_an_iban_is_not_asked_for():
    assert refusal("GB29 NWBK 6016 1331 9268 19") == "iban_given"


@pytest.mark.parametrize(
    "text", ["a bank", "my bank", "the same bank as before", "qwerty", "some german bank", "Ukraine", "john@bank.com"]
)
def test_what_names_no_bank_is_refused(text):
    assert refusal(text) == "not_a_bank"


@pytest.mark.parametrize(
    "text",
    [
        "none",
        "I never verified a card",
        "no cards were linked",
        "keine Karten",
        "ninguna",
        "нет карт",
        "жодного",
        "hiç kart eklemedim",
    ],
)
def test_no_cards_at_all_is_an_answer(text):
    """C28 C30: an empty list, not a refusal."""
    assert read(text) == ()


def test_not_remembering_is_not_the_same_as_having_none():
    assert refusal("не помню") == "no_answer"


@pytest.mark.parametrize("noise", ["a ", "1", "Bank, ", "in in ", "& ", "(", "карта ", "no card "])
def test_a_message_of_any_length_is_answered_at_once(noise):
    """Ten thousand characters of anything cost less than 50 ms of work."""
    text = noise * (10_000 // len(noise))
    read_or_refuse(text)
    start = time.process_time()

    read_or_refuse(text)

    assert time.process_time() - start < 0.05


def read_or_refuse(text):
    try:
        return read(text)
    except (Refused, Unsure):
        return None


@given(st.text(max_size=100))
def test_any_text_is_read_refused_or_asked_about(text):
    banks = read_or_refuse(text)

    assert banks is None or all(name.strip() for name in banks)


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("Lloyds or Halifax, one or the other", ["Lloyds", "Halifax", "Lloyds, Halifax"]),
        ("Commerzbank oder N26, eine von beiden", ["Commerzbank", "N26", "Commerzbank, N26"]),
    ],
)
def test_who_means_one_of_two_banks_is_asked_which(text, options):
    """C30 S23: each option reads to just what it shows."""
    with pytest.raises(Unsure) as unsure:
        read(text)

    assert unsure.value.reason == "multiple_values"
    assert [option.label for option in unsure.value.options] == options
    assert [", ".join(read(option.text)) for option in unsure.value.options] == options


@pytest.mark.parametrize("text", ["Lloyds International", "lloyds worldwide"])
def test_a_word_for_the_whole_world_after_a_bank_leaves_it_that_bank(text):
    assert read(text) == ("Lloyds",)


@pytest.mark.parametrize("text", ["0", "0 cards", "0 banks", "не верифікував жодної картки", "жодної не верифіковано"])
def test_nought_and_not_one_are_no_cards(text):
    """C30: no card was ever linked."""
    assert read(text) == ()
