from datetime import date

from django import template

from spojka.ui import words

register = template.Library()
WIDE = 70  # letters of one row of the field


@register.filter
def iso_day(said: str) -> str:
    """Show an ISO date as all days are shown."""
    return str(words.day(date.fromisoformat(said), True))


@register.filter
def rows_of(text: str) -> int:
    """Return how many rows a text takes about, for browsers that do not grow the field by themselves."""
    return max(1, -(-len(text) // WIDE))
