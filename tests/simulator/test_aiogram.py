"""aiogram talks to the simulator as it would to Telegram: its models must accept every answer and update."""

import json

import pytest

from tests.simulator.raw import TOKEN, RawBot, drawn

NOT_PLAYED = {"callback_query_id", "ephemeral_message_parameters", "receiver_user_id", "rich_message"}


@pytest.fixture
async def library_bot(sim, bot):
    from aiogram import Bot
    from aiogram.client.default import DefaultBotProperties
    from aiogram.client.session.aiohttp import AiohttpSession
    from aiogram.client.telegram import TelegramAPIServer

    session = AiohttpSession(api=TelegramAPIServer.from_base(sim.base_url))
    async with Bot(TOKEN, session=session, default=DefaultBotProperties(parse_mode="HTML")) as made:
        yield made


async def test_messages_photos_and_files_go_both_ways(library_bot, ann, photo):
    from aiogram.types import BufferedInputFile, InlineKeyboardButton, InlineKeyboardMarkup

    markup = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Go", callback_data="go")]])
    sent = await library_bot.send_message(ann.id, "<b>Hello</b> 😀", reply_markup=markup)
    assert (sent.html_text, sent.reply_markup.model_dump()) == ("<b>Hello</b> 😀", markup.model_dump())
    shown = await library_bot.send_photo(ann.id, BufferedInputFile(photo, "a.jpg"), caption="<i>look</i>")
    assert (await library_bot.download(shown.photo[-1])).read() == photo
    assert await library_bot.edit_message_caption(chat_id=ann.id, message_id=shown.message_id, caption="new")


async def test_an_album_goes_out_as_one(library_bot, ann):
    from aiogram.types import BufferedInputFile, InputMediaPhoto

    album = [InputMediaPhoto(media=BufferedInputFile(drawn(colour=c), f"{c}.jpg")) for c in ("red", "blue")]
    sent = await library_bot.send_media_group(ann.id, album)
    assert len({message.media_group_id for message in sent}) == 1


async def test_refusals_become_the_exceptions_that_bots_catch(sim, library_bot, ann):
    from aiogram import exceptions

    with pytest.raises(exceptions.TelegramForbiddenError):
        await library_bot.send_message(1002, "x")
    with pytest.raises(exceptions.TelegramBadRequest, match="chat not found"):
        await library_bot.send_message(999, "x")
    sim.fault("429", method="sendMessage", retry_after=9)
    with pytest.raises(exceptions.TelegramRetryAfter) as flood:
        await library_bot.send_message(ann.id, "x")
    assert flood.value.retry_after == 9
    sim.fault("502", method="sendMessage")
    with pytest.raises(exceptions.TelegramServerError):
        await library_bot.send_message(ann.id, "x")
    sim.fault("reset_after", method="sendMessage")
    with pytest.raises(exceptions.TelegramNetworkError):
        await library_bot.send_message(ann.id, "x")
    group = sim.new_chat("group", "Team", members=[1003])
    sim.upgrade(group)
    with pytest.raises(exceptions.TelegramMigrateToChat):
        await library_bot.send_message(group.id, "x")
    await library_bot.set_webhook("http://127.0.0.1:9/hook")
    with pytest.raises(exceptions.TelegramConflictError):
        await library_bot.get_updates()


