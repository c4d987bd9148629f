"""The pages of the directory."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.core import mail
from django.core.management import call_command
from pypdf import PdfReader

from spojka.base.ids import new_id
from spojka.directory import hours, reminding
from spojka.directory.documents import sheet, sheet_data
from spojka.directory.models import Capacity, ServiceEntry
from tests.entering import knew

TYPED = {
    "id": "019f0000-0000-7000-8000-000000000001", "name": "Poradna", "provider": "Podchod", "kind": "3836",
    "ways": ["ambulant"], "mon": "9–12", "check_months": "6", "told_days": "14", "languages": ["cs"],
    "exceptions": "24. 12. 2026: zavřeno",
}  # fmt: skip


@pytest.fixture
def entry(lists, hana, teren, write, publish):
    return publish(hana, write(hana, teren))


def test_an_entry_is_written_and_waits_for_who_may_find_it(anna, teren, lists, browse):
    answer = browse(anna).post("/podchod/directory/new/", TYPED | {"service": teren.pk})

    assert answer.status_code == 302
    written = ServiceEntry.objects.get()
    assert (written.found_by, written.hours["week"][0]) == ("service", [[540, 720]])
    assert written.hours["exceptions"] == {"2026-12-24": []}


def test_wrong_hours_come_back_at_their_field(anna, teren, lists, browse):
    answer = browse(anna).post("/podchod/directory/new/", TYPED | {"service": teren.pk, "mon": "ráno"})

    assert answer.status_code == 422
    assert "ráno" in answer.content.decode()
    assert not ServiceEntry.objects.exists()


def test_another_house_reads_what_is_published(entry, cyril, browse):
    page = browse(cyril).get(f"/jinde/directory/{entry.pk}/").content.decode()

    assert "Poradna" in page
    assert '/capacity/"' not in page
    assert "Poradna" in browse(cyril).get("/jinde/directory/").content.decode()
    assert browse(cyril).get("/jinde/directory/capacity/").status_code == 200
    assert browse(cyril).get(f"/jinde/directory/paper/?on={entry.pk}")["Content-Type"] == "application/pdf"
    assert "Poradna" in browse(cyril).get("/jinde/directory/export/").content.decode()


def test_capacity_is_told_and_kept(entry, anna, browse):
    path = f"/podchod/directory/{entry.pk}/capacity/"
    said = {"id": "019f0000-0000-7000-8000-000000000002", "free": "3", "in_care": "40"}

    assert "<once-form" in browse(anna).get(path).content.decode()
    for _again in range(2):
        assert browse(anna).post(path, said).status_code == 302

    assert [(one.free, one.in_care) for one in Capacity.objects.all()] == [(3, 40)]
    assert browse(anna).post(path, said | {"free": "-1"}).status_code == 422
    before = "Co bylo sděleno dřív"
    assert before not in browse(anna).get(f"/podchod/directory/{entry.pk}/").content.decode()

    assert browse(anna).post(path, said | {"id": new_id(), "free": "0"}).status_code == 302
    assert before in browse(anna).get(f"/podchod/directory/{entry.pk}/").content.decode()


def test_nothing_is_headed_where_nothing_is_known_of_the_way_in(lists, hana, teren, write, browse):
    known, bare = (write(hana, teren, municipality=town) for town in ("Lipovec", ""))

    said = [browse(hana).get(f"/podchod/directory/{one.pk}/").content.decode() for one in (known, bare)]

    assert ["Jak se tam dostat" in page for page in said] == [True, False]


def test_a_stale_entry_says_so_and_is_reminded_of_once(entry, hana, cyril, browse, today):
    entry.change(checked_on=today - timedelta(days=200))

    assert "neověřeno od" in browse(cyril).get("/jinde/directory/").content.decode()
    assert [one.ring for one in reminding.waiting(hana, today)] == ["late"]
    for _again in range(2):
        call_command("remind")
    assert [letter.to for letter in mail.outbox] == [[hana.user.email]]

    browse(hana).post(f"/podchod/directory/{entry.pk}/check/")
    assert reminding.waiting(hana, today) == []


def test_the_sheet_for_a_client_says_that_nobody_looked(entry, today):
    entry.checked_on = today - timedelta(days=400)

    (said,) = sheet_data([entry], "Podchod", today)["services"]

    assert "2" in said["checked"]
    assert said["hours"]


def test_taking_an_entry_out_asks_first(entry, hana, anna, browse):
    path, head = f"/podchod/directory/{entry.pk}/take-out/", browse(hana)

    assert f'href="{path}"' in head.get(f"/podchod/directory/{entry.pk}/").content.decode()
    assert "zpátky ji vrátit nejde" in head.get(path).content.decode()
    entry.refresh_from_db()
    assert entry.ended_at is None

    assert [browse(anna).get(path).status_code, head.post(path).status_code] == [404, 302]
    entry.refresh_from_db()
    assert entry.ended_at is not None


def test_days_that_differ_are_printed_also_of_who_has_no_week(hana, teren, write, today):
    kept = {"week": [[]] * 7, "exceptions": hours.exceptions("24. 12. 2099: 9–12")}
    (page,) = PdfReader(BytesIO(sheet([write(hana, teren, hours=kept)], "Podchod", today))).pages
    assert "24. 12. 2099: 9:00–12:00" in page.extract_text()


def test_of_two_who_write_an_entry_at_once_the_second_loses_no_word_of_the_first(entry, hana, anna, browse):
    path = f"/podchod/directory/{entry.pk}/change/"
    opened = knew(browse(anna).get(path))

    first = browse(hana).post(path, TYPED | opened | {"does": "Výměna u autobusu.", "tue": "14–18"})
    second = browse(anna).post(path, TYPED | opened | {"does": "Testy na místě."})

    assert (first.status_code, second.status_code) == (302, 422)
    page = second.content.decode()
    assert all(words in page for words in ("Výměna u autobusu.", "Testy na místě.", "14:00–18:00"))
    assert ServiceEntry.objects.get().does == "Výměna u autobusu."
    both = {"does": "Výměna u autobusu, testy na místě.", "tue": "14–18"}
    assert browse(anna).post(path, TYPED | knew(second) | both).status_code == 302
    assert ServiceEntry.objects.get().does == both["does"]
