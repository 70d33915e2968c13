from typing import Any

from states.case import Case
from states.desk import was_asked_for
from states.message import Code
from states.question import Missing, Moment, Question
from states.reply import BadPhoto, BadVideo, Clip, Reply, Video
from states.text import Text
from states.verdicts import Refused


class VideoQuestion(Question):
    """The person says words of our choice and the date: so the video was made for this request (C54)."""

    key = "video"
    name = Text("Short video")
    called = ("video", "clip")
    ask = Text("Send a short video of you with the same document")
    why = Text("a short video shows that you make this request yourself")
    wrong_kind = "wrong_kind_video"
    skips = ("none",)
    skip_labels = {"none": Text("I cannot make a video")}
    holds = Clip
    reasons = {
        "wrong_kind_video": Text("Send a video, not a photo"),
        "wrong_kind_words": Text("Send a video, not a message"),
        "not_video": Text("Send it as a video, not as a file"),
        "unreadable_video": Text("We could not open that video. Make a new one with the camera of this app"),
        "too_long": Text("The video must be {seconds} seconds or shorter"),
        "too_big": Text("The video must be smaller than 20MB"),
        "same_video": Text("You sent this video before. Make a new one"),
    }
    firm = frozenset(reasons)
    examples = {"I cannot make a video": Missing(why="none")}
    refusals = {"here it is": "wrong_kind_words"}

    def applies(self, case: Case) -> bool:
        return was_asked_for(case.desk, self.key, case.answers)

    def hints(self, at: Moment) -> tuple[Text | Code, ...]:
        phrase = at.case.desk.request.phrase if at.case.desk.request else ""
        return (
            Text(
                "Show your face and the document. The video must be {seconds} seconds or shorter.",
                seconds=at.policy.video_seconds_most,
            ),
            Text("Say today's date, {date}, and these words:", date=at.now.date()),
            Code(phrase),
        )

    def read(self, reply: Reply, at: Moment) -> Any:
        match reply:
            case Video(clip) if clip == at.case.value(self.key):
                raise Refused("same_video")
            case Video(clip):
                return clip
            case BadVideo(reason):
                raise Refused(reason, seconds=at.policy.video_seconds_most)
            case _:
                return super().read(reply, at)

    def read_text(self, text: str, at: Moment, kept: Any) -> Clip:  # noqa: ARG002
        raise Refused("wrong_kind_words")

    def read_bad_photo(self, photo: BadPhoto) -> Any:
        raise Refused("too_big" if photo.reason == "too_big" else "not_video")

    def show_value(self, value: Clip) -> Text:
        return Text("{seconds} seconds", seconds=value.seconds)
