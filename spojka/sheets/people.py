"""Spellings of people. Near ones are put together to be asked about; nothing here joins anybody."""

import hashlib
import re
from collections.abc import Collection, Iterable
from uuid import UUID

from .folding import fold, squeezed, turned

SURE = 86  # of 100, for names
LONG = 7  # letters and digits that a code needs before one wrong letter is worth asking about


def hashed(service: UUID, code: str) -> str:
    """Return what a decision about a spelling is remembered by: not the spelling itself, which may be a name."""
    return hashlib.sha256(f"{service}:{code}".encode()).hexdigest()[:40]


def looks_like_name(said: str) -> bool:
    """Test whether a spelling is rather a name than a code: words of letters, one of them longer than two."""
    words = fold(said).split()
    return not any(char.isdigit() for char in said) and any(len(word) > 2 for word in words) and len(words) > 1


def alike(codes: Collection[str], known: Collection[str]) -> list[list[str]]:
    """Return groups of codes that may be one person each, with at least one of `codes` in it."""
    blocks: dict[str, set[str]] = {}
    for code in {*codes, *known}:
        for key in _keys(code):
            blocks.setdefault(key, set()).add(code)
    wanted = set(codes)
    pairs = (pair for block in blocks.values() if len(block) > 1 and block & wanted for pair in _pairs(block, wanted))
    return sorted(_joined(pairs))


def _keys(code: str) -> Iterable[str]:
    """Return what two codes share if they may be one person: the letters and digits, the digits, the initials."""
    plain, digits = squeezed(code), re.sub(r"\D", "", code)
    yield f"all {plain}"
    if digits:
        yield f"digits {digits}"
    else:
        yield f"words {' '.join(word[:1] for word in turned(code).split())}"


def _pairs(block: set[str], wanted: set[str]) -> Iterable[tuple[str, str]]:
    listed = sorted(block)
    for place, one in enumerate(listed):
        for other in listed[place + 1 :]:
            if (one in wanted or other in wanted) and _is_near(one, other):
                yield one, other


def _is_near(one: str, other: str) -> bool:
    from rapidfuzz import fuzz
    from rapidfuzz.distance import OSA

    first, second = squeezed(one), squeezed(other)
    if first == second or turned(one) == turned(other):
        return True
    if re.search(r"\d", one):  # the digits are the same; the last letter mostly tells sex
        is_one_letter = min(len(first), len(second)) >= LONG and OSA.distance(first, second) == 1
        return is_one_letter and first[-1] == second[-1] and re.sub(r"\D", "", one) == re.sub(r"\D", "", other)
    return len(first) >= 5 and fuzz.ratio(turned(one), turned(other)) >= SURE


def _joined(pairs: Iterable[tuple[str, str]]) -> Iterable[list[str]]:
    groups: dict[str, set[str]] = {}
    for one, other in pairs:
        group = groups.get(one, {one}) | groups.get(other, {other})
        for code in group:
            groups[code] = group
    return [sorted(group) for group in {id(group): group for group in groups.values()}.values()]
