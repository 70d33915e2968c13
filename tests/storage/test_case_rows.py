"""Cases through the store. Asserts read through `reading()`, a connection of its own: only what is committed counts."""

import asyncio
from dataclasses import fields
from decimal import Decimal

import pytest
from sqlalchemy import update
from storage_samples import NOW, answered, later, line, new_case

from states.case import Answer, Case, Memory
from states.desk import Approval, Desk, Note, Request
from states.verdicts import Option
from storage import AlreadyOpen, Damaged, Gone, Stale
from storage.cases import KEPT_AS_THEY_ARE
from storage.tables import cases


async def stored(store, case):
    async with store.transaction() as tx:
        await tx.cases.add(case, now=NOW)
    return case


async def test_a_case_comes_back_as_it_was_saved(store):
    case = new_case(
        language="de",
        locale="de-AT",
        stage="claimed",
        submitted_at=later(hours=1),
        due_at=later(hours=49),
        claimed_by=51,
        claimed_name="Anna",
        claimed_at=later(hours=2),
        reason="photo_unreadable",
        answers={
            "amount": answered(Decimal("2.00456"), "2.00456 BTC"),
            "banks": answered(["Barclays Bank"], "Barclays"),
            "phone": Answer("+447400123456", "", NOW, "contact"),
        },
        memory=Memory(
            revising={"phone"},
            kept={"transactions": {"date": "2019-03-22"}},
            tries={"phone": 2},
            offered=(Option("4 March", "2019-03-04"),),
            asked="cancel",
        ),
        desk=Desk(
            marks={"phone": "unsure"},
            checks={"sheet"},
            request=Request({"selfie": "blurred"}, NOW, later(days=5), phrase="amber lion cloud"),
            first=Approval(51, "Anna", NOW),
            notes=[Note("Anna", NOW, "Called the bank")],
        ),
    )
    await stored(store, case)
    async with store.reading() as tx:
        again = await tx.cases.get(case.id)
    assert again == case


def test_every_field_of_a_case_is_stored():
    apart = {"id", "ref", "answers", "memory", "desk"}
    assert {field.name for field in fields(Case)} == apart | set(KEPT_AS_THEY_ARE)


async def test_the_first_case_is_called_r_2041_and_the_next_r_2042(store):
    assert (await stored(store, new_case(1))).ref == "R-2041"
    assert (await stored(store, new_case(2))).ref == "R-2042"


async def test_a_case_is_found_by_its_ref_however_people_write_it(store):
    case = await stored(store, new_case())
    async with store.reading() as tx:
        found = [(await tx.cases.by_ref(ref)).id for ref in ("R-2041", "r2041", " R 2041 ")]
        assert found == [case.id] * 3
        assert await tx.cases.by_ref("R-2042") is None
        assert await tx.cases.by_ref("R-1") is None
        assert await tx.cases.by_ref("2041; --") is None
        assert await tx.cases.by_ref("R-" + "9" * 40) is None


async def test_a_person_has_one_open_case(store):
    """C48"""
    first = await stored(store, new_case())
    with pytest.raises(AlreadyOpen):
        await stored(store, new_case())
    async with store.reading() as tx:
        assert (await tx.cases.open_of(7001)).id == first.id


async def test_two_starts_at_once_make_one_case(store):
    """C48"""
    results = await asyncio.gather(*(stored(store, new_case()) for _ in range(5)), return_exceptions=True)
    assert sorted(type(result).__name__ for result in results) == ["AlreadyOpen"] * 4 + ["Case"]


async def test_a_closed_case_leaves_room_for_another(store):
    first = await stored(store, new_case())
    first.closed_at = NOW
    async with store.transaction() as tx:
        await tx.cases.save(first, now=NOW)
        assert await tx.cases.open_of(7001) is None
    second = await stored(store, new_case())
    async with store.reading() as tx:
        assert (await tx.cases.open_of(7001)).id == second.id
        assert (await tx.cases.latest_of(7001)).id == second.id
        assert await tx.cases.latest_of(7002) is None


async def test_of_two_savers_of_one_version_the_second_learns_that_it_is_stale(store):
    """R02"""
    case = await stored(store, new_case(stage="waiting"))
    async with store.reading() as tx:
        anna, boris = await tx.cases.get(case.id), await tx.cases.get(case.id)
    anna.claimed_by, boris.claimed_by = 1, 2
    async with store.transaction() as tx:
        await tx.cases.save(anna, now=NOW)
    with pytest.raises(Stale):
        async with store.transaction() as tx:
            await tx.cases.save(boris, now=NOW)
    async with store.reading() as tx:
        assert (await tx.cases.get(case.id)).claimed_by == 1


