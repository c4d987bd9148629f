"""The card of acute intoxication: its page in the field, its page in the office and its paper."""

from uuid import UUID

from django.http import Http404, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from spojka.access.doors import reach, read, rows
from spojka.access.permissions import Permission
from spojka.codelists.catalogue import catalogue
from spojka.encounters.begun import stop_unless_begun
from spojka.encounters.models import Shift
from spojka.ui.http import ask, done, give_paper, posted, sendable

from .. import documents
from ..actions import cards as actions
from ..calling import contacts_of
from ..forms.cards import Note, Start
from ..models import CardEntry, IntoxicationCard
from ..reading import CALLED, CHECKS, check_minutes, groups, last_check, lines
from .alerts import page_of

WITH = ("service", "event", "place")


@sendable
@require_http_methods(["GET", "POST"])
def stand(request, id):
    """Show the empty page of cards, which the phone fills in; a tap starts a card."""
    shift = reach(Shift, id, by=request.actor, to=Permission.CARD_START, related=WITH)
    stop_unless_begun(request, shift)
    if shift.is_cancelled:
        return redirect("encounters:shift", request.actor.organisation.slug, shift.pk)
    now = timezone.now()
    form = Start(posted(request), actor=request.actor, now=now, auto_id="start_%s")
    if done(form, lambda: actions.start(by=request.actor, shift=shift, at=now, **form.arguments)):
        return _back(request, shift.pk, form.cleaned_data["id"])
    return ask(request, "emergencies/stand.html", form, **_page(request, shift, now) | {"start": form})


@sendable
@require_POST
def note(request, id):
    """Add a line to a card of this shift."""
    shift = reach(Shift, id, by=request.actor, to=Permission.CARD_NOTE, related=WITH)
    now = timezone.now()
    form = Note(request.POST, actor=request.actor, catalogue=catalogue(shift.service, shift.day), now=now)
    if done(form, lambda: _note(request, shift, form, now)):
        return _back(request, shift.pk, form.cleaned_data["card"])
    return ask(request, "emergencies/stand.html", form, **_page(request, shift, now) | {"note": form})


@require_safe
def open_cards(request, id):
    """Give the running cards of a shift to the phone's page, each with its lines."""
    shift = reach(Shift, id, by=request.actor, to=Permission.CARD_VIEW, related=WITH)
    found = rows(IntoxicationCard, by=request.actor, to=Permission.CARD_VIEW).filter(shift=shift)
    listed = read(found.order_by("occurred_at", "pk"), by=request.actor, to=Permission.CARD_VIEW)
    told = lines([one for one in listed if one.ended_at is None], shift, request.actor)
    return JsonResponse({"now": timezone.now(), "cards": [_said(one, told.get(one.pk, ())) for one in listed]})


@require_safe
def card(request, id):
    """Show one card with all its lines."""
    found, told = _card(request, id)
    said = {"card": found, "lines": told, "last": last_check(found, told)}
    said["may_note"] = request.actor.can(Permission.CARD_NOTE, found)
    return render(request, "emergencies/card.html", said)


@require_safe
def sheet(request, id):
    """Give the paper that goes with the person."""
    found, told = _card(request, id)
    body = documents.handover(found, told, organisation=request.actor.organisation.name)
    return give_paper(body, f"spojka-{found.day}")


@sendable
@require_POST
def undo(request, id):
    """Take back a line that was tapped by mistake."""
    entry = reach(CardEntry, id, by=request.actor, to=Permission.CARD_VOID, related=("card",))
    actions.void(by=request.actor, entry=entry, at=timezone.now())
    return _back(request, entry.card.shift_id, entry.card_id)


def _note(request, shift, form, now):
    said = form.arguments
    found = reach(IntoxicationCard, said["card"], by=request.actor, to=Permission.CARD_NOTE, related=("shift",))
    if found.shift_id != shift.pk:
        raise Http404
    return actions.note(by=request.actor, at=now, **said | {"card": found})


def _card(request, id):
    related = [f"shift__{name}" for name in WITH]
    found = reach(IntoxicationCard, id, by=request.actor, to=Permission.CARD_VIEW, related=related)
    return found, lines([found], found.shift, request.actor)[found.pk]


def _back(request, shift, card):
    return redirect(reverse("emergencies:stand", args=[request.actor.organisation.slug, shift]) + f"#card={card}")


def _page(request, shift, now):
    """Return all that the page holds: nothing of any card."""
    lists = catalogue(shift.service, shift.day)
    return {
        "shift": shift,
        "start": Start(actor=request.actor, now=now, auto_id="start_%s"),
        "note": Note(actor=request.actor, now=now, catalogue=lists),
        "groups": groups(lists),
        "checks": " ".join(CHECKS),
        "called": " ".join(CALLED),
        "minutes": check_minutes(shift.day),
        "nobody": UUID(int=0),
    } | page_of(request, shift, lists, contacts_of(shift, request.actor), now)


def _said(card, told):
    entries = [
        {"id": line.entry.pk, "at": line.entry.occurred_at, "text": line.entry.text}
        | {"code": line.entry.code, "name": line.name, "kind": line.kind, "calls": line.calls}
        for line in told
    ]
    return {"id": card.pk, "at": card.occurred_at, "ended": card.ended_at is not None, "entries": entries}
