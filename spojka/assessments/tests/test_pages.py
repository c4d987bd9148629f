"""The pages of the forms: the overview, a section to fill in, two texts beside each other, and what others see."""

import re

from django.utils import timezone

from spojka.assessments.models import AssessmentPart
from spojka.audit.models import Seen
from spojka.base.ids import new_id
from spojka.clients.actions import joining
from tests import make

from .conftest import texts


def at(client, rest="", house="podchod"):
    return f"/{house}/clients/{client.pk}/assessments/{rest}"


def test_one_fills_the_form_in_section_by_section(klara, rada, browse):
    assert at(rada) in browse(klara).get(f"/podchod/clients/{rada.pk}/").content.decode()
    assert "Rodina a bydlení" in browse(klara).get(at(rada)).content.decode()

    sent = {"id": new_id(), "after": "", "home": "Lipovec", "marital": "married", "on": "1"}
    answer = browse(klara).post(at(rada, "entry/family/"), sent)

    assert answer["Location"] == at(rada, "entry/living/")
    assert texts(rada, "family") == [{"home": "Lipovec", "marital": "married"}]
    shown = browse(klara).get(at(rada)).content.decode()
    assert "vyplněno 2 z 4" in shown
    assert "Vstupní formulář: 1 oddíl" in browse(klara).get(f"/podchod/clients/{rada.pk}/").content.decode()
    assert 'value="Lipovec"' in browse(klara).get(at(rada, "entry/family/")).content.decode()


def test_an_empty_section_is_passed_over(klara, rada, browse):
    answer = browse(klara).post(at(rada, "entry/living/"), {"id": new_id(), "on": "1"})

    assert answer["Location"] == at(rada, "entry/drugs_before/")
    assert not AssessmentPart.objects.exists()


def test_faults_come_back_at_their_field(klara, rada, browse):
    said = {"id": new_id(), "income": "hodně", "field": "Kuchař", "refused": ["field"]}

    back = browse(klara).post(at(rada, "entry/living/"), said)

    page = back.content.decode()
    assert back.status_code == 422
    assert "celou částku" in page
    assert "Kuchař" in page
    assert "odškrtněte" in page
    assert browse(klara).post(at(rada, "entry/way_in/"), {"id": new_id(), "born": "87"}).status_code == 422
    assert not AssessmentPart.objects.exists()


def test_none_goes_with_nothing_else(klara, rada, browse):
    said, alone = {"id": new_id(), "limits": ["none", "mobility"]}, {"id": new_id(), "treatment": ["never"]}
    assert browse(klara).post(at(rada, "entry/treatment/"), alone).status_code == 302

    back = browse(klara).post(at(rada, "entry/health/"), said)

    assert back.status_code == 422
    assert "„Žádné“ se s ničím dalším neslučuje" in back.content.decode()


def test_sums_are_taken_as_people_write_them(klara, rada, browse):
    for text in ("12 000", "12.000 Kč", "12000,-"):
        said = {"id": new_id(), "after": " ".join(str(one.pk) for one in AssessmentPart.objects.all()), "income": text}
        assert browse(klara).post(at(rada, "entry/living/"), said).status_code == 302

    assert [one.said for one in AssessmentPart.objects.all()] == [{"income": 12000}]


def test_what_somebody_saved_meanwhile_stands_beside_ones_own(hana, klara, rada, write, browse):
    base = write("family", home="Lipovec", children="Dvě.")
    write("family", by=hana, home="Brno", children="Dvě.", stays="U sestry.")
    sent = {"id": new_id(), "after": str(base.pk), "home": "Lipovec", "children": "Dvě, u babičky."}

    back = browse(klara).post(at(rada, "entry/family/"), sent)

    page = back.content.decode()
    assert back.status_code == 422
    for words in ("Brno", "Dvě, u babičky.", "U sestry.", "Hana Večerní", "Co jste napsali", "mezitím někdo"):
        assert words in page
    assert 'value="Brno"' in page  # only they changed it
    after = re.search(r'name="after" value="([^"]+)"', page)[1]
    joined = {"id": new_id(), "after": after, "home": "Brno", "children": "Dvě, u babičky.", "stays": "U sestry."}
    assert browse(klara).post(at(rada, "entry/family/"), joined).status_code == 302
    assert texts(rada, "family") == [{"home": "Brno", "children": "Dvě, u babičky.", "stays": "U sestry."}]


def test_what_is_no_longer_offered_stays_and_can_be_saved(klara, rada, write, browse):
    part = write("family", marital="cohabiting")

    page = browse(klara).get(at(rada, "entry/family/")).content.decode()

    assert re.search(r'value="cohabiting"[^>]*selected', page)
    sent = {"id": new_id(), "after": str(part.pk), "marital": "cohabiting", "home": "Lipovec"}
    assert browse(klara).post(at(rada, "entry/family/"), sent).status_code == 302


