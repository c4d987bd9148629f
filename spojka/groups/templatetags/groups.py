"""How pages of groups say what a kind of group asks for."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import template

from spojka.codelists.words import LEADERS, OUTPUTS, RHYTHMS

register = template.Library()


@register.filter
def named(found: Mapping[Any, Any], key: Any) -> Any:
    """Return what stands under a key; a code that is not known any more is said as it is."""
    return found.get(key, key if isinstance(key, str) else "")


@register.filter
def rhythm_words(code: str) -> Any:
    return RHYTHMS.get(code, code)


@register.filter
def leader_words(code: str) -> Any:
    return LEADERS.get(code, code)


@register.filter
def output_words(codes: Iterable[str] | None) -> str:
    return ", ".join(str(OUTPUTS.get(one, one)) for one in codes or ())
