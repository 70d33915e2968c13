"""The demo page in a real browser, against the real simulator and a small bot."""

import io
import re

import pytest
from PIL import Image, ImageFilter, ImageStat
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser


def customer(page: Page) -> Locator:
    return page.get_by_role("region", name="Customer")


def staff(page: Page) -> Locator:
    return page.get_by_role("region", name="Staff")


def inspector(page: Page) -> Locator:
    return page.get_by_role("region", name="Inspector")


def say(pane: Locator, text: str) -> None:
    pane.get_by_label("Message", exact=True).fill(text)
    pane.get_by_label("Message", exact=True).press("Enter")


def bubble(pane: Locator, text: str) -> Locator:
    return pane.locator(".bubble", has_text=text)


def zoe(page: Page) -> dict:
    return next(user for user in page.request.get("/sim/state").json()["users"] if user["first_name"] == "Zoe")


def reaches_beyond_the_screen(page: Page) -> list[str]:
    """Whatever is painted past the right edge and is not inside something that scrolls by itself."""
    return page.evaluate(
        """() => [...document.querySelectorAll("body *")].filter((element) =>
            element.checkVisibility() && element.getBoundingClientRect().right > innerWidth + 1
            && !element.closest(".people, .quick, .spoken, pre")).map((element) => element.outerHTML.slice(0, 80))""",
    )


def jpeg(width: int, height: int) -> bytes:
    kept = io.BytesIO()
    Image.effect_noise((width, height), 60).convert("RGB").save(kept, "JPEG")
    return kept.getvalue()


def sharpness(image: Image.Image) -> float:
    return ImageStat.Stat(image.convert("L").filter(ImageFilter.FIND_EDGES)).stddev[0]


def difference(one: Image.Image, other: Image.Image) -> int:
    """Of 64 brightness steps between neighbouring patches, how many differ."""
    return sum(a != b for a, b in zip(steps(one), steps(other), strict=True))


def steps(image: Image.Image) -> list[bool]:
    patches = image.convert("L").resize((9, 8))
    return [patches.getpixel((x, y)) < patches.getpixel((x + 1, y)) for y in range(8) for x in range(8)]


def test_a_first_visitor_is_told_what_to_do_and_can_start_with_one_press(page):
    expect(page).to_have_title("Regain demo")
    expect(page.get_by_text("You are Ann. Type /start")).to_be_visible()
    customer(page).get_by_role("button", name="Start", exact=True).click()
    expect(bubble(customer(page), "What is your username?")).to_be_visible()


def test_what_is_said_and_answered_appears_as_bubbles_and_never_as_markup(page):
    say(customer(page), "<img src=x onerror=alert(1)>")
    expect(bubble(customer(page), "You said <img src=x onerror=alert(1)>")).to_be_visible()
    assert customer(page).locator(".bubble img").count() == 0
    expect(page.locator("#spoken")).to_contain_text("You said")


def test_a_button_under_a_message_gives_a_toast_an_alert_or_a_new_text(page):
    say(customer(page), "/start")
    customer(page).get_by_role("button", name="Send it").click()
    expect(page.get_by_role("status").filter(has_text="It is sent")).to_be_visible()
    customer(page).get_by_role("button", name="Read it").click()
    expect(page.get_by_role("dialog")).to_contain_text("Read this first")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_have_count(0)
    customer(page).get_by_role("button", name="Stop").click()
    expect(bubble(customer(page), "Stopped")).to_contain_text("edited")
    expect(customer(page).locator(".key")).to_have_count(0)


