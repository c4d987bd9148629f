"""The envelope of a backup: a plain tar of small age files.

`key.age` holds the file's own key, locked by the passphrase; `part-000001.age` and so on hold the content, one
compressed tar cut into pieces. So memory stays small however much is kept, and without Spojka anybody with the
passphrase can open it: `age -d key.age > key`, then `age -d -i key part-*.age` one after the other, `| tar xz`.
"""

import gzip
import io
import tarfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

import pyrage
from django.utils.translation import gettext as _

from .errors import KeepingError

PIECE = 4 * 1024 * 1024
LEAST = 12  # characters of a passphrase


class Sealing(io.RawIOBase):
    """Takes bytes, cuts them into pieces and puts each, encrypted, into `outer`."""

    def __init__(self, outer: tarfile.TarFile, key: pyrage.x25519.Identity) -> None:
        self._outer, self._recipients = outer, [key.to_public()]
        self._waiting = bytearray()
        self._count = 0

    def writable(self) -> bool:
        return True

    def write(self, data) -> int:  # type: ignore[no-untyped-def]
        self._waiting += data
        while len(self._waiting) >= PIECE:
            self._put(bytes(self._waiting[:PIECE]))
            del self._waiting[:PIECE]
        return len(data)

    def finish(self) -> None:
        """Put what is left."""
        self._put(bytes(self._waiting))
        self._waiting.clear()

    def _put(self, piece: bytes) -> None:
        self._count += 1
        put(self._outer, f"part-{self._count:06}.age", pyrage.encrypt(piece, self._recipients))


class Unsealing(io.RawIOBase):
    """Gives back the bytes that were sealed, piece by piece."""

    def __init__(self, outer: tarfile.TarFile, key: pyrage.x25519.Identity) -> None:
        self._outer, self._key = outer, key
        self._piece = io.BytesIO()

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        given = [self._piece.read(size)]
        while size < 0 or len(given[-1]) < size:
            size -= len(given[-1]) if size >= 0 else 0
            member = self._outer.next()
            if member is None:
                break
            locked = self._outer.extractfile(member).read()  # type: ignore[union-attr]
            self._piece = io.BytesIO(pyrage.decrypt(locked, [self._key]))
            given.append(self._piece.read(size))
        return b"".join(given)


def put(tar: tarfile.TarFile, name: str, data: bytes) -> None:
    """Add one small file to `tar`."""
    member = tarfile.TarInfo(name)
    member.size, member.mode = len(data), 0o600
    tar.addfile(member, io.BytesIO(data))


@contextmanager
def seal(target: IO[bytes], passphrase: str) -> Iterator[tarfile.TarFile]:
    """Give a tar to write into; what is written goes encrypted to `target`."""
    if len(passphrase) < LEAST:
        raise KeepingError(_("The passphrase has to have at least %(least)s characters.") % {"least": LEAST})
    key = pyrage.x25519.Identity.generate()
    with tarfile.open(fileobj=target, mode="w|", format=tarfile.PAX_FORMAT) as outer:
        put(outer, "key.age", pyrage.passphrase.encrypt(str(key).encode(), passphrase))
        sealing = Sealing(outer, key)
        with (
            gzip.GzipFile(fileobj=sealing, mode="wb", compresslevel=3, filename="", mtime=0) as packed,
            tarfile.open(fileobj=packed, mode="w|", format=tarfile.PAX_FORMAT) as inner,
        ):
            yield inner
        sealing.finish()


@contextmanager
def unseal(source: IO[bytes], passphrase: str) -> Iterator[tarfile.TarFile]:
    """Give the tar that was sealed, to be read from its beginning to its end."""
    try:
        with (
            tarfile.open(fileobj=source, mode="r|") as outer,
            tarfile.open(fileobj=Unsealing(outer, _key(outer, passphrase)), mode="r|gz") as inner,
        ):
            yield inner
    except (tarfile.TarError, zlib.error, pyrage.DecryptError, EOFError, OSError, AttributeError) as fault:
        raise KeepingError(_("The backup is damaged or not complete. Nothing was changed.")) from fault


def _key(outer: tarfile.TarFile, passphrase: str) -> pyrage.x25519.Identity:
    member = outer.next()
    if member is None or member.name != "key.age":
        raise KeepingError(_("This is not a backup of Spojka. Nothing was changed."))
    locked = outer.extractfile(member).read()  # type: ignore[union-attr]
    try:
        return pyrage.x25519.Identity.from_str(pyrage.passphrase.decrypt(locked, passphrase).decode())
    except pyrage.DecryptError:
        raise KeepingError(_("The passphrase is wrong, or the backup is damaged. Nothing was changed.")) from None
