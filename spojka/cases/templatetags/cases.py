"""Words of cases for templates."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from django import template

from spojka.access.permissions import KIND_NAMES, Kind
from spojka.codelists.catalogue import names
from spojka.consents.models import KINDS
from spojka.consents.models.consent import last_day as day_before
from spojka.consents.reading import kinds_in_words

from ..forms.file import Close
from ..models import Measure

register = template.Library()


@register.filter
def get(mapping: Mapping[Any, Any], key: Any) -> Any:
    """Return what a mapping has under a key; a code without words is shown itself."""
    return mapping.get(key, "" if not isinstance(key, str) else key if key.isidentifier() else "")


@register.filter
def of(mapping: Mapping[Any, Any], key: Any) -> Any:
    """Return what a mapping has under a key, or nothing."""
    return mapping.get(key)


@register.filter
def kind_name(kind: int) -> str:
    """Return the words of one kind."""
    return str(KIND_NAMES[Kind(kind)])


@register.filter
def kinds_said(kinds: Kind) -> str:
    """Return kinds in words."""
    return ", ".join(kinds_in_words(kinds))


@register.filter
def in_full(kinds: Kind) -> list[tuple[str, bool]]:
    """Return every kind that can be agreed to, with whether it was."""
    return [(str(KIND_NAMES[kind]), bool(kind & kinds)) for kind in KINDS]


@register.filter
def last_day(ends_at: datetime | None) -> date | None:
    """Return the last day on which something is open."""
    return day_before(ends_at)


@register.filter
def closing_name(name: str) -> Any:
    """Return what a part of the closing evaluation is called."""
    return Close.base_fields[name].label


@register.filter
def measure_name(measure: Measure) -> str:
    """Return the words of a measure."""
    return names("court_measure", organisation=measure.case.organisation).get(measure.kind, measure.kind)


@register.simple_tag(takes_context=True)
def onward(context: template.Context, last: Any) -> str:
    """Return the address of the next page of a timeline."""
    query = {name: value for name, value in context["request"].GET.items() if name != "before"}
    at, id = last.key
    return f"?{urlencode(query | {'before': f'{at.isoformat()},{id}'})}"
