"""To withhold a part from the client's own look: one proposes it, another one decides, and it ends by itself."""

from datetime import date, datetime, timedelta
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.base.sealed import seal
from spojka.clients.leading import standing
from spojka.clients.models import Client

from .models import Withholding
from .opening import renew

LONGEST = timedelta(days=366)


@action(Permission.WITHHOLDING_PROPOSE, on="client")
def propose(
    *, by: Actor, id: UUID, client: Client, part: str, ground: str, why: str, ends_on: date, at: datetime
) -> Withholding:
    """Propose it. The client reads everything until somebody else approves it."""
    Withholding.objects.all().stop_if_known(id, client.service)
    client, today = standing(client), timezone.localdate(at)
    if not today < ends_on <= today + LONGEST:
        raise Refusal(
            _("Choose a day from tomorrow to a year from now. Later it can be proposed again."), field="ends_on"
        )
    Client.objects.select_for_update(of=("self",)).get(pk=client.pk)  # of two at once the later one is refused
    if Withholding.objects.filter(client=client, part=part).open(today).exists():
        raise Refusal(_("This part is withheld already, or waits for a decision."), field="part")
    said = {"part": part, "ground": ground, "why": seal(why), "ends_on": ends_on, "proposed_by": by.id}
    return Withholding(**client.ownership, id=id, client=client, **said).add()


@action(Permission.WITHHOLDING_REVIEW, on="withholding")
def review(*, by: Actor, withholding: Withholding, is_approved: bool, words: str, at: datetime) -> Withholding:
    """Approve it, from now on the part is not shown; or say that it is shown."""
    row = _locked(withholding)
    if row.is_approved is not None or not row.is_open(timezone.localdate(at)):
        raise Refusal(_("It is decided already, or it ended. Look at it again."))
    if row.proposed_by == by.id:
        raise Refusal(_("You proposed it. Somebody else has to decide."))
    said = {"is_approved": is_approved, "reviewed_at": at, "reviewed_by": by.id, "review_words": seal(words)}
    row = row.change(**said)
    if is_approved:
        renew(row.client, at)
    return row


@action(Permission.WITHHOLDING_END, on="withholding")
def end(*, by: Actor, withholding: Withholding, at: datetime) -> Withholding:
    """Show the part again, or take the proposal back."""
    row = _locked(withholding)
    if not row.is_open(timezone.localdate(at)):
        return row
    row = row.change(ended_at=at, ended_by=by.id)
    renew(row.client, at)
    return row


def _locked(withholding: Withholding) -> Withholding:
    rows = Withholding.objects.select_for_update(of=("self",)).select_related("client__service")
    row: Withholding = rows.get(pk=withholding.pk)
    return row
