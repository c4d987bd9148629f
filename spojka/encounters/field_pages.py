"""The empty forms of running shifts, for phones that lose the signal."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.access.doors import rows
from spojka.access.permissions import Permission
from spojka.phones.registry import FieldPage, register
from spojka.ui.words import hours

from .models import Shift

MOST = 6  # running shifts, one's own first


def pages(actor: Actor, at: datetime) -> Iterator[FieldPage]:
    """Give the forms of each running shift in which `actor` may record."""
    running = rows(Shift, by=actor, to=Permission.ENCOUNTER_RECORD).open().select_related("event", "place")
    mine = set(running.filter(crew__membership_id=actor.id).values_list("pk", flat=True))
    for shift in sorted(running.order_by("-started_at", "pk")[:50], key=lambda one: one.pk not in mine)[:MOST]:
        group = f"{shift} · {hours(shift.start, shift.end)}"
        at_shift = [actor.organisation.slug, shift.pk] if actor.organisation else []
        yield FieldPage(url=reverse("encounters:new", args=at_shift), title=_("New contact"), icon="plus", group=group)
        breath = reverse("encounters:breath", args=at_shift)
        yield FieldPage(url=breath, title=_("Breathalyser"), icon="gauge", group=group)
        vitals = reverse("encounters:vitals", args=at_shift)
        yield FieldPage(url=vitals, title=_("Pressure and pulse"), icon="heart", group=group)
        if actor.may(Permission.REFUSAL_RECORD):
            refuse = reverse("encounters:refuse", args=at_shift)
            yield FieldPage(url=refuse, title=_("Refusal"), icon="ban", group=group)
        if actor.may(Permission.CARD_START):  # the page is of a package above: only its address is known here
            card = reverse("emergencies:stand", args=at_shift)
            yield FieldPage(url=card, title=_("Intoxication card"), icon="first-aid-kit", group=group)


register(pages)
