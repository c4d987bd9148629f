from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from spojka.access.doors import reach, read, rows, shown
from spojka.access.permissions import Permission
from spojka.base.ids import new_id
from spojka.codelists.catalogue import catalogue
from spojka.network.models import Service
from spojka.ui.http import ask, posted, takes_files

from . import actions, giving, reading, sample
from .forms import Answers, Bring, Columns, Save
from .models import Line, LineState, Sheet, SheetState
from .proposing import propose
from .storing import pages_of, table_of
from .table import table

P = Permission
LEFT = (LineState.WRONG, LineState.ASK, LineState.SIMILAR)  # what is given away to be mended


@takes_files(reading.MOST_BYTES)
@require_http_methods(["GET", "POST"])
def listed(request):
    """Take a table in; below it the earlier ones."""
    if not rows(Service, by=request.actor, to=P.SHEET_BRING).exists():
        raise Http404
    form = Bring(posted(request), request.FILES or None, actor=request.actor, initial={"id": new_id()})
    if form.is_valid():
        sheet = actions.bring(by=request.actor, at=timezone.now(), **form.arguments)
        return _to(request, sheet, "columns")
    page = shown(
        Sheet, by=request.actor, to=P.SHEET_VIEW, order=("-recorded_at", "pk"), page=request.GET.get("page"), size=20
    )
    return ask(request, "sheets/list.html", form, page=page)


@require_GET
def sheet(request, id):
    """Show how far a table has come, and what we say of its rows."""
    found = _reached(request, id, P.SHEET_VIEW)
    if found.state == SheetState.ASKING and not found.is_gone:
        return _to(request, found, "columns")
    return _show(request, found)


@require_http_methods(["GET", "POST"])
def columns(request, id):
    """Ask what the columns mean; the guess or what is remembered stands there already."""
    found = _reached(request, id, P.SHEET_READ)
    if found.is_gone:
        return _to(request, found)
    pages = pages_of(found)
    number = _page(request, found, pages)
    read_as = table(pages[number])
    plan, is_known = propose(found.service, read_as)
    lists = catalogue(found.service, timezone.localdate())
    form = Columns(posted(request), actor=request.actor, table=read_as, plan=plan, lists=lists)
    if form.is_valid():
        return _to(request, actions.read(by=request.actor, sheet=found, page=number, plan=form.plan))
    said = {"sheet": found, "pages": pages, "number": number, "is_known": is_known, "count": len(read_as.rows)}
    said["has_heads"] = read_as.has_heads
    return ask(request, "sheets/columns.html", form, **said)


@require_POST
def go(request, id):
    """Do the next portion of what is under way."""
    found = _reached(request, id, P.SHEET_CHECK)
    if found.state == SheetState.CHECKING:
        actions.check(by=request.actor, sheet=found, at=timezone.now())
    elif found.state == SheetState.IMPORTING:
        with_similar = bool(found.asks.get("with_similar"))
        actions.take_in(by=request.actor, sheet=found, with_similar=with_similar, at=timezone.now())
    return _to(request, found)


@require_http_methods(["GET", "POST"])
def answers(request, id):
    """Ask about words and spellings."""
    found = _reached(request, id, P.SHEET_ANSWER)
    if found.state not in (SheetState.CHECKED, SheetState.DONE) or found.is_gone:
        return _to(request, found)
    lists = catalogue(found.service, timezone.localdate())
    form = Answers(posted(request), actor=request.actor, sheet=found, lists=lists)
    if form.is_valid():
        return _to(request, actions.answer(by=request.actor, sheet=found, **form.arguments))
    return ask(request, "sheets/answers.html", form, sheet=found)


@require_POST
def save(request, id):
    """Begin to save the good rows."""
    found = _reached(request, id, P.ENCOUNTER_IMPORT)
    form = Save(request.POST)
    with_similar = form.is_valid() and form.cleaned_data["with_similar"]
    actions.take_in(by=request.actor, sheet=found, with_similar=with_similar, at=timezone.now())
    return _to(request, found)


@require_POST
def forget(request, id):
    """Erase what stood in the table."""
    actions.forget(by=request.actor, sheet=_reached(request, id, P.SHEET_FORGET))
    messages.success(request, _("What stood in the table is erased. Saved contacts stayed."))
    return redirect("sheets:list", request.actor.organisation.slug)


@require_GET
def wrong(request, id):
    """Give away the rows that were not saved, with the reasons, to be mended and brought again."""
    found = _reached(request, id, P.SHEET_VIEW)
    if found.is_gone:
        return _to(request, found)
    lines = rows(Line, by=request.actor, to=P.SHEET_VIEW).filter(sheet=found, state__in=LEFT).order_by("number")
    text = giving.as_csv(table_of(found).heads, read(lines, by=request.actor, to=P.SHEET_VIEW))
    headers = {"Content-Disposition": f'attachment; filename="{_("rows to mend")}.csv"'}
    return HttpResponse(text.encode("utf-8-sig"), content_type="text/csv; charset=utf-8", headers=headers)


@require_GET
def example(request):
    """Give away an invented messy table to try it with."""
    if not request.actor.may(P.SHEET_BRING):
        raise Http404
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    headers = {"Content-Disposition": 'attachment; filename="ukazkova-tabulka.xlsx"'}
    return HttpResponse(sample.workbook(timezone.localdate()), content_type=kind, headers=headers)


def _show(request, found):
    lines = rows(Line, by=request.actor, to=P.SHEET_VIEW).filter(sheet=found)
    counts, state = giving.counts(lines, found), request.GET.get("state", "")
    kind = {"state": state} if state in LineState.values else {}
    page = giving.page(lines.filter(**kind), request.GET.get("page"))
    page.object_list = read(page.object_list, by=request.actor, to=P.SHEET_VIEW)
    said = {
        "sheet": found,
        "counts": counts,
        "page": page,
        "state": state,
        "progress": giving.progress(found, counts),
        "asked": giving.asked(found),
        "new_places": giving.new_places(lines),
        "form": Save(),
        "has_good": any(one["state"] in (LineState.NEW, LineState.SIMILAR) for one in counts),
        "has_left": any(one["state"] in LEFT for one in counts),
    }
    return render(request, "sheets/sheet.html", said)


def _reached(request, id, to):
    return reach(Sheet, id, by=request.actor, to=to, related=("service", "team"))


def _page(request, found, pages):
    said = request.GET.get("sheet") or request.POST.get("sheet") or found.page
    return int(said) if str(said).isdecimal() and int(said) < len(pages) else 0


def _to(request, found, view="sheet"):
    return redirect(f"sheets:{view}", request.actor.organisation.slug, found.pk)
