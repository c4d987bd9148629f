"""What of a party somebody may know now, and whose words are written."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.access.models import Grant
from spojka.access.permissions import Kind
from spojka.base.errors import Refusal
from spojka.base.sealed import seal
from spojka.cases.models import Case, Participant, Party
from spojka.network.models import Service

from .content import Voice


def known_kinds(about: Party, by: Actor, at: datetime) -> Kind:
    """Return which kinds of a party `by` may know: of each they see what is said to a statement."""
    return known_of([about], by, at)[about.pk]


def known_of(parties: Sequence[Party], by: Actor, at: datetime) -> dict[UUID, Kind]:
    """Return which kinds `by` may know of each of several parties."""
    found = {one.pk: Kind(0) for one in parties}
    grants = Grant.objects.current(at).filter(subject_id__in=list(found), grantee_id__in=by.names)
    for party, kinds in grants.order_by("pk").values_list("subject_id", "kinds"):
        found[party] |= Kind(kinds) & Kind.ANYTHING
    return found


def voiced(voice: Voice, case: Case) -> dict[str, object]:
    """Return the columns that say whose words it is."""
    if voice.participant and voice.participant.case_id != case.pk:
        raise Refusal(_("They are not in this case."), field="voice")
    return {"said_by": voice.participant, "said_words": seal(voice.who) if voice.who else ""}


def is_of(participant: Participant, service: Service) -> bool:
    """Test whether a service is a participant, or one of its house or of its workers."""
    if participant.grantee_id in (service.pk, service.organisation_id):
        return True
    worker = participant.worker
    if worker is None or worker.pk != participant.grantee_id:
        return False
    return service.pk in {one.pk for one in worker.services.all()}  # they may have been fetched for many
