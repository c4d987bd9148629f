"""Tables saved as text: in which coding, divided by what."""

import csv
import io
from collections.abc import Callable

from django.utils.translation import gettext as _

from spojka.base.errors import Refusal

CZECH = set("áčďéěíňóřšťúůýžÁČĎÉĚÍŇÓŘŠŤÚŮÝŽ")
CODINGS = ("cp1250", "iso8859_2", "cp852")  # what Czech programs saved in before UTF-8, the likeliest first
DIVIDERS = ";\t,|"
SEEN = 60  # lines by which the divider is judged
csv.field_size_limit(200_000)


def rows(data: bytes, refuse: Callable[[str], Refusal]) -> list[list[str]]:
    """Return the rows of a text table."""
    text = decoded(data, refuse)
    lines = text.splitlines()
    if lines and lines[0].lower().startswith("sep="):  # a hint that Excel writes for itself
        divider, text = lines[0][4:5] or ";", "\n".join(lines[1:])
    else:
        divider = _divider(lines)
    try:
        found = [[_cell(cell) for cell in row] for row in csv.reader(io.StringIO(text, newline=""), delimiter=divider)]
    except csv.Error:
        raise refuse(_("The table can't be divided into cells. Save it as XLSX and bring it again.")) from None
    while found and not any(found[-1]):
        found.pop()
    return found


def _cell(said: str) -> str:
    """Return a cell without the mark that keeps spreadsheets from taking it for a formula."""
    said = said.strip()
    return said[1:] if said[:1] == "'" and said[1:2] in set("=+-@") else said


def decoded(data: bytes, refuse: Callable[[str], Refusal]) -> str:
    """Return the text: UTF-8 if it is that, else the Czech coding that makes the most Czech letters of it."""
    for coding in ("utf-8-sig", "utf-16") if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig",):
        try:
            text = data.decode(coding)
        except UnicodeDecodeError:
            continue
        return _plain(text, refuse)
    tried = [(sum(char in CZECH for char in text) - 3 * _strange(text), -place, text) for place, text in _tries(data)]
    if tried and max(tried)[0] >= 0:
        return _plain(max(tried)[2], refuse)
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        raise refuse(_("This is no table. Bring an XLSX, ODS, XLS or CSV file."))
    return _plain(str(best), refuse)


def _tries(data: bytes) -> list[tuple[int, str]]:
    found = []
    for place, coding in enumerate(CODINGS):
        try:
            found.append((place, data.decode(coding)))
        except UnicodeDecodeError:
            continue
    return found


def _strange(text: str) -> int:
    """Count what no Czech table holds: signs of a wrong coding."""
    return sum(
        ord(char) > 127 and char not in CZECH and char not in "„“”‚‘’–—…°§×€‰½¼\N{NO-BREAK SPACE}äöüßľĺŕôŽ"
        for char in text
    )


def _plain(text: str, refuse: Callable[[str], Refusal]) -> str:
    if "\0" in text:
        raise refuse(_("This is no table. Bring an XLSX, ODS, XLS or CSV file."))
    return text


def _divider(lines: list[str]) -> str:
    """Return the divider that gives the most lines the same number of cells."""
    seen = [line for line in lines[:SEEN] if line.strip()]

    def evenness(divider: str) -> tuple[int, int]:
        counts = [len(next(csv.reader([line], delimiter=divider), [])) for line in seen]
        wide = [count for count in counts if count > 1]
        usual = max(set(wide), key=lambda count: (wide.count(count), count), default=1)
        return wide.count(usual) if usual > 1 else 0, usual

    return max(DIVIDERS, key=lambda divider: (*evenness(divider), -DIVIDERS.index(divider)))
