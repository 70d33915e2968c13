"""Two hundred requests, ten reviewers who press whatever they see, customers who reply or not, and a clock that jumps.

What came of it is told from outside: from the audit trail, the rows of the cases and the calls to Telegram.
"""

import json
import random
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest

from handlers.desk import TICKED, UNTICKED
from states.case import Answer
from states.review import CLAIMED, CONFIRMING, DONE, WAITING
from storage.audit import APPLICANT, Event
from storage.cases import ref_of
from storage.store import Store
from storage.tables import EPOCH, MICROSECOND
from tests.bot.desks import press, sends
from tests.bot.town import STAFF, FakeClock, Town, message, photo, settings_of

SEEDS = (1, 2)
ROUNDS = 100
JUMPS = (1, 7, 31, 60)
"""Hours for which nobody does anything."""
REVIEWERS = tuple(range(1001, 1011))
LEADS = frozenset(REVIEWERS[-2:])
CUSTOMERS = (*range(10_001, 10_199), *REVIEWERS[:2])
"""Two of them are reviewers themselves."""
CRAFTED = (
    "claim", "take", "release", "hand", "escalate", "photos", "timeline", "main", "more", "marks", "note", "ask",
    "approve", "effect", "cancel", "reopen", "reopen-mistake", "refuse", "refuse-no_match", "refuse-fraud_person",
    "refuse-nonsense",
    "ask-send", "item-call_time", "item-local_time", "item-video", "item-nonsense", "item-document_photo", "mark-phone",
    "why-document_photo-blurred", "why-nonsense-blurred", "reason-no_match", "reason-nonsense", "check-nonsense",
    "hand-1003", "hand-99", "hand-nonsense", "nonsense", "",
)  # fmt: skip
"""What no honest Telegram app sends, or not here and now."""
CHATTER = (
    "/start", "/status", "/cancel", "/delete", "/back", "/help", "Yes, withdraw it", "No, keep it", "Keep it", "Back",
    "I did not ask for this", "change phone", "hello?", "14:30", "1", "I cannot talk", "somebody@example.com",
)  # fmt: skip
HOLDERS_ONLY = ("approve", "refuse", "ask", "escalate")


# --- what happened, by the audit trail


@dataclass
class Story:
    """One case, replayed from its events: who had it, who decided it, how often."""

    stage: str = WAITING
    holder: str = ""
    holders: set[str] = field(default_factory=set)
    first: str = ""
    approver: str = ""
    open: bool = True
    told: Counter[str] = field(default_factory=Counter)
    """What the customer has to hear, and how often."""
    reopened: int = 0

    def happens(self, event: Event) -> None:
        """Fails where the event breaks a rule."""
        kind, actor, to = event.kind, event.actor, str(event.details.get("to", ""))
        assert self.open or kind == "reopen", f"{kind} after the end"
        assert actor != APPLICANT or kind in BY_CUSTOMER, f"{kind} of an own case"
        RULES[kind](self, actor, event)
        self.stage = to or {"submitted": WAITING, "replied": CLAIMED}.get(kind, kind)

    def waits_for(self, reviewer: int) -> bool:
        return str(reviewer) in (self.holder, self.approver)

    def given_to(self, whom: str) -> None:
        self.holder = whom
        self.holders.add(whom)

    def claimed(self, actor: str, _: Event) -> None:
        assert not self.holder, "claimed twice"
        assert actor != self.first, "both approvals in one hand"
        self.given_to(actor)

    def taken(self, actor: str, _: Event) -> None:
        assert self.holder not in ("", actor)
        self.given_to(actor)

    def handed(self, actor: str, event: Event) -> None:
        self.freed(actor, event)
        self.given_to(str(event.details["receiver"]))

    def freed(self, actor: str, _: Event) -> None:
        assert actor in (self.holder, "clock", *map(str, LEADS)), "freed by another"
        self.holder = ""

    def held(self, actor: str, _: Event) -> None:
        assert actor == self.holder, "done by a reviewer who does not have it"

    def asked(self, actor: str, event: Event) -> None:
        self.held(actor, event)
        self.told["asked"] += 1

    def approved(self, actor: str, event: Event) -> None:
        self.held(actor, event)
        assert actor != self.first, "both approvals in one hand"
        assert event.details["to"] == CONFIRMING or self.first or not event.details["risk"], "a risk, and one approval"
        self.holder = ""
        if event.details["to"] == CONFIRMING:
            self.first = actor
        elif event.details["to"] == DONE:
            self.ends("approved")
        else:
            self.approver = actor
            self.told["approved_later"] += 1

    def took_effect(self, actor: str, _: Event) -> None:
        assert actor in (self.approver, *map(str, LEADS)), "made effective by another"
        self.ends("approved")

    def cancelled(self, actor: str, _: Event) -> None:
        assert actor in (self.approver, *map(str, LEADS)), "taken back by another"
        self.first = self.approver = ""
        self.told["once_more"] += 1

    def refused(self, actor: str, event: Event) -> None:
        self.held(actor, event)
        self.ends("refused")

    def reopens(self, *_: object) -> None:
        assert not self.open
        self.open, self.first = True, ""
        self.reopened += 1
        assert self.reopened == 1
        self.told["reopened"] += 1

    def replied(self, _: str, __: Event) -> None:
        assert self.stage == "asked"
        self.told["thanked"] += 1

    def ends(self, how: str) -> None:
        self.open, self.holder = False, ""
        self.told[how] += 1


