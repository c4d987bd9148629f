"""How somebody proves a second time who they are: passkeys, codes of an authenticator, recovery codes."""

from dataclasses import dataclass
from datetime import datetime

from allauth.mfa.models import Authenticator

from spojka.network.models import User

FEW = 3  # recovery codes: time to make new ones


@dataclass(frozen=True)
class Passkey:
    """A device that lets its owner in."""

    pk: int
    name: str
    added_at: datetime
    used_at: datetime | None


@dataclass(frozen=True)
class SecondStep:
    """What somebody has beside the password."""

    passkeys: list[Passkey]
    has_codes: bool
    codes_left: int

    @property
    def is_on(self) -> bool:
        """Whether the password alone is not enough."""
        return self.has_codes or bool(self.passkeys)

    @property
    def few_left(self) -> bool:
        """Whether losing the phone would soon lock its owner out."""
        return self.is_on and self.codes_left < FEW


def of(user: User) -> SecondStep:
    """Return what `user` has, in one query."""
    found = list(Authenticator.objects.filter(user=user).order_by("created_at", "pk"))
    keys = [one for one in found if one.type == Authenticator.Type.WEBAUTHN]
    return SecondStep(
        passkeys=[Passkey(one.pk, str(one), one.created_at, one.last_used_at) for one in keys],
        has_codes=any(one.type == Authenticator.Type.TOTP for one in found),
        codes_left=sum(len(_unused(one)) for one in found),
    )


def recovery_codes_of(user: User) -> list[str]:
    """Return the recovery codes that were not used yet."""
    kept = Authenticator.objects.filter(user=user, type=Authenticator.Type.RECOVERY_CODES).first()
    return _unused(kept) if kept else []


def _unused(kept: Authenticator) -> list[str]:
    is_theirs = kept.type == Authenticator.Type.RECOVERY_CODES
    return list(kept.wrap().get_unused_codes()) if is_theirs else []
