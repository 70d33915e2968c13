"""Where a picture seems to come from. Advisory: none of it proves anything, and most pictures tell nothing."""

from vision.checks import NOTHING, Asked, Finding
from vision.picture import Picture

EDITORS = (
    "acdsee", "affinity", "canva", "capture one", "corel", "darktable", "faceapp", "facetune", "gimp", "inkscape",
    "krita", "lightroom", "luminar", "meitu", "paint.net", "paintshop", "photopea", "photoscape", "photoshop",
    "picsart", "pixelmator", "pixlr", "polarr", "rawtherapee", "remini", "snapseed", "vsco",
)  # fmt: skip
"""Programs that change what a picture shows, as they sign in EXIF; viewers and camera firmware are not among them."""


def edited(picture: Picture, _: Asked) -> Finding:
    software = picture.traces.software.casefold()
    return Finding(flags=("exif_edited",)) if any(editor in software for editor in EDITORS) else NOTHING


def fresh(picture: Picture, asked: Asked) -> Finding:
    """Not taken these days, by the camera's clock."""
    if picture.traces.taken is None or asked.today is None:
        return NOTHING
    age = (asked.today - picture.traces.taken).days
    if age > asked.thresholds.fresh_days:
        return Finding(flags=("exif_old",))
    if age < -asked.thresholds.fresh_days:
        return Finding(flags=("exif_future",))
    return NOTHING


def screenshot(picture: Picture, asked: Asked) -> Finding:
    """As long as a phone's screen, and no camera named."""
    short, long = sorted((picture.width, picture.height))
    if long > asked.thresholds.screen_shape * short and not picture.traces.camera:
        return Finding(flags=("screenshot_shaped",))
    return NOTHING
