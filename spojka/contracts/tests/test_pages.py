"""What one writes and reads: from the client's page to the papers."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from spojka.base.ids import new_id
from spojka.codelists import actions as lists
from spojka.contracts.models import Contract, ContractEnding, ContractWarning, RulesExplanation, ServiceRules
from tests import make

from .conftest import WORDS

LIST = "/podchod/contracts/"
DAY = timedelta(days=1)


@pytest.fixture
def today(lists):
    return timezone.localdate()


@pytest.fixture
def typed(house_rules, today):
    def of(**fields):
        said = {"id": str(new_id()), "regime": "service", "form": "oral", "acts": ["SPP"], "starts_on": today}
        return WORDS | said | {"rules": house_rules.pk} | fields

    return of


def page(contract):
    return f"{LIST}{contract.pk}/"


def text(answer):
    return answer.content.decode()


def of_client(client):
    return f"/podchod/clients/{client.pk}/contract/"


def test_what_is_typed_survives_a_lost_answer(hana, browse, client_of_ours, concluded):
    for path in (
        f"{page(concluded())}warn/",
        "/podchod/contract-refusals/new/",
        f"/podchod/clients/{client_of_ours.pk}/rules/",
    ):
        assert "<once-form" in text(browse(hana).get(path))


def test_a_contract_goes_from_the_client_to_the_head_and_to_paper(eva, hana, browse, client_of_ours, typed, today):
    said = typed()
    answer = browse(eva).post(of_client(client_of_ours), said)
    contract = Contract.objects.get()
    assert answer.url == page(contract)
    assert browse(eva).get(f"{page(contract)}conclude/").status_code == 404
    waits = browse(hana).get("/podchod/")
    assert "Uzavřít smlouvu" in text(waits)
    assert WORDS["goal"] not in text(waits)

    read = text(browse(hana).get(f"{page(contract)}conclude/"))
    assert WORDS["goal"] in read
    assert "Není zapsáno, že klient byl s těmito pravidly seznámen." in read
    browse(hana).post(f"{page(contract)}conclude/", {"on": today, "edition": 1})

    contract.refresh_from_db()
    assert str(contract) == f"1/{today.year}"
    shown = text(browse(eva).get(page(contract)))
    assert "Základní sociálně-právní poradenství" in shown
    assert "Ústní smlouva" in shown  # in the text for the file
    assert browse(eva).get(f"{page(contract)}paper/").content.startswith(b"%PDF")
    assert f"Smlouva 1/{today.year}" in text(browse(eva).get(f"/podchod/clients/{client_of_ours.pk}/"))
    assert [line.contract for line in browse(eva).get(LIST).context["lines"]] == [contract]


def test_with_an_anonymous_client_by_word_is_offered_first(eva, browse, client_of_ours, house_rules):
    form = browse(eva).get(of_client(client_of_ours)).context["form"]

    assert form.fields["form"].choices[0][0] == "oral"
    assert form["form"].value() == "oral"


def test_without_rules_one_is_led_to_them(eva, hana, browse, client_of_ours, lists):
    answer = browse(eva).get(of_client(client_of_ours))
    assert answer.url.startswith("/podchod/rules/")
    assert "Nejdřív je napíše vedoucí" in text(browse(eva).get(answer.url))
    assert "Nejdřív je napište" in text(browse(hana).get(answer.url))


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"goal": ""}, "goal"),
        ({"acts": []}, "acts"),
        ({"form": ""}, "form"),
        ({"starts_on": ""}, "starts_on"),
        ({"ends_on": "2001-01-01"}, "ends_on"),
        ({"is_three_party": "on", "office": "Lipovec", "form": "written"}, "is_three_party"),
        ({"is_three_party": "on", "regime": "protection", "form": "written"}, "office"),
    ],
)
def test_what_is_wrong_is_answered_at_its_field_and_nothing_is_lost(eva, browse, client_of_ours, typed, wrong, field):
    answer = browse(eva).post(of_client(client_of_ours), typed() | {"unkept": "Zavoláme si."} | wrong)

    assert answer.status_code == 422
    assert answer.context["form"].errors[field]
    assert "Zavoláme si." in text(answer)


def test_who_saves_second_sees_what_the_first_wrote(eva, hana, browse, client_of_ours, typed, drafted):
    contract = drafted(form="oral")
    browse(hana).post(f"{page(contract)}change/", typed(edition=1, goal="Najít byt."))

    answer = browse(eva).post(f"{page(contract)}change/", typed(edition=1, goal="Splatit dluh."))
    assert answer.status_code == 422
    assert "Najít byt." in text(answer)
    assert "Splatit dluh." in text(answer)

    again = typed(edition=answer.context["form"].data["edition"], goal="Najít byt a splatit dluh.")
    assert browse(eva).post(f"{page(contract)}change/", again).status_code == 302
    assert contract.wordings.get().said["goal"] == "Najít byt a splatit dluh."


def test_an_addendum_starts_from_what_holds(eva, hana, browse, concluded, typed, today):
    contract = concluded()
    form = browse(eva).get(f"{page(contract)}amend/").context["form"]
    assert form["goal"].value() == WORDS["goal"]
    assert "regime" not in form.fields

    said = typed(goal="Nový cíl.")
    browse(eva).post(f"{page(contract)}amend/", said)
    browse(hana).post(f"{page(contract)}conclude/", {"on": today, "edition": 1})

    assert "Nový cíl." in text(browse(eva).get(page(contract)))
    assert WORDS["goal"] in text(browse(eva).get(f"{page(contract)}?version=1"))
    assert browse(eva).get(f"{page(contract)}paper/?version=2").content.startswith(b"%PDF")


def test_a_warning_and_a_notice_go_through_the_pages(eva, hana, browse, concluded, today):
    contract = concluded()
    broken = {"id": str(new_id()), "rule": "Neprodáváme tu látky.", "what": "Nabízel látku."}
    days = {"happened_on": today - 9 * DAY, "written_on": today - 9 * DAY}
    browse(eva).post(f"{page(contract)}warn/", broken | days)
    warning = ContractWarning.objects.get()
    said = {"id": str(new_id()), "ground": "rules", "what": "Znovu.", "happened_on": today, "on": today}
    refused = browse(hana).post(f"{page(contract)}notice/", said)
    assert refused.status_code == 422
    assert "Chybí doručené upozornění" in text(refused)
    assert "Znovu." in text(refused)

    delivered = {"delivered_on": today - 8 * DAY, "delivered_how": "in_person"}
    browse(eva).post(f"/podchod/contract-warnings/{warning.pk}/delivered/", delivered)
    browse(hana).post(f"{page(contract)}notice/", said | {"warning": warning.pk})

    ending = ContractEnding.objects.get()
    assert "ještě není doručena" in text(browse(hana).get("/podchod/"))
    browse(eva).post(f"/podchod/contract-endings/{ending.pk}/delivered/", delivered | {"delivered_on": today})
    ending.refresh_from_db()
    assert ending.last_day
    assert "dobíhá výpovědní doba" in text(browse(hana).get("/podchod/")) or ending.last_day > today + 14 * DAY
    for path in (f"contract-warnings/{warning.pk}/paper/", f"contract-endings/{ending.pk}/paper/"):
        assert browse(eva).get(f"/podchod/{path}").content.startswith(b"%PDF")
    assert "Nabízel látku." in text(browse(eva).get(page(contract)))
    browse(hana).post(f"/podchod/contract-endings/{ending.pk}/take-back/")
    contract.refresh_from_db()
    assert contract.last_day is None

    at_once = {"id": str(new_id()), "ground": "dignity", "delivered_on": today, "delivered_how": "in_person"}
    told = text(browse(hana).post(f"{page(contract)}notice/", said | at_once, follow=True))
    assert "Poslední den smlouvy je" in told
    assert "ode dne poté, co ji klient dostane" not in told


def test_the_client_ends_it_on_one_page(eva, browse, concluded, today):
    contract = concluded()
    said = {"id": str(new_id()), "on": today, "last": today - DAY, "is_written": "no"}
    assert browse(eva).post(f"{page(contract)}end/", said).status_code == 422

    browse(eva).post(f"{page(contract)}end/", said | {"last": today})

    contract.refresh_from_db()
    assert contract.last_day == today
    assert browse(eva).get(LIST + "?show=ending").context["lines"][0].contract == contract


def test_rules_are_set_by_the_head_and_explained_by_whoever_meets_the_client(
    anna, hana, browse, client_of_ours, house_rules, today
):
    said = {"text": "Nová pravidla.", "valid_from": today, "notice": 1, "notice_unit": "months"}
    assert browse(anna).post("/podchod/rules/", said | {"id": str(new_id())}).status_code == 200
    browse(hana).post("/podchod/rules/", said | {"id": str(new_id())})
    newest = ServiceRules.objects.get(version=2)
    assert "Nová pravidla." in text(browse(anna).get("/podchod/rules/"))

    told = {"id": str(new_id()), "rules": newest.pk, "ways": ["together", "easy"], "on": today, "told_by": anna.id}
    url = f"/podchod/clients/{client_of_ours.pk}/rules/"
    assert browse(anna).post(url, told | {"ways": []}).context["form"].errors["ways"]
    browse(anna).post(url, told)

    row = RulesExplanation.objects.get()
    assert (row.rules, row.ways, row.told_by) == (newest, ["together", "easy"], anna.id)
    assert "Pravidla vysvětlena: verze 2" in text(browse(anna).get(f"/podchod/clients/{client_of_ours.pk}/"))
    assert browse(anna).get(f"/podchod/rules/{newest.pk}/paper/").content.startswith(b"%PDF")


@pytest.mark.parametrize("kind", ["contract", "addendum", "warning", "notice", "refusal"])
def test_papers_are_blank_too(eva, browse, lists, kind):
    assert browse(eva).get(f"{LIST}blank/{kind}/").content.startswith(b"%PDF")


def test_strangers_and_other_services_find_nothing(bara, cyril, gita, browse, concluded, warned):
    contract = concluded()
    warning = warned(contract)

    for who in (bara, cyril, gita):
        assert browse(who).get(page(contract)).status_code == 404
        assert browse(who).get(f"/podchod/contract-warnings/{warning.pk}/paper/").status_code == 404
    assert browse(bara).get(LIST).context["lines"] == []


def test_nobody_kept_apart_from_the_client_sees_the_contract(eva, browse, concluded):
    from spojka.access.models import Bar

    contract = concluded()
    apart = {"wall_id": new_id(), "subject_id": contract.client_id, "kept_out_id": eva.id}
    Bar(**apart, starts_at=timezone.now() - DAY).add()

    assert browse(eva).get(page(contract)).status_code == 404


def test_a_named_client_stands_on_the_paper_for_who_may_know(eva, anna, concluded, teren):
    from spojka.contracts.reading import name_of
    from spojka.identities.models import Identity
    from spojka.identities.sealing import Person, seal

    client = make.client(teren)
    sealed = seal(Person(surname="Nováková", first="Jana"), client.pk)
    Identity(**teren.ownership, client=client, sealed=sealed, recorded_by="eva").add()

    assert name_of(client, eva) == "Jana Nováková"
    assert name_of(client, anna) == ""


def test_an_act_that_the_service_offers_no_more_stays_in_the_contract(eva, hana, teren, browse, concluded, today):
    contract = concluded()
    off = {"is_on": False, "short": "", "minutes": None, "limit": None, "position": None}
    lists.edit(by=hana, id=new_id(), service=teren, list="act", code="SPP", valid_from=today, **off)

    assert re.search(r'value="SPP"[^>]*checked', text(browse(eva).get(f"{page(contract)}amend/")))
