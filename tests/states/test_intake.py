"""The applicant's machine under random walks: whatever people do, nothing breaks and nothing is lost."""

from copy import deepcopy
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from states.case import Answer, Case, Memory
from states.intake import CHECK, GONE, SENT, intake
from states.machine import Machine, NotAllowed
from states.message import Button
from states.questions import QUESTIONS
from states.reply import BadPhoto, Command, Contact, Edited, Photo, Reply, Tap, Typed, Unusable
from tests.states.stories import ANSWERS, DIALOGUE, NOW, Someone, asked_steps, buttons, picture, someone_at, words

STEPS = asked_steps()
KNOWN = {None, *STEPS, CHECK, SENT, GONE}
OPEN = [step for step in STEPS if STEPS.index(step) >= STEPS.index("username")]
MEMORY = TypeAdapter(Memory)

things_said = st.one_of(
    st.sampled_from(
        [
            *ANSWERS.values(),
            *(text for question in QUESTIONS for text in (*question.examples, *question.refusals)),
            "back",
            "why",
            "keep",
            "cancel",
            "yes",
            "no",
            "1",
            "2",
            "continue",
            "send my request",
            "change an answer",
            "change phone",
            "edit 2",
            "change document",
            "change card verification",
            "let a person look",
            "add another",
            "remove 1",
            "1 at 14:30",
            "done",
            "03/04/2019, 2 BTC, deposit",
            "22 March 2019, 2 BTC",
            "how long does it take?",
            "I don't remember",
            "none",
            "my code is 493817",
        ]
    ),
    st.text(max_size=40),
)
photos = st.builds(
    Photo,
    st.integers(1, 6).map(picture),
    hard=st.sampled_from([(), (), ("too_dark",), ("not_image",)]),
    soft=st.sampled_from([(), ("too_blurry",), ("glare",)]),
    album=st.sampled_from(["", "", "a1", "a2"]),
)
presses = st.one_of(
    st.sampled_from(
        ["back", "why", "cancel", "keep", "continue", "anyway", "submit", "change", "summary", "yes", "no"]
    ),
    st.sampled_from(
        ["offer:0", "offer:1", "offer:9", "pick:done", "pick:add", "pick:again", "pick:remove-1", "skip:none"]
    ),
    st.sampled_from([f"change:{step}" for step in STEPS]),
    st.sampled_from([choice.action for question in QUESTIONS for choice in getattr(question, "choices", ())]),
    st.text(max_size=12),
)
replies = st.one_of(
    st.builds(Typed, things_said),
    st.builds(Command, st.sampled_from(["start", "status", "back", "cancel", "delete", "help", "privacy", "nonsense"])),
    st.builds(Contact, st.sampled_from(["447400123456", "+1 202 555 0143", "", "abc"]), st.booleans()),
    photos,
    st.builds(
        BadPhoto, st.sampled_from(["too_big", "not_image", "unsupported_format"]), album=st.sampled_from(["", "a1"])
    ),
    st.builds(Tap, presses, st.sampled_from([*STEPS, CHECK, SENT, "", "shoe_size"])),
    st.builds(Edited, things_said),
    st.builds(Unusable, st.sampled_from(["sticker", "voice", "location", "poll"])),
)


class Here(str):
    """Stands for the step at which the person is when they press."""

    __slots__ = ()


presses_here = st.builds(Tap, presses, st.just(Here("here")))
starts = st.sampled_from([None, "welcome", "lost", "consent", *OPEN, CHECK])
walks = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def person_at(step: str | None) -> Someone:
    return Someone() if step is None else someone_at(step)


def takes(person: Someone, reply: Reply) -> None:
    """The reply, as it would be after both it and the case had been through the database."""
    if isinstance(reply, Tap) and isinstance(reply.step, Here):
        reply = Tap(reply.action, str(person.case.step))
    person.case.memory = MEMORY.validate_json(MEMORY.dump_json(person.case.memory))
    questionnaire = person.dialogue.questionnaire
    for key, answer in person.case.answers.items():
        assert questionnaire.load(key, questionnaire.dump(key, answer.value)) == answer.value
    person.replies(reply)


@walks
@given(starts, st.lists(st.one_of(replies, presses_here), max_size=12))
def test_no_sequence_of_replies_breaks_the_conversation(start, said):
    """C04, C14, C16: nothing raises, every step is a known one, every sentence can be said, every button carried."""
    person = person_at(start)
    for reply in said:
        takes(person, reply)
        assert person.case.step in KNOWN
        for message in person.turn.says:
            assert words(message)
            for button in buttons(message):
                if isinstance(button, Button):
                    assert len(f"q:{person.case.applicant}:{person.case.step}:{button.action}".encode()) <= 64
        if person.case.step == GONE:
            return


