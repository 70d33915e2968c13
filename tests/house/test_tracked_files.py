"""What no file may hold, and what must hold together across files."""

import re
from pathlib import Path

import pytest

from tests.house.checkout import ROOT, pages, text, tracked

MACHINE_PATH = re.compile(r"(?<![\w.])/(?:home|Users|root|work|workspace|mnt|media)/\w+|[A-Z]:\\\\?Users")
SECRETS = {
    "a bot token": re.compile(r"\b(?!1000000001:)\d{8,10}:[\w-]{35}\b"),
    "a private key": re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----"),
    "a cloud key": re.compile(r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b"),
    "a repository token": re.compile(r"\b(?:gh[pousr]_\w{36}|glpat-[\w-]{20})\b"),
    "a sealing key": re.compile(r"(?<![\w/+-])[\w+/-]{42}[AEIMQUYcgkosw048]=(?!\w)"),
}
INVENTED = ("tests/states/corpus/", "tests/house/test_tracked_files.py")
"""Where secrets are invented, to be recognised."""
ROWS = {"C": 56, "R": 29, "O": 15, "S": 50}
"""How many rows the list of features has, by chapter: what the customer, reviewer, operator and articles need."""
ROW_ID = re.compile(r"\b([CROS])(\d{2})\b")


def test_no_file_knows_the_machine_that_it_was_written_on() -> None:
    found = [f"{file}: {hit}" for file in tracked() for hit in MACHINE_PATH.findall(text(file))]
    assert found == []


@pytest.mark.parametrize("kind", SECRETS)
def test_no_file_holds_a_secret(kind: str) -> None:
    holders = [
        str(file) for file in tracked() if not str(file).startswith(INVENTED) and SECRETS[kind].search(text(file))
    ]
    assert holders == []


def test_what_a_secret_looks_like_is_still_known() -> None:
    """A pattern that matches nothing would find nothing for ever."""
    samples = {
        "a bot token": "110201543:" + "A" * 35,
        "a private key": "-----BEGIN EC PRIVATE KEY-----",
        "a cloud key": "AKIA" + "A" * 16,
        "a repository token": "ghp_" + "a" * 36,
        "a sealing key": "DATA_KEYS=" + "x" * 42 + "A=",
    }
    assert {kind for kind, sample in samples.items() if SECRETS[kind].search(sample)} == set(SECRETS)


def test_settings_data_and_secrets_of_an_installation_are_never_tracked() -> None:
    assert [file for file in tracked() if file.name == ".env" or file.parts[0] == "data"] == []


@pytest.mark.parametrize("file", pages(), ids=str)
def test_every_link_of_a_page_leads_somewhere(file: Path) -> None:
    broken = [link for link in _links(file) if not _leads_somewhere(file, link)]
    assert broken == []


def test_every_row_that_the_code_or_a_test_names_exists() -> None:
    """A row id that was mistyped proves nothing."""
    unknown = [
        f"{file}: {chapter}{number}"
        for file in tracked()
        if file.suffix in {".py", ".md"}
        for chapter, number in ROW_ID.findall(text(file))
        if not 1 <= int(number) <= ROWS[chapter]
    ]
    assert unknown == []


def _links(page: Path) -> list[str]:
    """Targets of links and pictures outside of code; addresses of the web are not followed."""
    prose = re.sub(r"```.*?```|`[^`]*`", "", text(page), flags=re.DOTALL)
    links: list[str] = re.findall(r"\]\(([^)\s]+)\)", prose)
    return [link for link in links if not re.match(r"[a-z]+:", link)]


def _leads_somewhere(page: Path, link: str) -> bool:
    target, _, anchor = link.partition("#")
    file = (ROOT / page).parent / target if target else ROOT / page
    if not file.exists():
        return False
    return not anchor or anchor in _anchors(file)


def _anchors(file: Path) -> set[str]:
    headings = re.findall(r"^#+\s+(.+?)\s*$", file.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
