"""One Bot API call while it is answered: who asks, what for, and the checks that methods share."""

from dataclasses import dataclass

from simulator.entities import Entity, find_in_text, put_in_order, trim
from simulator.errors import ApiError, bad_request, forbidden
from simulator.files import Files, Media, StoredFile, UnreadableImageError
from simulator.keyboards import Markup, read_markup
from simulator.limits import Limits
from simulator.markup import parse_html
from simulator.model import Bot, Chat, Json, Message
from simulator.params import ATTACHED, Params, Upload
from simulator.world import World

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
LARGEST_PHOTO = 10 * 1024 * 1024
LONGEST_EDGES = 10_000
STEEPEST_RATIO = 20
LIFE_OF_PRIVACY = 48 * 60 * 60
"""Seconds in which a bot may delete messages of a private chat."""


@dataclass
class Call:
    world: World
    bot: Bot
    params: Params
    limits: Limits

    def chat(self, name: str = "chat_id") -> Chat:
        """The chat that a parameter names.

        Raises:
            ApiError: no such parameter, no such chat, or one that the bot cannot see.
        """
        value = self.params.text(name)
        if not value:
            raise bad_request(f"{name} is empty")
        chat = self.world.find_chat(self.bot, int(value) if value.lstrip("-").isdigit() else value)
        if chat is None:
            raise bad_request("chat not found")
        _check_membership(chat)
        return chat

    def writable_chat(self) -> Chat:
        """The chat to write into.

        Raises:
            ApiError: the bot may not write there.
        """
        chat = self.chat()
        if chat.migrated_to:
            message = "Bad Request: group chat was upgraded to a supergroup chat"
            raise ApiError(400, message, {"migrate_to_chat_id": chat.migrated_to})
        if chat.user and chat.user.deactivated:
            raise forbidden("user is deactivated")
        if chat.blocked:
            raise forbidden("bot was blocked by the user")
        if chat.private and not chat.started:
            raise forbidden("bot can't initiate conversation with a user")
        if self.params.integer("message_thread_id"):
            raise bad_request("message thread not found")
        if chat.type == "channel" and not chat.bot_may("can_post_messages"):
            raise bad_request("need administrator rights in the channel chat")
        return chat

    def markup_for(self, chat_type: str) -> Markup | None:
        return read_markup(self.params.values.get("reply_markup"), chat_type)

    def text(self) -> Json:
        """`text` and `entities` of a message."""
        if not self.params.text("text"):
            raise bad_request("message text is empty")
        text, entities = self._formatted(self.params.text("text"), self.params.text("parse_mode"), "entities")
        if not text:
            raise bad_request("text must be non-empty")
        return {"text": text} | ({"entities": entities} if entities else {})

    def caption(self, source: Json | None = None) -> Json:
        """`caption` and `caption_entities`; an album item brings its own `source`."""
        given = source if source is not None else self.params.values
        text, entities = self._formatted(
            str(given.get("caption") or ""),
            str(given.get("parse_mode") or ""),
            "caption_entities",
            given,
        )
        if len(text) > LONGEST_CAPTION:
            raise bad_request("message caption is too long")
        return ({"caption": text} if text else {}) | ({"caption_entities": entities} if entities else {})

    def replied_to(self, chat: Chat) -> int | None:
        """The message this one answers; None where there is none or it may be missing."""
        asked = self.params.fields("reply_parameters")
        asked_id = asked.get("message_id") or self.params.integer("reply_to_message_id")
        message_id = int(asked_id) if str(asked_id).isdigit() else 0
        if not message_id:
            return None
        if chat.living(message_id):
            return message_id
        if asked.get("allow_sending_without_reply") or self.params.flag("allow_sending_without_reply"):
            return None
        raise bad_request("message to be replied not found")

    def protection(self) -> Json:
        return {"has_protected_content": True} if self.params.flag("protect_content") else {}

    def media(self, kind: str, given: str | None = None, *, name: str | None = None) -> Media:
        """A file to send: uploaded, or one that this bot knows by id.

        Raises:
            ApiError: there is none, or it is not a file of this kind.
        """
        name = name or kind
        upload = self.params.upload(name, given)
        if upload:
            return self._uploaded(kind, upload)
        reference = self.params.text(name) if given is None else given
        if not reference or reference.startswith(ATTACHED):
            raise bad_request(f"there is no {kind} in the request")
        if "://" in reference:
            raise bad_request("failed to get HTTP URL content")
        known = self.world.files.known_to(self.bot.id, reference)
        if known is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        if known.kind != kind:
            raise bad_request(f"can't use file of type {known.kind.title()} as {kind.title()}")
        return known

    def post(self, chat: Chat, content: Json, markup: Markup | None = None, media: Media | None = None) -> Message:
        return self.world.post(
            chat,
            content | self.protection(),
            bot=self.bot,
            media=media,
            markup=markup,
            reply_to=self.replied_to(chat),
        )

    def own_message(self, chat: Chat) -> Message:
        """The bot's message that is to be edited.

        Raises:
            ApiError: it is not there, or not one that the bot may edit.
        """
        if not self.params.text("message_id"):
            raise bad_request("message identifier is not specified")
        message = chat.living(self.params.integer("message_id"))
        if message is None:
            raise bad_request("message to edit not found")
        if message.bot is not self.bot or (message.markup and not message.inline_rows):
            raise bad_request("message can't be edited")
        return message

    def seen(self, message: Message) -> Json:
        return message.as_json(self.bot.id)

    def _formatted(
        self,
        source: str,
        parse_mode: str,
        entities_name: str,
        given: Json | None = None,
    ) -> tuple[str, list[Entity]]:
        text = source.replace("\r", "")
        entities: list[Entity] = []
        if parse_mode.lower() == "html":
            text, entities = parse_html(text)
        elif parse_mode:
            raise bad_request("unsupported parse_mode: the simulator reads HTML")
        else:
            entities = _given_entities(self.params, entities_name, given)
        text, entities = trim(text, entities)
        entities = [self._with_user(entity) for entity in entities]
        return text, put_in_order(entities + find_in_text(text, entities))

    def _with_user(self, entity: Entity) -> Entity:
        user_id = entity.get("user_id")
        if entity["type"] != "text_mention" or user_id is None:
            return entity
        place = {"type": "text_mention", "offset": entity["offset"], "length": entity["length"]}
        user = self.world.users.get(user_id)
        return place | {"user": user.as_json() if user else {"id": user_id, "is_bot": False, "first_name": "?"}}

    def _uploaded(self, kind: str, upload: Upload) -> Media:
        if not upload.content:
            raise bad_request("file must be non-empty")
        if kind == "photo":
            return checked_photo(self.world.files, upload)
        facts = {"duration": 1, "width": 640, "height": 480} if kind == "video" else {}
        return self.world.files.plain(kind, upload.content, upload.name or kind, facts)


