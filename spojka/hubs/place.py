"""The laptop's folder: what it got when it joined. Without it there is no hub here."""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

VARIABLE = "SPOJKA_HUB"  # the folder
STORE = "hub.sqlite3"
FILE = "hub.json"


@dataclass(frozen=True)
class Place:
    """Which hub this is, for whom, and by what it is known."""

    hub: str
    name: str
    house: str
    address: str
    origin: str  # of headquarters: the only place whose pages may ask
    passing: str
    credential: str

    @property
    def host(self) -> str:
        return self.address.partition(":")[0]

    @property
    def port(self) -> int:
        return int(self.address.partition(":")[2] or 443)


def read(folder: Path) -> Place:
    """Return what lies here; FileNotFoundError when no hub was joined."""
    said = json.loads((folder / FILE).read_text(encoding="utf-8"))
    return Place(**said)


def write(folder: Path, place: Place) -> None:
    """Keep it for the owner of this account alone, whole or not at all."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    half = folder / f"{FILE}.new"
    with open(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        json.dump(asdict(place), file)
        file.flush()
        os.fsync(file.fileno())
    half.replace(folder / FILE)


def forget(folder: Path) -> None:
    """Take away all that lies here."""
    for name in (FILE, f"{FILE}.new", STORE, f"{STORE}-wal", f"{STORE}-shm"):
        (folder / name).unlink(missing_ok=True)
