"""What was asked comes back when its term comes, until a step is written; calls come up when they are near."""

from datetime import timedelta

from django.utils import timezone

from spojka.base.ids import new_id
from spojka.recommendations.actions import funding
from spojka.recommendations.content import Offer
from spojka.recommendations.waiting import days, waiting
from spojka.web.waiting import counted, due_of
from tests.recommendations import stepped

DAY = timedelta(days=1)


def texts(by, on=None):
    return [(one.ring, one.text, one.detail) for one in waiting(by, on or timezone.localdate())]


def test_an_unanswered_one_waits_for_the_leaders_until_a_step_is_written(josef, bara, one):
    today = timezone.localdate()
    stepped(josef, one, "recommended")
    stepped(josef, one, "handed", due_on=today + 60 * DAY)

    assert texts(josef) == []
    assert texts(josef, today + 55 * DAY) == [("due", "Odpověď na doporučení", "Zákaz podomního prodeje")]
    assert texts(josef, today + 61 * DAY)[0][0] == "late"
    assert texts(bara, today + 61 * DAY) == []  # who leads the group asks again

    stepped(josef, one, "unanswered")
    assert texts(josef, today + 61 * DAY) == []


def test_a_follow_up_waits_as_well(josef, one):
    for state in ("recommended", "handed", "adopted"):
        stepped(josef, one, state)
    stepped(josef, one, "in_force", due_on=timezone.localdate())

    assert texts(josef)[0][1] == "Vrátit se k doporučení"
    stepped(josef, one, "followed")
    assert texts(josef) == []


def test_what_was_withdrawn_or_rejected_waits_for_nothing(josef, one):
    stepped(josef, one, "recommended")
    stepped(josef, one, "withdrawn", due_on=timezone.localdate() + 60 * DAY)

    assert texts(josef, timezone.localdate() + 61 * DAY) == []


def test_a_call_comes_up_three_weeks_before_it_opens_or_closes(josef, radek, group, police):
    today = timezone.localdate()
    offer = Offer(name="Výzva", giver="Kraj", opens_on=today + 20 * DAY, closes_on=today + 60 * DAY)
    funding.add_call(by=josef, id=new_id(), service=police, group=group, offer=offer)

    assert [line[1] for line in texts(josef)] == ["Výzva začíná"]
    assert [line[1] for line in texts(josef, today + 20 * DAY)] == ["Výzva začíná"]
    assert texts(josef, today + 30 * DAY) == []
    assert [line[1] for line in texts(josef, today + 40 * DAY)] == ["Výzva končí"]
    assert texts(josef, today + 61 * DAY) == []
    assert texts(radek) == []


def test_all_days_that_come_stand_in_the_calendar_without_names(josef, group, police, one):
    today, now = timezone.localdate(), timezone.now()
    stepped(josef, one, "recommended", due_on=today + 30 * DAY)
    offer = Offer(name="Výzva kraje", giver="Kraj", opens_on=today + 40 * DAY, closes_on=today + 60 * DAY)
    funding.add_call(by=josef, id=new_id(), service=police, group=group, offer=offer)

    assert sorted(on for on, *_rest in days(josef, today)) == [today + n * DAY for n in (30, 40, 60)]
    titles = [one.title for one in due_of(josef, now)]
    assert {"Vrátit se k doporučení", "Výzva začíná", "Výzva končí"} <= set(titles)
    assert "kraje" not in str(titles)


def test_the_letter_of_the_week_counts_them(josef, one):
    stepped(josef, one, "recommended", due_on=timezone.localdate())

    assert "1 termín doporučení a výzev" in counted(josef, timezone.now())


def test_it_stands_on_today_of_who_has_no_shifts(josef, one, browse):
    stepped(josef, one, "recommended", due_on=timezone.localdate())

    assert "Vrátit se k doporučení" in browse(josef).get("/policie/").content.decode()
