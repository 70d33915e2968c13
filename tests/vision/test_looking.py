import struct
import time
import zlib
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from PIL import ExifTags, Image, ImageCms, ImageEnhance, ImageFilter
from specimens import document, file, opened

from vision.checks import Finding
from vision.checks.blur import sharpness
from vision.look import Facts, NotAPicture, Problem, is_same_photo, near, was_seen_before
from vision.looking import CHECKS, look_at
from vision.thresholds import THRESHOLDS

TODAY = date(2026, 11, 20)


def look(data, role="document", today=TODAY):
    return look_at(data, role, today)


def codes(data, role="document"):
    return [problem.code for problem in look(data, role).problems]


def refusal(data):
    with pytest.raises(NotAPicture) as refused:
        look(data)
    return refused.value.code


def png_of(width, height):
    """A small PNG file that claims, and holds, so many black pixels."""

    def chunk(name, body):
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    rows = zlib.compressobj(9)
    pixels = b"".join(rows.compress(bytes(1 + width // 8)) for _ in range(height)) + rows.flush()
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def webp_of(width, height):
    """A WEBP header that claims so many pixels, and no pixels."""
    size = (0x2F | (width - 1) << 8 | (height - 1) << 22).to_bytes(5, "little")
    picture = b"VP8L" + struct.pack("<I", len(size) + 200) + size + bytes(200)
    return b"RIFF" + struct.pack("<I", 4 + len(picture)) + b"WEBP" + picture


def animated(kind):
    return file(document(), kind, save_all=True, append_images=[document(2)])


def grey(picture):
    """What sharpness is measured on: rows by columns, long side 1024."""
    return np.asarray(picture.convert("L"), dtype=np.float32)


def softened(sigma):
    return document().filter(ImageFilter.GaussianBlur(sigma))


def moved(pixels, across, down, steps):
    """Blurred by the hand's movement: the mean of the picture at so many places along the way."""
    return np.mean([np.roll(pixels, (step * down, step * across), (0, 1)) for step in range(steps)], axis=0)


def grainy(pixels, amount):
    return (pixels + np.random.default_rng(7).normal(0, amount, pixels.shape)).clip(0, 255)


# What is a picture


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_good_photo_is_taken_as_it_is(kind):
    """C36"""
    data = file(document(), kind)
    seen = look(data)
    assert (seen.format, seen.width, seen.height, seen.size) == (kind, 1024, 768, len(data))
    assert seen.problems == ()
    assert seen.flags == ()


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"My passport is attached.\n" * 40, id="text"),
        pytest.param(b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n", id="pdf, whatever its name"),
        pytest.param(b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', id="svg"),
        pytest.param(b"PK\x03\x04" + bytes(400), id="archive"),
        pytest.param(file(document())[:300], id="jpeg header only"),
        pytest.param(file(document())[:40_000], id="cut jpeg"),
        pytest.param(file(document(), "PNG")[:40_000], id="cut png"),
        pytest.param(file(document(), "WEBP")[:8_000], id="cut webp"),
        pytest.param(webp_of(1000, 800), id="webp without pixels"),
    ],
)
def test_what_cannot_be_opened_is_not_a_picture(data):
    """C36, O07"""
    assert refusal(data) == "not_image"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(file(document(), "GIF"), id="gif"),
        pytest.param(file(document(), "TIFF"), id="tiff"),
        pytest.param(file(document(), "BMP"), id="bmp"),
        pytest.param(b"\0\0\0\x1cftypavif" + bytes(400), id="avif"),
        pytest.param(animated("PNG"), id="animated png"),
        pytest.param(animated("WEBP"), id="animated webp"),
    ],
)
def test_other_picture_formats_and_animations_are_named_as_such(data):
    """C36, O07"""
    assert refusal(data) == "unsupported_format"


