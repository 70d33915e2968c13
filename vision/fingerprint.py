import numpy as np
from PIL import Image

SIDE, LOW = 64, 16
_ROW, _COLUMN = np.arange(LOW)[:, None], np.arange(SIDE)[None, :]
COSINES = np.cos(np.pi * _ROW * (2 * _COLUMN + 1) / (2 * SIDE))
"""The lowest 16 waves of a 64-point discrete cosine transform, one a row."""


def fingerprint(pixels: Image.Image) -> str:
    """256-bit perceptual hash, 64 hex digits: which of the 16 x 16 lowest frequencies are above their median.

    It hardly changes when a picture is resized, compressed or brightened. With the customary 64 bits, 2 % of different
    documents of one layout would collide.
    """
    grey = np.asarray(pixels.convert("L").resize((SIDE, SIDE), Image.Resampling.BOX), dtype=np.float64)
    waves = (COSINES @ grey @ COSINES.T).ravel()
    bits = waves > np.median(waves[1:])  # the first is the mean brightness
    return np.packbits(bits).tobytes().hex()
