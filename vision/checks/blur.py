from typing import Any

import numpy as np
from numpy.typing import NDArray

from vision.checks import NOTHING, Asked, Finding, refuse
from vision.look import Problem
from vision.picture import Picture

Grey = NDArray[np.floating[Any]]

TILE = 64
SIGMA = 1.5
_REACH = np.arange(-5, 6)
BELL = np.exp(-(_REACH**2) / (2 * SIGMA**2))
BELL = (BELL / BELL.sum()).astype(np.float32)


def blur(picture: Picture, asked: Asked) -> Finding:
    """Blurred beyond reading, or so that it is worth one more try."""
    score, limits = sharpness(picture.grey), asked.thresholds.sharpness(asked.role)
    if score < limits.hard:
        return refuse("too_blurry")
    if score < limits.soft:
        return Finding(problems=(Problem("too_blurry", "soft"),))
    return NOTHING


def sharpness(grey: Grey) -> float:
    """How sharp the sharper parts of a picture are in the direction in which they are least so.

    `grey` is rows by columns, 0 to 255, long side 1024 (a larger picture would score lower). The score falls steadily
    with blur of any direction and hardly moves with noise or light, unlike the variance of the Laplacian, which sensor
    noise lifts. 0 where the picture is smaller than a tile.
    """
    if min(grey.shape) < TILE + 2:
        return 0.0
    smooth = _smoothed(_stretched(grey))
    middle = 2 * smooth[1:-1, 1:-1]
    across = smooth[1:-1, 2:] + smooth[1:-1, :-2] - middle
    down = smooth[2:, 1:-1] + smooth[:-2, 1:-1] - middle
    falling = (smooth[2:, 2:] + smooth[:-2, :-2] - middle) / 2  # a diagonal step is longer by the root of two
    rising = (smooth[2:, :-2] + smooth[:-2, 2:] - middle) / 2
    return min(_liveliness(bends) for bends in (across, down, falling, rising))


def _stretched(grey: Grey) -> Grey:
    """Contrast stretched to the full range, so that dim light is not taken for blur."""
    low, high = np.percentile(grey, (1, 99)).astype(np.float32)
    if high <= low:
        return np.zeros_like(grey)
    stretched: Grey = np.clip((grey - low) * (np.float32(255) / (high - low)), 0, 255)
    return stretched


def _smoothed(grey: Grey) -> Grey:
    """Sensor noise taken away: a Gaussian of `SIGMA` pixels."""
    return _smoothed_down(_smoothed_down(grey).T).T


def _smoothed_down(grey: Grey) -> Grey:
    reach = len(BELL) // 2
    padded = np.pad(grey, ((reach, reach), (0, 0)), mode="edge")
    smooth = np.zeros_like(grey)
    for offset, weight in enumerate(BELL):
        smooth += weight * padded[offset : offset + len(grey)]
    return smooth


def _liveliness(bends: Grey) -> float:
    """The 90th percentile over tiles of the variance within a tile: backgrounds may be as soft as they like."""
    rows, columns = bends.shape[0] // TILE, bends.shape[1] // TILE
    tiles = bends[: rows * TILE, : columns * TILE].reshape(rows, TILE, columns, TILE)
    return float(np.percentile(tiles.var(axis=(1, 3)), 90))
