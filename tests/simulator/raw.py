"""A bot without a library, and pictures to send."""

import contextlib
import http.client
import io
import json
import uuid
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest
from PIL import Image

TOKEN = "7000000001:conformance"


class Refused(AssertionError):  # noqa: N818 - named for what happened
    """The Bot API answered `ok: false`."""

    def __init__(self, status, body):
        super().__init__(body["description"])
        self.status = status
        self.code = body["error_code"]
        self.description = body["description"]
        self.parameters = body.get("parameters", {})


@dataclass
class RawBot:
    """A bot without a library: JSON, or multipart where files go along."""

    base_url: str
    token: str = TOKEN

    def __call__(self, method, files=None, timeout_seconds=10, **params):
        if files:
            content_type, body = multipart(params, files)
        else:
            content_type, body = "application/json", json.dumps(params).encode()
        path = f"/bot{self.token}/{method}"
        status, _, content = self.exchange("POST", path, body, {"Content-Type": content_type}, timeout_seconds)
        answer = json.loads(content)
        if not answer["ok"]:
            assert status == answer["error_code"]
            raise Refused(status, answer)
        return answer["result"]

    def exchange(self, verb, path, body=None, headers=None, timeout_seconds=10):
        """HTTP as it is: status, headers, bytes."""
        address = urlsplit(self.base_url)
        connection = http.client.HTTPConnection(address.hostname, address.port, timeout=timeout_seconds)
        with contextlib.closing(connection):
            connection.request(verb, path, body, headers or {})
            response = connection.getresponse()
            return response.status, response.headers, response.read()

    def download(self, file_id):
        path = self("getFile", file_id=file_id)["file_path"]
        status, _, content = self.exchange("GET", f"/file/bot{self.token}/{path}")
        assert status == 200
        return content

    def refusal(self, method, **params):
        """How this call is refused, without the code's name for it."""
        with pytest.raises(Refused) as refused:
            self(method, **params)
        return refused.value

    def updates(self, **params):
        """What is pending, confirmed at once."""
        updates = self("getUpdates", **params)
        if updates:
            self("getUpdates", offset=updates[-1]["update_id"] + 1, limit=1)
        return updates


def multipart(params, files):
    boundary = uuid.uuid4().hex
    parts = []
    for name, value in params.items():
        text = value if isinstance(value, str) else json.dumps(value)
        parts.append(f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{text}\r\n'.encode())
    for name, content in files.items():
        head = f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"; filename="{name}.jpg"\r\n'
        parts.append(head.encode() + b"Content-Type: application/octet-stream\r\n\r\n" + content + b"\r\n")
    return f"multipart/form-data; boundary={boundary}", b"".join(parts) + f"--{boundary}--\r\n".encode()


def drawn(width=640, height=480, colour="teal", form="JPEG"):
    """A picture's bytes."""
    out = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(out, form)
    return out.getvalue()
