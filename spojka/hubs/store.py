"""What lies in the laptop: boxes it can't open, marks it can't read. One file, written before anything is answered.

It knows no Django, so that it also runs where nothing but the hub does.
"""

import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MOST = 50_000  # items of one hub: ten full festivals
DAY = 24 * 3600  # seconds that marks stay after delivery
TABLES = """
CREATE TABLE IF NOT EXISTS item (
  number INTEGER PRIMARY KEY AUTOINCREMENT, phone TEXT NOT NULL, id TEXT NOT NULL, box TEXT, mark TEXT NOT NULL,
  taken REAL NOT NULL, done REAL, status INTEGER, UNIQUE (phone, id)
);
CREATE INDEX IF NOT EXISTS undone ON item (number) WHERE box IS NOT NULL;
"""
TAKE = """
INSERT OR REPLACE INTO item (phone, id, box, mark, taken) VALUES (?1, ?2, ?3, ?4,
  coalesce((SELECT taken FROM item WHERE phone = ?1 AND id = ?2), ?5))
"""


class Full(Exception):
    """The hub takes no more until it has delivered."""


@dataclass(frozen=True)
class Left:
    """What one phone left: `box` and `mark` are sealed texts."""

    id: str
    box: str
    mark: str


class Store:
    """Open for one process; several may have it open at once."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._db = sqlite3.connect(path, isolation_level=None, timeout=20, check_same_thread=False)
        path.chmod(0o600)
        for said in ("journal_mode = WAL", "synchronous = FULL", "secure_delete = ON"):
            self._db.execute(f"PRAGMA {said}")
        self._db.executescript(TABLES)

    def close(self) -> None:
        self._db.close()

    def take(self, phone: str, left: Iterable[Left]) -> list[str]:
        """Keep what a phone left, on the disk before it is answered; the same id again takes the newer text.

        It gets a new number, so that phones which have its old mark hear the new one.
        """
        rows = [(phone, one.id, one.box, one.mark, time.time()) for one in left]
        with self._writing():
            if rows and self._one("SELECT count(*) FROM item") + len(rows) > MOST:
                raise Full
            self._db.executemany(TAKE, rows)
        return [row[1] for row in rows]

    def marks(self, after: int, most: int = 2000) -> list[tuple[int, str, str]]:
        """Return marks in the order in which their items came: number, id, mark."""
        asked = "SELECT number, id, mark FROM item WHERE number > ? ORDER BY number LIMIT ?"
        return list(self._db.execute(asked, (after, most)))

    def undelivered(self, after: int, most: int) -> list[dict[str, Any]]:
        """Return boxes in the order in which they came."""
        columns = ("number", "phone", "id", "box", "taken")
        asked = "FROM item WHERE box IS NOT NULL AND number > ? ORDER BY number LIMIT ?"
        found = self._db.execute(f"SELECT {', '.join(columns)} {asked}", (after, most))
        return [dict(zip(columns, row, strict=True)) for row in found]

    def settle(self, sent: dict[str, Any], status: int) -> None:
        """Wipe a box that headquarters has; keep one that it refused. A newer text that came meanwhile stays."""
        its = (sent["number"], sent["box"])
        with self._writing():
            if 200 <= status < 400:
                done = "UPDATE item SET box = NULL, done = ?, status = ? WHERE number = ? AND box = ?"
                self._db.execute(done, (time.time(), status, *its))
            else:
                self._db.execute("UPDATE item SET status = ? WHERE number = ? AND box = ?", (status, *its))

    def sums(self) -> dict[str, int]:
        """Return how much lies here: waiting, returned (refused by headquarters), delivered, from how many phones."""
        asked = """SELECT count(*) FILTER (WHERE box IS NOT NULL), count(*) FILTER (WHERE box IS NOT NULL
          AND status BETWEEN 400 AND 499), count(*) FILTER (WHERE box IS NULL), count(DISTINCT phone) FROM item"""
        return dict(
            zip(("waiting", "returned", "delivered", "phones"), self._db.execute(asked).fetchone(), strict=True)
        )

    def forget_old(self) -> None:
        """Wipe marks a day after their item was delivered, and what the disk still holds of wiped boxes."""
        with self._writing():
            self._db.execute("DELETE FROM item WHERE box IS NULL AND done < ?", (time.time() - DAY,))
        self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def wipe(self) -> None:
        """Wipe all."""
        with self._writing():
            self._db.execute("DELETE FROM item")
        self._db.execute("VACUUM")
        self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    @contextmanager
    def _writing(self) -> Iterator[None]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    def _one(self, asked: str) -> int:
        return int(self._db.execute(asked).fetchone()[0])
