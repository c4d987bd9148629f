"""Houses found by what they let others know: the word in their addresses, and that they want to hear of warnings."""

from typing import Any

from spojka.base.sorting import by_name

from .models import Organisation


def house_of(slug: str) -> Organisation | None:
    """Return the house whose addresses begin with `slug`."""
    return Organisation.objects.filter(slug=slug).first()


def partners(of: Organisation | None) -> Any:
    """Return the other houses that may be told signals and warnings, to be offered in a form."""
    return Organisation.objects.hearing().exclude(pk=of.pk if of else None).order_by(by_name(), "pk")