def test_whom_a_consent_lets_in_reads_its_sections_and_no_others(cyril, rada, shared, write, browse):
    write("family", home="Lipovec")
    write("way_in", way="self", reason="Bolí to.")

    page = browse(cyril).get(at(rada, house="jinde")).content.decode()

    assert "Rodina a bydlení" in page
    assert "Spojení" not in page
    shown = browse(cyril).get(at(rada, "entry/family/", "jinde"))
    assert "Lipovec" in shown.content.decode()
    assert "<textarea" not in shown.content.decode()
    assert browse(cyril).get(at(rada, "entry/way_in/", "jinde")).status_code == 404
    assert browse(cyril).post(at(rada, "entry/family/", "jinde"), {"id": new_id(), "home": "x"}).status_code == 404


def test_who_may_only_read_gets_no_form(anna, rada, write, browse):
    write("family", home="Lipovec")

    assert "<textarea" not in browse(anna).get(at(rada, "entry/family/")).content.decode()
    assert browse(anna).post(at(rada, "entry/family/"), {"id": new_id(), "home": "x"}).status_code == 404


def test_strangers_find_no_page(bara, cyril, rada, write, browse):
    write("family", home="Lipovec")
    other = make.member(make.service(organisation=make.organisation(slug="treti")), role="key_worker")

    for who, house in ((bara, "podchod"), (cyril, "jinde"), (other, "treti")):
        for rest in ("", "entry/family/"):
            assert browse(who).get(at(rada, rest, house)).status_code == 404
            assert browse(who).post(at(rada, rest, house), {"home": "x"}).status_code in (404, 405)


def test_texts_of_merged_clients_stand_beside_each_other(hana, klara, teren, rada, write, browse):
    kept = make.client(teren, code="KEP 80 Z")
    write("family", client=kept, home="Brno", marital="single")
    write("family", home="Lipovec", marital="single")
    joining.merge(by=hana, id=new_id(), client=kept, other=rada, reason="táž", at=timezone.now())

    assert "Stojí tu dva texty" in browse(klara).get(at(kept)).content.decode()
    page = browse(klara).get(at(kept, "entry/family/")).content.decode()

    assert 'value="Brno / Lipovec"' in page
    assert "Dva texty" in page
    after = re.search(r'name="after" value="([^"]+)"', page)[1]
    sent = {"id": new_id(), "after": after, "home": "Lipovec", "marital": "single"}
    assert browse(klara).post(at(kept, "entry/family/"), sent).status_code == 302
    assert texts(kept, "family") == [{"home": "Lipovec", "marital": "single"}]
    assert browse(klara).get(at(rada)).status_code == 200  # the merged code says nothing, and takes nothing
    assert browse(klara).get(at(rada, "entry/family/")).status_code == 404


def test_a_section_is_read_by_who_opens_it_not_by_who_sees_that_it_is_filled_in(anna, klara, rada, write, browse):
    part, other = write("family", home="Lipovec"), write("health", health="Nic.")

    browse(anna).get(f"/podchod/clients/{rada.pk}/")
    browse(anna).get(at(rada, "entry/family/"))

    assert Seen.objects.filter(row_id=part.pk).exists()
    assert not Seen.objects.filter(row_id=other.pk).exists()


def test_who_is_let_in_learns_why_and_the_head_who_has_seen_it(cyril, hana, rada, shared, write, browse):
    part = write("family", home="Lipovec")

    assert "současná situace" in browse(cyril).get(at(rada, "entry/family/", "jinde")).content.decode()
    page = browse(hana).get(at(rada, "entry/family/")).content.decode()
    assert f"/podchod/audit/row/{part.pk}/" in page
    assert "Cyril Cizí" in browse(hana).get(f"/podchod/audit/row/{part.pk}/").content.decode()


def test_there_is_no_other_form_or_section(klara, rada, browse):
    for rest in ("entry/nothing/", "nothing/family/", "child/nothing/"):
        assert browse(klara).get(at(rada, rest)).status_code == 404


def test_versions_stand_beside_each_other(hana, klara, rada, write, browse):
    first = write("family", home="Lipovec", children="Dvě.")
    write("family", by=hana, home="Brno", children="Dvě.")
    third = write("family", home="Brno", children="Dvě.", stays="U sestry.")
    path = at(rada, "entry/family/versions/")

    page = browse(klara).get(path).content.decode()
    assert page.count("Hana Večerní") >= 2
    assert page.count("Klára Klíčová") >= 2
    assert "Lipovec" not in page
    both = browse(klara).get(f"{path}?older={first.pk}&newer={third.pk}").content.decode()
    assert "Lipovec" in both
    assert both.count("změněno") == 2
    alone = browse(klara).get(f"{path}?older={first.pk}&newer={first.pk}").content.decode()
    assert "Lipovec" in alone
    assert browse(klara).get(f"{path}?older=x&newer=y").status_code == 200
    assert path in browse(klara).get(at(rada, "entry/family/")).content.decode()


def test_versions_are_open_to_whom_the_section_is(anna, cyril, rada, shared, write, browse):
    write("family", home="Lipovec")
    write("way_in", way="self")

    for who, house in ((anna, "podchod"), (cyril, "jinde")):
        assert "Lipovec" in browse(who).get(at(rada, "entry/family/versions/", house)).content.decode()
    assert browse(cyril).get(at(rada, "entry/way_in/versions/", "jinde")).status_code == 404
    assert browse(anna).get(at(rada, "entry/living/versions/")).status_code == 404
