"""The base statement: given, withdrawn, worded, printed."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.clients import agreeing, documents
from spojka.clients.actions import agreements
from spojka.clients.models import Agreement, AgreementText
from tests import make

DAY = make.SATURDAY


@pytest.fixture
def client(teren):
    return make.client(teren, code="MAJA0311Z")


def given(by, client, **said):
    usual = {"form": "spoken", "version": "Spojka 1", "given_on": DAY, "taken_by": by.id, "today": DAY}
    return agreements.record(by=by, id=new_id(), client=client, **usual | said)


def test_is_written_down_and_withdrawn_and_stays(anna, client):
    row = given(anna, client)

    agreements.withdraw(
        by=anna, agreement=row, on=DAY + timedelta(days=9), how="dopisem", today=DAY + timedelta(days=9)
    )

    row.refresh_from_db()
    assert (row.form, row.withdrawn_on, row.withdrawn_by) == ("spoken", DAY + timedelta(days=9), anna.id)


def test_has_days_that_make_sense(anna, client):
    with pytest.raises(Refusal):
        given(anna, client, given_on=DAY + timedelta(days=1))
    row = given(anna, client)
    for on in (DAY - timedelta(days=1), DAY + timedelta(days=1)):
        with pytest.raises(Refusal):
            agreements.withdraw(by=anna, agreement=row, on=on, how="x", today=DAY)


def test_is_not_for_strangers(cyril, bara, client):
    for somebody in (cyril, bara):
        with pytest.raises(PermissionDenied):
            given(somebody, client)


def test_is_worded_by_heads_from_a_day_on(anna, hana, teren):
    said = {"service": teren, "version": "2026-1", "text": "První.\n\nDruhý.", "valid_from": DAY}
    with pytest.raises(PermissionDenied):
        agreements.word(by=anna, id=new_id(), **said)
    agreements.word(by=hana, id=new_id(), **said)

    assert agreeing.wordings(teren, DAY)[0].paragraphs == ["První.", "Druhý."]
    assert [one.version for one in agreeing.wordings(teren, DAY - timedelta(days=1))] == ["Spojka 1"]
    with pytest.raises(Refusal):
        agreements.word(by=hana, id=new_id(), **said)


def test_prints_filled_and_blank(teren):
    filled = documents.statement_data(teren, agreeing.shipped(), "Podchod", "MAJA0311Z")
    blank = documents.statement_data(teren, agreeing.shipped(), "Podchod")

    assert filled["about"][1][1] == "MAJA0311Z"
    assert set(blank["about"][1][1]) == {"…"}
    assert documents.statement(teren, agreeing.shipped(), organisation="Podchod").startswith(b"%PDF")


def test_pages_write_it_down_and_take_it_back(anna, client, browse):
    here, today = f"/podchod/clients/{client.pk}/", timezone.localdate().isoformat()
    said = {"form": "signed", "version": "Spojka 1", "given_on": today, "taken_by": anna.id}

    asked = browse(anna).post(f"{here}agree/", {"id": new_id()} | said | {"form": ""})
    assert list(asked.context["form"].errors) == ["form"]  # nothing is claimed before it was chosen
    browse(anna).post(f"{here}agree/", {"id": new_id()} | said)
    row = Agreement.objects.get()
    assert row.taken_by == anna.id
    browse(anna).post(f"/podchod/agreements/{row.pk}/withdraw/", {"on": today, "how": "ústně"})

    assert Agreement.objects.get().withdrawn_on
    assert "ústně" in browse(anna).get(here).content.decode()
    paper = browse(anna).get(f"{here}statement/")
    assert paper["Content-Type"] == "application/pdf"
    assert "MAJA" not in paper["Content-Disposition"]


def test_page_lets_only_heads_word_it(anna, hana, browse):
    said = {"id": new_id(), "version": "2026-1", "text": "Naše.", "valid_from": timezone.localdate().isoformat()}

    browse(anna).post("/podchod/clients/statement/", said)
    assert not AgreementText.objects.exists()
    browse(hana).post("/podchod/clients/statement/", said)

    assert "Naše." in browse(anna).get("/podchod/clients/statement/").content.decode()
