"""The book: days and weeks, one appointment, booking, how it went."""

from datetime import timedelta

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from spojka.access.choosing import services
from spojka.members.people import names_of
from spojka.ui.http import ask, done, give_paper, posted

from .. import documents, reading
from ..actions import book as actions
from ..forms.book import Book, Range, When, WithWhom
from ..models import Appointment, CancelledBy
from .shared import BOTH, P, ask_plain, reached, today

WEEK = timedelta(days=7)


@require_safe
def book(request):
    """Show a day or a week of a service's book."""
    offered, service = services(request, P.APPOINTMENT_VIEW)
    on, actor = today(), request.actor
    form = Range(request.GET or None, actor=actor, service=service, today=on)
    asked = form.cleaned_data if form.is_valid() else {}
    day = asked.get("day") or on
    is_week = request.GET.get("view") != "day"
    first = day - timedelta(days=day.weekday()) if is_week else day
    step = WEEK if is_week else timedelta(days=1)
    said = {
        "services": offered,
        "service": service,
        "form": form,
        "days": reading.book(service, first, step.days, actor, asked.get("worker")),
        "day": day,
        "today": on,
        "is_week": is_week,
        "earlier": first - step,
        "later": first + step,
        "worker": asked.get("worker"),
        "unmarked": _unmarked(request) if request.GET.get("show") == "unmarked" else [],
        "may_book": actor.can(P.APPOINTMENT_BOOK, service),
        "may_offer": actor.can(P.FREE_TIME_OFFER, service),
    }
    return render(request, "appointments/book.html", said)


def _unmarked(request):
    past = reading.unmarked(request.actor, timezone.now())
    return reading.lines(past.select_related(*reading.WITH).order_by("-starts_at", "pk")[:20], request.actor)


@require_http_methods(BOTH)
def new(request):
    """Ask when, by whom and with whom."""
    offered, service = services(request, P.APPOINTMENT_BOOK)
    actor, on = request.actor, today()
    initial = {"day": request.GET.get("day") or on, "worker": actor.id, "code": request.GET.get("code", "")}
    form = Book(posted(request), actor=actor, service=service, today=on, initial=initial)
    if not done(form, lambda: _book(actor, service, form)):
        return ask(request, "appointments/new.html", form, services=offered, service=service)
    messages.success(request, _("It is booked."))
    return _to_book(request, service, form.cleaned_data["day"])


def _book(actor, service, form):
    said = {"id": form.cleaned_data["id"], "time": form.time, "whom": form.with_whom.whom}
    actions.book(by=actor, service=service, anyway=form.cleaned_data["anyway"], **said)


@require_safe
def appointment(request, id):
    """Show one appointment and what can be done with it."""
    found = reached(request, Appointment, id, P.APPOINTMENT_VIEW, *reading.WITH, "moved_to")
    line = reading.lines([found], request.actor)[0]
    now = timezone.now()
    said = {
        "line": line,
        "one": found,
        "sent": reading.sent_words(line.booking) if line.booking else "",
        "went": [(state.value, state.label) for state in actions.WENT],
        "who_cancels": CancelledBy.choices,
        "may": {name: request.actor.can(permission, found) for name, permission in VERBS.items()},
        "has_begun": found.starts_at <= now,
        "booker": names_of({found.booked_by}).get(found.booked_by, ""),
    }
    return render(request, "appointments/appointment.html", said)


@require_http_methods(BOTH)
def fill(request, id):
    """Ask with whom a free time is."""
    found = reached(request, Appointment, id, P.APPOINTMENT_FILL, "service")
    form = WithWhom(posted(request), actor=request.actor, service=found.service)
    now = timezone.now()
    if not done(form, lambda: actions.fill(by=request.actor, appointment=found, whom=form.whom, at=now)):
        said = {"title": _("Who comes"), "deed": _("Save"), "back": _page(request, found), "over": found}
        return ask_plain(request, form, **said)
    messages.success(request, _("It is written with whom it is. Others can't book this time any more."))
    return redirect(_page(request, found))


@require_POST
def mark(request, id):
    """Take how it went."""
    found = reached(request, Appointment, id, P.APPOINTMENT_MARK)
    state = request.POST.get("state", "")
    actions.mark(by=request.actor, appointment=found, state=state, at=timezone.now())
    messages.success(request, _("It is written how it went."))
    return redirect(_page(request, found))


@require_POST
def cancel(request, id):
    """Cancel it, and say on whose word."""
    found = reached(request, Appointment, id, P.APPOINTMENT_CANCEL)
    who = request.POST.get("cancelled_by", "")
    actions.cancel(by=request.actor, appointment=found, cancelled_by=who, at=timezone.now())
    is_told = reading.lines([found], request.actor)[0].booking  # elsewhere they know: no way back
    undo = "" if is_told else reverse("appointments:restore", args=[request.actor.organisation.slug, found.pk])
    elsewhere = _("It is cancelled. Whoever booked it from elsewhere learns of it.")
    messages.success(request, elsewhere if is_told else _("It is cancelled."), extra_tags=undo)
    return redirect(_page(request, found))


@require_POST
def restore(request, id):
    """Let it stand again."""
    found = reached(request, Appointment, id, P.APPOINTMENT_RESTORE)
    actions.restore(by=request.actor, appointment=found, at=timezone.now())
    messages.success(request, _("The appointment stands again."))
    return redirect(_page(request, found))


@require_http_methods(BOTH)
def move(request, id):
    """Ask for another time."""
    found = reached(request, Appointment, id, P.APPOINTMENT_MOVE, "service", "worker", "second")
    start = timezone.localtime(found.starts_at)
    initial = {name: getattr(found, name) for name in ("minutes", "room", "kind")}
    initial |= {"day": start.date(), "hour": start.time(), "worker": found.worker_id, "second": found.second_id}
    form = When(posted(request), actor=request.actor, service=found.service, today=today(), initial=initial)
    del form.fields["times"]
    if not done(form, lambda: _move(request, found, form)):
        return ask(request, "appointments/move.html", form, one=found)
    messages.success(request, _("It is moved."))
    return redirect("appointments:appointment", request.actor.organisation.slug, form.cleaned_data["id"])


def _move(request, found, form):
    said = {"id": form.cleaned_data["id"], "time": form.time, "anyway": form.cleaned_data["anyway"]}
    actions.move(by=request.actor, appointment=found, **said)


@require_safe
def card(request, id):
    """Give the small card for the client: day, time, place in words that tell nothing."""
    found = reached(request, Appointment, id, P.APPOINTMENT_VIEW)
    return give_paper(documents.card(found.starts_at, found.reminder_where, ""), "spojka-termin")


def _page(request, found):
    return reverse("appointments:appointment", args=[request.actor.organisation.slug, found.pk])


def _to_book(request, service, day):
    where = reverse("appointments:book", args=[request.actor.organisation.slug])
    return redirect(f"{where}?service={service.pk}&day={day}")


VERBS = {
    "fill": P.APPOINTMENT_FILL,
    "mark": P.APPOINTMENT_MARK,
    "move": P.APPOINTMENT_MOVE,
    "cancel": P.APPOINTMENT_CANCEL,
    "restore": P.APPOINTMENT_RESTORE,
    "withdraw": P.FREE_TIME_WITHDRAW,
}
