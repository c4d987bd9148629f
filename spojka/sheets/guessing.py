"""What the columns of a table probably mean, from their heads and from what stands in them. A person confirms it."""

import re

from spojka.codelists.catalogue import Catalogue

from .folding import fold
from .plan import LIST_OF, MANY
from .table import Table
from .values import NO, YES, BadValue, clock, is_day, whole
from .vocabulary import Words, heads, shipped

SURE = 90  # of 100
COUNTS = {"pocet", "kolik"}


def guess(table: Table, catalogue: Catalogue) -> dict[str, str]:
    """Return the probable meaning of each column, empty where there is none."""
    words = {name: Words(name, catalogue) for name in ("act", "material", "theme", "substance")}
    found: dict[str, str] = {}
    for place, head in enumerate(table.heads):
        target = _by_head(head) or _by_item(head, table.column(place), words) or _by_start(head)
        found[head] = target if target in MANY or _is_many(target) or target not in found.values() else ""
    for place, head in enumerate(table.heads):
        if not found[head]:
            target = _by_content(table.column(place))
            found[head] = target if target not in found.values() else ""
    return found


def _is_many(target: str) -> bool:
    return target.partition(":")[0] in LIST_OF


def _by_head(head: str) -> str:
    """Return what the head says: the very word, or one very near to it."""
    from rapidfuzz import fuzz, process

    plain = re.sub(r" \d+$", "", fold(head)) if re.search(r"\(\d+\)$", head) else fold(head)
    if plain in heads():
        return heads()[plain]
    if plain in {
        fold(word) for name in ("act", "material") for said in shipped()["words"][name].values() for word in said
    }:
        return ""
    long = [word for word in heads() if len(word) > 4]
    near = process.extractOne(plain, long, scorer=fuzz.ratio, score_cutoff=SURE)
    return heads()[near[0]] if near else ""


def _by_start(head: str) -> str:
    """Return what the head begins with. A bare 'how many' tells nothing: it may be of people, or of condoms."""
    plain = fold(head)
    starts = [word for word in heads() if len(word) > 4 and word not in COUNTS and plain.startswith(word + " ")]
    return heads()[max(starts, key=len)] if starts else ""


def _by_item(head: str, content: list[str], words: dict[str, Words]) -> str:
    """Return the item of a list that the head names, if what stands below suits it."""
    is_counted, is_ticked = _most(content, _is_count), _most(content, _is_tick)
    is_timed = bool(re.search(r"\bmin", fold(head)))
    plain = re.sub(r"\b(pocet|kusu|ks|minut\w*|min|krat|vydan\w+)\b", " ", fold(head)).strip()
    if is_timed and (code := words["act"].find(plain)):
        return f"act_minutes:{code}"
    for name in ("act", "material"):
        if (is_counted or is_ticked) and (code := words[name].find(plain)):
            return f"{name}:{code}"
    for name in ("theme", "substance"):
        if is_ticked and (code := words[name].find(plain)):
            return f"{name}:{code}"
    return ""


def _by_content(content: list[str]) -> str:
    if len(content) < 2:
        return ""
    if _most(content, is_day):
        return "date"
    if _most(content, lambda said: ":" in said and _reads(clock, said)):
        return "time"
    if _most(content, lambda said: fold(said) in {"m", "z", "muz", "zena"}):
        return "sex"
    return ""


def _most(content: list[str], test) -> bool:
    return sum(map(test, content)) >= 0.6 * len(content)


def _is_count(said: str) -> bool:
    return _reads(whole, said)


def _is_tick(said: str) -> bool:
    return fold(said, keep=True) in YES | NO


def _reads(read, said: str) -> bool:
    try:
        read(said)
    except BadValue:
        return False
    return True
