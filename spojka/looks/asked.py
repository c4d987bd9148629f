"""Whom the service asked about a client, in words for the client: what was asked stays between the services."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.clients.models import Client
from spojka.consents.models import Told
from spojka.consents.reading import kinds_in_words
from spojka.inquiries.models import Inquiry
from spojka.soundings.models import Sounding
from spojka.ui.words import day

from .lookers import as_service, require_look

INQUIRIES, SOUNDINGS = Permission.INQUIRY_VIEW, Permission.SOUNDING_VIEW
MOST = 100
UNTOLD = Q(opening__told__in=[Told.NOT_TOLD, Told.AFTER], opening__told_on=None)


@dataclass(frozen=True)
class Asked:
    """Whom, when, what for, and what came of it."""

    whom: str
    at: datetime
    what: str
    state: str


def asked_about(client: Client, by: Actor) -> list[Asked]:
    """Return whom we asked about a client, the newest first; not where the client may not know yet whom we told."""
    require_look(client, by)
    today = timezone.localdate()
    with as_service(client, by, INQUIRIES, SOUNDINGS) as asks:
        found = [*_inquiries(client, asks, by), *_soundings(client, asks, by, today)]
    return sorted(found, key=lambda one: one.at, reverse=True)


def _inquiries(client: Client, asks: Actor, by: Actor) -> Iterator[Asked]:
    found = rows(Inquiry, by=asks, to=INQUIRIES).filter(client=client).exclude(UNTOLD)
    some: list[Any] = list(found.select_related("answer").order_by("-recorded_at", "-pk")[:MOST])
    for one in read(some, by=by, to=INQUIRIES):
        said = {"wants": one.get_wants_display(), "kinds": ", ".join(kinds_in_words(one.tells_of))}
        what = _("%(wants)s; by asking they were told: %(kinds)s") % said
        yield Asked(str(one), one.recorded_at, what, _state(one))


def _state(one: Any) -> str:
    if one.withdrawn_at:
        return _("asked no more")
    if one.reply:
        return _("they answered")
    return _("closed without an answer") if one.closed_at else _("they have not answered yet")


def _soundings(client: Client, asks: Actor, by: Actor, today: date) -> Iterator[Asked]:
    found = rows(Sounding, by=asks, to=SOUNDINGS).filter(client=client).select_related("asked__organisation")
    for one in read(found.order_by("-recorded_at", "-pk")[:MOST], by=by, to=SOUNDINGS):
        what = _("whether they work with the same person; the name was not told")
        yield Asked(str(one), one.recorded_at, what, _known(one, today))


def _known(one: Any, today: date) -> str:
    if one.withdrawn_at:
        return pgettext("a sounding", "asked no more")
    if one.came.told_at:
        return _("both services know of each other since %(day)s") % {"day": day(one.came.told_at, True)}
    if one.ends_on < today:
        return pgettext("a sounding", "closed, nothing is known")
    return _("nothing is known; open until %(day)s") % {"day": day(one.ends_on, True)}