@pytest.mark.parametrize(
    "bomb", [png_of(24_000, 24_000), png_of(11_000, 11_000), png_of(8_000, 6_000), webp_of(16_383, 16_383)]
)
def test_too_many_pixels_are_refused_before_they_are_decoded(bomb):
    """C36, O07"""
    began = time.process_time()
    assert refusal(bomb) == "too_many_pixels"
    assert time.process_time() - began < 0.2


def test_a_twelve_megapixel_photo_is_taken():
    """C36"""
    seen = look(file(document(size=(4032, 3024)), quality=85))
    assert (seen.width, seen.height) == (4032, 3024)
    assert seen.problems == ()


def test_a_phone_photo_with_a_second_picture_behind_it_is_taken_as_the_first():
    """C36"""
    phone = file(document(), "MPO", save_all=True, append_images=[document(2, size=(320, 240))])
    seen = look(phone)
    assert (seen.format, seen.width, seen.height) == ("JPEG", 1024, 768)
    assert is_same_photo(seen.fingerprint, look(file(document())).fingerprint)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16", "CMYK"])
def test_a_photo_of_any_colour_mode_can_be_seen(mode):
    """C36"""
    seen = look(file(document().convert(mode), "JPEG" if mode == "CMYK" else "PNG"))
    assert opened(seen.view).mode == "RGB"


# Size and light


@pytest.mark.parametrize("size", [(320, 240), (799, 700), (700, 799), (900, 499)])
def test_a_thumbnail_is_too_small(size):
    """C36"""
    assert codes(file(document(size=size)))[0] == "too_small"


@pytest.mark.parametrize("size", [(800, 500), (500, 800)])
def test_the_smallest_readable_photo_is_taken(size):
    """C36"""
    assert "too_small" not in codes(file(document(size=size)))


def test_a_dark_photo_is_refused_and_a_dim_one_taken():
    """C36"""
    dark, dim = (file(ImageEnhance.Brightness(document()).enhance(light)) for light in (0.12, 0.45))
    assert codes(dark) == ["too_dark"]
    assert codes(dim) == []


def test_a_washed_out_photo_is_refused():
    """C36"""
    washed = document().point(lambda grey: min(255, 150 + grey))
    assert codes(file(washed)) == ["overexposed"]


def test_a_white_scan_with_dark_print_is_taken():
    """C36"""
    card = document(size=(1280, 960)).crop((160, 160, 960, 700))
    scan = card.convert("L").point(lambda value: 255 if value > 100 else 10)
    assert np.mean(grey(scan) == 255) > 0.8
    assert codes(file(scan)) == []


def test_every_hard_problem_is_told_and_the_most_telling_first():
    """C36"""
    black = Image.new("RGB", (200, 200))
    assert look(file(black)).problems == tuple(
        Problem(code, "hard") for code in ("too_small", "too_dark", "too_blurry")
    )


# Blur


def test_a_blurred_document_is_refused_a_soft_one_asked_about_and_a_sharp_one_taken():
    """C36"""
    blurred, soft, sharp = (file(softened(sigma)) for sigma in (5, 2.8, 0.6))
    assert look(blurred).problems == (Problem("too_blurry", "hard"),)
    assert look(soft).problems == (Problem("too_blurry", "soft"),)
    assert look(sharp).problems == ()


def test_a_selfie_may_be_softer_than_a_document():
    """C36"""
    soft = file(softened(2.8))
    assert codes(soft, "document") == ["too_blurry"]
    assert codes(soft, "selfie") == []


def test_more_blur_never_looks_sharper():
    """C36"""
    scores = [sharpness(grey(softened(sigma))) for sigma in (0, 1, 2, 3, 4, 6)]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] > 10 * scores[-1]


@pytest.mark.parametrize(("across", "down"), [(1, 0), (0, 1), (1, 1), (1, -1)])
def test_movement_in_any_direction_is_seen(across, down):
    """C36"""
    scores = [sharpness(moved(grey(document()), across, down, steps)) for steps in (1, 7, 15, 25)]
    assert scores == sorted(scores, reverse=True)
    assert scores[-1] < THRESHOLDS.document_sharpness.hard


