import pytest
from hypothesis import given
from hypothesis import strategies as st

from states.reading.words import (
    NO,
    YES,
    has_phrase,
    peel,
    peel_label,
    phrase_book,
    plain,
    says_no,
    says_none,
    says_unknown,
    says_yes,
    without_courtesies,
)


@pytest.mark.parametrize(
    "text",
    [
        "yes",
        "YES!",
        "Sure.",
        "sí",
        "Si",
        "claro que sí",
        "ja klar",
        "oui",
        "sim",
        "так",
        "да",
        "evet",
        "👍",
        "👍🏽",
        "yes please",
    ],
)
def test_a_yes_is_heard_in_any_language(text):
    assert says_yes(text)
    assert not says_no(text)


@pytest.mark.parametrize(
    "text", ["no", "Nope.", "nein", "non", "não", "nie", "hayır", "нет", "ні", "no, thanks", "👎", "i dont", "I don't"]
)
def test_a_no_is_heard_in_any_language(text):
    assert says_no(text)
    assert not says_yes(text)


@pytest.mark.parametrize(
    "text",
    ["none", "I have none", "never", "ninguno", "keine", "aucune", "nenhuma", "nie mam", "никаких", "немає", "n/a"],
)
def test_none_is_heard_in_any_language(text):
    """C28"""
    assert says_none(text)


@pytest.mark.parametrize(
    "text",
    [
        "I dont remember",
        "sorry, I can't remember my exact address",
        "no idea",
        "no lo recuerdo bien",
        "weiß ich leider nicht mehr",
        "je ne sais pas",
        "não me lembro",
        "non ricordo",
        "nie pamiętam",
        "hatırlamıyorum",
        "не помню",
        "гадки не маю",
    ],
)
def test_not_remembering_is_heard_in_any_language(text):
    """C28"""
    assert says_unknown(text)


@pytest.mark.parametrize(
    "text", ["not sure, maybe 22 March 2019", "up150607080 I think", "Barclays", "not sure " + "x" * 100]
)
def test_a_doubt_beside_an_answer_is_not_the_whole_message(text):
    assert not says_unknown(text)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Hello! Well, my full name is Ann Lee, thanks", "Ann Lee"),
        ("mein vollständiger Name ist Lena Vogel", "Lena Vogel"),
        ("hola, es el Banco Santander, gracias", "Banco Santander"),
        ("c'est la Société Générale merci", "Société Générale"),
        ("здравствуйте, мой банк это Сбербанк, спасибо", "Сбербанк"),
        ("it's +44 7912 654321 🙏", "+44 7912 654321"),
        ("ok its john@example.org", "john@example.org"),
    ],
)
def test_greetings_lead_ins_and_thanks_are_peeled_off(text, answer):
    assert peel(text) == answer


@pytest.mark.parametrize(
    "answer",
    [
        "Ola Nowak",
        "So Young Kim",
        "Son Heung-min",
        "John Mate",
        ".5 BTC",
        "La Paz",
        "Well Street 5, London",
        "hi-tech@example.org",
        "Berlin 🇩🇪",
        "+44 7912 654321",
        "(212) 555-0142",
    ],
)
def test_an_answer_that_looks_like_a_courtesy_stays_whole(answer):
    assert peel(answer) == answer


def test_what_is_only_a_courtesy_is_left_as_it_is():
    assert peel("Hello") == "Hello"
    assert without_courtesies("thanks") == "thanks"


def test_a_meaningful_lead_in_survives_when_only_courtesies_go():
    assert without_courtesies("Hi, my last deposit was 5 EUR, thanks") == "my last deposit was 5 EUR"


@pytest.mark.parametrize("text", ["Country: Portugal", "country - Portugal", "COUNTRY Portugal", "country is Portugal"])
def test_a_label_is_peeled_off(text):
    assert peel_label(text, ["country"]) == "Portugal"


def test_a_word_that_begins_like_a_label_is_no_label():
    assert peel_label("Countryside Alliance", ["country"]) == "Countryside Alliance"


def test_phrases_are_found_among_words_without_case_accents_or_apostrophes():
    book = phrase_book("ne m'en souviens")
    assert has_phrase(plain("Je NE M’EN SOUVIENS plus!"), book)
    assert not has_phrase(plain("souviens ne m'en"), book)


def test_only_words_of_two_languages_are_both_a_yes_and_a_no():
    """A word in both books would be read by whoever asks first."""
    assert (YES & NO) - {"ne"} == set()


@given(st.text(max_size=300))
def test_any_text_can_be_peeled_and_no_letter_is_invented(text):
    assert set(peel(text)) <= set(text)
    assert len(peel(text)) <= len(text)


@given(st.text(max_size=300))
def test_plain_words_stay_plain(text):
    assert plain(plain(text)) == plain(text)
