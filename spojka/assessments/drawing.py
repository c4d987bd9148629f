"""The ecomap as a picture: SVG from data, the same for the page, for a phone and for the paper.

Thickness says how strong a tie is, a zigzag that it is tense, arrows which way help goes: never colour alone.
The colours are those of the paper; pages give them their own (css/picture.css).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import atan2, ceil, cos, hypot, pi, sin
from textwrap import wrap

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from spojka.ui.pictures import EDGE, FIRST, FONT, GROUND, INK, QUIET

from .models import Direction, Strength, TieGroup

THICK = {Strength.STRONG: 9.0, Strength.MIDDLE: 5.0, Strength.WEAK: 2.0}
NEAR = {Strength.STRONG: 0.76, Strength.MIDDLE: 0.9, Strength.WEAK: 1.0}  # strong ties stand nearer
ORDER = {group: place for place, group in enumerate(TieGroup.values)}
ROUND = 410  # per mille of the way from the middle to the edge
LETTER, SMALL, LINE = 11.2, 8.6, 25  # width of a letter of a name, of a group; height of a line
Point = tuple[float, float]


@dataclass(frozen=True)
class Size:
    """How large a drawing is, and how many letters fit on a line of a name."""

    width: int
    height: int
    letters: int
    legend: int  # rows that its legend takes
    client: int  # radius of the client's circle
    is_near: bool  # whether there is room to let strong ties stand nearer


WIDE, NARROW = Size(1000, 700, 18, 2, 58, True), Size(520, 780, 11, 3, 46, False)


@dataclass(frozen=True)
class Drawn:
    """Somebody on the drawing."""

    id: str
    lines: list[str]
    group: str
    strength: str
    is_stressful: bool
    direction: str
    x: int
    y: int

    @property
    def half(self) -> Point:
        """Half of the width and height of the box."""
        width = max(*(len(text) * LETTER for text in self.lines), len(self.group) * SMALL) + 26
        return width / 2, (len(self.lines) + 1) * LINE / 2 + 8


def places(ties: Sequence[object], size: Size) -> dict[str, tuple[int, int]]:
    """Return where each stands, in per mille: where it was put, else around the client by groups."""
    ordered = sorted(ties, key=lambda tie: (ORDER.get(tie.group, 9), tie.recorded_at, tie.pk))
    found = {}
    for number, tie in enumerate(ordered):
        turn = 2 * pi * number / len(ordered) - pi / 2
        reach = ROUND * NEAR[Strength(tie.strength)] if size.is_near else ROUND
        by_itself = round(500 + reach * cos(turn)), round(500 + reach * sin(turn))
        found[str(tie.pk)] = (tie.x, tie.y) if tie.x is not None else by_itself
    return found


def draw(ties: Sequence[object], client: str, size: Size) -> SafeString:
    """Return the drawing."""
    at = places(ties, size)
    drawn = [
        Drawn(
            str(tie.pk), _in_lines(tie.called, size.letters), tie.get_group_display(), tie.strength,
            tie.is_stressful, tie.direction, *at[str(tie.pk)],
        )
        for tie in ties
    ]  # fmt: skip
    middle = size.width / 2, size.height / 2
    parts = [
        *(_tie(one, middle, size) for one in drawn),
        _client(client, middle, size.client),
        *(_box(one, size) for one in drawn),
    ]
    below = format_html_join("", "{}", ((one,) for one in _legend(size)))
    inside = format_html_join("", "{}", ((one,) for one in parts))
    return format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" data-width="{}" data-height="{}" '
        'font-family="{}" font-size="20" text-anchor="middle" role="group" aria-label="{}">{}{}</svg>',
        size.width, size.height + 44 * size.legend, size.width, size.height, FONT, _("Ecomap"), inside, below,
    )  # fmt: skip


def _in_lines(name: str, letters: int) -> list[str]:
    lines = wrap(name, letters) or [""]
    return lines if len(lines) < 3 else [lines[0], f"{lines[1][: letters - 1]}…"]


def _at(one: Drawn, size: Size) -> Point:
    """Return the middle of a box, so that all of it stays on the drawing."""
    wide, high = one.half
    across = min(max(one.x * size.width / 1000, wide + 3), size.width - wide - 3)
    return across, min(max(one.y * size.height / 1000, high + 3), size.height - high - 3)


def _client(code: str, middle: Point, radius: int) -> SafeString:
    x, y = middle
    return format_html(
        '<g><circle cx="{}" cy="{}" r="{}" fill="{}" stroke="{}" stroke-width="3"/>'
        '<text x="{}" y="{}" fill="{}" font-weight="700" font-size="{}">{}</text></g>',
        x, y, radius, GROUND, FIRST, x, y + 6, INK, min(18, round(1.75 * radius / max(len(code), 1) / 0.6)), code,
    )  # fmt: skip


def _box(one: Drawn, size: Size) -> SafeString:
    (x, y), (wide, high) = _at(one, size), one.half
    rows = [(text, 700, 20, INK) for text in one.lines] + [(one.group, 400, 16, QUIET)]
    texts = format_html_join(
        "", '<text y="{}" font-weight="{}" font-size="{}" fill="{}">{}</text> ',
        ((round(-high + 8 + LINE * (number + 0.75)), *look, text) for number, (text, *look) in enumerate(rows)),
    )  # fmt: skip
    label = " ".join([*one.lines, one.group])
    return format_html(
        '<g class="who" data-tie="{}" data-x="{}" data-y="{}" role="img" aria-label="{}" transform="translate({} {})">'
        '<rect x="{}" y="{}" width="{}" height="{}" rx="8" fill="{}" stroke="{}" stroke-width="1.5"/>{}</g>',
        one.id, one.x, one.y, label, round(x, 1), round(y, 1),
        round(-wide, 1), -high, round(2 * wide, 1), 2 * high, GROUND, EDGE, texts,
    )  # fmt: skip


def _tie(one: Drawn, middle: Point, size: Size) -> SafeString:
    to = _at(one, size)
    turn = atan2(to[1] - middle[1], to[0] - middle[0])
    wide, high = one.half
    edge = min(wide / max(abs(cos(turn)), 0.001), high / max(abs(sin(turn)), 0.001)) + 4
    start = _along(middle, turn, size.client + 4)
    end = _along(to, turn, -edge)
    if hypot(to[0] - middle[0], to[1] - middle[1]) < size.client + edge + 26:  # no room for a line
        return format_html('<g class="tie" data-of="{}"></g>', one.id)
    return format_html('<g class="tie" data-of="{}">{}</g>', one.id, _line(start, end, one))


def _line(start: Point, end: Point, one: Drawn) -> SafeString:
    thick = THICK[Strength(one.strength)]
    turn = atan2(end[1] - start[1], end[0] - start[0])
    head = 16 + thick
    points = []
    if one.direction in (Direction.TO_CLIENT, Direction.BOTH):
        points.append(_arrow(start, turn + pi, head))
        start = _along(start, turn, head - 2)
    if one.direction in (Direction.FROM_CLIENT, Direction.BOTH):
        points.append(_arrow(end, turn, head))
        end = _along(end, turn, 2 - head)
    track = " ".join(f"{x:.1f},{y:.1f}" for x, y in ([*_zigzag(start, end)] if one.is_stressful else [start, end]))
    arrows = format_html_join("", '<polygon points="{}" fill="{}"/>', ((one, FIRST) for one in points))
    return format_html(
        '<polyline points="{}" fill="none" stroke="{}" stroke-width="{}" stroke-linejoin="round"/>{}',
        track, FIRST, thick, arrows,
    )  # fmt: skip


def _along(point: Point, turn: float, far: float) -> Point:
    return point[0] + far * cos(turn), point[1] + far * sin(turn)


def _arrow(tip: Point, turn: float, head: float) -> str:
    sides = [tip, *(_along(tip, turn + pi + side, head) for side in (0.42, -0.42))]
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in sides)


def _zigzag(start: Point, end: Point) -> Iterator[Point]:
    turn = atan2(end[1] - start[1], end[0] - start[0])
    far = hypot(end[0] - start[0], end[1] - start[1])
    many = max(ceil(far / 15), 2)
    yield start
    for step in range(1, many):
        yield _along(_along(start, turn, far * step / many), turn + pi / 2, 10 if step % 2 else -10)
    yield end


def _legend(size: Size) -> Iterator[SafeString]:
    """Samples with words, in rows below the drawing."""

    def sample(strength: str, is_stressful: bool = False, direction: str = Direction.NONE.value) -> Drawn:
        return Drawn("", [""], "", strength, is_stressful, direction, 0, 0)

    samples = [(str(one.label), sample(one.value)) for one in Strength]
    samples.append((_("tension"), sample(Strength.MIDDLE, is_stressful=True)))
    samples.append((_("help"), sample(Strength.MIDDLE, direction=Direction.FROM_CLIENT)))
    columns = ceil(len(samples) / size.legend)
    for number, (words, one) in enumerate(samples):
        x = 14 + number % columns * size.width / columns
        y = size.height + 30 + number // columns * 44
        yield _line((x, y), (x + 66, y), one)
        yield format_html('<text x="{}" y="{}" fill="{}" text-anchor="start">{}</text>', x + 78, y + 7, INK, words)
