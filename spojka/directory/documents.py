"""The sheet for a client, and the directory as a table."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from spojka.ui import paper
from spojka.ui.words import day

from . import hours, reading
from .models import ServiceEntry

TEMPLATE = Path(__file__).parent / "typst/sheet.typ"


def sheet(entries: Sequence[ServiceEntry], house: str, today: date) -> bytes:
    """Return chosen services on paper, in big letters, to be taken along."""
    return paper.pdf(TEMPLATE, sheet_data(entries, house, today))


def sheet_data(entries: Sequence[ServiceEntry], house: str, today: date) -> dict[str, Any]:
    """Return all that stands on the sheet."""
    title = _("Where to go for help")
    return {
        "title": title,
        "organisation": house,
        "foot": f"{house} · {day(today, True)} · Spojka",
        "services": [_service(one, today) for one in entries],
        "words": {"page": _("page"), "help": _("In danger to life call 155 or 112.")},
    }


def _service(entry: ServiceEntry, today: date) -> dict[str, Any]:
    contact = [one for one in (entry.phone, entry.email, entry.web) if one]
    where = ", ".join(one for one in (entry.address, entry.municipality) if one)
    open_on = [f"{name}: {said}" for name, said in reading.week(entry) if said != _("closed")]
    facts = [(_("Where"), where), (_("Contact"), " · ".join(contact)), (_("How to come in"), entry.way_in)]
    access = [str(words) for name, words in reading.ACCESS.items() if getattr(entry, name)]
    facts += [(_("Good to know"), ", ".join(access))]
    checked = _("Verified on %(day)s.") if not entry.is_stale(today) else _("Not verified since %(day)s. Call first.")
    return {
        "name": entry.name,
        "provider": entry.provider,
        "does": entry.does,
        "facts": [[name, said] for name, said in facts if said],
        "hours_name": _("Open hours"),
        "hours": open_on,
        "differs": reading.coming_exceptions(entry, today)[:4],
        "checked": checked % {"day": day(entry.checked_on, True)},
    }


def table(lines: Iterable[reading.Line]) -> Iterator[list[str]]:
    """Return the directory as rows of a table, heads first."""
    yield [
        _("Name of the service"), _("Organisation"), _("Kind of service"), _("Address"), _("Municipality"),
        _("Phone"), _("E-mail"), _("Web"), _("Open hours"), _("For whom"), _("Conditions"), _("How to come in"),
        _("Verified on"), _("Free places"), _("Told on"),
    ]  # fmt: skip
    groups = reading.names_of(("target_group",))["target_group"]
    for line in lines:
        one = line.entry
        week = "; ".join(f"{name} {said}" for name, said in reading.week(one) if said != hours.words([]))
        told = line.capacity if line.is_known else None
        free = [str(told.free), str(told.told_on)] if told else ["", ""]
        cells = [one.name, one.provider, line.kind, one.address, one.municipality, one.phone, one.email, one.web, week]
        cells += [reading.for_whom(one, groups), one.conditions, one.way_in, str(one.checked_on), *free]
        yield cells
