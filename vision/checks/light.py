import numpy as np

from vision.checks import NOTHING, Asked, Finding, refuse
from vision.picture import Picture


def light(picture: Picture, asked: Asked) -> Finding:
    """Too dark where even the brightest parts are dark; overexposed where much is white and nothing is ink."""
    limits = asked.thresholds
    ink, brightest = np.percentile(picture.grey, (5, 95))
    burnt = np.mean(picture.grey >= limits.white)
    if brightest < limits.dark:
        return refuse("too_dark")
    if burnt > limits.burnt_share and ink > limits.no_ink:
        return refuse("overexposed")
    return NOTHING
