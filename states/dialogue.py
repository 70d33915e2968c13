"""One turn of the conversation: a reply comes in, what we say goes out. Nothing here waits, stores or sends."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Literal

from states import faq, screens
from states.case import Answer, Case, Memory
from states.decisions import Decisions
from states.intake import CHECK, SENT, intake
from states.machine import Machine
from states.message import Button, Message, plain
from states.photo import PhotoQuestion
from states.policy import Policy
from states.question import OFFER, Aside, Ended, Moment, Pending, Question
from states.questionnaire import Questionnaire
from states.questions import QUESTIONS
from states.reading.corrections import find_correction
from states.reading.normalise import normalise
from states.reading.secrets import find_secret
from states.reading.words import plain as plain_words
from states.reading.words import says_no, says_yes
from states.reply import (
    BadPhoto,
    BadVideo,
    Command,
    Contact,
    Edited,
    Photo,
    Reply,
    Tap,
    Typed,
    Unusable,
    Video,
)
from states.review import APPROVED
from states.text import Text
from states.verdicts import Refused, Unsure

SILENCE = timedelta(hours=1)
"""After this long a message that is no answer is a greeting: we say where the person is."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What came of a reply."""

    says: tuple[Message, ...] = ()
    accepted: str = ""
    """The question whose answer was taken, if one was."""
    refused: str = ""
    """The code with which an answer was refused, if one was."""
    secret: str = ""
    """The kind of secret in the reply, which must then be deleted and blanked everywhere."""
    erases: Case | None = None
    """The closed case whose answers and photos the person wants deleted now."""


