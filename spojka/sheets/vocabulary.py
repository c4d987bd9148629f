"""Which words mean what: heads of columns from data/words.toml, values from there and from the lists themselves."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from spojka.codelists.catalogue import Catalogue, Item

from .folding import fold

NEAR = 80  # of 100: so alike that it is worth asking
SAID = 80  # letters by which the meaning of a word is remembered


@cache
def shipped() -> Mapping[str, Any]:
    """Return the file of words."""
    with (Path(__file__).parent / "data/words.toml").open("rb") as opened:
        return tomllib.load(opened)


@cache
def heads() -> Mapping[str, str]:
    """Return what each known head means."""
    return {fold(word): target for target, words in shipped()["heads"].items() for word in words}


@cache
def _item_words() -> frozenset[str]:
    lists = shipped()["words"]
    return frozenset(fold(word) for name in ("act", "material") for words in lists[name].values() for word in words)


def knows_head(said: str) -> bool:
    """Test whether a cell is a word that heads columns."""
    plain = fold(said)
    return plain in heads() or plain in _item_words()


@dataclass
class Words:
    """The words of one list on one day. `meanings` are what the service told us before."""

    list: str
    catalogue: Catalogue
    meanings: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.known: dict[str, str] = {}
        for item in self.catalogue.everything.get(self.list, ()):
            for word in (item.code, item.short_cs, item.name_cs, item.short_en, item.name_en):
                self._add(word, item.code)
        for code, words in shipped()["words"].get(self.list, {}).items():
            for word in words if self.catalogue.find(self.list, code) else ():
                self.known[fold(word)] = code

    def _add(self, word: str, code: str) -> None:
        """Learn a word. One that two items share means neither, unless it is an item's own code."""
        plain = fold(word)
        if plain in self.known and self.known[plain] != code and fold(self.known[plain]) != plain:
            self.known[plain] = ""
        else:
            self.known.setdefault(plain, code)

    def find(self, said: str) -> str:
        """Return the code that a word means; nothing when it is not known."""
        plain = fold(said)
        meant = self.meanings.get((self.list, plain[:SAID])) or self.known.get(plain, "")
        return meant if self.catalogue.find(self.list, meant) or meant == "-" else ""

    def near(self, said: str) -> Item | None:
        """Return the item that a word probably means, to be asked about."""
        from rapidfuzz import fuzz, process

        found = process.extractOne(fold(said), list(self.known), scorer=fuzz.ratio, score_cutoff=NEAR)
        return self.catalogue.find(self.list, self.known[found[0]]) if found else None
