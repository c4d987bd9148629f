"""Days as people live them: stored in UTC, meant in Prague. Twin of nothing on the phone, which sends instants."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone


def start_of(day: date) -> datetime:
    """Return the instant when `day` begins in local time."""
    return timezone.make_aware(datetime.combine(day, time()))


def span(first: date, last: date) -> tuple[datetime, datetime]:
    """Return the half-open span of instants of the days `first` to `last`, both included."""
    return start_of(first), start_of(last + timedelta(days=1))
