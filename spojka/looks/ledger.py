"""The ledger of a client on paper: with whom is shared what, what was told without consent, who looked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from spojka.access.actor import Actor
from spojka.clients.models import Client
from spojka.consents import reading as sharing
from spojka.ui import paper
from spojka.ui.words import day

from .asked import Asked, asked_about
from .lookers import YEAR, Looked, who_looked

TEMPLATES = Path(__file__).parent / "typst"


@dataclass(frozen=True)
class Ledger:
    """All that the client may know. `openings` is None where it can't be read: in the client's own look."""

    client: Client
    consents: Sequence[sharing.Told]
    openings: Sequence[Any] | None
    asked: Sequence[Asked]
    looked: Sequence[Looked]
    since: date
    on: date


def ledger(client: Client, by: Actor, at: datetime, openings: Sequence[Any] | None) -> bytes:
    """Return the paper of the last year as `by` may read it; for `openings` see Ledger."""
    since, consents = at - YEAR, sharing.of_client(client, by, at)
    days = {"since": timezone.localdate(since), "on": timezone.localdate(at)}
    known = (asked_about(client, by), who_looked(client, by, since))
    said = Ledger(client, consents, openings, *known, **days)
    return paper.pdf(TEMPLATES / "ledger.typ", ledger_data(said))


def ledger_data(said: Ledger) -> dict[str, Any]:
    """Return all that stands on it: {title, about, consents, openings, looked, words}."""
    title, house = _("Who knows what about me"), said.client.organisation.name
    about = [
        (_("Service"), f"{said.client.service}"),
        (_("Code"), said.client.code),
        (_("Printed"), day(said.on, True)),
    ]
    return {
        "title": title,
        "organisation": house,
        "about": [[name, value] for name, value in about],
        "consents": [line for one in said.consents for line in _consent(one)],
        "openings": [_opening(one) for one in said.openings or ()],
        "asked": [[one.whom, one.what, one.state, day(timezone.localdate(one.at), True)] for one in said.asked],
        "looked": [_looked(one) for one in said.looked],
        "foot": f"{house} · {title} · Spojka",
        "words": _words(said),
    }


def _words(said: Ledger) -> dict[str, Any]:
    untold = _("Nothing that I was told of.")
    if said.openings is None:
        untold = _("It stands on the paper that the service prints for me; I may ask for it.")
    return {
        "page": _("page"),
        "consents": _("With whom I share, because I agreed"),
        "consent_heads": [_("To whom"), _("What may be told"), _("Since when"), _("How it stands")],
        "no_consent": _("Nothing is shared: I agreed to nothing."),
        "openings": _("What was told without my consent"),
        "opening_heads": [_("To whom"), _("What"), _("On which ground"), _("When and how I was told")],
        "no_opening": untold,
        "asked": _("Who was asked about me"),
        "asked_heads": [_("Whom"), _("What"), _("How it stands"), _("Day")],
        "nobody_asked": _("Nobody was asked."),
        "looked": _("Who looked into my record since %(day)s") % {"day": day(said.since, True)},
        "looked_heads": [_("Day"), _("Organisation"), _("Who"), _("What they did")],
        "nobody": _("Nobody."),
        "files": _("A file holds many contacts and names nobody; mine may have been in it."),
        "register": _(
            "Requests of the police and of courts are kept in a register of their own; ask the head of the service. "
            "What must not be told, because it would endanger somebody, does not stand here."
        ),
        "rights": _(
            "I may take a consent back at any time, have a mistake put right, and complain: to the service, or to the "
            "Office for Personal Data Protection (uoou.gov.cz)."
        ),
    }


def _consent(told: sharing.Told) -> list[list[str]]:
    since = day(told.consent.given_on, True)
    return [
        [str(one.row), ", ".join(name for name, is_told in one.cells if is_told), since, _stands(told, one)]
        for one in told.lines
    ]


def _stands(told: sharing.Told, line: sharing.Line) -> str:
    if told.consent.is_opposed:
        return _("opens nothing: somebody does not agree")
    if line.row.ended_at:
        return _("ended %(day)s") % {"day": day(line.row.ended_at, True)}
    if not line.is_open:
        return _("its time has passed")
    if told.consent.ends_at:
        return _("holds until %(day)s") % {"day": day(told.consent.last_day, True)}
    return _("holds until it is taken back")


def _opening(one: Any) -> list[str]:
    told = ", ".join(part for part in (day(one.told_on, True), one.told_how) if part)
    return [str(one), ", ".join(sharing.kinds_in_words(one.what)), f"{one.get_basis_display()}: {one.ground}", told]


def _looked(one: Looked) -> list[str]:
    did = [pgettext("who looked", "wrote")] if one.wrote else []
    did += [pgettext("who looked", "took a file")] if one.took else []
    return [
        day(one.day, True),
        one.organisation,
        f"{one.name}, {one.role}",
        ", ".join(did) or pgettext("who looked", "read"),
    ]
