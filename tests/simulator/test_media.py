"""Photos, documents, albums and files. Sources as in test_messages."""

import io
import json

import pytest
from PIL import Image

from tests.simulator.raw import RawBot, Refused, drawn

HOUR = 60 * 60
MEGABYTE = 1024 * 1024


def refused_upload(bot, method, part, content, **params):
    with pytest.raises(Refused) as refused:
        bot(method, files={part: content}, **params)
    return refused.value.description


def test_a_photo_has_several_sizes_the_smallest_first(bot, ann):
    """Documented: PhotoSize; ids differ, the largest is what was sent (no recompression: our deviation)."""
    picture = drawn(1600, 1200)
    sent = bot("sendPhoto", files={"photo": picture}, chat_id=ann.id)
    widths = [size["width"] for size in sent["photo"]]
    assert widths == [90, 320, 800, 1600]
    assert len({size["file_id"] for size in sent["photo"]}) == 4
    assert bot.download(sent["photo"][-1]["file_id"]) == picture
    with Image.open(io.BytesIO(bot.download(sent["photo"][0]["file_id"]))) as small:
        assert small.size == (90, 68)


def test_a_photo_is_sent_again_by_its_id(bot, ann, photo):
    """Documented."""
    first = bot("sendPhoto", files={"photo": photo}, chat_id=ann.id)
    again = bot("sendPhoto", chat_id=ann.id, photo=first["photo"][0]["file_id"], caption="again")
    assert again["photo"] == first["photo"]


def test_a_photo_over_10_mb_is_refused(bot, ann):
    """Documented: 10 MB; the words from the server's source."""
    size = 10 * MEGABYTE + 1
    words = refused_upload(bot, "sendPhoto", "photo", bytes(size), chat_id=ann.id)
    assert words == f"Bad Request: file of size {size} bytes is too big for a photo; the maximum size is 10485760 bytes"


@pytest.mark.parametrize(
    ("source", "content", "words"),
    [
        ("server source", b"", "file must be non-empty"),
        ("observed", b"not a picture", "IMAGE_PROCESS_FAILED"),
        ("documented", drawn(9000, 1001, form="PNG"), "PHOTO_INVALID_DIMENSIONS"),
        ("documented", drawn(2100, 100, form="PNG"), "PHOTO_INVALID_DIMENSIONS"),
    ],
    ids=["empty", "no picture", "too long", "too narrow"],
)
def test_a_photo_is_refused(bot, ann, source, content, words):
    assert refused_upload(bot, "sendPhoto", "photo", content, chat_id=ann.id) == f"Bad Request: {words}"


@pytest.mark.parametrize(
    ("source", "photo", "words"),
    [
        ("server source", "", "there is no photo in the request"),
        ("server source", "attach://nowhere", "there is no photo in the request"),
        ("server source", "AgACunknown", "wrong file identifier/HTTP URL specified"),
        ("server source", "https://example.com/a.jpg", "failed to get HTTP URL content"),
    ],
)
def test_a_photo_that_is_nowhere_is_refused(bot, ann, source, photo, words):
    assert bot.refusal("sendPhoto", chat_id=ann.id, photo=photo).description == f"Bad Request: {words}"


def test_a_photo_is_no_document(bot, ann, photo):
    """Server source."""
    sent = bot("sendPhoto", files={"photo": photo}, chat_id=ann.id)
    refused = bot.refusal("sendDocument", chat_id=ann.id, document=sent["photo"][0]["file_id"])
    assert refused.description == "Bad Request: can't use file of type Photo as Document"


@pytest.mark.parametrize("length", [1024, 1025])
def test_a_caption_has_at_most_1024_characters(bot, ann, photo, length):
    """Documented; the words from the server's source."""
    params = {"files": {"photo": photo}, "chat_id": ann.id, "caption": "x" * length}
    if length <= 1024:
        assert len(bot("sendPhoto", **params)["caption"]) == length
    else:
        with pytest.raises(Refused, match="message caption is too long"):
            bot("sendPhoto", **params)


def test_a_document_keeps_its_name_and_bytes(bot, ann):
    """Documented."""
    ann.sends_photo(b"any bytes", as_file=True, name="passport.heic")
    (update,) = bot.updates()
    document = update["message"]["document"]
    assert document["file_name"] == "passport.heic"
    assert bot.download(document["file_id"]) == b"any bytes"


def test_files_over_20_mb_cannot_be_fetched(bot, ann):
    """Documented: 20 MB; the words from the server's source."""
    ann.sends_photo(bytes(20 * MEGABYTE + 1), as_file=True, name="film.bin")
    (update,) = bot.updates()
    refused = bot.refusal("getFile", file_id=update["message"]["document"]["file_id"])
    assert refused.description == "Bad Request: file is too big"


