"""Secrets: gone from the chat, and nowhere in the database, the files or the log."""

import pytest

from tests.conversations.living import QUESTIONS

SEED = "legal winner thank year wave sausage worth useful legal winner thank yellow"
SECRETS = {
    "a card number": ("Barclays 4111 1111 1111 1111", "had a card number in it", ("4111 1111", "41111111")),
    "a seed phrase": (SEED, "looked like a secret phrase", ("sausage",)),
    "a password": ("my password is Tr0ub4dor&3", "looked like a password", ("Tr0ub4dor",)),
    "a code": ("482913 is your CEX.IO code", "looked like a login or 2FA code", ("482913",)),
}


@pytest.mark.parametrize("what", SECRETS)
def test_a_secret_disappears_and_nothing_of_it_is_kept(customer, bot, sim, what):
    """C31, S47, O06: deleted from the chat, the person told why, the question stands, no trace on the disk."""
    text, warning, traces = SECRETS[what]
    ann = customer()
    ann.begins()
    ann.answers_until("banks")
    said = ann.person.says(text)
    assert ann.person.hears(warning)
    assert ann.person.hears(QUESTIONS["banks"])
    sim.settle()
    assert ann.person.message(said.message_id).deleted
    on_disk = b"".join(path.read_bytes() for path in bot.folder.rglob("*") if path.is_file())
    assert [trace for trace in traces if trace.encode() in on_disk] == []
    ann.answers_step("banks")
    assert ann.person.hears(QUESTIONS["doc_type"])


def test_where_telegram_does_not_delete_the_person_is_asked_to(customer, sim):
    """C31: a message that the bot may not delete is the person's to delete."""
    ann = customer()
    ann.begins()
    sim.fault("code", method="deleteMessage", times=1, code=400, description="Bad Request: message can't be deleted")
    ann.person.says("4111 1111 1111 1111")
    assert ann.person.hears("Delete it from this chat")


def test_no_collected_value_is_in_the_log_or_in_clear_on_the_disk(customer, bot, sim, rita, channel):
    """O06: after a whole case a search of log and database finds none of its values."""
    from tests.conversations.living import Reviewer

    ann = customer(full_name="Zacharias Quellwasser", address="77 Hidden Lane, Leeds LS1 4AB, United Kingdom")
    ref = ann.sends_request()
    reviewer = Reviewer(rita, channel)
    reviewer.approves(reviewer.claims(ref), ref)
    sim.settle()
    on_disk = b"".join(path.read_bytes() for path in bot.folder.rglob("*") if path.is_file())
    values = (ann.answers["username"], ann.answers["phone"], "Quellwasser", "Hidden Lane", "2.00456", "Barclays")
    assert [value for value in values if value.encode() in on_disk] == []
