"""Groups: four police cells with a year of minutes; a round table and regional groups stand in tables.py."""

import tomllib
from collections.abc import Iterable
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from django.utils import timezone

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.ids import new_id
from spojka.groups.actions import groups
from spojka.groups.actions import minutes as publishing
from spojka.groups.content import About, Sitting
from spojka.groups.models import Group
from spojka.groups.publishing import cleared
from spojka.meetings import rule
from spojka.meetings.actions import meetings, minutes, people, series
from spojka.meetings.content import Rule, When, Words
from spojka.meetings.models import LineKind, Meeting, MeetingSeries
from spojka.network.models import Organisation

from . import oldminutes, tables
from .mass import Mass

DATA = Path(__file__).parent / "data" / "cells.toml"
NEEDS = Permission.WORKING_GROUP_VIEW
PURPOSE = "Lidé z úřadu, policie, škol a služeb řeší, co trápí lidi v ulicích. Mluví se o místech, ne o lidech."
SERVICES = {"josef": "policie", "david": "teren", "klara": "urad"}
SIDES = {"josef": "police", "radek": "ngo", "klara": "office"}
OUTSIDE = (  # who sits in each cell without Spojka
    ("municipal_police", "Tomáš Dlažba", "Městská policie", "dlazba@mp-lipovec.invalid"),
    ("school", "Jana Tabulová", "ZŠ Mostní", "tabulova@zs-mostni.invalid"),
    ("ngo", "Petr Lavice", "NZDM Kotva", "lavice@kotva.invalid"),
)
MEMBERS = (("josef", "policie", "policie-lipovec"), ("radek", "teren", "zastavka"), ("klara", "urad", "mesto-lipovec"))
MONTHS, TALKS = 12, 2


def build(mass: Mass) -> None:
    """Tell them all, each act on its day."""
    told = tomllib.loads(DATA.read_text())
    for number, cell in enumerate(told["cells"]):
        _cell(mass, number, cell, told["talks"])
    tables.build(mass, told["round_table"])


def _cell(mass: Mass, number: int, cell: dict[str, Any], talks: list[dict[str, Any]]) -> None:
    today = timezone.localdate(mass.now)
    begun = today - timedelta(days=366)
    host, service = mass.network.actors[cell["host"]], mass.network.services[SERVICES[cell["host"]]]
    with mass.then(_at(begun, 9 + number)) as at:
        about = About(cell["name"], "cell", PURPOSE, area=cell["area"], is_public=number == 0)
        group = groups.found(by=host, id=new_id(), service=service, about=about, begun_on=begun, at=at)
        _seat_all(mass, group, host, at)
        ruled = Rule("month", begun, time(cell["hour"]), 90, nth=cell["nth"], weekday=cell["weekday"])
        said = {"title": cell["name"], "place": "Pokaždé u jiného člena", "rule": ruled, "needs": NEEDS}
        of = series.start(by=host, id=new_id(), service=service, kind="meeting", held_for=group.pk, **said)
    days = list(rule.dates(of, begun + timedelta(days=7), today - timedelta(days=1)))[-MONTHS:]
    last: list[tuple[Meeting, UUID, str]] = []
    for month, on in enumerate(days):
        chosen = [talks[(month * TALKS + step + number * 3) % len(talks)] for step in range(TALKS)]
        filled = [_filled(one, cell, month) for one in chosen]
        last = _met(mass, host, of, on, filled, last, is_last=on == days[-1])
    coming = next(rule.dates(of, today + timedelta(days=1), today + timedelta(days=60)))
    with mass.then(_at(today - timedelta(days=1), 10 + number)):
        meeting = _call(host, of, coming)
        meetings.add_point(by=host, id=new_id(), service=service, meeting=meeting, text="Co se podařilo od minula")
    if group.is_public:
        _publish(mass, group, host)
        oldminutes.build(mass, group, host)


def _seat_all(mass: Mass, group: Group, host: Actor, at: Any) -> None:
    """Let the houses in; each names who comes. The others sit there by name."""
    for who, key, slug in MEMBERS:
        actor, service = mass.network.actors[who], mass.network.services[key]
        worker = mass.network.members[who]
        role = "leads" if who == "josef" else "member"
        if service.organisation_id == group.organisation_id:
            sitting = Sitting(role, SIDES[who], worker=worker)
            groups.seat(by=host, id=new_id(), group=group, sitting=sitting, at=at)
            continue
        house = Organisation.objects.get(slug=slug)
        let_in = Sitting("member", SIDES[who], house=house)
        groups.seat(by=host, id=new_id(), group=group, sitting=let_in, at=at)
        own = Sitting(role, SIDES[who], worker=worker)
        groups.name_own(by=actor, id=new_id(), service=service, group=group, sitting=own, at=at)
    for side, person, institution, email in OUTSIDE:
        sitting = Sitting("member", side, person=person, institution=institution, email=email)
        groups.seat(by=host, id=new_id(), group=group, sitting=sitting, at=at)


