"""The shipped data: default cards, classes and systems of the projection, combinations. Wrong data fail at once."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from spojka.codelists.words import SURENESS

ALONE = re.compile(r"\b([aikosuvz]) ", re.IGNORECASE)  # a one-letter word never ends a line
DATA = Path(__file__).parent / "data"
# how the drawing moves, in the words that projection-moves.css knows
MOVES = {
    "brain": {"slow", "drift", "rush", "flood", "shut", "apart", "bloom"},
    "heart": {"fast", "hard", "uneven", "calm", "still"},
    "heat": {"cold", "dry", "warm", "hot", "hotter", "even"},
}
RISKS = {
    "danger": pgettext_lazy("risk", "life is at stake"),
    "unsafe": pgettext_lazy("risk", "clearly higher risk"),
    "caution": pgettext_lazy("risk", "higher risk"),
}
BASES = {"consensus": _("public-health consensus"), "general": _("general knowledge only")}


@dataclass(frozen=True, kw_only=True)
class Words:
    """Something said in both languages."""

    cs: str
    en: str

    def __str__(self) -> str:
        return ALONE.sub("\\1\N{NO-BREAK SPACE}", self.cs) if get_language() == "cs" else self.en


@dataclass(frozen=True, kw_only=True)
class DefaultCard:
    """What Spojka says to a theme unless the service says it in its own way."""

    code: str
    title: Words
    lead: Words
    sentences: tuple[Words, ...]
    source: Words
    sureness: str


@dataclass(frozen=True, kw_only=True)
class Effect:
    """How a class of substances acts on one system."""

    move: str
    big: Words
    more: Words


@dataclass(frozen=True, kw_only=True)
class SubstanceClass:
    """One class of substances with its three systems."""

    code: str
    name: Words
    short: Words  # for its button
    effects: dict[str, Effect]


@dataclass(frozen=True, kw_only=True)
class Combination:
    """Two that together raise the risk."""

    of: tuple[str, str]
    risk: str
    basis: str
    what: Words
    source: Words
    sureness: str


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / f"{name}.toml").read_text("utf-8"))


def _known(what: str, word: str, words: Any) -> str:
    if word not in words:
        raise ValueError(f"{what}: {word!r} is none of {', '.join(sorted(words))}")
    return word


def _source(of: dict[str, Any], name: str = "source") -> Words | None:
    """Return where words come from, in both languages; one line may say it for itself."""
    return Words(cs=of[f"{name}_cs"], en=of[f"{name}_en"]) if f"{name}_cs" in of else None


@cache  # the files are a part of the release: they can't change under a running process
def cards() -> dict[str, DefaultCard]:
    """Return the default cards by the codes of their themes."""
    head = _read("cards")
    found = {}
    for one in head["cards"]:
        said = zip(one["say_cs"], one["say_en"], strict=True)
        sureness = _known(one["code"], one.get("sureness", head["sureness"]), SURENESS)
        found[one["code"]] = DefaultCard(
            code=one["code"],
            title=Words(cs=one["cs"], en=one["en"]),
            lead=Words(cs=one["lead_cs"], en=one["lead_en"]),
            sentences=tuple(Words(cs=cs, en=en) for cs, en in said),
            source=_source(one) or _source(head),
            sureness=sureness,
        )
    return found


@cache
def systems() -> dict[str, Words]:
    """Return the systems of the body by their codes."""
    found = {one["code"]: Words(cs=one["cs"], en=one["en"]) for one in _read("projection")["systems"]}
    return {code: found[code] for code in MOVES}


@cache
def classes() -> dict[str, SubstanceClass]:
    """Return the classes of substances by their codes, in the order of the screen."""
    found = {}
    for one in _read("projection")["classes"]:
        effects = {system: _effect(one["code"], system, one[system]) for system in MOVES}
        short = Words(cs=one.get("short_cs", one["cs"]), en=one.get("short_en", one["en"]))
        name = Words(cs=one["cs"], en=one["en"])
        found[one["code"]] = SubstanceClass(code=one["code"], name=name, short=short, effects=effects)
    return found


def _effect(code: str, system: str, said: dict[str, str]) -> Effect:
    move = _known(f"{code}, {system}", said["move"], MOVES[system])
    big, more = Words(cs=said["cs"], en=said["en"]), Words(cs=said["more_cs"], en=said["more_en"])
    return Effect(move=move, big=big, more=more)


@cache
def projection_source() -> tuple[Words, str]:
    """Return where the words of the projection come from, and how sure they are."""
    head = _read("projection")
    return _source(head), _known("projection", head["sureness"], SURENESS)


@cache
def _others() -> dict[str, dict[str, str]]:
    return {one["code"]: one for one in _read("combinations")["others"]}


def name_of(code: str) -> str:
    """Return how one half of a combination is called."""
    if code in classes():
        return str(classes()[code].name)
    return str(Words(cs=_others()[code]["cs"], en=_others()[code]["en"]))


@cache
def combinations() -> tuple[Combination, ...]:
    """Return the combinations, those that are most dangerous first."""
    head = _read("combinations")
    found = []
    for one in head["combinations"]:
        first, second = (_known("a combination", code, [*classes(), *_others()]) for code in one["of"])
        basis = _known("a combination", one["basis"], BASES)
        usual = _source(head, "source" if basis == "consensus" else "general_source")
        found.append(
            Combination(
                of=(first, second),
                risk=_known("a combination", one["risk"], RISKS),
                basis=basis,
                what=Words(cs=one["cs"], en=one["en"]),
                source=_source(one) or usual,
                sureness=_known("a combination", one.get("sureness", head["sureness"]), SURENESS),
            )
        )
    return tuple(sorted(found, key=lambda one: (list(RISKS).index(one.risk), list(BASES).index(one.basis))))


def belongs_to(code: str) -> str:
    """Return the class on whose slide a half of a combination stands."""
    return str(_others().get(code, {}).get("under", code))
