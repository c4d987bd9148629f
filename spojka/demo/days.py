"""Days counted from the moment of building: last weekend, this month, tonight."""

from datetime import UTC, date, datetime, time, timedelta
from random import Random

from django.utils import timezone

DAY = timedelta(days=1)
MONTH = 30  # days


def at(day: date, hour: int) -> datetime:
    """Return the instant of an hour in Prague."""
    return timezone.make_aware(datetime.combine(day, time(hour))).astimezone(UTC)


def last_weekend(now: datetime) -> tuple[date, date, date]:
    """Return Friday, Saturday and Sunday of the last weekend whose Sunday is over for those who were there."""
    sunday = timezone.localdate(now)
    while sunday.weekday() != 6 or at(sunday, 16) > now:
        sunday -= DAY
    return sunday - 2 * DAY, sunday - DAY, sunday


def month(now: datetime, *weekdays: int) -> list[date]:
    """Return the days of the past month up to today that fall on these days of the week (0 is Monday)."""
    today = timezone.localdate(now)
    days = [today - DAY * n for n in range(MONTH, -1, -1)]
    return [day for day in days if day.weekday() in weekdays]


def coming(now: datetime, *weekdays: int) -> date:
    """Return the first day after today that falls on one of these days of the week."""
    day = timezone.localdate(now) + DAY
    while day.weekday() not in weekdays:
        day += DAY
    return day


def moments(rng: Random, start: datetime, end: datetime, number: int) -> list[datetime]:
    """Return so many moments in between, most of them a little after the middle, in order and without seconds."""
    span = (end - start).total_seconds()
    offsets = sorted(rng.triangular(0.02, 0.98, 0.6) * span for _n in range(number))
    return [start + timedelta(minutes=int(offset // 60)) for offset in offsets]
