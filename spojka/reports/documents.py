"""The papers of this package: each is one function that says what stands on it, and a template that lays it out."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from spojka.ui import paper
from spojka.ui.words import bound, moment

from .cells import Cell, Table
from .contacts import Report
from .pictures import Picture
from .summary import Summary

TEMPLATES = Path(__file__).parent / "typst"
About = Sequence[tuple[str, str]]


def contacts(report: Report, about: About, *, organisation: str, picture: Picture | None) -> bytes:
    """Return the contacts report as a paper, with the same numbers as the page."""
    return paper.pdf(TEMPLATES / "contacts.typ", contacts_data(report, about, organisation, picture))


def contacts_data(report: Report, about: About, organisation: str, picture: Picture | None) -> dict[str, Any]:
    """Return all that stands on the paper of the contacts report."""
    against = report.against
    compared = [against.time, *against.tables] if against else []
    crosses = [(cross, told(cross.table)) for cross in report.crosses if cross.is_hidden or cross.table.lines]
    return head(_("Contacts report"), organisation, about) | {
        "is_own": report.audience == "own",
        "is_empty": report.is_empty,
        "groups": [{"name": n, "figures": [_figure(cell) for cell in cells]} for n, cells in report.shown_groups],
        "against": told(against.figures) if against else None,
        "picture": drawn(picture),
        "tables": [told(table) for table in (report.time, *report.tables, *compared) if table.lines],
        "crosses": [table | {"is_hidden": cross.is_hidden} for cross, table in crosses],
    }


def head(title: str, organisation: str, about: About) -> dict[str, Any]:
    """Return what every paper begins and ends with."""
    return {
        "title": title,
        "organisation": organisation,
        "about": [[name, value] for name, value in about],
        "foot": f"{organisation} · {title} · Spojka",
        "words": {
            "page": _("page"),
            "altogether": _("altogether"),
            "veiled": _(
                "Small numbers of people are hidden, and others with them, so that they can’t be worked out. "
                "Names of workers are left out."
            ),
            "exact": _("These are exact numbers, for us only."),
            "nothing": _("Nothing was recorded in this period"),
            "stays": _(
                "Some numbers in this table are small, so it stays with us. "
                "Each of its two sides alone is among the other breakdowns."
            ),
            "short": _("Made in Spojka. Nobody’s name is in it, and no record leads from it to a person."),
            "end": _("Made in Spojka. A definition stands beside every figure; days are those on which shifts began."),
        },
    }


def told(table: Table) -> dict[str, Any]:
    """Return a table as the template takes it: every number as the page writes it."""
    return {
        "code": table.code,
        "name": table.name,
        "of": table.of,
        "heads": list(table.heads),
        "lines": [{"name": line.name, "cells": [_cell(cell) for cell in line.cells]} for line in table.lines],
        "totals": [_cell(cell) for cell in table.totals],
    }


def drawn(picture: Picture | None, is_wide: bool = True) -> dict[str, str] | None:
    """Return a picture with what it says to those who can't see it."""
    return {"svg": picture.wide if is_wide else picture.narrow, "alt": picture.says} if picture else None


def _cell(cell: Cell) -> dict[str, Any]:
    return {"text": cell.text, "hidden": cell.value is None}


def _figure(cell: Cell) -> dict[str, Any]:
    metric = cell.metric
    return _cell(cell) | {
        "code": metric.code,
        "name": str(metric.name),
        "definition": bound(" ".join(filter(None, [cell.told and f"{cell.told}.", str(metric.definition)]))),
        "sureness": str(metric.source) if metric.is_official else metric.sureness_name,
        "wordy": cell.value is None,
    }


def summary(made: Summary, row: Any, *, organisation: str, pictures: Sequence[Picture]) -> bytes:
    """Return what was done at an event or in a shift on one sheet, for those who hold it."""
    return paper.pdf(TEMPLATES / "summary.typ", summary_data(made, row, organisation, pictures))


def summary_data(made: Summary, row: Any, organisation: str, pictures: Sequence[Picture]) -> dict[str, Any]:
    """Return all that stands on the sheet of an event or a shift."""
    about = [(_("When"), made.when), (_("Where"), made.where), (_("Service"), f"{row.service}, {organisation}")]
    about += [(_("For whom"), made.audience.label), (_("Figures as of"), moment(made.made_at))]
    return head(made.name, organisation, about) | {
        "over": _("What we did at your event"),
        "is_own": made.is_own,
        "hides": made.hides,
        "sentences": list(made.words),
        "figures": [_figure(cell) for cell in made.figures],
        "pictures": [drawn(picture, is_wide=False) for picture in pictures],
        "nights": told(made.nights) if made.nights else None,
        "tables": [told(table) for table in made.tables],
    }