class Dialogue:
    """The whole conversation: both machines, the questions and the facts. It keeps nothing between two turns."""

    def __init__(self, policy: Policy | None = None, questions: Sequence[Question] = QUESTIONS) -> None:
        self.policy = policy or Policy()
        self.questionnaire = Questionnaire(questions)
        self.photo_questions = tuple(each.key for each in questions if isinstance(each, PhotoQuestion))
        self._intake = Machine(intake(questions), state_field="step")
        self.decisions = Decisions(self.policy, self.questionnaire, self._intake)

    # --- the applicant's side

    def take(
        self, case: Case, reply: Reply, now: datetime, before: Case | None = None, ahead: int | None = None
    ) -> Turn:
        """One turn. `case` is the person's open case, or a new one; `before` the latest closed one; `ahead` how many
        requests are before it in the queue.

        The case is changed in place. A step of None means that nothing has begun, GONE that the case is to
        be forgotten.
        """
        at = Moment(case, now, self.policy, ahead)
        healed = self._healed(case)
        if kind := _secret_in(reply):
            case.memory.asked = ""
            return Turn((screens.secret_warning(kind), *self._open_question(at)), secret=kind)
        if healed and not isinstance(reply, Command):
            turn = Turn((self.prompt(case, now),))
        else:
            turn = self._respond(reply, at, before)
        if case.step is not None:
            case.touched_at = now
        return turn

    def prompt(self, case: Case, now: datetime) -> Message:
        """What we say at the present step: the question, the summary, or where the request is."""
        at = Moment(case, now, self.policy)
        progress = self.questionnaire.progress(case)
        if question := self.questionnaire.at(case.step):
            return question.message(at, progress)
        if case.step == CHECK and progress:
            return screens.summary(self.questionnaire.changeable(case), case, progress)
        return screens.status(case, progress, now)

    def once_more(self, case: Case, now: datetime) -> Message | None:
        """What waits for a press of the person, after presses were lost; None where nothing does."""
        self._healed(case)
        if case.stage == APPROVED:
            return screens.approved_later(case).led_by(screens.ASLEEP)
        if case.step in (None, SENT):
            return None
        message = self.prompt(case, now)
        is_pressed = message.rows and not message.asks_contact  # buttons below the text box send words
        return message.led_by(screens.ASLEEP) if is_pressed else None

    def reminder(self, case: Case) -> Message:
        """The one reminder of a request that is not sent (C17)."""
        return screens.reminder(self.questionnaire.progress(case))

    def _respond(self, reply: Reply, at: Moment, before: Case | None) -> Turn:
        case = at.case
        if isinstance(reply, Edited):
            return self._edited(case)
        asked, case.memory.asked = case.memory.asked, ""
        if isinstance(reply, Command):
            return self._command(reply, at, before)
        if case.step is None:
            return self._first_contact(reply, at, before)
        if isinstance(reply, Tap) and reply.step != case.step:
            return Turn((plain(screens.OLD_BUTTON), self.prompt(case, at.now)))
        if asked and (answered := self._answered(asked, reply, at)):
            return answered
        if case.step == SENT:
            return self._sent(reply, at)
        return self._step(reply, at)

    def _sent(self, reply: Reply, at: Moment) -> Turn:
        """The request is with the reviewers; all that can be done here is to stop an approval (R24)."""
        if at.case.stage == APPROVED and _wish(reply) == "halt":
            return Turn((self.decisions.halt(at.case, at.now),))
        return Turn((screens.with_us(at.case),))

    def _healed(self, case: Case) -> bool:
        """Whether the case stood at a step that no longer exists; now it stands where its answers lead."""
        if case.step is None or self._intake.knows(case.step):
            return False
        self._intake.settle(case)
        return True

    def _edited(self, case: Case) -> Turn:
        """An edited message changes nothing, and is never ignored silently (C44)."""
        if case.step is None:
            return Turn()
        return Turn((screens.with_us(case) if case.step == SENT else screens.EDITED,))

    # --- commands and beginnings

    def _command(self, command: Command, at: Moment, before: Case | None) -> Turn:
        case = at.case
        match command.name:
            case "start":
                return self._start(at)
            case "status":
                return self._status(at, before)
            case "back" if case.step not in (None, SENT):
                return self._back(at)
            case "cancel" | "delete" if case.step is not None:
                return self._ask_to_stop(at)
            case "delete" if before:
                return Turn((screens.ERASED,), erases=before)
            case "back" | "cancel" | "delete":
                return Turn((screens.NO_REQUEST if case.step is None else screens.with_us(case),))
            case "help":
                return Turn((screens.help_page(self.policy), *self._open_question(at)))
            case "privacy":
                return Turn((screens.privacy(self.policy), *self._open_question(at)))
            case _:
                return Turn((screens.UNKNOWN_COMMAND,))

    def _start(self, at: Moment) -> Turn:
        case = at.case
        if case.step is None:
            return self._begin(at)
        if case.submitted_at:
            where = screens.status(case, None, at.now, at.ahead)
            return Turn((screens.has_open(case), where, *self._open_question(at)))
        return Turn((self._welcome_back(at),))

    def _begin(self, at: Moment) -> Turn:
        self._intake.settle(at.case)
        at.case.created_at = at.now
        return Turn((self.prompt(at.case, at.now),))

    def _first_contact(self, reply: Reply, at: Moment, before: Case | None) -> Turn:
        if before and isinstance(reply, Photo | BadPhoto):
            return Turn((screens.too_late(before, Text("photo")),))
        if before and isinstance(reply, Video | BadVideo):
            return Turn((screens.too_late(before, Text("video")),))
        if isinstance(reply, Tap):
            return Turn((screens.NO_REQUEST,))
        return self._begin(at)

    def _status(self, at: Moment, before: Case | None) -> Turn:
        case = at.case if at.case.step else before
        if case is None:
            return Turn((screens.NO_REQUEST,))
        return Turn((screens.status(case, self.questionnaire.progress(case), at.now, at.ahead),))

    def _welcome_back(self, at: Moment) -> Message:
        progress = self.questionnaire.progress(at.case)
        question = self.questionnaire.at(at.case.step)
        return screens.welcome_back(progress, question.name if question else Text("Check your answers"))

    def _open_question(self, at: Moment) -> tuple[Message, ...]:
        """The pending question once more, after a digression."""
        return (self.prompt(at.case, at.now),) if at.case.step not in (None, SENT) else ()

    # --- stopping

    def _ask_to_stop(self, at: Moment) -> Turn:
        at.case.memory.asked = "withdraw" if at.case.submitted_at else "cancel"
        return Turn((screens.WITHDRAW_ASK if at.case.submitted_at else screens.CANCEL_ASK,))

    def _answered(self, asked: str, reply: Reply, at: Moment) -> Turn | None:
        """What follows from yes or no to "Stop and delete?"; None for another reply: we asked once, and go on."""
        match _yes_or_no(reply):
            case True if asked == "withdraw":
                return self._withdraw(_wish(reply).partition(":")[2], at)
            case True:
                self._intake.send(at.case, "leave")
                return Turn((screens.CANCELLED,))
            case False:
                return Turn((screens.GO_ON, *self._open_question(at)))
            case _:
                return None

    def _withdraw(self, reason: str, at: Moment) -> Turn:
        """The reason came with the button; a plain yes gives none (C50)."""
        return Turn((self.decisions.withdraw(at.case, at.now, reason),))

    # --- a step

    def _step(self, reply: Reply, at: Moment) -> Turn:
        if turn := self._navigate(reply, at) or self._correct(reply, at):
            return turn
        if isinstance(reply, Typed) and faq.only_asks(reply.text) and (turn := self._beside(reply, at)):
            return turn
        if (album := getattr(reply, "album", "")) and at.case.memory.album.rstrip("!") == album:
            return self._rest_of_album(at)
        if at.case.step == CHECK:
            return self._check(reply, at)
        return self._ask(self.questionnaire[str(at.case.step)], reply, at)

    def _navigate(self, reply: Reply, at: Moment) -> Turn | None:
        """Back, Why?, Cancel, Keep it and the like: pressed or typed."""
        match _wish(reply):
            case "back":
                return self._back(at)
            case "why" if at.case.step in self.questionnaire:
                return self._why(at)
            case "cancel":
                return self._ask_to_stop(at)
            case "continue" if isinstance(reply, Tap):
                return Turn((self.prompt(at.case, at.now),))
            case "keep" if at.case.step in at.case.answers and not at.case.submitted_at:
                return self._keep(at)
            case "anyway" if at.case.memory.person:
                at.case.memory.person = "wanted"
                return Turn((screens.SEND_AGAIN,))
            case _:
                return None

    def _back(self, at: Moment) -> Turn:
        earlier = self.questionnaire.before(at.case)
        if earlier is None:
            return Turn((screens.FIRST_STEP, self.prompt(at.case, at.now)))
        return self._revise(earlier.key, at)

    def _revise(self, about: str, at: Moment) -> Turn:
        """Ask that question again; its answer stands until there is a new one."""
        at.case.memory.turn_away()
        self._intake.send(at.case, "revise", about=about)
        return Turn((self.prompt(at.case, at.now),))

    def _why(self, at: Moment) -> Turn:
        question = self.questionnaire[str(at.case.step)]
        reason = Text("Why we ask: {reason}", reason=question.why)
        return Turn((plain(reason), self.prompt(at.case, at.now)))

    def _keep(self, at: Moment) -> Turn:
        at.case.memory.leave(str(at.case.step))
        self._intake.send(at.case, "keep")
        return Turn((self.prompt(at.case, at.now).led_by(Text("Kept as it was.")),))

    def _correct(self, reply: Reply, at: Moment) -> Turn | None:
        """The answer that words like "change phone" and "edit 2", or a button, name (C08, C09)."""
        reply = self._detour(reply, at)
        if isinstance(reply, Tap):
            verb, _, key = reply.action.partition(":")
            return self._revise(key, at) if verb == "change" and self._may_change(key, at) else None
        if not isinstance(reply, Typed):
            return None
        labels = self.questionnaire.labels
        named = find_correction(normalise(reply.text), labels, lambda: self._numbered(at.case))
        if named is None and at.case.step == CHECK:
            named = _labelled(reply.text, labels)
        if named is None:
            return None
        if self._may_change(named, at):
            return self._revise(named, at)
        return Turn((plain(screens.NOT_GIVEN), self.prompt(at.case, at.now)))

    def _numbered(self, case: Case) -> list[str]:
        """The questions as people see them numbered, from 1."""
        return [each.key for each in self.questionnaire.steps(case)]

    def _may_change(self, key: str, at: Moment) -> bool:
        return key in {question.key for question in self.questionnaire.open_to_change(at.case)}

    def _detour(self, reply: Reply, at: Moment) -> Reply:
        """The press on a button under a refusal, where its words are typed; else the reply itself."""
        question = self.questionnaire.at(at.case.step)
        if question and isinstance(reply, Typed):
            for button in (button for row in question.detours.values() for button in row):
                if isinstance(button, Button) and plain_words(reply.text) == plain_words(button.label.english):
                    return Tap(button.action, question.key)
        return reply

    def _check(self, reply: Reply, at: Moment) -> Turn:
        match _wish(reply):
            case "submit":
                return self._submit(at)
            case "change":
                return Turn((screens.change_menu(self.questionnaire.changeable(at.case)),))
            case "summary":
                return Turn((self.prompt(at.case, at.now),))
            case _:
                return self._beside(reply, at) or Turn((screens.SUMMARY_HINT,))

    def _submit(self, at: Moment) -> Turn:
        case = at.case
        if unasked := self.questionnaire.gap(case):  # a question that is newer than this draft
            return self._revise(unasked.key, at)
        sheets = self._sheet_photos(case)
        oldest = min((photo.at for photo in sheets.values()), default=at.now)
        if (at.now.date() - oldest.date()).days > self.policy.sheet_days:
            return self._ask_for_a_new_sheet(sheets, oldest, at)
        self._intake.send(case, "submit")
        case.submitted_at = at.now
        case.due_at = at.now + timedelta(hours=self.policy.answer_hours)
        case.memory = Memory()
        self.decisions.begin(case)
        return Turn((screens.sent(case),))

    def _sheet_photos(self, case: Case) -> dict[str, Answer]:
        """The photos on which the dated sheet is, by question."""
        return {
            question.key: case.answers[question.key]
            for question in self.questionnaire.changeable(case)
            if isinstance(question, PhotoQuestion) and question.shows_sheet
        }

    def _ask_for_a_new_sheet(self, photos: Mapping[str, Answer], written: datetime, at: Moment) -> Turn:
        """A sheet dated too many days ago proves nothing: both photos are taken again (S24)."""
        for key in photos:
            at.case.answers.pop(key)
        turn = self._revise(next(iter(photos)), at)
        return replace(turn, says=(screens.sheet_is_old(written), *turn.says))

    # --- an answer, and what is none

    def _ask(self, question: Question, reply: Reply, at: Moment) -> Turn:
        memory = at.case.memory
        said = _chosen(reply, memory)
        try:
            value = question.read(said, at)
        except Aside as aside:
            return Turn((aside.shown, *(() if aside.shown.rows else self._open_question(at))))
        except Ended as ended:
            if at.case.submitted_at:  # a request that was sent is the reviewers' to end
                return Turn((screens.SEND_AS_ASKED, *self._open_question(at)))
            self._intake.send(at.case, "leave")
            return Turn((ended.farewell,))
        except Pending as pending:
            memory.kept[question.key], memory.offered = pending.kept, ()
            return Turn((pending.shown,))
        except Unsure as unsure:
            return self._beside(reply, at) or self._offer(question, unsure, at)
        except Refused as refused:
            return self._beside(reply, at) or self._refuse(question, refused, reply, at)
        return self._accept(question, value, said, at)

    def _beside(self, reply: Reply, at: Moment) -> Turn | None:
        """A question to us is answered, and ours asked once more (C13); so is the word of the button Continue."""
        if not isinstance(reply, Typed):
            return None
        if said := faq.answer(reply.text, self.policy):
            return Turn((plain(said), *self._open_question(at)))
        return Turn(self._open_question(at)) if _wish(reply) == "continue" else None

    def _rest_of_album(self, at: Moment) -> Turn:
        """An album is handled once: its first usable photo counts, the rest is mentioned once (C39)."""
        told = at.case.memory.album.endswith("!")
        at.case.memory.album = at.case.memory.album.rstrip("!") + "!"
        return Turn() if told else Turn((screens.album(self._photo_before(at.case)),))

    def _photo_before(self, case: Case) -> Question | None:
        """The photo that was answered last, where another photo is asked for now."""
        if case.step not in self.photo_questions:
            return None
        given = [key for key in self.photo_questions if case.settled(key)]
        return self.questionnaire[max(given, key=lambda key: case.answers[key].at)] if given else None

    def _accept(self, question: Question, value: Any, reply: Reply, at: Moment) -> Turn:
        case, memory = at.case, at.case.memory
        changed = question.key in memory.revising
        typed = reply.text.strip() if isinstance(reply, Typed) else ""
        memory.leave(question.key)
        memory.album = getattr(reply, "album", "")
        answer = Answer(value, typed, at.now, _via(reply))
        if isinstance(reply, Contact):
            case.desk.shared_phone = getattr(value, "e164", "")
        self._intake.send(case, "answer", answer=answer)
        if case.step == SENT:  # all that a reviewer asked for is here
            return Turn((self.decisions.replied(case, at.now),), accepted=question.key)
        lead = screens.CHANGED if changed and case.step == CHECK else screens.SAVED if question.counted else None
        return Turn((self.prompt(case, at.now).led_by(lead),), accepted=question.key)

    def _offer(self, question: Question, unsure: Unsure, at: Moment) -> Turn:
        """A question back, with the readings as buttons."""
        memory = at.case.memory
        if unsure.kept is not None:
            memory.kept[question.key] = unsure.kept
        guess = unsure.options[0].label if unsure.options else ""
        sentence = question.sentence(Refused(unsure.reason, guess=guess, **unsure.facts))
        memory.offered, memory.guessed = unsure.options, "{guess}" in sentence.english
        rows = tuple(
            (Button(Text("{reading}", reading=each.label), f"{OFFER}:{n}"),) for n, each in enumerate(unsure.options)
        )
        return Turn((plain(sentence, rows=rows),), refused=unsure.reason)

    def _refuse(self, question: Question, refused: Refused, reply: Reply, at: Moment) -> Turn:
        case, memory = at.case, at.case.memory
        if isinstance(reply, Typed) and case.touched_at and at.now - case.touched_at > SILENCE:
            return Turn((self._welcome_back(at),))
        firm = refused.reason in question.firm
        if (
            memory.person == "wanted"
            and not firm
            and (value := question.as_it_is(reply, refused.reason, at)) is not None
        ):
            return self._accept(question, value, reply, at)
        if refused.kept is not None:
            memory.kept[question.key] = refused.kept
        memory.offered = ()
        detour = question.detours.get(refused.reason)
        sentence = plain(question.sentence(refused), rows=(detour,) if detour else ())
        return Turn((sentence, *self._after_refusals(question, reply, at, firm=firm)), refused=refused.reason)

    def _after_refusals(self, question: Question, reply: Reply, at: Moment, *, firm: bool) -> tuple[Message, ...]:
        """After two refusals the question with its example, after three the way to a person (C37)."""
        if isinstance(reply, Tap | Unusable):
            return ()
        tries = at.case.memory.tries[question.key] = at.case.memory.tries.get(question.key, 0) + 1
        for_a_person = not firm and question.as_it_is(reply, "", at) is not None
        if tries >= self.policy.tries_before_person and for_a_person:
            at.case.memory.person = "offered"
            return (plain(screens.PERSON_OFFER, rows=((screens.A_PERSON,),)),)
        return (self.prompt(at.case, at.now),) if tries >= self.policy.tries_before_example else ()


