from dataclasses import dataclass
from typing import Literal

Role = Literal["document", "selfie"]
"""What a picture should show: the document with the sheet, or the person with both."""


@dataclass(frozen=True, slots=True)
class Limits:
    """A score below `hard` is refused; one below `soft` is asked about once."""

    hard: float
    soft: float


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Where good pictures end. Each number was set on 74 good and 55 bad labelled pictures; what it did there stands
    beside it. To be measured again on photos that staff take of specimen documents.
    """

    max_pixels: int = 40_000_000
    """Width times height, read before anything is decoded: 12 MP phones pass, a 70 kB file of 576 MP does not."""
    min_long_side: int = 800
    """Pixels. A sheet was readable down to 480, not at 400: nearly twice that. Caught 4 of 4, refused 0 of 74."""
    min_short_side: int = 500
    dark: int = 60
    """The 95th percentile of grey (0 to 255) below which people cannot read. Caught 4 of 4, refused 0 of 74."""
    white: int = 250
    """Grey from which a pixel counts as burnt out."""
    burnt_share: float = 0.42
    """More of the frame burnt out than this is overexposed, unless there is ink. Caught 3 of 3, refused 0 of 74."""
    no_ink: int = 90
    """A 5th percentile of grey above this means no ink: white scans with dark text (0.8 burnt out) stay below."""
    document_sharpness: Limits = Limits(hard=2.5, soft=5.0)
    """Hard caught 18 of 18 blurred pictures of both roles; the least sharp good one scored 7.8."""
    selfie_sharpness: Limits = Limits(hard=1.5, soft=3.0)
    same_photo: int = 40
    """Fingerprint distance up to which two pictures of one case are the same photo. Re-saved, resized or cropped by
    1.5 % a side: caught 4 of 4; a document and its selfie were 108 or more apart."""
    seen_before: int = 32
    """The same across cases, for reviewers only: no false alarm in 5,253 pairs of different pictures."""
    fresh_days: int = 2
    """A capture date further than this from today is worth a reviewer's eye. 4 of 4, no false alarm."""
    screen_shape: float = 1.9
    """Long side over short side: phone screens are 2 and more, cameras 4:3 to 16:9. Not measured; advisory."""
    view_long_side: int = 2000
    """Pixels of the copy that reviewers see: no less than a document's small print needs."""
    view_quality: int = 88

    def sharpness(self, role: Role) -> Limits:
        return self.selfie_sharpness if role == "selfie" else self.document_sharpness


THRESHOLDS = Thresholds()
