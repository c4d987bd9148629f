"""The client's own look. Whoever has no good cookie gets the page that asks for the letters, and nothing else."""

from django.contrib.auth.decorators import login_not_required as open_to_all
from django.db.models import Q
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_http_methods, require_safe

from spojka.access.doors import reach, shown
from spojka.access.permissions import Permission
from spojka.access.whereabouts import hidden
from spojka.consents import reading as sharing
from spojka.consents.actions import consents
from spojka.consents.models import Consent, ConsentRecipient
from spojka.encounters.models import Encounter
from spojka.encounters.reading import LINE, with_lines
from spojka.encounters.words import Words
from spojka.receipts import giving as receipts
from spojka.ui.http import ask, done, give_paper, posted

from .. import actions, doors, forms
from .. import ledger as papers
from ..asked import asked_about
from ..lookers import YEAR, who_looked
from ..models import Part
from ..reading import remarks_of
from ..showing import HOME, KIOSK, ask_in, framed, own, page, place, remember
from ..tongues import chosen

BOTH = ["GET", "POST"]
AWAY = "https://cs.wikipedia.org/"  # where one goes in a hurry: nobody wonders about it


@open_to_all
@require_http_methods(BOTH)
def enter(request):
    """Ask for the letters of the paper. With `?kiosk=1` this computer closes sooner, with `0` not any more."""
    with override(chosen(request)):
        form = forms.Enter(posted(request))
        found = []
        if not done(form, lambda: found.append(doors.enter(form.cleaned_data["secret"], timezone.now()))):
            return place(request, ask_in(request, form))
        return remember(request, redirect("own:record"), found[0])


@open_to_all
@require_safe
def leave(request):
    """Go away at once: the cookie ends, the page becomes one that nobody wonders about; at a kiosk the empty form."""
    answer = redirect("own:enter") if request.COOKIES.get(KIOSK) else redirect(AWAY)
    answer.delete_cookie(doors.COOKIE, path=HOME, samesite="Strict")
    return answer


@own("GET")
def record(request, client):
    """Show what was done together, the last first."""
    found = shown(
        Encounter,
        by=request.actor,
        to=Permission.ENCOUNTER_VIEW,
        where=Q(client=client, voided_at=None),
        order=("-occurred_at", "-pk"),
        page=request.GET.get("page", 1),
        only=LINE,
    )
    with_lines(found, by=request.actor)
    said = {"words": Words(client.organisation), "is_hidden": bool(hidden([client.pk])), "part": Part.DONE}
    return page(request, "looks/own/record.html", client, "record", page=found, **said)


@own("GET")
def shares(request, client):
    """Show with whom the client shares what."""
    said = {"part": Part.LEDGER}
    if Part.LEDGER not in request.withheld:
        said["every"] = sharing.of_client(client, request.actor, timezone.now())
        said["asked"] = asked_about(client, request.actor)
    return page(request, "looks/own/shares.html", client, "shares", **said)


@own("GET", "POST")
def take_back(request, client, id):
    """Ask once more, then take a consent back as a whole."""
    consent = reach(Consent, id, by=request.actor, to=Permission.CONSENT_WITHDRAW, related=("service",))
    if request.method != "POST":
        return page(request, "looks/own/take_back.html", client, "shares", consent=consent, whom=None)
    how = _("by the client, in their own look")
    consents.withdraw(by=request.actor, consent=consent, how=how, at=timezone.now())
    return redirect("own:shares")


@own("GET", "POST")
def take_back_one(request, client, id):
    """Ask once more, then share with one of them no more."""
    row = reach(ConsentRecipient, id, by=request.actor, to=Permission.CONSENT_NARROW, related=("consent", "service"))
    if request.method != "POST":
        return page(request, "looks/own/take_back.html", client, "shares", consent=row.consent, whom=row)
    how = _("by the client, in their own look")
    consents.withdraw_from(by=request.actor, recipient=row, how=how, at=timezone.now())
    return redirect("own:shares")


@own("GET")
def receipt(request, client, id):
    """Give the receipt of a consent as a paper, in the language of the look."""
    return receipts.paper(receipts.told_of(id, request.actor), request.build_absolute_uri("/receipt/"))


@own("GET")
def receipt_file(request, client, id):
    """Give the receipt of a consent as a file that machines read."""
    return receipts.file(receipts.told_of(id, request.actor))


@own("GET")
def seen(request, client):
    """Show who looked, in the last year."""
    said = {"part": Part.LEDGER}
    if Part.LEDGER not in request.withheld:
        said["looked"] = who_looked(client, request.actor, timezone.now() - YEAR)
    return page(request, "looks/own/seen.html", client, "seen", **said)


@own("GET")
def ledger(request, client):
    """Give with whom the client shares and who looked as a paper, in the language of the look."""
    if Part.LEDGER in request.withheld:
        return redirect("own:seen")
    return give_paper(papers.ledger(client, request.actor, timezone.now(), None), "prehled")


@own("GET", "POST", is_writing=True)
def say(request, client):
    """Ask what the client wants to say, and show what was answered."""
    form = forms.Say(posted(request))
    if not done(form, lambda: actions.send(by=request.actor, client=client, **form.cleaned_data)):
        remarks = remarks_of(client, request.actor)
        return ask(request, "looks/own/say.html", form, remarks=remarks, **framed(request, client, "say"))
    return redirect("own:say")