@walks
@given(starts, st.lists(st.one_of(replies, presses_here), max_size=12))
def test_an_accepted_answer_is_lost_only_with_the_request_or_with_what_it_hangs_on(start, said):
    """C07, C08, C15, C16"""
    person = person_at(start)
    for reply in said:
        before = dict(person.case.answers)
        takes(person, reply)
        if person.case.step == GONE:
            return
        lost = {key for key in before if key not in person.case.answers}
        hanging = {each.key for each in QUESTIONS if person.turn.accepted in each.depends}
        assert lost <= hanging
        changed = {key for key in before if key not in lost and person.case.answers[key] != before[key]}
        assert changed <= {person.turn.accepted}


@walks
@given(st.sampled_from([*OPEN, CHECK]), st.lists(st.one_of(replies, presses_here), max_size=12))
def test_step_k_is_one_more_than_the_counted_questions_before_it(start, said):
    """C06: at every moment, on every branch, after every correction."""
    person = person_at(start)
    for reply in said:
        takes(person, reply)
        if person.case.step in (GONE, SENT):
            return
        counted = [each.key for each in QUESTIONS if each.counted and each.applies(person.case)]
        place = [*counted, CHECK].index(person.case.step)
        assert person.dialogue.questionnaire.progress(person.case) == (place + 1, len(counted) + 1)
        told = [told for message in person.turn.says if (told := _progress(message))]
        assert told in ([], [(place + 1, len(counted) + 1)])


def _progress(message):
    if not message.title or message.title[0].english != "Step {step} of {total}":
        return None
    return message.title[0].values["step"], message.title[0].values["total"]


@walks
@given(st.sampled_from([*OPEN, CHECK]), st.lists(st.one_of(replies, presses_here), max_size=12))
def test_at_most_one_question_is_asked_in_a_turn(start, said):
    """C04, C13: no question is put twice, and the one that is put is the present one."""
    person = person_at(start)
    for reply in said:
        takes(person, reply)
        if person.case.step in (GONE, SENT):
            return
        present = deepcopy(DIALOGUE.prompt(person.case, person.now))
        asked = [message for message in person.turn.says if _progress(message)]
        assert [message.title for message in asked] in ([], [present.title])


@walks
@given(st.lists(st.one_of(replies, presses_here), max_size=8))
def test_nothing_that_a_person_says_decides_their_request(said):
    """C10, R16: after sending, the applicant can only withdraw."""
    person = someone_at(CHECK).submits()
    before = dict(person.case.answers)
    for reply in said:
        takes(person, reply)
        assert person.case.stage in ("waiting", "withdrawn")
        assert person.case.answers == before
        if person.case.stage == "withdrawn":
            return


@walks
@given(st.lists(st.one_of(replies, presses_here), max_size=10))
def test_before_consent_no_personal_answer_is_kept(said):
    """C03: whatever is sent."""
    person = Someone()
    for reply in said:
        takes(person, reply)
        if "consent" not in person.case.answers:
            assert set(person.case.answers) <= {"welcome", "lost", "route", "warning"}
        if person.case.step == GONE:
            return


# --- the machine itself


def machine():
    return Machine(intake(QUESTIONS), state_field="step")


def test_a_new_case_starts_at_the_first_question():
    case = Case(applicant=1)
    machine().settle(case)
    assert case.step == "welcome"


def test_a_case_walks_past_everything_that_is_settled():
    """C16"""
    case = deepcopy(someone_at(CHECK).case)
    case.step = None
    machine().settle(case)
    assert case.step == CHECK


@pytest.mark.parametrize("step", [*STEPS, CHECK])
def test_a_stored_step_is_taken_up_as_it_is(step):
    """C16: restoring a case moves nothing."""
    case = deepcopy(someone_at(step).case)
    machine().settle(case)
    assert case.step == step


def test_a_step_that_no_longer_exists_leads_to_the_first_gap():
    """C16"""
    case = deepcopy(someone_at("full_name").case)
    case.step = "shoe_size"
    machine().settle(case)
    assert case.step == "full_name"


@pytest.mark.parametrize("event", ["answer", "keep", "revise", "leave", "submit"])
@pytest.mark.parametrize("end", [SENT, GONE])
def test_an_end_is_an_end(event, end):
    """C48: nothing of the applicant's machine moves a request that is sent or gone."""
    case = Case(applicant=1, step=end)
    with pytest.raises(NotAllowed):
        machine().send(case, event, about="phone", answer=Answer("x", "x", NOW))
    assert case.step == end


@pytest.mark.parametrize("step", STEPS)
def test_only_the_summary_can_be_sent(step):
    """C10"""
    case = deepcopy(someone_at(step).case)
    with pytest.raises(NotAllowed):
        machine().send(case, "submit")
    assert case.step == step


def test_one_machine_serves_case_after_case_after_an_end():
    """C16: one machine serves all cases, whatever became of the one before."""
    built = machine()
    for _ in range(3):
        case = deepcopy(someone_at(CHECK).case)
        built.send(case, "submit")
        assert case.step == SENT
        other = deepcopy(someone_at("phone").case)
        built.send(other, "leave")
        assert other.step == GONE


def test_time_passes_only_when_it_is_told_to():
    person = someone_at("phone")
    before = person.now
    person.says("+44 7400 123456")
    assert person.now - before == timedelta(seconds=5)
    assert person.case.touched_at == person.now
