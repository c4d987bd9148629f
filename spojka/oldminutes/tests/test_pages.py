"""The pages of old minutes: bring, correct, take over, drop; by hand and as a script sends it."""

import json
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from spojka.base.ids import new_id
from spojka.groups.actions import groups as seating
from spojka.groups.content import Sitting
from spojka.meetings.models import Meeting
from spojka.oldminutes.filling import COLUMNS
from spojka.oldminutes.models import OldMinutes
from spojka.oldminutes.proposal import Proposal
from tests import make
from tests.entering import enter

from .conftest import TEXT


def page(draft, part=""):
    return f"/policie/old-minutes/{draft.pk}/{part}"


def sent(draft, at=0, many=None, **head):
    """Return what the plain form of a draft sends."""
    said = Proposal.of(draft.said)
    rows = said.rows[at : None if many is None else at + many]
    columns = {name: [str(getattr(row, name)) for row in rows] for name in COLUMNS}
    shown = {"version": draft.version, "at": at, "many": len(rows)}
    return columns | shown | (vars(said.head) | head if at == 0 else {})


def rows(draft):
    return Proposal.of(OldMinutes.objects.get(pk=draft.pk).said).rows


@pytest.fixture
def browser(josef):
    return enter(josef)


@pytest.fixture
def bring_page(cell):
    return f"/policie/working-groups/{cell.pk}/old-minutes/"


def test_the_page_of_a_group_leads_there(browser, cell, bring_page):
    assert bring_page in browser.get(f"/policie/working-groups/{cell.pk}/").content.decode()


def test_a_text_is_pasted_and_waits(browser, bring_page, cell):
    answer = browser.post(bring_page, {"text": TEXT})

    draft = OldMinutes.objects.get()
    assert answer.headers["Location"] == page(draft)
    shown = browser.get(page(draft)).content.decode()
    assert "Kdo zamyká dvůr Tržní 5?" in shown
    assert "- Dotaz k MP: Kdo zamyká dvůr Tržní 5?" in shown
    assert 'value="2014-04-03"' in shown
    assert "Ve skupině sedí: Josef Obchůzka, Mgr. Jana Tabulová." in shown
    assert page(draft) in browser.get(bring_page).content.decode()
    assert "Kdo zamyká" not in draft.original
    assert "Kdo zamyká" not in draft.proposal


def test_a_file_is_brought(browser, bring_page):
    browser.post(bring_page, {"file": SimpleUploadedFile("buňka.txt", TEXT.encode())})

    assert OldMinutes.objects.get().called == "buňka.txt"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({}, "Vložte text"),
        ({"text": "x" * 6000}, "příliš dlouhý"),
        ({"file": SimpleUploadedFile("a.doc", b"\xd0\xcf\x11\xe0" + b"x" * 99)}, "DOCX"),
        ({"text": "Zápis z buňky", "file": SimpleUploadedFile("a.txt", b"x")}, "jedno"),
    ],
)
def test_what_can_not_be_read_is_said_and_the_text_stays(browser, bring_page, said, words):
    answer = browser.post(bring_page, said)

    shown = answer.content.decode()
    assert answer.status_code == 422
    assert words in shown
    assert said.get("text", "") in shown
    assert not OldMinutes.objects.exists()


def test_a_plain_form_saves_what_was_corrected(browser, bring):
    draft = bring()
    said = sent(draft, place="Knihovna")
    said["kind"][1], said["text"][1] = "statement", "V ulici Tržní\nHlídky tam chodí."

    assert browser.post(page(draft), said).status_code == 302

    assert [(row.kind, row.text) for row in rows(draft)[1:3]] == [
        ("statement", "V ulici Tržní"), ("statement", "Hlídky tam chodí."),
    ]  # fmt: skip
    assert Proposal.of(OldMinutes.objects.get().said).head.place == "Knihovna"
    assert len(rows(draft)) == 13