WISHES: dict[str, str] = {
    "back": "back",
    "go back": "back",
    "why": "why",
    "why do you ask": "why",
    "cancel": "cancel",
    "continue": "continue",
    "keep": "keep",
    "keep it": "keep",
    "start again": "cancel",
    "let a person look": "anyway",
    "send": "submit",
    "send it": "submit",
    "send my request": "submit",
    "submit": "submit",
    "change": "change",
    "change an answer": "change",
    "back to my answers": "summary",
    "i did not ask for this": "halt",
    "yes i am back in": "yes:back_in",
    "yes, i am back in": "yes:back_in",
    "yes i do not need it": "yes:not_needed",
    "yes, i do not need it": "yes:not_needed",
}
"""What people type instead of pressing the buttons that stand under every question."""


def _wish(reply: Reply) -> str:
    match reply:
        case Tap(action):
            return action
        case Typed(text):
            return WISHES.get(" ".join(text.casefold().strip(" .!?").split()), "")
        case _:
            return ""


def _labelled(text: str, labels: Mapping[str, Sequence[str]]) -> str | None:
    """The key whose label the whole text is: the typed twin of a button of the menu."""
    said = plain_words(text)
    return next((key for key, names in labels.items() if said in map(plain_words, names)), None)


def _yes_or_no(reply: Reply) -> bool | None:
    wish = _wish(reply)
    if wish == "yes" or wish.startswith("yes:"):
        return True
    match reply:
        case Tap("no"):
            return False
        case Typed(text) if says_yes(text) or text.casefold().startswith("yes,"):
            return True
        case Typed(text) if says_no(text) or text.casefold().startswith("no,"):
            return False
        case _:
            return None


