"""What the bot needs from the world outside, each played by a fake."""

from tests.bot.town import ANN, STAFF, photo


async def test_a_whole_request_goes_through_with_telegram_time_and_pictures_played(town):
    """O01, O03: Telegram, the clock and the eye are arguments; with fakes of them no network and no waiting is left."""
    await town.draft(ANN, until="document_photo")
    for _ in range(2):
        await town.receives(photo(ANN))
        await town.works()
        await town.sends()
    assert "Check your answers before you send them" in town.said(ANN)[-1]
    await town.hears(ANN, "send my request")
    assert "Your reference is R-2041." in town.said(ANN)[-1]
    assert any(text.startswith("<b>R-2041") for text in town.said(STAFF))
    assert town.gallery.roles == ["document", "selfie"]
    async with town.store.reading() as tx:
        case = await tx.cases.by_ref("R-2041")
    assert case.submitted_at == town.clock.now
