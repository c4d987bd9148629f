"""How pages of recommendations say their states, areas and sums."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import template
from django.utils import timezone
from django.utils.formats import number_format

from spojka.ui.words import day

from .. import course, zones
from ..models import StepState

register = template.Library()
TONES = {StepState.REJECTED: "bad", StepState.UNANSWERED: "due", StepState.WITHDRAWN: "plain"}
ICONS = {StepState.REJECTED: "x", StepState.UNANSWERED: "hourglass", StepState.WITHDRAWN: "arrow-back-up"}


@register.filter
def state_ring(state: str) -> str:
    return course.RINGS.get(state, "open")


@register.filter
def state_tone(state: str) -> str:
    return TONES.get(StepState(state), "ok" if state in course.WORKS else "note")


@register.filter
def state_icon(state: str) -> str:
    return ICONS.get(StepState(state), "check" if state in course.WORKS else "clock")


@register.filter
def state_words(state: str) -> Any:
    return StepState(state).label


@register.filter
def is_past(on: date | None) -> bool:
    """Test whether a day has passed, if there is one."""
    return on is not None and on < timezone.localdate()


@register.filter
def iso_day(on: str) -> str:
    """Say a day that was kept as a text."""
    return day(date.fromisoformat(on), True)


@register.filter
def hectares(zone: Mapping[str, Any]) -> str:
    return str(number_format(zones.area(zone["ring"]) / 10_000, decimal_pos=1))


@register.filter
def czk(amount: int) -> str:
    return f"{number_format(amount, force_grouping=True)} Kč"