async def test_versions_count_saves(store):
    case = await stored(store, new_case())
    assert case.version == 1
    async with store.transaction() as tx:
        await tx.cases.save(case, now=NOW)
        await tx.cases.save(case, now=NOW)
    async with store.reading() as tx:
        assert (await tx.cases.get(case.id)).version == case.version == 3


async def test_only_changed_answers_are_written_and_removed_ones_deleted(store, rows):
    case = await stored(
        store,
        new_case(answers={"username": answered("ann@example.org"), "phone": answered("+441"), "bank": answered([])}),
    )
    before = dict(rows("SELECT question, sealed_answer FROM answers"))
    async with store.transaction() as tx:
        again = await tx.cases.get(case.id)
        again.answers["phone"] = answered("+442", at=later(minutes=1))
        del again.answers["bank"]
        await tx.cases.save(again, now=NOW)
    after = dict(rows("SELECT question, sealed_answer FROM answers"))
    assert after.keys() == {"username", "phone"}
    assert after["username"] == before["username"]
    assert after["phone"] != before["phone"]


async def test_a_case_loaded_in_one_transaction_is_saved_right_in_another(store):
    case = await stored(store, new_case(answers={"username": answered("ann"), "bank": answered([])}))
    async with store.reading() as tx:
        again = await tx.cases.get(case.id)
    del again.answers["bank"]
    again.answers["phone"] = answered("+441")
    async with store.transaction() as tx:
        await tx.cases.save(again, now=NOW)
    async with store.reading() as tx:
        assert (await tx.cases.get(case.id)).answers.keys() == {"username", "phone"}


async def test_the_answer_to_a_dropped_question_is_unseen_but_not_lost(store, rows):
    case = await stored(store, new_case(answers={"dropped": answered("x"), "phone": answered("+441")}))
    async with store.transaction() as tx:
        again = await tx.cases.get(case.id)
        assert again.answers.keys() == {"phone"}
        await tx.cases.save(again, now=NOW)
    assert rows("SELECT count(*) FROM answers") == [(2,)]


async def test_an_exception_undoes_all_of_a_transaction(store):
    with pytest.raises(ZeroDivisionError):  # noqa: PT012  all of the block is one transaction
        async with store.transaction() as tx:
            await tx.cases.add(new_case(), now=NOW)
            await tx.outbox.put("1.1", 7001, "customer", "sendMessage", {}, now=NOW)
            raise ZeroDivisionError
    async with store.reading() as tx:
        assert await tx.cases.latest_of(7001) is None
        assert await line(tx) == []


async def test_a_failed_part_of_a_batch_leaves_the_others(store):
    case = await stored(store, new_case(answers={"phone": answered("+441")}))
    async with store.transaction() as tx:
        with pytest.raises(ZeroDivisionError):  # noqa: PT012  all of the block is one savepoint
            async with tx.savepoint():
                lost = await tx.cases.get(case.id)
                lost.answers["phone"] = answered("+442")
                await tx.cases.save(lost, now=NOW)
                await tx.audit.record(case.id, actor="applicant", kind="answered", now=NOW)
                raise ZeroDivisionError
        async with tx.savepoint():
            kept = await tx.cases.get(case.id)
            kept.answers["bank"] = answered(["A"])
            await tx.cases.save(kept, now=NOW)
            await tx.audit.record(case.id, actor="applicant", kind="answered", now=NOW)
    async with store.reading() as tx:
        again = await tx.cases.get(case.id)
        assert {question: answer.value for question, answer in again.answers.items()} == {
            "phone": "+441",
            "bank": ["A"],
        }
        assert len(await tx.audit.timeline(case.id)) == 1
        assert await tx.audit.verify() is None


async def test_an_answer_lost_in_a_failed_part_is_written_when_it_is_given_again(store):
    """C16"""
    case = await stored(store, new_case())
    async with store.transaction() as tx:
        early = await tx.cases.get(case.id)
        with pytest.raises(ZeroDivisionError):  # noqa: PT012  all of the block is one savepoint
            async with tx.savepoint():
                lost = await tx.cases.get(case.id)
                lost.answers["phone"] = answered("+441")
                await tx.cases.save(lost, now=NOW)
                raise ZeroDivisionError
        early.answers["phone"] = answered("+441")
        await tx.cases.save(early, now=NOW)
    async with store.reading() as tx:
        assert (await tx.cases.get(case.id)).value("phone") == "+441"


async def test_answers_come_back_in_the_order_in_which_they_were_given(store):
    given = {"phone": answered("+441"), "banks": answered(["A"], at=later(hours=1)), "amount": answered(Decimal(1))}
    case = await stored(store, new_case(answers=given))
    async with store.transaction() as tx:
        again = await tx.cases.get(case.id)
        again.answers["phone"] = answered("+442", at=later(hours=2))
        await tx.cases.save(again, now=NOW)
    async with store.reading() as tx:
        assert list((await tx.cases.get(case.id)).answers) == ["amount", "banks", "phone"]


