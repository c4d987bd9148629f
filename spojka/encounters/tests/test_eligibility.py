"""For whom a service is: it says why, and what may be written down is a refusal."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from spojka.base.ids import new_id
from spojka.clients.beside import flags_of
from spojka.codelists.catalogue import catalogue
from spojka.encounters.actions import eligibility, encounters
from spojka.encounters.content import Content
from spojka.encounters.models import EligibilityRule, Encounter, Override, Side
from tests import make

RULE = {"least_age": 15, "user_kinds": ["problem", "harmful"], "territory": "Lipovec", "outside": ["IP", "IS"]}
DAY = make.SATURDAY


@pytest.fixture
def head(kontakt):
    return make.member(kontakt, name="David Vedoucí", role="service_head")


@pytest.fixture
def shift(lists, kontakt):
    return make.shift(kontakt, setting="drop_in")


@pytest.fixture
def rule(head, kontakt, lists):
    return eligibility.set(by=head, id=new_id(), service=kontakt, valid_from=DAY, **RULE)


@pytest.fixture
def meet(bara, shift):
    def write(late=0, **said):
        at = shift.start + timedelta(hours=1)
        content = Content(**{"side": Side.ANONYMOUS, "occurred_at": at} | ({"phone_at": at} if late else {}) | said)
        told = {"shift": shift, "content": content, "catalogue": catalogue(shift.service, shift.day)}
        return encounters.record(by=bara, id=new_id(), **told, at=at + timedelta(hours=late))

    return write


@pytest.mark.parametrize("who", [{"age_band": "0_14"}, {"user_kind": "non_user"}])
def test_who_does_not_meet_it_gets_only_what_everybody_gets(rule, meet, who):
    with pytest.raises(encounters.NotEligible) as refused:
        meet(materials={"syringe_1": 1}, **who)

    assert "odmítnutí" in str(refused.value)
    assert meet(acts={"IP": 1}, **who)
    assert Encounter.objects.count() == 1


def test_the_page_leads_to_a_refusal_that_begins_with_its_ground(rule, bara, shift, browse):
    at = timezone.localtime(shift.start + timedelta(hours=1)).isoformat(timespec="minutes")[:16]
    typed = {"id": new_id(), "side": "anonymous", "materials-syringe_1": 1, "age_band": "0_14", "at": at}
    url = f"/podchod/shifts/{shift.pk}/refusals/new/"
    assert f'"{url}?ground=' not in browse(bara).get(f"/podchod/shifts/{shift.pk}/encounters/new/").content.decode()

    page = browse(bara).post(f"/podchod/shifts/{shift.pk}/encounters/new/", typed).content.decode()

    assert f'"{url}?ground=not_eligible"' in page
    for asked, is_chosen in (("?ground=not_eligible", True), ("", False)):
        (radio,) = re.findall(r'<input[^>]*value="not_eligible"[^>]*>', browse(bara).get(url + asked).content.decode())
        assert ("checked" in radio) == is_chosen


@pytest.mark.parametrize("who", [{}, {"age_band": "15_17"}, {"user_kind": "problem", "age_band": "50_plus"}])
def test_what_is_not_known_stands_against_nobody(rule, meet, who):
    assert meet(materials={"syringe_1": 1}, **who)


def test_material_beside_an_act_that_everybody_gets_is_held_back(rule, meet):
    with pytest.raises(encounters.NotEligible):
        meet(materials={"syringe_1": 1}, acts={"IP": 1}, age_band="0_14")


def test_what_was_said_before_of_a_client_holds(rule, meet, bara, shift):
    met = meet(side=Side.CODE, code="KRA 84", age_band="0_14", acts={"IP": 1})

    with pytest.raises(encounters.NotEligible):
        meet(side=Side.CODE, code="KRA 84", materials={"condom": 1})
    (flag,) = flags_of(met.client, bara, shift.start + timedelta(days=1))
    assert flag.kind == "eligibility"
    assert "15" in flag.text


def test_what_comes_late_from_a_phone_is_kept_and_marked(rule, meet):
    meet(late=2, materials={"condom": 1}, age_band="0_14")

    assert Override.objects.get().kind == "eligibility"


def test_before_its_day_and_after_one_that_asks_nothing_everybody_gets_all(rule, meet, head, kontakt):
    nothing = {"least_age": None, "user_kinds": [], "territory": "", "outside": []}
    eligibility.set(by=head, id=new_id(), service=kontakt, valid_from=DAY, **nothing)

    assert meet(materials={"condom": 1}, age_band="0_14")
    assert EligibilityRule.objects.all().in_force(kontakt, DAY - timedelta(days=1)) is None


def test_a_rule_that_asks_nothing_has_no_exceptions(head, kontakt, lists):
    said = {"least_age": None, "user_kinds": [], "territory": "", "outside": ["IP"]}

    with pytest.raises(eligibility.AsksNothing):
        eligibility.set(by=head, id=new_id(), service=kontakt, valid_from=DAY, **said)


@pytest.mark.parametrize("who", ["bara", "anna", "hana", "cyril"])
def test_is_for_the_head_of_that_service_alone(who, kontakt, lists, request):
    with pytest.raises(PermissionDenied):
        eligibility.set(by=request.getfixturevalue(who), id=new_id(), service=kontakt, valid_from=DAY, **RULE)


def test_sent_twice_is_one_rule(head, kontakt, lists):
    same = {"id": new_id(), "service": kontakt, "valid_from": DAY, **RULE}

    assert eligibility.set(by=head, **same) == eligibility.set(by=head, **same)
    assert EligibilityRule.objects.count() == 1


def test_the_page_shows_and_sets_it(head, bara, kontakt, lists, browse):
    typed = {"id": str(new_id()), "valid_from": "2026-07-01", "least_age": "15", "outside": ["IP"]}

    assert browse(bara).post("/podchod/eligibility/", typed).status_code == 200  # reads, sets nothing
    assert browse(head).post("/podchod/eligibility/", typed).status_code == 302

    assert EligibilityRule.objects.get().outside == ["IP"]
    page = browse(bara).get("/podchod/eligibility/")
    assert "15" in page.content.decode()
    assert "N_CE" not in dict(page.context["form"].fields["outside"].choices)  # nobody comes for our travel
