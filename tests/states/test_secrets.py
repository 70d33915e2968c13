import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mnemonic import Mnemonic

from states.reading.normalise import normalise
from states.reading.secrets import SecretHit, find_secret

CARD = "4012888888881881"


def kind(text, **options):
    hit = find_secret(normalise(text), **options)
    return hit and hit.kind


def test_the_hit_says_where_the_secret_stands():
    text = normalise("my card is 4012 8888 8888 1881, ok?")
    hit = find_secret(text)
    assert text[hit.start : hit.end] == "4012 8888 8888 1881"


def test_the_hit_never_holds_the_secret():
    assert "4012" not in repr(find_secret("4012888888881881"))


def test_a_code_that_we_asked_for_may_pass_while_other_secrets_may_not():
    """C21"""
    assert kind("my code is 482913") == "secret_otp_code"
    assert kind("my code is 482913", expecting={"secret_otp_code"}) is None
    assert kind("code 482913, card 4012888888881881", expecting={"secret_otp_code"}) == "secret_card_number"


def luhn(payload):
    """The payload with its check digit, worked out the long way."""
    total = 0
    for place, digit in enumerate(reversed(payload)):
        number = int(digit)
        if place % 2 == 0:
            number = number * 2 - 9 if number > 4 else number * 2
        total += number
    return payload + str(-total % 10)


cards = st.builds(
    lambda prefix, rest: luhn((prefix + rest)[:15]),
    st.sampled_from(["4", "51", "55", "2221", "2720", "6011", "65", "3528", "62", "5019", "2200"]),
    st.text("0123456789", min_size=15, max_size=15),
)
gaps = st.sampled_from([" ", "-", ".", "\n", "_", "/", " - ", "\u00a0", "\u200b", "", "\u2009", "–"])
digits_of_a_script = st.sampled_from(["0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९", "０１２３４５６７８９"])


@given(cards, gaps, st.integers(1, 8), digits_of_a_script)
def test_a_card_number_is_found_however_it_is_split_and_in_any_digits(card, gap, size, digits):
    groups = [card[at : at + size] for at in range(0, len(card), size)]
    written = gap.join(groups).translate(str.maketrans("0123456789", digits))
    assert kind(written) == "secret_card_number"
    assert kind(f"hello\nmy card: {written}, expires soon") == "secret_card_number"


@given(cards, st.integers(1, 9))
def test_a_number_with_a_wrong_check_digit_is_no_card(card, slip):
    wrong = card[:-1] + str((int(card[-1]) + slip) % 10)
    assert kind(f"order {wrong}") is None


@given(st.sampled_from(Mnemonic.list_languages()), st.data())
def test_a_seed_phrase_is_found_in_every_word_list(language, data):
    words = data.draw(st.lists(st.sampled_from(Mnemonic(language).wordlist), min_size=12, max_size=24))
    joined = data.draw(st.sampled_from([" ", ", ", "\n", " / ", " . "])).join(words)
    assert kind(joined) == "secret_seed_phrase"
    numbered = "\n".join(f"{number}. {word}" for number, word in enumerate(words, start=1))
    assert kind(numbered) == "secret_seed_phrase"


@pytest.mark.parametrize(
    "words", [["zebra"] * 11, ["what", "is", "a", "seed", "phrase", "and", "do", "you", "need", "mine"]]
)
def test_fewer_words_are_no_seed_phrase(words):
    assert kind(" ".join(words)) is None


def test_one_mistyped_word_does_not_hide_a_seed_phrase():
    assert kind("ozone drill grab fiber curtain grace puding thank cruise elder eight picnic") == "secret_seed_phrase"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hunter2! that is the password", "secret_password"),
        ("482913 is your CEX.IO code", "secret_otp_code"),
        ("privkey ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80", "secret_private_key"),
        ("ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80 is my private key", "secret_private_key"),
        ("214 is the cvv", "secret_cvv"),
        ("8830 is the pin of my card", "secret_pin"),
        ("JBSWY3DPEHPK3PXP is my authenticator key", "secret_2fa_key"),
    ],
)
def test_a_secret_is_seen_before_its_name_as_well_as_after(text, expected):
    assert kind(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "I forgot my password",
        "the password reset link does not arrive",
        "my password does not work",
        "the code never came",
        "**** 4242",
        "last 4 digits 0077, Lloyds",
        "ticket 482913, the sms never came",
        "postal code 110001",
        "IBAN GB29 NWBK 6016 1331 9268 19",
        "0x742d35Cc6634C0532925a3b844Bc454e4438f44e",
        "txid 4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b",
        "House 12, MG Road, Bengaluru, India, PIN 560001",
        "I had 250000 SHIB and got no code",
        "22 March 2019, 2.00456 BTC, deposit",
    ],
)
def test_what_only_speaks_of_secrets_passes(text):
    """S21 S22"""
    assert kind(text) is None


