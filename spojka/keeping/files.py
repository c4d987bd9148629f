"""The folder of uploaded files: into a backup, and back by one rename."""

import hashlib
import io
import shutil
import tarfile
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from spojka.files.storing import folder

BLOCK = 1024 * 1024


def ready() -> None:
    """Make the folder of data, for us alone, if it is not there."""
    settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
    settings.DATA_DIR.chmod(0o700)


def stored() -> Iterator[Path]:
    """Return every uploaded file, by name."""
    return (path for path in sorted(folder().rglob("*")) if path.is_file() and not path.is_symlink())


class Tally:
    """Counts files and hashes their names and content."""

    def __init__(self) -> None:
        self.count = 0
        self._hash = hashlib.sha256()

    def add(self, name: str, digest: str) -> None:
        self.count += 1
        self._hash.update(f"{name} {digest}\n".encode())

    def said(self) -> dict[str, object]:
        return {"count": self.count, "sha256": self._hash.hexdigest()}


class Hashing(io.RawIOBase):
    """Reads through to a file and hashes what goes by."""

    def __init__(self, opened: io.BufferedIOBase) -> None:
        self._opened = opened
        self.hash = hashlib.sha256()

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        data = self._opened.read(size)
        self.hash.update(data)
        return data


def pack(tar: tarfile.TarFile) -> Tally:
    """Add all uploaded files to `tar`."""
    tally = Tally()
    for path in stored():
        name = path.relative_to(folder()).as_posix()
        try:
            opened = path.open("rb")
        except FileNotFoundError:  # erased since we listed it
            continue
        with opened:
            member = tarfile.TarInfo(f"files/{name}")
            member.size, member.mode = path.stat().st_size, 0o600
            hashing = Hashing(opened)
            tar.addfile(member, hashing)
            tally.add(name, hashing.hash.hexdigest())
    return tally


class Stage:
    """A folder beside the real one where files wait until the rows are in."""

    def __init__(self) -> None:
        self.tally = Tally()
        self._waiting = folder().with_name("files.restoring")
        shutil.rmtree(self._waiting, ignore_errors=True)
        self._waiting.mkdir(parents=True, mode=0o700)

    def add(self, name: str, source: io.BufferedIOBase) -> None:
        target = (self._waiting / name).resolve()
        if not target.is_relative_to(self._waiting.resolve()):
            raise tarfile.TarError(name)
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        hashing = Hashing(source)
        with target.open("wb") as opened:
            shutil.copyfileobj(hashing, opened, BLOCK)
        self.tally.add(name, hashing.hash.hexdigest())

    def place(self) -> None:
        """Make the waiting files the ones that count."""
        before = folder().with_name("files.before")
        shutil.rmtree(before, ignore_errors=True)
        if folder().exists():
            folder().rename(before)
        self._waiting.rename(folder())
        shutil.rmtree(before, ignore_errors=True)

    def drop(self) -> None:
        shutil.rmtree(self._waiting, ignore_errors=True)
