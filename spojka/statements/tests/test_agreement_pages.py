"""The pages of the agreement of a team, and its papers."""

from datetime import timedelta

import pytest
from django.utils import timezone

from spojka.access.permissions import Kind
from spojka.base.ids import new_id
from spojka.cases.models import Participant
from spojka.codelists.catalogue import catalogue
from spojka.statements import documents
from spojka.statements.models import AgreedDirection, TeamAgreement, TeamAssent, TeamReview, Told
from tests import make


@pytest.fixture
def guest(let_in):
    return let_in(Kind.COURSE)[0]


def agreeing(case, **fields):
    today = timezone.localdate()
    said = {"id": new_id(), "topics": ["family"], "told_by": ["phone"], "every": "week", "ways": "all"}
    said |= {"starts_on": (today - timedelta(days=9)).isoformat(), "misunderstanding": "Zavoláme si.", "ending": "x"}
    said |= {"evaluation": "Na setkání.", "evaluate_on": (today + timedelta(days=60)).isoformat()}
    host = Participant.objects.get(case=case, grantee_id=case.service_id)
    return said | {f"duty_{host.pk}": "Hlídá plán."} | fields


def text(answer):
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def made(ema, case, guest, browse):
    browse(ema).post(f"/podchod/cases/{case.pk}/team-agreement/new/", agreeing(case))
    return TeamAgreement.objects.get()


def test_it_is_made_assented_to_told_and_evaluated(ema, petra, case, guest, browse):
    new = f"/podchod/cases/{case.pk}/team-agreement/new/"
    assert "Podchod" in text(browse(ema).get(new))
    path = browse(ema).post(new, agreeing(case))["Location"]
    row = TeamAgreement.objects.get()
    assert path == f"/podchod/team-agreements/{row.pk}/"
    theirs = f"/jinde/team-agreements/{row.pk}/"
    assert theirs in text(browse(petra).get("/jinde/"))
    page = text(browse(petra).get(theirs))
    assert "Hlídá plán." in page

    service = {"service": str(make.the_service_of(petra).pk)}
    browse(petra).post(f"{theirs}assent/", service | {"participant": str(guest.pk)})
    assert TeamAssent.objects.get(participant=guest).way == "spojka"
    told = {"id": new_id(), "teller": str(guest.pk), "form": "phone", "on": timezone.localdate().isoformat()}
    assert browse(petra).post(f"{theirs}tell/", service | told)["Location"] == theirs
    assert Told.objects.get().teller == guest
    assert theirs not in text(browse(petra).get("/jinde/"))

    later = (timezone.localdate() + timedelta(days=30)).isoformat()
    browse(ema).post(f"{path}review/", {"id": new_id(), "words": "Chodí to včas.", "next_on": later})
    assert TeamReview.objects.get().said == "Chodí to včas."
    assert "Chodí to včas." in text(browse(petra).get(theirs))
    browse(ema).post(f"{path}end/", {"why": "rodina to zvládá"})
    assert "rodina to zvládá" in text(browse(petra).get(theirs))


def test_only_chosen_ways_and_steps_are_written(ema, case, guest, browse):
    host = Participant.objects.get(case=case, grantee_id=case.service_id)
    step = (timezone.localdate() + timedelta(days=30)).isoformat()
    said = {"ways": "some", f"tells_{guest.pk}": [str(host.pk)], "step1_on": step, "step1_every": "month"}

    browse(ema).post(f"/podchod/cases/{case.pk}/team-agreement/new/", agreeing(case, **said))

    way = AgreedDirection.objects.get()
    assert (way.teller, way.told) == (guest, host)
    assert TeamAgreement.objects.get().paces.count() == 2
    again = text(browse(ema).get(f"/podchod/cases/{case.pk}/team-agreement/new/"))
    assert "Hlídá plán." in again  # a new one begins with what holds


