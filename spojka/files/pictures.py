"""What a picture says of itself before anybody draws it: its size and which way is up."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
NOTES, DRAWN = 0xE1, 0xDA  # what a camera notes; the dots
FRAMES = {0xC0, 0xC1, 0xC2}  # ways of coding that the drawer reads
EXIF, TURN = b"Exif\0\0", 0x0112
# how a picture of the size 1 × 1 is brought upright, by the number that cameras write
UPRIGHT = {
    1: "1 0 0 1 0 0", 2: "-1 0 0 1 1 0", 3: "-1 0 0 -1 1 1", 4: "1 0 0 -1 0 1",
    5: "0 1 1 0 0 0", 6: "0 1 -1 0 1 0", 7: "0 -1 -1 0 1 1", 8: "0 -1 1 0 0 1",
}  # fmt: skip


@dataclass(frozen=True)
class Size:
    """Width and height in dots as they are stored, and how the picture is turned."""

    width: int
    height: int
    turn: int = 1

    @property
    def upright(self) -> tuple[int, int]:
        """Width and height as people see them."""
        return (self.height, self.width) if self.turn > 4 else (self.width, self.height)


def size_of(data: bytes) -> Size | None:
    """Return the size of a PNG or a JPEG, None for anything else and for what is cut off."""
    try:
        if data.startswith(PNG) and data[12:16] == b"IHDR":
            return Size(*struct.unpack(">II", data[16:24]))
        is_whole = data.startswith(JPEG) and list(_parts(data))[-1][0] == DRAWN
        return _of_jpeg(data) if is_whole else None
    except (struct.error, IndexError):
        return None


def without_notes(data: bytes) -> bytes:
    """Return a JPEG without what cameras note in it, so that nobody turns it a second time."""
    kept = data[:2]
    for mark, start, end in _parts(data):
        if mark != NOTES:
            kept += data[start:end]
    return kept


def _of_jpeg(data: bytes) -> Size | None:
    turn = 1
    for mark, start, end in _parts(data):
        body = data[start + 4 : end]
        if mark in FRAMES:
            height, width = struct.unpack(">HH", body[1:5])
            return Size(width, height, turn)
        if mark == NOTES and body.startswith(EXIF):
            turn = _turn(body[len(EXIF) :])
    return None


def _parts(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Return the parts of a JPEG, with where each starts and ends; the last one is the picture itself."""
    at = 2
    while data[at] == 0xFF:
        while data[at + 1] == 0xFF:  # filled up
            at += 1
        mark, length = data[at + 1], struct.unpack(">H", data[at + 2 : at + 4])[0]
        end = len(data) if mark == DRAWN else at + 2 + length
        yield mark, at, end
        if mark == DRAWN:
            return
        at = end


def _turn(tiff: bytes) -> int:
    """Return how a camera was held; 1, upright, for whatever it says that makes no sense."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    try:
        if order is None:
            return 1
        start = struct.unpack(f"{order}I", tiff[4:8])[0]
        for place in range(struct.unpack(f"{order}H", tiff[start : start + 2])[0]):
            entry = tiff[start + 2 + 12 * place :][:12]
            if struct.unpack(f"{order}H", entry[:2])[0] == TURN:
                turn = int(struct.unpack(f"{order}H", entry[8:10])[0])
                return turn if turn in UPRIGHT else 1
    except struct.error:
        return 1
    return 1
