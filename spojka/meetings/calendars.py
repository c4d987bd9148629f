"""Calendar files: the invitation in a letter, and feeds that calendar programs ask for. In neutral words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vCalAddress

from spojka.network.models import Organisation

from .models import Meeting, MeetingSeries
from .rule import PRAGUE, moment

PRODUCT = "-//Spojka//Meetings//CS"
DOMAIN = "spojka"


@dataclass(frozen=True)
class Dated:
    """Something that is due on a day; its title names nobody."""

    on: date
    title: str
    key: str  # what it is known by, always the same


def uid(series_id: object, planned_on: date | None, meeting_id: object) -> str:
    """Return what a calendar program knows a meeting by: of a planned date already before it is called."""
    return f"{series_id}-{planned_on:%Y%m%d}@{DOMAIN}" if planned_on else f"{meeting_id}@{DOMAIN}"


def invitation(meeting: Meeting, to: str, at: datetime, address: str = "") -> bytes:
    """Return the file of a letter to one person: a request, or that it was called off."""
    with override(settings.LANGUAGE_CODE):
        event = _event(meeting, at)
        event.add("organizer", _mailto(settings.DEFAULT_FROM_EMAIL, str(meeting.organisation)))
        event.add("attendee", _mailto(to))
        if address:
            event.add("url", address)
            event.add("description", _("Answer here: %(address)s") % {"address": address})
        return _file([event], "CANCEL" if meeting.is_cancelled else "REQUEST")


def feed(
    meetings: Iterable[Meeting],
    tentative: Iterable[tuple[MeetingSeries, date]],
    called: str,
    dated: Iterable[Dated] = (),
    at: datetime | None = None,
) -> bytes:
    """Return a feed: meetings that were called, dates of rules that nobody has called yet, and what is due when."""
    with override(settings.LANGUAGE_CODE):
        events = [_event(one, one.recorded_at) for one in meetings]
        events += [_planned(series, on) for series, on in tentative]
        events += [_due(one, at or timezone.now()) for one in dated]
        return _file(events, "PUBLISH", called)


def words(kind: str, house: Organisation) -> str:
    """Return how a meeting is called where others may read it: its kind and the house, never its title."""
    return f"{kind.capitalize()}, {house}"


def _event(meeting: Meeting, at: datetime) -> Event:
    event = Event()
    event.add("uid", uid(meeting.series_id, meeting.planned_on, meeting.pk))
    event.add("dtstamp", at)
    event.add("summary", words(meeting.get_kind_display(), meeting.organisation))
    event.add("dtstart", timezone.localtime(meeting.starts_at, PRAGUE))
    event.add("dtend", timezone.localtime(meeting.ends_at, PRAGUE))
    event.add("sequence", meeting.sequence)
    event.add("status", "CANCELLED" if meeting.is_cancelled else "CONFIRMED")
    if meeting.place:
        event.add("location", meeting.where)
    return event


def _planned(series: MeetingSeries, on: date) -> Event:
    event, start = Event(), moment(on, series.hour)
    event.add("uid", uid(series.pk, on, None))
    event.add("dtstamp", series.recorded_at)
    event.add("summary", words(series.get_kind_display(), series.organisation))
    event.add("dtstart", start)
    event.add("dtend", start + timedelta(minutes=series.minutes))
    event.add("status", "TENTATIVE")
    return event


def _due(one: Dated, at: datetime) -> Event:
    """A whole day that takes no time: it says that something is due, and blocks nothing."""
    event = Event()
    event.add("uid", f"{uuid5(NAMESPACE_URL, one.key)}@{DOMAIN}")
    event.add("dtstamp", at.replace(hour=0, minute=0, second=0, microsecond=0))  # the same all day: see its ETag
    event.add("summary", one.title)
    event.add("dtstart", one.on)
    event.add("dtend", one.on + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    return event


def _mailto(address: str, name: str = "") -> vCalAddress:
    found = vCalAddress(f"mailto:{address}")
    if name:
        found.params["CN"] = name
    return found


def _file(events: Iterable[Event], method: str, called: str = "") -> bytes:
    file = Calendar()
    file.add("prodid", PRODUCT)
    file.add("version", "2.0")
    file.add("calscale", "GREGORIAN")
    file.add("method", method)
    if called:
        file.add("x-wr-calname", called)
    file.add_component(_zone())
    for event in events:
        file.add_component(event)
    return bytes(file.to_ical())


def _zone() -> Timezone:
    """Return the clock of Prague by its rule: lists of single days, as libraries make them, not all programs read."""
    zone, winter, summer = Timezone(), TimezoneStandard(), TimezoneDaylight()
    zone.add("tzid", str(PRAGUE))
    hour = timedelta(hours=1)
    for part, start, month, was, then in (
        (winter, datetime(1996, 10, 27, 3), 10, 2 * hour, hour),  # noqa: DTZ001 - a clock on the wall
        (summer, datetime(1996, 3, 31, 2), 3, hour, 2 * hour),  # noqa: DTZ001
    ):
        part.add("dtstart", start)
        part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1SU"})
        part.add("tzoffsetfrom", was)
        part.add("tzoffsetto", then)
        part.add("tzname", "CET" if part is winter else "CEST")
        zone.add_component(part)
    return zone
