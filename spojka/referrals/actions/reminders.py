"""A letter that something is late."""

from datetime import date

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.network.models import Membership

from ..models import Referral, ReferralReminder


@action(Permission.REFERRAL_REMIND, on="referral")
def remind(*, by: Actor, referral: Referral, side: str, due_on: date, whom: Membership) -> ReferralReminder:
    """Remember that a letter reminds somebody; it leaves after this."""
    known = ReferralReminder.objects.filter(referral=referral, side=side, due_on=due_on).first()
    if known:
        return known
    return ReferralReminder(**referral.ownership, referral=referral, side=side, due_on=due_on, sent_to=whom).add()
