"""What we ourselves know of a client and whoever meets them should see at once."""

from collections.abc import Iterator
from datetime import datetime

from django.utils import timezone

from spojka.access.actor import Actor

from .beside import Flag, register_flags
from .models import Client
from .reading import instructions_of


@register_flags
def instructions(client: Client, by: Actor, at: datetime) -> Iterator[Flag]:
    """Tell the instructions that stand."""
    for text in instructions_of(client, by, timezone.localdate(at)):
        yield Flag("instruction", text, icon="flag")
