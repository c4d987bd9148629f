"""What is found of the work in the field: clients, shifts, events, encounters, places, organisers, refusals."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.sorting import by_name
from spojka.clients import finding
from spojka.clients.codes import LONGEST
from spojka.clients.models import Client
from spojka.events.models import Event, Organiser
from spojka.places.models import Place
from spojka.search.asked import Asked, Match
from spojka.search.days import on_day, within
from spojka.search.registry import Hit, register
from spojka.search.rows import Ground, by_words, rows_source
from spojka.ui.words import day, days, hour

from .models import Encounter, ServiceRefusal, Shift
from .reading import read_with_clients, with_parts
from .templatetags.encounters import said, who
from .words import Words

P = Permission


def _url(view: str, by: Actor, *args: Any) -> str:
    return reverse(view, args=[by.organisation.slug if by.organisation else "", *args])


# clients: by any part of the code; a slip of the finger only when nothing begins so


def _code(asked: Asked, ground: Ground, newest: int | None) -> Q | None:
    typed = finding.plain(asked.text)
    if not 2 <= len(typed) <= LONGEST:
        return None
    return Q(words__match=Match(((frozenset({f"_c{typed}"}), frozenset()),), scopes=ground.scopes, newest=newest))


def _slip(asked: Asked, ground: Ground, newest: int | None) -> Q | None:
    alike = finding.slips(asked.text) if len(asked.text) <= LONGEST else set()
    if not alike:
        return None
    return Q(words__match=Match(((frozenset(), frozenset(alike)),), scopes=ground.scopes, newest=newest))


def _client(row: Client, by: Actor) -> Hit:
    return Hit(title=row.code, url=_url("encounters:client", by, row.pk), detail=row.service.name)


# shifts: by the event, the place, the day and the crew's note


def _shift_rows(asked: Asked, ground: Ground, newest: int | None) -> Q | None:
    if newest is not None:  # what is joined is looked at as a whole
        return None
    where = on_day(asked, "day")
    open = Ground(rows=ground.rows, scopes=ground.scopes)
    for one in asked.one_by_one():
        theirs = open.match(one, None)
        where &= (
            Q(words__match=ground.match(one, None)) | Q(event__words__match=theirs) | Q(place__words__match=theirs)
        )
    return where


def _shift(row: Shift, by: Actor) -> Hit:
    detail = f"{day(row.day, True)} · {hour(row.start)}–{hour(row.end)} · {row.place}"
    return Hit(title=str(row), url=_url("encounters:shift", by, row.pk), detail=detail)


def _event_rows(asked: Asked, ground: Ground, newest: int | None) -> Q | None:
    where = by_words(asked, ground, newest) if asked.words else Q()
    return None if where is None else where & within(asked, "starts_on", "ends_on")


def _event(row: Event, by: Actor) -> Hit:
    detail = f"{days(row.starts_on, row.ends_on)} {row.ends_on.year} · {row.venue}"
    return Hit(title=row.name, url=_url("encounters:event", by, row.pk), detail=detail)


# encounters: by what was noted and by the names of acts, material, themes and substances


def _encounter_rows(asked: Asked, ground: Ground, newest: int | None) -> Q | None:
    where = by_words(asked, ground, newest)
    return None if where is None else where & on_day(asked, "day")


def _encounters(found: Iterable[Encounter], by: Actor) -> Iterable[Encounter]:
    shown = with_parts(read_with_clients(found, by=by))
    words = Words(by.organisation)  # type: ignore[arg-type]
    for row in shown:
        row.line = f"{day(row.occurred_at, True)} {hour(row.occurred_at)} · {row.shift.place} · {said(row, words)}"
    return shown


def _encounter(row: Any, by: Actor) -> Hit:
    return Hit(title=who(row), url=_url("encounters:encounter", by, row.pk), detail=row.line, note=row.note)


def _refusal(row: ServiceRefusal, by: Actor) -> Hit:
    words = Words(by.organisation)  # type: ignore[arg-type]
    return Hit(
        title=words.of("refusal_ground", row.ground),
        url=_url("encounters:shift", by, row.shift_id),
        detail=f"{day(row.day, True)} · {row.shift}",
        note=row.description if row.is_own_of(by) else "",
    )


def _of_list(row: Place, by: Actor) -> Hit:
    where = f"{_url('encounters:list', by)}?place={row.pk}"
    return Hit(title=row.name, url=where, detail=" · ".join(filter(None, [row.municipality, row.get_kind_display()])))


def _organiser(row: Organiser, by: Actor) -> Hit:
    return Hit(title=row.name, url=_url("events:list", by), detail=row.contact)


register(
    rows_source(
        "clients", title=_("Clients"), icon="users", rank=20, model=Client, to=P.CLIENT_VIEW, how=_code, hit=_client,
        otherwise=_slip, related=("service",), order=("code", "pk"),
    ),
    rows_source(
        "shifts", title=_("Shifts"), icon="clock", rank=30, model=Shift, to=P.SHIFT_VIEW, how=_shift_rows, hit=_shift,
        related=("event", "place"), order=("-day", "-planned_start", "pk"),
    ),
    rows_source(
        "events", title=_("Events"), icon="music", rank=40, model=Event, to=P.EVENT_VIEW, how=_event_rows, hit=_event,
        related=("venue",), order=("-starts_on", by_name(), "pk"),
    ),
    rows_source(
        "encounters", title=_("Contacts"), icon="message-2", rank=50, model=Encounter, to=P.ENCOUNTER_VIEW,
        how=_encounter_rows, hit=_encounter, prepare=_encounters, related=("client", "shift__place"),
        order=("-day", "-occurred_at", "-pk"),
    ),
    rows_source(
        "places", title=_("Places"), icon="map-pin", rank=60, model=Place, to=P.PLACE_VIEW, hit=_of_list,
        order=(by_name(), "municipality", "pk"),
    ),
    rows_source(
        "organisers", title=_("Organisers"), icon="ticket", rank=65, model=Organiser, to=P.EVENT_VIEW, hit=_organiser,
        order=(by_name(), "pk"),
    ),
    rows_source(
        "refusals", title=_("Refusals"), icon="ban", rank=70, model=ServiceRefusal, to=P.SHIFT_VIEW, hit=_refusal,
        related=("shift__event", "shift__place"), order=("-day", "-occurred_at", "pk"),
    ),
)  # fmt: skip
