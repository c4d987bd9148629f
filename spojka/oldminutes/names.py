"""Which organisation is meant: short or long, in any case of grammar, called by the form that these minutes use."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from .forms import WORD, Keys, Word, basic, begin_with, called, form_of, head, kind_of, reach, same, unbroken, words
from .words.names import KNOWN, LEGAL

NUMEROUS = {"NZDM", "ZŠ", "MŠ"}  # a town has many, so that the kind alone names none when two are known
MOST_WORDS = 9
FROM_DASH = re.compile(r"[\s,;:()–—/-]*")
MOST_OWN = 300  # organisations of one text


@dataclass
class Own:
    """An organisation as these minutes write it, and all forms by which it may be called."""

    name: str
    is_heading: bool
    forms: list[tuple[Keys, ...]] = field(default_factory=list)
    kinds: list[tuple[Keys, ...]] = field(default_factory=list)  # what it is: NZDM; others may be that too
    rows: set[int] = field(default_factory=set)  # of the known ones


class Names:
    """The organisations of one text. `known`: forms a house knows already, each with the name it stands for."""

    def __init__(self, known: Mapping[str, str] | None = None):
        taught: dict[str, list[str]] = {}
        for form, name in (known or {}).items():
            taught.setdefault(name, [name]).append(form)
        self.rows = [*taught.values(), *map(list, KNOWN)]
        self.known = [(row, form, form_of(form)) for row, forms in enumerate(self.rows) for form in forms]
        self.numerous = {row for row, forms in enumerate(self.rows) if forms[0] in NUMEROUS}
        self.own: list[Own] = []
        self.by_first: dict[str, list[tuple[Keys, ...]]] = {}  # forms by what their first word may be
        for _row, _said, known_form in self.known:
            self._index(known_form)

    def learn(self, name: str, is_heading: bool = False) -> None:
        """Take in a name that these minutes use."""
        name = re.sub(r"\s+", " ", name).strip(" ,;:–-")
        if not WORD.search(name) or len(self.own) >= MOST_OWN:
            return
        for own in self.own:
            if own.name == name:
                own.is_heading &= is_heading
                return
        own = Own(name, is_heading)
        own.forms, own.kinds = list(called(name)), list(kind_of(name))
        own.rows = {row for row, _said, form in self.known for mine in own.forms if same(mine[: len(form)], form)}
        self.own.append(own)
        for form in (*own.forms, *own.kinds):
            self._index(form)

    def _index(self, form: tuple[Keys, ...]) -> None:
        for key in form[0] if form else ():
            self.by_first.setdefault(key, []).append(form)

    def at(self, text: str, start: int = 0) -> tuple[str, int] | None:
        """Return the organisation whose mention begins at `start`, and where the mention ends."""
        said = unbroken(text[start : start + 120])[:MOST_WORDS]
        if not said or not FROM_DASH.fullmatch(text[start : start + said[0].start]):
            return None
        many = max(self._length(said), reach(said))
        if not many:
            return None
        end = start + said[many - 1].end
        return self.named(text[start + said[0].start : end]), end

    def _length(self, said: list[Word]) -> int:
        """Return how many words belong to a name that is known or learned; 0 when none begins here."""
        forms = (form for key in said[0].keys for form in self.by_first.get(key, ()))
        longest = max((len(form) for form in forms if begin_with(said, form)), default=0)
        return 0 if longest == 1 and said[0].text.islower() and said[0].text in ("as", "mp", "pr") else longest

    def whole(self, text: str) -> str | None:
        """Return the organisation when the text is nothing but its name, maybe with a place behind it."""
        text = re.sub(r"\s*\([^()]{2,20}\)$", "", re.sub(LEGAL, " ", text)).strip(" ,;:.–—-")
        said = words(text)
        if not said or len(said) > MOST_WORDS:
            return None
        mine = (form for own in self.own for form in (*own.forms, *own.kinds))
        if any(same(tuple(word.keys for word in said), form) for form in mine):
            return self.named(text)
        start = unbroken(text)
        many = max(self._length(start), reach(start))
        rest = said[many:]
        ends = not re.search(r"[.!?:;(]|\s[–—-]|[–—]\s", text[said[many - 1].end :]) if many else False
        return self.named(text) if ends and all(_is_place(word) for word in rest) else None

    def named(self, said: str) -> str:
        """Return the name of an organisation in the form that these minutes use; lists of people before headings."""
        mention = form_of(re.sub(LEGAL, " ", said))
        meant = [own for own in self.own if any(same(mention, form) for form in own.forms)]
        meant = [own for own in meant if same(mention, own.forms[0])] or meant
        if not meant:
            of_kind = [own for own in self.own if any(same(mention, form) for form in own.kinds)]
            meant = of_kind if len(of_kind) == 1 or (of_kind and not self._is_many(of_kind)) else []
        if not meant:
            rows = self._rows(mention)
            meant = [own for own in self.own if own.rows & rows]
            if len({own.name for own in meant}) > 1 and rows & self.numerous:
                meant = []
        listed = [other for own in meant for other in self._others(own) if not other.is_heading]
        if chosen := [own for own in meant if not own.is_heading] or listed or meant:
            return chosen[0].name
        return next((self.rows[row][0] for row, _said, form in self.known if same(mention, form)), basic(said))

    def _is_many(self, meant: list[Own]) -> bool:
        """Test whether several different organisations are meant."""
        return any(other not in self._others(meant[0]) for other in meant if other is not meant[0])

    def _others(self, own: Own) -> list[Own]:
        """Return the same organisation written otherwise; a kind of which a town has many makes no two the same."""
        return [
            other
            for other in self.own
            if (own.rows & other.rows) - self.numerous
            or any(same(mine, form) for mine in own.forms for form in other.forms)
        ]

    def present(self, said: str) -> str:
        """Return a name from a list of people as it stands there, in its basic form."""
        mention = form_of(said)
        return next(
            (
                form_said if said[0].islower() or not _agrees(said, form_said) else said
                for _row, form_said, form in self.known
                if same(mention, form)
            ),
            basic(said),
        )

    def is_same(self, one: str | None, other: str | None) -> bool:
        return bool(one and other) and (one == other or self.named(one or "") == self.named(other or ""))

    def inside(self, text: str) -> Iterator[tuple[str, int, int]]:
        """Yield the organisations a text mentions, with start and end."""
        end = 0
        for word in words(text):
            if word.start >= end and self._may_begin(word) and (found := self.at(text, word.start)):
                end = found[1]
                yield found[0], word.start, end

    def _may_begin(self, word: Word) -> bool:
        return not word.text.isdigit() and (any(key in self.by_first for key in word.keys) or head(word) is not None)

    def _rows(self, mention: tuple[Keys, ...]) -> set[int]:
        """Return the known rows that a mention begins with, by the longest form."""
        fitting = [(len(form), row) for row, _said, form in self.known if same(mention[: len(form)], form)]
        longest = max(fitting, default=(0, 0))[0]
        return {row for many, row in fitting if many == longest and many}


def _agrees(said: str, basic_form: str) -> bool:
    return said.casefold() == basic_form.casefold()


def _is_place(word: Word) -> bool:
    return word.is_capital or word.text.isdigit() or word.text in ("a", "nad", "pod", "u", "při", "obvod", "město")
