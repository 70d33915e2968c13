"""A bot of a few lines over raw HTTP, so that the page has somebody to talk to."""

import http.client
import json
import threading
from html import escape
from typing import Any

TOKEN = "4242:echo"
STAFF = -1001000000001
GREETING = (
    "<b>Step 1 of 2</b>\nWhat is your <i>username</i>?\n<code>marta.k@example.com</code>\n"
    "<pre>22 August 2025, 0.125 BTC, deposit, on the exchange itself</pre>"
    "The word is <tg-spoiler>opal</tg-spoiler>. /help"
)
CHOICES = [
    [{"text": "Send it", "callback_data": "toast", "style": "success"}],
    [
        {"text": "Read it", "callback_data": "alert", "style": "primary"},
        {"text": "Stop", "callback_data": "change", "style": "danger"},
    ],
    [
        {"text": "Copy the line", "copy_text": {"text": "CEX.IO, 2FA disable"}},
        {"text": "Go on", "url": "https://t.me/regain_demo_bot?start=case_R7"},
    ],
]
KEYS = {
    "keyboard": [[{"text": "Share my number", "request_contact": True}], [{"text": "Back"}, {"text": "Cancel"}]],
    "one_time_keyboard": True,
    "input_field_placeholder": "Number with country code",
}


class EchoBot:
    """Polls in a thread of its own until `stop`."""

    def __init__(self, host: str, port: int) -> None:
        self._address = (host, port)
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stopped.set()
        self._thread.join()

    def call(self, method: str, **params: Any) -> Any:
        connection = http.client.HTTPConnection(*self._address, timeout=10)
        try:
            connection.request(
                "POST", f"/bot{TOKEN}/{method}", json.dumps(params), {"Content-Type": "application/json"}
            )
            return json.loads(connection.getresponse().read()).get("result")
        except http.client.RemoteDisconnected:
            return None
        finally:
            connection.close()

    def _run(self) -> None:
        offset = 0
        while not self._stopped.is_set():
            for update in self.call("getUpdates", offset=offset, timeout=1) or []:
                offset = update["update_id"] + 1
                self._take(update)

    def _take(self, update: dict[str, Any]) -> None:
        if "message" in update:
            self._answer(update["message"])
        elif "edited_message" in update:
            message = update["edited_message"]
            self._say(message["chat"]["id"], f"Edited to {escape(message['text'])}")
        elif "callback_query" in update:
            self._press(update["callback_query"])

    def _answer(self, message: dict[str, Any]) -> None:
        chat, text = message["chat"]["id"], message.get("text", "")
        if text == "/start":
            self._say(chat, GREETING, inline_keyboard=CHOICES)
        elif text == "keys":
            self._say(chat, "What is your phone number?", **KEYS)
        elif text == "card":
            claim = [[{"text": "Claim", "callback_data": "claim", "style": "primary"}]]
            self._say(STAFF, "<b>R-2041</b>, 48 h left", inline_keyboard=claim)
        elif "contact" in message:
            self._say(chat, f"Thank you, {message['contact']['phone_number']}", remove_keyboard=True)
        elif "photo" in message:
            self._say(chat, "A photo of {width} x {height}".format(**message["photo"][-1]))
        elif text == "think":
            self.call("sendChatAction", chat_id=chat, action="typing")
        else:
            self._say(chat, f"You said <b>{escape(text)}</b>")

    def _press(self, query: dict[str, Any]) -> None:
        place = {"chat_id": query["message"]["chat"]["id"], "message_id": query["message"]["message_id"]}
        answers = {"toast": {"text": "It is sent"}, "alert": {"text": "Read this first", "show_alert": True}}
        self.call("answerCallbackQuery", callback_query_id=query["id"], **answers.get(query["data"], {}))
        if query["data"] == "change":
            self.call("editMessageText", **place, text="Stopped")
        if query["data"] == "claim":
            self.call("editMessageText", **place, text=f"R-2041 is with {query['from']['first_name']}")

    def _say(self, chat: int, text: str, **markup: Any) -> None:
        self.call(
            "sendMessage", chat_id=chat, text=text, parse_mode="HTML", **({"reply_markup": markup} if markup else {})
        )
