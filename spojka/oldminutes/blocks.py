"""Lines into blocks: what a page broke is joined, and each block knows under which heading it stands."""

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise

from . import headings
from .fields import Head, parts
from .labels import LABEL
from .lines import Line, joined
from .names import Names
from .roster import Roster
from .sentences import DOING, SPEAKS, begins

SHORTENED = re.compile(
    r"(?:\b(?:ul|č|čp|např|tzv|tj|tzn|nám|cca|resp|st|sv|p|pí|mgr|bc|ing|por|npor|prap|str|tel|hod|odd|vyj|pozn|popř|event|min|max|kpt|o|s|z|r)|\d)\.$",
    re.I,
)
ASIDE = {"absent", "other", "hour"}
TOLD = 30  # letters of a line that is a sentence rather than a heading
MOST_ODD = 3
LABEL_ALONE = 60  # letters
LED = re.compile(r"[^.!?]{2,60}?(?::|\s[–—-]\s)")  # somebody, and a colon
OPENS = re.compile(r"\s*(?:\([^)]*\))?:\s")  # behind somebody's name
ENDED = re.compile(r"[.!?:;…]['\"“”)]*$")
WIDEST = 140  # letters; longer lines were never broken by a page
FAR = 1.5  # one line longer than all others by so much was never broken
FULLY = 0.97  # of the width: a full line that ends a sentence may end its block
NEARLY = 0.85  # of the width: letters of print are not equally wide


@dataclass
class Block:
    """Lines that belong together. `heading` is the organisation above, `is_headed` tells that there is a heading."""

    lines: list[Line]
    heading: str | None = None
    is_headed: bool = False
    is_closing: bool = False
    starts_section: bool = False
    is_aside: bool = False  # of the head: who was excused, who else gets the minutes
    section: str = ""
    led: str = ""  # a label over a list to which the block belongs
    led_depth: int = 0
    is_apart: bool = False  # a blank line or a heading stands before it

    @property
    def text(self) -> str:
        first, *rest = self.lines
        return joined([first.words.replace("\t", " "), *(line.full.replace("\t", " ") for line in rest)])

    @property
    def first(self) -> Line:
        return self.lines[0]


@dataclass
class Body:
    """All blocks; `others` are the numbers of lines that are headings or drawn rules."""

    blocks: list[Block] = field(default_factory=list)
    others: set[int] = field(default_factory=set)
    headings: set[int] = field(default_factory=set)
    has_headings: bool = False


def divide(lines: list[Line], head: Head, skipped: set[int], names: Names, roster: Roster) -> Body:
    """Divide what is neither head nor furniture. Headings found are learned by `names`."""
    found = _headings(lines, head, skipped, names)
    for one in found.values():
        if one.organisation:
            names.learn(one.organisation, is_heading=True)
    body = Body(has_headings=any(one.organisation for one in found.values()))
    walk = _Walk(body, head, names, roster, _page(lines))
    for line in lines:
        if line.number in skipped:
            continue
        if line.is_blank:
            walk.is_blank = True
        elif line.is_rule or line.number in found:
            walk.head_of(line, found.get(line.number))
        elif line.number in head.roles:
            walk.field(line, head.roles[line.number])
        else:
            walk.words(line)
    return body


@dataclass(frozen=True)
class Page:
    """How wide lines are (0: not broken by a page), and whether paragraphs end as sentences do."""

    width: int
    are_ended: bool


