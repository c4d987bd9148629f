import secrets
import time
from uuid import UUID


def new_id() -> UUID:
    """Return a UUIDv7: it can be made offline (twin: ui/static/ui/id.js; RFC 9562, 5.7)."""
    rand = secrets.randbits(74)
    ms = time.time_ns() // 1_000_000
    return UUID(int=ms << 80 | 7 << 76 | (rand >> 62) << 64 | 2 << 62 | rand & ((1 << 62) - 1))
