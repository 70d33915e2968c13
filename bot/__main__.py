"""python -m bot: run the bot, and the operator's commands."""

import asyncio
import json
from pathlib import Path
from typing import Annotated

import typer

from bot import logs
from bot.settings import Settings, Wrong, load

WRONG = 2
"""Exit status where a setting is wrong."""

app = typer.Typer(add_completion=False, no_args_is_help=True, help=__doc__, pretty_exceptions_enable=False)
keys_app = typer.Typer(no_args_is_help=True, help="The keys that seal what is stored.")
db_app = typer.Typer(no_args_is_help=True, help="The database.")
cases_app = typer.Typer(no_args_is_help=True, help="The cases.")
audit_app = typer.Typer(no_args_is_help=True, help="The record of what everybody did.")
app.add_typer(keys_app, name="keys")
app.add_typer(db_app, name="db")
app.add_typer(cases_app, name="cases")
app.add_typer(audit_app, name="audit")

AsJson = Annotated[bool, typer.Option("--json", help="For a program to read.")]


def _settings() -> Settings:
    try:
        return load()
    except Wrong as wrong:
        typer.echo(str(wrong), err=True)
        raise typer.Exit(WRONG) from None


@app.command()
def run() -> None:
    """Run the bot, with the settings of the environment or .env."""
    from bot.app import run as run_bot  # noqa: PLC0415  aiogram takes seconds to import: wrong settings are told at once
    from bot.receiver import Unauthorized  # noqa: PLC0415
    from storage.errors import Failed  # noqa: PLC0415

    settings = _settings()
    logs.set_up()
    try:
        asyncio.run(run_bot(settings))
    except Unauthorized:
        typer.echo("BOT_TOKEN: Telegram does not know this token", err=True)
        raise typer.Exit(WRONG) from None
    except ValueError as wrong:
        typer.echo(f"DATA_KEYS: {wrong}", err=True)
        raise typer.Exit(WRONG) from None
    except Failed as failed:
        typer.echo(f"DATABASE_URL: {failed}", err=True)
        raise typer.Exit(WRONG) from None
    except Exception as crash:  # noqa: BLE001  its text may hold what a person wrote, so only its places are told
        logs.crashed(crash)
        raise typer.Exit(1) from None


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
    from bot.doctor import examine  # noqa: PLC0415

    settings = _settings()
    logs.set_up()
    findings = asyncio.run(examine(settings))
    if as_json:
        typer.echo(json.dumps([{"name": each.name, "ok": each.well, "says": each.says} for each in findings]))
    else:
        for each in findings:
            typer.echo(f"{'ok  ' if each.well else 'FAIL'}  {each.name}: {each.says}")
    raise typer.Exit(0 if all(each.well for each in findings) else 1)


@keys_app.command("new")
def keys_new() -> None:
    """Print a fresh key for DATA_KEYS."""
    from storage.seal import Keys  # noqa: PLC0415

    typer.echo(Keys.new())


@keys_app.command("rotate")
def keys_rotate() -> None:
    """Wrap every case's key with the newest of DATA_KEYS; after that the older ones can go."""
    typer.echo(f"{asyncio.run(_rewrap(_settings()))} keys wrapped anew")


async def _rewrap(settings: Settings) -> int:
    from bot.operate import store_of  # noqa: PLC0415

    async with store_of(settings) as store:
        return await store.rewrap()


@db_app.command("upgrade")
def db_upgrade() -> None:
    """Bring the database to this version's schema."""
    from bot.operate import upgrade  # noqa: PLC0415

    asyncio.run(upgrade(_settings()))
    typer.echo("the database is up to date")


@cases_app.command("list")
def cases_list(*, as_json: AsJson = False) -> None:
    """The open requests, the most urgent first; nothing that a person told us."""
    from bot.operate import listed  # noqa: PLC0415

    rows = asyncio.run(listed(_settings()))
    if as_json:
        typer.echo(json.dumps(rows))
        return
    for row in rows:
        typer.echo(f"{row['ref']}  {row['stage']:<10} due {row['due_at']}")


@cases_app.command("show")
def cases_show(ref: str, *, as_json: AsJson = False) -> None:
    """The timeline of a case: who did what, when."""
    from bot.operate import timeline  # noqa: PLC0415

    events = asyncio.run(timeline(_settings(), ref))
    if events is None:
        typer.echo("there is no such case", err=True)
        raise typer.Exit(1)
    for event in events:
        typer.echo(json.dumps(event) if as_json else f"{event['at']}  {event['kind']:<16} {event['actor']}")


@audit_app.command("verify")
def audit_verify() -> None:
    """Check the chain of the audit; status 1 if a row was changed or removed."""
    from bot.operate import broken_row  # noqa: PLC0415

    row = asyncio.run(broken_row(_settings()))
    typer.echo("the chain is whole" if row is None else f"the chain breaks at row {row}")
    raise typer.Exit(0 if row is None else 1)


if __name__ == "__main__":
    app()
