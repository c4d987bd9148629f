"""What is brought is known by its content; pictures are drawn anew, small, and tell no place."""

import struct
import zlib

import pytest
import vl_convert

from spojka.files import cleaning, pictures
from spojka.files.cleaning import FileKind, NotTaken, clean

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


def png(width, height):
    """A picture whose left half is dark."""
    line = b"\0" + b"\x20\x20\x20" * (width // 2) + b"\xf0\xf0\xf0" * (width - width // 2)
    parts = [(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)), (b"IDAT", zlib.compress(line * height))]
    whole = b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in [*parts, (b"IEND", b"")]
    )
    return pictures.PNG + whole


def jpeg(width, height, turn=1):
    """A picture as a phone makes it: with the way it was held, and with the place."""
    shape = f'<rect width="{width / 2}" height="{height}" fill="#fff"/>'
    drawn = vl_convert.svg_to_jpeg(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">{shape}</svg>', scale=1.0
    )
    tiff = b"MM\0*" + struct.pack(">IH", 8, 1) + struct.pack(">HHIHH", 0x0112, 3, 1, turn, 0) + b"\0\0\0\0GPS 50.08"
    body = pictures.EXIF + tiff
    return drawn[:2] + b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body + drawn[2:]


@pytest.mark.parametrize(("width", "height", "becomes"), [(300, 200, (300, 200)), (2400, 3000, (1600, 2000))])
def test_a_picture_is_made_small(width, height, becomes):
    made = clean(png(width, height))
    size = pictures.size_of(made.data)

    assert made.kind == FileKind.PICTURE
    assert (size.width, size.height) == becomes


@pytest.mark.parametrize(("turn", "becomes"), [(1, (120, 80)), (3, (120, 80)), (6, (80, 120)), (8, (80, 120))])
def test_a_picture_is_brought_upright_and_tells_no_place(turn, becomes):
    brought = jpeg(120, 80, turn)
    made = clean(brought)
    size = pictures.size_of(made.data)

    assert b"GPS" in brought
    assert b"GPS" not in made.data
    assert b"Exif" not in made.data
    assert (size.width, size.height, size.turn) == (*becomes, 1)


def test_a_pdf_stays_as_it_came():
    assert clean(PDF) == cleaning.Clean(FileKind.PDF, PDF)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"x",
        b"GIF89a" + b"\0" * 50,
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"MZ" + PDF,
        b"%PDF-1.7 without an end",
        b"\xff\xd8\xff\xe0" + b"junk" * 100,
        pictures.PNG + b"\0\0\0\rIHDR",
        png(300, 200)[:-400] if len(png(300, 200)) > 500 else png(300, 200)[:60],
        jpeg(400, 300)[:500],
        jpeg(400, 300)[:-300],
    ],
    ids=range(11),
)
def test_anything_else_is_refused(data):
    with pytest.raises(NotTaken):
        clean(data)


def test_what_would_fill_our_memory_is_refused(monkeypatch):
    bomb = pictures.PNG + b"\0\0\0\rIHDR" + struct.pack(">II", 60_000, 60_000) + b"\0" * 40
    with pytest.raises(NotTaken, match="bodů"):
        clean(bomb)
    monkeypatch.setattr(cleaning, "MOST_BYTES", 10)
    with pytest.raises(NotTaken, match="MB"):
        clean(PDF)
