"""A sounding by the client's agreement ends with their base statement."""

from django.utils import timezone

from spojka.access.actor import Actor
from spojka.clients.agreeing import register_fall
from spojka.clients.models import Agreement

from . import theirs
from .models import Sounding, SoundingBasis


@register_fall
def fall(agreement: Agreement, by: Actor) -> None:
    """Ask no more about a client whose base statement is withdrawn."""
    at = timezone.now()
    rows = Sounding.objects.select_for_update(of=("self",)).filter(client=agreement.client_id, withdrawn_at=None)
    for one in rows.exclude(basis=SoundingBasis.DUTY).select_related("asked__organisation").order_by("pk"):
        if not one.came.is_told:
            theirs.end_call(one, by, at)
            one.change(withdrawn_at=at, withdrawn_by=by.id)
