"""What we ourselves know of a client and whoever meets them should see at once."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.access.permissions import Permission

from .beside import Flag, register_flags
from .models import Client, Instruction, InstructionKind
from .reading import instructions_of

LOOKS = {InstructionKind.INSTRUCTION: ("due", "flag"), InstructionKind.MESSAGE: ("note", "message-circle")}


@register_flags
def instructions(client: Client, by: Actor, at: datetime) -> Iterator[Flag]:
    """Tell the instructions and messages that stand."""
    for one in instructions_of(client, by, timezone.localdate(at)):
        tone, icon = LOOKS[InstructionKind(one.kind)]
        is_message = one.kind == InstructionKind.MESSAGE
        text = _("Tell them: %(text)s") % {"text": one.text} if is_message else one.text
        yield Flag(one.kind, text, tone, icon, ends=_end(one, by))


def _end(one: Instruction, by: Actor) -> str:
    if not by.organisation or not by.can(Permission.INSTRUCTION_END, one):
        return ""
    return reverse("clients:end_instruction", args=[by.organisation.slug, one.pk])
