"""Sending, editing, deleting and passing on messages."""

from typing import Any

from simulator.call import LIFE_OF_PRIVACY, LONGEST_TEXT, Call
from simulator.errors import bad_request
from simulator.keyboards import Markup, read_inline_only
from simulator.model import Chat, Json, Message

MOST_DELETED_AT_ONCE = 100
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
NOT_PASSED_ON = frozenset({"media_group_id", "has_protected_content", "forward_origin"})


async def send_message(call: Call) -> Json:
    content = call.text()
    chat = call.writable_chat()
    markup = call.markup_for(chat.type)
    if len(content["text"]) > LONGEST_TEXT:
        raise bad_request("message is too long")
    return call.seen(call.post(chat, content, markup))


async def send_contact(call: Call) -> Json:
    chat = call.writable_chat()
    contact = {name: call.params.text(name) for name in ("phone_number", "first_name", "last_name")}
    if not contact["phone_number"] or not contact["first_name"]:
        raise bad_request("there is no phone number or first name in the request")
    content = {"contact": {name: value for name, value in contact.items() if value}}
    return call.seen(call.post(chat, content, call.markup_for(chat.type)))


async def send_chat_action(call: Call) -> bool:
    call.writable_chat()
    if not call.params.text("action"):
        raise bad_request("wrong parameter action in request")
    return True


async def edit_message_text(call: Call) -> Json:
    content = call.text()
    message = call.own_message(call.chat())
    markup = read_inline_only(call.params.values.get("reply_markup"))
    if "text" not in message.content:
        raise bad_request("there is no text in the message to edit")
    if len(content["text"]) > LONGEST_TEXT:
        raise bad_request("MESSAGE_TOO_LONG")
    return _edit(call, message, content, ("text", "entities"), markup)


async def edit_message_caption(call: Call) -> Json:
    content = call.caption()
    message = call.own_message(call.chat())
    markup = read_inline_only(call.params.values.get("reply_markup"))
    if message.media is None:
        raise bad_request("there is no caption in the message to edit")
    return _edit(call, message, content, ("caption", "caption_entities"), markup)


async def edit_message_reply_markup(call: Call) -> Json:
    message = call.own_message(call.chat())
    markup = read_inline_only(call.params.values.get("reply_markup"))
    if markup == message.markup:
        raise bad_request(NOT_MODIFIED)
    message.markup = markup
    call.world.touched(message)
    return call.seen(message)


async def edit_message_media(call: Call) -> Json:
    item = call.params.fields("media")
    if "media" not in item:
        raise bad_request("can't parse InputMedia: there is no media in the request")
    content = call.caption(item)
    message = call.own_message(call.chat())
    media = call.media(str(item.get("type", "photo")), str(item["media"]))
    markup = read_inline_only(call.params.values.get("reply_markup"))
    same = message.media is not None and message.media.largest == media.largest
    if same and markup == message.markup and content.get("caption") == message.content.get("caption"):
        raise bad_request(NOT_MODIFIED)
    message.media = media
    call.world.files.remember(call.bot.id, media)
    _replace(message, content, ("text", "entities", "caption", "caption_entities"), markup)
    call.world.changed(message)
    return call.seen(message)


async def delete_message(call: Call) -> bool:
    chat = call.chat()
    message = chat.living(call.params.integer("message_id"))
    if message is None:
        raise bad_request("message to delete not found")
    _check_deletable(call, message)
    call.world.delete(message)
    return True


async def delete_messages(call: Call) -> bool:
    """Those that can be found; the rest are passed over."""
    chat = call.chat()
    wanted = call.params.integers("message_ids")
    if not wanted:
        raise bad_request("message identifiers are not specified")
    if len(wanted) > MOST_DELETED_AT_ONCE:
        raise bad_request("too many message identifiers specified")
    found = [message for number in wanted if (message := chat.living(number))]
    for message in found:
        _check_deletable(call, message)
    for message in found:
        call.world.delete(message)
    return True


async def forward_message(call: Call) -> Json:
    chat = call.writable_chat()
    source = _passed_on(call, "forward")
    author = source.sender or source.bot
    origin: Json = {"type": "user", "sender_user": author.as_json()} if author else {}
    if source.chat.type == "channel":
        origin = {"type": "channel", "chat": source.chat.as_json(), "message_id": source.message_id}
    content = _content_of(source) | {
        "forward_origin": source.content.get("forward_origin")
        or origin
        | {
            "date": source.date,
        }
    }
    return call.seen(call.post(chat, content, media=source.media))


async def copy_message(call: Call) -> Json:
    chat = call.writable_chat()
    source = _passed_on(call, "copy")
    content = _content_of(source)
    if source.media and "caption" in call.params.values:
        content = {key: value for key, value in content.items() if not key.startswith("caption")} | call.caption()
    return {"message_id": call.post(chat, content, call.markup_for(chat.type), source.media).message_id}


async def pin_chat_message(call: Call) -> bool:
    chat, message = _to_pin(call, "pin")
    if message is None:
        raise bad_request("message to pin not found")
    if message.message_id not in chat.pinned:
        chat.pinned.append(message.message_id)
    return True


async def unpin_chat_message(call: Call) -> bool:
    """The one that is named, else the newest pinned one."""
    chat, message = _to_pin(call, "unpin")
    if message is None and call.params.integer("message_id"):
        raise bad_request("message to unpin not found")
    number = message.message_id if message else (chat.pinned or [0])[-1]
    if number in chat.pinned:
        chat.pinned.remove(number)
    return True


async def unpin_all_chat_messages(call: Call) -> bool:
    chat, _ = _to_pin(call, "unpin")
    chat.pinned.clear()
    return True


def _edit(call: Call, message: Message, content: Json, fields: tuple[str, str], markup: Markup | None) -> Json:
    same = all(message.content.get(name) == content.get(name) for name in fields)
    if same and markup == message.markup:
        raise bad_request(NOT_MODIFIED)
    _replace(message, content, fields, markup)
    call.world.changed(message)
    return call.seen(message)


def _replace(message: Message, content: Json, fields: tuple[str, ...], markup: Markup | None) -> None:
    kept = {name: value for name, value in message.content.items() if name not in fields}
    message.content = kept | content
    message.markup = markup


def _check_deletable(call: Call, message: Message) -> None:
    chat = message.chat
    old = call.world.clock.now() - message.date > LIFE_OF_PRIVACY
    if chat.private and old:
        raise bad_request("message can't be deleted for everyone")
    own_and_young = message.bot is call.bot and not old
    if not (chat.private or own_and_young or chat.bot_may("can_delete_messages")):
        raise bad_request("message can't be deleted")


def _passed_on(call: Call, what: str) -> Message:
    origin = call.chat("from_chat_id")
    message = origin.living(call.params.integer("message_id"))
    if message is None:
        raise bad_request(f"message to {what} not found")
    if message.content.get("has_protected_content"):
        raise bad_request("message can't be forwarded" if what == "forward" else "message can't be copied")
    return message


def _content_of(message: Message) -> dict[str, Any]:
    return {name: value for name, value in message.content.items() if name not in NOT_PASSED_ON}


def _to_pin(call: Call, what: str) -> tuple[Chat, Message | None]:
    chat = call.chat()
    right = "can_edit_messages" if chat.type == "channel" else "can_pin_messages"
    if not chat.private and not chat.bot_may(right):
        raise bad_request(f"not enough rights to {what} a message")
    return chat, chat.living(call.params.integer("message_id"))
