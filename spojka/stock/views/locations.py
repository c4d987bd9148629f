"""Locations, stock-taking, what is set of an item, and from where a shift draws."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from spojka.access.doors import reach, rows
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.encounters.models import Shift
from spojka.ui.http import ask, done, posted, refused

from ..actions import locations, moves
from ..forms.counting import TakeStock
from ..forms.fields import typed
from ..forms.locations import Draw, Place, SetLevel, stands
from ..models import Location
from ..overview import Overview
from ..people import names_of
from .chosen import about, chosen

WITH = ("service__organisation",)


@require_http_methods(["GET", "POST"])
def add(request):
    """Ask about a new location."""
    service, offered = chosen(request, Permission.LOCATION_ADD)
    overview = Overview(service, request.actor, timezone.localdate())
    said = {"actor": request.actor, "service": service, "catalogue": overview.lists}
    form = Place(posted(request), **said, is_new=True, initial={"kind": "store"})
    if not done(form, lambda: locations.add(by=request.actor, service=service, **{"team": None} | form.cleaned_data)):
        return ask(request, "stock/location.html", form, location=None, **about(request, overview, offered))
    messages.success(request, _("The location is added."))
    return _to_stock(request, service)


@require_http_methods(["GET", "POST"])
def change(request, id):
    """Ask what is different about a location."""
    found = reach(Location, id, by=request.actor, to=Permission.LOCATION_CHANGE, related=WITH)
    overview = Overview(found.service, request.actor, timezone.localdate())
    said = {"actor": request.actor, "service": found.service, "catalogue": overview.lists}
    form = Place(posted(request), **said, is_new=False, initial=stands(found))
    if not done(form, lambda: locations.change(by=request.actor, location=found, **form.cleaned_data)):
        return ask(request, "stock/location.html", form, location=found, **about(request, overview))
    messages.success(request, _("The location is changed."))
    return _to_stock(request, found.service)


@require_POST
def close(request, id):
    """Close a location that is empty."""
    found = reach(Location, id, by=request.actor, to=Permission.LOCATION_CLOSE, related=WITH)
    today = timezone.localdate()
    is_empty = not any(Overview(found.service, request.actor, today).at(found).values())
    try:
        locations.close(by=request.actor, location=found, on=today, is_empty=is_empty)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return _to_stock(request, found.service)


@require_http_methods(["GET", "POST"])
def count(request, id):
    """Ask how many pieces there really are; show what there should be and who counted last."""
    found = reach(Location, id, by=request.actor, to=Permission.STOCK_COUNT, related=WITH)
    if found.closed_on and request.method == "GET":
        raise Http404  # what was typed meanwhile is answered by the action
    overview = Overview(found.service, request.actor, timezone.localdate())
    here, others = overview.items_at(found, typed(posted(request)))
    last = overview.last_takings.get(found.pk)
    counted = {code: one.counted for (where, code), one in overview.balances.items() if where == found.pk}
    told = {"here": here, "others": others, "expected": overview.at(found), "counted": counted}
    form = TakeStock(posted(request), **told, initial={"last": last.pk if last else None})
    said = about(request, overview) | {"location": found, "last": last}
    said["people"] = names_of([one for one in [last, *counted.values()] if one])
    if not form.is_valid():
        return ask(request, "stock/count.html", form, **said)
    try:
        moves.count(by=request.actor, location=found, at=timezone.now(), **form.said)
    except moves.CountedMeanwhile as meanwhile:
        form = refused(form, meanwhile)
        for code in meanwhile.counts:
            form.add_error(f"n-{code}", _("counted meanwhile: %(n)s") % {"n": meanwhile.counts[code].quantity})
        form.data = form.data.copy()
        form.data["last"] = str(meanwhile.taking.pk)  # the next saving knows both
        return ask(request, "stock/count.html", form, **said)
    except Refusal as refusal:
        return ask(request, "stock/count.html", refused(form, refusal), **said)
    messages.success(request, _("The stock is counted. What differs stands among differences."))
    return _to_stock(request, found.service)


@require_http_methods(["GET", "POST"])
def level(request, code):
    """Ask when an item is low, and how many pieces a pack has."""
    service, offered = chosen(request, Permission.STOCK_SET)
    overview = Overview(service, request.actor, timezone.localdate())
    if code not in overview.names:
        raise Http404
    known = overview.levels.get(code)
    initial = {name: getattr(known, name) for name in ("pack", "low", "warned")} if known else {}
    form = SetLevel(posted(request), initial=initial)
    deed = {"by": request.actor, "service": service, "code": code}
    if not done(form, lambda: locations.set_level(**deed, **form.cleaned_data)):
        said = about(request, overview, offered) | {"code": code, "name": overview.names[code]}
        return ask(request, "stock/level.html", form, **said)
    messages.success(request, _("It is set."))
    item = reverse("stock:item", args=[request.actor.organisation.slug, code])
    return redirect(f"{item}?service={service.pk}")


@require_http_methods(["GET", "POST"])
def draw(request, id):
    """Ask from which location a shift takes what it hands out."""
    related = ("service__organisation", "place", "event", "stock")
    found = reach(Shift, id, by=request.actor, to=Permission.STOCK_DRAW, related=related)
    if not rows(Location, by=request.actor, to=Permission.STOCK_DRAW).filter(service=found.service_id).exists():
        raise Http404
    drawn = getattr(found, "stock", None)
    initial = {"location": drawn.location_id} if drawn else {}
    form = Draw(posted(request), actor=request.actor, service=found.service, initial=initial)
    if not done(form, lambda: locations.draw(by=request.actor, shift=found, **form.cleaned_data)):
        overview = Overview(found.service, request.actor, timezone.localdate())
        return ask(request, "stock/draw.html", form, shift=found, **about(request, overview))
    messages.success(request, _("The shift takes material from there, also what it handed out already."))
    return redirect("encounters:shift", request.actor.organisation.slug, found.pk)


def _to_stock(request, service):
    return redirect(f"{reverse('stock:stock', args=[request.actor.organisation.slug])}?service={service.pk}")
