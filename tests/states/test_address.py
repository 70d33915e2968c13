import time
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from states.reading.address import Address, read_address, spoken
from states.reading.normalise import normalise
from states.verdicts import Refused, Unsure

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
SEED = "24th Floor One Canada Square, Canary Wharf London E14 5AB, United Kingdom"


def read(text, **kept):
    return read_address(normalise(text), now=NOW, locale=None, **kept)


def refused(text, **kept):
    with pytest.raises(Refused) as refused:
        read(text, **kept)
    return refused.value


def unsure(text):
    with pytest.raises(Unsure) as unsure:
        read(text)
    return unsure.value


def test_the_example_of_the_help_article_passes_word_for_word():
    """C29 S22: country, city and street are found in it, and nothing of it is lost."""
    address = read(SEED)

    assert (address.country, address.city, address.postal_code) == ("GB", "London", "E14 5AB")
    assert address.street == "24th Floor One Canada Square, Canary Wharf"
    assert address.raw == SEED


SAME = [
    "18 Mill Lane, Leeds LS1 4AB, United Kingdom",
    "18 Mill Lane\nLeeds\nLS1 4AB\nUK",
    "UK, Leeds, 18 Mill Lane, LS1 4AB",
    "18 mill lane leeds ls1 4ab england",
    "I live in the UK, 18 Mill Lane, Leeds LS1 4AB",
    "18 Mill Lane / LS1 4AB Leeds / Great Britain",
    "Country: UK\nCity: Leeds\nStreet: 18 Mill Lane\nPostcode: LS1 4AB",
    "Street: 18 Mill Lane, City: Leeds, Country: United Kingdom, Postcode: LS1 4AB",
    "leeds uk 18 mill lane ls1 4ab",
    "country uk city leeds street 18 mill lane postcode ls1 4ab",
    "sure no problem, it's 18 Mill Lane in Leeds LS1 4AB, UK. thanks!",
    "18 Mill Lane, Leeds LS1 4AB 🇬🇧",
]


@pytest.mark.parametrize("text", SAME)
def test_one_address_reads_alike_however_it_is_laid_out(text):
    """C29: free text over one line or several, with labels or without, the country first or last."""
    address = read(text)

    assert (address.country, address.city.lower(), address.street.lower()) == ("GB", "leeds", "18 mill lane")
    assert (address.postal_code or "").upper() == "LS1 4AB"


@pytest.mark.parametrize(
    ("text", "city", "state"),
    [
        ("2200 Mission College Blvd Santa Clara CA 95054 USA", "Santa Clara", "CA"),
        ("310 Oak Ave Smallville KS 66002 USA", "Smallville", "KS"),
        ("400 Market St St Louis MO 63102 USA", "St Louis", "MO"),
        ("350 5th Ave, New York, New York 10118, United States", "New York", "NY"),
        ("USA, Texas, Austin, 500 Congress Ave", "Austin", "TX"),
        ("1 Aloha Tower Dr, Honolulu, HI 96813, US", "Honolulu", "HI"),
        ("15 Main St, Tulsa, OK 74103, USA", "Tulsa", "OK"),
        ("1 Peachtree St, Atlanta, Georgia 30303, USA", "Atlanta", "GA"),
    ],
)
def test_an_american_address_is_read_with_its_state(text, city, state):
    address = read(text)

    assert (address.country, address.city, address.state) == ("US", city, state)


def test_georgia_is_a_country_where_its_towns_are():
    assert read("Rustaveli Ave 24, Tbilisi, Georgia").country == "GE"


def test_a_street_named_after_a_country_or_a_town_is_a_street():
    assert read("12 Rue d'Italie, Lyon, France").country == "FR"
    assert read("Via Torino 15, 20123 Milano, Italia").city == "Milano"
    assert refused("12 London Road, United Kingdom").reason == "missing_city"


@pytest.mark.parametrize(
    ("text", "reply", "reason"),
    [
        ("18 Mill Lane, Leeds", "UK", "missing_country"),
        ("18 Mill Lane, United Kingdom", "in Leeds", "missing_city"),
        ("Leeds, United Kingdom", "18 Mill Lane", "missing_street"),
    ],
)
def test_only_what_is_missing_is_asked_for(text, reply, reason):
    """C29: the part that was left out completes what was kept."""
    lack = refused(text)

    assert lack.reason == reason
    address = read(reply, kept=lack.kept)
    assert (address.country, address.city, address.street) == ("GB", "Leeds", "18 Mill Lane")


