import time
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from states.reading.document import read_doc_type
from states.reading.normalise import normalise
from states.verdicts import Refused, Unsure

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def read(text):
    return read_doc_type(normalise(text), now=NOW, locale=None)


def question(text):
    with pytest.raises(Unsure) as unsure:
        read(text)
    return unsure.value


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Passport", "passport"),
        ("my travel passport, please", "passport"),
        ("Reisepass", "passport"),
        ("закордонний паспорт", "passport"),
        ("Driving Licence", "driving_licence"),
        ("my driver's license", "driving_licence"),
        ("permis de conduire", "driving_licence"),
        ("ehliyetim", "driving_licence"),
        ("National ID Card", "national_id"),
        ("der Personalausweis", "national_id"),
        ("la carta d'identità", "national_id"),
        ("dowód osobisty", "national_id"),
    ],
)
def test_the_three_kinds_of_document_are_known_in_many_languages(text, kind):
    """S26: driving licence, passport or national ID card."""
    assert read(text) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("lost my passport, will use driving licence", "driving_licence"),
        ("Reisepass abgelaufen, also Führerschein", "driving_licence"),
        ("paszportu nie mam, tylko dowód", "national_id"),
        ("pasaporte no tengo, solo dni", "national_id"),
        ("права потерял, буду с паспортом", "passport"),
        ("passport? no, driving licence", "driving_licence"),
        ("passport, not expired", "passport"),
    ],
)
def test_a_document_that_is_lost_expired_or_not_there_is_not_the_one_meant(text, kind):
    """S26: the one document that will be shown."""
    assert read(text) == kind


@pytest.mark.parametrize(
    ("text", "kind"), [("pasport", "passport"), ("drivng lisence", "driving_licence"), ("identiti card", "national_id")]
)
def test_a_slip_is_read_through(text, kind):
    assert read(text) == kind


@pytest.mark.parametrize(
    "text",
    [
        "residence permit",
        "student ID",
        "birth certificate",
        "Visa card",
        "Aufenthaltstitel",
        "вид на жительство",
        "company badge",
    ],
)
def test_another_document_is_refused_as_such(text):
    """S26: no other document counts."""
    with pytest.raises(Refused, match="unsupported_document"):
        read(text)


def test_a_word_inside_another_document_does_not_count():
    with pytest.raises(Refused, match="unsupported_document"):
        read("US passport card")


def test_i_would_is_not_an_id():
    assert read("I'd like to use a passport") == "passport"


def test_what_the_person_does_not_have_is_left_out():
    assert read("I don't have a passport, driving licence") == "driving_licence"
    assert read("passport because my id expired") == "passport"


@pytest.mark.parametrize("text", ["passport or driving licence", "a photo", "which one is better?", "none"])
def test_an_unclear_answer_gets_options_that_are_answers(text):
    asked = question(text)

    assert asked.reason in {"multiple_values", "not_understood"}
    assert len({read(option.text) for option in asked.options}) == len(asked.options) > 1


@pytest.mark.parametrize("noise", ["passport ", "abcdefgh ", "no ", "id", "\n"])
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


@given(st.text(max_size=80))
def test_any_text_is_read_refused_or_asked_about(text):
    assert read_or_refuse(text) in {None, "passport", "driving_licence", "national_id"}
