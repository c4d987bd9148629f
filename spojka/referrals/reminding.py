"""What is late is reminded of by letter: once for each side and term, without a word of what it is about."""

from collections.abc import Iterator
from datetime import date, datetime

from django.utils import timezone

from spojka.access.actor import Actor
from spojka.access.doors import rows
from spojka.access.heads import heads_of
from spojka.access.permissions import Permission
from spojka.base.ids import id_from
from spojka.network.models import Membership, Service

from . import letters
from .actions import reminders
from .models import Referral, ReferralReminder, Side
from .standing import standing

P = Permission
MAY = frozenset({P.REFERRAL_VIEW, P.REFERRAL_REMIND})


def remind(at: datetime) -> Iterator[bool]:
    """Remind of every term that has passed and was not reminded of; say of each letter whether it left."""
    today = timezone.localdate(at)
    referring = Referral.objects.open().values("service")
    for service in Service.objects.filter(pk__in=referring).select_related("organisation").order_by("pk"):
        by = Actor.system("remind", service, MAY)
        for one in rows(Referral, by=by, to=P.REFERRAL_VIEW).open().with_steps().order_by("pk"):
            now = standing(one)
            if not now.is_late(today) or now.due is None:
                continue
            for side in [now.turn] if now.turn else list(Side):
                whom = None if _is_reminded(one, side, now.due) else _whom(one, side, today)
                if whom:
                    reminders.remind(by=by, referral=one, side=side, due_on=now.due, whom=whom)
                    yield letters.send_reminder(whom.user.email, now.due)


def _is_reminded(one: Referral, side: Side, due: date) -> bool:
    return ReferralReminder.objects.filter(referral=one, side=side, due_on=due).exists()


def _whom(one: Referral, side: Side, today: date) -> Membership | None:
    """Return who is to be reminded: who offered, else a head of the service whose turn it is."""
    there = Membership.objects.valid(today).select_related("user")
    if side == Side.OURS and (found := there.filter(pk=id_from(one.offered_by)).first()):
        return found
    service = one.service_id if side == Side.OURS else one.partner_id
    return heads_of(service, today).first() if service else None
