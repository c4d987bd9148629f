"""The directory: its list, one entry, the papers and the file."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from spojka.access.doors import reach, read, shown
from spojka.access.permissions import Permission
from spojka.access.why import why
from spojka.base.ids import id_from
from spojka.base.sorting import by_name
from spojka.members.people import names_of
from spojka.ui.http import give_paper, give_table

from .. import documents, reading
from ..doors import VIEW, entries, looker
from ..forms import Filters
from ..models import ServiceEntry

MOST_ON_PAPER = 12
MOST_IN_FILE = 5000
WITH = ("service", "organisation")
ORDER = (by_name("municipality"), by_name(), "pk")
WAY_IN = ("way_in", "by_appointment", "address", "municipality", "phone", "email", "web")


@require_safe
def listing(request):
    """Show the services one may send people to, as the address asks."""
    by, form, where = asked(request)
    page = shown(ServiceEntry, by=by, to=VIEW, where=where, order=ORDER, page=request.GET.get("page", 1), related=WITH)
    said = {
        "page": page,
        "form": form,
        "lines": reading.lines(page.object_list, by, timezone.now()),
        "may_add": by.may(Permission.DIRECTORY_ADD),
        "asked": request.GET.urlencode(),
        "most": MOST_ON_PAPER,
    }
    return render(request, "directory/list.html", said)


@require_safe
def export(request):
    """Give what the filters leave as a table."""
    by, _form, where = asked(request)
    found = entries(by).filter(where).select_related(*WITH).order_by(*ORDER)[:MOST_IN_FILE]
    lines = reading.lines(read(found, by=by, to=VIEW), by, timezone.now())
    return give_table(documents.table(lines), f"spojka-{_('directory')}-{timezone.localdate()}")


@require_safe
def entry(request, id):
    """Show one entry: all that it says, what is free, whether it was looked at."""
    by = looker(request.actor)
    found = reach(ServiceEntry, id, by=by, to=VIEW, related=WITH)
    now = timezone.now()
    today = timezone.localdate(now)
    can = {name: by.can(permission, found) for name, permission in VERBS.items()}
    said = {
        "entry": found,
        "line": reading.lines([found], by, now)[0],
        "facts": reading.facts(found),
        "week": reading.week(found),
        "has_way_in": any(getattr(found, name) for name in WAY_IN),
        "exceptions": reading.coming_exceptions(found, today),
        "history": reading.history(found, by)[1:],  # the last one stands above
        "can": can,
        "is_ours": found.organisation_id == by.organisation.pk,
        "partners": list(found.partners.order_by(by_name(), "pk")) if can["change"] else [],
        "checker": names_of({found.checked_by}).get(found.checked_by, "") if can["change"] else "",
        "reasons": [] if can["change"] else why(found, by=by, to=VIEW),
    }
    return render(request, "directory/entry.html", said)


@require_safe
def paper(request):
    """Give a sheet for a client: chosen services in plain words and big letters."""
    by = looker(request.actor)
    if not by.may(VIEW):
        raise Http404
    chosen = [id for one in request.GET.getlist("on")[:MOST_ON_PAPER] if (id := id_from(one))]
    if not chosen:
        return redirect("directory:list", request.actor.organisation.slug)
    found = read(entries(by).filter(pk__in=chosen).select_related(*WITH).order_by(*ORDER), by=by, to=VIEW)
    if not found:
        raise Http404
    return give_paper(documents.sheet(found, str(by.organisation), timezone.localdate()), "spojka-sluzby")


def asked(request):
    """Return who looks, the filters, and what they leave; wrong filters leave all."""
    by = looker(request.actor)
    if not by.may(VIEW):
        raise Http404
    form = Filters(request.GET or None)
    where = reading.chosen(by, form.cleaned_data if form.is_valid() else {}, timezone.now())
    return by, form, where & reading.STANDING


VERBS = {
    "change": Permission.DIRECTORY_CHANGE,
    "check": Permission.DIRECTORY_CHECK,
    "publish": Permission.DIRECTORY_PUBLISH,
    "end": Permission.DIRECTORY_END,
    "tell": Permission.CAPACITY_TELL,
}
