"""The folder of files, sealed one by one. A file is bound to its name: two of them can't be swapped."""

import os
from functools import partial
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.apps import apps
from django.conf import settings
from django.core.files.base import ContentFile, File
from django.core.files.storage import Storage
from django.db import models, transaction
from django.utils.deconstruct import deconstructible

from spojka.base.ids import new_id
from spojka.base.keys import keys
from spojka.base.sealed import Resealed

PURPOSE = b"spojka sealed files"
HEAD, NONCE = b"SPF1", 12


class Unreadable(Exception):
    """A file that no key of ours opens, or that somebody has changed."""


def new_name(_row: models.Model, _called: str) -> str:
    """Return a name that says nothing. What the file was called goes no further."""
    plain = new_id().hex
    return f"{plain[-2:]}/{plain}"


@deconstructible
class SealedStorage(Storage):
    """Keeps files sealed in the folder `files` of our data."""

    def path(self, name: str) -> str:
        return str(folder() / name)

    def get_available_name(self, name: str, max_length: int | None = None) -> str:
        return name  # new_name makes one that was never there

    def exists(self, name: str) -> bool:
        return Path(self.path(name)).is_file()

    def size(self, name: str) -> int:
        return len(self._read(name))

    def delete(self, name: str) -> None:
        Path(self.path(name)).unlink(missing_ok=True)

    def _open(self, name: str, mode: str = "rb") -> "ContentFile[bytes]":
        return ContentFile(self._read(name), name=name)

    def _save(self, name: str, content: "File[bytes]") -> str:
        content.seek(0)
        write(name, content.read())
        return name

    def _read(self, name: str) -> bytes:
        return read(name)


class SealedFileField(models.FileField):
    """A column that leads to a sealed file."""

    def __init__(self, **options: Any):
        super().__init__(**{"storage": SealedStorage(), "upload_to": new_name, "max_length": 60} | options)


def write(name: str, data: bytes) -> None:
    """Seal a file and put it in its place at once, or not at all."""
    path, nonce = folder() / name, os.urandom(NONCE)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    partial_ = path.with_name(f"{path.name}.part")
    with open(os.open(partial_, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as opened:
        opened.write(HEAD + nonce + _boxes()[0].encrypt(nonce, data, name.encode()))
        opened.flush()
        os.fsync(opened.fileno())
    partial_.rename(path)


def read(name: str) -> bytes:
    """Open a file. Raises Unreadable; FileNotFoundError if it is not there."""
    raw = (folder() / name).read_bytes()
    nonce, body = raw[len(HEAD) : len(HEAD) + NONCE], raw[len(HEAD) + NONCE :]
    for box in _boxes() if raw.startswith(HEAD) else ():
        try:
            return box.decrypt(nonce, body, name.encode())
        except InvalidTag:
            continue
    raise Unreadable


def drop_later(name: str) -> None:
    """Erase a file once the deed that lets it go is done for good."""
    transaction.on_commit(partial(SealedStorage().delete, name))


def named() -> set[str]:
    """Return the names of all files that rows lead to."""
    found: set[str] = set()
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, models.FileField):
                found |= set(model._base_manager.exclude(**{field.name: ""}).values_list(field.name, flat=True))
    return found


def reseal() -> Resealed:
    """Seal all files anew by the newest key; one that no key opens stays as it is."""
    told = Resealed()
    for name in sorted(named()):
        try:
            write(name, read(name))
        except (Unreadable, FileNotFoundError):
            told += Resealed(lost=1)
        else:
            told += Resealed(1)
    return told


def folder() -> Path:
    return Path(settings.DATA_DIR) / "files"


def _boxes() -> tuple[AESGCM, ...]:
    return tuple(AESGCM(key) for key in keys(PURPOSE))
