"""The pages of heads, and what those kept apart meet everywhere else."""

from spojka.base.ids import new_id
from spojka.network.models import Membership
from spojka.walls.models import Wall
from tests import make


def page(client, rest=""):
    return f"/podchod/clients/{client.pk}/{rest}"


def test_a_head_keeps_apart_and_ends_it(anna, hana, victim, browse):
    assert page(victim, "walls/") in browse(hana).get(page(victim)).content.decode()
    shown = browse(hana).get(page(victim, "walls/")).content.decode()
    assert f'<option value="{anna.id}">Anna Poledne</option>' in shown
    said = {"id": new_id(), "whom": anna.id, "why": "Je to její sestra."}
    assert browse(hana).post(page(victim, "walls/"), said).status_code == 302

    assert browse(anna).get(page(victim)).status_code == 404
    shown = browse(hana).get(page(victim, "walls/")).content.decode()
    assert "Je to její sestra." in shown
    assert "sestra" not in Wall.objects.values_list("why", flat=True).get()
    end = f"/podchod/walls/{Wall.objects.get().pk}/end/"
    assert browse(hana).get(end).status_code == 200
    assert browse(hana).post(end, {}).status_code == 422
    browse(hana).post(end, {"why": "Už ne."})
    assert browse(anna).get(page(victim)).status_code == 200


def test_faults_come_back_at_their_field(hana, anna, victim, browse):
    for wrong in ({"whom": ""}, {"why": ""}, {"whom": hana.id}, {"whom": str(new_id())}, {"ends_on": "2020-01-01"}):
        said = {"id": new_id(), "whom": anna.id, "why": "x"} | wrong
        assert browse(hana).post(page(victim, "walls/"), said).status_code == 422
    assert not Wall.objects.exists()


def test_no_page_shows_the_client_to_who_is_kept_apart(anna, hana, teren, victim, wall, browse):
    shift = make.shift(teren)
    row = make.encounter(shift, client=victim, note="Přišla s modřinou.")
    pages = ["/podchod/", "/podchod/clients/", "/podchod/encounters/", f"/podchod/shifts/{shift.pk}/"]
    pages += ["/podchod/reports/contacts/", "/podchod/shared/", "/podchod/inquiries/"]
    before = [browse(anna).get(path).content.decode() for path in pages]
    assert any("EVA 85 N" in shown for shown in before)

    wall(anna)

    for path in pages:
        shown = browse(anna).get(path).content.decode()
        assert "EVA 85 N" not in shown, path
        assert "modřinou" not in shown, path
    assert browse(anna).get(f"/podchod/encounters/{row.pk}/").status_code == 404
    found = browse(anna).post("/podchod/search/", {"q": "EVA 85"}).content.decode()
    assert str(victim.pk) not in found


def test_strangers_find_no_page(anna, bara, gita, cyril, hana, kontakt, victim, wall, browse):
    row = wall(kontakt)
    for who in (anna, bara, gita):
        assert browse(who).get(page(victim, "walls/")).status_code == 404
        assert browse(who).get(f"/podchod/walls/{row.pk}/end/").status_code == 404
    assert browse(cyril).get(f"/jinde/clients/{victim.pk}/walls/").status_code == 404
    assert Membership.objects.filter(pk=anna.id).exists()
    assert page(victim, "walls/") not in browse(anna).get(page(victim)).content.decode()
