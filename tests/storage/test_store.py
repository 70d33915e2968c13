"""Opening, locking, settings, and what a thief of the disk would find."""

import asyncio
import shutil
import sys
import textwrap
from decimal import Decimal

import pytest
from sqlalchemy import text
from storage_samples import NOW, FakeCodec, answered, everything_on_disk, later, line, new_case

from states.case import Memory
from storage import Busy, Damaged, Failed, Keys, NewerSchema, OlderSchema, Reader, Store, WrongKey, integrity
from storage.errors import Stale


@pytest.mark.sqlite
async def test_a_second_store_on_the_same_file_is_refused(store, url, keys):
    with pytest.raises(Busy, match=r"regain\.db"):
        await Store.open(url, keys, FakeCodec())


@pytest.mark.sqlite
async def test_another_process_on_the_same_file_is_refused(store, url):
    script = f"""
        import asyncio
        from storage import Busy, Keys, Store
        async def main():
            try:
                await Store.open({url!r}, Keys.parse(Keys.new()), None)
            except Busy:
                print("busy")
        asyncio.run(main())
    """
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", textwrap.dedent(script), stdout=asyncio.subprocess.PIPE
    )
    output, _ = await process.communicate()
    assert output.strip() == b"busy"


async def test_a_closed_store_lets_the_next_one_in(url, keys):
    for _ in range(2):
        await (await Store.open(url, keys, FakeCodec())).close()


async def test_a_store_that_could_not_open_lets_the_next_one_in(url, keys):
    await (await Store.open(url, keys, FakeCodec())).close()
    with pytest.raises(WrongKey):
        await Store.open(url, Keys.parse(Keys.new()), FakeCodec())
    await (await Store.open(url, keys, FakeCodec())).close()


async def test_the_wrong_key_is_told_in_words_that_name_the_setting(url, keys):
    """O05"""
    await (await Store.open(url, keys, FakeCodec())).close()
    with pytest.raises(WrongKey, match="DATA_KEYS"):
        await Store.open(url, Keys.parse(Keys.new()), FakeCodec())


