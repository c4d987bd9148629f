"""Levels of lines, who speaks and places: on the page, on paper and in the document, always the same."""

from datetime import date
from io import BytesIO

import pytest
from docx import Document

from spojka.audit.models import Seen
from spojka.base.ids import new_id
from spojka.meetings import documents, naming, reading, telling, word
from spojka.meetings.models import MinutesLine

LINES = [  # kind, words, more, depth
    ("heading", "Policie ČR", {}, 0),
    ("item", "Hluk v noci", {"places": ("Tržní, Ostrava", "Nám. Míru")}, 1),
    ("question", "Kdy zavírají?", {"speaker": "PČR", "who": "Hospoda"}, 2),
    ("answer", "Ve dvě.", {"speaker": "Hospoda"}, 3),
    ("answer", "Ve tři.", {}, 3),
    ("statement", "Zvýší dohled.", {"speaker": "MP"}, 2),
    ("answer", "Dobře.", {}, 2),
    ("task", "Zjistí majitele.", {"who": "MP"}, 2),
]


@pytest.fixture
def written(call, write):
    """Minutes with all levels."""
    meeting, above = call(), None
    for kind, text, more, _depth in LINES:
        above = write(meeting, text, kind=kind, after=above, **more).line
    return meeting


def test_the_level_follows_from_the_kinds(written, anna):
    assert [one.depth for one in telling.lines(written, anna)] == [depth for *_said, depth in LINES]


def test_page_paper_and_document_say_the_same(written, anna, browse):
    page = browse(anna).get(f"/podchod/meetings/{written.pk}/minutes/").content.decode()
    lines = documents.minutes_data(written, anna)["lines"]
    file = Document(BytesIO(word.minutes(written, anna)))
    said = [paragraph.text for paragraph in file.paragraphs]

    assert [one["depth"] for one in lines] == [depth for *_said, depth in LINES]
    for one in ("Otázka · PČR", "Odpověď · Hospoda", "MP", "Tržní, Ostrava; Nám. Míru"):
        assert one in page
        assert any(one in f"{line['lead']} {line['about']}" for line in lines)
        assert any(one in text for text in said), one
    order = [next(n for n, text in enumerate(said) if words in text) for _kind, words, *_ in LINES]
    assert order == sorted(order)
    indents = {text.text.split("\n")[0]: text.paragraph_format.left_indent for text in file.paragraphs}
    assert indents["Odpověď · Hospoda: Ve dvě."] > indents["MP: Zvýší dohled."] > (indents["Hluk v noci"] or 0)


def test_characters_that_no_document_may_hold_are_left_out(call, write, anna):
    meeting = call()
    write(meeting, "Okno\x0b\x01 opraví")

    assert "Okno opraví" in [one.text for one in Document(BytesIO(word.minutes(meeting, anna))).paragraphs]


def test_the_document_is_audited_as_the_paper_is(written, anna, browse):
    seen = []
    for page in ("paper", "document"):
        assert browse(anna).get(f"/podchod/meetings/{written.pk}/minutes/{page}/").status_code == 200
        rows = Seen.objects.filter(entry__verb=f"meetings:{page}").values_list("model", "row_id")
        seen.append(set(rows))

    assert seen[0] == seen[1]
    assert {str(row.pk) for row in MinutesLine.objects.all()} <= {str(row) for _model, row in seen[0]}


def test_the_words_are_sealed(written):
    row = MinutesLine.objects.get(kind="item")

    assert "Tržní" not in row.places
    assert row.at_places == ["Tržní, Ostrava", "Nám. Míru"]


def send(browse, by, meeting, **said):
    said = {"id": new_id(), "line": new_id(), "replaces": "0", "kind": "task"} | said
    answer = browse(by).post(
        f"/podchod/meetings/{meeting.pk}/minutes/write/", said, headers={"Accept": "application/json"}
    )
    return answer.json()


def test_a_term_is_heard_in_the_words_until_its_writer_says_another(call, anna, browse):
    meeting = call(on=date(2014, 4, 3))
    heard = send(browse, anna, meeting, text="Zjistí do 14 dnů")
    assert (heard["time"], heard["heard"]) == ("2014-04-17", "2014-04-17")

    said = {"text": "Zjistí do 14 dnů, komu patří", "due_on": "2014-05-05", "heard": "2014-04-17"}
    assert send(browse, anna, meeting, **said)["time"] == "2014-05-05"
    assert send(browse, anna, meeting, **said | {"due_on": ""})["time"] == ""  # taken out by hand
    assert send(browse, anna, meeting, **said | {"due_on": "2014-04-17", "text": "do 24. 4."})["time"] == "2014-04-24"
    assert send(browse, anna, meeting, text="Zjistí do příští buňky")["time"] == ""
    assert send(browse, anna, meeting, kind="statement", text="do 24. 4.")["time"] == ""
    assert send(browse, anna, meeting, kind="question", text="Zjistíte to do 24. 4.?")["time"] == "2014-04-24"
    assert send(browse, anna, meeting, kind="question", text="Chodíte tam i v neděli?")["time"] == ""  # no term


def test_when_something_is_announced_is_heard(call, anna, browse):
    meeting = call(on=date(2014, 4, 3))
    send(browse, anna, meeting, kind="notice", text="Turnaj 24. 4. v 15:00 na náměstí")

    page = browse(anna).get(f"/podchod/meetings/{meeting.pk}/minutes/").content.decode()
    assert "24.\xa04.\xa02014 15:00" in page


def test_names_used_before_are_offered_again(call, write, invite, start, anna, day_of, browse):
    of = start(rhythm="free", nth=None, weekday=None)
    write(call(series=of, on=day_of(-7)), "Hluk", speaker="Městská policie", places=("Tržní, Ostrava",))
    meeting = call(series=of, on=day_of(7))
    invite(meeting)

    offered = naming.names(meeting, reading.people_of(meeting, anna), anna)
    assert offered["who"][:3] == ["Úřad", str(meeting.organisation), "Městská policie"]
    assert "Olga Venkovská" in offered["who"]
    assert offered["places"][0] == "Tržní, Ostrava"


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("notice", "Setkání 28. 3. 2027 v 2:30"),  # the clocks leave this hour out
        ("notice", "Setkání 31. 10. 2027 v 2:30"),  # and have this one twice
        ("notice", "Setkání 1. 1. 0001"),
        ("task", "Do 1. 1. 2999"),
    ],
)
def test_a_slip_is_no_time_and_loses_no_word(call, anna, browse, kind, text):
    meeting = call()
    typed = {"id": new_id(), "line": new_id(), "kind": kind, "text": text}
    answer = browse(anna).post(f"/podchod/meetings/{meeting.pk}/minutes/write/", typed, HTTP_ACCEPT="application/json")

    assert answer.json()["heard"] == ""
    assert MinutesLine.objects.get().said == text
