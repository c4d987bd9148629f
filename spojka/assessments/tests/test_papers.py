"""Papers of the forms: filled in and blank, and the text for a file that is kept elsewhere."""

import re
from io import BytesIO

import pytest
from pypdf import PdfReader

from .test_pages import at


def words(answer):
    assert answer["Content-Type"] == "application/pdf"
    pages = PdfReader(BytesIO(answer.content)).pages
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in pages))


def test_a_filled_one_says_what_stands_and_who_wrote_it(klara, rada, write, browse):
    write("family", home="Lipovec", marital="married", refused=["children"])
    write("living", income=12000, benefits=["living", "housing"])

    said = words(browse(klara).get(at(rada, "entry/paper/")))

    for text in ("Vstupní formulář", "RAD 80 Z", "Lipovec", "V manželství", "12 000 Kč"):
        assert text in said
    assert "Příspěvek na živobytí; Příspěvek na bydlení" in said
    assert "Děti nechce říct" in said
    assert "Klára Klíčová" in said
    assert "Zdraví" not in said  # nothing is written there


@pytest.mark.parametrize(("form", "text"), [("entry", "Terapeutická komunita"), ("basic", "Dohled probační služby")])
def test_a_blank_one_has_boxes_for_each_choice(klara, rada, browse, form, text):
    answer = browse(klara).get(at(rada, f"{form}/blank/"))

    said = words(answer)
    assert text in said
    assert "RAD 80 Z" not in said  # a blank paper leads to nobody
    assert said.count("nechce říct") > 5
    assert b"pdfaid" in answer.content


def test_no_page_of_a_blank_one_holds_nothing_but_hands(klara, rada, browse):
    pages = PdfReader(BytesIO(browse(klara).get(at(rada, "entry/blank/")).content)).pages

    last = pages[-1].extract_text()
    assert "Kdo to s klientem vyplnil" in last
    assert "Poznámka" in last


def test_the_text_for_the_file_holds_what_is_answered(klara, rada, write, browse):
    write("family", home="Lipovec", refused=["children"])
    write("themes", form="basic", now=["housing"], now_words="Chce <vlastní> klíč.")

    entry = browse(klara).get(at(rada, "entry/text/")).content.decode()
    assert "Děti: nechce říct\nTrvalé bydliště: Lipovec" in entry
    assert "Rodinný stav" not in entry
    assert "Chce &lt;vlastní&gt; klíč." in browse(klara).get(at(rada, "basic/text/")).content.decode()


def test_whom_a_consent_lets_in_prints_what_they_see(bara, cyril, rada, shared, write, browse):
    write("family", home="Lipovec")
    write("way_in", reason="Bolí to.")

    said = words(browse(cyril).get(at(rada, "entry/paper/", "jinde")))
    assert "Lipovec" in said
    assert "Bolí to." not in said
    assert "Bolí to." not in browse(cyril).get(at(rada, "entry/text/", "jinde")).content.decode()
    for rest in ("entry/blank/", "basic/paper/", "basic/text/", "child/paper/", "nothing/paper/", "nothing/blank/"):
        assert browse(cyril).get(at(rada, rest, "jinde")).status_code == 404
        assert browse(bara).get(at(rada, rest)).status_code == 404