def checked_photo(files: Files, upload: Upload) -> Media:
    """A photo within Telegram's bounds.

    Raises:
        ApiError: it is too large, too long, or no picture.
    """
    size = len(upload.content)
    if size > LARGEST_PHOTO:
        raise bad_request(
            f"file of size {size} bytes is too big for a photo; the maximum size is {LARGEST_PHOTO} bytes"
        )
    try:
        media = files.photo(upload.content, upload.name or "photo.jpg")
    except UnreadableImageError:
        raise bad_request("IMAGE_PROCESS_FAILED") from None
    _check_dimensions(media.largest)
    return media


def _check_dimensions(file: StoredFile) -> None:
    short, long = sorted((file.width, file.height))
    if short + long > LONGEST_EDGES or long > STEEPEST_RATIO * short:
        raise bad_request("PHOTO_INVALID_DIMENSIONS")


def _check_membership(chat: Chat) -> None:
    if chat.private or chat.bot_status in {"administrator", "member"}:
        return
    if chat.bot_status == "kicked":
        raise forbidden(f"bot was kicked from the {chat.type} chat")
    raise forbidden(f"bot is not a member of the {chat.type} chat")


def _given_entities(params: Params, name: str, given: Json | None) -> list[Entity]:
    entities = params.objects(name) if given is None else Params(given).objects(name)
    return [entity for entity in entities if entity.get("length", 0) > 0]
