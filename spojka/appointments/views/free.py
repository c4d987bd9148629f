"""Free first appointments: offered by one house, booked on the spot by another."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from spojka.access.choosing import services
from spojka.access.doors import reach, read, rows, shown
from spojka.base.ids import id_from
from spojka.base.sorting import by_name
from spojka.codelists.catalogue import catalogue
from spojka.directory.doors import looker, own_entries
from spojka.network.models import Service
from spojka.ui.http import ask, done, give_paper, posted

from .. import documents, reading
from ..actions import free as actions
from ..forms.book import Offer
from ..forms.others import Take
from ..models import Booking, FreeTime
from ..taking import take as take_one
from .shared import BOTH, P, today

WITH = ("entry", "service", "organisation")


@require_safe
def free(request):
    """Show the free times that one may book, the nearest first; `entry` narrows them to one service."""
    by, now = looker(request.actor), timezone.now()
    if not by.may(P.FREE_TIME_VIEW):
        raise Http404
    found = reading.bookable(by, now).select_related(*WITH).order_by("starts_at", "pk")
    entry = id_from(request.GET.get("entry", ""))
    found = found.filter(entry=entry) if entry else found
    said = {
        "times": read(found[:100], by=by, to=P.FREE_TIME_VIEW),
        "entry": entry,
        "own": by.services,
        "may_offer": by.may(P.FREE_TIME_OFFER),
        "bookings": _recent(by, now),
    }
    return render(request, "appointments/free.html", said)


def _recent(by, now):
    """Return what the reader's services have booked elsewhere and is to come."""
    found = rows(Booking, by=by, to=P.BOOKING_VIEW).filter(service__in=by.services, cancelled_at=None)
    found = found.filter(free_time__starts_at__gt=now).select_related("free_time")
    return read(found.order_by("free_time__starts_at", "pk")[:20], by=by, to=P.BOOKING_VIEW)


@require_http_methods(BOTH)
def offer(request):
    """Ask which times are offered, and to whom."""
    offered, service = services(request, P.FREE_TIME_OFFER)
    entries = own_entries(request.actor).filter(service=service)
    entry = entries.filter(kind=service.kind).first() or entries.first()
    if entry is None:
        told = _("First write your service into the directory and say who finds it: free times stand at its entry.")
        messages.warning(request, told)
        return redirect("directory:add", request.actor.organisation.slug)
    on, now = today(), timezone.now()
    initial = {"day": request.GET.get("day") or on, "worker": request.actor.id, "where": entry.address, "entry": entry}
    form = Offer(posted(request), actor=request.actor, service=service, today=on, entries=entries, initial=initial)
    if not done(form, lambda: _offer(request, form, now)):
        return ask(request, "appointments/offer.html", form, services=offered, service=service, entry=entry)
    messages.success(request, _("The free times are offered; they stand in the book, too."))
    where = reverse("appointments:book", args=[request.actor.organisation.slug])
    return redirect(f"{where}?service={service.pk}&day={form.cleaned_data['day']}")


def _offer(request, form, now):
    said = {name: form.cleaned_data[name] for name in ("id", "entry", "where", "about", "anyway")}
    said |= {"partners": list(form.cleaned_data["partners"])}
    actions.offer(by=request.actor, time=form.time, at=now, **said)


@require_POST
def withdraw(request, id):
    """Take a free time back."""
    found = reach(FreeTime, id, by=request.actor, to=P.FREE_TIME_WITHDRAW)
    actions.withdraw(by=request.actor, free_time=found, at=timezone.now())
    messages.success(request, _("Others can't book this time any more."))
    return redirect("appointments:appointment", request.actor.organisation.slug, found.appointment_id)


@require_http_methods(BOTH)
def take(request, id):
    """Ask whom one sends; no name."""
    by, now = looker(request.actor), timezone.now()
    found = reach(FreeTime, id, by=by, to=P.FREE_TIME_VIEW, related=WITH)
    senders = rows(Service, by=by, to=P.FREE_TIME_TAKE).order_by(by_name(), "pk")
    service = senders.first()
    if service is None:
        raise Http404
    lists = catalogue(service, timezone.localdate(now))
    form = Take(posted(request), services=senders, catalogue=lists, initial={"service": service})
    if not done(form, lambda: _take(by, found, form, now)):
        gone = not by.can(P.FREE_TIME_TAKE, found)
        return ask(request, "appointments/take.html", form, free=found, gone=gone)
    messages.success(request, _("It is booked. Tell them the word below."))
    return redirect("appointments:booking", request.actor.organisation.slug, form.cleaned_data["id"])


def _take(by, found, form, now):
    said = {"id": form.cleaned_data["id"], "service": form.cleaned_data["service"], "sent": form.sent}
    take_one(by=by, free_time=found, at=now, **said)


@require_safe
def bookings(request):
    """Show what the reader's services booked elsewhere."""
    by = looker(request.actor)
    if not by.may(P.BOOKING_VIEW) or not by.may(P.BOOKING_CANCEL):
        raise Http404
    said = {"by": by, "to": P.BOOKING_CANCEL, "order": ("-booked_at", "pk")}
    page = shown(Booking, **said, page=request.GET.get("page", 1), related=("free_time", "service"))
    return render(request, "appointments/bookings.html", {"page": page, "now": timezone.now()})


@require_safe
def booking(request, id):
    """Show what was booked: when, where, the word."""
    found, by = _booking(request, id, P.BOOKING_VIEW)
    said = {
        "one": found,
        "free": found.free_time,
        "sent": reading.sent_words(found),
        "may_cancel": by.can(P.BOOKING_CANCEL, found) and found.free_time.starts_at > timezone.now(),
        "is_ours": found.service_id in by.services,
    }
    return render(request, "appointments/booking.html", said)


@require_POST
def cancel(request, id):
    """Cancel what was booked."""
    found, _by = _booking(request, id, P.BOOKING_CANCEL)
    actions.cancel(by=request.actor, booking=found, at=timezone.now())
    messages.success(request, _("It is cancelled; others may book the time again."))
    return redirect("appointments:booking", request.actor.organisation.slug, found.pk)


@require_safe
def card(request, id):
    """Give the small card for the person who is sent."""
    found, _by = _booking(request, id, P.BOOKING_VIEW)
    free = found.free_time
    return give_paper(documents.card(free.starts_at, free.where, found.word), "spojka-termin")


def _booking(request, id, to):
    by = looker(request.actor)
    return reach(Booking, id, by=by, to=to, related=("free_time", "service", "organisation")), by
