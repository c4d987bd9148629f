"""What there is, what happened to one item, what is to be settled, syringes."""

from datetime import timedelta

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from spojka.access.doors import read, shown
from spojka.access.permissions import Permission
from spojka.codelists.words import UNITS

from .. import ledger, syringes
from ..carried import by_people
from ..forms.asked import Period, month_of
from ..models import Count
from ..overview import Overview
from ..people import names_of
from .chosen import about, chosen

COUNTS = 25  # looked at for differences on one page
LINES = 50  # of a month on one page
QUARTER = timedelta(days=91)


@require_safe
def stock(request):
    """Show what lies where, low and expiring things first."""
    service, offered = chosen(request)
    overview = Overview(service, request.actor, timezone.localdate())
    read(overview.locations, by=request.actor, to=Permission.STOCK_VIEW)
    said = about(request, overview, offered) | {"to_settle": overview.to_settle}
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
    told = ledger.month_of(overview, month)
    page = Paginator(told.entries, LINES).get_page(request.GET.get("page"))
    page.object_list = ledger.with_rows(overview.stock, page.object_list)
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
    page = shown(
        Count,
        by=request.actor,
        to=Permission.STOCK_VIEW,
        order=("-counted_at", "code", "pk"),
        where=by_people("taking__") & Q(service=service),
        page=request.GET.get("page", 1),
        size=COUNTS,
        related=("location", "taking"),
    )
    by_count = overview.differences(page.object_list)
    read(overview.undrawn, by=request.actor, to=Permission.SHIFT_VIEW)
    found = [(one, overview.names.get(one.code, one.code), by_count[one.pk]) for one in page if by_count[one.pk]]
    said = about(request, overview, offered) | {"page": page, "found": found, "agreed": len(page) - len(found)}
    return render(request, "stock/differences.html", said | {"people": names_of([one for one, *_ in found])})


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