async def test_every_kind_of_update_is_understood(sim, library_bot, ann, staff, photo):
    """Everything that people do comes through aiogram's models without a field too much."""
    raw = RawBot(sim.base_url)
    sim.answer_awaited = 0.0
    markup = {"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]}
    raw("sendMessage", chat_id=ann.id, text="x", reply_markup=markup)
    for act in ("sticker", "voice", "video", "location", "poll"):
        getattr(ann, f"sends_{act}")()
    said = ann.says("one https://example.com")
    ann.edits(said, "two")
    ann.forwards(said)
    ann.sends_album([photo, drawn(colour="red")], caption="both")
    ann.sends_photo(photo, as_file=True)
    ann.shares_contact()
    ann.taps("Go")
    ann.blocks()
    lea = sim.user("Lea")
    lea.edits(lea.says("notice", in_=staff), "notice!", in_=staff)
    lea.changes_bot_rights(staff, status="administrator", can_pin_messages=False)
    updates = await library_bot.get_updates()
    assert len(updates) == 17
    assert {update.event_type for update in updates} == {
        "message",
        "edited_message",
        "channel_post",
        "edited_channel_post",
        "callback_query",
        "my_chat_member",
    }
    assert [path for update in updates for path in unknown_fields(update)] == []


def unknown_fields(model, path=""):
    """Paths of what came but is in no model: aiogram keeps such fields instead of refusing them."""
    from pydantic import BaseModel

    if isinstance(model, (list, tuple)):
        return [found for item in model for found in unknown_fields(item, path)]
    if not isinstance(model, BaseModel):
        return []
    unknown = [f"{path}.{name}" for name in model.model_extra or {}]
    fields = ((name, getattr(model, name)) for name in type(model).model_fields)
    return unknown + [found for name, value in fields for found in unknown_fields(value, f"{path}.{name}")]


async def test_every_answer_is_understood(library_bot, ann, staff, photo):
    from aiogram.types import BotCommand, BufferedInputFile

    await library_bot.set_my_commands([BotCommand(command="start", description="Begin")])
    answers = [
        await library_bot.get_me(),
        await library_bot.get_webhook_info(),
        await library_bot.get_my_commands(),
        await library_bot.get_my_name(),
        await library_bot.get_my_description(),
        await library_bot.get_my_short_description(),
        await library_bot.get_chat(staff.id),
        await library_bot.get_chat(ann.id),
        await library_bot.get_chat_member(staff.id, 1005),
        await library_bot.get_chat_administrators(staff.id),
        await library_bot.get_chat_menu_button(),
        await library_bot.send_document(ann.id, BufferedInputFile(b"x", "a.txt"), protect_content=True),
        await library_bot.send_video(ann.id, BufferedInputFile(b"x", "a.mp4")),
        await library_bot.send_contact(ann.id, "+442079460100", "Help"),
        await library_bot.copy_message(staff.id, ann.id, ann.messages()[0].message_id),
        await library_bot.forward_message(staff.id, ann.id, ann.messages()[0].message_id),
    ]
    assert [path for answer in answers for path in unknown_fields(answer)] == []


def test_the_table_of_parameters_is_aiograms(socket_enabled):
    """The hand-kept table of strict mode against the models that aiogram generates from the documentation."""
    from aiogram import methods

    from simulator.methods import METHODS
    from simulator.parameters import PARAMETERS

    assert set(PARAMETERS) == set(METHODS)
    missing = {}
    for name, known in PARAMETERS.items():
        model = getattr(methods, name[0].upper() + name[1:])
        if lacking := set(model.model_fields) - known - NOT_PLAYED:
            missing[name] = sorted(lacking)
    assert missing == {}


async def test_a_dispatcher_polls_and_answers(sim, library_bot, ann, staff):
    """The way a bot is usually run: long polling, handlers, callback answers."""
    import asyncio

    from aiogram import Dispatcher
    from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

    dispatcher = Dispatcher()

    @dispatcher.message()
    async def greet(message):
        button = InlineKeyboardButton(text="Go", callback_data="go")
        await message.answer("Welcome", reply_markup=InlineKeyboardMarkup(inline_keyboard=[[button]]))

    @dispatcher.callback_query()
    async def go(query):
        await query.message.edit_text("Gone")
        await query.answer("Done")

    polling = asyncio.ensure_future(dispatcher.start_polling(library_bot, handle_signals=False, polling_timeout=1))
    await asyncio.to_thread(ann.says, "hello")
    assert (await asyncio.to_thread(ann.hears, "Welcome")).buttons == ["Go"]
    assert (await asyncio.to_thread(ann.taps, "Go")).text == "Done"
    assert (await asyncio.to_thread(ann.hears, "Gone")).buttons == []
    await asyncio.to_thread(sim.settle)
    await dispatcher.stop_polling()
    await polling
    assert json.dumps(sim.violations()) == "[]"
