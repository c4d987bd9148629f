"""Blocks into items: what stands under what, and who speaks when nobody is named."""

import re
from dataclasses import dataclass, field, replace
from datetime import date

from . import days, labels, places, sentences
from .blocks import Block, Body
from .labels import Said
from .names import Names
from .roster import Roster
from .shape import Item, Kind

MOST_READ = 3_000  # letters of a block by which it is understood; its text is kept whole
MOST_OF_PLACE = 5  # words
UNDER = {Kind.STATEMENT, Kind.QUESTION, Kind.ANSWER, Kind.TASK}  # they belong to the item before them


@dataclass
class Tree:
    """What was read so far."""

    body: Body
    base: date | None
    names: Names
    roster: Roster
    items: list[Item] = field(default_factory=list)
    depths: dict[int, int] = field(default_factory=dict)
    bullets: dict[int, str] = field(default_factory=dict)
    is_flat: bool = False
    is_bulleted: bool = False
    heading: tuple[str | None, str] = (None, "")
    item: Item | None = None
    question: Item | None = None


def items(body: Body, base: date | None, names: Names, roster: Roster) -> tuple[Item, ...]:
    tree = Tree(body, base, names, roster, is_flat=_is_flat(body))
    tree.is_bulleted = any(block.first.bullet for block in body.blocks)
    for block in body.blocks:
        _add(tree, block)
    streets = {places.street(one) for item in tree.items for one in item.places}
    return tuple(replace(item, places=places.again(item.text, item.places, streets)) for item in tree.items)


def _add(tree: Tree, block: Block) -> None:
    if block.is_aside:
        _remember(tree, block, _plain(tree, block))
        return
    if (block.heading, block.section) != tree.heading or block.starts_section or block.is_closing:
        tree.heading, tree.item, tree.question = (block.heading, block.section), None, None
    said = _said(tree, block)
    kind = _kind(tree, block, said)
    parent = _parent(tree, block, kind)
    if kind in (Kind.STATEMENT, Kind.TEXT, Kind.ANSWER):
        is_answer = parent is not None and parent.kind == Kind.QUESTION
        kind = Kind.ANSWER if is_answer else Kind.STATEMENT if kind == Kind.ANSWER else kind
    item = _item(tree, block, said, kind, parent)
    _remember(tree, block, item)
    if kind != Kind.ANSWER:
        tree.question = item if kind == Kind.QUESTION else None
    if kind in (Kind.ITEM, Kind.EVENT):
        tree.item = item


def _remember(tree: Tree, block: Block, item: Item) -> None:
    tree.items.append(item)
    tree.depths[item.id], tree.bullets[item.id] = block.first.depth, block.first.bullet


def _plain(tree: Tree, block: Block) -> Item:
    """Return words of the head that no field holds: who was excused, who else gets the minutes."""
    lines = (block.lines[0].number, block.lines[-1].number)
    return Item(len(tree.items) + 1, None, Kind.TEXT, None, None, None, block.text, lines, None, None, ())


def _said(tree: Tree, block: Block) -> Said:
    """Return what a block says; under a label over a list, what the label says of each."""
    text = block.text[:MOST_READ]
    if block.led and (led := labels.labelled(f"{block.led} {text}", tree.names, tree.roster)):
        return led
    said = labels.labelled(text, tree.names, tree.roster)
    return said or sentences.read(text, tree.base, tree.names, tree.roster)


def _kind(tree: Tree, block: Block, said: Said) -> Kind:
    if said.kind:
        return said.kind
    by = days.due(block.text[:MOST_READ], tree.base) or days.due(block.section, tree.base)
    if by and "úkol" in block.section.casefold():
        return Kind.TASK
    if block.is_closing:
        return Kind.TEXT
    if _is_word(tree, block, said):
        return Kind.STATEMENT
    if block.is_headed or block.first.bullet:
        return Kind.ITEM
    return Kind.TEXT if tree.body.has_headings or (tree.is_bulleted and not said.organisation) else Kind.ITEM


def _is_word(tree: Tree, block: Block, said: Said) -> bool:
    """Test whether somebody says a word to what stands above, instead of beginning an item."""
    if tree.question and _is_deeper(tree, block, tree.question):
        return True
    above = tree.question or tree.item
    if not said.organisation or above is None:
        return False
    is_led = said.text != block.text  # PČR: …
    if tree.question and (is_led or _says(tree, block)):
        return True
    if not block.heading:
        is_loose = not (block.is_apart or block.first.bullet) or _is_deeper(tree, block, above)
        return not block.is_headed and is_loose and (is_led or _speaks(tree, block))
    if is_led:
        return not block.starts_section
    is_other = not tree.names.is_same(said.organisation, block.heading)
    return is_other and (_is_deeper(tree, block, above) or _says(tree, block))


def _speaks(tree: Tree, block: Block) -> bool:
    found = tree.names.at(block.text)
    return bool(found and sentences.SAYING.match(block.text[found[1] :]))


