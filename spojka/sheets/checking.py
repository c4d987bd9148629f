"""A portion of rows into lines: each with its verdict, and with the id that its contact has or would have."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from spojka.encounters.models import Encounter
from spojka.ui.words import day as in_words

from . import people
from .folding import fold
from .judging import Judge, Verdict, id_of
from .knowing import Known
from .models import Line, LineState, Origin, Sheet
from .plan import Plan
from .storing import records_of
from .table import Row
from .vocabulary import SAID

PORTION = 500
BATCH = 400  # values in one query
WHAT = {
    "act": pgettext_lazy("column", "act"),
    "material": pgettext_lazy("column", "material"),
    "theme": pgettext_lazy("column", "theme"),
    "substance": pgettext_lazy("column", "substance"),
    "sex": pgettext_lazy("column", "sex"),
    "age_band": pgettext_lazy("column", "age"),
    "setting": pgettext_lazy("column", "setting"),
    "user_kind": pgettext_lazy("column", "kind of user"),
    "contact_reason": pgettext_lazy("column", "why they came"),
    "place": pgettext_lazy("column", "place"),
    "worker": pgettext_lazy("column", "worker"),
}


def check_portion(sheet: Sheet, known: Known, now: datetime) -> tuple[int, bool]:
    """Make the lines of the next rows; return how many, and whether these were the last."""
    table, rows, sieved = records_of(sheet)
    portion = rows[sheet.done : sheet.done + PORTION]
    judge = Judge(known, Plan.of(sheet.plan), table.heads, now)
    lines: list[Line] = []
    verdicts: dict[int, Verdict] = {}
    for row in portion:
        row.cells = judge.filled(row, sieved.days.get(row.number, ""))
        if why := sieved.skips.get(row.number):
            lines.append(_line(sheet, row, LineState.SKIPPED, [why]))
        else:
            verdicts[row.number] = verdict = judge.judge(row, sieved.days.get(row.number, ""))
            lines.append(_of_verdict(sheet, row, verdict))
    _number(sheet, lines)
    _find_known(lines)
    Line.objects.bulk_create(lines, batch_size=500)
    _remember_unknown(sheet, verdicts.values())
    return len(portion), sheet.done + len(portion) >= len(rows)


def finish(sheet: Sheet, known: Known) -> None:
    """Look over all lines at once: near spellings and rows like earlier ones need the whole table."""
    _hold_similar(sheet)
    _hold_near(sheet, known)


def _line(sheet: Sheet, row: Row, state: str, says: list[str]) -> Line:
    return Line(**sheet.ownership, sheet=sheet, number=row.number, cells=row.cells, state=state, says=says)


def _of_verdict(sheet: Sheet, row: Row, verdict: Verdict) -> Line:
    asked = [
        _("We don't know “%(said)s” (%(what)s). Answer above.") % {"what": WHAT[one.list], "said": one.said}
        for one in verdict.unknown
    ]
    state = LineState.WRONG if verdict.wrong else LineState.ASK if asked else LineState.NEW
    line = _line(sheet, row, state, [*verdict.wrong, *asked, *verdict.says])
    line.same = verdict.same
    line.facts = verdict.facts | {"like": verdict.like, "spelt": verdict.code}
    return line


def _number(sheet: Sheet, lines: Sequence[Line]) -> None:
    """Give each line its id: rows with the same content are counted through the whole table."""
    wanted = {line.same for line in lines if line.same}
    seen: Counter[str] = Counter()
    for some in _batches(wanted):
        found = Line.objects.filter(sheet=sheet, same__in=some).values("same").order_by("same")
        seen.update({one["same"]: one["n"] for one in found.annotate(n=Count("pk"))})
    for line in lines:
        if line.same:
            seen[line.same] += 1
            line.encounter_id = id_of(line.same, seen[line.same])


def _find_known(lines: Sequence[Line]) -> None:
    """Say of rows that were saved before where they came from."""
    ids = {line.encounter_id for line in lines if line.encounter_id and line.state != LineState.WRONG}
    found = {}
    for some in _batches(ids):
        rows = Encounter.objects.filter(pk__in=some).select_related("origin__sheet").order_by("pk")
        found |= {row.pk: row for row in rows}
    for line in lines:
        if encounter := found.get(line.encounter_id):
            line.state, line.says = LineState.THERE, [_where_from(encounter)]


def _where_from(encounter: Encounter) -> str:
    if encounter.voided_at:
        return _("It was saved before and voided since. It stays voided.")
    origin = getattr(encounter, "origin", None)
    if origin is None:
        return _("It is here already.")
    said = {"row": origin.number, "day": in_words(origin.recorded_at, True), "name": origin.sheet.name}
    if said["name"]:
        return _("Saved on %(day)s from row %(row)s of “%(name)s”.") % said
    return _("Saved on %(day)s from row %(row)s of a table.") % said


def _remember_unknown(sheet: Sheet, verdicts: Iterable[Verdict]) -> None:
    """Count the words that no list has, to ask about each once."""
    words = sheet.asks.setdefault("words", {})
    for one in (one for verdict in verdicts for one in verdict.unknown):
        asked = words.setdefault(one.list, {}).setdefault(
            fold(one.said)[:SAID], {"said": one.said[:SAID], "n": 0, "near": one.near}
        )
        asked["n"] += 1


def _hold_similar(sheet: Sheet) -> None:
    """Hold rows about a contact that an earlier table told in other words: a changed row would double it."""
    new = Line.objects.filter(sheet=sheet, state=LineState.NEW).exclude(facts__like="").order_by("number")
    by_likeness: dict[str, list[Line]] = {}
    for line in new.only("facts", "says", "number", "state", "sheet_id"):
        by_likeness.setdefault(line.facts["like"], []).append(line)
    changed = []
    for some in _batches(by_likeness):
        earlier = Origin.objects.filter(service=sheet.service_id, like__in=some, encounter__voided_at=None)
        for origin in _not_in(sheet, list(earlier.select_related("sheet").order_by("number", "pk"))):
            if waiting := by_likeness[origin.like]:
                changed.append(_held(waiting.pop(0), origin))
    Line.objects.bulk_update(changed, ["state", "says"], batch_size=200)


def _held(line: Line, origin: Origin) -> Line:
    said = {"row": origin.number, "name": origin.sheet.name or in_words(origin.recorded_at, True)}
    line.state = LineState.SIMILAR
    line.says = [
        _("A similar one is here from the earlier table “%(name)s”: row %(row)s. Was it changed?") % said,
        *line.says,
    ]
    return line


def _not_in(sheet: Sheet, origins: Sequence[Origin]) -> Iterable[Origin]:
    """Return those whose contact is none of this table's own rows."""
    here: set[UUID] = set()
    for some in _batches([origin.encounter_id for origin in origins]):
        found = Line.objects.filter(sheet=sheet, encounter_id__in=some).order_by("pk")
        here |= set(found.values_list("encounter_id", flat=True))
    return [origin for origin in origins if origin.encounter_id not in here]


