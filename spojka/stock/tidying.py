"""Balances carried over once a year, so that they hold when contacts are erased. Nothing is erased here."""

from collections.abc import Iterator
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.days import start_of
from spojka.base.ids import new_id

from .actions import moves
from .balances import Stock
from .carried import CARRIER
from .models import Count, Location, Taking

BEHIND = 2  # years: later than any contact that is kept for three is erased


def tidy(at: datetime) -> Iterator[tuple[str, int]]:
    """Write what there was when a year began as counted then; what is reckoned from it needs no contact before."""
    moment = start_of(date(timezone.localdate(at).year - BEHIND, 1, 1))
    known = Taking.objects.filter(taken_at=moment).values("location")
    for location in Location.objects.filter(recorded_at__lt=moment).exclude(pk__in=known).order_by("pk"):
        carry_over(location, moment)
    yield from ()


def carry_over(location: Location, moment: datetime) -> None:
    """Count by what is written, unless somebody really counted later."""
    balances = Stock(location.service, None, at=[location]).balances(until=moment)
    later = set(Count.objects.filter(location=location, counted_at__gt=moment).values_list("code", flat=True))
    pieces = {code: one.quantity for (_place, code), one in balances.items() if code not in later}
    if not pieces:
        return
    last = Taking.objects.filter(location=location).order_by("-taken_at", "-pk").values_list("pk", flat=True).first()
    said = {"pieces": pieces, "expected": pieces, "last": last, "note": _("Carried over by Spojka, nobody counted.")}
    by = Actor.system(CARRIER, location.service, frozenset({Permission.STOCK_COUNT}))
    moves.count(by=by, id=new_id(), location=location, at=moment, **said)
