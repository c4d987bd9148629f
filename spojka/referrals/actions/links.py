"""A link by which who has no Spojka reads the offer and answers."""

from datetime import datetime, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.models import Grant
from spojka.access.permissions import Permission
from spojka.links import doors as links

from .. import sharing
from ..models import PURPOSE, LinkWay, Referral, ReferralLink
from .offers import NotNow

LASTS = timedelta(days=60)  # our proposal


@action(Permission.REFERRAL_LINK, on="referral")
def issue(*, by: Actor, id: UUID, referral: Referral, way: str, email: str, token: str, at: datetime) -> ReferralLink:
    """Make a link; the one before opens nothing from now on."""
    ReferralLink.objects.all().stop_if_known(id, referral.service)
    referral = sharing.hold(referral, by, at)
    if referral.ended_at:
        raise NotNow(_("It ended already."))
    if referral.partner_id:
        raise NotNow(_("They work with Spojka: they see it there."))
    for older in referral.links.select_for_update(of=("self",)).select_related("link").filter(ended_at=None):
        _end(older, at)
    link = links.issue(purpose=PURPOSE, token=token, at=at, lasts=LASTS)
    sharing.open_to(referral, link.pk, at, ends_at=link.expires_at)
    for identity in referral.identities.filter(step__taken_back_at=None):
        ground = Grant.objects.select_for_update().get(pk=identity.ground_id)
        if ground.is_open(at):
            sharing.open_identity(identity, link.pk, ground, at)
    said = {"way": way, "email": email if way == LinkWay.MAIL else "", "issued_by": by.id}
    return ReferralLink(**referral.ownership, **said, id=id, referral=referral, link=link).add()


@action(Permission.REFERRAL_UNLINK, on="link")
def end(*, by: Actor, link: ReferralLink, at: datetime) -> ReferralLink:
    """Take a link back: it opens nothing from now on."""
    row: ReferralLink = ReferralLink.objects.select_for_update(of=("self",)).select_related("link").get(pk=link.pk)
    return row if row.ended_at else _end(row, at)


def _end(row: ReferralLink, at: datetime) -> ReferralLink:
    links.withdraw(row.link, at)
    Grant.objects.filter(grantee_id=row.link_id).end(at)
    return row.change(ended_at=at)
