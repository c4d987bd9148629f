"""Notes and cards of a client, told wherever the client is met."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.clients.beside import Fact, Flag, register_facts, register_flags
from spojka.clients.models import Client
from spojka.encounters.beside import Fact as OfShift
from spojka.encounters.beside import register_of_shift
from spojka.encounters.models import Shift
from spojka.ui.words import day

from .models import CounterNote, NoteKind, Pass
from .setting import SETTING

LOOKS = {NoteKind.INSTRUCTION: ("due", "hand-stop"), NoteKind.MESSAGE: ("note", "message-circle")}


@register_flags
def notes(client: Client, by: Actor, at: datetime) -> Iterator[Flag]:
    """Tell the instructions and messages that stand."""
    found = rows(CounterNote, by=by, to=Permission.CLIENT_VIEW).filter(client=client, ended_at=None)
    for note in read(found.order_by("kind", "recorded_at", "pk"), by=by, to=Permission.CLIENT_VIEW):
        tone, icon = LOOKS[NoteKind(note.kind)]
        text = note.text if note.kind == NoteKind.INSTRUCTION else _("Tell them: %(text)s") % {"text": note.text}
        yield Flag(note.kind, text, tone=tone, icon=icon, link=_page(client, by))


@register_facts
def cards(client: Client, by: Actor) -> Iterator[Fact]:
    """Lead to the page of what belongs to the counter."""
    if not client.is_own_of(by) or not by.may(Permission.PASS_ISSUE):
        return
    card = Pass.objects.filter(client=client, ended_at=None).first()
    text = _("card issued on %(day)s") % {"day": day(card.recorded_at, True)} if card else _("card, instructions")
    yield Fact(_("At the counter"), text, _page(client, by))


@register_of_shift
def counter(shift: Shift, by: Actor) -> Iterator[OfShift]:
    """Lead from a running shift of a contact room to its counter."""
    if shift.is_running and shift.setting == SETTING and by.may(Permission.CLIENT_ADD) and shift.is_own_of(by):
        link = reverse("counter:page", args=[by.organisation.slug, shift.pk]) if by.organisation else ""
        yield OfShift(_("Counter"), _("open"), link, is_way=True)


def _page(client: Client, by: Actor) -> str:
    return reverse("counter:client", args=[by.organisation.slug, client.pk]) if by.organisation else ""
