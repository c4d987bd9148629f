"""Cards: issued, printed, ended."""

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from pypdf import PdfReader

from spojka.base.ids import new_id
from spojka.counter import actions, documents, numbers
from spojka.counter.models import Pass


def issued(by, client, **said):
    return actions.issue(by=by, client=client, **{"id": new_id(), "number": numbers.new()} | said)


def test_a_number_is_letters_that_every_keyboard_types_alike():
    made = {numbers.new() for _n in range(200)}

    assert len(made) == 200
    assert all(numbers.read(numbers.grouped(one).lower()) == one for one in made)
    assert not set("".join(made)) & set("0123456789YZIO")


@pytest.mark.parametrize("typed", ["", "KRA 84", "ABCD", "ABCDEFGHJKLMNPQ1", "ABCDEFGHJKLMNPQZ", "A" * 17])
def test_what_is_no_number_is_none(typed):
    assert numbers.read(typed) == ""


def test_a_second_card_only_after_the_first_is_ended(bara, kra):
    first = issued(bara, kra)
    with pytest.raises(actions.HasPass):
        issued(bara, kra)

    actions.end_pass(by=bara, card=first, at=timezone.now())

    assert issued(bara, kra).number != first.number
    assert Pass.objects.count() == 2


def test_sent_twice_is_one_card(bara, kra):
    same = {"id": new_id()}

    assert issued(bara, kra, **same) == issued(bara, kra, **same)
    assert Pass.objects.count() == 1


@pytest.mark.parametrize("who", ["anna", "cyril"])
def test_is_for_workers_of_that_service_alone(who, bara, kra, request):
    stranger = request.getfixturevalue(who)
    card = issued(bara, kra)

    for deed in (
        lambda: issued(stranger, kra),
        lambda: actions.end_pass(by=stranger, card=card, at=timezone.now()),
    ):
        with pytest.raises(PermissionDenied):
            deed()


def test_the_paper_holds_the_number_and_nothing_of_the_person(bara, kra, browse):
    card = issued(bara, kra)

    answer = browse(bara).get(f"/podchod/passes/{card.pk}/card.pdf")
    data = documents.card_data(card)

    assert answer["Content-Type"] == "application/pdf"
    assert data["number"].replace(" ", "") == card.number
    assert not any(word in str(data | {"square": ""}) for word in ("KRA", "84", "Podchod", "Kontaktní"))


def test_the_paper_is_as_large_as_a_bank_card(bara, kra, tmp_path):
    file = tmp_path / "card.pdf"
    file.write_bytes(documents.card(issued(bara, kra)))

    (page,) = PdfReader(file).pages

    assert [round(float(side) * 25.4 / 72, 1) for side in page.mediabox[2:]] == [85.6, 54.0]


def test_the_page_of_a_client_issues_and_ends(bara, kra, browse):
    browser, page = browse(bara), f"/podchod/clients/{kra.pk}/counter/"

    browser.post(f"{page}card/", {"id": new_id()})

    assert "kartička vydána" in browser.get(f"/podchod/clients/{kra.pk}/").content.decode()
    assert "Vytisknout" in browser.get(page).content.decode()
    browser.post(f"/podchod/passes/{Pass.objects.get().pk}/end/")
    assert not Pass.objects.filter(ended_at=None).exists()


def test_strangers_see_no_card(bara, kra, anna, browse):
    card = issued(bara, kra)

    assert browse(anna).get(f"/podchod/passes/{card.pk}/card.pdf").status_code == 404
    assert browse(anna).get(f"/podchod/clients/{kra.pk}/counter/").status_code == 404