RULES: dict[str, Callable[[Story, str, Event], None]] = {
    "submitted": lambda *_: None,
    "claim": Story.claimed,
    "take_over": Story.taken,
    "hand_over": Story.handed,
    "release": Story.freed,
    "lapse": Story.freed,
    "escalate": Story.freed,
    "ask": Story.asked,
    "replied": Story.replied,
    "approve": Story.approved,
    "take_effect": Story.took_effect,
    "cancel": Story.cancelled,
    "refuse": Story.refused,
    "reopen": Story.reopens,
    "expire": lambda story, *_: story.ends("expired"),
    "withdrawn": lambda story, *_: story.ends("withdrawn"),
    "halted": lambda story, *_: story.ends("halted"),
}
BY_CUSTOMER = ("submitted", "replied", "withdrawn", "halted")
WORDS = {
    "asked": "We need something more for {ref}",
    "thanked": "{ref}: we aim to answer by",
    "approved": "2FA is turned off on your account.",
    "approved_later": "To protect you, it takes effect at",
    "once_more": "We are looking at {ref} once more",
    "refused": "We could not approve {ref}",
    "reopened": "We are looking at {ref} again",
    "expired": "{ref} is closed because we had no reply in time.",
    "withdrawn": "Your request {ref} is withdrawn",
    "halted": "We have stopped request {ref}",
}
"""How the customer hears it."""


PRIVATE = ("Marta", "Kowalska", "7400 123456", "7400123456", "Canada Square", "Barclays", "22 March 1985", "2.00456")
"""What everybody answered."""


# --- the crowd


@dataclass(frozen=True)
class Said:
    """A call to Telegram."""

    chat: int
    text: str
    raw: str


Page = dict[str, str]
"""Buttons: what they say, by their data."""


