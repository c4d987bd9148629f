"""The stock told on the page of a shift; and from where a shift draws, written down when it begins."""

from collections.abc import Collection, Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.access.doors import rows
from spojka.access.permissions import Permission
from spojka.encounters.beside import Fact, register_of_begun, register_of_gone, register_of_shift
from spojka.encounters.models import Shift

from .balances import Stock
from .models import Location, Movement, ShiftStock
from .models.locations import usual


@register_of_begun
def draw_from_usual(shift: Shift, by: Actor) -> None:
    """Let a shift that begins draw from where such shifts usually do, if the service keeps a stock."""
    if ShiftStock.objects.filter(shift=shift).exists():
        return
    if location := usual(shift):
        ShiftStock(**shift.ownership, shift=shift, location=location, day=shift.day, recorded_by=by.id).add()


@register_of_gone
def exhausted(shift: Shift, by: Actor, codes: Collection[str]) -> Collection[str]:
    """Tell what is not there any more where the shift takes from, of what ever was counted there or came."""
    see = {"by": by, "to": Permission.STOCK_VIEW}
    drawn = rows(ShiftStock, **see).select_related("location", "service").filter(shift=shift).first()
    if not drawn:
        return ()
    place = drawn.location
    balances = Stock(drawn.service, by, at=[place]).balances(codes=codes)
    empty = [(code, one) for (_place, code), one in balances.items() if one.quantity <= 0]
    came = {code for code, one in empty if one.counted}
    asked = [code for code, one in empty if not one.counted]
    if asked:
        came |= set(rows(Movement, **see).filter(target=place, code__in=asked).values_list("code", flat=True))
    return came


@register_of_shift
def lines(shift: Shift, by: Actor) -> Iterator[Fact]:
    """Tell where the shift takes material from, and lead to issuing and returning."""
    see = {"by": by, "to": Permission.STOCK_VIEW}
    if not by.organisation or not by.can(Permission.STOCK_VIEW, shift) or shift.is_cancelled:
        return
    if not rows(Location, **see).filter(service=shift.service_id).exists():
        return
    slug, heading = by.organisation.slug, _("Stock")
    drawn = rows(ShiftStock, **see).select_related("location").filter(shift=shift).first()
    to_draw = reverse("stock:draw", args=[slug, shift.pk])
    if drawn is None:
        begun = shift.started_at is not None
        asked, told = (
            _("Where does the shift take material from?"),
            _("Where it takes material from is said at its start."),
        )
        text = asked if begun else told
        yield Fact(heading, text, to_draw, is_open=begun)
        return
    yield Fact(heading, _("Taken from: %(location)s") % {"location": drawn.location}, to_draw)
    if drawn.location.is_store:
        return
    moved = rows(Movement, **see).filter(shift=shift, undoes=None, undone_by=None)
    issued = moved.filter(target=drawn.location_id).exists()
    returned = moved.filter(source=drawn.location_id).exists()
    asks = f"?shift={shift.pk}"
    text = _("Material is issued. Issue more") if issued else _("Issue material for the shift")
    yield Fact(heading, text, reverse("stock:issue", args=[slug]) + asks, is_way=not issued)
    if issued:
        text = _("Material is returned. Return more") if returned else _("Return what is left")
        is_open = shift.is_closed and not returned
        way = not returned and not is_open
        yield Fact(heading, text, reverse("stock:give_back", args=[slug]) + asks, is_open=is_open, is_way=way)
