"""Calling somebody to help: one tap dials and writes it down; what came of it; whose numbers we keep."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from spojka.access.doors import reach
from spojka.access.permissions import Permission
from spojka.base.ids import id_from
from spojka.codelists.catalogue import catalogue
from spojka.encounters.models import Shift
from spojka.ui.http import ask, done, posted, sendable

from ..actions import alerts
from ..calling import calls_of, contacts_of, targets
from ..forms.alerts import AddContact, AnswerAlert, Send
from ..models import Alert, AlertContact, Answer, Incident, IntoxicationCard

WITH = ("service", "event", "place")
TEMPLATE = "emergencies/alerts.html"


@sendable
@require_http_methods(["GET", "POST"])
def stand(request, id):
    """Show whom to call, with one big button each; a tap is written down."""
    shift = reach(Shift, id, by=request.actor, to=Permission.ALERT_SEND, related=WITH)
    now, lists, contacts = timezone.now(), catalogue(shift.service, shift.day), contacts_of(shift, request.actor)
    form = Send(posted(request), actor=request.actor, catalogue=lists, contacts=contacts, now=now, auto_id="send_%s")
    if done(form, lambda: _send(request, shift, form, now)):
        return redirect("emergencies:alerts", request.actor.organisation.slug, shift.pk)
    return ask(request, TEMPLATE, form, **page_of(request, shift, lists, contacts, now) | {"send": form})


@sendable
@require_POST
def answer(request, id):
    """Write down what came of a call of this shift."""
    shift = reach(Shift, id, by=request.actor, to=Permission.ALERT_ANSWER, related=WITH)
    now, lists = timezone.now(), catalogue(shift.service, shift.day)
    form = AnswerAlert(request.POST, actor=request.actor, now=now)
    if done(form, lambda: _answer(request, shift, form, now)):
        return redirect("emergencies:alerts", request.actor.organisation.slug, shift.pk)
    contacts = contacts_of(shift, request.actor)
    return ask(request, TEMPLATE, form, **page_of(request, shift, lists, contacts, now) | {"answer": form})


@require_safe
def open_alerts(request, id):
    """Give the calls of a shift to the phone's page, each with what came of it."""
    shift = reach(Shift, id, by=request.actor, to=Permission.ALERT_VIEW, related=WITH)
    calls = calls_of(shift, request.actor)
    return JsonResponse({"now": timezone.now(), "cards": [_said(one) for one in calls]})


@sendable
@require_POST
def undo(request, id):
    """Take back a call that was tapped by mistake."""
    alert = reach(Alert, id, by=request.actor, to=Permission.ALERT_VOID)
    alerts.void(by=request.actor, alert=alert, at=timezone.now())
    return redirect("emergencies:alerts", request.actor.organisation.slug, alert.shift_id)


@require_http_methods(["GET", "POST"])
def contacts(request, id):
    """Show whose numbers we have for this event or shift, and ask for another one."""
    shift = reach(Shift, id, by=request.actor, to=Permission.ALERT_CONTACT_ADD, related=WITH)
    lists = catalogue(shift.service, shift.day)
    form = AddContact(posted(request), catalogue=lists)
    if done(form, lambda: alerts.add_contact(by=request.actor, shift=shift, **form.cleaned_data)):
        messages.success(request, _("The contact is saved."))
        return redirect("emergencies:contacts", request.actor.organisation.slug, shift.pk)
    found = [one for one in contacts_of(shift, request.actor) if not one.ended_at]
    listed = [{"contact": one, "target": target} for one in found for target in targets([one], lists)[:1]]
    return ask(request, "emergencies/contacts.html", form, shift=shift, listed=listed)


@require_POST
def end_contact(request, id):
    """Say that a number holds no more, and go back to the list that it was ended on."""
    contact = reach(AlertContact, id, by=request.actor, to=Permission.ALERT_CONTACT_END)
    alerts.end_contact(by=request.actor, contact=contact, at=timezone.now())
    messages.success(request, _("The contact is offered no more."))
    back = id_from(request.POST.get("shift", "")) or contact.shift_id
    if not back:
        return redirect("encounters:event", request.actor.organisation.slug, contact.event_id)
    return redirect("emergencies:contacts", request.actor.organisation.slug, back)


def page_of(request, shift, lists, contacts, now):
    """Return what the page of calls and that of cards need to call somebody."""
    send = Send(actor=request.actor, catalogue=lists, contacts=contacts, now=now, auto_id="send_%s")
    return {
        "shift": shift,
        "send": send,
        "answer": AnswerAlert(actor=request.actor, now=now, auto_id="answer_%s"),
        "targets": targets(contacts, lists),
        "answers": Answer,
        "may_contacts": request.actor.may(Permission.ALERT_CONTACT_ADD),
        "undo_alert": reverse("emergencies:undo_alert", args=[request.actor.organisation.slug, UUID(int=0)]),
    }


def _send(request, shift, form, now):
    said = form.arguments
    for name, model, to in (
        ("card", IntoxicationCard, Permission.CARD_NOTE),
        ("incident", Incident, Permission.INCIDENT_NOTE),
    ):
        said[name] = said[name] and reach(model, said[name], by=request.actor, to=to)
        if said[name] and said[name].shift_id != shift.pk:
            raise Http404
    return alerts.send(by=request.actor, shift=shift, at=now, **said)


def _answer(request, shift, form, now):
    said = form.arguments
    found = reach(Alert, said["alert"], by=request.actor, to=Permission.ALERT_ANSWER, related=("shift",))
    if found.shift_id != shift.pk:
        raise Http404
    return alerts.answer(by=request.actor, at=now, **said | {"alert": found})


def _said(call):
    entries = [
        {
            "id": one.pk,
            "at": one.occurred_at,
            "code": one.kind,
            "name": one.get_kind_display(),
            "kind": one.kind,
            "text": "",
        }
        for one in call.answers
    ]
    alert = call.alert
    return {
        "id": alert.pk,
        "at": alert.occurred_at,
        "ended": False,
        "name": call.name,
        "text": alert.text,
        "entries": entries,
    }
