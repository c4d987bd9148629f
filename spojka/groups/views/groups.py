"""The list of groups, one of them, founding, changing and ending it."""

from django.contrib import messages
from django.db.models import Q
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from spojka.access.doors import shown
from spojka.base.sorting import by_name
from spojka.codelists.catalogue import catalogue, names_of
from spojka.meetings import matters
from spojka.meetings.views.shared import holding
from spojka.ui.http import ask, done, posted

from .. import beside, reading
from ..actions import groups
from ..forms.groups import AboutForm, End, Found, Propose, of_group, of_kind
from ..models import Group
from .shared import BOTH, WITH, P, reach_group, to_group

PAGE = 30


@require_safe
def listing(request):
    """Show the groups that one supports or sits in."""
    actor, now = request.actor, timezone.now()
    if not actor.may(P.WORKING_GROUP_VIEW):
        raise Http404
    is_over = request.GET.get("show") == "over"
    today = timezone.localdate(now)
    over = Q(ended_on__lte=today)
    page = shown(
        Group, by=actor, to=P.WORKING_GROUP_VIEW, where=over if is_over else ~over, order=(by_name(), "pk"),
        page=request.GET.get("page", 1), size=PAGE, related=WITH,
    )  # fmt: skip
    said = {"page": page, "lines": reading.listed(actor, now, page.object_list), "is_over": is_over}
    said |= {"may_found": actor.may(P.WORKING_GROUP_FOUND)}
    return render(request, "groups/list.html", said)


@require_safe
def group(request, id):
    """Show a group: what it is, when it meets, what waits, who sits in it, what it may talk of."""
    return show(request, reach_group(request, id))


def show(request, found, proposing=None):
    """Show the page of a group; `proposing` comes back to be repaired."""
    actor, now = request.actor, timezone.now()
    today, names = timezone.localdate(now), names_of(reading.LISTS, organisation=found.organisation)
    seats = reading.seats_of(found, actor, today)
    kind = reading.kinds().get(found.kind, {})
    coming = reading.next_meetings(found, actor, now)
    said = {"group": found, "names": names, "kind": kind, "seats": seats, "is_over": found.is_over(today)}
    said |= {"shares": reading.composition(seats, names), "coming": coming, "series": reading.series_of(found, actor)}
    said |= {"past": reading.past_meetings(found, actor, now), "public": reading.public_of(found, actor)}
    said |= {"matters": matters.of(found.pk, actor), "wishes": reading.wishes(found, actor, names)}
    said |= {"left": reading.left_seats(found, actor, today), "is_ours": found.service_id in actor.services}
    said["own_services"] = actor.services
    said["gone"] = {one.pk for one in seats if one.worker and one.worker.has_ended(today)}
    verbs = {"change": P.WORKING_GROUP_CHANGE, "seat": P.SEAT_GIVE, "choose": P.GROUP_THEME_CHOOSE}
    said |= {
        "can": {name: actor.can(to, found) for name, to in verbs.items()},
        "may_audit": actor.can(P.AUDIT_VIEW, found),
    }
    said["ways"] = beside.ways(found, actor)
    said["can"]["hold"] = said["is_ours"] and actor.may(P.SERIES_START)
    said["can"]["fill"] = not said["is_ours"] and actor.may(P.SEAT_FILL) and not found.is_sensitive
    said |= {"sums": reading.figures_of(found, actor, now), "rooms": beside.ROOMS}
    said |= {"abouts": {}, "many_services": False}  # of rows of meetings: all are of this group
    said |= {"proposing": proposing or Propose(catalogue=catalogue(found.service, today))}
    return ask(request, "groups/group.html", said["proposing"], **said)


@require_http_methods(BOTH)
def new(request):
    """Ask what a new group is; `kind` fills in what that kind asks for."""
    services = holding(request, P.WORKING_GROUP_FOUND)
    today, kinds = timezone.localdate(), reading.kinds()
    kind = request.GET.get("kind", "")
    first = {"begun_on": today} | ({"kind": kind} | of_kind(kinds[kind]) if kind in kinds else {})
    lists = catalogue(services[0], today)
    form = Found(posted(request), services=services, catalogue=lists, initial=first)

    def deed():
        said = {"id": form.cleaned_data["id"], "begun_on": form.cleaned_data["begun_on"]}
        groups.found(by=request.actor, service=form.for_service, about=form.about, at=timezone.now(), **said)

    if not done(form, deed):
        chosen = [(code, name, kinds.get(code, {})) for code, name in lists.pairs("group_kind")]
        return ask(request, "groups/write.html", form, kinds=chosen, kind=kind)
    messages.success(request, _("The group is here. Say who sits in it and when it meets."))
    return redirect("groups:group", request.actor.organisation.slug, form.cleaned_data["id"])


@require_http_methods(BOTH)
def change(request, id):
    """Ask what the group is."""
    found = reach_group(request, id, P.WORKING_GROUP_CHANGE)
    stands = {"initial": of_group(found), "knows": True}
    form = AboutForm(posted(request), catalogue=catalogue(found.service, timezone.localdate()), **stands)
    deed = {"by": request.actor, "group": found, "at": timezone.now()}
    if not done(form, lambda: groups.change(**deed, about=form.about)):
        return ask(request, "groups/write.html", form, group=found)
    messages.success(request, _("The group is changed."))
    return to_group(request, found)


@require_http_methods(BOTH)
def end(request, id):
    """Ask since when the group meets no more, and why."""
    found = reach_group(request, id, P.WORKING_GROUP_END)
    form = End(posted(request), initial={"on": found.ended_on or timezone.localdate(), "why": found.ended_why})
    if not done(form, lambda: groups.end(by=request.actor, group=found, **form.cleaned_data)):
        return ask(request, "groups/ask.html", form, group=found, title=_("End the group"), deed=_("End it"))
    messages.success(request, _("The end of the group is written down. What it wrote stays."))
    return to_group(request, found)


@require_POST
def resume(request, id):
    """Let it go on."""
    found = reach_group(request, id, P.WORKING_GROUP_RESUME)
    groups.resume(by=request.actor, group=found)
    messages.success(request, _("The group goes on."))
    return to_group(request, found)
