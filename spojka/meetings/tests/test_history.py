"""One matter over many meetings: words that it goes on, new terms, the answer, what grew from it."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from spojka.access.permissions import Level
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.meetings import beside, history, matters, reading
from spojka.meetings.actions import meetings, minutes
from spojka.meetings.models import MatterAnswer
from tests import make


@pytest.fixture
def three(start, call, day_of):
    """Three meetings of one series: of last month, of yesterday and of next week."""
    of = start(rhythm="free", nth=None, weekday=None, starts_on=date(2020, 1, 1))
    return [call(series=of, on=day_of(days)) for days in (-30, -1, 7)]


@pytest.fixture
def say(anna, teren, now):
    """Say a word on a matter, or close it."""

    def of(row, by=anna, service=teren, **fields):
        said = {"outcome": "going", "text": "Čeká se na odpověď.", "id": new_id()} | fields
        return minutes.answer_matter(by=by, service=service, meeting=row.meeting, line=row.line, at=now, **said)

    return of


def test_a_word_at_a_later_meeting_closes_nothing(three, write, say, anna):
    old, last, coming = three
    task = write(old, "Koupit čaj", kind="task")
    say(task, said_in=last)
    say(task, text="Zase nic.", said_in=last)

    (found,) = matters.before(coming, anna)
    assert (found.row.pk, found.word.said) == (task.pk, "Zase nic.")
    say(task, outcome="done")
    assert matters.before(coming, anna) == []
    with pytest.raises(Refusal):
        say(task)


def test_a_word_moves_a_term_that_passed_and_no_other(three, write, say, anna, day_of):
    old, last, coming = three
    lapsed, far = (write(old, text, kind="task", due_on=day_of(days)) for text, days in (("a", -20), ("b", 90)))
    before = {one.row.said: one for one in matters.before(coming, anna)}
    assert (before["a"].is_late, before["b"].due) == (True, day_of(90))
    for row in (lapsed, far):
        say(row, said_in=last)

    found = {one.row.said: one.due for one in matters.before(coming, anna)}
    assert found == {"a": timezone.localdate(coming.starts_at), "b": day_of(90)}
    say(far, said_in=last, due_on=day_of(3))
    assert {one.row.said: one.due for one in matters.before(coming, anna)}["b"] == day_of(3)


def test_it_is_said_at_a_later_meeting_for_the_same_alone(three, write, say, call, day_of):
    task = write(three[1], "Koupit čaj", kind="task")
    for other in (three[0], three[1], call(on=day_of(3))):
        with pytest.raises(Refusal):
            say(task, said_in=other)


def test_the_history_tells_all_of_it_in_its_order(three, write, say, anna, hana, day_of):
    old, last, _coming = three
    task = write(old, "Koupit čaj", kind="task", due_on=day_of(-20))
    write(old, "Koupit čaj a kávu", kind="task", line=task.line, replaces=1, due_on=day_of(-10), by=hana)
    say(task, said_in=last, due_on=day_of(5))
    told = history.of(task, anna)

    assert (told.row.said, told.is_open, told.matter.due) == ("Koupit čaj a kávu", True, day_of(5))
    assert [one.on for one in told.events] == sorted(one.on for one in told.events)
    assert {one.meeting for one in told.events if one.meeting} == {old, last}
    assert [one.tone for one in told.events].count("late") == 1
    say(task, outcome="done", text="Máme.")
    told = history.of(task, anna)
    assert (told.is_open, told.events[-1].text, told.events[-1].tone) == (False, "Máme.", "done")


def test_the_page_under_the_agenda_takes_a_word_with_its_term(three, write, anna, browse, day_of):
    old, _last, coming = three
    task = write(old, "Koupit čaj", kind="task", speaker="Úřad")
    page = browse(anna).get(f"/podchod/meetings/{coming.pk}/").content.decode()
    assert f'name="said_in" value="{coming.pk}"' in page

    term = day_of(21)
    said = {
        "id": new_id(),
        "text": f"Trvá do {term.day}. {term.month}. {term.year}",
        "outcome": "going",
        "back": "meeting",
    }
    sent = browse(anna).post(f"/podchod/meeting-matters/{task.pk}/answer/", said | {"said_in": str(coming.pk)})
    assert sent.headers["Location"].endswith(f"/meetings/{coming.pk}/#open")
    word = MatterAnswer.objects.get()
    assert (word.said_in, word.due_on) == (coming, term)
    page = browse(anna).get(f"/podchod/meeting-matters/{task.pk}/answer/").content.decode()
    assert "Trvá do" in page
    assert "Trvá dál" in page


def test_what_is_over_its_term_is_seen_wherever_it_is_shown(three, write, anna, browse, day_of):
    old, _last, coming = three
    task = write(old, "Koupit čaj", kind="task", due_on=day_of(-20))

    for path in (f"meetings/{coming.pk}/", f"meetings/{coming.pk}/minutes/", f"meeting-series/{old.series_id}/",
                 f"meeting-matters/{task.pk}/answer/"):  # fmt: skip
        assert "po termínu" in browse(anna).get(f"/podchod/{path}").content.decode(), path


def test_a_guest_who_may_only_read_sees_the_history_and_no_form(three, write, browse, cyril):
    old = three[0]
    task = write(old, "Koupit čaj", kind="task")
    grant = {"kinds": 64, "basis": "participation", "level": Level.READ}
    make.grant(old.held_for, make.the_service_of(cyril), old.service, **grant)
    url = f"/{cyril.organisation.slug}/meeting-matters/{task.pk}/answer/"
    page = browse(cyril).get(url).content.decode()

    assert "Koupit čaj" in page
    assert 'name="outcome"' not in page
    said = {"id": new_id(), "outcome": "done", "text": "x"}
    assert browse(cyril).post(url, said).status_code in (403, 404)
    assert not MatterAnswer.objects.exists()


@pytest.fixture
def growing(monkeypatch):
    """A package above that makes something of lines and has made it of one."""
    made = {}
    monkeypatch.setattr(beside, "GROWTHS", [])

    def offer(line, by):
        return [("podnět úřadu", f"/make/{line.pk}/")] if line.is_matter else []

    beside.register_growth(offer, lambda lines, by: {key: made[key] for key in made if key[0] == lines[0].meeting_id})
    return made


def test_a_line_grows_into_what_a_package_above_makes_of_it(three, write, anna, hana, browse, growing, now):
    task, line = write(three[0], "Koupit čaj", kind="task"), write(three[0], "Jen řečeno")
    growing[three[0].pk, task.line] = [("Podnět 7/2026", "/notices/7/")]
    minutes.lock(by=hana, meeting=three[0], at=now)

    for path in (f"meetings/{three[0].pk}/minutes/", f"meeting-matters/{task.pk}/answer/"):
        page = browse(anna).get(f"/podchod/{path}").content.decode()
        assert f'href="/make/{task.pk}/"' in page
        assert "Podnět 7/2026" in page
    assert f"/make/{line.pk}/" not in browse(anna).get(f"/podchod/meetings/{three[0].pk}/minutes/").content.decode()


def test_strangers_say_nothing(three, write, say, bara):
    with pytest.raises(PermissionDenied):
        say(write(three[0], "Koupit čaj", kind="task"), by=bara, service=make.the_service_of(bara))


def test_the_next_meeting_is_the_one_that_was_called_else_what_the_rule_gives(start, call, day_of, anna, hana, now):
    of = start(rhythm="weeks", nth=None, weekday=day_of(0).weekday(), starts_on=date(2020, 1, 1))
    first = call(series=of, on=day_of(0), planned_on=day_of(0))
    moved = call(series=of, on=day_of(8), planned_on=day_of(7))
    assert reading.next_of(first, anna) == day_of(8)

    meetings.cancel(by=hana, meeting=moved, why="Nikdo nemůže.", at=now)
    assert reading.next_of(first, anna) == day_of(14)  # what was called off is left out
