"""Words of plans for templates."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import template
from django.forms.boundfield import BoundField
from django.utils.translation import gettext

from spojka.ui.words import day

from ..forms.parts import FORMS
from ..models import Part
from ..outcomes import signed

register = template.Library()
register.filter(signed)


@register.filter
def part_label(name: str, kind: str) -> Any:
    """Return what a field of a part is called."""
    return FORMS[kind].base_fields[name].label


@register.filter
def texts(part: Part, but: str = "") -> list[tuple[str, str]]:
    """Return what was written of a part but its first line and one more field: (label, text)."""
    fields = FORMS[part.kind].base_fields
    return [
        (fields[name].label, text) for name, text in part.said.items() if name not in ("text", but) and name in fields
    ]


@register.filter
def plainly(value: Any) -> str:
    """Write a day or a name."""
    return day(value, True) if isinstance(value, date) else str(value or "")


@register.filter
def shown_in(value: Any, bound: BoundField) -> str:
    """Write a value of a field as people read it: a choice in its words."""
    return str(dict(getattr(bound.field, "choices", ())).get(value, plainly(value)))


@register.filter
def named(actor: str, workers: Mapping[str, str]) -> str:
    """Return who wrote something; of somebody who is unknown here nothing."""
    return workers.get(actor) or gettext("a colleague")


@register.filter
def of_field(hints: Mapping[str, list[str]], name: str) -> list[str]:
    """Return the hints at a field."""
    return hints.get(name, [])
