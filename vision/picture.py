"""From untrusted bytes to pixels."""

import warnings
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO

import numpy as np
from numpy.typing import NDArray
from PIL import ExifTags, Image, UnidentifiedImageError

from vision.look import NotAPicture
from vision.thresholds import Thresholds

FORMATS = ["JPEG", "PNG", "WEBP"]
if find_spec("pi_heif"):
    import_module("pi_heif").register_heif_opener()
    FORMATS.append("HEIF")

OTHER_PICTURES = (b"GIF8", b"II*\0", b"MM\0*", b"BM")
"""First bytes of pictures that we do not open: GIF, TIFF (two byte orders), BMP."""
MEDIA_BOX = b"ftyp"
"""Bytes 4 to 8 of HEIC, AVIF and video files."""

UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""How to turn a picture upright, by its EXIF orientation."""


@dataclass(frozen=True, slots=True)
class Traces:
    """What EXIF tells about where a picture comes from. Pictures sent as photos have none: Telegram strips it."""

    orientation: int = 1
    software: str = ""
    camera: str = ""
    taken: date | None = None


@dataclass(frozen=True)
class Picture:
    """A decoded picture, upright."""

    format: str
    width: int
    """Pixels of the original."""
    height: int
    pixels: Image.Image
    """RGB, no larger than the reviewer's copy."""
    traces: Traces

    @cached_property
    def grey(self) -> NDArray[np.float32]:
        """Grey values, 0 to 255, rows by columns, long side at most 1024: what the checks of light and blur measure."""
        grey = self.pixels.convert("L")
        scale = min(1.0, 1024 / max(grey.size))
        small = grey.resize(
            (max(1, round(grey.width * scale)), max(1, round(grey.height * scale))), Image.Resampling.BOX
        )
        return np.asarray(small, dtype=np.float32)

    def view(self, quality: int) -> bytes:
        """The picture as a fresh JPEG that holds nothing but its pixels."""
        jpeg = BytesIO()
        self.pixels.save(jpeg, "JPEG", quality=quality)
        return jpeg.getvalue()


def open_picture(data: bytes, thresholds: Thresholds) -> Picture:
    """The first and only frame of a photo. Raises NotAPicture."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow only warns of large pictures; we refuse them
        try:
            return _open(data, thresholds)
        except NotAPicture:
            raise
        except UnidentifiedImageError:
            raise NotAPicture("unsupported_format" if _is_another_picture(data) else "not_image") from None
        except (Image.DecompressionBombError, MemoryError):
            raise NotAPicture("too_many_pixels") from None
        except Exception:  # noqa: BLE001  decoders raise whatever a broken file makes them trip over
            raise NotAPicture("not_image") from None


def _open(data: bytes, thresholds: Thresholds) -> Picture:
    image = Image.open(BytesIO(data), formats=FORMATS)
    if image.width * image.height > thresholds.max_pixels:
        raise NotAPicture("too_many_pixels")
    if _is_animated(image):
        raise NotAPicture("unsupported_format")
    width, height = image.size
    limit = _fitting(image.size, thresholds.view_long_side)
    image.draft("RGB", limit)  # large JPEGs are decoded at a half, a quarter, an eighth, and never below the limit
    image.load()
    traces = _traces(image)
    pixels = image.convert("RGB")
    pixels.thumbnail(limit, Image.Resampling.LANCZOS)
    pixels.info.clear()  # comments and XMP would otherwise be saved along
    turn = UPRIGHT.get(traces.orientation)
    if turn is not None:
        pixels = pixels.transpose(turn)
        if traces.orientation >= 5:  # from 5 on width and height change places
            width, height = height, width
    return Picture("JPEG" if image.format == "MPO" else str(image.format), width, height, pixels, traces)


def _is_animated(image: Image.Image) -> bool:
    """More than one frame; but a phone's JPEG may carry a preview or a depth map behind the photo itself (MPO)."""
    return image.format != "MPO" and getattr(image, "n_frames", 1) > 1


def _is_another_picture(data: bytes) -> bool:
    return data.startswith(OTHER_PICTURES) or data[4:8] == MEDIA_BOX


def _fitting(size: tuple[int, int], long_side: int) -> tuple[int, int]:
    scale = min(1.0, long_side / max(size))
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def _traces(image: Image.Image) -> Traces:
    try:
        exif = image.getexif()
        details = exif.get_ifd(ExifTags.IFD.Exif)
        return Traces(
            orientation=exif.get(ExifTags.Base.Orientation, 1),
            software=str(exif.get(ExifTags.Base.Software, "")),
            camera=str(exif.get(ExifTags.Base.Model, "")),
            taken=_day(details.get(ExifTags.Base.DateTimeOriginal)),
        )
    except Exception:  # noqa: BLE001  broken EXIF is no reason to refuse a photo
        return Traces()


def _day(written: object) -> date | None:
    try:
        return datetime.strptime(str(written)[:10], "%Y:%m:%d").date()  # noqa: DTZ007  EXIF knows no zone
    except ValueError:
        return None
