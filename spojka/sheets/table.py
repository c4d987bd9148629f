"""A page as a table: where the heads are, how the columns are called, which rows are no records."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from .folding import fold
from .reading import Page
from .values import BadValue, is_day, number
from .vocabulary import knows_head

TOP = 40  # rows among which the heads are sought: a title block stands above them
TOTAL = re.compile(r"(celkem|celk\.|soucet|suma|sum|mezisoucet|total|uhrn)\b[^a-z]*((za|mesic|rok)\b.*)?$|[σ∑]")
OURS = {
    "proc neprosel",
    "radek v puvodni tabulce",
    "why it was not saved",
    "row in the original table",
}  # the columns that we add to rows given back


@dataclass
class Row:
    """One row as it stands in the file. `carried` are cells of merged areas that reach down to it."""

    number: int
    cells: list[str]
    carried: dict[int, str] = field(default_factory=dict)
    is_hidden: bool = False

    @property
    def is_empty(self) -> bool:
        return not any(self.cells)


@dataclass
class Table:
    """The heads, one for each column, and the rows below them."""

    heads: list[str]
    rows: list[Row]
    has_heads: bool = True  # else the columns are called by their letters, and the first row is a record

    @property
    def fingerprint(self) -> str:
        """Tell tables with the same columns, in whatever order."""
        known = sorted(fold(head) for head in self.heads if fold(head) not in OURS)
        return hashlib.sha256("\n".join(known).encode()).hexdigest()[:40]

    def samples(self, column: int, most: int = 4) -> list[str]:
        """Return different things that stand in a column."""
        found = dict.fromkeys(row.cells[column] for row in self.rows if column < len(row.cells))
        return [said for said in found if said][:most]

    def column(self, column: int, most: int = 200) -> list[str]:
        """Return what is filled in in a column."""
        filled = (row.cells[column] for row in self.rows if column < len(row.cells) and row.cells[column])
        return [said for said, _place in zip(filled, range(most), strict=False)]


def table(page: Page) -> Table:
    """Return the page as a table."""
    top, above = _find_heads(page.rows)
    width = max(len(row) for row in page.rows)
    heads = _named(_heads(page, top, above, width), width)
    carried, hidden = _carried(page, above), set(page.hidden)
    rows = [
        Row(place + 1, _padded(cells, width), carried.get(place, {}), place in hidden)
        for place, cells in enumerate(page.rows)
        if place >= above
    ]
    used = [place for place in range(width) if any(row.cells[place] for row in rows) or _is_said(page, top, place)]
    for row in rows:
        row.carried = {used.index(place): said for place, said in row.carried.items() if place in used}
        row.cells = [row.cells[place] for place in used]
    return Table([heads[place] for place in used], rows, has_heads=top != above)


def letter(column: int) -> str:
    """Return the name of a column as a spreadsheet shows it: A, B … AA."""
    return (letter(column // 26 - 1) if column >= 26 else "") + chr(65 + column % 26)


def is_total(cells: Sequence[str]) -> bool:
    """Test whether a row calls itself a sum."""
    return any(TOTAL.match(fold(cell, keep=True)) for cell in cells if cell)


def is_heads(cells: Sequence[str], heads: Sequence[str]) -> bool:
    """Test whether a row repeats the heads, as a printed table does on each page."""
    said = [(fold(cell), fold(head)) for cell, head in zip(cells, heads, strict=True) if cell]
    return len(said) > 1 and sum(cell == head for cell, head in said) >= max(2, len(said) - 1)


class Sums:
    """Finds rows that hold the sums of those above them, though they don't say so."""

    def __init__(self) -> None:
        self.sums: dict[int, object] = {}
        self.seen = 0

    def holds(self, row: Row, columns: Sequence[int]) -> bool:
        """Test whether all the row's numbers are sums since the last such row; else add them up."""
        found = {column: said for column in columns if (said := _amount(row.cells[column]))}
        is_sum = self.seen > 1 and bool(found) and all(self.sums.get(column) == said for column, said in found.items())
        return is_sum and len(found) >= min(2, len(self.sums))

    def add(self, row: Row, columns: Sequence[int]) -> None:
        self.seen += 1
        for column in columns:
            if said := _amount(row.cells[column]):
                self.sums[column] = self.sums.get(column, 0) + said  # type: ignore[operator]

    def clear(self) -> None:
        self.sums, self.seen = {}, 0


def _amount(said: str):
    try:
        return number(said) if said and not is_day(said) else None
    except BadValue:
        return None


def _find_heads(rows: list[list[str]]) -> tuple[int, int]:
    """Return the row of the heads and the first row below them; the same twice when there are no heads."""
    ranked = []
    for place, cells in enumerate(rows[:TOP]):
        if any(map(is_day, cells)):
            continue  # a record, whatever words stand in it
        texts = [cell for cell in cells if cell and _amount(cell) is None and len(cell) < 80]
        known = sum(knows_head(cell) for cell in texts)
        if len(set(texts)) >= 2 and (known >= 2 or (known and len(texts) <= 3)):
            ranked.append((known, len(texts), -place))
    if ranked:
        place = -max(ranked)[2]
        return place, place + 1
    return _unknown_heads(rows)


def _unknown_heads(rows: list[list[str]]) -> tuple[int, int]:
    """Heads in words we don't know: the first row of texts only, with several of them."""
    for place, cells in enumerate(rows[:TOP]):
        filled = [cell for cell in cells if cell]
        if any(is_day(cell) or _amount(cell) is not None for cell in filled):
            return (place, place) if len(filled) > 1 else (place, place + 1)
        if len(filled) >= 3:
            return place, place + 1
    return 0, 0


def _heads(page: Page, top: int, above: int, width: int) -> list[str]:
    """Return what the heads say; a head that is merged over two rows counts where it ends."""
    if top == above:
        return [""] * width
    heads = _padded(page.rows[top], width)
    for first, column, last, _end in page.merged:
        if first <= top <= last and column < width and not heads[column]:
            heads[column] = _padded(page.rows[first], width)[column]
    return heads


def _named(heads: list[str], width: int) -> list[str]:
    """Return a name for each column, no two alike."""
    found: list[str] = []
    for place in range(width):
        said = re.sub(r"\s+", " ", heads[place]).strip()[:80] or _("column %(letter)s") % {"letter": letter(place)}
        name, count = said, 1
        while fold(name) in {fold(one) for one in found}:
            count += 1
            name = f"{said} ({count})"
        found.append(name)
    return found


def _carried(page: Page, above: int) -> dict[int, dict[int, str]]:
    """Return which cells of merged areas reach down to which rows. A carried number is never counted twice."""
    found: dict[int, dict[int, str]] = {}
    for first, column, last, _end in page.merged:
        said = page.rows[first][column] if first < len(page.rows) and column < len(page.rows[first]) else ""
        for place in range(max(first + 1, above), min(last + 1, len(page.rows)) if said else 0):
            found.setdefault(place, {})[column] = said
    return found


def _padded(cells: list[str], width: int) -> list[str]:
    return cells + [""] * (width - len(cells))


def _is_said(page: Page, top: int, place: int) -> bool:
    return place < len(page.rows[top]) and bool(page.rows[top][place])
