import secrets
import time
from uuid import UUID


def new_id() -> UUID:
    """Return a UUIDv7: it can be made offline (twin: ui/static/ui/id.js; RFC 9562, 5.7)."""
    return UUID(int=id_of(time.time_ns() // 1_000_000, secrets.randbits(74)))


def id_from(text: str) -> UUID | None:
    """Return the id that a text is, or None: somebody wrote it by hand."""
    try:
        return UUID(text)
    except ValueError:
        return None


def id_of(milliseconds: int, chance: int) -> int:
    """Return the number of the UUIDv7 of an instant and 74 bits of chance."""
    return milliseconds << 80 | 7 << 76 | (chance >> 62) << 64 | 2 << 62 | chance & ((1 << 62) - 1)
