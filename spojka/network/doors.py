"""Houses found by what is public of them: the word in their addresses."""

from .models import Organisation


def house_of(slug: str) -> Organisation | None:
    """Return the house whose addresses begin with `slug`."""
    return Organisation.objects.filter(slug=slug).first()
