"""What of a recommendation everybody may read."""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import EVERYBODY, Actor
from spojka.access.models import Basis, Grant
from spojka.access.permissions import Kind, Level, Permission
from spojka.base.errors import Refusal
from spojka.groups.models import Group, PublicPage

from ..content import Public
from ..holding import told
from ..models import PublicRecommendation, Recommendation


@action(Permission.RECOMMENDATION_PUBLISH, on="group")
def publish(
    *, by: Actor, id: UUID, group: Group, recommendation: Recommendation, said: Public, at: datetime
) -> PublicRecommendation:
    """Let everybody read what a person checked; published again, its wording is the new one."""
    page = PublicPage.objects.filter(group=group).first()
    if page is None or not group.is_public:
        raise Refusal(_("This group does not stand on public pages. Change that first."))
    if recommendation.group_id != group.pk:
        raise Refusal(_("This recommendation is of another group."))
    copied = {name: getattr(recommendation, name) for name in ("sort", "body_kind", "body_name")}
    words = {**vars(said), **copied, "steps": told(recommendation), "published_at": at, "published_by": by.id}
    row = PublicRecommendation.objects.filter(recommendation=recommendation).first()
    if row:
        row.change(**words, withdrawn_at=None)
    else:
        row = PublicRecommendation(**group.ownership, **words, id=id, page=page, recommendation=recommendation).add()
    if not Grant.objects.current(at).filter(subject_id=row.pk, grantee_id=EVERYBODY).exists():
        about = {"subject_id": row.pk, "grantee_id": EVERYBODY, "holder_id": group.service_id, "kinds": Kind.WORK}
        Grant(**about, level=Level.READ, basis=Basis.PARTICIPATION, starts_at=at).add()
    return row


@action(Permission.RECOMMENDATION_HIDE, on="public")
def hide(*, by: Actor, public: PublicRecommendation, at: datetime) -> PublicRecommendation:
    """Let nobody read it any more."""
    Grant.objects.current(at).filter(subject_id=public.pk, grantee_id=EVERYBODY).end(at)
    return public if public.withdrawn_at else public.change(withdrawn_at=at)
