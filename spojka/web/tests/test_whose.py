"""A page that was opened by one and sent while another is signed in."""

import pytest

from spojka.base.ids import new_id
from spojka.web.middleware.whose import COOKIE
from spojka.work.forms import LINES
from spojka.work.models import IndirectWork
from tests import make


@pytest.fixture
def typed(teren, lists):
    ids = {f"id_{number}": str(new_id()) for number in range(LINES)}
    return ids | {"service": str(teren.pk), "day": f"{make.SATURDAY:%d.%m.%Y}", "code_0": "travel", "minutes_0": "40"}


def test_nothing_is_saved_under_a_colleagues_name(typed, anna, hana, browse):
    answer = browse(hana).post("/podchod/indirect/new/", typed | {"page_of": str(anna.user.pk)})

    assert answer.status_code == 409
    assert "Teď je tu přihlášen někdo jiný" in answer.content.decode()
    assert b"data-who" not in answer.content  # else the draft of who typed it would go
    assert answer.cookies["unsent"].value == "1"
    assert not IndirectWork.objects.exists()


def test_what_a_script_sends_says_it_in_a_header(typed, anna, hana, browse):
    said = {"X-Who": str(anna.user.pk), "HX-Request": "true"}

    assert browse(hana).post("/podchod/indirect/new/", typed, headers=said).status_code == 409
    assert not IndirectWork.objects.exists()


def test_ones_own_page_saves(typed, anna, browse):
    answer = browse(anna).post("/podchod/indirect/new/", typed | {"page_of": str(anna.user.pk)})

    assert answer.status_code == 302
    assert str(IndirectWork.objects.get().membership_id) == anna.id


def test_a_page_of_before_says_nothing_and_is_taken(typed, anna, browse):
    assert browse(anna).post("/podchod/indirect/new/", typed).status_code == 302


def test_one_may_sign_out_and_choose_the_language_from_an_old_page(anna, hana, browse):
    old = {"page_of": str(anna.user.pk)}

    assert browse(hana).post("/language/", old | {"language": "en"}).status_code == 302
    assert browse(hana).post("/account/logout/", old).status_code == 302


def test_the_cookie_says_who_is_signed_in(anna, hana, browse):
    browser = browse(anna)
    browser.get("/podchod/")
    assert browser.cookies[COOKIE].value == str(anna.user.pk)

    assert COOKIE not in browser.get("/podchod/").cookies  # said once
    browser.force_login(hana.user)
    browser.get("/podchod/")
    assert browser.cookies[COOKIE].value == str(hana.user.pk)
    browser.logout()
    browser.cookies[COOKIE] = str(hana.user.pk)
    browser.get("/account/login/")
    assert browser.cookies[COOKIE].value == ""
