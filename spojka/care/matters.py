"""What of ours waits for somebody, as Today says it."""

from datetime import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.ui.matters import Matter
from spojka.ui.words import day, hours

from .endings import to_review
from .models import Exclusion, RapidTest, State
from .reading import names, ring, waiting


def matters(by: Actor, at: datetime) -> list[Matter]:
    """Return what waits for `by`: tests they took, of a head those of the whole service."""
    if not by.organisation:
        return []
    open_tests = waiting(by)
    kinds = names(by, "test_kind")["test_kind"] if open_tests else {}
    ended = to_review(by, timezone.localdate(at))
    return [_of_test(test, kinds, by, at) for test in open_tests] + [_of_ending(one, by) for one in ended]


def _of_ending(one: Exclusion, by: Actor) -> Matter:
    link = reverse("care:exclusion", args=[by.organisation.slug, one.pk])
    whose = one.client.code if one.client else str(one.shift)
    text = _("Review the end of the service: %(whose)s") % {"whose": whose}
    return Matter("late", text, link, str(one.service), day(one.review_on))


def _of_test(test: RapidTest, kinds: dict[str, str], by: Actor, at: datetime) -> Matter:
    said = {
        State.TALKED: _("Take the test, or end it: %(kind)s"),
        State.TAKEN: _("Read the test: %(kind)s"),
        State.READ: _("Tell the result: %(kind)s"),
        State.REFER: _("Arrange a referral after the test: %(kind)s"),
    }
    link = reverse("care:test", args=[by.organisation.slug, test.pk])
    text = said[State(test.state)] % {"kind": kinds.get(test.kind, test.kind)}
    window = hours(test.due_from, test.due_until) if test.state == State.TAKEN and test.due_from else ""
    return Matter(ring(test, at), text, link, f"{test.shift}, {day(test.day)}", window)
