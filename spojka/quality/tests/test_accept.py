"""Accept: what was looked at and is right so is remembered, by whom and when, until it changes."""

import pytest
from django.core.exceptions import PermissionDenied

from spojka.access.owned import Changed
from spojka.base.ids import new_id
from spojka.quality import actions
from spojka.quality.checks import BY_CODE
from spojka.quality.finding import accepted
from spojka.quality.models import Accepted
from tests import make

from .conftest import DAYS, asked, found

LATE = BY_CODE["contact-late"]


@pytest.fixture
def late(night, anna):
    return make.encounter(night, is_late=True, recorded_by=anna.id)


def accept(by, row, check=LATE, id=None):
    return actions.accept(by=by, id=id or new_id(), row=row, check=check, asked=asked(by))


def test_remembers_who_and_is_found_no_more(hana, anna, late):
    one = accept(hana, late)

    assert (one.accepted_by, one.row_id, one.state, one.day) == (hana.id, late.pk, "1", late.day)
    assert found(hana, "contact-late") == found(anna, "contact-late") == []
    assert list(accepted(LATE, asked(hana))) == list(accepted(LATE, asked(anna))) == [one]
    assert found(hana, "contact-no-act") == [late]  # another question


def test_a_changed_record_is_found_again(hana, late):
    accept(hana, late)
    late.change(version=2)

    assert found(hana, "contact-late") == [late]
    assert list(accepted(LATE, asked(hana))) == []
    accept(hana, late)
    assert found(hana, "contact-late") == []


def test_a_repeated_sending_is_one_and_another_row_is_refused(hana, night, late):
    id, other = new_id(), make.encounter(night, is_late=True)

    assert accept(hana, late, id=id) == accept(hana, late, id=id)
    with pytest.raises(Changed):
        accept(hana, other, id=id)
    assert Accepted.objects.count() == 1


def test_refuses_what_is_not_found_and_what_somebody_accepted(hana, anna, night, late):
    with pytest.raises(actions.NotFound, match="opravil"):
        accept(hana, make.encounter(night))
    accept(hana, late)
    with pytest.raises(actions.NotFound, match="před vámi"):
        accept(anna, late)


def test_strangers_and_colleagues_accept_nothing(anna, bara, cyril, teren, late):
    for by in (bara, cyril):
        with pytest.raises(PermissionDenied):
            accept(by, late)
    with pytest.raises(actions.NotFound):  # a worker, another one's record
        accept(make.member(teren), late)


def test_what_was_accepted_can_be_taken_back(anna, hana, teren, bara, late):
    one = accept(anna, late)
    for by in (bara, make.member(teren)):
        with pytest.raises(PermissionDenied):
            actions.doubt(by=by, accepted=one, at=make.NOON)

    actions.doubt(by=hana, accepted=one, at=make.NOON)
    actions.doubt(by=hana, accepted=one, at=make.NOON + make.timedelta(days=1))
    assert (one.doubted_at, one.doubted_by) == (make.NOON, hana.id)
    assert found(anna, "contact-late") == [late]
    accept(anna, late)
    assert found(anna, "contact-late") == []


def test_by_the_page_it_goes_and_comes_back(anna, late, browse, lists):
    page, me = f"/podchod/quality/contact-late/?{DAYS}", browse(anna)
    sent = me.post(f"/podchod/quality/contact-late/{late.pk}/accept/?{DAYS}", {"id": new_id()}, follow=True)
    assert "Je to tak správně. Znovu se to ukáže" in sent.content.decode()
    assert "podíváno: Anna Poledne" in sent.content.decode()

    one = Accepted.objects.get()
    me.post(f"/podchod/quality/accepted/{one.pk}/doubt/")
    assert f"/podchod/encounters/{late.pk}/correct/" in me.get(page).content.decode()


def test_by_the_page_nobody_accepts_for_others(teren, bara, cyril, late, browse):
    path = f"/podchod/quality/contact-late/{late.pk}/accept/?{DAYS}"
    for by in (make.member(teren), bara, cyril):
        assert browse(by).post(path, {"id": new_id()}).status_code == 404
    assert browse().post(path, {"id": new_id()}).status_code == 302
