"""Up the ladder: what was nobody's or a tally is put under a code, and a code that was merged leads on."""

import pytest

from spojka.base.ids import new_id
from spojka.clients.actions import joining
from spojka.encounters.models import Correction, Encounter
from tests import make

from .conftest import wall


@pytest.mark.parametrize("before", [{"side": "anonymous"}, {"side": "tally", "people": "1"}])
def test_what_was_nobodys_is_put_under_a_code_and_keeps_its_history(before, stand, anna, browse):
    stand(**before)
    row = Encounter.objects.get()
    said = {"version": "1", "side": "code", "code": "maja0311z", "at": wall(row.occurred_at), "why": "Řekla kód."}

    answer = browse(anna).post(f"/podchod/encounters/{row.pk}/correct/", said)

    assert answer.status_code == 302
    row.refresh_from_db()
    assert (row.side, row.client.code) == ("code", "MAJA0311Z")
    assert Correction.objects.get().before["side"] == before["side"]


def test_what_a_phone_held_under_a_merged_code_lands_at_the_one_that_stays(stand, hana, teren):
    one, other = make.client(teren, code="JEDNA"), make.client(teren, code="DRUHA")
    joining.merge(by=hana, id=new_id(), client=one, other=other, reason="x", at=make.NOON)

    stand(side="code", code="druha")

    assert Encounter.objects.get().client == one