class Crowd:
    """Everybody at once, on the real worker and clock. Nothing is sent: what would be is read from the outbox."""

    def __init__(self, town: Town, seed: int) -> None:
        self.town, self.random = town, random.Random(seed)
        self.usernames: dict[int, str] = {}
        self.case_of: dict[int, int] = {}
        self.stories: dict[int, Story] = {}
        self.said: list[Said] = []
        self.shown: defaultdict[int, dict[str, Page]] = defaultdict(dict)
        """The newest buttons of each case in each chat, those shown last at the end."""
        self.to_type: set[int] = set()
        """Reviewers who were asked for a username."""
        self.seen: list[list[str]] = []
        """All buttons that ever were."""
        self._outbox = self._events = 0

    async def arrives(self) -> None:
        """All send their requests; every seventh names the account of the one before, every third has no phone."""
        for number, who in enumerate(CUSTOMERS):
            name = CUSTOMERS[number - 1] if number % 7 == 6 else who
            self.usernames[who] = f"person{name}@example.com"
            own = {"phone_access": Answer(number % 3 != 0, "", self.town.clock())}
            case = await sends(self.town, who, self.usernames[who], **own)
            self.case_of[who] = int(case.id or 0)
        await self.looks()

    async def presses_at_random(self) -> None:
        """One round: everybody does something, in one batch, then time passes."""
        await self.town.receives(*(self.something() for _ in range(self.random.randint(10, 30))))
        await self.town.works()
        jump = self.random.choice(JUMPS) if self.random.random() < 0.04 else 0
        self.town.clock.passes(hours=jump, minutes=self.random.randint(0, 4))
        await self.town.timers.tick()
        await self.looks()

    def something(self) -> dict[str, Any]:
        """What somebody does: mostly a reviewer who presses."""
        dice = self.random.random()
        if dice < 0.12:
            return self.customer_does()
        reviewer = self.random.choice(REVIEWERS)
        if dice < (0.7 if reviewer in self.to_type else 0.17):
            self.to_type.discard(reviewer)
            return message(reviewer, text=self.typed_by(reviewer))
        return self.press_of(reviewer)

    def press_of(self, reviewer: int) -> dict[str, Any]:
        dice, in_hand = self.random.random(), list(self.in_hand_of(reviewer).values())
        if in_hand and dice < 0.83:
            page = in_hand[-1] if self.random.random() < 0.8 else self.random.choice(in_hand)
            return press(reviewer, self.sensible(page))
        if dice < (0.87 if in_hand else 0.8):
            return press(
                reviewer, self.random.choice(list(self.random.choice(list(self.shown[STAFF].values())))), STAFF
            )
        if dice < 0.92:
            return press(reviewer, self.random.choice(self.random.choice(self.seen)))
        held = [case for case, story in self.stories.items() if story.holder]
        case = self.random.choice(held or list(self.stories))
        return press(reviewer, f"r:{case}:{self.random.randint(0, 9)}:{self.random.choice(CRAFTED)}")

    def in_hand_of(self, reviewer: int) -> dict[str, Page]:
        """The pages of the cases that wait for this reviewer, the one taken last at the end."""
        pages = self.shown[reviewer].items()
        return {
            case: page for case, page in pages if (story := self.stories.get(int(case))) and story.waits_for(reviewer)
        }

    def sensible(self, page: Page) -> str:
        """A button of a page: rather one that leads on than one that looks, or takes a tick away."""
        unticked = any(label.startswith(UNTICKED) for label in page.values())
        weights = [_weight(label, data, unticked=unticked) for data, label in page.items()]
        return self.random.choices(list(page), weights)[0]

    def typed_by(self, reviewer: int) -> str:
        """The username of the case that the reviewer took last, or something else."""
        in_hand = list(self.in_hand_of(reviewer))
        if not in_hand or self.random.random() < 0.2:
            return self.random.choice(CHATTER)
        return next(self.usernames[who] for who, case in self.case_of.items() if str(case) == in_hand[-1])

    def customer_does(self) -> dict[str, Any]:
        who = self.random.choice(CUSTOMERS)
        asked = [one for one in CUSTOMERS if self.stories[self.case_of[one]].stage in ("asked", "approved")]
        if asked and self.random.random() < 0.8:
            who = self.random.choice(asked)
        dice, shown = self.random.random(), list(self.shown[who].values())
        if dice < 0.4:
            return photo(who)
        if dice < 0.7 and shown:
            return press(who, self.random.choice(list(shown[-1])))
        return message(who, text=self.random.choice(CHATTER))

    # --- looking

    async def looks(self) -> None:
        """Reads what was said and what happened since the last look, and holds every event against the rules."""
        async with self.town.store.reading() as tx:
            box, connection = tx.outbox._box, tx.outbox._connection
            rows = (await connection.exec_driver_sql(OUTBOX, (self._outbox,))).all()
            for row in rows:
                self._outbox = row.id
                self.hears(row.chat_id, json.loads(box.open(row.sealed_params, f"outbox|sealed_params|{row.key}")))
            for row in (await connection.exec_driver_sql(EVENTS, (self._events,))).all():
                self._events = row.id
                event = Event(*row[:4], EPOCH + row.at * MICROSECOND, "", json.loads(row.details))
                if event.case_id and event.kind in RULES:
                    self.stories.setdefault(event.case_id, Story()).happens(event)
            stages = dict(
                (await connection.exec_driver_sql("SELECT id, stage FROM cases WHERE stage IS NOT NULL")).all()
            )
        assert stages == {case: story.stage for case, story in self.stories.items()}

    def hears(self, chat: int, params: dict[str, Any]) -> None:
        keyboard = params.get("reply_markup", {}).get("inline_keyboard", [])
        buttons = [button for row in keyboard for button in row if "callback_data" in button]
        page = {button["callback_data"]: button["text"] for button in buttons}
        self.said.append(Said(chat, params.get("text", ""), json.dumps(params, ensure_ascii=False)))
        if "Then type the username" in params.get("text", ""):
            self.to_type.add(chat)
        if page:
            self.seen.append(list(page))
            case = next(iter(page)).split(":")[1]
            self.shown[chat].pop(case, None)
            self.shown[chat][case] = page


