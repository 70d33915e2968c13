import base64
import secrets

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage import Damaged, Keys, WrongKey
from storage.seal import Box, Installation

KEY = secrets.token_bytes(32)


@given(plain=st.binary(), place=st.text(st.characters(codec="utf-8")))
def test_what_is_sealed_opens_to_the_same(plain, place):
    assert Box(KEY).open(Box(KEY).seal(plain, place), place) == plain


def test_what_the_first_release_sealed_opens():
    sealed = bytes.fromhex("018ec167dc4cca65082a8488b76cc3b071d80bcca99913eaf3408e49949b2d2c60e0f798")
    assert Box(bytes(range(32))).open(sealed, "outbox|sealed_params|1.1") == b"as ever"


def test_a_sealed_value_does_not_open_in_another_place():
    """A ciphertext cannot be moved to another case, question or column."""
    sealed = Box(KEY).seal(b"x", "answers|sealed_answer|1|phone")
    with pytest.raises(Damaged):
        Box(KEY).open(sealed, "answers|sealed_answer|2|phone")


def test_a_sealed_value_does_not_open_with_another_key():
    with pytest.raises(Damaged):
        Box(secrets.token_bytes(32)).open(Box(KEY).seal(b"x", "here"), "here")


@given(data=st.data())
def test_a_changed_byte_is_noticed(data):
    sealed = bytearray(Box(KEY).seal(b"some words", "here"))
    sealed[data.draw(st.integers(0, len(sealed) - 1))] ^= data.draw(st.integers(1, 255))
    with pytest.raises(Damaged):
        Box(KEY).open(bytes(sealed), "here")


@pytest.mark.parametrize("length", range(30))
def test_a_cut_off_value_is_noticed(length):
    sealed = Box(KEY).seal(b"some words", "here")
    with pytest.raises(Damaged):
        Box(KEY).open(sealed[:length], "here")


def test_the_same_value_is_sealed_differently_each_time():
    assert Box(KEY).seal(b"x", "here") != Box(KEY).seal(b"x", "here")


def test_fresh_keys_differ_and_parse():
    assert Keys.new() != Keys.new()
    assert repr(Keys.parse(f"{Keys.new()}, {Keys.new()}")) == "Keys(2)"


@pytest.mark.parametrize(
    "form", [base64.b64encode, base64.urlsafe_b64encode, lambda key: base64.urlsafe_b64encode(key).rstrip(b"=")]
)
def test_keys_may_be_written_in_any_base64(form):
    key = b"\xfb\xff" * 16
    assert Keys.parse(form(key).decode()).newest == Keys.parse(base64.b64encode(key).decode()).newest


@pytest.mark.parametrize(
    "text",
    ["", "changeme", "c2hvcnQ=", f"{Keys.new()},", f"{Keys.new()} {Keys.new()}", "é" * 43, Keys.new() + "AAAA"],
    ids=["none", "a word", "short", "trailing comma", "no comma", "no base64", "long"],
)
def test_a_wrong_key_is_named_by_its_place_and_never_quoted(text):
    """O05, O06"""
    with pytest.raises(ValueError, match=r"^DATA_KEYS: key [12] is not 32 bytes in base64$") as refused:
        Keys.parse(text)
    assert refused.value.__context__ is None


def test_what_an_older_key_wrapped_still_opens():
    old, new = Keys.new(), Keys.new()
    wrapped = Keys.parse(old).wrap(KEY, "here")
    kek = Keys.parse(old).newest
    assert Keys.parse(f"{new},{old}").unwrap(kek, wrapped, "here") == KEY
    with pytest.raises(WrongKey):
        Keys.parse(new).unwrap(kek, wrapped, "here")


def test_digests_ignore_case_and_width_but_not_the_field_or_the_installation():
    """O14"""
    ours, theirs = Installation(KEY), Installation(secrets.token_bytes(32))
    assert ours.digest("phone", " ＋４４ ") == ours.digest("phone", "+44")
    assert ours.digest("username", "ANN@x.org") == ours.digest("username", "ann@x.org")
    assert ours.digest("phone", "+44") != ours.digest("username", "+44")
    assert ours.digest("phone", "+44") != theirs.digest("phone", "+44")
