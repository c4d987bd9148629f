"""Reads the shipped files and says exactly what is wrong with one."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

from . import words
from .models import CODE, SHORT
from .schema import LISTS

DATA = Path(__file__).parent / "data"
HEAD = {"list", "title_cs", "title_en", "source", "sureness", "valid_from", "items"}
HEAD_OPTIONAL = {"sureness_of_values", "valid_to", "note_cs", "note_en", "start"}
COMMON = {"icon", "position", "sureness", "sureness_of_values", "source", "valid_from", "valid_to"}
NAMES = {"cs": 120, "en": 120, "short_cs": SHORT, "short_en": SHORT}


class BadFile(ValueError):
    """A shipped file can't be loaded. The message names the file, the item and the fault."""


@dataclass(frozen=True, kw_only=True)
class Title:
    """What a file says of its whole list."""

    list: str
    title_cs: str
    title_en: str
    source: str
    note_cs: str = ""
    note_en: str = ""


def rows(files: Iterable[Path]) -> list[dict[str, Any]]:
    """Return the fields of every item as Entry has them, after checking the files one by one and all together."""
    found = [row for file in files for row in _rows_of(file)]
    by_code = lambda row: (row["list"], row["code"])  # noqa: E731
    found.sort(key=lambda row: (*by_code(row), row["valid_from"]))
    for (list_code, code), versions in groupby(found, by_code):
        for first, second in pairwise(versions):
            if first["valid_to"] is None or first["valid_to"] >= second["valid_from"]:
                raise BadFile(f"{list_code}, {code}: two items are valid on {second['valid_from']}")
    return found


def files() -> list[Path]:
    """Return the files of this release."""
    return sorted(DATA.glob("*.toml"))


@cache  # the files are a part of the release: they can't change under a running process
def titles() -> Mapping[str, Title]:
    """Return the title of each list, from the first of its files."""
    found: dict[str, Title] = {}
    for head in (_read(file) for file in files()):
        known = {name: head[name] for name in Title.__dataclass_fields__ if name in head}
        if head["list"] not in found or ("note_cs" in head and not found[head["list"]].note_cs):
            found[head["list"]] = Title(**known)
    return found


def _read(file: Path) -> dict[str, Any]:
    try:
        head = tomllib.loads(file.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadFile(f"{file.name}: {error}") from error
    if missing := HEAD - set(head):
        raise BadFile(f"{file.name}: the head lacks {', '.join(sorted(missing))}")
    if unknown := set(head) - HEAD - HEAD_OPTIONAL:
        raise BadFile(f"{file.name}: the head has unknown {', '.join(sorted(unknown))}")
    if head["list"] not in LISTS:
        raise BadFile(f"{file.name}: no list is called {head['list']}")
    return head


def _rows_of(file: Path) -> list[dict[str, Any]]:
    head = _read(file)
    found = []
    for number, item in enumerate(head["items"]):
        row = _row(head, item, position=head.get("start", 10) + number)
        if faults := _faults(row):
            raise BadFile(f"{file.name}, {item.get('code', f'item {number + 1}')}: {'; '.join(faults)}")
        found.append(row)
    return found


def _row(head: dict[str, Any], item: dict[str, Any], *, position: int) -> dict[str, Any]:
    def of(name: str, default: Any = "") -> Any:
        return item.get(name, head.get(name, default))

    return {
        "list": head["list"],
        "code": item.get("code", ""),
        "name_cs": item.get("cs", ""),
        "name_en": item.get("en", ""),
        "short_cs": item.get("short_cs", ""),
        "short_en": item.get("short_en", ""),
        "icon": item.get("icon", ""),
        "position": item.get("position", position),
        "sureness": of("sureness"),
        "sureness_of_values": of("sureness_of_values"),
        "source": of("source"),
        "valid_from": of("valid_from"),
        "valid_to": of("valid_to", None),
        "extra": {name: value for name, value in item.items() if name not in {"code", *NAMES, *COMMON}},
    }


def _faults(row: dict[str, Any]) -> list[str]:
    faults = LISTS[row["list"]].faults(row["extra"])
    if not re.fullmatch(rf"[A-Za-z0-9_]{{1,{CODE}}}", str(row["code"])):
        faults.append(f"the code has 1 to {CODE} letters, digits and underscores")
    for name, most in NAMES.items():
        text = row[name if name.startswith("short") else f"name_{name}"]
        if not isinstance(text, str) or not 1 <= len(text) <= most:
            faults.append(f"{name} has 1 to {most} characters")
    return faults + _faults_of_facts(row)


def _faults_of_facts(row: dict[str, Any]) -> list[str]:
    faults = []
    if row["sureness"] not in words.SURENESS:
        faults.append("the sureness is not known")
    if row["sureness_of_values"] and row["sureness_of_values"] not in words.SURENESS:
        faults.append("the sureness of values is not known")
    start, end = row["valid_from"], row["valid_to"]
    if type(start) is not date or type(end) not in (date, type(None)) or (end and end < start):
        faults.append("valid_from and valid_to are days in this order")
    return faults
