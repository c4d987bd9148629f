from django.contrib import messages
from django.db.models import Q
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from spojka.access.doors import reach, rows, shown
from spojka.access.permissions import Permission
from spojka.base.sorting import by_name
from spojka.network.models import Service
from spojka.ui.http import ask, done, posted

from . import actions, forms, territory
from .models import Place, PlaceKind

SOMEWHERE = ~Q(kind=PlaceKind.ONLINE)
WRITE_WHERE = {  # whose forms ask for a municipality; what is offered is a public register, no row of anybody's
    Permission.PLACE_ADD,
    Permission.PROJECT_ADD,
    Permission.SIGNAL_RECORD,
    Permission.WARNING_DRAW,
    Permission.DIRECTORY_ADD,
    Permission.OVERDOSE_RECORD,
}


@require_safe
def listing(request):
    """Show places with the territory they lie in; `?lacking` only those that lie nowhere yet."""
    lacking = SOMEWHERE & Q(region_code="")
    is_narrow = "lacking" in request.GET
    page = shown(
        Place,
        by=request.actor,
        to=Permission.PLACE_VIEW,
        where=lacking if is_narrow else None,
        order=(by_name(), "municipality", "pk"),
        page=request.GET.get("page", 1),
        related=("service",),
    )
    said = {
        "page": page,
        "lines": [
            (place, territory.words(place), request.actor.can(Permission.PLACE_CHANGE, place)) for place in page
        ],
        "lacking": rows(Place, by=request.actor, to=Permission.PLACE_VIEW, where=lacking).count(),
        "is_narrow": is_narrow,
        "may_add": request.actor.may(Permission.PLACE_ADD),
    }
    return render(request, "places/list.html", said)


@require_http_methods(["GET", "POST"])
def add(request):
    """Ask about a new place."""
    service = rows(Service, by=request.actor, to=Permission.PLACE_ADD).order_by(by_name(), "pk").first()
    if service is None:
        raise Http404
    form = forms.Add(posted(request), actor=request.actor, initial={"service": service, "kind": PlaceKind.VENUE})
    if not form.is_valid():
        return ask(request, "places/add.html", form)
    return _saved(request, actions.add(by=request.actor, **form.cleaned_data), _("The place is written down."))


@require_http_methods(["GET", "POST"])
def change(request, id):
    """Ask what is different about a place."""
    place = reach(Place, id, by=request.actor, to=Permission.PLACE_CHANGE)
    form = forms.Change(posted(request), initial=forms.stands(place))
    if not done(form, lambda: actions.change(by=request.actor, place=place, **form.cleaned_data)):
        return ask(request, "places/change.html", form, place=place)
    place.refresh_from_db()
    return _saved(request, place, _("The place is changed."))


@require_safe
def offer(request):
    """Offer units of territory for what is being typed."""
    if not WRITE_WHERE & request.actor.permissions:
        raise Http404
    text = next(iter(request.GET.values()), "")  # whichever field of whichever form it is typed in
    return render(request, "places/_offer.html", {"units": territory.matches(text[:80])})


def _saved(request, place, words):
    if place.kind != PlaceKind.ONLINE and not place.region_code:
        words += " " + _("We don't know its municipality, so figures of territory leave it out.")
    messages.success(request, words)
    return redirect("places:list", request.actor.organisation.slug)
