"""The pages: what they show, what comes back filled, who finds nothing."""

from datetime import date

import pytest
from django.utils import timezone

from spojka.base.ids import new_id
from spojka.meetings.models import AgendaItem, Meeting, MeetingSeries, MinutesReply
from tests.entering import knew

SERIES = {
    "title": "Buňka", "kind": "meeting", "rhythm": "month", "nth": "3", "weekday": "3", "every": "1",
    "hour": "13:00", "minutes": "90", "place": "", "starts_on": "2014-05-01", "ends_on": "",
}  # fmt: skip


def test_the_pages_show_what_there_is(start, call, invite, write, anna, hana, browse):
    of = start(rhythm="weeks", nth=None, starts_on=date(2020, 1, 1), title="Porada čtvrteční")
    meeting = call(series=of, title="Porada mimořádná")
    call(series=of, on=date(2020, 1, 9), title="Porada dávná")
    invite(meeting)
    write(meeting, "Okno opravíme", kind="task", who="Olga Venkovská")

    for path, words in (
        ("meetings/", "Porada mimořádná"),
        ("meetings/?when=past", "Porada dávná"),
        (f"meeting-series/{of.pk}/", "Porada čtvrteční"),
        (f"meetings/{meeting.pk}/", "Olga Venkovská"),
        (f"meetings/{meeting.pk}/minutes/", "Okno opravíme"),
        (f"meetings/{meeting.pk}/change/", "Porada mimořádná"),
        (f"meetings/{meeting.pk}/cancel/", "Porada mimořádná"),
        (f"meeting-series/{of.pk}/change/", "Porada čtvrteční"),
        (f"meeting-series/{of.pk}/calendar/", ""),
        ("meetings/calendar/", ""),
        ("meetings/new/", ""),
        ("meeting-series/new/", ""),
    ):
        page = browse(hana).get(f"/podchod/{path}")
        assert (page.status_code, words in page.content.decode()) == (200, True), path


def test_who_calls_none_is_not_told_to(anna, hana, browse):
    empty = {who: browse(who).get("/podchod/meetings/").content.decode() for who in (anna, hana)}
    assert "na která vás někdo pozve" in empty[anna]
    assert "Svolejte setkání" not in empty[anna]
    assert "Svolejte setkání" in empty[hana]


def test_a_series_is_begun_by_its_page_and_comes_back_filled(hana, browse):
    url = "/podchod/meeting-series/new/"
    wrong = browse(hana).post(url, SERIES | {"id": new_id(), "weekday": ""})
    assert wrong.status_code == 422
    assert "Buňka" in wrong.content.decode()

    browse(hana).post(url, SERIES | {"id": new_id()})
    series = MeetingSeries.objects.get()
    page = browse(hana).get(f"/podchod/meeting-series/{series.pk}/").content.decode()
    assert "3. čtvrtek" in page


def test_what_a_rule_needs_is_asked_for_at_once_and_nothing_else(hana, browse):
    url = "/podchod/meeting-series/new/"
    empty = {"title": "", "nth": "", "weekday": ""}
    asked = browse(hana).post(url, SERIES | empty | {"id": new_id()}).context["form"].errors
    assert set(asked) == {"title", "nth", "weekday"}
    asked = browse(hana).post(url, SERIES | empty | {"id": new_id(), "rhythm": "weeks"}).context["form"].errors
    assert set(asked) == {"title", "weekday"}
    asked = browse(hana).post(url, SERIES | empty | {"id": new_id(), "rhythm": "free"}).context["form"].errors
    assert set(asked) == {"title"}


def test_a_holiday_asks_to_be_moved_and_one_tap_does_it(start, hana, browse, now):
    today = timezone.localdate(now)
    of = start(rhythm="weeks", nth=None, weekday=date(today.year + 1, 5, 1).weekday(), starts_on=date(2020, 1, 1))
    from spojka.meetings import reading

    slot = next(one for one in reading.slots(of, hana, date(today.year + 1, 4, 20)) if one.asks)
    said = {"id": new_id(), "planned_on": slot.on, "on": slot.planned.offers[0]}

    browse(hana).post(f"/podchod/meeting-series/{of.pk}/call/", said)

    meeting = Meeting.objects.get()
    assert (meeting.planned_on, timezone.localdate(meeting.starts_at)) == (slot.on, slot.planned.offers[0])


def test_a_meeting_by_itself(hana, browse):
    said = {"id": new_id(), "title": "Schůzka", "kind": "meeting", "on": "2026-07-04", "hour": "12:00", "minutes": "3"}
    assert browse(hana).post("/podchod/meetings/new/", said).status_code == 422
    browse(hana).post("/podchod/meetings/new/", said | {"minutes": "60"})

    assert Meeting.objects.get().title == "Schůzka"


def test_the_agenda_grows_and_shrinks(call, anna, browse):
    meeting = call()
    url = f"/podchod/meetings/{meeting.pk}/"
    browse(anna).post(f"{url}agenda/", {"id": new_id(), "text": "Klíče od skladu"})
    assert "Klíče od skladu" in browse(anna).get(url).content.decode()

    browse(anna).post(f"/podchod/meeting-points/{AgendaItem.objects.get().pk}/drop/")
    assert "Klíče od skladu" not in browse(anna).get(url).content.decode()