def test_noise_and_dim_light_do_not_pass_for_sharpness_nor_for_blur():
    """C36"""
    assert sharpness(grainy(grey(softened(5)), 8)) < THRESHOLDS.document_sharpness.hard
    assert sharpness(grey(document()) * 0.45) == pytest.approx(sharpness(grey(document())), rel=0.1)


def test_a_blank_picture_is_as_blurred_as_can_be():
    """C36"""
    assert sharpness(np.full((768, 1024), 128, dtype=np.float32)) == 0
    assert sharpness(np.zeros((40, 40), dtype=np.float32)) == 0


# The same photo


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda photo: photo, id="saved again"),
        pytest.param(lambda photo: photo.resize((900, 675)), id="smaller"),
        pytest.param(lambda photo: ImageEnhance.Brightness(photo).enhance(1.2), id="brighter"),
        pytest.param(lambda photo: photo.convert("L"), id="grey"),
    ],
)
def test_a_photo_is_known_again_after_a_change_that_people_do_not_see(change):
    """C38"""
    original, changed = look(file(document())), look(file(change(document()), quality=60))
    assert original.digest != changed.digest
    assert is_same_photo(original.fingerprint, changed.fingerprint)
    assert was_seen_before(original.fingerprint, changed.fingerprint)


def test_different_photos_of_one_layout_are_told_apart():
    """C38"""
    prints = [look(file(document(seed))).fingerprint for seed in range(1, 7)]
    distances = [near(one, other) for i, one in enumerate(prints) for other in prints[:i]]
    assert min(distances) > THRESHOLDS.same_photo
    assert not any(is_same_photo(one, other) for i, one in enumerate(prints) for other in prints[:i])


def test_the_distance_of_fingerprints_counts_bits():
    """C38"""
    assert near("0" * 64, "0" * 64) == 0
    assert near("0" * 64, "f" * 64) == 256
    assert near("0" * 63 + "1", "0" * 63 + "2") == 2
    assert len(look(file(document())).fingerprint) == 64


# Where it comes from


def with_exif(*, software=None, taken=None, camera=None):
    exif = Image.Exif()
    for tag, value in ((ExifTags.Base.Software, software), (ExifTags.Base.Model, camera)):
        if value:
            exif[tag] = value
    if taken:
        exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = taken
    return exif


@pytest.mark.parametrize(
    ("exif", "flags"),
    [
        (with_exif(), ()),
        (with_exif(software="Adobe Photoshop 27.0 (Windows)"), ("exif_edited",)),
        (with_exif(software="GIMP 3.0.4"), ("exif_edited",)),
        (with_exif(software="HDR+ 1.0.540104767zd", camera="Phone 9"), ()),
        (with_exif(taken="2026:11:18 09:30:00"), ()),
        (with_exif(taken="2026:11:17 09:30:00"), ("exif_old",)),
        (with_exif(taken="2026:11:22 23:59:59"), ()),
        (with_exif(taken="2026:11:23 00:00:00"), ("exif_future",)),
        (with_exif(taken="0000:00:00 00:00:00"), ()),
        (with_exif(software="Snapseed 2.0", taken="2019:01:01 00:00:00"), ("exif_edited", "exif_old")),
    ],
)
def test_editors_and_odd_capture_dates_are_flagged_and_never_refused(exif, flags):
    """C40"""
    seen = look(file(document(), exif=exif))
    assert seen.flags == flags
    assert seen.problems == ()


def test_without_today_the_capture_date_says_nothing():
    """C40"""
    assert look(file(document(), exif=with_exif(taken="2019:01:01 00:00:00")), today=None).flags == ()


