"""PINs: by them workers take over a shared tablet. A PIN opens nothing else, least of all an account."""

from datetime import datetime

from django.contrib.auth.hashers import check_password, make_password
from django.utils.translation import gettext as _

from spojka.base import sealed
from spojka.base.errors import Refusal
from spojka.network.models import User

from .models import Pin

SHORTEST, LONGEST = 4, 8
STRAIGHT = "01234567890 09876543210"
BORN = range(1930, 2016)  # a colleague knows in which year one was born


class WeakPin(Refusal):
    """Anybody would try this PIN first."""


def set_pin(user: User, pin: str, at: datetime) -> None:
    """Set or change somebody's PIN."""
    if not (pin.isascii() and pin.isdigit() and SHORTEST <= len(pin) <= LONGEST):
        raise WeakPin(_("A PIN has 4 to 8 digits."), field="pin")
    if len(set(pin)) == 1 or pin in STRAIGHT or (len(pin) == SHORTEST and int(pin) in BORN):
        raise WeakPin(_("Anybody would try this one first. Choose another PIN."), field="pin")
    forget(user)
    Pin(user=user, sealed=sealed.seal(make_password(pin)), set_at=at).add()


def forget(user: User) -> None:
    """Let a PIN hold no more."""
    Pin.objects.filter(user=user).delete()


def of(user: User) -> Pin | None:
    return Pin.objects.filter(user=user).first()


def matches(user: User, pin: str) -> bool:
    """Test a PIN, slowly, as is meant."""
    kept = of(user)
    return kept is not None and check_password(pin, sealed.unseal(kept.sealed))
