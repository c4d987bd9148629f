"""The letters of this package."""

from datetime import datetime

from spojka.access.permissions import ROLE_NAMES
from spojka.mail import letters

from .models import Invitation


def send_invitation(invitation: Invitation, *, address: str, inviter: str, at: datetime) -> bool:
    """Send the letter with the link at `address`; remember when it left. Return whether it did."""
    said = {
        "house": invitation.organisation.name,
        "inviter": inviter,
        "role": ROLE_NAMES[invitation.role],
        "services": [service.name for service in invitation.services.order_by("name", "pk")],
        "address": address,
        "until": invitation.link.expires_at,
    }
    has_left = letters.send("members/letters/invitation.txt", to=invitation.email, **said)
    if has_left:
        Invitation.objects.filter(pk=invitation.pk).update(sent_at=at)  # no deed of anybody's
    return has_left