@dataclass
class _Walk:
    """What stands above the line that is looked at: `state` is the block it would begin."""

    body: Body
    head: Head
    names: Names
    roster: Roster
    page: Page
    state: Block = field(default_factory=lambda: Block([]))
    is_blank: bool = True

    def head_of(self, line: Line, heading: headings.Heading | None) -> None:
        self.body.others.add(line.number)
        self.is_blank = True
        if heading:
            self.body.headings.add(line.number)
            self.state = _under(heading.organisation, self.names, line.words)

    def field(self, line: Line, role: str) -> None:
        self.is_blank = True
        blocks = self.body.blocks
        if role not in ASIDE:
            if role in ("next", "writer") and any(not block.is_aside for block in blocks):
                self.state = replace(self.state, lines=[], is_closing=True, led="")
        elif blocks and blocks[-1].is_aside and _follows(blocks[-1], line):
            blocks[-1].lines.append(line)
        else:
            blocks.append(Block([line], is_aside=True))

    def words(self, line: Line) -> None:
        body, names = self.body, self.names
        state, line = _inline(self.state, line, self.is_blank, body, names)
        state = _changed(state, line, self.is_blank, body, names)
        before = body.blocks[-1] if body.blocks else None
        if before and is_label(before.text) and line.bullet and not before.is_aside:  # a label over a list
            body.blocks.pop()
            body.headings |= {one.number for one in before.lines}
            state, before = replace(state, led=before.text, led_depth=line.depth), None
        elif state.led and (not line.bullet or line.depth < state.led_depth or LABEL.match(line.words)):
            state = replace(state, led="")
        if before is None or state.starts_section or self._is_new(line, before):
            body.blocks.append(replace(state, lines=[line], is_apart=self.is_blank))
            state = replace(state, starts_section=False)
        else:
            before.lines.append(line)
        self.state, self.is_blank = state, False

    def _is_new(self, line: Line, before: Block) -> bool:
        is_apart = _apart(before, line, self.body, self.head)
        return _is_new(line, before, self.is_blank, self.page, self.names, self.roster, is_apart)


def is_label(text: str) -> bool:
    """Test whether a text is a label alone: `Vyjádření MP:`."""
    return text.endswith(":") and len(text) < LABEL_ALONE and bool(LABEL.match(text)) and text.count(":") == 1


def _follows(before: Block, line: Line) -> bool:
    return before.lines[-1].number == line.number - 1 and not _starts_field(line)


def _starts_field(line: Line) -> bool:
    return any(True for _field in parts(line))


def _apart(before: Block, line: Line, body: Body, head: Head) -> bool:
    """Test whether a heading or a field of the head stands between."""
    between = range(before.lines[-1].number + 1, line.number)
    return any(number in body.others or number in head.roles for number in between)


def _inline(state: Block, line: Line, is_blank: bool, body: Body, names: Names) -> tuple[Block, Line]:
    """Return what a line stands under, when it brings its heading with it."""
    if body.has_headings or _is_numbered_over(line, body):
        return state, line
    above = next((block for block in reversed(body.blocks) if block.starts_section), None)
    deeper = not state.is_headed and bool(body.blocks) and not is_blank and not line.bullet
    if state.is_headed and above:
        deeper = line.depth > above.first.depth or bool(line.bullet) > bool(above.first.bullet)
    heading = None if deeper else headings.inline(line, names)
    if not heading or not heading.organisation:
        return state, line
    names.learn(heading.organisation, is_heading=True)
    return replace(_under(heading.organisation, names), starts_section=True), replace(line, words=heading.rest)


def _is_numbered_over(line: Line, body: Body) -> bool:
    """Test whether a bullet stands under a numbered one: who speaks in it speaks only there."""
    numbered = next((block.first for block in reversed(body.blocks) if block.first.is_numbered), None)
    return bool(numbered and line.bullet and not line.is_numbered and line.depth >= numbered.depth)


def _under(organisation: str | None, names: Names, section: str = "") -> Block:
    name = names.named(organisation) if organisation else None
    return Block([], name, True, section="" if name else section)


def _changed(state: Block, line: Line, is_blank: bool, body: Body, names: Names) -> Block:
    """Return what a line stands under when its heading is missing: after a gap, a bullet in which another one acts."""
    before = body.blocks[-1] if body.blocks else None
    if not (is_blank and line.bullet and state.heading and before and before.heading == state.heading):
        return state
    found = names.at(line.words)
    if not found or names.is_same(found[0], state.heading) or line.depth > before.first.depth:
        return state
    return _under(found[0], names)


