"""The letters of this package."""

from datetime import datetime

from spojka.access.roles import ROLE_NAMES
from spojka.base.sorting import by_name
from spojka.mail import letters
from spojka.network.models import User

from .models import Invitation


def send_invitation(invitation: Invitation, *, address: str, inviter: str, at: datetime) -> bool:
    """Send the letter with the link at `address`; remember when it left. Return whether it did."""
    said = {
        "house": invitation.organisation.name,
        "inviter": inviter,
        "role": ROLE_NAMES[invitation.role],
        "services": [service.name for service in invitation.services.order_by(by_name(), "pk")],
        "address": address,
        "until": invitation.link.expires_at,
    }
    has_left = letters.send("members/letters/invitation.txt", to=invitation.email, **said)
    if has_left:
        Invitation.objects.filter(pk=invitation.pk).update(sent_at=at)  # no deed of anybody's
    return has_left


def send_address(user: User, email: str, *, address: str) -> bool:
    """Ask at a new address whether it is theirs. Return whether the letter left."""
    return letters.send("members/letters/address.txt", to=email, name=user.name, address=address)


def tell_of_move(user: User, before: str) -> None:
    """Tell the old address that it does not open the account any more."""
    letters.send("members/letters/moved.txt", to=before, name=user.name)
