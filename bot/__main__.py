"""python -m bot: run the bot, and the operator's commands."""

import asyncio
import json
from collections.abc import Coroutine
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup

from bot import logs
from bot.settings import Wrong, load

FAILED = 1
"""Exit status where a command could not do what was asked."""
WRONG = 2
"""Exit status where a setting is wrong."""


class Commands(TyperGroup):
    """The commands; a wrong setting is told in one line."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except Wrong as wrong:
            typer.echo(str(wrong), err=True)
            raise typer.Exit(WRONG) from None


app = typer.Typer(
    cls=Commands, add_completion=False, no_args_is_help=True, help=__doc__, pretty_exceptions_enable=False
)
keys_app = typer.Typer(no_args_is_help=True, help="The keys that seal what is stored.")
db_app = typer.Typer(no_args_is_help=True, help="The database.")
cases_app = typer.Typer(no_args_is_help=True, help="The cases.")
audit_app = typer.Typer(no_args_is_help=True, help="The record of what everybody did.")
app.add_typer(keys_app, name="keys")
app.add_typer(db_app, name="db")
app.add_typer(cases_app, name="cases")
app.add_typer(audit_app, name="audit")

AsJson = Annotated[bool, typer.Option("--json", help="For a program to read.")]


def _now() -> datetime:
    return datetime.now(UTC)


def _done(command: Coroutine[Any, Any, Any]) -> Any:
    """What an operator's command brings; one that cannot do it ends with status 1."""
    from bot.operate import Declined  # noqa: PLC0415

    try:
        return asyncio.run(command)
    except Declined as declined:
        _fail(str(declined))


def _fail(says: str) -> NoReturn:
    typer.echo(says, err=True)
    raise typer.Exit(FAILED)


def _print(value: Any) -> None:
    typer.echo(json.dumps(value, ensure_ascii=False))


@app.command()
def run() -> None:
    """Run the bot, with the settings of the environment or .env."""
    settings = load()
    from bot.app import run as run_bot  # noqa: PLC0415  aiogram takes seconds to import: wrong settings are told at once

    logs.set_up()
    try:
        asyncio.run(run_bot(settings))
    except Wrong:
        raise
    except Exception as crash:  # noqa: BLE001  its text may hold what a person wrote, so only its places are told
        logs.crashed(crash)
        raise typer.Exit(FAILED) from None


@app.command()
def demo(
    port: Annotated[int, typer.Option(envvar="PORT")] = 8080,
    host: str = "127.0.0.1",
    data: Path = Path("data/demo"),
) -> None:
    """The bot beside a simulated Telegram, with a chat page in the browser: no token, no network."""
    from bot import demo as show  # noqa: PLC0415

    raise typer.Exit(show.run(port, host, data))


@app.command()
def doctor(*, as_json: AsJson = False) -> None:
    """Check token, staff chat, reviewers, database, keys, languages and clock; status 1 if one is not well."""
    settings = load()
    from bot.doctor import examine  # noqa: PLC0415

    logs.set_up()
    findings = asyncio.run(examine(settings))
    if as_json:
        _print([{"name": each.name, "ok": each.well, "says": each.says} for each in findings])
    else:
        for each in findings:
            typer.echo(f"{'ok  ' if each.well else 'FAIL'}  {each.name}: {each.says}")
    raise typer.Exit(0 if all(each.well for each in findings) else FAILED)


@app.command()
def report(
    days: Annotated[int, typer.Option(min=1, max=366, help="How far back, today included.")] = 14,
    out: Annotated[Path, typer.Option(help="The file to write.")] = Path("report.html"),
) -> None:
    """Write the figures of the last days into one HTML file, also while the bot runs; nothing personal is in it."""
    from bot.report import report as figures_page  # noqa: PLC0415

    page = asyncio.run(figures_page(load(), days=days, now=_now()))
    try:
        out.write_text(page, encoding="utf-8")
    except OSError as error:
        _fail(f"{out} cannot be written: {error.strerror}")
    typer.echo(f"written to {out}")


