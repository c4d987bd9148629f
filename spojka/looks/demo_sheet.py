"""The access sheet of the demonstration: its letters are no secret, and stand at the page that asks for them."""

from datetime import datetime

from django.conf import settings

from spojka.links import doors as links

from .models import PURPOSE
from .secret import grouped

LETTERS = "JANAJANAADAMADAMBABAMAMA"


def letters(at: datetime) -> str:
    """Return the letters by fours, in the demonstration alone and while they open something."""
    if not settings.DEMO:
        return ""
    try:
        links.find(purpose=PURPOSE, token=LETTERS, at=at)
    except links.LinkOver:
        return ""
    return grouped(LETTERS)
