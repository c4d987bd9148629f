from datetime import datetime, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.codelists.catalogue import Item
from spojka.encounters.models import Shift
from spojka.encounters.times import check_time

from ..models import CardEntry, IntoxicationCard

JUST_NOW = timedelta(minutes=15)
END = "end"  # the kind of entries that end a card


@action(Permission.CARD_START, on="shift")
def start(
    *, by: Actor, id: UUID, shift: Shift, occurred_at: datetime, phone_at: datetime | None, at: datetime
) -> IntoxicationCard:
    """Start the card of somebody who is in a bad state."""
    IntoxicationCard.objects.all().stop_if_known(id, shift.service)
    check_time(shift, occurred_at, at)
    return IntoxicationCard(
        **shift.ownership,
        id=id,
        shift=shift,
        day=shift.day,
        occurred_at=occurred_at,
        phone_at=phone_at,
        is_late=shift.closed_at is not None and at > shift.closed_at,
        recorded_by=by.id,
    ).add()


@action(Permission.CARD_NOTE, on="card")
def note(
    *,
    by: Actor,
    id: UUID,
    card: IntoxicationCard,
    item: Item,
    text: str,
    occurred_at: datetime,
    phone_at: datetime | None,
    at: datetime,
) -> CardEntry:
    """Add a line to a card. One that ends it ends it; what another phone wrote meanwhile is still taken."""
    CardEntry.objects.all().stop_if_known(id, card.service)
    check_time(card.shift, occurred_at, at)
    entry = CardEntry(
        **card.ownership,
        id=id,
        card=card,
        code=item.code,
        text=text,
        occurred_at=occurred_at,
        phone_at=phone_at,
        recorded_by=by.id,
    ).add()
    if item.extra.get("kind") == END and card.ended_at is None:
        card.change(ended_at=occurred_at)
    return entry


@action(Permission.CARD_VOID, on="entry")
def void(*, by: Actor, entry: CardEntry, at: datetime) -> CardEntry:
    """Take a line back that was tapped by mistake just now. A card that it had ended runs on."""
    if entry.voided_at:
        return entry
    if at - entry.recorded_at > JUST_NOW:
        raise Refusal(_("This line is too old to be taken back. Add another one that puts it right."))
    if entry.card.ended_at == entry.occurred_at:
        entry.card.change(ended_at=None)
    return entry.change(voided_at=at)
