"""The signed paper of a consent: kept sealed, given to its own service alone, erased for good."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from spojka.audit.models import Entry, Seen
from spojka.base.ids import new_id
from spojka.consents.actions import scans
from spojka.consents.content import Whom
from spojka.consents.models import ConsentScan
from spojka.files.cleaning import Clean, FileKind

PDF = b"%PDF-1.7\nsigned by hand\n%%EOF\n"


@pytest.fixture(autouse=True)
def room(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    return tmp_path / "files"


@pytest.fixture
def consent(anna, jinde, rada, give):
    return give(anna, rada, Whom(institution="Jinde", house=jinde))


@pytest.fixture
def kept(anna, consent):
    return scans.add(by=anna, id=new_id(), consent=consent, clean=Clean(FileKind.PDF, PDF))


def bring(browser, consent, data, name="../../etc/passwd.exe", id=None):
    file = SimpleUploadedFile(name, data, content_type="text/html")
    return browser.post(f"/podchod/consents/{consent.pk}/scans/new/", {"id": id or new_id(), "file": file})


def test_a_paper_is_brought_and_looked_at(anna, consent, browse, room):
    browser = browse(anna)
    assert browser.get(f"/podchod/consents/{consent.pk}/scans/new/").status_code == 200
    assert bring(browser, consent, PDF).status_code == 302
    scan = consent.scans.get()
    answer = browser.get(f"/podchod/consent-scans/{scan.pk}/")

    assert answer.content == PDF
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == f'attachment; filename="souhlas-{consent.number}-{consent.year}.pdf"'
    assert "passwd" not in scan.file.name
    assert b"signed" not in Path(room / scan.file.name).read_bytes()
    assert str(scan.pk) in browser.get(f"/podchod/consents/{consent.pk}/").content.decode()


def test_looking_at_it_is_audited(anna, kept, browse):
    browse(anna).get(f"/podchod/consent-scans/{kept.pk}/")
    entry = Entry.objects.get(pk=Seen.objects.get(row_id=kept.pk, entry__verb="consents:scan").entry_id)

    assert (entry.actor_id, entry.is_reading) == (anna.id, True)


@pytest.mark.parametrize("data", [b"", b"<html>", b"MZ\x90"])
def test_what_is_no_paper_is_refused_at_its_field(anna, consent, browse, data):
    answer = bring(browse(anna), consent, data, "paper.pdf")

    assert answer.status_code == 422
    assert not ConsentScan.objects.exists()


def test_sent_twice_it_is_one(anna, consent, browse):
    id = new_id()
    for _ in range(2):
        bring(browse(anna), consent, PDF, id=id)
    assert ConsentScan.objects.count() == 1


def test_neither_the_recipient_nor_another_service_of_the_house_gets_it(
    anna, bara, cyril, rada, consent, kept, browse
):
    for other in (bara, cyril):
        slug = other.organisation.slug
        for path in (
            f"consent-scans/{kept.pk}/",
            f"consent-scans/{kept.pk}/remove/",
            f"consents/{consent.pk}/scans/new/",
        ):
            assert browse(other).get(f"/{slug}/{path}").status_code == 404


def test_erased_it_is_gone_and_that_it_was_there_stays(
    anna, consent, kept, browse, room, django_capture_on_commit_callbacks
):
    path = room / kept.file.name
    assert path.exists()
    with django_capture_on_commit_callbacks(execute=True):
        assert browse(anna).post(f"/podchod/consent-scans/{kept.pk}/remove/", {"why": "jiný papír"}).status_code == 302

    kept.refresh_from_db()
    assert not path.exists()
    assert (kept.removed_by, kept.removed_why, kept.file.name) == (anna.id, "jiný papír", "")
    assert browse(anna).get(f"/podchod/consent-scans/{kept.pk}/").url == f"/podchod/consents/{consent.pk}/"


def test_one_that_no_key_opens_says_so(anna, kept, browse, room):
    (room / kept.file.name).write_bytes(b"SPF1" + b"x" * 40)
    answer = browse(anna).get(f"/podchod/consent-scans/{kept.pk}/")

    assert (answer.status_code, "klíčem" in answer.content.decode()) == (422, True)


def test_so_many_are_kept_and_no_more(anna, consent, kept, monkeypatch):
    monkeypatch.setattr(scans, "MOST", 1)
    with pytest.raises(scans.TooMany):
        scans.add(by=anna, id=new_id(), consent=consent, clean=Clean(FileKind.PDF, PDF))
    scans.remove(by=anna, scan=kept, why="x", at=timezone.now())
    scans.add(by=anna, id=new_id(), consent=consent, clean=Clean(FileKind.PDF, PDF))
