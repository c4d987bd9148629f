"""Which counts nobody made: balances that Spojka carried over."""

from django.db.models import Q

CARRIER = "carry-over"  # Actor.id


def by_people(path: str = "") -> Q:
    """Return the condition of stock-takings that people made; `path` leads to the taking."""
    return ~Q(**{f"{path}recorded_by": CARRIER})