def _hold_near(sheet: Sheet, known: Known) -> None:
    """Hold rows of spellings that may be one person, until somebody says whether they are."""
    waiting = Line.objects.filter(sheet=sheet, state__in=[LineState.NEW, LineState.SIMILAR, LineState.ASK])
    spelt = Counter(
        facts["spelt"] for facts in waiting.values_list("facts", flat=True).order_by("pk") if facts["spelt"]
    )
    decided = {said for list_code, said in known.meanings if list_code == "person"}
    open_ones = {code for code in spelt if people.hashed(sheet.service_id, code) not in decided}
    groups = people.alike(open_ones, known.codes | set(spelt))
    sheet.asks["people"] = []
    for group in groups:
        asked = [code for code in group if code in open_ones and code not in known.codes]
        if asked:
            sheet.asks["people"].append({"codes": group, "asked": asked, "n": {code: spelt[code] for code in asked}})
        for code in asked:
            others = ", ".join(f"„{other}“" for other in group if other != code)
            says = [
                _("“%(code)s” may be the same person as %(others)s. Answer above.") % {"code": code, "others": others}
            ]
            waiting.filter(facts__spelt=code).update(state=LineState.ASK, says=says)


def _batches(values: Iterable) -> Iterable[list]:
    listed = sorted(values, key=str)
    return [listed[start : start + BATCH] for start in range(0, len(listed), BATCH)]
