"""The container image and the compose files, as far as they can be looked at without Docker."""

import re
from pathlib import Path
from typing import Any

import pytest
import typer
import yaml

from bot.__main__ import app
from bot.settings import Settings, load
from storage.seal import Keys
from tests.house.checkout import ROOT, text

BASE, WEBHOOK = "deploy/compose.yaml", "deploy/compose.webhook.yaml"
OURS = ("alone", "migrate", "bot")
NAMES = {name.upper() for name in Settings.model_fields}
GIVEN = {
    "STAFF_CHAT_ID": "-1001000000001",
    "REVIEWER_IDS": "1003,1004",
    "WEBHOOK_URL": "https://regain.example/telegram",
}
"""What an operator has to set beside the secrets."""
SECRETS = {
    "bot_token": "123456:" + "s" * 35,
    "data_keys": Keys.new(),
    "database_url": "postgresql+asyncpg://regain:secret@postgres/regain",
    "postgres_password": "secret",
    "webhook_secret": "a-secret",
}


def compose(*files: str) -> dict[str, Any]:
    """What the files say together, as far as these use it: mappings and lists of services grow."""
    whole: dict[str, Any] = {"services": {}, "secrets": {}, "volumes": {}}
    for file in files:
        read = yaml.safe_load(text(file))
        for name, service in read["services"].items():
            merged = whole["services"].setdefault(name, {})
            for key, value in service.items():
                before = merged.get(key)
                merged[key] = before | value if isinstance(before, dict) else [*before, *value] if before else value
        whole["secrets"] |= read.get("secrets", {})
        whole["volumes"] |= read.get("volumes", {})
    return whole


ALL = [(files, name) for files in ((BASE,), (BASE, WEBHOOK)) for name in OURS]


def environment(service: dict[str, Any], folder: Path) -> dict[str, str]:
    """What the process finds: variables filled in, secrets as files."""
    for name, secret in SECRETS.items():
        (folder / name).write_text(secret)
    given = {}
    for name, value in service["environment"].items():
        filled = re.sub(r"\$\{(\w+):(?:\?|-([^}]*))\}", lambda found: GIVEN.get(found[1], found[2] or ""), value)
        given[name] = filled.replace("/run/secrets", str(folder))
    return given


@pytest.mark.parametrize(("files", "name"), ALL)
def test_a_service_of_ours_finds_all_its_settings(files, name, monkeypatch, tmp_path):
    """O05: every name is a setting, the bot takes them all, and each secret is a file that it is given."""
    whole = compose(*files)
    service = whole["services"][name]
    assert {setting.removesuffix("_FILE") for setting in service["environment"]} <= NAMES
    needed = {Path(value).name for setting, value in service["environment"].items() if setting.endswith("_FILE")}
    assert needed == set(service["secrets"]) <= whole["secrets"].keys()
    monkeypatch.chdir(tmp_path)
    for setting in NAMES:
        monkeypatch.delenv(setting, raising=False)
        monkeypatch.delenv(f"{setting}_FILE", raising=False)
    for setting, value in environment(service, tmp_path).items():
        monkeypatch.setenv(setting, value)
    settings = load()
    assert settings.database_url.startswith("sqlite" if name == "alone" else "postgresql")
    assert settings.transport == ("webhook" if WEBHOOK in files and name != "migrate" else "polling")
    assert settings.watch_listen in str(service["healthcheck"]) or service["healthcheck"] == {"disable": True}


def test_each_profile_starts_what_it_needs_and_nothing_else():
    services = compose(BASE)["services"]
    started = {
        profile: {name for name, service in services.items() if profile in service["profiles"]}
        for profile in ("sqlite", "postgres")
    }
    assert started == {"sqlite": {"alone"}, "postgres": {"postgres", "migrate", "bot"}}
    assert "deploy" not in services["alone"], "one process for one file"
    assert services["bot"]["deploy"]["replicas"] == 3


def test_the_bots_wait_for_the_database_and_its_schema():
    services = compose(BASE)["services"]
    assert services["bot"]["depends_on"] == {
        "postgres": {"condition": "service_healthy"},
        "migrate": {"condition": "service_completed_successfully"},
    }
    assert services["migrate"]["depends_on"] == {"postgres": {"condition": "service_healthy"}}
    assert "pg_isready" in services["postgres"]["healthcheck"]["test"]
    assert services["migrate"]["restart"] == "no"
    command: Any = typer.main.get_command(app)
    for word in services["migrate"]["command"]:
        command = command.commands[word]


def test_no_secret_stands_in_a_compose_file_and_none_is_tracked():
    whole = compose(BASE, WEBHOOK)
    for name, service in whole["services"].items():
        for setting in service["environment"]:
            field = Settings.model_fields.get(setting.lower())
            assert "SecretStr" not in str(field and field.annotation), f"{name}: {setting} belongs into a file"
            assert "PASSWORD" not in setting or setting.endswith("_FILE")
    assert {secret["file"].split("/")[0] for secret in whole["secrets"].values()} == {"secrets"}
    assert "secrets/" in text("deploy/.gitignore").splitlines()


def test_every_volume_is_declared():
    whole = compose(BASE)
    used = {volume.partition(":")[0] for service in whole["services"].values() for volume in service.get("volumes", ())}
    assert used == whole["volumes"].keys()


def test_the_image_holds_the_rooms_that_the_bot_is_made_of_and_pinned_libraries():
    dockerfile = text("deploy/Dockerfile")
    rooms = set(re.findall(r"^COPY (\w+) \1$", dockerfile, re.MULTILINE))
    layers = re.search(r"layers = \[(.*)\]", text("pyproject.toml"))[1]
    assert rooms == set(re.findall(r"\w+", layers))
    assert all((ROOT / room).is_dir() for room in rooms)
    let_in = {line[1:] for line in text("deploy/Dockerfile.dockerignore").splitlines() if line.startswith("!")}
    assert let_in == rooms | {"requirements.lock"}
    assert "pip install --no-cache-dir --require-hashes -r /requirements.lock" in dockerfile
    assert re.findall(r"^USER (\w+)$", dockerfile, re.MULTILINE) == ["regain"]


@pytest.mark.parametrize("file", ["deploy/Dockerfile", BASE])
def test_images_are_plain_names_with_a_version(file):
    """From whichever registry the machine is set up for."""
    found = re.findall(r"^(?:FROM|\s+image:) ?(\S+)", text(file), re.MULTILINE)
    foreign = [image for image in found if image != "regain"]
    assert foreign
    assert all(re.fullmatch(r"[a-z]+:[\w.-]*\d[\w.-]*", image) for image in foreign)
