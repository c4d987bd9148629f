"""Bringing a table in through the page: file, columns, rows in words, saving, rows to mend."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from spojka.base.ids import new_id
from spojka.encounters.models import Encounter
from spojka.sheets.models import Sheet
from tests import make

HEAD = "Datum;Klient;Výkony\n"


@pytest.fixture
def page(hana, teren, lists, browse):
    """Hana's browser, which brings a table and says what its columns mean."""
    place, reader = make.place(teren, name="Nádraží"), browse(hana)

    def bring(data, *, only=False, **said):
        data = data if isinstance(data, bytes) else data.encode("cp1250")
        file = SimpleUploadedFile("kveten.csv", data)
        reader.answer = reader.post("/podchod/sheets/", {"id": new_id(), "service": teren.pk, "file": file})
        sheet = Sheet.objects.order_by("recorded_at", "pk").last()
        if not only and reader.answer.status_code == 302:
            usual = {"column-0": "date", "column-1": "person", "column-2": "acts", "usual_time": "12:00"}
            fields = usual | {"place": place.pk, "setting": "event_zone"} | said
            reader.columns = reader.post(f"/podchod/sheets/{sheet.pk}/columns/", fields)
            reader.post(f"/podchod/sheets/{sheet.pk}/go/")
        return sheet

    reader.bring = bring
    return reader


def test_says_row_by_row_and_saves_the_good_ones(page):
    sheet = page.bring(HEAD + "3. 5. 2026;A1234M;KP\n3.-4. 5. 2026;;KP\n")

    text = page.get(f"/podchod/sheets/{sheet.pk}/").content.decode()
    page.post(f"/podchod/sheets/{sheet.pk}/save/")

    assert "jsou dva dny" in text
    assert Encounter.objects.get().client.code == "A1234M"


def test_offers_nothing_to_mend_where_nothing_is_left(page):
    page.bring(HEAD + "3. 5. 2026;A1234M;KP\n")
    page.post(f"/podchod/sheets/{Sheet.objects.get().pk}/save/")
    again = page.bring(HEAD + "3. 5. 2026;A1234M;KP\n\n")

    text = page.get(f"/podchod/sheets/{again.pk}/").content.decode()

    assert "nic nového k uložení" in text
    assert "wrong.csv" not in text


def test_can_be_erased_before_its_columns_are_known(page):
    sheet = page.bring(HEAD + "3. 5. 2026;Jan Novák;KP\n", only=True)

    text = page.get(f"/podchod/sheets/{sheet.pk}/columns/").content.decode()

    assert f'action="/podchod/sheets/{sheet.pk}/forget/"' in text
    told = page.post(f"/podchod/sheets/{sheet.pk}/forget/", follow=True).content.decode()
    assert "v tabulce stálo, je smazané" in told


def test_gives_the_wrong_rows_away_to_be_mended_and_takes_them_back(page):
    sheet = page.bring(HEAD + "3. 5. 2026;A1234M;KP\n3.-4. 5. 2026;;KP\n")
    page.post(f"/podchod/sheets/{sheet.pk}/save/")

    mended = page.get(f"/podchod/sheets/{sheet.pk}/wrong.csv").content.decode("utf-8-sig")
    again = page.bring(mended.replace("3.-4. 5. 2026", "4. 5. 2026").encode())
    page.post(f"/podchod/sheets/{again.pk}/save/")

    assert "jsou dva dny" in mended
    assert again.fingerprint == "" or Encounter.objects.count() == 2


def test_leaves_out_as_many_columns_as_one_likes(page):
    page.bring("Datum;Pořadí;Stůl;Barva\n3. 5. 2026;1;2;modrá\n", **{"column-1": "", "column-2": "", "column-3": ""})

    assert page.columns.status_code == 302


def test_says_when_no_row_names_the_columns(page):
    sheet = page.bring("3. 5. 2026;A1234M;KP\n4. 5. 2026;B1234M;KP\n", only=True)

    text = page.get(f"/podchod/sheets/{sheet.pk}/columns/").content.decode()

    assert "s názvy sloupců jsme nenašli" in text
    assert "Zkontrolovat 2 řádky" in text


def test_says_when_there_is_no_row_below_the_heads(page):
    page.bring(HEAD)

    assert page.columns.status_code == 422
    assert "není žádný řádek" in page.columns.content.decode()


def test_remembers_the_columns_for_the_next_table(page):
    page.bring(HEAD + "3. 5. 2026;A1234M;KP\n", year="2024")
    sheet = page.bring("Výkony;DATUM;Klient\nKP;4. 5. 2026;B1234M\n", only=True)

    text = page.get(f"/podchod/sheets/{sheet.pk}/columns/").content.decode()
    assert "pamatujeme" in text
    assert 'value="2024"' in text


def test_asks_once_what_a_word_means_and_remembers_it(page):
    sheet = page.bring(HEAD + "3. 5. 2026;;pokec\n4. 5. 2026;;pokec\n")

    page.post(f"/podchod/sheets/{sheet.pk}/answers/", {"word-act-0": "KP"})
    page.post(f"/podchod/sheets/{sheet.pk}/go/")
    page.post(f"/podchod/sheets/{sheet.pk}/save/")
    again = page.bring(HEAD + "5. 5. 2026;;Pokec\n")

    assert Encounter.objects.filter(acts__code="KP").count() == 2
    assert again.lines.get().state == "new"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "prázdný"),
        (b"PK\x03\x04 nothing", "nedá přečíst"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "zamčený heslem"),
        (b"\0\1\2\3" * 50, "není tabulka"),
        (b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n", "není tabulka"),
        (b"\xef\xbb\xbf <html><table><tr><td>Datum</td></tr></table>", "uložte jako XLSX"),
    ],
)
def test_says_clearly_what_is_wrong_with_a_file(page, data, said):
    page.bring(data)

    assert page.answer.status_code == 422
    assert said in page.answer.content.decode()


def test_asks_for_what_no_column_says(page):
    page.bring(HEAD + "3. 5. 2026;;KP\n", setting="", **{"column-0": ""})

    assert page.columns.status_code == 422
    assert "ve kterém sloupci je den" in page.columns.content.decode()


def test_is_not_offered_to_a_worker(anna, hana, teren, browse):
    assert browse(anna).get("/podchod/sheets/").status_code == 404
    assert "sheets/" not in browse(anna).get("/podchod/office/").content.decode()
    assert "sheets/" in browse(hana).get("/podchod/office/").content.decode()


def test_only_this_page_takes_large_files(hana, browse, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    large = {"file": SimpleUploadedFile("a.csv", b"x" * 3000)}

    assert browse(hana).post("/podchod/events/new/", large).status_code == 413
    assert browse(hana).post("/podchod/sheets/", {"id": new_id()} | large).status_code in (302, 422)


def test_says_of_a_file_that_is_too_large_what_to_do_and_leads_back(hana, browse):
    large = {"file": SimpleUploadedFile("a.csv", b"x" * 20_200_000)}

    answer = browse(hana).post("/podchod/sheets/", {"id": new_id()} | large)

    assert answer.status_code == 413
    assert "nejvýš 20 MB" in answer.content.decode()
    assert 'href="/podchod/sheets/"' in answer.content.decode()
