"""Everything that is sealed, sealed anew by the newest key, so that an old one can be taken away."""

from collections.abc import Callable

from allauth.mfa.models import Authenticator
from django.db import transaction

from spojka.base.sealed import seal, unseal

from .models import Pin

SECRETS = ("secret", "seed")  # of an authenticator, of recovery codes

_OTHERS: list[Callable[[], int]] = []


def register(others: Callable[[], int]) -> None:
    """Let a package above seal anew what it keeps sealed."""
    _OTHERS.append(others)


@transaction.atomic
def reseal() -> int:
    """Seal all anew; return how many rows there were."""
    kinds = [Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES]
    steps = list(Authenticator.objects.select_for_update().filter(type__in=kinds).order_by("pk"))
    for row in steps:
        row.data |= {name: seal(unseal(row.data[name])) for name in SECRETS if name in row.data}
        row.save(update_fields=["data"])
    pins = list(Pin.objects.select_for_update().order_by("pk"))
    for pin in pins:
        pin.change(sealed=seal(unseal(pin.sealed)))
    return len(steps) + len(pins) + sum(others() for others in _OTHERS)
