"""The columns of one service on disk: files that never change, and a manifest that says which of them hold.

A file is written whole under a new name, then the manifest is put in place of the old one. Killed at any moment, what
the manifest says is true and complete; files it does not name are swept by the next who writes.
"""

from __future__ import annotations

import fcntl
import json
import os
import secrets
import shutil
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings

if TYPE_CHECKING:
    import pyarrow as pa

AT_ONCE = 8  # files that are settled on the disk together
PATIENCE = 600  # seconds for which a report may still read files that were replaced


def root() -> Path:
    """Return the folder of all columns. What is in it can be made again from the database at any time."""
    return Path(settings.DATA_DIR) / "figures"


@dataclass
class Manifest:
    """What is known of a service, as of which mark."""

    definitions: str = ""  # of figures, by which the files were made
    number: int = 0  # of the last mark seen
    token: str = ""
    horizon: int = 0  # PostgreSQL: marks of earlier transactions were all seen
    seen: list[int] = field(default_factory=list)  # marks of later ones that were
    mine: int = 0  # PostgreSQL: the transaction that says so; of its own marks all up to `number` were seen
    at: str = ""
    waiting: list[str] = field(default_factory=list)  # months still to be read
    months: dict[str, dict[str, str]] = field(default_factory=dict)  # month: table: file
    marts: dict[str, dict[str, str]] = field(default_factory=dict)  # year: kind: file
    clients: str = ""
    left: dict[str, float] = field(default_factory=dict)  # files replaced, and when

    def files(self) -> set[str]:
        held = [file for one in (*self.months.values(), *self.marts.values()) for file in one.values()]
        return {*held, self.clients} - {""}


class Folder:
    """One service's place; only its services' heads and the timer get here, through the door of a report."""

    def __init__(self, service: UUID):
        self.path = root() / service.hex

    @contextmanager
    def held(self) -> Iterator[None]:
        """Let one at a time write, of all processes of this machine."""
        self.path.mkdir(parents=True, exist_ok=True, mode=0o700)
        root().chmod(0o700)
        file = os.open(self.path / "lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield
        finally:
            (self.path / "progress").unlink(missing_ok=True)
            os.close(file)

    def is_held(self) -> bool:
        """Test whether somebody writes just now."""
        try:
            file = os.open(self.path / "lock", os.O_RDWR)
        except FileNotFoundError:
            return False
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        finally:
            os.close(file)
        return False

    def tell(self, done: int, all: int) -> None:
        """Let others know how far the one who writes is."""
        (self.path / "progress").write_text(f"{done} {all}", "ascii")

    def progress(self) -> tuple[int, int]:
        """Return how much is done of how much; nothing where nobody told it."""
        try:
            done, all = (self.path / "progress").read_text("ascii").split()
            return int(done), int(all)
        except (FileNotFoundError, ValueError):
            return 0, 0

    def manifest(self) -> Manifest:
        """Return what holds; an empty one when there is nothing, or nothing whole."""
        try:
            said = Manifest(**json.loads((self.path / "manifest.json").read_text("utf-8")))
        except (OSError, ValueError, TypeError):
            return Manifest()
        there = set(os.listdir(self.path))
        return said if said.files() <= there else Manifest()

    def write(self, name: str, table: pa.Table) -> str:
        """Write a table under a name of its own; it holds when a manifest says so, and is safe on the disk then."""
        import pyarrow.parquet as pq

        file = f"{name}-{secrets.token_hex(4)}.parquet"
        with open(os.open(self.path / file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            pq.write_table(table, out, compression="zstd", row_group_size=50_000, write_statistics=False)
        return file

    def publish(self, manifest: Manifest, before: Manifest) -> None:
        """Make a manifest hold, and sweep what nobody can be reading any more."""
        now = time.time()
        gone = before.files() - manifest.files()
        with ThreadPoolExecutor(
            AT_ONCE
        ) as pool:  # first what the manifest will name; together it takes the disk least
            list(pool.map(_settle, self.paths(sorted(manifest.files() - before.files()))))
        manifest.left = {f: at for f, at in before.left.items() if at > now - PATIENCE} | dict.fromkeys(gone, now)
        new = self.path / "manifest.new"
        with open(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as out:
            json.dump(asdict(manifest), out)
            out.flush()
            os.fsync(out.fileno())
        _settle(str(self.path))  # names of the files
        new.replace(self.path / "manifest.json")
        _settle(str(self.path))
        kept = manifest.files() | manifest.left.keys()
        for file in self.path.glob("*.parquet"):
            if file.name not in kept:
                file.unlink(missing_ok=True)

    def sweep(self) -> None:
        """Drop replaced files though nothing changed since: what was erased must not lie in them until it does."""
        with self.held():
            manifest = self.manifest()
            self.publish(manifest, manifest)

    def paths(self, files: list[str]) -> list[str]:
        return [str(self.path / file) for file in files]

    @property
    def is_swept(self) -> bool:
        """Test that no file lies there that was replaced so long ago that nobody can be reading it."""
        return all(at > time.time() - PATIENCE for at in self.manifest().left.values())

    def forget(self) -> None:
        """Drop everything; the next report makes it again."""
        shutil.rmtree(self.path, ignore_errors=True)


def _settle(path: str) -> None:
    """Wait until a file, or the names in a folder, would outlive a power cut."""
    file = os.open(path, os.O_RDONLY)
    try:
        os.fsync(file)
    finally:
        os.close(file)