def _secret_in(reply: Reply) -> str:
    """The kind of secret in the words of a reply, or nothing (C31)."""
    match reply:
        case Typed(text) | Edited(text):
            words = text
        case Command(name, payload) if name != "start":  # what follows /start came with a link, not from the person
            words = f"{name} {payload}"
        case Photo(caption=caption) | BadPhoto(caption=caption) | Video(caption=caption) | BadVideo(caption=caption):
            words = caption
        case _:
            return ""
    hit = find_secret(normalise(words))
    return hit.kind if hit else ""


def _chosen(reply: Reply, memory: Memory) -> Reply:
    """The reading that was chosen of those we offered, by button, by number or by its words; else the reply itself."""
    match reply:
        case Tap(action) if action.startswith(f"{OFFER}:"):
            number = action.removeprefix(f"{OFFER}:")
            return _offered(int(number), memory) or reply if number.isdecimal() else reply
        case Typed(text) if memory.offered:
            said = text.strip().casefold()
            for place, option in enumerate(memory.offered, start=1):
                if said in (str(place), option.label.casefold()):
                    return Typed(option.text)
            if (memory.guessed or len(memory.offered) == 1) and says_yes(text):
                return Typed(memory.offered[0].text)
    return reply


def _offered(number: int, memory: Memory) -> Typed | None:
    return Typed(memory.offered[number].text) if number < len(memory.offered) else None


def _via(reply: Reply) -> Literal["words", "button", "contact", "photo", "video"]:
    match reply:
        case Tap():
            return "button"
        case Contact():
            return "contact"
        case Photo():
            return "photo"
        case Video():
            return "video"
        case _:
            return "words"
