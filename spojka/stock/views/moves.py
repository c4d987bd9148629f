"""Delivery, issue, return, loss; taking one of them back."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from spojka.access.doors import reach, rows
from spojka.access.permissions import Permission
from spojka.base.ids import id_from
from spojka.encounters.models import Shift
from spojka.ui.http import ask, done, posted

from ..actions import moves
from ..forms.fields import typed
from ..forms.moves import Deliver, Issue, Lose, Return, TakeBack
from ..models import Count, Location, Movement
from ..overview import Overview
from .chosen import about, chosen


@require_http_methods(["GET", "POST"])
def deliver(request):
    """Ask what came."""
    overview, said = _opened(request, Permission.STOCK_DELIVER)
    packs = {code: one.pack for code, one in overview.levels.items() if one.pack}
    form = Deliver(posted(request), **_of(request, overview), packs=packs, now=timezone.now(), initial=_asked(request))
    if not done(form, lambda: moves.deliver(by=request.actor, **form.said)):
        return ask(request, "stock/deliver.html", form, packs=packs, **said)
    messages.success(request, _("The delivery is written down."))
    if _was_counted(request, form.said):
        messages.info(request, _("It was counted since that day, so the balance stays: only the difference changes."))
    if "more" in request.POST:
        target = form.cleaned_data["target"].pk
        return redirect(f"{reverse('stock:deliver', args=[request.actor.organisation.slug])}?target={target}")
    return _to_stock(request, overview.service)


@require_http_methods(["GET", "POST"])
def issue(request):
    """Ask what a location is filled up with, from its usual kit on."""
    location, shift = _at(request, Permission.STOCK_ISSUE, "to")
    overview, said = _opened(request, Permission.STOCK_ISSUE, location)
    there = overview.at(location)
    usual = {code: n - max(0, there.get(code, 0)) for code, n in location.kit.items()}
    form = _carry(Issue, request, overview, location, {code: n for code, n in usual.items() if n > 0}, "source")
    deed = {"by": request.actor, "shift": shift, "at": timezone.now()}
    if not done(form, lambda: moves.issue(**deed, **form.said)):
        return ask(request, "stock/carry.html", form, location=location, shift=shift, is_issue=True, **said)
    messages.success(request, _("The material is issued."))
    return _after(request, overview.service, shift)


@require_http_methods(["GET", "POST"])
def give_back(request):
    """Ask what goes back to the store: all that is left, unless something stays."""
    location, shift = _at(request, Permission.STOCK_RETURN, "from")
    overview, said = _opened(request, Permission.STOCK_RETURN, location)
    left = {code: n for code, n in overview.at(location).items() if n > 0}
    form = _carry(Return, request, overview, location, left, "target")
    deed = {"by": request.actor, "shift": shift, "at": timezone.now()}
    if not done(form, lambda: moves.give_back(**deed, **form.said)):
        return ask(request, "stock/carry.html", form, location=location, shift=shift, is_issue=False, **said)
    messages.success(request, _("The material is returned."))
    return _after(request, overview.service, shift)


@require_http_methods(["GET", "POST"])
def lose(request):
    """Ask what is written off."""
    overview, said = _opened(request, Permission.STOCK_LOSE)
    batches = {one.batch.pk: one.batch for one in overview.batches}.values()
    there = sorted(
        {(code, overview.names.get(code, code)) for (_place, code), n in overview.balances.items() if n.quantity}
    )
    about = {"batches": batches, "names": overview.names, "there": there}
    form = Lose(posted(request), **_of(request, overview), **about, initial=_asked(request))
    if not done(form, lambda: moves.lose(by=request.actor, at=timezone.now(), **form.cleaned_data)):
        return ask(request, "stock/lose.html", form, **said)
    messages.success(request, _("The loss is written down."))
    return _to_stock(request, overview.service)


@require_http_methods(["GET", "POST"])
def take_back(request, id):
    """Ask why a movement is taken back."""
    related = ("service__organisation", "source", "target")
    found = reach(Movement, id, by=request.actor, to=Permission.STOCK_TAKE_BACK, related=related)
    if found.recorded_by != request.actor.id and not request.actor.can(Permission.STOCK_DELIVER, found):
        raise Http404
    overview = Overview(found.service, request.actor, timezone.localdate())
    form = TakeBack(posted(request))
    if not done(form, lambda: moves.take_back(by=request.actor, movement=found, **form.cleaned_data)):
        return ask(request, "stock/take_back.html", form, movement=found, name=overview.names.get(found.code))
    messages.success(request, _("The movement is taken back. It stays written, with a counter-entry."))
    return redirect("stock:item", request.actor.organisation.slug, found.code)


def _opened(request, to, location=None):
    """Return the stock that a form is about, and what its page says."""
    service, offered = (location.service, ()) if location else chosen(request, to)
    overview = Overview(service, request.actor, timezone.localdate())
    if not location and not any(one.closed_on is None for one in overview.stock.locations):
        raise Http404
    return overview, about(request, overview, offered)


def _of(request, overview):
    return {"actor": request.actor, "service": overview.service, "catalogue": overview.lists}


def _asked(request):
    """Return what the address says of a form's first values."""
    names = ("code", "target", "source", "batch", "quantity", "reason")
    return {name: request.GET[name] for name in names if request.GET.get(name)}


def _at(request, to, name):
    """Return the location that the address or its shift names, and that shift."""
    shift_id, location_id = id_from(request.GET.get("shift", "")), id_from(request.GET.get(name, ""))
    shift = reach(Shift, shift_id, by=request.actor, to=to, related=("stock", "place", "event")) if shift_id else None
    drawn = getattr(shift, "stock", None)
    pk = drawn.location_id if drawn else location_id
    related = ("service__organisation",)
    found = reach(Location, pk, by=request.actor, to=to, related=related) if pk else None
    if found is None or (found.closed_on and request.method == "GET"):
        raise Http404  # what was typed meanwhile is answered by the action
    return found, shift


def _carry(form, request, overview, location, usual, other):
    here, others = overview.items_at(location, typed(posted(request)))
    stores = [one for one in overview.locations if one.is_store and one.pk != location.pk and not one.closed_on]
    initial = {f"n-{code}": n for code, n in usual.items()} | ({other: stores[0].pk} if stores else {})
    said = {"here": here, "others": others, "fixed": location, "there": overview.at(location), "initial": initial}
    return form(posted(request), **_of(request, overview), **said)


def _was_counted(request, said):
    since = {"code": said["code"], "location": said["target"], "counted_at__gte": said["occurred_at"]}
    return rows(Count, by=request.actor, to=Permission.STOCK_VIEW).filter(**since).exists()


def _to_stock(request, service):
    return redirect(f"{reverse('stock:stock', args=[request.actor.organisation.slug])}?service={service.pk}")


def _after(request, service, shift):
    if shift:
        return redirect("encounters:shift", request.actor.organisation.slug, shift.pk)
    return _to_stock(request, service)
