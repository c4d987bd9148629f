"""Projects: who looks after them, their dates and numbers, and how far they are."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.encounters.models import CrewMember, ShiftPart
from spojka.network.models import Project
from spojka.projects import actions, fulfilment
from tests import make

SAID = {
    "name": "Bezpečnější noc", "funder": "Město", "number": "A-1", "valid_from": date(2026, 1, 1),
    "valid_to": date(2026, 12, 31), "territory": [], "promised": {"contacts": 10},
}  # fmt: skip


def add(by, service, **fields):
    return actions.add(**{"by": by, "id": new_id(), "service": service, "services": [service]} | SAID | fields)


def test_a_head_writes_down_a_project_once(hana, teren):
    id = new_id()
    first, again = add(hana, teren, id=id), add(hana, teren, id=id)

    assert first == again
    assert list(first.services.all()) == [teren]


@pytest.mark.parametrize("who", ["anna", "bara", "cyril"])
def test_workers_and_strangers_may_not(who, teren, request):
    with pytest.raises(PermissionDenied):
        add(request.getfixturevalue(who), teren)


def test_a_head_of_one_service_does_not_give_away_another(hana, teren, kontakt):
    with pytest.raises(PermissionDenied):
        add(hana, teren, services=[teren, kontakt])


def test_nor_takes_it_into_a_project_of_their_own_later(hana, teren, kontakt):
    project = add(hana, teren)

    with pytest.raises(PermissionDenied):
        actions.change(by=hana, project=project, services=[teren, kontakt], **SAID)
    assert list(project.services.all()) == [teren]


def test_the_number_of_anothers_project_tells_nothing_of_it(hana, teren, kontakt):
    other = make.project(kontakt)

    with pytest.raises(Refusal):
        add(hana, teren, id=other.pk)


def test_a_number_is_once_with_a_funder(hana, teren):
    add(hana, teren)

    with pytest.raises(actions.NumberTaken):
        add(hana, teren)
    assert add(hana, teren, funder="Kraj").number == "A-1"


def test_it_can_not_end_before_it_starts(hana, teren):
    with pytest.raises(actions.BadSpan):
        add(hana, teren, valid_to=date(2025, 1, 1))


def test_who_heads_all_its_services_looks_after_it(hana, teren, kontakt):
    own, both = make.project(teren), make.project(teren, kontakt)
    manager = make.member(teren, role="organisation_manager")

    assert [hana.can(Permission.PROJECT_CHANGE, one) for one in (own, both)] == [True, False]
    assert [manager.can(Permission.PROJECT_CHANGE, one) for one in (own, both)] == [True, True]


def test_workers_see_projects_of_their_services_alone(anna, cyril, teren, kontakt):
    own = make.project(teren)
    make.project(kontakt)

    assert list(Project.objects.allowed(anna, Permission.PROJECT_VIEW)) == [own]
    assert not Project.objects.allowed(cyril, Permission.PROJECT_VIEW).exists()


def test_ending_keeps_what_it_paid_for(hana, teren):
    project = make.project(teren)
    shift = make.shift(teren)
    ShiftPart(**shift.ownership, shift=shift, project=project, starts_at=shift.start).add()

    actions.end(by=hana, project=project, on=date(2026, 7, 1))

    assert (project.valid_to, ShiftPart.objects.get().project) == (date(2026, 7, 1), project)


def test_fulfilment_counts_what_the_project_paid_for(hana, teren):
    project = make.project(teren, promised={"contacts": 4, "hours.shift": 10})
    paid, other = make.shift(teren), make.shift(teren)
    paid.change(ended_at=paid.start + timedelta(hours=5), closed_at=make.NEXT_CENTURY)
    CrewMember(**paid.ownership, shift=paid, membership_id=hana.id).add()
    ShiftPart(**paid.ownership, shift=paid, project=project, starts_at=paid.start).add()
    make.encounter(paid), make.encounter(other)

    found = {line.metric.code: (line.promised, line.done, line.percent) for line in fulfilment.lines(project, hana)}

    assert found == {"contacts": (4, 1, 25), "hours.shift": (10, 5, 50)}


def test_time_passes_from_nothing_to_the_whole(teren):
    project = make.project(teren, valid_from=date(2026, 1, 1), valid_to=date(2026, 1, 10))

    assert [fulfilment.time_passed(project, date(2026, 1, d)) for d in (1, 5, 10)] == [10, 50, 100]
    assert fulfilment.time_passed(project, date(2025, 12, 1)) == 0


def test_pages_show_and_change_a_project(hana, anna, teren, browse):
    said = SAID | {"services": [teren.pk], "promised_contacts": 500, "area_0": "Moravskoslezský kraj", "id": new_id()}
    said.pop("promised"), said.pop("territory")

    browse(hana).post("/podchod/projects/new/", said)
    project = Project.objects.get()
    page = browse(hana).get(f"/podchod/projects/{project.pk}/").content.decode()

    assert (project.territory, project.promised) == (["CZ080"], {"contacts": 500})
    assert "500" in page
    assert "Splněno" not in browse(anna).get(f"/podchod/projects/{project.pk}/").content.decode()


def test_what_is_wrong_is_said_at_the_field(hana, teren, browse):
    make.project(teren, funder="Město", number="A-1")
    said = SAID | {"services": [teren.pk], "id": new_id(), "area_0": "Nikde"}
    first = browse(hana).post("/podchod/projects/new/", said)
    second = browse(hana).post("/podchod/projects/new/", said | {"area_0": ""})
    third = browse(hana).post("/podchod/projects/new/", said | {"services": [], "promised_contacts": "0"})

    assert (first.status_code, second.status_code) == (422, 422)
    assert "obec, ORP nebo kraj" in first.content.decode()
    assert "Toto číslo má jiný projekt" in second.content.decode()
    assert "od 1 do 10 000 000" in third.content.decode()
    assert "Vyberte aspoň jednu službu" in third.content.decode()