def test_faults_come_back_at_their_field(ema, petra, case, guest, made, browse):
    new = f"/podchod/cases/{case.pk}/team-agreement/new/"
    soon = timezone.localdate().isoformat()
    for wrong in (
        {"topics": []}, {"told_by": []}, {"ways": "some"}, {"step1_on": soon}, {"step1_every": "month"},
        {"evaluate_on": soon}, {"misunderstanding": ""}, {"step1_on": "2020-01-01", "step1_every": "month"},
    ):  # fmt: skip
        assert browse(ema).post(new, agreeing(case, **wrong)).status_code == 422, wrong
    path, service = f"/podchod/team-agreements/{made.pk}/", {"service": str(make.the_service_of(ema).pk)}
    assert browse(ema).post(f"{path}assent/", service).status_code == 422
    assert browse(ema).post(f"{path}tell/", service | {"id": new_id(), "form": "x"}).status_code == 422
    assert browse(ema).post(f"{path}review/", {"id": new_id(), "words": "x", "next_on": soon}).status_code == 422
    assert browse(ema).post(f"{path}end/", {}).status_code == 422
    assert TeamAgreement.objects.count() == 1


def test_the_tab_of_statements_tells_of_it(ema, petra, case, guest, made, browse):
    for who, house in ((ema, "podchod"), (petra, "jinde")):
        assert f"/{house}/team-agreements/{made.pk}/" in text(browse(who).get(f"/{house}/cases/{case.pk}/statements/"))


def test_guests_make_evaluate_and_end_nothing(petra, case, guest, made, browse):
    assert browse(petra).get(f"/jinde/cases/{case.pk}/team-agreement/new/").status_code == 404
    for path in ("review/", "end/"):
        assert browse(petra).post(f"/jinde/team-agreements/{made.pk}/{path}", {"why": "x"}).status_code == 404


@pytest.mark.slow
def test_it_is_given_on_paper_filled_and_empty(ema, petra, case, guest, made, browse):
    for who, path in (
        (ema, f"/podchod/team-agreements/{made.pk}/paper/"),
        (petra, f"/jinde/team-agreements/{made.pk}/paper/"),
        (petra, f"/jinde/cases/{case.pk}/team-agreement/blank/"),
    ):
        answer = browse(who).get(path)
        assert answer["Content-Type"] == "application/pdf"
        assert answer.content.startswith(b"%PDF")


def test_a_partner_who_writes_no_contacts_sees_at_today_what_waits(
    ema, petra, case, guest, made, state, reply, browse
):
    partner = make.member(make.the_service_of(petra), role="partner_professional", name="Pavel Partner")
    said = state(petra, who="")
    reply(ema, said)

    page = text(browse(partner).get("/jinde/"))

    assert f"/jinde/statements/{said.pk}/" in page
    assert f"/jinde/team-agreements/{made.pk}/" not in page  # their statement told it


def test_the_text_holds_what_was_agreed_and_a_blank_paper_leads_to_no_case(ema, case, made, browse):
    page = text(browse(ema).get(f"/podchod/team-agreements/{made.pk}/"))
    assert "Everybody" not in page
    for words in ("Co když si neporozumíme: Zavoláme si.", "Hlídá plán."):
        assert words in page
    lists = catalogue(case.service, timezone.localdate())
    assert str(case) not in str(documents.empty_data(lists))


def test_who_ticks_by_an_agreement_that_was_replaced_meanwhile_is_told(ema, petra, case, guest, made, browse):
    browse(ema).post(f"/podchod/cases/{case.pk}/team-agreement/new/", agreeing(case))
    told = {"id": new_id(), "teller": str(guest.pk), "form": "phone", "on": timezone.localdate().isoformat()}

    answer = browse(petra).post(
        f"/jinde/team-agreements/{made.pk}/tell/", told | {"service": str(make.the_service_of(petra).pk)}
    )

    assert (answer.status_code, "Tahle dohoda už neplatí." in answer.content.decode()) == (422, True)