def _filled(talk: dict[str, Any], cell: dict[str, Any], month: int) -> dict[str, Any]:
    """Return a talk with the street and the place of the month."""
    names = {"street": cell["streets"][month % 4], "place": cell["places"][(month + 1) % 4]}
    return {
        key: value.format(**names) if isinstance(value, str) else [one.format(**names) for one in value]
        if key == "places" else value
        for key, value in talk.items()
    }  # fmt: skip


def _met(
    mass: Mass, host: Actor, of: MeetingSeries, on: date, talks: list[dict[str, Any]], before: Any, is_last: bool
) -> list[tuple[Meeting, UUID, str]]:
    """Hold one meeting: answer what was left open, write down what was said; return what waits now."""
    start = rule.moment(on, of.hour)
    with mass.then(start - timedelta(days=6)):
        meeting = _call(host, of, on)
    with mass.then(start):
        for number, one in enumerate(meeting.people.order_by("recorded_at", "pk")):
            presence = "excused" if (number + on.month) % 6 == 0 else "came"
            people.mark(by=host, person=one, presence=presence)
    waits, above = [], None
    writer, service = mass.network.actors["radek"], mass.network.services["teren"]
    with mass.then(start + timedelta(minutes=10)) as at:
        for asked, line, text in before:
            said = {"outcome": "done", "text": text, "meeting": asked, "line": line}
            minutes.answer_matter(by=host, id=new_id(), service=of.service, at=at, **said)
    for number, (kind, text, more, answer) in enumerate(_lines(talks)):
        with mass.then(start + timedelta(minutes=15 + number)) as at:
            words = Words(new_id(), kind, text, after=above, **more)
            deed = {"by": writer, "service": service, "meeting": meeting, "at": at}
            above = minutes.write(**deed, id=new_id(), words=words).line
        if answer:
            waits.append((meeting, above, answer))
    if not is_last:
        with mass.then(start + timedelta(days=2)) as at:
            minutes.lock(by=host, meeting=meeting, at=at)
    return waits


def _lines(talks: Iterable[dict[str, Any]]) -> Iterable[tuple[str, str, dict[str, Any], str]]:
    """Return lines of minutes: (kind, text, more, what is answered next time)."""
    for one in talks:
        yield LineKind.HEADING, one["house"], {}, ""
        yield LineKind.ITEM, one["item"], {"speaker": one["house"], "places": tuple(one.get("places", ()))}, ""
        for speaker, text in one["says"]:
            yield LineKind.STATEMENT, text, {"speaker": speaker}, ""
        if "asks" in one:
            yield LineKind.QUESTION, one["asks"], {"speaker": one["house"], "who": one["to"]}, one.get("answer", "")
        if "task" in one:
            yield LineKind.TASK, one["task"], {"who": one["who"]}, one.get("result", "")
    yield LineKind.THANKS, "Hostiteli za místnost a kávu.", {}, ""


def _publish(mass: Mass, group: Group, host: Actor) -> None:
    """Let everybody read the last locked minutes but one, without house numbers."""
    found = Meeting.objects.filter(held_for=group.pk).exclude(locked_at=None).order_by("-starts_at")[1]
    depths = {LineKind.HEADING: 0, LineKind.ITEM: 1}
    lines = [
        {"line": str(one.line), "kind": one.kind, "depth": depths.get(LineKind(one.kind), 2)}
        | {"text": cleared(one.said, None)}
        for one in found.lines.order_by("at", "pk")
        if one.kind != LineKind.THANKS
    ]
    with mass.then(found.starts_at + timedelta(days=20)) as at:
        publishing.publish(by=host, id=new_id(), group=group, meeting=found, lines=lines, at=at)


def _call(by: Actor, of: MeetingSeries, on: date) -> Meeting:
    said = {"kind": of.kind, "title": of.title, "place": of.where, "when": When(rule.moment(on, of.hour), 90, on)}
    return meetings.call(by=by, id=new_id(), service=of.service, series=of, **said)


def _at(on: date, hour: int) -> Any:
    return rule.moment(on, time(hour))
