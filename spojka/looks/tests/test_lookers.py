"""Who looked: readers, writers, who took a file; never who was told on a ground that the client may not know."""

import io
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client as Browser
from django.utils import timezone
from pypdf import PdfReader

from spojka.access.permissions import Kind, Permission
from spojka.audit import log
from spojka.audit.models import Entry
from spojka.base.ids import new_id
from spojka.clients.models import Client
from spojka.consents.actions import openings
from spojka.consents.actions.openings import Telling
from spojka.consents.content import Whom
from spojka.encounters.models import Encounter
from spojka.looks.lookers import who_looked
from tests import make


@pytest.fixture
def looked(anna, rada):
    """Who looked within a year: names with what they did."""

    def looked_():
        found = who_looked(rada, anna, timezone.now() - timedelta(days=366))
        return {one.name: (one.wrote, one.took) for one in found}

    return looked_


def reads(actor, client):
    with log.page(lambda: "encounters:client"):
        log.reading(verb="client.view", by=actor, model=Client, ids=[client.pk])


def takes(actor, asked=""):
    log.taken(
        verb=Permission.ENCOUNTER_EXPORT,
        by=actor,
        model=Encounter,
        asked=asked,
        rows=9,
        digest="0" * 64,
        is_whole=True,
    )


def tells(anna, client, house, told, **fields):
    usual = {"basis": "danger", "ground": "Život", "reason": "Proto.", "told": told, "kinds": Kind.SITUATION}
    whom = Whom(institution="Jinde", house=house)
    telling = Telling(**usual | fields, whom=whom, ends_on=timezone.localdate() + timedelta(days=3))
    return openings.record(by=anna, id=new_id(), client=client, telling=telling, at=timezone.now())


def test_readers_and_writers_are_told_apart(hana, rada, looked):
    reads(hana, rada)
    assert looked() == {"Hana Večerní": (False, False)}
    log.deed(verb="client.nickname", by=hana, row=rada)
    assert looked() == {"Hana Večerní": (True, False)}


def test_nobody_is_pushed_out_by_those_who_looked_often(anna, hana, rada, looked):
    """The paper says who looked in a year, not who looked last."""
    reads(hana, rada)
    often = {"verb": "client.nickname", "actor_kind": "member", "actor_id": anna.id, "subject_id": rada.pk}
    Entry.objects.bulk_create([Entry(**often, subject_model="clients.Client") for _look in range(401)])

    assert set(looked()) == {"Anna Poledne", "Hana Večerní"}


def test_who_took_a_file_that_may_hold_ones_contact(teren, hana, cyril, rada, looked):
    takes(hana)
    assert looked() == {}  # there was no contact yet
    make.encounter(make.shift(teren), client=rada)
    takes(cyril)  # another house's file
    assert looked() == {}
    takes(hana, "since=2020-01-01&until=2020-12-31")
    assert looked() == {}
    takes(hana, "since=2020-01-01&until=2099-12-31&since=nonsense&theme=x")
    assert looked() == {"Hana Večerní": (False, True)}


def test_who_was_told_without_the_client_knowing_is_not_told_by_this(anna, cyril, rada, looked, issued, browse):
    opening = tells(anna, rada, cyril.organisation, "after")
    reads(cyril, rada)
    letters, browser = issued(), Browser()
    browser.post("/my/", {"secret": letters})

    assert "Cyril" not in " ".join(looked())
    assert "Cyril" not in browser.get("/my/seen/").content.decode()
    openings.tell(by=anna, opening=opening, on=timezone.localdate(), how="Osobně", today=timezone.localdate())
    assert any("Cyril" in name for name in looked())
    assert "Cyril" in browser.get("/my/seen/").content.decode()


def test_others_hear_nothing(anna, cyril, bara, rada):
    for other in (cyril, bara):
        with pytest.raises(PermissionDenied):
            who_looked(rada, other, timezone.now())


def text_of(answer):
    assert answer["Content-Type"] == "application/pdf"
    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.content)).pages)


@pytest.mark.parametrize(
    ("tongue", "word"), [("cs", "Kdo o mně co ví"), ("en", "Who knows"), ("uk", "Хто що про мене")]
)
def test_the_ledger_is_printed_in_the_clients_language(anna, hana, cyril, rada, issued, browse, tongue, word):
    knows = {"told_on": timezone.localdate(), "told_how": "osobně", "basis": "duty", "ground": "§ 10"}
    tells(anna, rada, cyril.organisation, "before", **knows)
    reads(hana, rada)
    letters, browser = issued(), Browser()
    paper = text_of(browse(anna).get(f"/podchod/clients/{rada.pk}/ledger/?lang={tongue}"))
    assert all(part in paper for part in (word, "RAD 80 Z", "Jinde", "§ 10", "Hana Večerní"))

    browser.post("/my/", {"secret": letters})
    own = text_of(browser.get(f"/my/seen/paper/?lang={tongue}"))
    assert all(part in own for part in (word, "Hana Večerní"))


def test_what_the_client_may_not_know_is_on_no_paper(anna, cyril, rada, browse):
    why = {"basis": "duty", "ground": "§ 10 tajně", "untold_why": "Ohrozilo by to matku."}
    tells(anna, rada, cyril.organisation, "not_told", **why)

    assert "tajně" not in text_of(browse(anna).get(f"/podchod/clients/{rada.pk}/ledger/"))


def test_only_who_works_with_the_client_prints_it(bara, cyril, rada, browse):
    assert browse(bara).get(f"/podchod/clients/{rada.pk}/ledger/").status_code == 404
    assert browse(cyril).get(f"/jinde/clients/{rada.pk}/ledger/").status_code == 404
