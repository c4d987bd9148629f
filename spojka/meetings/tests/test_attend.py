"""Who was there: by taps, by a head count, by the code on the organiser's screen."""

import pytest
from django.core.exceptions import PermissionDenied

from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.meetings.actions import people
from spojka.meetings.models import Invited


def test_a_tap_says_it_and_another_one_takes_it_back(call, invite, anna, browse):
    meeting = call()
    person = invite(meeting, anna)
    url = f"/podchod/meeting-people/{person.pk}/mark/"

    for said in ("came", ""):
        browse(anna).post(url, {"presence": said})
        person.refresh_from_db()
        assert person.presence == said
    assert browse(anna).post(url, {"presence": "dead"}).status_code == 422


def test_people_without_names_are_counted(call, anna, browse):
    meeting = call()

    browse(anna).post(f"/podchod/meetings/{meeting.pk}/count/", {"heads": "12"})
    meeting.refresh_from_db()
    assert meeting.head_count == 12
    with pytest.raises(Refusal):
        people.count(by=anna, meeting=meeting, heads=-1)


def test_who_reads_the_code_writes_themselves_down(call, invite, anna, browse):
    meeting = call(title="Tajné jméno")
    person = invite(meeting)
    page = browse(anna).post(f"/podchod/meetings/{meeting.pk}/door/", {}).content.decode()
    url = "/meeting/here/" + page.split("/meeting/here/")[1].split("/")[0] + "/"

    shown = browse().get(url).content.decode()
    assert "Olga" not in shown  # who reads the code in the room learns no names
    assert "Tajné" not in shown
    for name, house in (("olga venkovská", ""), ("Nový Host", "Škola")):
        assert browse().post(url, {"id": new_id(), "name": name, "house": house}).status_code == 200

    person.refresh_from_db()
    assert person.presence == "came"
    other = Invited.objects.exclude(pk=person.pk).get()
    assert (other.called, other.is_walk_in, other.presence) == ("Nový Host", True, "came")


def test_the_next_code_ends_the_one_before(call, anna, browse):
    meeting = call()
    urls = []
    for _again in range(2):
        page = browse(anna).post(f"/podchod/meetings/{meeting.pk}/door/", {}).content.decode()
        urls.append("/meeting/here/" + page.split("/meeting/here/")[1].split("/")[0] + "/")

    assert [browse().get(url).status_code for url in urls] == [410, 200]


def test_of_supervision_it_is_written_down_who_was_there(call, invite, anna, browse):
    meeting = call(kind="supervision")
    people.mark(by=anna, person=invite(meeting, anna), presence="came")

    page = browse(anna).get(f"/podchod/meetings/{meeting.pk}/")
    assert page.status_code == 200
    assert browse(anna).get(f"/podchod/meetings/{meeting.pk}/minutes/").status_code == 404
    assert "/minutes/" not in page.content.decode()


@pytest.mark.parametrize("who", ["bara", "cyril"])
def test_strangers_mark_nobody(who, request, call, invite):
    person = invite(call())
    with pytest.raises(PermissionDenied):
        people.mark(by=request.getfixturevalue(who), person=person, presence="came")


def test_a_phone_that_is_passed_on_writes_down_both(call, anna, browse):
    meeting, id = call(), new_id()
    page = browse(anna).post(f"/podchod/meetings/{meeting.pk}/door/", {}).content.decode()
    url = "/meeting/here/" + page.split("/meeting/here/")[1].split("/")[0] + "/"
    for name in ("Jan Starší", "Jan Mladší", "Jan Mladší"):  # one went back to the page: its id is the same
        assert browse().post(url, {"id": id, "name": name, "house": ""}).status_code == 200

    assert [one.called for one in Invited.objects.order_by("recorded_at")] == ["Jan Starší", "Jan Mladší"]


def test_who_was_taken_off_meanwhile_is_not_marked_unseen(call, invite, anna, hana, browse, now):
    person = invite(call())
    people.uninvite(by=hana, person=person, at=now)

    answer = browse(anna).post(f"/podchod/meeting-people/{person.pk}/mark/", {"presence": "came"})
    assert answer.status_code == 422
    assert "mezitím vyřazen" in answer.content.decode()
