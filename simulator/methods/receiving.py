"""How a bot gets its updates: by asking, or by webhook; and how it answers button presses."""

import re
import time
from urllib.parse import urlsplit

from simulator.call import Call
from simulator.errors import bad_request, conflict
from simulator.model import Json
from simulator.updates import Update

LONGEST_POLL = 50
MOST_IN_BATCH = 100
HASTY_WAIT = 3
"""Seconds: a poll that repeats the last one sooner, and would not wait itself, is made to wait."""
FRANTIC_WAIT = 0.5
MOST_CONNECTIONS = 100
LONGEST_SECRET = 256
LONGEST_ANSWER = 200
WEBHOOK_PORTS = {443, 80, 88, 8443}
LOOPBACK = {"127.0.0.1", "localhost", "::1"}
OTHER_POLL = "terminated by other getUpdates request; make sure that only one bot instance is running"


async def get_updates(call: Call) -> list[Json]:
    """The earliest unconfirmed updates, waiting for one if asked to."""
    bot, params = call.bot, call.params
    if bot.webhook:
        raise conflict(
            "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
        )
    limit = min(max(params.integer("limit", MOST_IN_BATCH), 1), MOST_IN_BATCH)
    wait = min(max(params.integer("timeout"), 0), LONGEST_POLL)
    _allow(call)
    if call.world.settings.real_limits and wait < HASTY_WAIT:
        limit = await _slow_down(call, limit)
    bot.last_poll = (params.integer("offset"), time.monotonic())
    if offset := params.integer("offset"):
        bot.queue.confirm(offset)
        call.world.feed.stir()
    batch = bot.queue.pending()[:limit]
    if not batch and wait:
        batch = (await _wait_for_updates(call, wait))[:limit]
    return [update.as_json() for update in batch]


async def _slow_down(call: Call, limit: int) -> int:
    """Telegram makes a bot wait that asks the same again at once; returns how many updates it gets."""
    offset, asked_at = call.bot.last_poll
    since = time.monotonic() - asked_at
    if offset != call.params.integer("offset") or since >= HASTY_WAIT:
        return limit
    await call.world.clock.sleep(HASTY_WAIT - since)
    return 1 if since < FRANTIC_WAIT else limit


async def _wait_for_updates(call: Call, wait: int) -> list[Update]:
    bot = call.bot
    poll = object()
    bot.poll, bot.poll_ended_by = poll, OTHER_POLL
    call.world.feed.stir()

    def look() -> list[Update] | None:
        return bot.queue.pending() if bot.poll is not poll else bot.queue.pending() or None

    found = await call.world.feed.wait_for(look, wait)
    if bot.poll is not poll:
        if call.world.settings.real_limits:
            await call.world.clock.sleep(HASTY_WAIT)
        raise conflict(bot.poll_ended_by)
    bot.poll = None
    return found or []


async def set_webhook(call: Call) -> bool:
    params, bot = call.params, call.bot
    url = params.text("url")
    if not url:
        return await delete_webhook(call)
    _check_webhook_url(url)
    secret = params.text("secret_token")
    if len(secret) > LONGEST_SECRET:
        raise bad_request("secret token is too long")
    if not re.fullmatch(r"[A-Za-z0-9_-]*", secret):
        raise bad_request("secret token contains unallowed characters")
    _allow(call)
    if params.flag("drop_pending_updates"):
        bot.queue.confirm_all()
    bot.webhook = {
        "url": url,
        "secret": secret,
        "max_connections": min(max(params.integer("max_connections", 40), 1), MOST_CONNECTIONS),
    }
    if bot.poll:
        bot.poll, bot.poll_ended_by = None, "terminated by setWebhook request"
    call.world.feed.stir()
    return True


async def delete_webhook(call: Call) -> bool:
    if call.params.flag("drop_pending_updates"):
        call.bot.queue.confirm_all()
    call.bot.webhook = None
    call.world.feed.stir()
    return True


async def get_webhook_info(call: Call) -> Json:
    bot = call.bot
    info: Json = {"url": "", "has_custom_certificate": False, "pending_update_count": len(bot.queue.pending())}
    if bot.webhook:
        info |= {name: value for name, value in bot.webhook.items() if name != "secret"}
    if bot.queue.allowed is not None:
        info["allowed_updates"] = sorted(bot.queue.allowed)
    return info


async def answer_callback_query(call: Call) -> bool:
    pending = call.bot.callbacks.get(call.params.text("callback_query_id"))
    late = pending is None or call.world.clock.now() - pending.asked_at > call.world.settings.callback_seconds
    if pending is None or late:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    text = call.params.text("text")
    if len(text) > LONGEST_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    if pending.answer is None:
        pending.answer = {
            "text": text,
            "show_alert": call.params.flag("show_alert"),
            "url": call.params.text("url"),
        }
        place = {"chat": pending.chat.id, "message_id": pending.message_id}
        answered = {"id": pending.id, "user": pending.user.id, "answered": True}
        call.world.feed.publish("callback", answered | place | pending.answer)
    return True


def _allow(call: Call) -> None:
    kinds = call.params.texts("allowed_updates")
    if kinds is not None:
        call.bot.queue.allow(kinds)


def _check_webhook_url(url: str) -> None:
    parts = urlsplit(url)
    if parts.hostname in LOOPBACK:
        return
    if parts.scheme != "https":
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if (parts.port or 443) not in WEBHOOK_PORTS:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
