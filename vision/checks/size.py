from vision.checks import NOTHING, Asked, Finding, refuse
from vision.picture import Picture


def size(picture: Picture, asked: Asked) -> Finding:
    """Thumbnails cannot be read."""
    short, long = sorted((picture.width, picture.height))
    if long < asked.thresholds.min_long_side or short < asked.thresholds.min_short_side:
        return refuse("too_small")
    return NOTHING
