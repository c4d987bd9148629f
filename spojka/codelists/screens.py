"""What the screens of code lists say of an item, in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _

from . import words
from .catalogue import Catalogue, Item
from .schema import LISTS
from .shipped import Title, titles

HEADINGS = ("category", "kind", "tdi", "part")  # the parts by which the items of a list stand together
FACTS = ("unit", "modes", "implied_by", "direction", "needs", "factor", "mpsv")


@dataclass(frozen=True)
class Row:
    """One item of a list as it is shown."""

    item: Item
    facts: list[str]
    signs: list[tuple[str, str]]  # icon and words
    offered_by: list[str]  # names of services; empty when none has it on


@dataclass(frozen=True)
class Summary:
    """One list on the overview."""

    list: str
    title: str
    on: int
    all: int
    changed: int  # items that the service set differently or added
    signs: list[tuple[str, str]]


def title(list_code: str) -> str:
    """Return the title of a list in the language of the page."""
    return _said(titles()[list_code], "title")


def note(list_code: str) -> str:
    """Return what is to be known of a list: mostly how far it can be relied on."""
    return _said(titles()[list_code], "note")


def overview(lists: Catalogue) -> list[Summary]:
    """Return a summary of every list of one service."""
    return [_summary(code, lists.everything.get(code, ())) for code in LISTS if code in lists.everything]


def sections(list_code: str, lists: Catalogue, all_lists: Iterable[Catalogue]) -> list[tuple[str, list[Row]]]:
    """Return the items of one list under their headings; `all_lists` are those of every service one works in."""
    names = next((name for name in HEADINGS if getattr(LISTS[list_code].parts.get(name), "choices", None)), "")
    choices: Mapping[Any, Any] = LISTS[list_code].parts[names].choices or {} if names else {}
    order = {word: place for place, word in enumerate(choices)}
    items = sorted(lists.everything.get(list_code, ()), key=lambda item: order.get(item.extra.get(names), 0))
    grouped = groupby(items, key=lambda item: item.extra.get(names))
    return [(str(choices.get(word, "")), [row(item, all_lists) for item in some]) for word, some in grouped]


def row(item: Item, all_lists: Iterable[Catalogue] = ()) -> Row:
    """Return what is said of one item."""
    found = ((lists, lists.find(item.list, item.code)) for lists in all_lists)
    return Row(item, _facts(item), _signs(item), [lists.service.name for lists, one in found if one and one.is_on])


def _summary(list_code: str, items: tuple[Item, ...]) -> Summary:
    changed = sum(1 for item in items if item.own or item.is_own)
    found = {item.sureness for item in items if item.sureness}
    signs = [_sign(sureness) for sureness in words.SURENESS if sureness in found]
    return Summary(list_code, title(list_code), sum(item.is_on for item in items), len(items), changed, signs)


def _said(head: Title, what: str) -> str:
    return str(getattr(head, f"{what}_cs" if get_language() == "cs" else f"{what}_en"))


def _sign(sureness: str) -> tuple[str, str]:
    return words.SURENESS_ICONS[sureness], str(words.SURENESS[sureness])


def _signs(item: Item) -> list[tuple[str, str]]:
    if item.is_own:
        return [("pencil", _("added by you"))]
    own = [("pencil", _("set by you"))] if item.own else []
    return [_sign(item.sureness), *own]


def _facts(item: Item) -> list[str]:
    parts = LISTS[item.list].parts
    said = [_fact(name, item.extra[name], parts[name].choices) for name in FACTS if name in item.extra]
    facts = [" · ".join(said)] if said else []
    if item.minutes:
        facts.append(_with_doubt(_("%s min") % item.minutes, item, "minutes"))
    if "limit" in item.own and not item.limit:
        facts.append(_with_doubt(_("no limit per person"), item, "limit"))
    if item.limit:
        most = ngettext("at most %(n)s per person", "at most %(n)s per person", item.limit) % {"n": item.limit}
        facts.append(_with_doubt(" ".join([most, str(words.PER.get(item.per, ""))]).strip(), item, "limit"))
    if item.interval:
        between = _("at least %(time)s between two") % {"time": words.lasting(item.interval)}
        facts.append(_with_doubt(between, item, "interval"))
    if item.only_warns and (item.limit or item.interval):
        facts.append(_with_doubt(_("more is only warned of"), item, "strength"))
    return facts


def _fact(name: str, value: Any, choices: Mapping[Any, Any] | None) -> str:
    if name == "factor":
        return _("times %s for promile") % str(value).replace(".", "," if get_language() == "cs" else ".")
    if name == "mpsv":
        return _("MPSV number %s") % value
    said = value if isinstance(value, list) else [value]
    return ", ".join(str((choices or {}).get(word, word)) for word in said)


def _with_doubt(said: str, item: Item, name: str) -> str:
    """Add whose number it is: a proposal must not look like a rule."""
    if item.is_own:
        return said
    whose = (
        pgettext("minutes or limit", "yours")
        if name in item.own
        else str(words.SURENESS.get(item.sureness_of_values, ""))
    )
    return f"{said} ({whose})" if whose else said