@given(st.text(max_size=400))
def test_any_text_can_be_looked_at(text):
    hit = find_secret(normalise(text))
    assert hit is None or isinstance(hit, SecretHit)


@given(st.text("0123456789 .,-+:codepaswr\nn/#", max_size=400))
def test_a_hit_lies_within_the_text(text):
    normal = normalise(text)
    hit = find_secret(normal)
    assert hit is None or 0 <= hit.start < hit.end <= len(normal)


@pytest.mark.parametrize(
    "bite",
    [
        "4 ",
        "4242 ",
        "code ",
        "password ",
        "code 123456 ",
        "abandon zebra ",
        "0a",
        "private key ",
        "A",
        "a1-",
        "sms 1234 , ",
        "pass a b c d e f ",
        "GB29 ",
        "ABC2 ",
        "pin, 1234 ",
        "pasword ",
        "passwort x1y2z ",
        "you sent 123456 ",
        "one two ",
        "4000 then ",
        "back 123 ",
        "a@b.cd ",
    ],
)
def test_ten_thousand_characters_take_no_noticeable_time(bite):
    """A long message must not be a way to stop the bot. The bound is wide: machines differ."""
    text = normalise((bite * 10_000)[:10_000])
    find_secret("warm up the word lists: " + "abandon " * 6)
    start = time.process_time()
    find_secret(text)
    assert time.process_time() - start < 0.5


KEY = "ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("my pasword is Cherry_88", "secret_password"),
        ("ich benutze Dachs!45 als Passwort", "secret_password"),
        ("lösenordet är Björk2020", "secret_password"),
        ('i used "three tall trees 5" as my password', "secret_password"),
        ("password: purple monkey dishwasher", "secret_password"),
        ("jo.smith@gmail.com / Pebble77!", "secret_password"),
        ("520931 ist angekommen", "secret_otp_code"),
        ("2fa code: five two oh nine three one", "secret_otp_code"),
        ("cvv417", "secret_cvv"),
        ("die drei Ziffern hinten 417", "secret_cvv"),
        ("cvv four one seven", "secret_cvv"),
        (f"ключ от кошелька {KEY}", "secret_private_key"),
        ("first part 4000 0566 second part 5566 5556", "secret_card_number"),
        ("visa four zero zero zero zero five six six five five six six five five five six", "secret_card_number"),
        (
            "gravity machine north sort system female filter attitude volume fold club and the last one is stay",
            "secret_seed_phrase",
        ),
    ],
)
def test_a_secret_is_seen_misspelt_spelled_out_in_parts_or_with_words_between(text, expected):
    """S21 S22"""
    assert kind(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "my reference code is 520931",
        "merchant category code 6051",
        "jo.smith@gmail.com up123456789",
        "jo.smith@gmail.com, 14 May 1990",
        "passport: AB1234567, password forgotten",
        "i passed level2 verification, password lost",
        "password changed in March2021",
        "password is in my notebook",
        "I received 520931 SHIB",
        "case number you gave me: 662018",
        "room 882 at the back of card factory",
        f"hash {KEY} was sent to my wallet, do you need a key?",
        "deposit 4000 0566 then 100 EUR",
        "i tried two or three times four days ago, no code",
    ],
)
def test_what_looks_like_a_secret_but_has_another_name_passes(text):
    """S21 S22"""
    assert kind(text) is None


@given(st.sampled_from("password passwort wachtwoord salasana пароль".split()), st.data())  # noqa: SIM905
def test_a_slip_of_the_finger_in_the_word_password_hides_nothing(word, data):
    at = data.draw(st.integers(1, len(word) - 2))
    slip = data.draw(st.sampled_from([word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:]]))
    swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    for misspelt in (slip, swapped):
        if len(misspelt) >= 6:
            assert kind(f"{misspelt}: Cherry_88") == "secret_password"


@pytest.mark.parametrize("filler", ["4 ", "4-", "password ", "пароль ", "pw a ", "ok? "])
@pytest.mark.parametrize(
    ("secret", "kind"),
    [
        ("my card 4012 8888 8888 1881", "secret_card_number"),
        ("my password is Tiger9x!lamp", "secret_password"),
        ("cvv is 318", "secret_cvv"),
    ],
)
def test_a_secret_after_a_long_row_of_one_word_is_found(filler, secret, kind):
    """The work per message is bounded; what stands at its end is looked at all the same."""
    hit = find_secret(normalise(filler * (9000 // len(filler)) + "\n\nhello. " + secret))

    assert hit is not None
    assert hit.kind == kind
