"""Reads the official lists of territory as their makers publish them, and writes them in our form."""

import csv
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from django.utils.translation import gettext as _

from .territory import Unit

STRUCTURE = ["obec_kod", "obec_text", "orp_csu_cis65_kod", "orp_text", "kraj_csu_cis108_nuts_kod", "kraj_text"]
DISTRICTS = ["KOD", "NAZEV", "OBEC_KOD", "PLATI_DO"]
LEAST = {"region": 14, "orp": 200, "municipality": 6000}  # there are 14, 206 and some 6,250
HEAD = """\
# Territory of the Czech Republic: regions, administrative districts of municipalities with extended powers (ORP),
# municipalities, districts of statutory cities. Columns: level; code; name; what it lies in.
# Source: ČSÚ, Struktura území ČR, and ČÚZK, RÚIAN, both CC BY 4.0. Valid on {}.
"""


class BadList(ValueError):
    """An official list can't be used. The message names the file and the fault."""


def read(structure: Path, districts: Path | None = None) -> tuple[str, list[Unit]]:
    """Return the day a structure of territory is valid on, and its units with the districts of its cities."""
    rows = _rows(structure, STRUCTURE)
    units = list({(one.level, one.code): one for row in rows for one in _above(row)}.values())
    if districts:
        rest = [row for row in _rows(districts, DISTRICTS) if not row["PLATI_DO"]]
        units += [Unit("district", row["KOD"], row["NAZEV"], row["OBEC_KOD"]) for row in rest]
    _check(units)
    order = ["region", "orp", "municipality", "district"]
    return rows[0].get("platnost_datum", ""), sorted(units, key=lambda one: (order.index(one.level), one.code))


def write(file: Path, valid_on: str, units: Iterable[Unit]) -> None:
    """Write units in our form: the whole file or nothing."""
    lines = [";".join((one.level, one.code, one.name, one.within)) for one in units]
    partial = file.with_name(file.name + ".partial")
    partial.write_text(HEAD.format(valid_on) + "\n".join(lines) + "\n", "utf-8")
    os.replace(partial, file)


def _above(row: Mapping[str, str]) -> Iterator[Unit]:
    code, name, orp, orp_name, region, region_name = (row[one].strip() for one in STRUCTURE)
    yield Unit("region", region, region_name, "CZ")
    yield Unit("orp", orp, orp_name, region)
    yield Unit("municipality", code, name, orp)


def _rows(file: Path, columns: Iterable[str]) -> list[dict[str, str]]:
    try:
        text = _text(file.read_bytes())
    except OSError as fault:
        raise BadList(f"{file}: {fault.strerror}") from fault
    separator = ";" if ";" in text.partition("\n")[0] else ","
    rows = list(csv.DictReader(text.splitlines(), delimiter=separator))
    lacking = [one for one in columns if not rows or one not in rows[0]]
    if lacking:
        raise BadList(_("%(file)s is another list: it lacks %(columns)s.") % _said(file, columns=", ".join(lacking)))
    if any(row[one] is None for row in rows for one in columns):
        raise BadList(_("%(file)s is damaged: a line is too short.") % _said(file))
    return rows


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1250", errors="replace")  # as RÚIAN is published


def _check(units: Iterable[Unit]) -> None:
    units = list(units)
    known = {(one.level, one.code) for one in units}
    counted = Counter(one.level for one in units)
    for level, least in LEAST.items():
        if counted[level] < least:
            raise BadList(
                _("The list is not whole: it has %(n)s units of %(level)s.") % _said(level, n=counted[level])
            )
    for one in units:
        if one.level in ("municipality", "district") and not (len(one.code) == 6 and one.code.isdecimal()):
            raise BadList(_("%(code)s is no code of a municipality.") % {"code": one.code})
        if one.level == "district" and ("municipality", one.within) not in known:
            raise BadList(_("%(name)s lies in no municipality of the list.") % {"name": one.name})


def _said(file: object, **more: object) -> dict[str, object]:
    return {"file": file, "level": file, **more}
