"""Naloxone at the drop-in centre: kits, one that was used and replaced, a group that was trained; overdoses."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Count
from django.utils import timezone

from spojka.base.ids import new_id
from spojka.clients.models import Client
from spojka.encounters.content import Content
from spojka.encounters.models import Shift, Side
from spojka.naloxone.actions import kits, overdoses
from spojka.naloxone.actions.kits import NALOXONE, Handed

from .mass import Mass

TOPICS = ("signs", "call", "breathing", "spray", "stay", "storage", "report")
OPIOIDS = {"substances": ["heroin"], "called": "hnědý, silnější než jindy"}
CALM = {"naloxone": "no", "doses": None}
SPRAY = {"naloxone": "yes"}
HEARD = (  # days ago, what
    (
        24,
        OPIOIDS | SPRAY | {"heard": "told", "ended": "survived", "place_kind": "home", "doses": 2, "ambulance": "yes"},
    ),
    (
        17,
        OPIOIDS
        | SPRAY
        | {"heard": "told", "ended": "survived", "place_kind": "street", "doses": 1, "ambulance": "no"},
    ),
    (9, OPIOIDS | CALM | {"heard": "told", "ended": "died", "place_kind": "squat", "ambulance": "yes", "called": ""}),
    (
        3,
        OPIOIDS | SPRAY | {"heard": "ours", "ended": "survived", "place_kind": "ours", "doses": 1, "ambulance": "yes"},
    ),
)
PARTS = ("evening", "night", "", "day")


def build(mass: Mass) -> None:
    """Write a month of naloxone down, as the workers of the centre did."""
    service = mass.network.services["kcentrum"]
    closed = Shift.objects.filter(service=service).exclude(closed_at=None).exclude(started_at=None)
    shifts = list(closed.select_related("service", "place").order_by("-day", "pk")[:14])[::-1]
    codes = _often_seen(service)
    if len(shifts) < 6 or len(codes) < 4:
        return
    near, far = _month_end(mass, 20), _month_end(mass, 560)
    first, second, third, last = shifts[0], shifts[len(shifts) // 3], shifts[len(shifts) // 2], shifts[-1]
    _hand(mass, first, 70, codes[0], near, "NX2403A", TOPICS)
    _hand(mass, first, 200, codes[1], far, "NX2511C", TOPICS)
    _hand(mass, second, 45, "", far, "NX2511C", TOPICS[:4])
    _used(mass, third, 95, codes[1], far)
    _hand(mass, third, 240, codes[2], far, "NX2511C", (), "first")
    _hand(mass, last, 30, codes[3], far, "NX2511C", TOPICS[:5])
    _train(mass)
    for (ago, said), part in zip(HEARD, PARTS, strict=True):
        _overdose(mass, ago, said | {"day_part": part})


def _often_seen(service: Any) -> list[str]:
    theirs = Client.objects.filter(service=service).annotate(times=Count("encounters"))
    return list(theirs.order_by("-times", "code").values_list("code", flat=True)[3:7])


def _month_end(mass: Mass, days: int) -> date:
    later = timezone.localdate(mass.now + timedelta(days=days)).replace(day=28) + timedelta(days=4)
    return later - timedelta(days=later.day)


def _content(code: str, at: Any, kits: int = 1) -> Content:
    side = Side.CODE if code else Side.ANONYMOUS
    return Content(side=side, code=code, occurred_at=at, phone_at=at, materials={NALOXONE: kits} if kits else {},
                   over="Souprava s sebou.")  # fmt: skip


def _hand(
    mass: Mass,
    shift: Shift,
    minutes: int,
    code: str,
    expires_on: date,
    batch: str,
    covered: Any,
    reason: str = "first",
) -> None:
    lists = mass.network.lists(shift.service, shift.day)
    handed = Handed(
        kits=1, doses=2, batch=batch, expires_on=expires_on, reason=reason, covered=covered,
        trained="now" if covered else "before",
    )  # fmt: skip
    with mass.then(shift.start + timedelta(minutes=minutes)) as at:
        said = {"id": new_id(), "shift": shift, "content": _content(code, at), "catalogue": lists, "handed": handed}
        kits.hand(by=mass.network.actors["bara"], replaces=None, at=at, **said)  # type: ignore[arg-type]


def _used(mass: Mass, shift: Shift, minutes: int, code: str, expires_on: date) -> None:
    lists = mass.network.lists(shift.service, shift.day)
    again = Handed(kits=1, doses=2, batch="NX2511C", expires_on=expires_on, reason="used", trained="before")
    with mass.then(shift.start + timedelta(minutes=minutes)) as at:
        kits.report(
            by=mass.network.actors["bara"], id=new_id(), shift=shift, content=_content(code, at), catalogue=lists,
            used_on=shift.day - timedelta(days=2), doses=2, by_whom="holder", came="reversed", ambulance="yes",
            handed=again, at=at, today=shift.day,
        )  # fmt: skip


def _train(mass: Mass) -> None:
    service, bara = mass.network.services["kcentrum"], mass.network.actors["bara"]
    with mass.then(mass.now - timedelta(days=12)) as at:
        day = timezone.localdate(at)
        said = {"people": 9, "covered": TOPICS, "trained_by": bara.id, "note": "obyvatelé ubytovny a dva zaměstnanci"}
        kits.train(by=bara, id=new_id(), service=service, day=day, today=day, **said)  # type: ignore[arg-type]


def _overdose(mass: Mass, ago: int, said: Any) -> None:
    service, place = mass.network.services["kcentrum"], {"municipality": "Lipovec"}
    with mass.then(mass.now - timedelta(days=ago)) as at:
        today = timezone.localdate(at)
        told = {"id": new_id(), "shift": None, "place": place, "happened_on": today - timedelta(days=ago % 3)}
        overdoses.record(by=mass.network.actors["bara"], service=service, today=today, **told | said)
