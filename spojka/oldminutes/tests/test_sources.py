import io
import zipfile

import docx
import pytest
import typst
from pypdf import PdfReader, PdfWriter

from spojka.oldminutes.lines import joined
from spojka.oldminutes.reading import read
from spojka.oldminutes.sources import opening, word
from spojka.oldminutes.sources.bad import BadFile

TEXT = "Zápis z buňky Šumbark 3. 4. 2014\n\nPČR\n- příliš žluťoučký kůň úpěl ďábelské ódy\n"


def saved(document):
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def pdf(source):
    return typst.compile(source.encode(), format="pdf")


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "cp1250", "utf-16", "iso8859_2"])
def test_texts_are_read_in_the_codings_of_czech_programs(coding):
    minutes = read(TEXT.encode(coding), "a.txt")

    assert minutes.group == "Buňka Šumbark"
    assert minutes.items[0].text == "příliš žluťoučký kůň úpěl ďábelské ódy"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_those_that_an_editor_counts(end):
    assert read(TEXT.replace("\n", end).encode(), "a.txt").items[0].lines == (4, 4)


def test_what_was_struck_out_is_not_read_and_what_was_inserted_is():
    document = docx.Document()
    kept = document.add_paragraph("Zápis z buňky 3. 4. 2014 ")._p
    for tag, inside, said in (("ins", "t", "vloženo"), ("del", "delText", "škrtnuto")):
        run = f"<w:r><w:{inside}>{said}</w:{inside}></w:r>"
        kept.append(docx.oxml.parse_xml(f'<w:{tag} xmlns:w="{word.W[1:-1]}" w:id="1" w:author="a">{run}</w:{tag}>'))

    assert read(saved(document), "a.docx").source[0] == "Zápis z buňky 3. 4. 2014 vloženo"


def test_a_row_of_a_table_is_one_line():
    document = docx.Document()
    table = document.add_table(1, 2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Jan Novák", "PČR"

    assert read(saved(document), "a.docx").source == ("Jan Novák\tPČR",)


def test_a_locked_pdf_is_refused_and_one_with_an_empty_password_is_read():
    page = PdfReader(io.BytesIO(pdf("Zápis z buňky 3. 4. 2014")))
    for password, fine in (("", True), ("tajne", False)):
        writer, kept = PdfWriter(clone_from=page), io.BytesIO()
        writer.encrypt(password, owner_password="x", algorithm="AES-256")
        writer.write(kept)
        if fine:
            assert read(kept.getvalue(), "a.pdf").group == "Buňka"
        else:
            with pytest.raises(BadFile, match="zamčený heslem"):
                read(kept.getvalue(), "a.pdf")


def test_a_scanned_pdf_is_refused():
    with pytest.raises(BadFile, match="naskenované"):
        read(pdf("#rect(width: 3cm)"), "a.pdf")


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.txt"])
@pytest.mark.parametrize("data", [b"%PDF-1.7\nnothing", b"PK\x03\x04 nothing", b"\0\1\2\3" * 99, b"<html><p>a"])
def test_damaged_files_are_refused(name, data):
    with pytest.raises(BadFile):
        read(data, name)


def test_a_spreadsheet_is_no_document():
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as packed:
        packed.writestr("xl/workbook.xml", "<a/>")

    with pytest.raises(BadFile, match="nejde přečíst"):
        read(kept.getvalue(), "a.docx")


def test_what_unpacks_into_a_disk_full_of_nothing_is_refused(monkeypatch):
    monkeypatch.setattr(word, "MOST_UNPACKED", 1_000_000)
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(word.MAIN, b" " * 2_000_000)

    with pytest.raises(BadFile, match="příliš velký"):
        read(kept.getvalue(), "a.docx")


def test_too_much_is_refused(monkeypatch):
    with pytest.raises(BadFile, match="příliš dlouhý"):
        read(b"a" * (opening.LONGEST + 1), "a.txt")
    monkeypatch.setattr(opening, "MOST_BYTES", 10)
    with pytest.raises(BadFile, match="větší"):
        read(b"a\n" * 6, "a.txt")


def test_divided_words_become_one_again():
    assert (
        joined(["roz\xad", "delené a zdra-", "votní, česko-", "Moravské"]) == "rozdelené a zdravotní, česko- Moravské"
    )
