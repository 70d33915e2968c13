"""Answers beside what the account system has on file."""

from datetime import date
from typing import Any

import pytest

from states.case import Answer, Case
from states.desk import OnFile
from states.flags import Facts, flags
from states.on_file import beside
from states.question import AsWritten, Missing
from tests.states.stories import APPLICANT, DIALOGUE, NOW, someone_at, spoken

ANSWERED = someone_at("check").case


def compared(case: Case = ANSWERED, **values: str) -> OnFile:
    return beside(case, OnFile(values=values), DIALOGUE.questionnaire, NOW, DIALOGUE.policy)


def said(on_file: OnFile | None) -> list[str]:
    """The flags of a case that stands beside this."""
    case = Case(applicant=APPLICANT)
    case.desk.on_file = on_file
    return [spoken(flag.says) for flag in flags(Facts(case))]


@pytest.mark.parametrize(
    ("question", "filed", "same"),
    [
        ("phone", "+447400123456", True),
        ("phone", "0044 7400 123456", True),
        ("phone", "+447400123457", False),
        ("full_name", "MARTA KOWALSKA", True),
        ("full_name", "Marta Nowak", False),
        ("birth_date", "1985-03-22", True),
        ("birth_date", "1985-03-23", False),
        ("doc_country", "Portugal", True),
        ("doc_country", "Spain", False),
        ("verified", "No, never", False),
        ("expiry_date", "2031-03-22", True),
    ],
)
def test_an_answer_agrees_where_it_means_what_is_on_file(question, filed, same):
    """R09: both are read by the same rules, however they are written."""
    assert compared(**{question: filed}).agrees == {question: same}


@pytest.mark.parametrize("question", ["address", "banks", "transactions"])
def test_what_has_many_right_ways_is_for_a_person_to_compare(question):
    """R09: shown, not judged."""
    on_file = compared(**{question: "Barclays"})
    assert on_file.values == {question: "Barclays"}
    assert on_file.agrees == {}


@pytest.mark.parametrize("filed", ["", "unknown", "22", "x" * 3000])
def test_what_cannot_be_read_on_file_is_not_judged(filed):
    """R09"""
    assert compared(birth_date=filed).agrees == {}


@pytest.mark.parametrize("given", [Missing(why="none"), AsWritten(text="in March", reason="not_a_date")])
def test_an_answer_that_was_not_given_or_not_read_is_not_judged(given: Any):
    """R09: the customer need not know everything."""
    case = Case(applicant=APPLICANT, answers={"birth_date": Answer(given, "", NOW)})
    assert compared(case, birth_date="1985-03-22").agrees == {}


def test_nothing_is_kept_that_was_not_asked():
    """R09: the rest of what the account system says goes."""
    case = Case(applicant=APPLICANT, answers={"birth_date": Answer(date(1985, 3, 22), "", NOW)})
    assert compared(case, birth_date="1985-03-22", full_name="Marta", shoe_size="38").values == {
        "birth_date": "1985-03-22"
    }


def test_differences_are_counted_in_a_flag_that_is_no_risk_by_itself():
    """R09, R21: a slip of memory does not call for a second reviewer."""
    on_file = compared(birth_date="1985-03-23", full_name="Marta Nowak", phone="+447400123456")
    assert said(on_file) == ["Answers that differ from the account: 2"]
    case = Case(applicant=APPLICANT)
    case.desk.on_file = on_file
    assert not any(flag.risk for flag in flags(Facts(case)))


def test_without_an_account_system_or_differences_there_is_no_flag():
    """R09"""
    assert said(None) == said(OnFile()) == said(compared(birth_date="1985-03-22")) == []
    assert said(OnFile(found=False)) == ["No account with this username"]
