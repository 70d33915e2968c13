"""Pictures drawn for the tests: a specimen card and a sheet on a desk. No real person, no real document."""

from functools import cache
from io import BytesIO

import numpy as np
from PIL import Image, ImageDraw, ImageFont


@cache
def document(seed: int = 1, size: tuple[int, int] = (1024, 768)) -> Image.Image:
    """A card with a portrait and print, a sheet with the phrase, on a grainy desk. The seed moves and names things."""
    chance = np.random.default_rng(seed)
    desk = chance.normal(120, 4, (960, 1280, 3)).clip(0, 255).astype(np.uint8)
    picture = Image.fromarray(desk)
    pen = ImageDraw.Draw(picture)
    x, y = (int(n) for n in chance.integers(40, 160, 2))
    pen.rectangle((x, y, x + 640, y + 420), fill=(226, 232, 214))
    pen.ellipse((x + 40, y + 90, x + 200, y + 310), fill=(96, 74, 60))
    for line in range(8):
        word = "".join(chance.choice(list("ABCDEFGHIKLMNOPRSTUVXYZ<0123456789"), 16))
        pen.text((x + 240, y + 30 + 46 * line), word, fill=(20, 20, 40), font=ImageFont.load_default(34))
    left, top = (int(n) for n in chance.integers(500, 620, 2))
    pen.rectangle((left, top, left + 560, top + 300), fill=(244, 244, 240))
    for line, text in enumerate(("CEX.IO, 2FA disable", f"Specimen {seed}", "20.11.2026")):
        pen.text((left + 30, top + 30 + 80 * line), text, fill=(30, 30, 90), font=ImageFont.load_default(52))
    return picture.resize(size, Image.Resampling.LANCZOS)


def file(picture: Image.Image, kind: str = "JPEG", **options) -> bytes:
    """The picture as bytes of that format."""
    if kind == "PNG":
        options["compress_level"] = 1  # the tests need no small files
    target = BytesIO()
    picture.save(target, kind, **options)
    return target.getvalue()


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))
