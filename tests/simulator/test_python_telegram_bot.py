"""Another client library, so that not one library stands on both sides."""

import pytest

from tests.simulator.raw import TOKEN, drawn


@pytest.fixture
async def library_bot(sim, bot):
    from telegram import Bot

    async with Bot(TOKEN, base_url=f"{sim.base_url}/bot", base_file_url=f"{sim.base_url}/file/bot") as made:
        yield made


async def test_messages_and_buttons(sim, library_bot, ann):
    from telegram import InlineKeyboardButton, InlineKeyboardMarkup

    markup = InlineKeyboardMarkup([[InlineKeyboardButton("Go", callback_data="go")]])
    sent = await library_bot.send_message(ann.id, "<b>Hello</b> 😀", parse_mode="HTML", reply_markup=markup)
    assert sent.text_html == "<b>Hello</b> 😀"
    sim.answer_awaited = 0.0
    ann.taps("Go")
    (update,) = await library_bot.get_updates()
    assert (update.callback_query.data, update.callback_query.from_user.id) == ("go", ann.id)
    await update.callback_query.answer("Done")


async def test_photos_albums_and_files(library_bot, ann):
    from telegram import InputMediaPhoto

    picture = drawn()
    sent = await library_bot.send_photo(ann.id, picture, caption="look")
    file = await library_bot.get_file(sent.photo[-1].file_id)
    assert bytes(await file.download_as_bytearray()) == picture
    album = await library_bot.send_media_group(ann.id, [InputMediaPhoto(drawn(colour=c)) for c in ("red", "blue")])
    assert len({message.media_group_id for message in album}) == 1


async def test_refusals(sim, library_bot, ann, monkeypatch):
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    from telegram import error

    with pytest.raises(error.Forbidden):
        await library_bot.send_message(1002, "x")
    with pytest.raises(error.BadRequest, match="Chat not found"):
        await library_bot.send_message(999, "x")
    sim.fault("429", method="sendMessage", retry_after=9)
    with pytest.raises(error.RetryAfter):
        await library_bot.send_message(ann.id, "x")
