"""The page: what was asked is answered and kept nowhere."""

import pytest

from spojka.audit.models import Entry, Seen
from spojka.encounters.models import Encounter
from tests import make

PAGE = "/podchod/search/"
HTMX = {"HX-Request": "true"}
STRANGE = [
    '"',
    "AND",
    "NEAR(dluh 5)",
    "*",
    "dluh*",
    "-dluh",
    "a\x00b",
    "🙂",
    "<script>alert(1)</script>",
    "%_'",
    "x" * 10_000,
]


@pytest.fixture
def row(teren):
    return make.encounter(make.shift(teren), client=make.client(teren, code="MOL 91 T"), note="Má dluhy.")


def test_opens_empty(anna, browse):
    page = browse(anna).get(PAGE)

    assert page.status_code == 200
    assert "Co hledáte?" in page.content.decode()
    assert not Seen.objects.exists()


def test_answers_what_one_may_see_and_audits_it_once(row, anna, browse):
    page = browse(anna).post(PAGE, {"q": "dluh"}).content.decode()

    assert f"/podchod/encounters/{row.pk}/" in page
    assert "Má <mark>dluhy</mark>." in page
    assert set(Seen.objects.values_list("row_id", flat=True)) == {row.pk, row.client_id}
    entry = Entry.objects.get(is_reading=True)
    assert (entry.verb, entry.actor_id) == ("search", anna.id)


def test_tells_others_nothing(row, bara, anna, browse):
    theirs = browse(bara).post(PAGE, {"q": "MOL 91 T"}, headers=HTMX).content
    nobody = browse(bara).post(PAGE, {"q": "MOL 19 X"}, headers=HTMX).content

    assert theirs == nobody
    assert not Seen.objects.exists()


@pytest.mark.parametrize("typed", STRANGE, ids=lambda typed: typed[:12].strip("\x00"))
def test_nothing_that_is_typed_breaks_it(row, anna, browse, typed):
    page = browse(anna).post(PAGE, {"q": typed})

    assert page.status_code == 200
    assert "<script>alert" not in page.content.decode()


def test_words_in_the_address_are_not_looked_for(row, anna, browse):
    assert "MOL 91 T" not in browse(anna).get(f"{PAGE}?q=MOL+91+T").content.decode()


def test_the_query_is_kept_nowhere(row, anna, browse, caplog):
    browser = browse(anna)
    page = browser.post(PAGE, {"q": "MOL 91 zvláštnost"})

    assert page.headers["Cache-Control"] == "no-store"
    assert "zvláštnost" not in caplog.text
    assert "zvláštnost" not in str(dict(browser.session)) + str(page.headers)
    assert not any("zvláštnost" in str(entry.__dict__) for entry in Entry.objects.all())


def test_one_kind_alone_shows_more(teren, anna, browse):
    for number in range(12):
        make.place(teren, name=f"Hřiště {number}")
    browser = browse(anna)
    few, many = (browser.post(PAGE, {"q": "hřiště"} | only).content.decode() for only in ({}, {"only": "places"}))

    assert (few.count("data-hit"), few.count('name="only"')) == (9, 1)  # eight and the way to the others
    assert (many.count("data-hit"), many.count('name="only"')) == (12, 0)
    assert browser.post(PAGE, {"q": "x", "only": "nothing"}).status_code == 404


def test_an_answer_takes_the_same_queries_for_many_rows(teren, anna, django_assert_max_num_queries, browse):
    shift = make.shift(teren)
    for _number in range(9):
        make.encounter(shift, note="Dluh.", client=make.client(teren))
    browser = browse(anna)

    with django_assert_max_num_queries(60):
        page = browser.post(PAGE, {"q": "dluh"})

    assert page.content.decode().count("<mark>") == 8
    assert Encounter.objects.count() == 9


def test_the_keyboard_alone_finds_and_opens(transactional_db, desk):
    """One walk: the key, typing, arrows, Escape and back, Enter."""
    service = make.service(organisation=make.organisation(slug="podchod"))
    hana = make.member(service, role="service_head")
    row = make.encounter(make.shift(service), note="Má dluhy.")
    page = desk(hana)
    page.goto("/podchod/")
    page.keyboard.press("/")
    box = page.locator("dialog input[type=search]")
    box.wait_for()
    page.keyboard.type("dluh")
    page.locator("dialog mark").wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    assert box.evaluate("input => input === document.activeElement")

    page.keyboard.press("Escape")
    assert page.locator("dialog[open]").count() == 0
    page.keyboard.press("/")
    box.wait_for()
    page.keyboard.type("dluh")
    page.locator("dialog mark").wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/encounters/{row.pk}/")
