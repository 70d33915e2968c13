"""Every setting, from the environment or `.env`, as one frozen model. A wrong one stops the start, named (O05)."""

import os
import re
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AnyHttpUrl,
    BeforeValidator,
    Field,
    SecretStr,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, NoDecode, PydanticBaseSettingsSource, SettingsConfigDict

from states.policy import Policy
from storage.seal import Keys

SAMPLE = "change-me"
"""The value that `.env.example` holds where a secret belongs."""

DATABASES = ("sqlite+aiosqlite:///", "postgresql+asyncpg://")
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


class Wrong(Exception):  # noqa: N818  it names an outcome
    """A setting is missing or wrong. The text names it, and never quotes a value."""


def _ids(value: Any) -> Any:
    if isinstance(value, str):
        return frozenset(part.strip() for part in value.split(",") if part.strip())
    return value


def _list(value: Any) -> Any:
    return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value


def _address(value: str) -> str:
    AnyHttpUrl(value)
    return value.rstrip("/")


Ids = Annotated[frozenset[int], NoDecode, BeforeValidator(_ids)]
Url = Annotated[str, BeforeValidator(_address)]
HostPort = Annotated[str, Field(pattern=r"^[\w.:\[\]-]+:\d{1,5}$")]


class Settings(BaseSettings):
    model_config = SettingsConfigDict(
        env_file=".env", env_ignore_empty=True, frozen=True, hide_input_in_errors=True, extra="ignore"
    )

    bot_token: SecretStr
    bot_api_base: Url = "https://api.telegram.org"
    staff_chat_id: int
    reviewer_ids: Ids
    lead_ids: Ids = frozenset()
    data_keys: SecretStr
    database_url: str = "sqlite+aiosqlite:///data/regain.db"
    data_dir: Path = Path("data")
    brand: str = Field(default="CEX.IO", min_length=1, max_length=40)
    support_url: Url = "https://help.cex.io"
    privacy_url: Url = "https://cex.io/privacy"
    transport: Literal["polling", "webhook"] = "polling"
    webhook_url: Url | None = None
    webhook_secret: SecretStr | None = None
    webhook_listen: HostPort = "127.0.0.1:8081"
    watch_listen: HostPort | None = None
    send_limits: Literal["telegram", "off"] = "telegram"
    send_width: int = Field(default=4, ge=1, le=64)
    requests_an_hour: int = Field(default=Policy().requests_an_hour, ge=1)
    account_facts_url: Url | None = None
    account_facts_token: SecretStr | None = Field(default=None, validate_default=True)
    languages: Annotated[tuple[str, ...], NoDecode, BeforeValidator(_list)] = ("en",)

    @field_validator("bot_token")
    @classmethod
    def _token_has_its_shape(cls, token: SecretStr) -> SecretStr:
        number, colon, rest = token.get_secret_value().partition(":")
        if not (colon and number.isdecimal() and rest) or rest == SAMPLE:
            raise ValueError("is not a bot token: it looks like 123456:letters, and BotFather gives it")
        return token

    @field_validator("data_keys")
    @classmethod
    def _keys_are_real(cls, keys: SecretStr) -> SecretStr:
        if SAMPLE in keys.get_secret_value():
            raise ValueError("still holds the sample value; `python -m bot keys new` makes a key")
        Keys.parse(keys.get_secret_value())
        return keys

    @field_validator("database_url")
    @classmethod
    def _a_database_of_ours(cls, address: str) -> str:
        if not address.startswith(DATABASES):
            raise ValueError(f"begins with {' or '.join(DATABASES)}")
        return address

    @field_validator("webhook_secret")
    @classmethod
    def _telegram_takes_the_secret(cls, secret: SecretStr | None) -> SecretStr | None:
        if secret and not SECRET.fullmatch(secret.get_secret_value()):
            raise ValueError("has 1 to 256 letters, digits, _ and -")
        return secret

    @field_validator("account_facts_token")
    @classmethod
    def _account_facts_are_locked(cls, token: SecretStr | None, info: ValidationInfo) -> SecretStr | None:
        if info.data.get("account_facts_url") and not token:
            raise ValueError("is needed where ACCOUNT_FACTS_URL is given")
        return token

    @field_validator("reviewer_ids")
    @classmethod
    def _somebody_reviews(cls, ids: frozenset[int]) -> frozenset[int]:
        if not ids:
            raise ValueError("names nobody; give the Telegram ids of the reviewers, with commas between")
        return ids

    @model_validator(mode="after")
    def _a_webhook_is_whole(self) -> Self:
        if self.transport == "webhook" and not (self.webhook_url and self.webhook_secret):
            raise ValueError("WEBHOOK_URL and WEBHOOK_SECRET are needed where TRANSPORT is webhook")
        return self

    @property
    def bot_id(self) -> int:
        """The number before the colon of the token."""
        return int(self.bot_token.get_secret_value().partition(":")[0])

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003  NAME_FILE is our way
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return init_settings, FromFiles(settings_cls), env_settings, dotenv_settings


class FromFiles(PydanticBaseSettingsSource):
    """Secrets out of files: BOT_TOKEN_FILE names the file that holds BOT_TOKEN."""

    def get_field_value(self, field: FieldInfo, field_name: str) -> tuple[Any, str, bool]:  # noqa: ARG002
        path = os.environ.get(f"{field_name.upper()}_FILE")
        if not path:
            return None, field_name, False
        try:
            return Path(path).read_text(encoding="utf-8").strip(), field_name, False
        except OSError:
            raise Wrong(f"{field_name.upper()}_FILE names a file that cannot be read") from None

    def __call__(self) -> dict[str, Any]:
        read = {name: self.get_field_value(field, name)[0] for name, field in self.settings_cls.model_fields.items()}
        return {name: value for name, value in read.items() if value is not None}


def load(**given: Any) -> Settings:
    """The settings of this process. Raises Wrong, naming the first setting that is."""
    try:
        return Settings(**given)
    except ValidationError as wrong:
        first = wrong.errors(include_url=False, include_input=False, include_context=False)[0]
        name = str(first["loc"][0]).upper() if first["loc"] else "TRANSPORT"
        says = first["msg"].removeprefix("Value error, ")
        raise Wrong(f"{name}: {'is missing' if first['type'] == 'missing' else says}") from None
