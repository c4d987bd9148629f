"""What there is, what happened to one item, what is to be settled, syringes."""

from datetime import timedelta

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.codelists.words import UNITS

from .. import ledger, syringes
from ..carried import by_people
from ..forms.asked import Period, month_of
from ..models import Count
from ..overview import Overview
from ..people import names_of
from .chosen import about, chosen

LATEST = 60  # counts looked at for differences
LINES = 60  # of a month on one page
QUARTER = timedelta(days=91)


@require_safe
def stock(request):
    """Show what lies where, low and expiring things first."""
    service, offered = chosen(request)
    overview = Overview(service, request.actor, timezone.localdate())
    read(overview.locations, by=request.actor, to=Permission.STOCK_VIEW)
    said = about(request, overview, offered) | {"to_settle": len(overview.shorts) + len(overview.undrawn)}
    return render(request, "stock/stock.html", said)


@require_safe
def item(request, code):
    """Show one item: where it lies, its batches, and what happened in a month."""
    service, offered = chosen(request)
    today = timezone.localdate()
    overview = Overview(service, request.actor, today, code)
    if code not in overview.names:
        raise Http404
    month = month_of(request.GET.get("month", ""), today)
    told = ledger.month_of(overview.stock, code, month, sum(one.quantity for one in overview.balances.values()))
    page = Paginator(told.entries, LINES).get_page(request.GET.get("page"))
    read([one.row for one in page.object_list], by=request.actor, to=Permission.STOCK_VIEW)
    where = {one.pk: one for one in overview.stock.locations}
    said = about(request, overview, offered) | {
        "code": code,
        "name": overview.names[code],
        "unit": UNITS[overview.unit(code)],
        "line": next((line for line in overview.lines if line.code == code), None),
        "level": overview.levels.get(code),
        "batches": [(one, where.get(one.location)) for one in overview.batches if one.batch.code == code],
        "today": today,
        "month": month,
        "earlier": (month - timedelta(days=1)).replace(day=1),
        "later": (month + timedelta(days=32)).replace(day=1),
        "ledger": told,
        "page": page,
        "people": names_of(page.object_list),
    }
    return render(request, "stock/item.html", said)


@require_safe
def differences(request):
    """Show what is to be settled, and what stock-takings found."""
    service, offered = chosen(request)
    overview = Overview(service, request.actor, timezone.localdate())
    found = rows(Count, by=request.actor, to=Permission.STOCK_VIEW).filter(by_people("taking__"), service=service)
    found = found.select_related("location", "taking").order_by("-counted_at", "code", "pk")[:LATEST]
    counts = read(found, by=request.actor, to=Permission.STOCK_VIEW)
    by_count = overview.stock.differences(counts)
    read(overview.undrawn, by=request.actor, to=Permission.SHIFT_VIEW)
    told = [(one, overview.names.get(one.code, one.code), by_count[one.pk]) for one in counts if by_count[one.pk]]
    said = about(request, overview, offered) | {"found": told, "people": names_of([one for one, *_ in told])}
    return render(request, "stock/differences.html", said)


@require_safe
def needles(request):
    """Show how many syringes went out, came back and were found, by kind and by place."""
    service, offered = chosen(request)
    today = timezone.localdate()
    usual = {"since": today - QUARTER, "until": today}
    asked = {name: request.GET.get(name) or usual[name] for name in usual}
    form = Period(asked)
    period = form.cleaned_data if form.is_valid() else usual
    said = about(request, Overview(service, request.actor, today), offered) | {
        "form": form,
        "period": period,
        "flows": syringes.flows(service, request.actor, period["since"], period["until"]),
    }
    return render(request, "stock/syringes.html", said)
