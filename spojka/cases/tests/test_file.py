"""A file of a case: known by its content, kept sealed, opened by those who may know its kind, erased for good."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from spojka.access.permissions import Kind
from spojka.audit.models import Entry, Seen
from spojka.base.ids import new_id
from spojka.cases.models import CaseFile
from spojka.files.cleaning import FileKind
from spojka.files.tests.test_clean import png
from tests import make

PDF = b"%PDF-1.7\nletter of the school\n%%EOF\n"


@pytest.fixture(autouse=True)
def room(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    return tmp_path / "files"


@pytest.fixture
def bring(browse, case, party):
    """Bring a file: bring(who, kind=…)."""

    def bring_(who, data=PDF, kind=Kind.COURSE, name="../../etc/passwd.exe", house="podchod", id=None, service=None):
        file = SimpleUploadedFile(name, data, content_type="text/html")
        typed = {"id": id or new_id(), "file": file, "text": "Dopis školy", "kind": int(kind), "about": party.pk}
        typed |= {"service": service or next(iter(who.services))}
        return browse(who).post(f"/{house}/cases/{case.pk}/files/new/", typed)

    return bring_


def test_it_is_kept_sealed_and_given_as_what_it_is(ema, bring, browse, case, room):
    assert browse(ema).get(f"/podchod/cases/{case.pk}/files/new/").status_code == 200
    assert bring(ema).status_code == 302
    kept = CaseFile.objects.get()

    answer = browse(ema).get(f"/podchod/case-files/{kept.pk}/")

    assert answer.content == PDF
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("attachment")
    assert "passwd" not in kept.file.name
    assert b"school" not in Path(room / kept.file.name).read_bytes()
    assert "Dopis školy" in browse(ema).get(f"/podchod/cases/{case.pk}/").content.decode()
    assert "Dopis" not in CaseFile.objects.values_list("name", flat=True).get()


def test_who_opened_it_is_told_to_those_who_may_ask(ema, petra, teren, let_in, bring, browse, case):
    let_in()
    bring(ema)
    kept = CaseFile.objects.get()
    browse(petra).get(f"/jinde/case-files/{kept.pk}/")
    head = make.member(teren, role="service_head", name="Hedvika")
    asked = f"/podchod/audit/row/{kept.pk}/"

    assert asked in browse(head).get(f"/podchod/cases/{case.pk}/").content.decode()
    assert "Petra Jinde" in browse(head).get(asked).content.decode()
    assert asked not in browse(ema).get(f"/podchod/cases/{case.pk}/").content.decode()


def test_of_one_that_is_too_large_nothing_is_kept(ema, bring):
    answer = bring(ema, PDF + b"x" * 15_100_000)

    assert answer.status_code == 413
    assert "nejvýš 15 MB; zmenšete ho" in answer.content.decode()
    assert not CaseFile.objects.exists()


def test_a_picture_is_made_smaller(ema, bring):
    brought = png(3000, 2000)

    bring(ema, brought)

    kept = CaseFile.objects.get()
    assert kept.form == FileKind.PICTURE
    with kept.file.open() as opened:
        assert opened.read(2) == b"\xff\xd8"


def test_what_is_no_paper_is_refused_at_its_field(ema, bring):
    assert bring(ema, b"MZ\x90", name="paper.pdf").status_code == 422
    assert not CaseFile.objects.exists()


def test_sent_twice_it_is_one(ema, bring):
    id = new_id()
    for _ in range(2):
        bring(ema, id=id)
    assert CaseFile.objects.count() == 1


def test_a_guest_opens_the_kind_that_was_agreed(ema, petra, let_in, bring, browse):
    bring(ema)
    bring(ema, kind=Kind.PERSONAL)
    let_in(Kind.COURSE)
    course, personal = CaseFile.objects.order_by("kind")
    guest = browse(petra)

    assert guest.get(f"/jinde/case-files/{course.pk}/").status_code == 200
    assert guest.get(f"/jinde/case-files/{personal.pk}/").status_code == 404
    assert guest.post(f"/jinde/case-files/{course.pk}/remove/", {"why": "x"}).status_code == 404


def test_a_stranger_brings_and_opens_nothing(ema, cyril, bara, bring, browse):
    bring(ema)
    kept = CaseFile.objects.get()

    assert bring(cyril, house="jinde").status_code == 404
    for who, house in ((cyril, "jinde"), (bara, "podchod")):
        assert browse(who).get(f"/{house}/case-files/{kept.pk}/").status_code == 404


def test_who_opened_it_is_written_down(ema, bring, browse):
    bring(ema)
    kept = CaseFile.objects.get()

    browse(ema).get(f"/podchod/case-files/{kept.pk}/")

    seen = Seen.objects.filter(row_id=kept.pk, entry__verb="cases:file").get()
    assert Entry.objects.get(pk=seen.entry_id).actor_id == ema.id


def test_erased_it_is_gone_and_its_line_stays(ema, bring, browse, case):
    bring(ema)
    kept = CaseFile.objects.get()

    browse(ema).post(f"/podchod/case-files/{kept.pk}/remove/", {"why": "cizí dopis"})

    assert not CaseFile.objects.get().file
    assert browse(ema).get(f"/podchod/case-files/{kept.pk}/").status_code == 302
    assert "cizí dopis" in browse(ema).get(f"/podchod/cases/{case.pk}/").content.decode()
    assert timezone.now() > CaseFile.objects.get().removed_at
