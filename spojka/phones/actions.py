from datetime import datetime

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.members import devices

from .models import Phone


@action(Permission.PHONE_REVOKE, on="phone")
def revoke(*, by: Actor, phone: Phone, at: datetime) -> Phone:
    """End a phone that was lost: its sign-in ends at once, what waits in it is wiped when it is heard next."""
    if phone.is_revoked:
        return phone
    if phone.device_id:
        devices.end(phone.user, id=phone.device_id)
    return phone.change(revoked_at=at, revoked_by=by.id)