def test_one_person_with_two_roles_is_advised_against(call, invite, hana, anna, browse):
    meeting = call()
    person = invite(meeting, anna)
    url = f"/podchod/meetings/{meeting.pk}/"
    browse(hana).post(f"{url}roles/", {"organises": "", "leads": person.pk, "writes": person.pk})

    assert "Svolávat, vést a zapisovat" in browse(hana).get(url).content.decode()


def test_sent_minutes_are_confirmed_without_account_and_locked(call, invite, write, hana, browse, settings):
    settings.MAIL_IS_SENT = False
    meeting = call()
    invite(meeting)
    write(meeting, "Okno opravíme do pátku")
    url = f"/podchod/meetings/{meeting.pk}/minutes/"
    page = browse(hana).post(f"{url}send/").content.decode()
    assert 'class="wrap-any" href="http://testserver/meeting/minutes/' in page  # it fits on a phone
    link = "/meeting/minutes/" + page.split("/meeting/minutes/")[1].split("/")[0] + "/"

    read = browse().get(link).content.decode()
    assert "Okno opravíme do pátku" in read
    assert "ui/css/meeting" in read  # the levels of its lines are seen as inside
    assert browse().post(link, {"id": new_id(), "word": "correct", "text": ""}).status_code == 422
    browse().post(link, {"id": new_id(), "word": "correct", "text": "Do čtvrtka."})
    assert MinutesReply.objects.get().invited.called == "Olga Venkovská"
    assert "Do čtvrtka." in browse(hana).get(url).content.decode()

    change = f"/podchod/meetings/{meeting.pk}/change/"
    assert change in browse(hana).get(f"/podchod/meetings/{meeting.pk}/").content.decode()
    opened = knew(browse(hana).get(change))
    browse(hana).post(f"{url}lock/")
    assert change not in browse(hana).get(f"/podchod/meetings/{meeting.pk}/").content.decode()
    moved = {"title": "x", "on": "2030-01-01", "hour": "10:00", "minutes": "60", "place": ""} | opened
    assert "Z tohoto setkání je zápis, takže se konalo." in browse(hana).post(change, moved).content.decode()
    browse(hana).post(f"{url}amend/", {"id": new_id(), "text": "Ve čtvrtek opraveno."})
    shown = browse(hana).get(url).content.decode()
    assert "Ve čtvrtek opraveno." in shown
    assert "data-editor" not in shown
    assert "Ve čtvrtek opraveno." in browse().get(link).content.decode()


def test_the_page_asks_for_lines_and_gets_them_once(call, write, anna, browse):
    meeting = call()
    line = write(meeting, "Okno")
    url = f"/podchod/meetings/{meeting.pk}/minutes/"

    answer = browse(anna).get(f"{url}state/")
    (told,) = answer.json()["lines"]
    assert (told["line"], told["known"], told["texts"][0]["text"]) == (str(line.line), 1, "Okno")
    assert browse(anna).get(f"{url}state/", headers={"If-None-Match": answer.headers["ETag"]}).status_code == 304

    said = {"id": new_id(), "line": new_id(), "after": line.line, "kind": "task", "text": "Opravit", "replaces": "0"}
    sent = browse(anna).post(f"{url}write/", said, headers={"Accept": "application/json"})
    assert sent.json()["id"]
    wrong = browse(anna).post(f"{url}write/", said | {"text": "x" * 4001}, headers={"Accept": "application/json"})
    assert (wrong.status_code, bool(wrong.json()["errors"])) == (422, True)


def test_without_script_a_line_is_added_by_the_plain_form(call, anna, browse):
    url = f"/podchod/meetings/{call().pk}/minutes/"
    browse(anna).post(f"{url}write/", {"id": new_id(), "kind": "statement", "text": "Bez skriptu"})

    assert "Bez skriptu" in browse(anna).get(url).content.decode()


def test_a_paper_filled_and_blank(call, invite, write, anna, browse):
    meeting = call()
    invite(meeting)
    write(meeting, "Okno", kind="task", who="Olga")

    for url in (f"/podchod/meetings/{meeting.pk}/minutes/paper/", "/podchod/meetings/blank/"):
        answer = browse(anna).get(url)
        assert (answer.status_code, answer.content[:5]) == (200, b"%PDF-")


@pytest.mark.parametrize("who", ["bara", "cyril"])
def test_strangers_find_nothing(who, request, start, call, browse):
    of, meeting, other = start(), call(), request.getfixturevalue(who)
    slug = other.organisation.slug

    for path in (f"meeting-series/{of.pk}/", f"meetings/{meeting.pk}/", f"meetings/{meeting.pk}/minutes/state/"):
        assert browse(other).get(f"/{slug}/{path}").status_code == 404
    assert "Porada týmu" not in browse(other).get(f"/{slug}/meetings/").content.decode()
