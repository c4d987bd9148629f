from datetime import date
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from spojka.access import doors
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.base.sorting import by_name
from spojka.network.models import Service
from spojka.ui.http import ask, posted

from . import actions, forms, screens
from .catalogue import Catalogue, Item, catalogue, catalogues, history
from .schema import LISTS


@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    which, lists, _ = _looked_at(request)
    context = {"which": which, "service": lists.service, "on": lists.on, "lists": screens.overview(lists)}
    return render(request, "codelists/overview.html", context)


@require_GET
def one(request: HttpRequest, list: str) -> HttpResponse:
    which, lists, every = _looked_at(request)
    if list not in LISTS or list not in lists.everything:
        raise Http404
    spec, service = LISTS[list], lists.service
    context = {
        "which": which,
        "service": service,
        "on": lists.on,
        "list": list,
        "title": screens.title(list),
        "note": screens.note(list),
        "sections": screens.sections(list, lists, every),
        "many": len(every) > 1,
        "may_edit": spec.is_settable and request.actor.can(Permission.CODELIST_EDIT, service),
        "may_add": spec.is_addable and request.actor.can(Permission.CODELIST_ADD, service),
    }
    return render(request, "codelists/one.html", context)


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, list: str, code: str, id: UUID) -> HttpResponse:
    service = doors.reach(Service, id, by=request.actor, to=Permission.CODELIST_EDIT)
    item = _item(service, list, code)
    form = forms.Edit(posted(request), item=item, initial=_as_it_is(item))
    if form.is_valid():
        try:
            actions.edit(by=request.actor, service=service, list=list, code=code, **form.arguments())
        except Refusal as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            return _back(request, list, service)
    shown = {"service": service, "list": list, "title": screens.title(list), "row": screens.row(item)}
    return ask(request, "codelists/edit.html", form, **shown, history=history(list, code, service))


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, list: str, id: UUID) -> HttpResponse:
    service = doors.reach(Service, id, by=request.actor, to=Permission.CODELIST_ADD)
    if list not in LISTS or not LISTS[list].is_addable:
        raise Http404
    form = forms.Add(posted(request), list=list, initial={"id": new_id(), "valid_from": timezone.localdate()})
    if form.is_valid():
        try:
            actions.add(by=request.actor, service=service, list=list, **form.arguments())
        except Refusal as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            return _back(request, list, service)
    return ask(request, "codelists/add.html", form, service=service, list=list, title=screens.title(list))


def _looked_at(request: HttpRequest) -> tuple[forms.Which, Catalogue, list[Catalogue]]:
    """Return the form that chooses, the lists of the chosen service, and those of all services one works in."""
    services = [*doors.rows(Service, by=request.actor, to=Permission.CODELIST_VIEW).order_by(by_name(), "pk")]
    if not services:
        raise Http404
    which = forms.Which(request.GET, actor=request.actor)
    chosen = which.cleaned_data if which.is_valid() else {}
    if "service" in which.errors:
        raise Http404
    service, on = chosen.get("service") or services[0], chosen.get("on") or timezone.localdate()
    which = forms.Which(actor=request.actor, initial={"service": service, "on": on}) if which.is_valid() else which
    every = catalogues(services, on)
    return which, every[service.pk], [*every.values()]


def _item(service: Service, list: str, code: str, on: date | None = None) -> Item:
    item = catalogue(service, on or timezone.localdate()).find(list, code)
    if item is None or not LISTS[list].is_settable:
        raise Http404
    return item


def _as_it_is(item: Item) -> dict[str, object]:
    """Return what the service set so far: empty means as shipped."""
    numbers = ("minutes", "limit", "interval", "position")
    own: dict[str, object] = {name: getattr(item, name) for name in numbers if item.is_own or name in item.own}
    own |= {name: getattr(item, name) for name in ("per", "strength") if item.is_own or name in item.own}
    own["is_unlimited"] = "limit" in item.own and item.limit is None
    is_on = {True: "on", False: "off"}[item.is_on] if item.is_own or "is_on" in item.own else ""
    short = item.short if item.is_own or "short_cs" in item.own else ""
    return own | {"id": new_id(), "is_on": is_on, "short": short, "valid_from": timezone.localdate()}


def _back(request: HttpRequest, list: str, service: Service) -> HttpResponse:
    where = reverse("codelists:one", kwargs={"organisation": request.actor.organisation.slug, "list": list})
    return redirect(f"{where}?service={service.pk}")
