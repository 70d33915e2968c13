from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from states.reading.countries import country_name, country_table, find_country, find_state, read_doc_country, us_states
from states.reading.normalise import normalise
from states.verdicts import Refused, Unsure

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
CODES = sorted(set(country_table().values()) - {"US"})


def read(text, **kept):
    return read_doc_country(normalise(text), now=NOW, locale=None, **kept)


def unsure(text):
    with pytest.raises(Unsure) as unsure:
        read(text)
    return unsure.value


@pytest.mark.parametrize("code", CODES)
def test_the_english_name_of_a_country_reads_to_that_country_alone(code):
    issuer = read(country_name(code))

    assert (issuer.country, issuer.state) == (code, None)


@pytest.mark.parametrize("code", sorted(set(us_states().values())))
def test_a_code_of_a_state_beside_the_us_names_that_state(code):
    issuer = read(f"{code}, USA")

    assert (issuer.country, issuer.state) == ("US", code)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("из Украины", "UA"),
        ("w Polsce", "PL"),
        ("in der Türkei", "TR"),
        ("Türkiye'den", "TR"),
        ("Suomessa", "FI"),
        ("Magyarországon", "HU"),
        ("l'Italie", "IT"),
    ],
)
def test_a_name_is_understood_in_the_form_that_the_sentence_gives_it(text, code):
    assert read(text).country == code


@pytest.mark.parametrize(("text", "code"), [("🇫🇷", "FR"), ("Poland 🇵🇱", "PL"), ("my passport is 🇪🇸", "ES")])
def test_a_flag_names_its_country(text, code):
    assert read(text).country == code


def test_a_name_is_found_among_a_few_other_words():
    assert read("hi, the passport was issued in Portugal, thanks").country == "PT"


def test_the_us_wants_its_state_and_then_the_state_alone_is_enough():
    with pytest.raises(Refused) as refused:
        read("United States")

    assert refused.value.reason == "missing_state"
    assert read("Georgia", kept=refused.value.kept).state == "GA"


@pytest.mark.parametrize("text", ["Georgia", "Congo", "Korea", "Virgin Islands", "CA"])
def test_a_name_of_two_countries_is_asked_about_and_each_option_settles_it(text):
    question = unsure(text)

    assert question.reason == "ambiguous_country"
    assert len({read(option.text) for option in question.options}) == 2


@pytest.mark.parametrize(
    ("text", "meant"), [("Potugal", "PT"), ("Gremany", "DE"), ("Nethrlands", "NL"), ("Swizerland", "CH")]
)
def test_a_slip_is_asked_about_and_not_corrected_in_silence(text, meant):
    question = unsure(text)

    assert question.reason == "did_you_mean"
    assert meant in {read(option.text).country for option in question.options}


@pytest.mark.parametrize("text", ["USSR", "Югославия", "Czechoslovakia", "DDR"])
def test_a_country_that_is_no_more_is_refused_as_such(text):
    with pytest.raises(Refused, match="obsolete_country"):
        read(text)


def test_two_countries_are_asked_about():
    question = unsure("born in Ukraine, the passport is from Poland")

    assert question.reason == "multiple_values"
    assert [read(option.text).country for option in question.options] == ["UA", "PL"]


def test_a_town_that_is_in_one_country_only_leads_to_that_country():
    assert [option.text for option in unsure("Kyiv").options] == ["Ukraine"]


def test_short_words_are_no_codes_unless_written_in_capitals():
    assert find_country("it is") is None
    assert find_country("be") is None
    assert find_country("BE") == "BE"
    assert find_state("in") is None
    assert find_state("IN") == "IN"


def test_an_issuer_is_not_printed():
    assert repr(read("Portugal")) == "Issuer()"


@given(st.text(max_size=60))
def test_any_text_is_read_refused_or_asked_about(text):
    try:
        issuer = read(text)
    except (Refused, Unsure):
        return
    assert issuer.country in {*CODES, "US"}
    assert (issuer.state is not None) == (issuer.country == "US")