def test_a_whole_new_address_replaces_what_was_kept():
    address = read("Via Roma 80, Torino, Italia", kept={"text": "18 Mill Lane, Leeds"})

    assert (address.country, address.city) == ("IT", "Torino")


def test_two_parts_may_be_given_one_after_the_other():
    lack = refused("18 Mill Lane")
    lack = refused("United Kingdom", kept=lack.kept)

    assert lack.reason == "missing_city"
    assert read("Leeds", kept=lack.kept).street == "18 Mill Lane"


def test_a_missing_part_is_named_with_what_was_found():
    lack = refused("Portugal, Lisbon")

    assert (lack.reason, lack.facts["country"], lack.facts["city"]) == ("missing_street", "PT", "Lisbon")


def test_the_us_wants_a_state_and_takes_it_alone():
    lack = refused("USA, Columbus, 20 Broad Street")

    assert lack.reason == "missing_state"
    assert read("Ohio", kept=lack.kept).state == "OH"


def test_what_the_postcode_tells_is_offered_and_not_assumed():
    question = unsure("Apt 5, 1010 Main Street, Houston, TX 77002")

    assert question.reason == "missing_country"
    assert read(question.options[0].text).country == "US"


def test_a_misspelt_country_is_asked_about():
    question = unsure("Torstr. 5, Berlin, Gremany")

    assert question.reason == "did_you_mean"
    assert read(question.options[0].text).country == "DE"


@pytest.mark.parametrize(
    "text",
    [
        "PO Box 88, Manchester M60 1AA, UK",
        "Postfach 500, 8001 Zürich, Schweiz",
        "Apartado de Correos 77, 28080 Madrid, España",
        "Boîte postale 12, 75001 Paris, France",
        "а/я 15, Москва, Россия",
    ],
)
def test_a_post_box_is_no_home(text):
    assert refused(text).reason == "po_box"


@pytest.mark.parametrize(
    "text",
    [
        "Via Torino 15, 2012 Milano, Italia",
        "500 Congress Ave, Austin, TX 7870, USA",
        "500 Congress Ave, Austin, TX 10001, USA",
        "12 High Street, Leeds LS1 6E, UK",
    ],
)
def test_a_postcode_that_cannot_be_is_named(text):
    assert refused(text).reason == "bad_postcode"


def test_the_right_postcode_alone_mends_a_wrong_one():
    address = read("20123", kept=refused("Via Torino 15, 2012 Milano, Italia").kept)

    assert (address.city, address.postal_code) == ("Milano", "20123")


@pytest.mark.parametrize(
    "text", ["forgot", "123", "-", "the one on my passport", "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq", "hello"]
)
def test_what_is_no_address_is_refused(text):
    assert refused(text).reason in {"no_answer", "not_understood", "not_an_address", "missing_country"}


@pytest.mark.parametrize(
    "text", [SEED, *SAME, "ul. Złota 44, 00-120 Warszawa, Polska", "Україна, Київ, вул. Хрещатик 22"]
)
def test_an_address_on_one_line_reads_back_to_the_same_parts(text):
    """C29: what is shown for confirmation is what is kept."""
    address = read(text)

    assert parts(read(spoken(address))) == parts(address)


def parts(address: Address):
    return address.model_dump(exclude={"raw"})


def test_an_address_is_not_printed():
    address = read(SEED)

    assert str(address) == repr(address) == "Address()"


@pytest.mark.parametrize("noise", ["a ", "1 ", "Street, ", "12345 Berlin ", "Country: ", "\n", "in the ", "ул. ", "-1"])
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


@given(st.text(max_size=120))
def test_any_text_is_read_refused_or_asked_about(text):
    address = read_or_refuse(text)

    assert address is None or (address.country and address.city and address.street)


PIECES = [
    "Leeds",
    "18 Mill Lane",
    "UK",
    "LS1 4AB",
    "Berlin",
    "10115",
    "Texas",
    "USA",
    "Country:",
    "City:",
    "flat 5",
    "ул. Ленина 3",
]


@given(st.lists(st.sampled_from(PIECES), max_size=7), st.sampled_from([", ", " ", "\n", " / "]))
def test_any_order_of_parts_is_read_refused_or_asked_about(pieces, separator):
    address = read_or_refuse(separator.join(pieces))

    assert address is None or (address.country and address.city and address.street)