@pytest.mark.parametrize(
    ("file_id", "words"),
    [
        ("", "file_id not specified"),
        ("nonsense", "invalid file_id"),
        ("AgACunknown", "wrong file_id or the file is temporarily unavailable"),
    ],
)
def test_unknown_files_are_refused(bot, file_id, words):
    """Server source."""
    assert bot.refusal("getFile", file_id=file_id).description == f"Bad Request: {words}"


def test_a_link_works_for_an_hour(sim, bot, ann, photo):
    """Documented: at least one hour; here it is exactly that (assumed)."""
    ann.sends_photo(photo)
    (update,) = bot.updates()
    path = bot("getFile", file_id=update["message"]["photo"][-1]["file_id"])["file_path"]
    address = f"/file/bot{bot.token}/{path}"
    sim.advance(HOUR - 60)
    assert bot.exchange("GET", address)[0] == 200
    sim.advance(120)
    assert bot.exchange("GET", address)[0] == 404


def test_ids_differ_by_bot_and_unique_ids_do_not(sim, bot, staff, photo):
    """Documented."""
    other = RawBot(sim.base_url, "7000000004:another")
    other("getMe")
    sim.user("Lea").sends_photo(photo, in_=staff)
    mine, others = (one.updates()[-1]["channel_post"]["photo"][-1] for one in (bot, other))
    assert mine["file_unique_id"] == others["file_unique_id"]
    assert mine["file_id"] != others["file_id"]


def test_a_persons_album_is_several_messages_of_one_group(bot, ann, photo):
    """Observed: N updates, one media_group_id, the caption on one of them."""
    ann.sends_album([photo, drawn(colour="red"), drawn(colour="blue")], caption="mine")
    messages = [update["message"] for update in bot.updates()]
    assert len({message["media_group_id"] for message in messages}) == 1
    assert [message.get("caption") for message in messages] == ["mine", None, None]


def album_of(*items):
    return {"files": {f"f{n}": drawn(colour=c) for n, (c, _) in enumerate(items)}}, json.dumps(
        [{"type": kind, "media": f"attach://f{n}"} for n, (_, kind) in enumerate(items)],
    )


def test_an_album_is_several_messages(bot, ann):
    """Documented: no reply_markup here, so it is ignored."""
    files, media = album_of(("red", "photo"), ("blue", "photo"))
    keyboard = {"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]}
    sent = bot("sendMediaGroup", chat_id=ann.id, media=media, reply_markup=keyboard, **files)
    assert len({message["message_id"] for message in sent}) == 2
    assert len({message["media_group_id"] for message in sent}) == 1
    assert not any("reply_markup" in message for message in sent)


@pytest.mark.parametrize(
    ("media", "words"),
    [
        ([], "there are no messages to send"),
        ([{"type": "photo", "media": "x"}] * 11, "too many messages to send as an album"),
        (
            [{"type": "photo", "media": "x"}, {"type": "document", "media": "y"}],
            "can't be mixed with other types of media in an album",
        ),
    ],
)
def test_an_album_is_refused(bot, ann, media, words):
    """Server source for the first two; the rule of the third is documented, its words assumed."""
    assert bot.refusal("sendMediaGroup", chat_id=ann.id, media=media).description == f"Bad Request: {words}"


def test_a_flood_within_an_album_is_a_400_after_some_were_sent(sim, bot, ann):
    """Server source and observed (rubenlagus/TelegramBots 1520): no retry_after to go by."""
    sim.fault("429", method="sendMediaGroup", retry_after=8, item=2)
    files, media = album_of(("red", "photo"), ("blue", "photo"))
    with pytest.raises(Refused) as refused:
        bot("sendMediaGroup", chat_id=ann.id, media=media, **files)
    assert (refused.value.code, refused.value.parameters) == (400, {})
    assert refused.value.description == (
        'Bad Request: failed to send message #2 with the error message "Too Many Requests: retry after 8"'
    )
    assert len([message for message in ann.messages() if "photo" in message.raw]) == 1


def test_media_of_a_message_can_be_replaced(bot, ann):
    """Documented: editMessageMedia."""
    sent = bot("sendPhoto", files={"photo": drawn()}, chat_id=ann.id)
    media = json.dumps({"type": "photo", "media": "attach://new", "caption": "new"})
    place = {"chat_id": ann.id, "message_id": sent["message_id"]}
    edited = bot("editMessageMedia", files={"new": drawn(colour="red")}, media=media, **place)
    assert edited["caption"] == "new"
    assert edited["photo"][-1]["file_unique_id"] != sent["photo"][-1]["file_unique_id"]


def test_files_can_be_kept_on_disk(tmp_path, photo, socket_enabled):
    from simulator.client import running_simulator

    with running_simulator(0, "--data", str(tmp_path)) as sim:
        bot = RawBot(sim.base_url)
        bot("getMe")
        sim.user("Ann").sends_photo(photo)
        (update,) = bot.updates()
        assert bot.download(update["message"]["photo"][-1]["file_id"]) == photo
        assert [file.read_bytes() for file in (tmp_path / "files").iterdir()] == [photo]