def test_a_script_saves_too_and_a_lost_answer_is_no_second_correction(browser, bring):
    draft = bring()
    said = sent(draft)
    lines = list(zip(*(said.pop(name) for name in COLUMNS), strict=True))
    lines[0] = [*lines[0][:3], "Policie", *lines[0][4:]]
    said["rows"] = json.dumps(lines)

    for _ in range(2):
        answer = browser.post(page(draft), said, headers={"Accept": "application/json"})
        assert (answer.status_code, answer.json()) == (200, {"version": 2, "many": 12})
    assert rows(draft)[0].text == "Policie"
    said["rows"] = json.dumps(lines[1:])
    answer = browser.post(page(draft), said, headers={"Accept": "application/json"})
    assert answer.status_code == 422
    assert "mezitím" in answer.json()["errors"][0]


@pytest.mark.parametrize("said", ["{", "[1]", '[["0"]]', '[["99", "1", "item", "x", "", "", "", "", "open"]]'])
def test_what_no_page_sends_is_refused_in_words(browser, bring, said):
    draft = bring()

    answer = browser.post(page(draft), {"version": 1, "at": 0, "many": 1, "rows": said})

    assert answer.status_code == 422
    assert len(rows(draft)) == 12


def test_a_faulty_row_comes_back_with_all_that_was_typed(browser, bring):
    draft = bring()
    said = sent(draft)
    said["speaker"][2], said["text"][3] = "x" * 81, "Nově napsaná odpověď"

    answer = browser.post(page(draft), said)

    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "Řádek 3" in shown
    assert "x" * 81 in shown
    assert "Nově napsaná odpověď" in shown


def test_a_long_text_is_corrected_in_parts(browser, bring):
    draft = bring(TEXT + "\n".join(f"- Bod číslo {n} se projednal." for n in range(60)))
    assert len(rows(draft)) > 60
    shown = browser.get(page(draft)).content.decode()
    assert shown.count('name="key"') == 40
    assert "Převzít jako setkání" not in shown

    answer = browser.post(page(draft), sent(draft, many=40) | {"next": "40"})
    assert answer.headers["Location"] == page(draft, "?from=41")
    draft.refresh_from_db()
    said = sent(draft, at=40)
    said["text"][0] = "Opraveno"
    browser.post(page(draft), said)

    assert rows(draft)[40].text == "Opraveno"
    assert "Převzít jako setkání" in browser.get(page(draft, "?from=41")).content.decode()


def test_taking_over_saves_first_and_leads_to_the_meeting(browser, bring):
    draft = bring()
    said = sent(draft, day="2014-04-10")

    answer = browser.post(page(draft, "take-over/"), said)

    meeting = Meeting.objects.get()
    assert answer.headers["Location"] == f"/policie/meetings/{meeting.pk}/"
    assert meeting.starts_at.date() == date(2014, 4, 10)
    assert "převzato" in browser.get(page(draft)).content.decode()
    again = browser.post(page(draft, "take-over/"), said)
    assert again.status_code == 422
    assert "už převzatý" in again.content.decode()


def test_without_a_day_it_is_said_at_its_field(browser, bring):
    draft = bring()

    answer = browser.post(page(draft, "take-over/"), sent(draft, day=""))

    assert answer.status_code == 422
    assert "Napište, který den se skupina sešla." in answer.content.decode()


def test_dropped_minutes_are_no_more(browser, bring, bring_page):
    draft = bring()

    assert browser.post(page(draft, "drop/")).headers["Location"] == bring_page

    assert browser.get(page(draft)).status_code == 404
    assert page(draft) not in browser.get(bring_page).content.decode()


def test_a_house_that_sits_in_the_group_sees_no_old_minutes(bring, cell, josef, bring_page):
    street = make.service(organisation=make.organisation(slug="zastavka", name="Zastávka"))
    radek = make.member(street, role="service_head")
    sitting = Sitting("member", "ngo", house=street.organisation)
    seating.seat(by=josef, id=new_id(), group=cell, sitting=sitting, at=make.NOON)
    draft = bring()

    radek_at = enter(radek)
    assert radek_at.get(f"/zastavka/working-groups/{cell.pk}/").status_code == 200
    assert "old-minutes" not in radek_at.get(f"/zastavka/working-groups/{cell.pk}/").content.decode()
    assert radek_at.get(bring_page.replace("policie", "zastavka")).status_code == 404
    assert radek_at.get(page(draft).replace("policie", "zastavka")).status_code == 404