def test_a_picture_as_long_as_a_screen_is_flagged_unless_a_camera_took_it():
    """C40"""
    long = document(size=(540, 1170))
    assert look(file(long, "PNG")).flags == ("screenshot_shaped",)
    assert look(file(long, exif=with_exif(camera="Phone 9"))).flags == ()
    assert look(file(document(size=(1200, 675)))).flags == ()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize(
    "exif",
    [
        pytest.param(b"Exif\0\0garbage!", id="no exif"),
        pytest.param(b"Exif\0\0II*\0\xff\xff\xff\xff" + bytes(40), id="directory behind the end"),
        pytest.param(
            bytes.fromhex("457869660000 49492a0008000000 0100 6987 0900 01000000 ffffffff"), id="directory at -1"
        ),
    ],
)
def test_broken_exif_is_no_reason_to_refuse_a_photo(kind, exif):
    """C36"""
    seen = look(file(document(), kind, exif=exif))
    assert seen.problems == ()
    assert seen.flags == ()


# The reviewer's copy


def test_the_copy_holds_no_place_no_comment_and_no_profile():
    """O07"""
    exif = with_exif(software="Firmware 7", camera="Phone 9")
    exif.get_ifd(ExifTags.IFD.GPSInfo).update({1: "N", 2: (51.0, 30.0, 26.0), 3: "W", 4: (0.0, 7.0, 39.0)})
    data = file(
        document(),
        exif=exif,
        comment=b"at home",
        xmp=b"<x:xmpmeta>exif:GPSLatitude 51,30N</x:xmpmeta>",
        icc_profile=ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(),
        dpi=(300, 300),
    )
    original, copy = opened(data), opened(look(data).view)
    assert {"exif", "comment", "xmp", "icc_profile", "dpi"} <= original.info.keys()
    assert original.getexif().get_ifd(ExifTags.IFD.GPSInfo)
    assert copy.info.keys() <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert not copy.getexif()
    assert copy.format == "JPEG"


def test_bytes_hidden_behind_the_picture_do_not_reach_the_copy():
    """O07"""
    assert b"hidden" in (data := file(document()) + b"hidden")
    assert b"hidden" not in look(data).view


@pytest.mark.parametrize(
    ("size", "copy"),
    [
        ((4032, 3024), (2000, 1500)),
        ((1500, 2004), (1497, 2000)),
        ((2500, 1875), (2000, 1500)),
        ((1024, 768), (1024, 768)),
    ],
)
def test_the_copy_is_no_larger_than_needed_and_never_enlarged(size, copy):
    """O07"""
    assert opened(look(file(document(size=size))).view).size == copy


@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_copy_stands_upright(orientation):
    """O07"""
    lay_down = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    stored = document().transpose(lay_down[orientation]) if orientation > 1 else document()
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    seen = look(file(stored, exif=exif, quality=95))
    copy = opened(seen.view)
    assert (seen.width, seen.height) == copy.size == document().size
    difference = np.abs(np.asarray(copy, dtype=int) - np.asarray(document(), dtype=int))
    assert difference.mean() < 8


# What is not there yet


def test_what_nobody_has_read_is_unchecked():
    facts = look(file(document())).facts
    assert facts == Facts()
    assert (facts.phrase, facts.name, facts.date) == ("unchecked",) * 3
    assert facts.mrz is facts.faces is facts.portrait is None


def test_a_further_check_adds_its_problem_flag_and_facts():
    def count_faces(picture, asked):
        assert picture.pixels.size == (1024, 768)
        assert asked.role == "selfie"
        return Finding((Problem("no_face", "hard"),), ("odd",), {"faces": 0})

    seen = look_at(file(document()), "selfie", TODAY, (*CHECKS, count_faces))
    assert seen.problems == (Problem("no_face", "hard"),)
    assert seen.flags == ("odd",)
    assert seen.facts == replace(Facts(), faces=0)


def test_a_look_does_not_print_what_it_holds():
    seen = look(file(document()))
    assert seen.digest not in repr(seen)
    assert "Specimen" not in repr(replace(seen.facts, mrz={"lines": ["Specimen"]}))
