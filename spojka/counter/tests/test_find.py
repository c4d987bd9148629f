"""A code or a card brings the line of a client, and nothing to anybody else."""

import pytest
from django.utils import timezone

from spojka.audit.models import Seen
from spojka.base.ids import new_id
from spojka.clients.actions import around, set_nickname
from spojka.clients.models import Client
from spojka.counter import actions, numbers
from spojka.encounters import beside
from spojka.encounters.content import Taken
from spojka.encounters.models import Source
from tests import make

PART = {"HX-Request": "true"}


@pytest.fixture
def find(bara, room, browse):
    def send(typed, by=None, **headers):
        return browse(by or bara).post(f"/podchod/counter/{room.pk}/find/", {"typed": typed}, headers=PART | headers)

    return send


@pytest.fixture
def card(bara, kra):
    return actions.issue(by=bara, id=new_id(), client=kra, number=numbers.new())


def test_a_code_as_it_is_typed_brings_the_client(find, kra, exchange):
    exchange(minutes=90)

    said = find("kra 84").content.decode()

    assert 'data-code="KRA 84"' in said
    assert 'data-last="10"' in said  # given last time
    assert 'data-last="8"' in said  # came back
    assert Seen.objects.filter(row_id=kra.pk).exists()


def test_what_was_for_others_or_found_is_not_what_comes_back_as_last_time(find, exchange):
    more = [
        Taken(code="syringe_1", quantity=3, source=Source.OTHERS),
        Taken(code="syringe_1", quantity=6, source="found"),
    ]
    exchange(minutes=90, taken=(Taken(code="syringe_1", quantity=8), *more))

    said = find("kra 84").content.decode()

    assert "jako minule: 8" in said
    assert "zpět 17" in said


@pytest.mark.parametrize("typed", [str, str.lower, numbers.grouped])
def test_a_card_brings_the_client(find, card, typed):
    assert 'data-code="KRA 84"' in find(typed(card.number)).content.decode()


def test_a_lost_card_brings_nobody(find, bara, card):
    actions.end_pass(by=bara, card=card, at=timezone.now())

    answer = find(card.number)

    assert answer.status_code == 422
    assert "KRA" not in answer.content.decode()
    assert not Client.objects.filter(code=card.number).exists()


def test_a_new_code_is_written_down_by_the_exchange_alone(find):
    answer = find("NOV 11")

    assert 'data-code="NOV 11"' in answer.content.decode()
    assert not Client.objects.exists()


def test_a_card_of_another_service_is_not_known(find, anna, teren):
    theirs = actions.issue(by=anna, id=new_id(), client=make.client(teren), number=numbers.new())

    assert find(theirs.number).status_code == 422


def test_strangers_find_nothing(find, room, kra, anna, cyril, browse):
    assert find("KRA 84", by=anna).status_code == 404  # another service of the house
    assert find("KRA 84", by=cyril).status_code == 404
    assert browse(cyril).get(f"/podchod/counter/{room.pk}/").status_code == 404
    assert browse().get(f"/podchod/counter/{room.pk}/").status_code == 302


def test_a_volunteer_who_knows_no_clients_has_no_counter(find, kra, kontakt):
    assert find("KRA 84", by=make.member(kontakt, role="volunteer_on_duty")).status_code == 404


def test_what_stands_is_told_and_ended_at_the_counter(find, bara, kra, browse):
    for kind, text in [("instruction", "Jen krátké jehly."), ("message", "Volala máma.")]:
        row = around.instruct(by=bara, id=new_id(), client=kra, kind=kind, text=text, until=None)
    page, end = find("KRA 84").content.decode(), f"/podchod/instructions/{row.pk}/end/"
    assert "Vyřiďte: Volala máma." in page
    assert end in page

    assert browse(bara).post(end, headers={"Prefer": "return=minimal"}).status_code == 204

    said = find("KRA 84").content.decode()
    assert "Jen krátké jehly." in said
    assert "Volala máma." not in said


def test_the_line_has_the_nickname(find, bara, kra):
    set_nickname(by=bara, client=kra, nickname="Žába")

    assert "Žába" in find("KRA 84").content.decode()


def test_what_is_exhausted_is_told_beside_the_line(find, bara, anna, cyril, room, browse, monkeypatch):
    monkeypatch.setattr(beside, "_of_gone", [lambda shift, by, codes: {"sterile_water", "gold"} & set(codes)])
    url = f"/podchod/counter/{room.pk}/gone/"

    assert browse(bara).get(url).json() == {"gone": ["sterile_water"]}
    assert [browse(one).get(url).status_code for one in (anna, cyril)] == [404, 404]


def test_codes_of_the_same_answers_are_told(find, kra, kontakt):
    for code in ("KRA 84-2", "KRA 845", "KRA 84-X"):
        make.client(kontakt, code=code)

    said = find("KRA 84").content.decode()

    assert "KRA 84-2" in said
    assert "KRA 845" not in said
    assert "KRA 84-X" not in said


def test_without_a_script_the_line_stands_on_the_page(bara, room, kra, browse):
    page = browse(bara).post(f"/podchod/counter/{room.pk}/find/", {"typed": "KRA 84"}).content.decode()

    assert "<html" in page
    assert page.count('data-code="KRA 84"') == 1


def test_queries_do_not_grow_with_what_a_client_had(find, exchange, django_assert_max_num_queries):
    exchange(minutes=90)
    with django_assert_max_num_queries(60) as few:
        find("KRA 84")
    for minutes in range(60, 80):
        exchange(minutes=minutes, materials={"syringe_1": 1}, over="víc lidí")
    with django_assert_max_num_queries(len(few.captured_queries)):
        find("KRA 84")