async def test_what_a_failed_part_saved_is_not_taken_for_stored(store):
    """Whoever saved that version meanwhile is overwritten as a whole, not column by column."""
    case = await stored(store, new_case())
    async with store.transaction() as tx:
        with pytest.raises(ZeroDivisionError):  # noqa: PT012  all of the block is one savepoint
            async with tx.savepoint():
                lost = await tx.cases.get(case.id)
                lost.step = "phone"
                await tx.cases.save(lost, now=NOW)
                raise ZeroDivisionError
        await tx._connection.execute(update(cases).values(version=lost.version, step="banks"))
        await tx.cases.save(lost, now=NOW)
    async with store.reading() as tx:
        assert (await tx.cases.get(case.id)).step == "phone"


async def test_a_case_that_was_not_read_in_the_transaction_is_saved_as_a_whole(store):
    case = await stored(store, new_case())
    case.step, case.language, case.reason = "phone", "de", "photo_unreadable"
    async with store.transaction() as tx:
        await tx.cases.save(case, now=NOW)
    async with store.reading() as tx:
        assert await tx.cases.get(case.id) == case


async def test_the_queue_is_what_was_submitted_and_is_not_closed_the_most_urgent_first(store):
    """C10: a draft is in no queue."""
    await stored(store, new_case(1))
    late = await stored(store, new_case(2, submitted_at=NOW, due_at=later(hours=48)))
    urgent = await stored(store, new_case(3, submitted_at=NOW, due_at=later(hours=2), answers={"a": answered("x")}))
    await stored(store, new_case(4, submitted_at=NOW, due_at=NOW, closed_at=NOW))
    async with store.reading() as tx:
        queue = await tx.cases.queue()
        assert await tx.cases.queue(1) == queue[:1]
    assert [each.ref for each in queue] == [urgent.ref, late.ref]
    assert (queue[0].id, queue[0].due_at) == (urgent.id, later(hours=2))


async def test_a_reviewer_sees_what_is_in_hand(store):
    mine = await stored(store, new_case(1, submitted_at=NOW, claimed_by=51))
    await stored(store, new_case(2, submitted_at=NOW, claimed_by=52))
    await stored(store, new_case(3, submitted_at=NOW, claimed_by=51, closed_at=NOW))
    async with store.reading() as tx:
        assert [case.ref for case in await tx.cases.claimed_by(51)] == [mine.ref]


async def test_the_next_case_is_the_most_urgent_that_nobody_has_and_not_ones_own(store):
    """R20, R22: of two that are due at once the earlier one."""
    async with store.reading() as tx:
        assert await tx.cases.next_for(51) is None
    await stored(store, new_case(1, stage="claimed", submitted_at=NOW, due_at=NOW, claimed_by=52))
    await stored(store, new_case(51, stage="waiting", submitted_at=NOW, due_at=NOW))
    answer = answered("x")
    first = await stored(
        store, new_case(3, stage="waiting", submitted_at=NOW, due_at=later(hours=2), answers={"a": answer})
    )
    await stored(store, new_case(4, stage="waiting", submitted_at=NOW, due_at=later(hours=2)))
    await stored(store, new_case(5))
    async with store.reading() as tx:
        found = await tx.cases.next_for(51)
    assert (found.ref, found.value("a")) == (first.ref, "x")


async def test_what_is_before_a_case_is_counted_so_far_as_anybody_cares(store):
    """C12: those that wait, and are due earlier."""
    for person in range(1, 6):
        await stored(store, new_case(person, stage="waiting", submitted_at=NOW, due_at=later(hours=person)))
    await stored(store, new_case(6, stage="claimed", submitted_at=NOW, due_at=NOW))
    last = await stored(store, new_case(7, stage="waiting", submitted_at=NOW, due_at=later(hours=7)))
    async with store.reading() as tx:
        assert await tx.cases.ahead_of(last, 100) == 5
        assert await tx.cases.ahead_of(last, 3) == 3
        assert (await tx.cases.queued(100), await tx.cases.queued(2)) == (7, 2)


