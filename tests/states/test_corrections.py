import pytest
from hypothesis import given
from hypothesis import strategies as st

from states.reading.corrections import find_correction

LABELS = {
    "username": ("username", "e-mail", "usuario", "логин"),
    "phone": (
        "phone",
        "phone number",
        "teléfono",
        "Telefon",
        "téléphone",
        "telefone",
        "telefon",
        "телефон",
        "номер телефона",
    ),
    "full_name": ("name", "full name", "nombre", "Name"),
    "birth_date": ("date of birth", "дата рождения"),
    "address": ("address", "home address", "dirección", "Adresse", "endereço", "indirizzo", "adres", "адрес", "адреса"),
    "banks": ("banks", "bank", "банк"),
}
ORDER = tuple(LABELS)


def wish(text):
    return find_correction(text, LABELS, lambda: ORDER)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("change phone", "phone"),
        ("edit 2", "phone"),
        ("Change answer 3", "full_name"),
        ("correct my address", "address"),
        ("I want to change my phone number, please", "phone"),
        ("my address is wrong", "address"),
        ("go back to 1", "username"),
        ("cambiar teléfono", "phone"),
        ("quiero corregir mi dirección", "address"),
        ("Ich möchte meine Adresse ändern", "address"),
        ("modifier mon téléphone", "phone"),
        ("mudar o endereço", "address"),
        ("cambiare indirizzo", "address"),
        ("chcę zmienić adres", "address"),
        ("telefonu değiştir", "phone"),
        ("хочу изменить дату рождения", "birth_date"),
        ("виправити адресу", "address"),
    ],
)
def test_a_wish_to_change_an_answer_is_understood(text, key):
    """C08"""
    assert wish(text) == key


def test_the_new_answer_may_follow():
    """C08"""
    assert wish("change phone to +44 7912 654321") == "phone"
    assert wish("change address: 5 Rose Street, Leeds, UK") == "address"


@pytest.mark.parametrize(
    "answer",
    [
        "1 Change Alley, London EC3V, UK",
        "Change Alley 5 London",
        "Exchange Bank",
        "5 Correct Street, Leeds, UK",
        "Edit Kovács",
        "change 100 USD to EUR 3 May 2020",
        "my number changed",
        "the phone is broken",
        "2",
        "phone",
        "wrong",
        "edit",
    ],
)
def test_a_real_answer_is_not_swallowed(answer):
    """C08"""
    assert wish(answer) is None


@pytest.mark.parametrize("text", ["edit 0", "edit 7", "edit 99"])
def test_a_number_that_no_question_has_names_none(text):
    assert wish(text) is None


@given(st.text(max_size=200))
def test_any_text_is_a_wish_or_none(text):
    assert wish(text) in {None, *ORDER}
