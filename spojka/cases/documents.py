"""Papers of a case, filled in or blank: the closing evaluation, the checklist of a placement; and plain texts."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from spojka.codelists.catalogue import Catalogue, names
from spojka.network.models import Organisation
from spojka.ui import paper
from spojka.ui.words import day

from .forms.file import Close
from .models import Case, CaseClosing, Placement

TEMPLATES = Path(__file__).parent / "typst"
About = list[list[str]]


def closing(case: Case, evaluation: CaseClosing) -> bytes:
    """Return the closing evaluation."""
    return paper.pdf(TEMPLATES / "closing.typ", closing_data(case, evaluation))


def blank_closing(lists: Catalogue) -> bytes:
    """Return one to be filled in by hand."""
    return paper.pdf(TEMPLATES / "closing.typ", blank_closing_data(lists))


def closing_data(case: Case, evaluation: CaseClosing) -> dict[str, Any]:
    """Return all that stands on the paper: {title, organisation, about, parts, hands, foot, words}."""
    about = [[_("Case"), f"{case}, {case.called}"], [_("Service"), str(case.service)]]
    about += [[_("Since the day"), day(case.opened_on, True)], [_("Closed on"), day(evaluation.recorded_at, True)]]
    said = evaluation.parts
    parts = [
        _part(_("Why the case ends"), names("case_closing", organisation=case.organisation).get(evaluation.ground, ""))
    ]
    parts += [_part(field.label, said[name]) for name, field in Close.base_fields.items() if name in said]
    return _closing(case.organisation, about, parts, str(case))


def blank_closing_data(lists: Catalogue) -> dict[str, Any]:
    """Return what stands on a blank one: nobody, and lines to write on."""
    about = [[_("Case"), ""], [_("Service"), str(lists.service)], [_("Since the day"), ""], [_("Closed on"), ""]]
    parts = [_part(_("Why the case ends"), "", [name for _code, name in lists.pairs("case_closing")])]
    parts += [_part(field.label, "") for field in Close.base_fields.values()]
    return _closing(lists.service.organisation, about, parts)


def closing_text(case: Case, evaluation: CaseClosing) -> str:
    """Return the same as plain text, to be copied into a file that is kept elsewhere."""
    data = closing_data(case, evaluation)
    return "\n\n".join([_head(data), *(f"{one['title']}\n{one['text']}" for one in data["parts"])]) + "\n"


def _closing(house: Organisation, about: About, parts: list[Any], number: str = "") -> dict[str, Any]:
    hands = [pgettext("who signs", "Client"), _("Who coordinates")]
    return _frame(house, _("Closing evaluation"), about, number) | {"parts": parts, "hands": hands}


def _part(title: Any, text: str, boxes: list[str] | None = None) -> dict[str, Any]:
    return {"title": str(title), "text": text, "boxes": boxes or []}


def placement(place: Placement, ticks: Mapping[str, Any], lists: Catalogue, workers: Mapping[str, str]) -> bytes:
    """Return the checklist of a placement as it stands."""
    return paper.pdf(TEMPLATES / "placement.typ", placement_data(place, ticks, lists, workers))


def blank_placement(lists: Catalogue) -> bytes:
    """Return a checklist to be gone through by hand."""
    return paper.pdf(TEMPLATES / "placement.typ", blank_placement_data(lists))


def placement_data(
    place: Placement, ticks: Mapping[str, Any], lists: Catalogue, workers: Mapping[str, str]
) -> dict[str, Any]:
    """Return all that stands on the checklist: of each thing whether it was seen to, how, by whom and when."""
    about = [[_("Case"), f"{place.case}, {place.case.called}"], [_("Child"), str(place.about)]]
    about += [[_("Where it goes"), place.place], [_("On the day"), day(place.planned_on, True)]]
    if place.ended_on:
        about.append([_("Closed on"), f"{day(place.ended_on, True)} {place.end_words}".strip()])
    known = names("placement_item", organisation=place.case.organisation)
    offered = dict(lists.pairs("placement_item"))
    every = offered | {code: known.get(code, code) for code in ticks if code not in offered}
    rows = [[name, *_ticked(ticks.get(code), workers)] for code, name in every.items()]
    return _placement(place.case.organisation, about, rows, str(place.case))


def blank_placement_data(lists: Catalogue) -> dict[str, Any]:
    """Return what stands on a blank one."""
    about = [[_("Case"), ""], [_("Child"), ""], [_("Where it goes"), ""], [_("On the day"), ""]]
    rows = [[name, "", "", ""] for _code, name in lists.pairs("placement_item")]
    return _placement(lists.service.organisation, about, rows) | {"is_blank": True}


def placement_text(place: Placement, ticks: Mapping[str, Any], lists: Catalogue, workers: Mapping[str, str]) -> str:
    """Return the checklist as plain text."""
    data = placement_data(place, ticks, lists, workers)
    none = _("not seen to yet")
    lines = [f"{name}: {', '.join(filter(None, said)) or none}" for name, *said in data["rows"]]
    return "\n".join([_head(data), "", *lines]) + "\n"


def _placement(house: Organisation, about: About, rows: list[list[str]], number: str = "") -> dict[str, Any]:
    data = _frame(house, _("Checklist for a child that goes to live elsewhere"), about, number)
    heads = [_("What"), _("Seen to"), _("How, or why not"), _("Who and when")]
    data["words"] |= {"heads": heads, "lead": _("So that the child is not only moved."), "signature": _("Signature")}
    return data | {"rows": rows, "is_blank": False, "hands": [_("Who accompanied the child"), _("Who coordinates")]}


def _ticked(tick: Any, workers: Mapping[str, str]) -> list[str]:
    if tick is None:
        return ["", "", ""]
    by = ", ".join(part for part in (workers.get(tick.ticked_by, ""), day(tick.at, True)) if part)
    return [_("yes") if tick.is_done else _("Not needed"), tick.said, by]


def _frame(house: Organisation, title: str, about: About, number: str) -> dict[str, Any]:
    foot = " · ".join(part for part in (str(house), title, number, "Spojka") if part)
    return {"title": title, "organisation": str(house), "about": about, "foot": foot, "words": {"page": _("page")}}


def _head(data: Mapping[str, Any]) -> str:
    return "\n".join([data["title"], *(f"{name}: {value}" for name, value in data["about"])])
