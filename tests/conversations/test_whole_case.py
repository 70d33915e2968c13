"""From /start to the decision, through the real process and real HTTP."""


def test_the_seed_case_ends_with_an_approved_customer(customer, rita, channel, sim):
    """C01, C04, C11, R01, S17-S29: the examples of the help article, typed, are a whole case."""
    marta = customer()
    ref = marta.sends_request()
    card = channel.hears(ref)
    assert "NEW" in card.text
    assert card.buttons == ["Claim"]

    answer = rita.taps_on(card, "Claim", in_=channel)
    assert ref in answer.text
    dossier = rita.hears(ref)
    assert "Barclays Bank, Bank of England" in dossier.text
    rita.taps_on(dossier, "Photos")
    rita.hears(f"{ref}: Photo of you")
    rita.taps_on(dossier, "Approve")
    rita.taps(f"2FA is off, approve {ref}")
    assert f"{ref} is approved" in marta.person.hears("is approved").text
    sim.settle()
    assert "APPROVED" in channel.message(card.message_id).text
    assert sum(ref in message.text for message in channel.messages()) == 1
    assert sim.violations() == []
