"""The client's own look. Whoever has no good cookie gets the page that asks for the letters, and nothing else."""

from datetime import timedelta
from functools import wraps

from django.conf import settings
from django.contrib.auth.decorators import login_not_required as open_to_all
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_http_methods, require_safe

from spojka.access import fence
from spojka.access.doors import reach, shown
from spojka.access.permissions import Permission
from spojka.clients.models import Client
from spojka.consents import reading as sharing
from spojka.consents.actions import consents
from spojka.consents.models import Consent, ConsentRecipient
from spojka.encounters.models import Encounter
from spojka.encounters.reading import LINE, with_lines
from spojka.encounters.words import Words
from spojka.receipts import giving as receipts
from spojka.ui.http import ask, done, give_paper, posted
from spojka.ui.tongues import TONGUES

from .. import actions, doors, forms
from .. import ledger as papers
from ..lookers import YEAR, who_looked
from ..reading import remarks_of
from ..tongues import COOKIE, chosen

BOTH = ["GET", "POST"]
HOME = "/my/"
AWAY = "https://cs.wikipedia.org/"  # where one goes in a hurry: nobody wonders about it
KIOSK = "own_kiosk"  # remembered by a computer that stands in the service for everybody
KIOSK_IDLE = timedelta(minutes=2)


def own(*methods):
    """Let a view be seen by whoever has a good cookie; the time begins anew with each page."""

    def mark(view):
        @open_to_all
        @require_http_methods([*methods])
        @wraps(view)
        def run(request, **kwargs):
            with override(chosen(request)):
                looker = doors.looker_of(request.COOKIES.get(doors.COOKIE, ""), timezone.now())
                if looker is None:
                    return _ask_in(request, forms.Enter())
                fence.tell(looker.actor)  # untold again by the middleware
                request.actor = looker.actor
                client = reach(
                    Client, doors.subject_of(looker), by=looker.actor, to=Permission.CLIENT_VIEW, related=WITH
                )
                return _remember(request, view(request, client, **kwargs), looker.link)

        return run

    return mark


WITH = ("service__organisation", "organisation", "merged_into")


@open_to_all
@require_http_methods(BOTH)
def enter(request):
    """Ask for the letters of the paper. With `?kiosk=1` this computer closes sooner, with `0` not any more."""
    with override(chosen(request)):
        form = forms.Enter(posted(request))
        found = []
        if not done(form, lambda: found.append(doors.enter(form.cleaned_data["secret"], timezone.now()))):
            return _place(request, _ask_in(request, form))
        return _remember(request, redirect("own:record"), found[0])


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
    page = shown(
        Encounter,
        by=request.actor,
        to=Permission.ENCOUNTER_VIEW,
        where=Q(client=client, voided_at=None),
        order=("-occurred_at", "-pk"),
        page=request.GET.get("page", 1),
        only=LINE,
    )
    with_lines(page, by=request.actor)
    return _page(request, "looks/own/record.html", client, page=page, words=Words(client.organisation))


@own("GET")
def shares(request, client):
    """Show with whom the client shares what."""
    every = sharing.of_client(client, request.actor, timezone.now())
    return _page(request, "looks/own/shares.html", client, every=every)


@own("GET", "POST")
def take_back(request, client, id):
    """Ask once more, then take a consent back as a whole."""
    consent = reach(Consent, id, by=request.actor, to=Permission.CONSENT_WITHDRAW, related=("service",))
    if request.method != "POST":
        return _page(request, "looks/own/take_back.html", client, consent=consent, whom=None)
    how = _("by the client, in their own look")
    consents.withdraw(by=request.actor, consent=consent, how=how, at=timezone.now())
    return redirect("own:shares")


@own("GET", "POST")
def take_back_one(request, client, id):
    """Ask once more, then share with one of them no more."""
    row = reach(ConsentRecipient, id, by=request.actor, to=Permission.CONSENT_NARROW, related=("consent", "service"))
    if request.method != "POST":
        return _page(request, "looks/own/take_back.html", client, consent=row.consent, whom=row)
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
    since = timezone.now() - YEAR
    return _page(request, "looks/own/seen.html", client, looked=who_looked(client, request.actor, since))


@own("GET")
def ledger(request, client):
    """Give with whom the client shares and who looked as a paper, in the language of the look."""
    return give_paper(papers.ledger(client, request.actor, timezone.now(), None), "prehled")


@own("GET", "POST")
def say(request, client):
    """Ask what the client wants to say, and show what was answered."""
    form = forms.Say(posted(request))
    if not done(form, lambda: actions.send(by=request.actor, client=client, **form.cleaned_data)):
        remarks = remarks_of(client, request.actor)
        return ask(request, "looks/own/say.html", form, client=client, here="say", remarks=remarks, **_frame())
    return redirect("own:say")


def _page(request, template, client, **said):
    here = template.rsplit("/", 1)[-1].removesuffix(".html").replace("take_back", "shares")
    return render(request, template, {"client": client, "here": here} | said | _frame())


def _frame():
    return {"tongues": TONGUES}


def _ask_in(request, form) -> HttpResponse:
    answer = ask(request, "looks/own/enter.html", form, **_frame())
    answer.delete_cookie(doors.COOKIE, path=HOME, samesite="Strict")
    return _speak(request, answer)


def _remember(request, answer, link):
    kept = {"max_age": doors.IDLE, "path": HOME, "httponly": True, "samesite": "Strict"}
    answer.set_cookie(doors.COOKIE, doors.cookie_of(link), **kept, secure=settings.SESSION_COOKIE_SECURE)
    # what stands on the screen goes with the cookie, by a head that needs no script; not sooner where one writes
    is_kiosk, is_writing = bool(request.COOKIES.get(KIOSK)), request.resolver_match.view_name == "own:say"
    idle = KIOSK_IDLE if is_kiosk and not is_writing else doors.IDLE
    answer["Refresh"] = f"{int(idle.total_seconds())}; url={HOME}{'leave/' if is_kiosk else ''}"
    return _speak(request, answer)


def _place(request, answer):
    """Remember that this computer stands in the service for everybody, or that it does not any more."""
    if request.GET.get("kiosk") == "1":
        answer.set_cookie(KIOSK, "1", max_age=YEAR, path=HOME, httponly=True, samesite="Strict")
    elif request.GET.get("kiosk") == "0":
        answer.delete_cookie(KIOSK, path=HOME, samesite="Strict")
    return answer


def _speak(request, answer):
    """Remember the language that was chosen."""
    if request.GET.get("lang") in TONGUES:
        answer.set_cookie(COOKIE, request.GET["lang"], path=HOME, samesite="Strict")
    return answer