async def test_a_forgotten_case_leaves_no_row_that_points_at_the_person(store, rows):
    """C03, C15"""
    case = await stored(store, new_case(987654321, answers={"username": answered("ann@example.org")}))
    async with store.transaction() as tx:
        await tx.cases.index(case, username="ann@example.org")
        await tx.photos.add(case, "document", b"picture", b"copy", digest="d", now=NOW)
        await tx.timers.set("draft:1", case_id=case.id, kind="draft_idle", due_at=later(days=1))
        await tx.cards.remember(case.id, -100, 5)
        await tx.audit.record(case.id, actor=987654321, kind="consented", now=NOW)
        await tx.inbox.put(1, [(10, 987654321, b"{}")], now=NOW)
    async with store.transaction() as tx:
        case = await tx.cases.open_of(987654321)
        (received,) = await tx.inbox.pending(1, now=NOW, limit=1)
        await tx.cases.forget(case)
        await tx.audit.record(case.id, actor=987654321, kind="forgotten", now=NOW)
        await tx.inbox.done(received)
    for table in ("cases", "case_keys", "answers", "photos", "lookups", "timers", "cards"):
        assert rows(f"SELECT count(*) FROM {table}") == [(0,)], table
    for (table,) in rows("SELECT name FROM sqlite_master WHERE type = 'table'"):
        for row in rows(f"SELECT * FROM {table}"):
            assert 987654321 not in row
            assert "987654321" not in row, table


async def test_the_number_of_a_forgotten_case_is_not_given_again(store):
    first = await stored(store, new_case())
    async with store.transaction() as tx:
        await tx.cases.forget(first)
    assert (await stored(store, new_case())).ref == "R-2042"


async def test_cases_of_two_people_that_name_one_account_are_alike(store):
    """C49, O14"""
    ann, bob, cid = [await stored(store, new_case(person)) for person in (1, 2, 3)]
    async with store.transaction() as tx:
        await tx.cases.index(ann, username="Ann@Example.org", phone="+442079460000")
        await tx.cases.index(bob, username="ann@example.org", phone="+442079460001")
        await tx.cases.index(cid, username="cid@example.org", phone="ann@example.org")
    async with store.reading() as tx:
        assert await tx.cases.alike(ann, "username") == [bob.ref]
        assert await tx.cases.alike(bob, "username") == [ann.ref]
        assert await tx.cases.alike(ann, "phone") == []
        assert await tx.cases.find("username", " ANN@example.org") == [ann.ref, bob.ref]
        assert await tx.cases.find("phone", "ann@example.org") == [cid.ref]


async def test_a_corrected_answer_is_looked_up_by_its_new_value_only(store):
    case = await stored(store, new_case())
    async with store.transaction() as tx:
        await tx.cases.index(case, phone="+441", username="ann")
        await tx.cases.index(case, phone="+442")
    async with store.reading() as tx:
        assert await tx.cases.find("phone", "+441") == []
        assert await tx.cases.find("phone", "+442") == [case.ref]
        assert await tx.cases.find("username", "ann") == [case.ref]


async def test_cases_without_a_value_are_not_alike(store):
    ann, bob = [await stored(store, new_case(person)) for person in (1, 2)]
    async with store.transaction() as tx:
        await tx.cases.index(ann, username=" ")
        await tx.cases.index(bob, username=" ")
    async with store.reading() as tx:
        assert await tx.cases.alike(ann, "username") == []


async def test_an_answer_that_does_not_parse_is_told_without_its_value(store, rows):
    """O06"""
    await stored(store, new_case(answers={"amount": answered("two coins")}))
    async with store.reading() as tx:
        case = await tx.cases.open_of(7001)
        with pytest.raises(Damaged, match=r"^an answer to amount does not parse$") as damaged:
            case.value("amount")
    assert damaged.value.__suppress_context__


async def test_an_answer_moved_to_another_case_does_not_open(store, rows):
    await stored(store, new_case(1, answers={"phone": answered("+441")}))
    await stored(store, new_case(2, answers={"phone": answered("+442")}))
    rows("UPDATE answers SET sealed_answer = (SELECT sealed_answer FROM answers WHERE case_id = 1)")
    async with store.reading() as tx:
        assert (await tx.cases.open_of(1)).value("phone") == "+441"
        other = await tx.cases.open_of(2)
        with pytest.raises(Damaged):
            other.value("phone")


async def test_a_purged_case_takes_no_answers_any_more(store):
    case = await stored(store, new_case(closed_at=NOW))
    async with store.transaction() as tx:
        await tx.cases.purge(case.id, now=NOW)
        again = await tx.cases.get(case.id)
        again.answers["phone"] = answered("+441")
        with pytest.raises(Gone):
            await tx.cases.save(again, now=NOW)


async def test_nobody_is_the_applicant_of_a_case_that_is_not_there(store):
    async with store.reading() as tx:
        assert await tx.cases.applicant_of(99) is None


async def test_saving_a_case_that_was_never_added_is_refused(store):
    async with store.transaction() as tx:
        with pytest.raises(ValueError, match="never added"):
            await tx.cases.save(new_case(), now=NOW)
