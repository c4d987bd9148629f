"""For those who work with the client: the access sheet, remarks and their answers."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from spojka.access.doors import reach
from spojka.access.permissions import Permission
from spojka.clients.models import Client
from spojka.consents import reading as sharing
from spojka.members.people import names_of
from spojka.ui.http import ask, done, give_paper, posted
from spojka.ui.tongues import TONGUES, asked

from .. import actions, documents, secret
from .. import ledger as papers
from ..forms import Answer, End, Issue
from ..models import AccessSheet, Part, Remark
from ..opening import is_withheld
from ..reading import remarks_of, sheets_of, waiting

BOTH = ["GET", "POST"]


@require_safe
def sheets(request, id):
    """Show whether the client has an access sheet, and what they said of the record."""
    client = _client(request, id, Permission.LOOK_ISSUE)
    found = sheets_of(client, request.actor)
    said = {"client": client, "held": next((one for one in found if one.ended_at is None), None)}
    said |= {"before": [one for one in found if one.ended_at], "form": Issue()}
    said |= {
        "tongues": TONGUES,
        "remarks": remarks_of(client, request.actor),
        "workers": names_of({one.issued_by for one in found}),
        "may_withhold": request.actor.can(Permission.WITHHOLDING_PROPOSE, client),
        "is_ledger_withheld": is_withheld(client, Part.LEDGER, timezone.now()),
    }
    return render(request, "looks/sheets.html", said)


@require_safe
def ledger(request, id):
    """Give the client's ledger as a paper, in the language that they read."""
    client = _client(request, id, Permission.LOOK_ISSUE)
    told = sharing.told_to_client(client, request.actor)
    with override(asked(request)):
        return give_paper(papers.ledger(client, request.actor, timezone.now(), told), "spojka-prehled")


@require_POST
def issue(request, id):
    """Give a new access sheet as a paper. Its secret is on this paper alone."""
    client = _client(request, id, Permission.LOOK_ISSUE)
    form, new, now = Issue(request.POST), secret.new(), timezone.now()
    deed = {"by": request.actor, "client": client, "secret": new, "at": now}
    if not done(form, lambda: actions.issue(**deed, **form.cleaned_data)):
        messages.error(request, _("The paper was not made. Try it once more."))
        return redirect("looks:sheets", request.actor.organisation.slug, client.pk)
    made = reach(AccessSheet, form.cleaned_data["id"], by=request.actor, to=Permission.LOOK_ISSUE, related=("link",))
    if made.name != new[: secret.NAME]:  # sent twice: the secret of the first paper is nowhere any more
        messages.warning(request, _("This paper was made already. If it was not printed, make a new one."))
        return redirect("looks:sheets", request.actor.organisation.slug, client.pk)
    body = documents.sheet(new, request.build_absolute_uri("/my/"))
    return give_paper(body, "list")


@require_http_methods(BOTH)
def end(request, id):
    """Ask why an access sheet ends."""
    sheet = reach(AccessSheet, id, by=request.actor, to=Permission.LOOK_END, related=("client__service",))
    form = End(posted(request))
    deed = {"by": request.actor, "sheet": sheet, "at": timezone.now()}
    if not done(form, lambda: actions.end(**deed, **form.cleaned_data)):
        return ask(request, "looks/end.html", form, sheet=sheet, client=sheet.client)
    messages.success(request, _("The paper opens nothing any more."))
    return redirect("looks:sheets", request.actor.organisation.slug, sheet.client_id)


@require_safe
def remarks(request):
    """Show the remarks of clients that wait for an answer."""
    if not request.actor.may(Permission.REMARK_VIEW):
        raise Http404
    return render(request, "looks/remarks.html", {"remarks": waiting(request.actor)})


@require_http_methods(BOTH)
def remark(request, id):
    """Show a remark and ask for an answer."""
    found = reach(Remark, id, by=request.actor, to=Permission.REMARK_ANSWER, related=("client__service",))
    form = Answer(posted(request))
    deed = {"by": request.actor, "remark": found, "at": timezone.now()}
    if found.answered_at or not done(form, lambda: actions.answer(**deed, **form.cleaned_data)):
        workers = names_of({found.answered_by} - {""})
        return ask(request, "looks/remark.html", form, remark=found, client=found.client, workers=workers)
    messages.success(request, _("The client reads the answer in their own look."))
    return redirect("looks:remark", request.actor.organisation.slug, found.pk)


def _client(request, id, to):
    return reach(Client, id, by=request.actor, to=to, related=("service__organisation", "organisation"))
