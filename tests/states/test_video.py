"""The video with spoken words: asked only by a reviewer, checked by what Telegram tells of it."""

from typing import Any

import pytest

from states.case import Case
from states.message import Code
from states.policy import Policy
from states.question import Missing, Moment
from states.questions.video import VideoQuestion
from states.reply import BadVideo, Clip, Video
from states.review import CLAIMED, Reviewer
from tests.states.stories import DIALOGUE, Someone, someone_at, words

RITA = Reviewer(1, "Rita")
PHRASE = "amber harbour zebra"


def clip(digest: str = "a", seconds: int = 12) -> Clip:
    return Clip(digest=digest * 64, seconds=seconds, size=1_000_000)


def ask(person: Someone, phrase: str = PHRASE) -> None:
    person.case.desk.basket = {"video": "video"}
    DIALOGUE.decisions.decide(person.case, "ask", RITA, person.now, phrase=phrase, word="lion")


@pytest.fixture
def asked() -> Someone:
    """Somebody whose reviewer wants a video."""
    person = someone_at("check")
    person.submits()
    DIALOGUE.decisions.decide(person.case, "claim", RITA, person.now)
    ask(person)
    return person


def test_a_video_is_never_asked_for_unless_a_reviewer_asks():
    """C54."""
    assert not VideoQuestion().applies(someone_at("check").case)


def test_the_prompt_shows_the_words_to_speak_as_a_line_to_copy_and_the_date(asked):
    """C54: random words and the date prove that the video was made for this request."""
    prompt = DIALOGUE.prompt(asked.case, asked.now)
    assert Code(PHRASE) in prompt.body
    assert "2026-11-21" in words(prompt)
    assert "30 seconds or shorter" in words(prompt)


def test_the_video_goes_back_to_the_reviewer(asked):
    """C54: it is the answer, and nothing else is asked."""
    turn = asked.replies(Video(clip()))
    assert turn.accepted == "video"
    assert "We have it" in asked.hears()
    assert asked.case.stage == CLAIMED
    assert asked.answered["video"] == clip()
    assert asked.case.answers["video"].via == "video"


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("too_long", "The video must be 30 seconds or shorter"),
        ("too_big", "The video must be smaller than 20MB"),
        ("unreadable_video", "We could not open that video"),
    ],
)
def test_a_video_that_cannot_be_taken_is_refused_with_its_reason(asked, reason, said):
    """C54: length, size and type."""
    assert asked.replies(BadVideo(reason)).refused == reason
    assert said in asked.hears()
    assert "video" not in asked.answered


@pytest.mark.parametrize(
    ("send", "said"),
    [
        (lambda person: person.sends_photo(), "Send a video, not a photo"),
        (lambda person: person.sends_bad_file("unsupported_format"), "Send it as a video, not as a file"),
        (lambda person: person.sends_bad_file("too_big"), "The video must be smaller than 20MB"),
        (lambda person: person.sends("sticker"), "Send a video, not a photo"),
        (lambda person: person.says("amber harbour zebra"), "Send a video, not a message"),
    ],
)
def test_what_is_no_video_is_turned_down_with_what_to_send(asked, send, said):
    """C54: the type is checked."""
    send(asked)
    assert said in asked.hears()
    assert "video" not in asked.answered


def test_the_former_video_is_no_answer_when_a_new_one_is_asked_for(asked):
    """C54: it cannot hold the new words."""
    asked.replies(Video(clip()))
    ask(asked, phrase="lion maple ocean")
    assert asked.replies(Video(clip())).refused == "same_video"
    assert asked.replies(Video(clip("b"))).accepted == "video"
    assert asked.answered["video"] == clip("b")


def test_whoever_cannot_make_a_video_says_so(asked):
    """Nobody is stuck."""
    asked.all_heard.append(DIALOGUE.prompt(asked.case, asked.now))
    asked.taps("I cannot make a video")
    assert asked.answered["video"] == Missing(why="none")
    assert asked.case.stage == CLAIMED


def test_a_secret_in_the_caption_of_a_video_is_found(asked):
    """C31."""
    assert asked.replies(Video(clip(), caption="my password is Tr0ub4dor&3")).secret
    assert "video" not in asked.answered


def test_a_video_is_no_answer_to_another_question():
    """C14: the question stands."""
    person = someone_at("full_name")
    person.replies(Video(clip()))
    assert "Type your answer as a message" in person.hears()
    assert person.case.step == "full_name"


@pytest.mark.parametrize("value", [clip(), Missing(why="none")])
def test_an_answer_survives_storage(value: Any):
    """C54."""
    question = VideoQuestion()
    assert question.load(question.dump(value)) == value


def test_a_clip_prints_nothing_of_itself():
    """The digest of a person's video stays out of logs."""
    assert "a" * 8 not in repr(Video(clip())) + repr(clip())


def test_the_length_comes_from_the_policy():
    """C54."""
    at = Moment(Case(applicant=1), someone_at("check").now, Policy(video_seconds_most=10))
    assert "10 seconds or shorter" in "\n".join(
        hint.english.format_map(hint.values) for hint in VideoQuestion().hints(at) if not isinstance(hint, Code)
    )


@pytest.mark.parametrize("reply", [Video(clip()), BadVideo("too_long")])
def test_a_video_after_the_decision_is_not_kept_and_begins_nothing(reply):
    """R18."""
    person = someone_at("check").submits()
    person.starts_anew()
    person.replies(reply)
    assert "R-2041 is closed. We did not keep this video." in person.hears()
    assert person.case.step is None
