"""What a bot says about itself: its name, descriptions, commands and menu button."""

import json

from simulator.call import Call
from simulator.errors import bad_request
from simulator.model import Json

MOST_COMMANDS = 100
LONGEST_DESCRIPTIONS = {"name": 64, "description": 512, "short_description": 120}
DEFAULT_SCOPE = '{"type": "default"}'


async def get_me(call: Call) -> Json:
    return call.bot.as_json() | {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
        "can_manage_bots": False,
        "supports_guest_queries": False,
        "supports_join_request_queries": False,
    }


async def log_out(call: Call) -> bool:
    call.bot.webhook = None
    return True


async def close(call: Call) -> bool:
    """There is one server only, so nothing has to move."""
    call.bot.poll = None
    return True


async def set_my_commands(call: Call) -> bool:
    commands = call.params.objects("commands")
    if len(commands) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        _check_command(command)
    call.bot.commands[_scope(call)] = commands
    return True


async def get_my_commands(call: Call) -> list[Json]:
    return call.bot.commands.get(_scope(call), [])


async def delete_my_commands(call: Call) -> bool:
    call.bot.commands.pop(_scope(call), None)
    return True


async def set_my_name(call: Call) -> bool:
    return _set(call, "name")


async def get_my_name(call: Call) -> Json:
    return _get(call, "name", call.bot.first_name)


async def set_my_description(call: Call) -> bool:
    return _set(call, "description")


async def get_my_description(call: Call) -> Json:
    return _get(call, "description", "")


async def set_my_short_description(call: Call) -> bool:
    return _set(call, "short_description")


async def get_my_short_description(call: Call) -> Json:
    return _get(call, "short_description", "")


async def set_chat_menu_button(call: Call) -> bool:
    chat_id = call.params.integer("chat_id") or None
    call.bot.menu_buttons[chat_id] = call.params.fields("menu_button") or {"type": "default"}
    return True


async def get_chat_menu_button(call: Call) -> Json:
    buttons = call.bot.menu_buttons
    return buttons.get(call.params.integer("chat_id") or None) or buttons.get(None) or {"type": "commands"}


def _scope(call: Call) -> tuple[str, str]:
    scope = call.params.fields("scope")
    return json.dumps(scope) if scope else DEFAULT_SCOPE, call.params.text("language_code")


def _check_command(command: Json) -> None:
    name = str(command.get("command", "")).removeprefix("/")
    if not 1 <= len(name) <= 32 or not all(letter.islower() or letter.isdigit() or letter == "_" for letter in name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(str(command.get("description", ""))) <= 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")


def _set(call: Call, field: str) -> bool:
    text = call.params.text(field)
    if len(text) > LONGEST_DESCRIPTIONS[field]:
        raise bad_request(f"{field.replace('_', ' ')} is too long")
    call.bot.profile[field, call.params.text("language_code")] = text
    return True


def _get(call: Call, field: str, default: str) -> Json:
    texts = call.bot.profile
    return {field: texts.get((field, call.params.text("language_code"))) or texts.get((field, "")) or default}
