"""A contract is refused on the grounds of the law alone."""

from datetime import timedelta

import pytest
from django.utils import timezone

from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.contracts.actions import refusals
from spojka.contracts.models import ContractRefusal
from tests import make

DAY = timedelta(days=1)
LIST = "/podchod/contract-refusals/"


@pytest.fixture
def today(lists):
    return timezone.localdate()


@pytest.fixture
def refuse(eva, teren, today):
    def of(**fields):
        said = {"on": today, "ground": "capacity", "is_residential": False, "ended_on": None, "instead": "elsewhere"}
        said |= {"words": {"wanted": "Poradnu", "why": "Je plno.", "offered": "K-centrum"}, "wants_paper": True}
        return refusals.refuse(by=eva, id=new_id(), service=teren, client=None, today=today, **said | fields)

    return of


def test_health_is_a_ground_of_residential_services_alone(refuse):
    with pytest.raises(Refusal):
        refuse(ground="health")

    assert refuse(ground="health", is_residential=True).pk


def test_an_earlier_contract_is_a_ground_for_six_months(refuse, today):
    for ended_on in (None, today - 200 * DAY, today + DAY):
        with pytest.raises(Refusal) as said:
            refuse(ground="ended_before", ended_on=ended_on)
        assert said.value.field == "ended_on"

    assert refuse(ground="ended_before", ended_on=today - 100 * DAY).ended_on


def test_no_other_ground_is_taken(eva, browse, today, teren):
    typed = {
        "id": new_id(),
        "on": today,
        "wanted": "x",
        "ground": "gold",
        "why": "x",
        "instead": "later",
        "offered": "x",
    }

    answer = browse(eva).post(f"{LIST}new/", typed)

    assert answer.status_code == 422
    assert answer.context["form"].errors["ground"]
    assert "health" not in dict(answer.context["form"].fields["ground"].choices)


def test_a_refusal_is_in_the_register_with_a_paper_and_a_text(eva, browse, today, teren):
    client = make.client(teren)
    typed = {"id": str(new_id()), "client": client.pk, "on": today, "wanted": "Byt", "ground": "not_provided"}
    typed |= {"why": "Byty nemáme.", "instead": "elsewhere", "offered": "Odbor bydlení", "wants_paper": "on"}

    answer = browse(eva).post(f"{LIST}new/", typed)

    row = ContractRefusal.objects.get()
    assert answer.url == f"{LIST}{row.pk}/"
    page = browse(eva).get(answer.url).content.decode()
    assert "Byty nemáme." in page
    assert "§ 91 odst. 3" in page
    assert browse(eva).get(f"{answer.url}paper/").content.startswith(b"%PDF")
    register = browse(eva).get(LIST)
    assert [one.pk for one in register.context["refusals"]] == [row.pk]
    assert client.code in register.content.decode()


def test_strangers_and_other_services_find_nothing(bara, cyril, gita, browse, refuse):
    row = refuse()

    for who in (bara, cyril, gita):
        assert browse(who).get(f"{LIST}{row.pk}/").status_code == 404
    assert browse(bara).get(LIST).context["refusals"] == []


def test_an_address_that_names_no_client_leads_nowhere(eva, browse, lists):
    assert browse(eva).get(f"{LIST}new/?client=abc").status_code == 404
