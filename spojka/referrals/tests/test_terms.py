"""Terms in working days over Czech holidays, and what Today and letters make of them."""

from datetime import date, datetime, time, timedelta

import pytest
from django.core import mail
from django.utils import timezone

from spojka.referrals import reading, reminding
from spojka.referrals.models import Referral
from spojka.referrals.reminding import remind
from spojka.referrals.standing import State, standing
from spojka.referrals.waiting import waiting

from .conftest import WARD, whole

DAY = timedelta(days=1)


def noon(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(12)))


@pytest.mark.parametrize(
    ("invited", "due"),
    [
        (date(2026, 4, 30), date(2026, 5, 11)),  # 1 and 8 May are holidays
        (date(2025, 12, 22), date(2026, 1, 2)),  # 24, 25, 26 December and 1 January
        (date(2026, 4, 1), date(2026, 4, 10)),  # Good Friday and Easter Monday
        (date(2026, 6, 1), date(2026, 6, 8)),
    ],
)
def test_a_visit_is_due_in_five_working_days_from_the_invitation(olga, offered, step, invited, due):
    one = offered(at=noon(invited - DAY))
    step(olga, one, "accepted", on=invited, at=noon(invited))
    made = step(olga, one, "invited", on=invited, at=noon(invited))
    assert made.due_on == due


def test_the_terms_are_those_of_the_agreement(hana, olga, rada, detox, agreed, offered, step):
    day = date(2026, 6, 1)
    agreement = agreed(starts_on=date(2026, 1, 5), answer_days=2, visit_days=3)
    one = offered(by=hana, agreement=agreement, at=noon(day))
    assert one.answer_by == date(2026, 6, 3)
    step(olga, one, "accepted", on=day, at=noon(day))
    assert step(olga, one, "invited", on=day, at=noon(day)).due_on == date(2026, 6, 4)
    assert offered(at=noon(day)).answer_by == date(2026, 6, 4)  # three working days, where nothing was agreed


def test_who_has_an_agreement_is_offered_first(hana, teren, detox, agreed):
    one = agreed()
    found = reading.partners_of(teren, hana, timezone.localdate())
    assert next(iter(found)) == f"agreement-{one.pk}"
    assert (found[f"agreement-{one.pk}"].service, f"service-{detox.pk}" in found) == (detox, False)


def test_today_tells_each_side_its_turn(anna, olga, offered, step):
    today = timezone.localdate()
    one = offered()
    assert len(waiting(olga, today)) == 1
    assert waiting(anna, today) == []
    late = one.answer_by + DAY
    assert [line.ring for line in waiting(anna, late)] == ["late"]  # it came back unanswered, each day
    assert [line.ring for line in waiting(olga, late + DAY)] == ["late"]

    step(olga, one, "accepted")
    assert (len(waiting(anna, today)), waiting(olga, today)) == (1, [])
    step(olga, one, "invited")
    assert [line.ring for line in waiting(anna, today)] == [line.ring for line in waiting(olga, today)] == ["due"]
    due = standing(whole(one)).due
    assert [line.ring for line in waiting(olga, due + DAY)] == ["late"]
    step(olga, one, "visited", presence="whole")
    assert standing(whole(one)).due == today + timedelta(days=14)
    assert len(waiting(olga, today)) == 1


def test_of_who_has_no_spojka_today_asks_us_once_it_is_late(anna, offered):
    one = offered(None)
    assert waiting(anna, one.answer_by) == []
    assert "nepřišla včas" in waiting(anna, one.answer_by + DAY)[0].text


def test_a_letter_reminds_once_and_says_nothing(anna, olga, offered):
    one = offered()
    at = noon(one.answer_by + DAY)

    assert list(remind(noon(one.answer_by))) == []
    assert len(list(remind(at))) == 1
    assert list(remind(at + DAY)) == []

    (letter,) = mail.outbox
    assert letter.to == [olga.user.email]
    told = letter.subject + letter.body
    for word in (one.mark, WARD, "Detox", "předání", "klient", "Noční život", "Podchod"):
        assert word not in told


def test_the_mark_is_no_word_and_is_unique(offered):
    marks = {offered().mark for _each in range(3)}
    assert len(marks) == 3
    assert not set("".join(marks)) & set("AEIOUYB0158S")
    assert Referral.objects.count() == 3


def test_an_open_referral_that_waits_for_nobody_s_word_is_no_late_one(olga, offered, step):
    one = offered()
    step(olga, one, "accepted")
    assert not standing(whole(one)).is_late(date(2100, 1, 1))
    assert standing(whole(one)).state == State.ACCEPTED


def test_of_many_open_ones_none_is_left_out(anna, olga, offered, monkeypatch):
    for room in (reading, reminding):
        monkeypatch.setattr(room, "MOST", 1, raising=False)
    late = max(offered().answer_by for _each in range(2)) + DAY

    assert len(reading.referrals(anna, late)) == 2
    assert len(list(remind(noon(late)))) == 2