def _headings(lines: list[Line], head: Head, skipped: set[int], names: Names) -> dict[int, headings.Heading]:
    full = [line for line in lines if line.number not in skipped]
    found: dict[int, headings.Heading] = {}
    for at, line in enumerate(full):
        if line.is_blank or line.number in head.roles:
            continue
        following = next((one for one in full[at + 1 : at + 4] if not one.is_blank), None)
        heading = headings.of_line(line, following, names)
        if heading and not (at and _is_piece(full[at - 1], line, head)):
            found[line.number] = heading
    return found


def _is_piece(before: Line, line: Line, head: Head) -> bool:
    """Test whether what looks like a heading is only the rest of a broken sentence."""
    if (
        before.is_blank
        or before.is_rule
        or before.number in head.roles
        or line.bullet
        or line.is_bold
        or line.is_whole
    ):
        return False
    return not ENDED.search(before.words) and len(before.words) > 40 and not line.words.endswith(":")


def _page(lines: list[Line]) -> Page:
    last = [line for line, after in pairwise(lines) if not line.is_blank and (after.is_blank or after.bullet)]
    told = [line for line in last if len(line.words) > TOLD and not line.is_rule]
    ended = sum(bool(ENDED.search(line.words)) for line in told)
    return Page(_width(lines), len(told) > MOST_ODD and ended >= len(told) * NEARLY)


def _width(lines: list[Line]) -> int:
    """Return how many letters a full line has, 0 when lines were not broken by a page."""
    lengths = sorted(line.depth + len(line.bullet) + len(line.words) for line in lines if not line.is_blank)
    if len(lengths) > MOST_ODD and lengths[-1] > lengths[-2] * FAR:
        lengths.pop()
    widest = lengths[-1] if lengths else 0
    return widest if 40 <= widest <= WIDEST else 0


def _is_new(
    line: Line, before: Block, is_blank: bool, page: Page, names: Names, roster: Roster, is_apart: bool
) -> bool:
    """Test whether a line begins a block, or goes on with the one before."""
    last = before.lines[-1]
    ended = bool(ENDED.search(last.words)) and not SHORTENED.search(last.words)
    is_below_question = last.words.endswith("?") and line.depth > before.first.depth == last.depth
    if is_apart or "\t" in line.words or _is_somebodys(line, roster, ended) or is_below_question:
        return True
    if line.bullet:
        is_number_of_text = line.is_numbered and not is_blank and not ended and not before.first.is_numbered
        return not (is_number_of_text and line.words[0].islower())
    if ended and LABEL.match(line.words) and LED.match(line.words):
        return True
    if line.words[0].islower() or not line.words[0].isalnum():
        return is_blank and ended
    if is_label(before.text):
        return bool(LABEL.match(line.words))
    if line.is_whole or is_blank:
        return True
    if begins(line.words, names, roster) and (ended or LED.match(line.words)):
        return True
    return not _goes_on(line, before, page, ended)


def _goes_on(line: Line, before: Block, page: Page, ended: bool) -> bool:
    """Test whether a line in capitals is of the block before: it had no room there, hangs under it, or ends it."""
    last = before.lines[-1]
    if _could_wrap(last, line, page.width * (FULLY if ended else NEARLY)) or (
        before.first.bullet and line.depth > before.first.depth
    ):
        return True
    return not ended and bool(before.first.bullet or page.are_ended or SHORTENED.search(last.words))


def _is_somebodys(line: Line, roster: Roster, is_free: bool) -> bool:
    """Test whether a line says who speaks, `p. Kalina (MP): …`, or, where a sentence may begin, who will do it."""
    person = roster.at(line.words)
    rest = line.words[person.end :] if person else ""
    return bool(OPENS.match(rest) or (is_free and (DOING.match(rest) or SPEAKS.match(rest))))


def _could_wrap(last: Line, line: Line, width: float) -> bool:
    """Test whether the first word of a line had no room in the one before."""
    word = line.words.split(maxsplit=1)[0]
    had = last.depth + len(last.bullet) + 1 + len(last.words)
    return bool(width) and had + 1 + len(word) > width