def _weight(label: str, data: str, *, unticked: bool) -> float:
    """How likely a reviewer is to press this."""
    if label.startswith(TICKED):
        return 0.1
    if label.startswith(UNTICKED) or any(word in data for word in ("effect", "-send", "why-", "refuse-")):
        return 8
    if data.endswith("approve") and not unticked:
        return 30
    if data.endswith(":ask") or "item-" in data:
        return 3
    return 0.1 if "mark-" in data else 1


OUTBOX = "SELECT id, key, chat_id, sealed_params FROM outbox WHERE id > ? ORDER BY id"
EVENTS = "SELECT id, case_id, actor, kind, at, details FROM events WHERE id > ? ORDER BY id"


@pytest.fixture
def town(store: Store, file, clock: FakeClock) -> Town:
    staff = {"reviewer_ids": ",".join(map(str, REVIEWERS)), "lead_ids": ",".join(map(str, LEADS))}
    return Town(store, settings_of(file, **staff), clock)


@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS)
async def test_whatever_is_pressed_each_case_is_decided_once_by_its_claimer_and_its_customer_told_once(
    town: Town, rows, capsys, seed: int
) -> None:
    """R02, R03, R05, R07, R15, R16, R17, R21, R22, R24, R27, C16: the rules hold whoever does what, in any order."""
    crowd = Crowd(town, seed)
    await crowd.arrives()
    for _ in range(ROUNDS):
        await crowd.presses_at_random()
    stories = crowd.stories
    assert set(stories) >= set(crowd.case_of.values())
    await nothing_is_lost(town, stories)
    assert rows("SELECT count(*) FROM inbox WHERE attempts > 0 OR ended IS NULL") == [(0,)]
    assert "timer failed" not in "".join(capsys.readouterr())
    every_customer_heard_each_thing_once(crowd)
    only_who_had_a_case_saw_what_was_told(crowd)
    happened = Counter(what for story in stories.values() for what in story.told.elements())
    assert min(happened[what] for what in ("approved", "approved_later", "refused", "asked")) > 0, (
        f"too tame: {happened}"
    )
    approvals = happened["approved"] + happened["approved_later"]
    assert min(approvals, happened["refused"], happened["asked"]) > 3, f"too tame: {happened}"


async def nothing_is_lost(town: Town, stories: dict[int, Story]) -> None:
    async with town.store.reading() as tx:
        queue = {case.id for case in await tx.cases.queue()}
        assert await tx.audit.verify() is None
    assert queue == {case for case, story in stories.items() if story.open}


def every_customer_heard_each_thing_once(crowd: Crowd) -> None:
    heard = defaultdict(list)
    for said in crowd.said:
        heard[said.chat].append(said.text)
    for who, case in crowd.case_of.items():
        ref = ref_of(case)
        about = [text for text in heard[who] if ref in text]
        told = {what: sum(words.format(ref=ref) in text for text in about) for what, words in WORDS.items()}
        assert told == {what: crowd.stories[case].told[what] for what in WORDS}, ref


def only_who_had_a_case_saw_what_was_told(crowd: Crowd) -> None:
    """No answer in the channel, and a dossier only with those who had the case at some time."""
    private = {value.casefold() for value in (*PRIVATE, *crowd.usernames.values())}
    in_channel = "\n".join(said.raw for said in crowd.said if said.chat == STAFF).casefold()
    assert [value for value in private if value in in_channel] == []
    refs = {ref_of(case): story for case, story in crowd.stories.items()}
    for said in crowd.said:
        if said.chat in REVIEWERS and "<b>Username</b>" in said.text:
            ref = next(word for word in said.text.removeprefix("<b>").split() if word in refs)
            assert str(said.chat) in refs[ref].holders
