"""Everything that is sealed, sealed anew by the newest key, so that an old one can be taken away."""

from collections.abc import Callable
from typing import Any

from allauth.mfa.models import Authenticator
from django.db import transaction

from spojka.base.sealed import Resealed, anew

from .models import Pin

SECRETS = ("secret", "seed")  # of an authenticator, of recovery codes

_OTHERS: list[Callable[[], Resealed]] = []
TEXTS: list[Any] = []


def register(others: Callable[[], Resealed]) -> None:
    """Let a package above seal anew what it keeps sealed."""
    _OTHERS.append(others)


def register_texts(*models: Any) -> None:
    """Let the columns be sealed anew that models name in `sealed`."""
    TEXTS.extend(models)


def _texts() -> Resealed:
    """Seal anew what such columns keep; a row that no key opens stays as it is."""
    told = Resealed()
    for model in TEXTS:
        for row in model.objects.select_for_update(of=("self",)).order_by("pk"):
            texts = anew({name: getattr(row, name) for name in model.sealed})
            if texts:
                row.change(**texts)
            told += Resealed(lost=1) if texts is None else Resealed(1)
    return told


@transaction.atomic
def reseal() -> Resealed:
    """Seal all anew, or nothing; return how many rows there were, and how many no key opens."""
    told = Resealed()
    kinds = [Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES]
    for row in Authenticator.objects.select_for_update().filter(type__in=kinds).order_by("pk"):
        texts = anew({name: row.data[name] for name in SECRETS if name in row.data})
        if texts:
            row.data |= texts
            row.save(update_fields=["data"])
        told += Resealed(lost=1) if texts is None else Resealed(1)
    for pin in Pin.objects.select_for_update().order_by("pk"):
        texts = anew({"sealed": pin.sealed})
        if texts:
            pin.change(**texts)
        told += Resealed(lost=1) if texts is None else Resealed(1)
    return sum((others() for others in _OTHERS), told + _texts())