def test_code_and_copy_buttons_copy_and_a_spoiler_shows_itself_on_a_press(page):
    say(customer(page), "/start")
    customer(page).locator("code").first.click()
    expect(page.get_by_role("status").filter(has_text="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == "marta.k@example.com"
    customer(page).get_by_role("button", name="Copy the line").click()
    page.wait_for_function("async () => (await navigator.clipboard.readText()) === 'CEX.IO, 2FA disable'")
    spoiler = customer(page).get_by_role("button", name="Hidden text")
    assert spoiler.locator(".hidden-text").evaluate("node => getComputedStyle(node).visibility") == "hidden"
    spoiler.press("Enter")
    assert customer(page).locator(".hidden-text").evaluate("node => getComputedStyle(node).visibility") == "visible"


def test_a_deep_link_starts_the_bot_with_its_payload(page):
    say(customer(page), "/start")
    customer(page).get_by_role("button", name="Go on").click()
    expect(bubble(customer(page), "You said /start case_R7")).to_be_visible()


def test_the_answer_keyboard_asks_before_it_shares_the_number_and_goes_away(page):
    say(customer(page), "keys")
    expect(customer(page).get_by_placeholder("Number with country code")).to_be_visible()
    customer(page).get_by_role("button", name="Share my number").click()
    page.get_by_role("dialog").get_by_role("button", name="Share").click()
    expect(bubble(customer(page), "Thank you, ")).to_be_visible()
    expect(customer(page).get_by_role("button", name="Share my number")).to_be_hidden()


def test_a_picture_is_shown_in_its_bubble_and_enlarged_on_a_press(page):
    customer(page).get_by_role("button", name="Attach").click()
    with page.expect_file_chooser() as chooser:
        page.get_by_role("menuitem", name="Photo", exact=True).click()
    chooser.value.set_files({"name": "card.jpg", "mimeType": "image/jpeg", "buffer": jpeg(1400, 900)})
    page.get_by_role("dialog").get_by_label("Caption").fill("My card")
    page.keyboard.press("Enter")
    shown = customer(page).get_by_role("button", name="Enlarge Photo: My card")
    expect(shown).to_be_visible()
    page.wait_for_function("document.querySelector('.picture img').naturalWidth === 1400")
    expect(bubble(customer(page), "A photo of 1400 x 900")).to_be_visible()
    shown.click()
    expect(page.get_by_role("dialog", name="Picture")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_two_pictures_become_an_album_and_a_file_keeps_its_name(page):
    customer(page).get_by_role("button", name="Attach").click()
    with page.expect_file_chooser() as chooser:
        page.get_by_role("menuitem", name="Album").click()
    chooser.value.set_files(
        [{"name": f"{n}.jpg", "mimeType": "image/jpeg", "buffer": jpeg(400 + n, 300)} for n in (1, 2)]
    )
    page.get_by_role("dialog").get_by_role("button", name="Send", exact=True).click()
    expect(customer(page).locator(".album .picture")).to_have_count(2)
    customer(page).get_by_role("button", name="Attach").click()
    with page.expect_file_chooser() as chooser:
        page.get_by_role("menuitem", name="File", exact=True).click()
    chooser.value.set_files({"name": "scan.png", "mimeType": "image/png", "buffer": jpeg(200, 200)})
    page.get_by_role("dialog").get_by_role("button", name="Send", exact=True).click()
    expect(customer(page).get_by_role("button", name="Enlarge scan.png")).to_be_visible()


def test_sample_pictures_are_large_sharp_and_never_the_same(page, picture):
    for name in ("Sample document photo", "Sample selfie", "Sample document photo", "Sample blurred photo"):
        before = customer(page).locator(".picture").count()
        customer(page).get_by_role("button", name="Attach").click()
        page.get_by_role("menuitem", name=name).click()
        expect(customer(page).locator(".picture")).to_have_count(before + 1)
    picture(page, "samples")
    sources = customer(page).locator(".picture img").evaluate_all("images => images.map(image => image.src)")
    document, selfie, other, blurred = (Image.open(io.BytesIO(page.request.get(source).body())) for source in sources)
    assert (document.size, selfie.size) == ((1600, 1200), (1440, 1800))
    assert min(sharpness(document), sharpness(selfie)) > 4 * sharpness(blurred)
    assert difference(document, other) > 10


def test_an_edited_message_is_marked_and_the_up_arrow_edits_the_last_one(page):
    say(customer(page), "first")
    expect(bubble(customer(page), "You said first")).to_be_visible()
    customer(page).get_by_label("Message", exact=True).press("ArrowUp")
    say(customer(page), "second")
    expect(bubble(customer(page), "Edited to second")).to_be_visible()
    expect(customer(page).locator(".mine .bubble")).to_contain_text("edited")
    expect(customer(page).locator(".mine")).to_have_count(1)


def test_an_example_in_the_question_can_be_put_into_the_box_even_after_a_remark(page, bot):
    say(customer(page), "/start")
    expect(bubble(customer(page), "What is your username?")).to_be_visible()
    bot.call("sendMessage", chat_id=1001, text="This is the first step.")
    expect(bubble(customer(page), "This is the first step.")).to_be_visible()
    customer(page).get_by_role("group", name="Example answers").get_by_role("button").click()
    expect(customer(page).get_by_label("Message", exact=True)).to_have_value("marta.k@example.com")


def test_commands_are_offered_while_a_slash_is_typed_and_typing_is_shown(page, bot):
    bot.call("setMyCommands", commands=[{"command": "start", "description": "Start or continue"}])
    say(customer(page), "think")
    expect(customer(page).get_by_text("typing…")).to_be_visible()
    customer(page).get_by_label("Message", exact=True).fill("/st")
    customer(page).get_by_role("button", name="/start Start or continue").click()
    expect(bubble(customer(page), "What is your username?")).to_be_visible()


def test_a_reviewer_takes_a_card_in_the_staff_channel(page):
    say(customer(page), "card")
    expect(bubble(staff(page), "R-2041, 48 h left")).to_be_visible()
    staff(page).get_by_role("button", name=re.compile("^Rob")).click()
    staff(page).get_by_role("button", name="Claim").click()
    expect(bubble(staff(page), "R-2041 is with Rob")).to_be_visible()
    expect(staff(page).get_by_text("Only administrators write here")).to_be_visible()
    staff(page).get_by_role("button", name="Rob's desk").click()
    say(staff(page), "queue")
    expect(bubble(staff(page), "You said queue")).to_be_visible()
    staff(page).get_by_role("button", name=re.compile("^Rita")).click()
    expect(staff(page).get_by_role("button", name="Rita's desk")).to_have_attribute("aria-pressed", "true")


def test_a_new_person_has_a_chat_of_their_own_and_unread_messages_are_counted(page, bot):
    page.get_by_role("button", name="New person").click()
    page.get_by_label("First name").fill("Zoe")
    page.keyboard.press("Enter")
    expect(page.get_by_text("You are Zoe. Type /start")).to_be_visible()
    say(customer(page), "hello")
    expect(bubble(customer(page), "You said hello")).to_be_visible()
    customer(page).get_by_role("button", name="Ben").click()
    expect(bubble(customer(page), "hello")).to_have_count(0)
    bot.call("sendMessage", chat_id=int(zoe(page)["id"]), text="Are you there?")
    customer(page).get_by_role("button", name="Zoe 1 unread").click()
    expect(bubble(customer(page), "Are you there?")).to_be_visible()
    expect(customer(page).get_by_text("1 unread")).to_have_count(0)


def test_the_call_log_shows_request_and_answer_and_a_fault_is_seen_there(page):
    say(customer(page), "hello")
    row = inspector(page).locator(".calls li", has_text="sendMessage").first
    expect(row).to_contain_text("200")
    row.locator("summary").click()
    expect(row).to_contain_text("You said <b>hello</b>")
    inspector(page).get_by_role("button", name="429 Too many requests").click()
    expect(page.get_by_role("status").filter(has_text="the next call of sendMessage")).to_be_visible()
    say(customer(page), "again")
    expect(inspector(page).locator(".calls li", has_text="429")).to_be_visible()
    expect(bubble(customer(page), "You said again")).to_have_count(0)


def test_updates_are_held_back_until_they_are_released(page):
    inspector(page).get_by_role("button", name="Hold updates").click()
    expect(inspector(page).get_by_role("button", name="Release updates")).to_be_visible()
    say(customer(page), "patience")
    expect(inspector(page).get_by_text("1 held back")).to_be_visible()
    inspector(page).get_by_role("button", name="Release updates").click()
    expect(bubble(customer(page), "You said patience")).to_be_visible()


def test_a_blocked_bot_cannot_be_written_to_and_a_skipped_day_is_seen_on_the_clock(page):
    say(customer(page), "hello")
    inspector(page).get_by_role("button", name="Ann blocks the bot").click()
    expect(customer(page).get_by_text("blocked by you")).to_be_visible()
    say(customer(page), "anyone?")
    expect(page.get_by_role("status").filter(has_text="Unblock the bot")).to_be_visible()
    expect(customer(page).get_by_label("Message", exact=True)).to_have_value("anyone?")
    before = inspector(page).get_by_text("in the simulator").inner_text()
    inspector(page).get_by_role("button", name="+1 day").click()
    expect(inspector(page).get_by_text("in the simulator")).not_to_have_text(before)


def test_a_reset_empties_the_chats(page):
    say(customer(page), "hello")
    expect(bubble(customer(page), "You said hello")).to_be_visible()
    inspector(page).get_by_role("button", name="Reset", exact=True).click()
    page.get_by_role("dialog").get_by_role("button", name="Reset").click()
    expect(customer(page).locator(".bubble")).to_have_count(0)


def test_a_phone_shows_one_pane_at_a_time_without_sideways_scroll(phone, picture):
    say(customer(phone), "/start")
    say(customer(phone), "keys")
    expect(customer(phone).get_by_role("button", name="Share my number")).to_be_visible()
    panes = {"Customer": customer(phone), "Staff": staff(phone), "Inspector": inspector(phone)}
    for name, pane in panes.items():
        phone.get_by_role("navigation", name="Panes").get_by_role("button", name=name).click()
        expect(pane).to_be_visible()
        assert [other for other in panes.values() if other.is_visible()] == [pane]
        assert reaches_beyond_the_screen(phone) == []
        picture(phone, f"phone-{name.lower()}")


def test_a_card_in_a_pane_out_of_sight_is_announced_by_a_dot(phone):
    say(customer(phone), "card")
    tab = phone.get_by_role("navigation", name="Panes").get_by_role("button", name="Staff")
    expect(tab).to_contain_text("unread")
    tab.click()
    expect(bubble(staff(phone), "R-2041, 48 h left")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_is_easy_to_read_in_light_and_in_dark(open_page, picture, scheme):
    page = open_page(color_scheme=scheme)
    say(customer(page), "/start")
    say(customer(page), "card")
    expect(bubble(staff(page), "R-2041, 48 h left")).to_be_visible()
    picture(page, scheme)
    for selector in (
        ".text",
        ".stamp",
        ".hint",
        ".key",
        ".mine .text",
        ".status",
        ".tool",
        ".closed",
        ".key[data-style]",
    ):
        assert contrast(page, selector) >= 4.5, selector


def contrast(page: Page, selector: str) -> float:
    """How far the colour of the first such element stands off from what is painted behind it."""
    ink, ground = page.locator(selector).first.evaluate(
        """element => {
            const colours = [getComputedStyle(element).color];
            for (let node = element; node; node = node.parentElement) {
                colours.push(getComputedStyle(node).backgroundColor);
            }
            const pen = new OffscreenCanvas(1, 1).getContext("2d");
            const painted = (list) => {
                pen.clearRect(0, 0, 1, 1);
                for (const colour of list) { pen.fillStyle = colour; pen.fillRect(0, 0, 1, 1); }
                return [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3);
            };
            const layers = colours.slice(1).reverse();
            return [painted([...layers, colours[0]]), painted(layers)];
        }""",
    )
    light, dark = sorted((luminance(ink), luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: list[int]) -> float:
    shares = [part / 255 for part in colour]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
