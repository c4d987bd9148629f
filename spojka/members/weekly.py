"""The letter of the week: who wants it, and that it leaves once a week at most."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Q

from spojka.network.models import User

from .models import WeeklyLetter


def is_on(user: User) -> bool:
    return WeeklyLetter.objects.filter(user=user, is_on=True).exists()


def switch(user: User, on: bool) -> WeeklyLetter:
    """Ask for the letter, or for none any more; the week of the last one stays known."""
    row = WeeklyLetter.objects.get_or_create(user=user)[0]
    return row if row.is_on == on else row.change(is_on=on)


def monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def due(day: date) -> Iterator[User]:
    """Give who wants the letter and has none of this week, each marked before: better none than two."""
    this = monday(day)
    waiting = Q(week=None) | Q(week__lt=this)
    wanted = WeeklyLetter.objects.filter(waiting, is_on=True, user__is_active=True).select_related("user")
    for row in wanted.order_by("pk"):
        if WeeklyLetter.objects.filter(waiting, pk=row.pk).update(week=this):
            yield row.user