async def test_a_database_of_a_later_release_is_refused_and_left_alone(store, url, keys, rows):
    await store.close()
    rows("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(NewerSchema):
        await Store.open(url, keys, FakeCodec())
    assert rows("SELECT version_num FROM alembic_version") == [("9999",)]


async def filled(store):
    """Some pages of rows, in the file itself."""
    async with store.transaction() as tx:
        for person in range(200):
            await tx.outbox.put(f"{person}", person, "customer", "m", {"text": "x" * 50}, now=NOW)
    await store.close()


def zeros(content, begin, length):
    return content[:begin] + bytes(length) + content[begin + length :]


@pytest.mark.parametrize(
    "broken",
    [
        lambda _: b"no database at all, but long enough to be one" * 100,
        lambda content: zeros(content, 0, 16),
        lambda content: zeros(content, 100, 2000),
        lambda content: content[: len(content) // 2],
        lambda content: content[:-1],
    ],
    ids=["no database", "no header", "no schema", "half of it", "the last byte missing"],
)
async def test_a_file_whose_damage_is_seen_at_once_is_refused_at_the_start(store, url, file, keys, broken):
    """O05: header, length and schema; a start reads no more than that, however large the file."""
    await filled(store)
    file.write_bytes(broken(file.read_bytes()))
    with pytest.raises(Damaged):
        await Store.open(url, keys, FakeCodec())


async def test_a_damaged_page_is_found_by_the_check_that_reads_everything(store, url, file, keys):
    """And by every backup, which checks its copy: a copy that is not whole is no backup, and does not stay."""
    await filled(store)
    integrity.check(file)
    content = file.read_bytes()
    file.write_bytes(zeros(content, len(content) // 2, 20_000))
    with pytest.raises(Damaged, match="not whole"):
        integrity.check(file)
    reader = await Reader.open(url, keys, FakeCodec())
    with pytest.raises(Damaged, match="not whole"):
        await reader.backup(file.with_name("copy.db"))
    await reader.close()
    assert not file.with_name("copy.db").exists()


async def test_pages_that_stand_in_the_log_alone_are_not_missed(store, url, file, keys, tmp_path):
    """A process that was killed leaves its last commits beside a file that is shorter than they say."""
    async with store.transaction() as tx:
        for person in range(200):
            await tx.outbox.put(f"{person}", person, "customer", "m", {"text": "x" * 50}, now=NOW)
    for part in (file, file.with_name(f"{file.name}-wal")):
        shutil.copy(part, tmp_path / f"killed{part.name.removeprefix(file.name)}")
    again = await Store.open(f"sqlite+aiosqlite:///{tmp_path}/killed", keys, FakeCodec())
    async with again.reading() as tx:
        assert (await tx.outbox.counts(now=NOW))["pending"] == 200
    await again.close()


@pytest.mark.parametrize("url", ["sqlite+aiosqlite://", "sqlite+aiosqlite:///:memory:"])
async def test_a_database_in_memory_is_refused(keys, url):
    with pytest.raises(ValueError, match="must be a file"):
        await Store.open(url, keys, FakeCodec())


async def test_a_new_database_is_for_our_eyes_only(tmp_path, keys):
    file = tmp_path / "new" / "regain.db"
    store = await Store.open(f"sqlite+aiosqlite:///{file}", keys, FakeCodec())
    async with store.transaction() as tx:
        await tx.timers.set("x", case_id=None, kind="x", due_at=NOW)
    modes = {part.name: part.stat().st_mode & 0o777 for part in file.parent.iterdir()}
    await store.close()
    assert set(modes.values()) == {0o600}
    assert file.parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.sqlite
@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("busy_timeout", 5000),
        ("query_only", 0),
    ],
)
async def test_the_writer_is_set_up_to_lose_nothing(store, pragma, value):
    async with store.transaction() as tx:
        assert (await tx._connection.execute(text(f"PRAGMA {pragma}"))).scalar_one() == value


async def test_reading_cannot_write(store):
    with pytest.raises(Failed):
        async with store.reading() as tx:
            await tx.timers.set("x", case_id=None, kind="x", due_at=NOW)


async def test_reading_sees_one_moment_and_never_waits_for_the_writer(store):
    async with store.transaction() as writing, store.reading() as tx:
        await writing.timers.set("x", case_id=None, kind="x", due_at=NOW)
        assert await asyncio.wait_for(tx.timers.due(NOW, 9), 1) == []


async def test_a_failure_names_its_code_and_none_of_the_values(store):
    """O06"""
    with pytest.raises(Failed, match=r"^(SQLITE_CONSTRAINT_FOREIGNKEY|23503)$") as failed:
        async with store.transaction() as tx:
            await tx.timers.set("ann@example.org", case_id=987654321, kind="x", due_at=NOW)
    assert failed.value.__suppress_context__


async def test_many_writers_lose_no_update(store):
    """On SQLite each waits for the one before it; on PostgreSQL whoever comes too late learns it, and tries again."""
    async with store.transaction() as tx:
        case = new_case(answers={"amount": answered(Decimal(0))})
        await tx.cases.add(case, now=NOW)

    async def add_one():
        async with store.transaction() as tx:
            case = await tx.cases.open_of(7001)
            case.answers["amount"] = answered(case.value("amount") + 1)
            await tx.cases.save(case, now=NOW)

    async def insist_on_one():
        while True:
            try:
                return await add_one()
            except Stale:
                continue

    await asyncio.gather(*(insist_on_one() for _ in range(12)))
    async with store.reading() as tx:
        assert (await tx.cases.open_of(7001)).value("amount") == 12


async def test_a_cancelled_transaction_never_was(store):
    started = asyncio.Event()

    async def never_ends():
        async with store.transaction() as tx:
            await tx.cases.add(new_case(), now=NOW)
            started.set()
            await asyncio.sleep(3600)

    task = asyncio.ensure_future(never_ends())
    await started.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    async with store.transaction() as tx:
        assert await tx.cases.open_of(7001) is None
        await tx.cases.add(new_case(), now=NOW)


CANARIES = [
    "ann@example.org",
    "+442079460000",
    "One Canada Square",
    "kept-in-mind",
    "reading-offered",
    "raw-update-text",
    "outgoing-text",
    "picture-bytes",
    "copy-bytes",
    "picture-digest",
]


async def test_the_disk_holds_nothing_that_a_person_told_us(store, file):
    """O07, O14: neither in the database, nor in the log beside it."""
    case = new_case(
        answers={"username": answered("ann@example.org", "ann@example.org"), "address": answered("One Canada Square")},
        memory=Memory(kept={"phone": "kept-in-mind"}, asked="reading-offered"),
    )
    async with store.transaction() as tx:
        await tx.cases.add(case, now=NOW)
        await tx.cases.index(case, username="ann@example.org", phone="+442079460000")
        await tx.photos.add(case, "document", b"picture-bytes", b"copy-bytes", digest="picture-digest", now=NOW)
        await tx.inbox.put(1, [(1, 7001, b"raw-update-text")], now=NOW)
        await tx.outbox.put("1.1", 7001, "customer", "sendMessage", {"text": "outgoing-text"}, now=NOW)
    disk = everything_on_disk(file)
    assert b"R-2041" not in disk
    assert b"username" in disk, "names of questions are in the clear, so this does look at the right bytes"
    for canary in CANARIES:
        assert canary.encode() not in disk, canary


async def test_a_forgotten_case_leaves_no_wrapped_key_in_the_database_or_its_log(store, file, rows):
    """C15: a key that lingered would open what lingered with it."""
    case = new_case(answers={"username": answered("ann@example.org")})
    async with store.transaction() as tx:
        await tx.cases.add(case, now=NOW)
    ((wrapped,),) = rows("SELECT wrapped FROM case_keys")
    ((sealed,),) = rows("SELECT sealed_answer FROM answers")
    assert wrapped in everything_on_disk(file)
    async with store.transaction() as tx:
        await tx.cases.forget(case)
    disk = everything_on_disk(file)
    assert wrapped not in disk
    assert sealed not in disk


async def test_a_reader_in_the_way_only_delays_the_shredding(store, file, rows):
    """C15"""
    case = new_case(answers={"username": answered("ann@example.org")})
    async with store.transaction() as tx:
        await tx.cases.add(case, now=NOW)
    ((wrapped,),) = rows("SELECT wrapped FROM case_keys")
    async with store.reading() as looking:
        assert await looking.cases.open_of(7001)
        async with asyncio.timeout(2), store.transaction() as tx:
            await tx.cases.forget(case)
    assert wrapped in everything_on_disk(file), "the log is still needed by who was reading"
    async with store.transaction() as tx:
        await tx.timers.cancel("anything")
    assert wrapped not in everything_on_disk(file)


async def test_a_reader_looks_on_beside_the_process_that_works(store, url, keys):
    reader = await Reader.open(url, keys, FakeCodec())
    async with store.transaction() as tx:
        await tx.cases.add(new_case(answers={"username": answered("ann")}), now=NOW)
    async with reader.reading() as tx:
        assert (await tx.cases.open_of(7001)).value("username") == "ann"
    with pytest.raises(Failed, match=r"READONLY|25006"):
        async with reader.reading() as tx:
            await tx.timers.cancel("x")
    await reader.close()


async def test_a_reader_leaves_a_database_of_another_release_alone(store, url, keys, rows):
    rows("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(NewerSchema):
        await Reader.open(url, keys, FakeCodec())
    rows("DELETE FROM alembic_version")
    with pytest.raises(OlderSchema):
        await Reader.open(url, keys, FakeCodec())


@pytest.mark.sqlite
async def test_a_backup_taken_under_writes_opens_and_is_whole(store, tmp_path, keys):
    async def add(people):
        for person in people:
            async with store.transaction() as tx:
                await tx.cases.add(new_case(person, answers={"username": answered("ann")}), now=NOW)
                await tx.audit.record(None, actor="clock", kind="added", now=NOW)

    await add(range(30))
    target = tmp_path / "backup.db"
    await asyncio.gather(store.backup(target), add(range(30, 60)))
    assert target.stat().st_mode & 0o777 == 0o600
    with pytest.raises(FileExistsError):
        await store.backup(target)
    restored = await Store.open(f"sqlite+aiosqlite:///{target}", keys, FakeCodec())
    async with restored.reading() as tx:
        assert (await tx.cases.open_of(29)).value("username") == "ann"
        assert await tx.audit.verify() is None
        added = (await tx.audit.head()).id
        assert [await tx.cases.open_of(person) is not None for person in range(60)] == [
            person < added for person in range(60)
        ]
    await restored.close()


async def test_new_keys_rewrap_and_the_old_one_may_go(store, url, keys):
    from storage_samples import KEYS_TEXT

    case = new_case(answers={"username": answered("ann@example.org")})
    async with store.transaction() as tx:
        await tx.cases.add(case, now=NOW)
        await tx.cases.index(case, username="ann@example.org")
        await tx.audit.record(case.id, actor="clock", kind="x", now=NOW)
        await tx.outbox.put("1.1", 7001, "customer", "sendMessage", {"text": "hi"}, now=NOW)
    await store.close()
    new = Keys.new()
    rotating = await Store.open(url, Keys.parse(f"{new},{KEYS_TEXT}"), FakeCodec())
    assert await rotating.rewrap() == 2
    assert await rotating.rewrap() == 0
    await rotating.close()
    rotated = await Store.open(url, Keys.parse(new), FakeCodec())
    async with rotated.transaction() as tx:
        again = await tx.cases.open_of(7001)
        assert again.value("username") == "ann@example.org"
        assert await tx.cases.find("username", "ann@example.org") == [again.ref]
        assert await tx.audit.verify() is None
        (head,) = await line(tx, later(seconds=1))
        assert (await tx.outbox.begin(head.id)).params == {"text": "hi"}
    await rotated.close()
