"""What reviewers may ask for besides the answers, through the real process."""

from simulator.people import SOME_VIDEO
from tests.conversations.living import Customer, Reviewer

MPEG4 = SOME_VIDEO.content
LONGEST = 30


def asks_for_a_video(reviewer: Reviewer, ref: str) -> str:
    """The words that are to be spoken."""
    dossier = reviewer.claims(ref)
    reviewer.turns(dossier, "Ask for more", "☐ Short video")
    reviewer.person.taps_on(reviewer.turns(dossier, "☐ Short video", "Send: 1"), "Send: 1")
    return reviewer.person.hears("the video must say").text.split("“")[1].split("”")[0]


def test_a_video_is_asked_for_checked_and_seen_by_the_reviewer(customer, rita, channel, sim, bot):
    """C54: spoken words of this request; length, size and type are checked; R07, R08: protected, each view an event."""
    ann: Customer = customer()
    ref = ann.sends_request()
    phrase = asks_for_a_video(Reviewer(rita, channel), ref)
    asked = ann.person.hears("Send a short video")
    assert f"<code>{phrase}</code>" in asked.html

    ann.person.sends_video(MPEG4, seconds=LONGEST + 1)
    assert ann.person.hears("The video must be 30 seconds or shorter")
    ann.person.sends_video(MPEG4 + b"\0" * (20 * 1024 * 1024))
    assert ann.person.hears("The video must be smaller than 20MB")
    ann.person.sends_video(b"no video at all", note=True)
    assert ann.person.hears("We could not open that video")
    ann.person.sends_video(MPEG4 + ref.encode(), seconds=LONGEST, note=True)
    assert ann.person.hears("Thank you. We have it.")

    dossier = rita.hears(f"{ref}: the customer replied")
    assert "Short video: 30 seconds" in dossier.text
    rita.taps_on(dossier, "Photos")
    seen = rita.hears(f"{ref}: Short video")
    assert seen.protected
    assert sim.request("GET", f"/sim/files/{seen.raw['video']['file_unique_id']}") == (MPEG4 + ref.encode()).decode()
    sim.settle()
    assert bot.events_of(ref).count("video_viewed") == 1
    sealed = b"".join(bytes(row[0]) for row in bot.rows("SELECT sealed_original FROM photos WHERE question = 'video'"))
    assert sealed
    assert MPEG4 not in sealed