@keys_app.command("new")
def keys_new() -> None:
    """Print a fresh key for DATA_KEYS."""
    from storage.seal import Keys  # noqa: PLC0415

    typer.echo(Keys.new())


@keys_app.command("rotate")
def keys_rotate() -> None:
    """Wrap every case's key with the newest of DATA_KEYS; after that the older ones can go. The bot must be stopped."""
    from bot.operate import rewrap  # noqa: PLC0415

    typer.echo(f"{asyncio.run(rewrap(load()))} keys wrapped anew")


@db_app.command("upgrade")
def db_upgrade() -> None:
    """Bring the database to this version's schema. On SQLite the bot must be stopped."""
    from bot.operate import upgrade  # noqa: PLC0415

    asyncio.run(upgrade(load()))
    typer.echo("the database is up to date")


@db_app.command("backup")
def db_backup(path: Path) -> None:
    """Copy the whole database into a new file, also while the bot runs. With DATA_KEYS the copy can be read."""
    from bot.backup import backup  # noqa: PLC0415

    try:
        asyncio.run(backup(load(), path))
    except OSError as error:
        _fail(f"{path} cannot be written: {error.strerror}")
    typer.echo(f"copied to {path}")


@db_app.command("check")
def db_check() -> None:
    """Read all of the database and look whether it is whole, also while the bot runs."""
    from bot.backup import check  # noqa: PLC0415

    asyncio.run(check(load()))
    typer.echo("the database is whole")


@db_app.command("restore")
def db_restore(path: Path) -> None:
    """Put a backup in the place of the database; the former file is kept aside. The bot must be stopped."""
    from bot.backup import restore  # noqa: PLC0415

    aside = asyncio.run(restore(load(), path, _now()))
    typer.echo(f"restored; the former database is {aside}" if aside else "restored")


@cases_app.command("list")
def cases_list(*, as_json: AsJson = False) -> None:
    """The open requests, the most urgent first; nothing that a person told us."""
    from bot.operate import listed  # noqa: PLC0415

    rows = asyncio.run(listed(load()))
    if as_json:
        _print(rows)
        return
    for row in rows:
        typer.echo(f"{row['ref']}  {row['stage']:<10} due {row['due_at']}")


@cases_app.command("show")
def cases_show(ref: str, *, as_json: AsJson = False) -> None:
    """The timeline of a case: who did what, when."""
    from bot.operate import timeline  # noqa: PLC0415

    for event in _done(timeline(load(), ref)):
        if as_json:
            _print(event)
        else:
            typer.echo(f"{event['at']}  {event['kind']:<16} {event['actor']}")


@cases_app.command("export")
def cases_export(ref: str) -> None:
    """Print everything that is kept of a case, opened, as JSON; it is recorded. The bot must be stopped."""
    from bot.operate import export  # noqa: PLC0415

    _print(_done(export(load(), ref, _now())))


@cases_app.command("purge")
def cases_purge(ref: str, *, yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False) -> None:
    """Destroy what a draft or a closed case collected, for good; it is recorded. The bot must be stopped."""
    from bot.operate import purge  # noqa: PLC0415

    settings = load()
    if not yes:
        typer.confirm(f"Destroy what {ref} collected?", abort=True)
    _done(purge(settings, ref, _now()))
    typer.echo(f"{ref} is purged")


@audit_app.command("verify")
def audit_verify() -> None:
    """Check the chain of the audit; status 1 if a row was changed or removed."""
    from bot.operate import broken_row  # noqa: PLC0415

    row = asyncio.run(broken_row(load()))
    typer.echo("the chain is whole" if row is None else f"the chain breaks at row {row}")
    raise typer.Exit(0 if row is None else FAILED)


if __name__ == "__main__":
    app()
