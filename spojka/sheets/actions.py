from collections.abc import Mapping as Says
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from hashlib import sha256
from uuid import UUID

from django.db.models import Count
from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.network.models import Service, Team

from . import people
from .checking import check_portion, finish
from .knowing import Known
from .models import Line, LineState, Mapping, Meaning, Sheet, SheetState
from .plan import Plan
from .reading import Page
from .sieve import sieve
from .storing import pack, pages_of
from .table import table
from .writing import write

WEEK = timedelta(days=7)
PORTION = 500  # contacts in one transaction


class Gone(Refusal):
    """What stood in the table was erased."""


class NotYet(Refusal):
    """The table has not come so far."""


@action(Permission.SHEET_BRING, on="service")
def bring(
    *, by: Actor, id: UUID, service: Service, team: Team | None, name: str, file_hash: str, pages: Sequence[Page],
    at: datetime,
) -> Sheet:  # fmt: skip
    """Take a table in. Tables older than a week are erased by the way."""
    Sheet.objects.all().stop_if_known(id, service, file_hash=file_hash)
    for old in Sheet.objects.filter(service=service, recorded_at__lt=at - WEEK).exclude(content=None).order_by("pk"):
        _erase(old)
    return Sheet(
        **service.ownership,
        team=team,
        id=id,
        name=name[-120:],
        name_hash=sha256(name.encode()).hexdigest(),
        file_hash=file_hash,
        content=pack(pages),
        brought_by=by.id,
    ).add()


@action(Permission.SHEET_READ, on="sheet")
def read(*, by: Actor, sheet: Sheet, page: int, plan: Plan) -> Sheet:
    """Say what the columns mean. It is remembered for tables with the same heads; the rows are checked anew."""
    sheet = _locked(sheet)
    pages = pages_of(sheet)
    read = table(pages[page])
    own = {"service": sheet.service, "fingerprint": read.fingerprint}
    if known := Mapping.objects.filter(**own).first():
        known.change(plan=asdict(plan))
    else:
        Mapping(**sheet.service.ownership, fingerprint=read.fingerprint, plan=asdict(plan)).add()
    total = sum(not row.is_empty for row in read.rows)
    sieved = sieve(read, plan)
    sheet.change(page=page, fingerprint=read.fingerprint, plan=asdict(plan), total=total, content=pack(pages, sieved))
    return _again(sheet)


@action(Permission.SHEET_CHECK, on="sheet")
def check(*, by: Actor, sheet: Sheet, at: datetime) -> Sheet:
    """Look at the next rows of the table and say of each what would become of it."""
    sheet = _locked(sheet)
    if sheet.state != SheetState.CHECKING:
        return sheet
    known = Known.of(sheet.service)
    looked_at, is_last = check_portion(sheet, known, at)
    if is_last:
        finish(sheet, known)
    state = SheetState.CHECKED if is_last else SheetState.CHECKING
    return sheet.change(done=sheet.done + looked_at, asks=sheet.asks, state=state)


@action(Permission.SHEET_ANSWER, on="sheet")
def answer(*, by: Actor, sheet: Sheet, words: Says[tuple[str, str], str], codes: Says[str, str]) -> Sheet:
    """Keep what words mean, and which spellings are whom (each to a code, its own for somebody else); check anew."""
    sheet = _locked(sheet)
    service = sheet.service
    said = dict(words) | {("person", people.hashed(service.pk, code)): _last(code, codes) for code in codes}
    for (list_code, word), means in said.items():
        own = {"service": service, "list": list_code, "said": word}
        if known := Meaning.objects.filter(**own).first():
            known.change(means=means)
        else:
            Meaning(**service.ownership, list=list_code, said=word, means=means).add()
    return _again(sheet)


@action(Permission.ENCOUNTER_IMPORT, on="sheet")
def take_in(*, by: Actor, sheet: Sheet, with_similar: bool, at: datetime) -> Sheet:
    """Save the next good rows as contacts. May be broken off at any time: what is saved is not saved again."""
    sheet = _locked(sheet)
    if sheet.state in (SheetState.ASKING, SheetState.CHECKING):
        raise NotYet(_("The table has to be checked first."))
    sheet.asks["with_similar"] = with_similar  # whoever goes on later means the same
    good = [LineState.NEW, LineState.SIMILAR] if with_similar else [LineState.NEW]
    waiting = Line.objects.filter(sheet=sheet, state__in=good).order_by("number")
    lines = list(waiting[:PORTION])
    if lines:
        write(sheet, lines, by=by, known=Known.of(sheet.service), at=at)
        sheet.change(state=SheetState.IMPORTING, counts=_counts(sheet), asks=sheet.asks)
    if len(lines) < PORTION:
        sheet.change(state=SheetState.DONE, counts=_counts(sheet))
        if not Line.objects.filter(sheet=sheet, state__in=[*good, LineState.ASK, LineState.WRONG, LineState.SIMILAR]):
            _erase(sheet)
    return sheet


@action(Permission.SHEET_FORGET, on="sheet")
def forget(*, by: Actor, sheet: Sheet) -> Sheet:
    """Erase what stood in the table. Contacts that came from it stay."""
    return _erase(_locked(sheet, even_gone=True))


def _locked(sheet: Sheet, *, even_gone: bool = False) -> Sheet:
    locked = Sheet.objects.select_for_update(of=("self",)).select_related("service", "team")
    row: Sheet = locked.get(pk=sheet.pk)
    if row.is_gone and not even_gone:
        raise Gone(_("What stood in this table was erased. Bring the file again."))
    return row


def _again(sheet: Sheet) -> Sheet:
    """Begin the check from the first row. What was saved meanwhile will be found as being there."""
    Line.objects.filter(sheet=sheet).delete()
    return sheet.change(state=SheetState.CHECKING, done=0, asks={}, counts={})


def _counts(sheet: Sheet) -> dict[str, int]:
    found = Line.objects.filter(sheet=sheet).values("state").order_by("state").annotate(n=Count("pk"))
    return {one["state"]: one["n"] for one in found}


def _erase(sheet: Sheet) -> Sheet:
    counts = _counts(sheet) or sheet.counts
    Line.objects.filter(sheet=sheet).delete()
    state = SheetState.DONE if sheet.state == SheetState.DONE else SheetState.FORGOTTEN
    return sheet.change(content=None, name="", asks={}, counts=counts, state=state)


def _last(code: str, codes: Says[str, str]) -> str:
    """Follow answers to the code they end at: A is B and B is C. A circle ends where it began."""
    seen = [code]
    while (following := codes.get(seen[-1], seen[-1])) not in seen:
        seen.append(following)
    return min(seen[seen.index(following) :])
