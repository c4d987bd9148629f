"""The organisation, its services and teams."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from spojka.access.roles import GIVES, MEMBER_ROLES, ROLES
from spojka.base.ids import new_id
from spojka.members.actions import houses
from spojka.network.models import Organisation, Service, Team
from tests import make

SERVICE = {"name": "Terén", "kind": "3866", "is_anonymous": "on"}


def post(browser, path, **typed):
    return browser.post(f"/podchod/{path}", typed)


def wrongs(answer):
    assert answer.status_code == 422
    return answer.context["form"].errors


@pytest.mark.parametrize("giver", GIVES)
def test_nobody_gives_a_role_that_can_do_more_than_their_own(giver):
    assert all(ROLES[role] <= ROLES[giver] for role in GIVES[giver])
    assert set(MEMBER_ROLES) < set(ROLES)


def test_the_manager_renames_the_organisation(gita, browse):
    assert post(browse(gita), "organisation/name/", name="Podchod, z. ú.").status_code == 302

    assert Organisation.objects.get(slug="podchod").name == "Podchod, z. ú."
    assert "name" in wrongs(post(browse(gita), "organisation/name/", name="P" * 10_000))
    assert "name" in wrongs(post(browse(gita), "organisation/name/", name=" "))


def test_the_manager_adds_a_service_and_works_not_in_it(gita, lists, browse):
    id = str(new_id())
    for _ in range(2):
        assert post(browse(gita), "services/new/", id=id, **SERVICE).status_code == 302

    made = Service.objects.get(name="Terén")
    assert (made.kind, made.is_anonymous, made.organisation.slug) == ("3866", True, "podchod")
    assert not made.memberships.exists()
    assert "Terénní programy" in browse(gita).get("/podchod/organisation/").content.decode()


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"kind": "pub"}, "kind"),
        ({"name": "Noční život"}, "name"),
        ({"name": "NOČNÍ  život"}, "name"),
        ({"name": "N" * 10_000}, "name"),
        ({"name": ""}, "name"),
    ],
)
def test_says_what_is_wrong_with_a_service(gita, teren, lists, browse, typed, field):
    assert field in wrongs(post(browse(gita), "services/new/", **SERVICE | {"id": new_id()} | typed))


def test_a_head_changes_their_own_service_and_no_other(hana, teren, kontakt, lists, browse):
    typed = {"name": "Noc", "kind": teren.kind, "ends_on": ""}

    assert post(browse(hana), f"services/{teren.pk}/", **typed).status_code == 302
    assert post(browse(hana), f"services/{kontakt.pk}/", **typed).status_code == 404
    assert browse(hana).get("/podchod/services/new/").status_code == 404
    assert browse(hana).get("/podchod/organisation/name/").status_code == 404
    teren.refresh_from_db()
    assert (teren.name, teren.is_anonymous) == ("Noc", False)


def test_a_worker_and_a_stranger_change_nothing(anna, cyril, teren, podchod):
    for by in (anna, cyril):
        with pytest.raises(PermissionDenied):
            houses.change(by=by, organisation=podchod, name="X", hears_warnings=True)
        with pytest.raises(PermissionDenied):
            houses.add_team(by=by, id=new_id(), service=teren, name="X")


def test_teams_are_added_renamed_and_closed(hana, teren, browse):
    id = str(new_id())
    for _ in range(2):
        assert post(browse(hana), f"services/{teren.pk}/teams/new/", id=id, name="Lipovec").status_code == 302
    assert "name" in wrongs(post(browse(hana), f"services/{teren.pk}/teams/new/", id=new_id(), name="lipovec"))

    gone = timezone.localdate() - timedelta(days=1)
    assert post(browse(hana), f"teams/{id}/", name="Lipník", ends_on=gone.isoformat()).status_code == 302

    assert Team.objects.get().name == "Lipník"
    assert not Team.objects.running(timezone.localdate()).exists()
    assert "teams" not in browse(hana).get("/podchod/people/invite/").context["form"].fields


def test_who_is_narrowed_to_a_team_changes_that_team_only(teren, browse):
    own, other = make.team(teren), make.team(teren)
    head = browse(make.member(teren, role="service_head", teams=[own]))

    assert post(head, f"teams/{own.pk}/", name="Naše", ends_on="").status_code == 302
    assert post(head, f"teams/{other.pk}/", name="Cizí", ends_on="").status_code == 404
    assert post(head, f"services/{teren.pk}/", name="Noc", kind=teren.kind).status_code == 404
    assert post(head, f"services/{teren.pk}/teams/new/", id=new_id(), name="Nový").status_code == 404


def test_plans_no_shift_after_the_last_day_of_a_service(hana, teren, lists):
    from spojka.encounters.actions import shifts

    now, place = timezone.now(), make.place(teren)
    teren.change(ends_on=timezone.localdate() - timedelta(days=1))
    said = {
        "team": None, "event": None, "place": place, "setting": "street", "planned_start": now,
        "planned_end": now + timedelta(hours=3), "crew": [],
    }  # fmt: skip

    with pytest.raises(shifts.ServiceClosed):
        shifts.plan(by=hana, id=new_id(), service=teren, **said)
    yesterday = {"planned_start": now - timedelta(days=2), "planned_end": now - timedelta(days=1, hours=20)}
    assert shifts.plan(by=hana, id=new_id(), service=teren, **said | yesterday)  # what was done is written down
