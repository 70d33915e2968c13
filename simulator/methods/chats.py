"""What a bot can learn about chats and their members."""

from simulator.call import Call
from simulator.errors import bad_request
from simulator.model import Chat, Json


async def get_chat(call: Call) -> Json:
    chat = call.chat()
    described = chat.as_json() | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(
            ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"),
            False,
        ),
    }
    pinned = chat.living(chat.pinned[-1]) if chat.pinned else None
    if pinned:
        described["pinned_message"] = call.seen(pinned)
    return described


async def get_chat_member(call: Call) -> Json:
    chat = call.chat()
    user_id = call.params.integer("user_id")
    if user_id == call.bot.id:
        return chat.bot_as_member(call.bot, chat.bot_status)
    if user_id not in call.world.users:
        raise bad_request("invalid user_id specified")
    return _member(call, chat, user_id)


async def get_chat_administrators(call: Call) -> list[Json]:
    chat = call.chat()
    if chat.private:
        raise bad_request("there are no administrators in the private chat")
    people = [user_id for user_id, status in chat.members.items() if status in {"creator", "administrator"}]
    bots = [chat.bot_as_member(call.bot, chat.bot_status)] if chat.bot_status == "administrator" else []
    return bots + [_member(call, chat, user_id) for user_id in people]


async def get_chat_member_count(call: Call) -> int:
    chat = call.chat()
    return 2 if chat.private else len(chat.members) + len(call.world.bots_in(chat))


async def leave_chat(call: Call) -> bool:
    chat = call.chat()
    if chat.private:
        raise bad_request("chat can't be left")
    chat.bot_rights["status"] = "left"
    return True


def _member(call: Call, chat: Chat, user_id: int) -> Json:
    status = chat.members.get(user_id, "left")
    if chat.private:
        status = "member" if user_id == chat.id else "left"
    member: Json = {"user": call.world.users[user_id].as_json(), "status": status}
    if status == "administrator":
        member |= {"can_be_edited": False, "is_anonymous": False} | dict.fromkeys(chat.rights, True)
    elif status == "creator":
        member["is_anonymous"] = False
    return member
