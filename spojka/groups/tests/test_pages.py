"""Pages of groups: what is sent twice is there once, a day of the end can be mended, no choice is made in silence."""

from datetime import timedelta

from django.utils import timezone

from spojka.base.ids import new_id
from spojka.codelists.models import OwnEntry
from spojka.groups.actions import groups as actions
from spojka.groups.actions import themes
from spojka.groups.content import Sitting
from spojka.groups.models import Group
from spojka.meetings.models import Meeting, MeetingSeries
from spojka.network.models import Membership
from tests import groups, make
from tests.entering import knew

RULE = {"rhythm": "month", "nth": "1", "weekday": "3", "every": "1", "hour": "13:00", "minutes": "90"}


def own(service, **said):
    mine = {"valid_from": timezone.localdate() - timedelta(days=9), "recorded_by": "x"}
    return OwnEntry(**service.ownership, **mine | said).add()


def text(answer):
    return answer.content.decode().replace("\N{NO-BREAK SPACE}", " ")


def test_a_meeting_and_a_rule_sent_twice_are_there_once(josef, cell, browse):
    at, today = f"/policie/working-groups/{cell.pk}/", timezone.localdate().isoformat()
    meeting = {"id": str(new_id()), "title": "Buňka", "on": today, "hour": "13:00", "minutes": "90"}
    rule = RULE | {"id": str(new_id()), "title": "Buňka", "starts_on": today}

    for _twice in range(2):
        assert browse(josef).post(f"{at}meeting/", meeting).url == f"/policie/meetings/{meeting['id']}/"
        assert browse(josef).post(f"{at}series/", rule).status_code == 302

    assert [str(one.pk) for one in Meeting.objects.filter(held_for=cell.pk)] == [meeting["id"]]
    assert [str(one.pk) for one in MeetingSeries.objects.filter(held_for=cell.pk)] == [rule["id"]]


def test_an_end_that_is_still_to_come_is_shown_and_can_be_mended(josef, cell, browse):
    page, at, today = browse(josef), f"/policie/working-groups/{cell.pk}/", timezone.localdate()
    for days in (30, 60):
        page.post(f"{at}end/", {"on": (today + timedelta(days=days)).isoformat(), "why": "Dotace končí."})

    assert Group.objects.get(pk=cell.pk).ended_on == today + timedelta(days=60)
    shown = text(page.get(at))
    assert "skončí" in shown
    assert "Dotace končí." in shown
    page.post(f"{at}resume/")
    assert Group.objects.get(pk=cell.pk).ended_on is None


def test_a_kind_that_is_offered_no_more_stays_chosen(josef, police, cell, browse):
    own(police, list="group_kind", code="cell", is_on=False)

    shown = text(browse(josef).get(f"/policie/working-groups/{cell.pk}/change/"))

    assert '<option value="cell" selected>' in shown


def test_of_two_who_write_what_a_group_is_the_second_reads_the_first(josef, cell, browse):
    path = f"/policie/working-groups/{cell.pk}/change/"
    opened = knew(browse(josef).get(path))
    said = {"name": cell.name, "kind": cell.kind, "purpose": cell.purpose}

    first = browse(josef).post(path, said | opened | {"area": "Nádraží"})
    second = browse(josef).post(path, said | opened | {"area": "Park"})

    assert (first.status_code, second.status_code) == (302, 422)
    assert "Nádraží" in text(second)
    assert Group.objects.get().area == "Nádraží"
    assert browse(josef).post(path, said | knew(second) | {"area": "Nádraží a park"}).status_code == 302


def test_a_theme_of_ones_own_list_comes_on_the_agenda_by_its_name(josef, police, cell, browse):
    own(police, list="group_theme", code="own-park", name_cs="Bezpečný park")
    theme = themes.propose(by=josef, id=new_id(), service=police, group=cell, code="own-park", words="", material="")
    meeting = groups.met(josef, cell, 7)

    chosen = {"id": str(new_id()), "outcome": "chosen", "meeting": str(meeting.pk)}
    browse(josef).post(f"/policie/group-themes/{theme.pk}/choose/", chosen)

    assert [one.said for one in meeting.agenda.all()] == ["Bezpečný park"]


def test_a_group_is_found_by_its_words_in_any_form_by_those_who_sit_there_alone(josef, cell, radek, stranger, browse):
    cell.change(name="Žlutá buňka", area="Nádraží")

    for typed in ("buňce", "zluta", "nádražím"):
        assert "Žlutá buňka" in text(browse(josef).post("/policie/search/", {"q": typed})), typed
        assert "Žlutá buňka" not in text(browse(radek).post("/zastavka/search/", {"q": typed}))
        assert "Žlutá buňka" not in text(browse(stranger).post("/jinde/search/", {"q": typed}))


def test_who_works_there_no_more_is_told_to_be_so(josef, police, cell, browse):
    left = make.member(police, name="Odešel Dávno", role="partner_professional")
    worker = Membership.objects.get(pk=left.id)
    sitting = Sitting("member", "police", worker=worker)
    actions.seat(by=josef, id=new_id(), group=cell, sitting=sitting, at=timezone.now())
    at = f"/policie/working-groups/{cell.pk}/"
    assert "už tam nepracuje" not in text(browse(josef).get(at))

    Membership.objects.filter(pk=left.id).update(ended_at=timezone.now())

    assert "už tam nepracuje" in text(browse(josef).get(at))


def test_it_is_said_that_more_is_open_than_is_shown(josef, cell, browse):
    groups.said(josef, groups.met(josef, cell, -3), *[("task", f"Úkol {number}", {}) for number in range(31)])

    shown = text(browse(josef).get(f"/policie/working-groups/{cell.pk}/"))

    assert "třicet nejstarších" in shown