def _says(tree: Tree, block: Block) -> bool:
    return _speaks(tree, block) or not block.first.bullet


def _is_deeper(tree: Tree, block: Block, item: Item) -> bool:
    return block.first.depth > tree.depths[item.id] + 1


def _parent(tree: Tree, block: Block, kind: Kind) -> Item | None:
    if kind in (Kind.STATEMENT, Kind.ANSWER) and tree.question and _answers(tree, block):
        return tree.question
    if kind in UNDER:
        return None if kind == Kind.TASK and _stands_beside(tree, block) else tree.item
    if kind == Kind.TEXT:
        return tree.item if not block.is_closing else None
    above = tree.item
    if above and block.first.bullet and _is_place(tree, above):
        return above
    if above and above.parent and block.first.bullet and _is_place(tree, tree.items[above.parent - 1]):
        return tree.items[above.parent - 1]
    while above and not _is_deeper(tree, block, above) and not _is_in_numbered(tree, block, above):
        above = tree.items[above.parent - 1] if above.parent else None
    return above


def _is_in_numbered(tree: Tree, block: Block, above: Item) -> bool:
    """Test whether a plain bullet stands under `ad 2)`, be it indented or not."""
    return tree.bullets[above.id].lower().startswith("ad") and bool(block.first.bullet) and not block.first.is_numbered


def _is_place(tree: Tree, item: Item) -> bool:
    """Test whether an item is the name of a street over its bullets."""
    return bool(item.places) and not tree.bullets[item.id] and len(item.text.split()) <= MOST_OF_PLACE


def _stands_beside(tree: Tree, block: Block) -> bool:
    """Test whether a task is a bullet like the item before it, where what belongs to items is written otherwise."""
    item, first = tree.item, block.first
    if item is None or labels.LABEL.match(block.text) or not first.bullet:
        return False
    is_alike = first.depth == tree.depths[item.id] and tree.bullets[item.id] == first.bullet
    return is_alike and (not tree.is_flat or bool(block.section))


def _is_flat(body: Body) -> bool:
    """Test whether statements and questions are bullets of the same depth as the items they belong to."""
    bulleted = [block.first for block in body.blocks if block.first.bullet and not block.is_aside]
    least = min((line.depth for line in bulleted), default=0)
    return any(line.depth == least and labels.LABEL.match(line.words) for line in bulleted)


def _answers(tree: Tree, block: Block) -> bool:
    """Test whether what is said answers the question: the first word does, later ones when they were asked."""
    question = tree.question
    last = tree.items[-1]
    if question is None or last is question:
        return question is not None
    said = labels.labelled(block.text, tree.names, tree.roster)
    if said and said.kind == Kind.ANSWER:
        return True
    name = said.organisation if said else None
    return bool(name and question.to and name in question.to.split(", "))


def _item(tree: Tree, block: Block, said: Said, kind: Kind, parent: Item | None) -> Item:
    text = said.text or block.text
    if len(block.text) > MOST_READ:
        said, text = replace(said, text=block.text), block.text[:MOST_READ]
    who, doer = sentences.doer(text, tree.base, tree.names, tree.roster)
    organisation = _organisation(tree, block, said, kind, parent, doer)
    due = days.due(text, tree.base) or (days.due(block.section, tree.base) if kind == Kind.TASK else None)
    when = next((iso for _day, iso in days.moments(text, tree.base)), None)
    if kind not in (Kind.EVENT, Kind.TASK) and not (when and ("T" in when or sentences.HAPPENING.search(text))):
        when = None
    if when and due and when[:10] == due and "T" not in when:
        when = None
    if kind == Kind.TASK and when and not due:
        due = when[:10]
    lines = (block.lines[0].number, block.lines[-1].number)
    found = places.named(text)
    return Item(
        len(tree.items) + 1,
        parent.id if parent else None,
        kind,
        organisation,
        said.to,
        said.who or who,
        said.text or block.text,
        lines,
        due,
        when,
        found,
    )


def _organisation(
    tree: Tree, block: Block, said: Said, kind: Kind, parent: Item | None, doer: str | None
) -> str | None:
    if block.is_closing and kind == Kind.TEXT:
        return None
    if kind == Kind.ITEM and block.is_headed and block.heading:
        return block.heading
    if said.organisation:
        return said.organisation
    if kind == Kind.TASK and doer:
        return doer
    if kind == Kind.ANSWER and parent and parent.to:
        return parent.to
    return (
        block.heading or (doer if block.is_headed else None) or (_acting(tree, block) if kind == Kind.ITEM else None)
    )


def _acting(tree: Tree, block: Block) -> str | None:
    """Return who acts in a section of nobody: the first with whom a sentence begins, or what follows a dash."""
    text = block.text
    for name, start, _end in tree.names.inside(text):
        if re.search(r"(?:^|[.!?:]\s|\s[–—-]\s)$", text[:start]):
            return name
    return None
