"""Which clients may be one person."""

from datetime import timedelta

import pytest
from django.utils import timezone

from spojka.clients import duplicates, near
from spojka.clients.actions import joining
from spojka.clients.codes import shipped
from tests import make

PARTS = shipped()


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("ZARE0311M", "REZA0311M", near.How.SWAPPED),  # the mother's name and one's own
        ("ZARE0311M", "ZARE1103M", near.How.SWAPPED),  # the day and the month
        ("ZARE0311M", "ZARE3011M", near.How.TURNED),
        ("ZARE0311M", "ZARE0311M-2", near.How.SUFFIX),
        ("ZARE0311M", "SARE0311M", near.How.HEARD),
        ("ZARE0311M", "ZARE031M", near.How.MISSING),
        ("ZARE0311M", "ZARE0314M", near.How.LETTER),
        ("ZARE0311M", "ZARE0415M", None),
        ("ZARE0311M", "MOLOLITA", None),
        ("ABC", "ABD", None),
    ],
)
def test_codes_are_near(one, other, how):
    found = near.pairs({1: one, 2: other}, PARTS)

    assert found.get((1, 2)) == how


@pytest.fixture
def pair(teren):
    return make.client(teren, code="ZARE0311M"), make.client(teren, code="SARE0311M")


def proposed(service):
    return {(one.first, one.second) for one in duplicates.proposals(service, timezone.localdate())}


def test_are_proposed_with_reasons_in_words(teren, pair):
    (one,) = duplicates.proposals(teren, timezone.localdate())

    assert {one.first, one.second} == {row.pk for row in pair}
    assert len(one.reasons) >= 2


def test_are_not_proposed_when_they_were_at_two_places_at_once(teren, pair):
    for row in pair:
        make.encounter(make.shift(teren), client=row)

    assert proposed(teren) == set()
    assert duplicates.contradiction(teren, pair[0].pk, pair[1].pk)


def test_are_not_proposed_when_their_sex_differs(teren, pair):
    pair[0].change(sex="woman")
    pair[1].change(sex="man")

    assert proposed(teren) == set()


def test_are_never_proposed_again_nor_under_a_code_merged_since(hana, teren, pair):
    apart = joining.part(by=hana, client=pair[0], other=pair[1])
    assert proposed(teren) == set()

    heir = make.client(teren, code="SARE0311M-2")
    joining.merge(by=hana, id=heir.pk, client=heir, other=pair[1], reason="x", at=make.NOON)
    assert proposed(teren) == set()

    joining.propose(by=hana, apart=apart, at=make.NOON + timedelta(days=1))
    assert len(proposed(teren)) == 1


def test_are_shown_to_heads_and_key_workers_of_the_service_alone(teren, hana, anna, gita, cyril, pair, browse):
    key = make.member(teren, role="key_worker")
    statuses = [browse(one).get("/podchod/clients/duplicates/").status_code for one in (hana, key, anna, cyril)]

    assert statuses == [200, 200, 404, 404]
    assert "SARE0311M" not in browse(gita).get(f"/podchod/clients/duplicates/?service={teren.pk}").content.decode()
