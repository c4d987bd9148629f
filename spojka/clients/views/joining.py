"""Pages on who is who: likely duplicates, merging, splitting, taking back."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from spojka.access.choosing import services
from spojka.access.doors import reach, read, rows
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.base.ids import id_from
from spojka.members.people import names_of
from spojka.ui.http import ask, done, posted

from .. import duplicates, reading
from ..actions import joining as actions
from ..forms import joining as forms
from ..merging import is_shared, lines
from ..models import Apart, Client, Joining, JoiningKind
from .codes import by_code

MOST = 200  # records to choose from; days narrow them


@require_safe
def proposed(request):
    """Show which clients of a service may be one person."""
    offered, service = services(request, Permission.CLIENT_MERGE)
    found = duplicates.proposals(service, timezone.localdate())
    ids = {id for one in found for id in (one.first, one.second)}
    theirs = rows(Client, by=request.actor, to=Permission.CLIENT_VIEW).filter(pk__in=ids).order_by("pk")
    known = {row.pk: row for row in read(theirs, by=request.actor, to=Permission.CLIENT_VIEW)}
    pairs = [
        {"first": known[one.first], "second": known[one.second], "reasons": one.reasons}
        for one in found
        if one.first in known and one.second in known
    ]
    apart = rows(Apart, by=request.actor, to=Permission.PAIR_PROPOSE).filter(service=service, ended_at=None)
    said = {
        "service": service,
        "services": offered,
        "pairs": pairs,
        "is_cut": len(found) == duplicates.MOST,
        "apart": read(
            apart.select_related("first", "second").order_by("-recorded_at", "pk")[:50],
            by=request.actor,
            to=Permission.CLIENT_VIEW,
        ),
    }
    return render(request, "clients/duplicates.html", said)


@require_POST
def part(request, id):
    """Never propose two clients as one person again."""
    client = reach(Client, id, by=request.actor, to=Permission.PAIR_PART)
    if not request.POST.get("other"):
        raise Refusal(_("Choose two clients of one service."))
    other = _other(request, client, request.POST.get("other"))
    actions.part(by=request.actor, client=client, other=other)
    messages.success(request, _("These two are never proposed again. You can take it back below."))
    return redirect(_proposed(request, client))


@require_POST
def propose(request, id):
    """Propose two clients again."""
    apart = reach(Apart, id, by=request.actor, to=Permission.PAIR_PROPOSE)
    actions.propose(by=request.actor, apart=apart, at=timezone.now())
    messages.success(request, _("They may be proposed again."))
    return redirect(_proposed(request, apart))


@require_http_methods(["GET", "POST"])
def merge(request, id):
    """Ask for the other code, then show both side by side and merge them."""
    client = reach(Client, id, by=request.actor, to=Permission.CLIENT_MERGE, related=("service", "merged_into"))
    if client.merged_into_id:
        return redirect("encounters:client", request.actor.organisation.slug, client.pk)
    wanted = request.POST.get("other") or request.GET.get("with")
    if not wanted:
        return _ask_for_other(request, client)
    other = _other(request, client, wanted)
    now = timezone.now()
    both = {str(one.pk): one for one in reading.older_first(client, other)}
    form = forms.Merge(
        posted(request),
        clients=[(key, one.code) for key, one in both.items()],
        is_shared=is_shared(client, other, now),
        initial={"other": other.pk},
    )
    said = {
        "client": client,
        "sides": [reading.side(one, request.actor, now) for one in both.values()],
        "warnings": reading.against(client, other),
    }

    def deed():
        values = dict(form.cleaned_data)
        kept = both[values.pop("keep")]
        gone = other if kept.pk == client.pk else client
        actions.merge(by=request.actor, client=kept, **(values | {"other": gone}), at=now)

    if not done(form, deed):
        return ask(request, "clients/merge.html", form, **said)
    kept = both[form.cleaned_data["keep"]]
    messages.success(request, _("It is one client now. Both codes lead here, and you can take it back any time."))
    return redirect("encounters:client", request.actor.organisation.slug, kept.pk)


@require_http_methods(["GET", "POST"])
def split(request, id):
    """Choose the records that belong to somebody else."""
    client = reach(Client, id, by=request.actor, to=Permission.CLIENT_SPLIT, related=("service",))
    if client.merged_into_id:
        return redirect("encounters:client", request.actor.organisation.slug, client.pk)
    form = forms.Split(posted(request), lines=lines(client, request.actor, most=MOST))
    made = []

    def deed():
        values = dict(form.cleaned_data)
        about = {"client": client, "rows": form.chosen, "at": timezone.now()}
        made.append(actions.split(by=request.actor, **(values | about)))

    if not done(form, deed):
        return ask(request, "clients/split.html", form, client=client, most=MOST, is_cut=len(form.lines) == MOST)
    messages.success(request, _("It is two clients now. This is the new one; you can take it back any time."))
    return redirect("encounters:client", request.actor.organisation.slug, made[0].target_id)


@require_http_methods(["GET", "POST"])
def undo(request, id):
    """Take a merge or a split back, and ask about what came since."""
    related = ("source", "target", "service")
    joining = reach(Joining, id, by=request.actor, to=Permission.JOINING_UNDO, related=related)
    read([joining.source, joining.target], by=request.actor, to=Permission.CLIENT_VIEW)
    back = redirect("encounters:client", request.actor.organisation.slug, joining.target_id)
    if joining.undone_at:
        return back
    is_merge = joining.kind == JoiningKind.MERGE
    gone = set(joining.moved.values_list("row", flat=True).order_by("pk"))
    since = [one for one in lines(joining.target, request.actor, joining.recorded_at, MOST) if one.row not in gone]
    form = forms.Undo(posted(request), lines=since, is_merge=is_merge)

    def deed():
        said = {name: form.cleaned_data[name] for name in ("reason", "are_two") if name in form.cleaned_data}
        actions.undo(by=request.actor, joining=joining, chosen=form.chosen, at=timezone.now(), **said)

    if not done(form, deed):
        about = {"joining": joining, "is_merge": is_merge, "counts": reading.counts(joining)}
        return ask(request, "clients/undo.html", form, **about, makers=names_of([joining.made_by]))
    messages.success(request, _("Taken back. What came since stays where it was, but for what you ticked."))
    return redirect("encounters:client", request.actor.organisation.slug, joining.source_id)


def _ask_for_other(request, client):
    form = forms.Other(posted(request))
    found = []
    if not done(form, lambda: found.append(by_code(request, client, form.cleaned_data["code"]))):
        return ask(request, "clients/merge_with.html", form, client=client)
    return redirect(
        f"{reverse('clients:merge', args=[request.actor.organisation.slug, client.pk])}?with={found[0].pk}"
    )


def _other(request, client, wanted):
    """Return another standing client of the same service, named by its id."""
    pk = id_from(str(wanted))
    if pk is None:
        raise Http404
    other = reach(Client, pk, by=request.actor, to=Permission.CLIENT_MERGE)
    if other.service_id != client.service_id or other.pk == client.pk or other.merged_into_id:
        raise Http404
    return other


def _proposed(request, row):
    return f"{reverse('clients:duplicates', args=[request.actor.organisation.slug])}?service={row.service_id}"
