"""Writing an entry, looking at it again, who finds it; telling capacity."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from spojka.access.doors import reach, rows, shown
from spojka.access.permissions import Permission
from spojka.base.sorting import by_name
from spojka.codelists.catalogue import catalogue
from spojka.network.models import Service
from spojka.ui.http import ask, done, posted

from .. import actions, forms, reading
from ..doors import VIEW, looker
from ..models import ServiceEntry
from .entries import WITH, asked

P = Permission
BOTH = ["GET", "POST"]


@require_http_methods(BOTH)
def add(request):
    """Ask about a new entry; `?of=other` of a service that does not work with Spojka."""
    service = rows(Service, by=request.actor, to=P.DIRECTORY_ADD).order_by(by_name(), "pk").first()
    if service is None:
        raise Http404
    is_own, now = request.GET.get("of") != "other", timezone.now()
    initial = {"service": service, "languages": ["cs"]}
    initial |= (
        {"provider": str(request.actor.organisation), "name": service.name, "kind": service.kind} if is_own else {}
    )
    lists = catalogue(service, timezone.localdate(now))
    form = forms.Add(posted(request), actor=request.actor, catalogue=lists, initial=initial)
    if not done(form, lambda: _write(request, form, is_own, now)):
        return ask(request, "directory/write.html", form, is_own=is_own)
    told = _("The entry is written. For now only your service finds it: say who else may.")
    messages.success(request, told)
    return redirect("directory:publish", request.actor.organisation.slug, form.cleaned_data["id"])


def _write(request, form, is_own, now):
    known = {"id": form.cleaned_data["id"], "service": form.cleaned_data["service"], "is_own": is_own}
    actions.write(by=request.actor, **known, said=form.said, today=timezone.localdate(now))


@require_http_methods(BOTH)
def change(request, id):
    """Ask what is different."""
    entry = _reached(request, id, P.DIRECTORY_CHANGE)
    today = timezone.localdate()
    stands = {"initial": forms.stands(entry), "knows": True}
    form = forms.Write(posted(request), catalogue=catalogue(entry.service, today), **stands)
    if not done(form, lambda: actions.change(by=request.actor, entry=entry, said=form.said, today=today)):
        return ask(request, "directory/write.html", form, entry=entry, is_own=entry.is_own)
    messages.success(request, _("The entry is changed, and it counts as verified today."))
    return _back(request, entry)


@require_POST
def check(request, id):
    """Say that all of it is still true."""
    entry = _reached(request, id, P.DIRECTORY_CHECK)
    actions.check(by=request.actor, entry=entry, today=timezone.localdate())
    messages.success(request, _("The entry is verified today."))
    return _back(request, entry)


@require_http_methods(BOTH)
def publish(request, id):
    """Ask who finds the entry."""
    entry = _reached(request, id, P.DIRECTORY_PUBLISH)
    initial = {"found_by": entry.found_by, "partners": [one.pk for one in entry.partners.all()]}
    form = forms.Publish(posted(request), actor=request.actor, is_own=entry.is_own, initial=initial)
    now = timezone.now()
    if not done(form, lambda: actions.publish(by=request.actor, entry=entry, at=now, **_said(form))):
        return ask(request, "directory/publish.html", form, entry=entry)
    messages.success(request, _("It is settled who finds the entry; others don't see it any more."))
    return _back(request, entry)


def _said(form):
    return form.cleaned_data | {"partners": list(form.cleaned_data["partners"])}


@require_http_methods(BOTH)
def take_out(request, id):
    """Ask whether the entry leaves the directory: nothing brings it back."""
    entry = _reached(request, id, P.DIRECTORY_END)
    if request.method != "POST":
        line = reading.lines([entry], looker(request.actor), timezone.now())[0]
        return render(request, "directory/take_out.html", {"entry": entry, "line": line})
    actions.take_out(by=request.actor, entry=entry, at=timezone.now())
    messages.success(request, _("The entry was taken out of the directory."))
    return redirect("directory:list", request.actor.organisation.slug)


@require_http_methods(BOTH)
def tell(request, id):
    """Ask how many places are free."""
    entry, now = _reached(request, id, P.CAPACITY_TELL), timezone.now()
    last = reading.last_told([entry], request.actor).get(entry.pk)
    initial = {"free": last.free, "in_care": last.in_care, "note": last.note} if last else {}
    form, today = forms.Tell(posted(request), initial=initial), timezone.localdate(now)
    if not done(form, lambda: actions.tell(by=request.actor, entry=entry, today=today, **form.cleaned_data)):
        return ask(request, "directory/tell.html", form, entry=entry, last=last)
    messages.success(request, _("Capacity is told. Everybody who finds the entry sees it."))
    return _back(request, entry)


@require_safe
def board(request):
    """Show on one page where there is room: free, full, not known since when."""
    by, form, where = asked(request)
    page = shown(
        ServiceEntry,
        by=by,
        to=VIEW,
        where=where,
        order=(by_name(), "pk"),
        page=request.GET.get("page", 1),
        size=200,
        related=WITH,
    )
    found = reading.lines(page.object_list, by, timezone.now())
    order = ["free", "full", "unknown"]
    found.sort(key=lambda line: order.index(line.state))
    return render(request, "directory/board.html", {"page": page, "lines": found, "form": form})


def _reached(request, id, to):
    entry = reach(ServiceEntry, id, by=request.actor, to=to, related=WITH)
    if entry.ended_at:
        raise Http404
    return entry


def _back(request, entry):
    return redirect("directory:entry", request.actor.organisation.slug, entry.pk)
