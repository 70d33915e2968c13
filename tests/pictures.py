"""Pictures that tests send: specimens drawn here, nobody's document."""

import random
from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw, ImageFilter, ImageFont

SIZE = (1280, 960)


@cache
def specimen(seed: int = 1, size: tuple[int, int] = SIZE) -> bytes:
    """A sharp, well-lit JPEG of a card and a sheet; another seed is another picture."""
    return _jpeg(_drawn(seed, size))


@cache
def blurred(seed: int = 1) -> bytes:
    """The specimen out of focus: too blurred to read."""
    return _jpeg(_drawn(seed, SIZE).filter(ImageFilter.GaussianBlur(9)))


@cache
def tiny(seed: int = 1) -> bytes:
    """A thumbnail."""
    return specimen(seed, (320, 240))


def _drawn(seed: int, size: tuple[int, int]) -> Image.Image:
    chance = random.Random(seed)
    width, height = size
    picture = Image.new("RGB", size, (170, 160, 145))
    pen = ImageDraw.Draw(picture)
    font = ImageFont.load_default(max(12, height // 30))
    for _ in range(12):  # what lies on the table differs, as it does between two photos
        x, y = chance.randrange(width), chance.randrange(height)
        shade = chance.randrange(60, 210)
        box = (x, y, x + chance.randrange(width // 8, width // 3), y + chance.randrange(height // 8, height // 3))
        pen.rectangle(box, fill=(shade, shade - 10, shade - 20))
    left, top = chance.randrange(width // 20, width // 6), chance.randrange(height // 20, height // 6)
    pen.rectangle((left, top, left + width // 2, top + height // 2), fill=(215, 225, 230), outline=(40, 60, 90))
    sheet = (width // 3, height * 2 // 3, width - width // 12, height - height // 20)
    pen.rectangle(sheet, fill=(240, 240, 232), outline=(90, 90, 90))
    for row in range(10):
        words = "".join(chance.choice("ABCDEFGHJKLMNPQRSTUVWXYZ0123456789< ") for _ in range(26))
        pen.text((left + 10, top + 8 + row * height // 24), f"SPECIMEN {words}", font=font, fill=(20, 30, 40))
    pen.text((sheet[0] + 12, sheet[1] + 12), f"CEX.IO, 2FA disable {seed}", font=font, fill=(20, 20, 90))
    for _ in range(500):
        x, y = chance.randrange(width), chance.randrange(height)
        shade = chance.randrange(60, 200)
        pen.rectangle((x, y, x + chance.randrange(2, 12), y + chance.randrange(2, 12)), fill=(shade, shade, shade - 30))
    return picture


def _jpeg(picture: Image.Image) -> bytes:
    out = BytesIO()
    picture.save(out, "JPEG", quality=92)
    return out.getvalue()
