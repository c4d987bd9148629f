"""The closing evaluation on paper, filled in and blank, and as text for another file."""

from dataclasses import replace
from io import BytesIO

from django.utils import timezone
from pypdf import PdfReader

from spojka.base.ids import new_id
from spojka.cases import blanks, documents
from spojka.cases.actions import courts, file, people
from spojka.cases.content import Who
from spojka.cases.models import Case, CaseClosing
from spojka.codelists import actions as lists

from .test_lead import ENDED

OTA = Who(role="client", name="Ota", is_child=True)


def said(body):
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(body)).pages)


def test_what_was_written_stands_on_the_paper_and_in_the_text(ema, case, browse):
    file.close(by=ema, case=case, ended=ENDED, at=timezone.now())

    paper = said(browse(ema).get(f"/podchod/cases/{case.pk}/closing.pdf").content)
    text = documents.closing_text(Case.objects.get(), CaseClosing.objects.get())

    for words in ("Rada", "doléčování", "Cíle jsou splněné"):
        assert words in paper
        assert words in text
    assert "doléčování" in browse(ema).get(f"/podchod/cases/{case.pk}/lead/").content.decode()


def test_a_blank_one_has_every_ground_and_part_and_nobody(ema, case, browse):
    paper = said(browse(ema).get(f"/podchod/services/{case.service_id}/papers/closing/").content)

    assert "Cíle jsou splněné" in paper
    assert "Co doporučujeme" in paper
    assert "Rada" not in paper
    assert str(case) not in paper
    never_closed = said(browse(ema).get(f"/podchod/cases/{case.pk}/closing.pdf").content)
    assert "Rada" not in never_closed


def test_every_blank_paper_stands_on_one_page_and_opens(ema, case, browse):
    page = browse(ema).get("/podchod/cases/papers/").content.decode()

    for one in blanks.blanks():
        path = f"/podchod/services/{case.service_id}/papers/{one.key}/"
        assert path in page
        assert browse(ema).get(path).content.startswith(b"%PDF"), one.key
    assert browse(ema).get(f"/podchod/services/{case.service_id}/papers/nothing/").status_code == 404


def test_the_checklist_of_a_placement_says_what_was_seen_to(ema, case, browse):
    child = people.add_party(by=ema, id=new_id(), case=case, who=OTA, at=timezone.now())
    place = courts.plan(by=ema, id=new_id(), about=child, where="k tetě", on=timezone.localdate())
    ticked = {"item": "things", "is_done": True, "words": "i s kytarou"}
    courts.tick(by=ema, service=case.service, placement=place, at=timezone.now(), **ticked)

    paper = said(browse(ema).get(f"/podchod/placements/{place.pk}/paper/").content)
    page = browse(ema).get(f"/podchod/cases/{case.pk}/courts/").content.decode()

    for words in ("Ota", "k tetě", "i s kytarou", "Ema Klíčová", "Plán kontaktů s rodinou"):
        assert words in paper
    assert "Sbalené věci: ano, i s kytarou, Ema Klíčová" in page
    assert "Plán kontaktů s rodinou: zatím ne" in page


def test_strangers_get_no_paper(cyril, bara, case, browse):
    assert browse(cyril).get(f"/jinde/cases/{case.pk}/closing.pdf").status_code == 404
    assert browse(bara).get(f"/podchod/cases/{case.pk}/closing.pdf").status_code == 404
    assert browse(cyril).get(f"/jinde/services/{case.service_id}/papers/closing/").status_code == 404


def test_a_ground_of_our_own_list_stands_on_the_paper(ema, hana, teren, case):
    said = {"name_cs": "Přestěhování do ciziny", "name_en": "", "short": "", "valid_from": case.opened_on, "extra": {}}
    own = lists.add(by=hana, id=new_id(), service=teren, list="case_closing", **said)
    file.close(by=ema, case=case, ended=replace(ENDED, ground=own.code), at=timezone.now())

    assert "Přestěhování do ciziny" in documents.closing_text(Case.objects.get(), CaseClosing.objects.get())
