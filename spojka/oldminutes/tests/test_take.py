"""Old minutes become a meeting of the group; nothing that was written is lost on the way."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from spojka.base.errors import Refusal
from spojka.meetings import matters, telling
from spojka.meetings.models import Meeting
from spojka.oldminutes import actions, laying
from spojka.oldminutes.proposal import Original, Proposal
from tests import groups, make

LABEL = 8  # words before a text that say what it is, who speaks and to whom: they became its kind and its names
MINUTES = Path(__file__).parent / "minutes"
FILES = sorted(path for path in MINUTES.iterdir() if path.suffix != ".json")


def words(text):
    return re.findall(r"\w+", text.casefold())


def take(draft, by, at=make.NOON):
    return actions.take_over(by=by, draft=draft, at=at).meeting


def said(meeting, by):
    return [(one.row.kind, one.text, one.row.says, one.row.whose) for one in telling.lines(meeting, by)]


def test_a_meeting_of_that_day_is_made_with_its_lines_in_order(bring, cell, josef):
    meeting = take(bring(), josef)

    assert (timezone.localdate(meeting.starts_at), meeting.where) == (date(2014, 4, 3), "služebna PČR, Nádražní 12")
    assert (meeting.held_for, meeting.needs, meeting.title) == (cell.pk, "working_group.view", cell.name)
    lines = said(meeting, josef)
    assert [kind for kind, *_ in lines] == [
        "heading", "item", "question", "answer", "task", "heading", "notice", "statement", "thanks", "heading", "item",
        "notice",
    ]  # fmt: skip
    assert lines[2] == ("question", "Kdo zamyká dvůr Tržní 5?", "PČR", "Městská policie")
    assert lines[4][3] == "Městská policie"
    notice = telling.lines(meeting, josef)[6].row
    assert timezone.localtime(notice.happens_at).isoformat() == "2014-04-24T15:00:00+02:00"
    assert notice.at_places == ["hřiště Vojanova"]


def test_who_sits_in_the_group_is_found_by_name_and_others_came_along(bring, josef):
    meeting = take(bring(), josef)

    people = {one.called: one for one in meeting.people.filter(ended_at=None)}
    assert {name: (one.was_here, one.is_walk_in) for name, one in people.items()} == {
        "Josef Obchůzka": (True, False), "Jana Tabulová": (True, False), "Tomáš Dlažba": (True, True),
    }  # fmt: skip
    assert str(people["Josef Obchůzka"].membership_id) == josef.id
    assert people["Jana Tabulová"].writes


def test_who_was_not_there_is_not_on_the_list_of_a_meeting_long_ago(bring, josef):
    meeting = take(bring("Zápis z buňky 3. 4. 2014\nPřítomni: Josef Obchůzka (PČR)\n\nPČR\n- hluk v parku\n"), josef)

    assert [one.called for one in meeting.people.filter(ended_at=None)] == ["Josef Obchůzka"]


def test_only_what_nobody_answered_comes_back(bring, cell, corrected, josef):
    draft = bring()
    assert [one.row.said for one in matters.of(cell.pk, josef)] == []
    take(draft, josef)
    assert [one.row.said for one in matters.of(cell.pk, josef)] == ["MP zjistí, komu patří herna, do příští buňky."]
    answer = telling.lines(Meeting.objects.get(), josef)[2].said[0]
    assert (answer.outcome, answer.said) == ("done", "Zamyká správce po 20. hodině.")


def test_what_is_settled_does_not_come_back(bring, cell, corrected, josef):
    take(corrected(bring(), row4={"state": "settled"}), josef)

    assert matters.of(cell.pk, josef) == []


def test_what_a_table_says_is_done_does_not_come_back(bring, cell, josef):
    table = "Úkoly\nč. | úkol | kdo | termín | stav\n1 | oprava lavičky | MP | | splněno\n2 | úklid | PČR | | trvá\n"
    take(bring("Zápis z buňky 3. 4. 2014\n\n" + table + "\nPČR\n- hluk\n"), josef)

    assert [one.row.said for one in matters.of(cell.pk, josef)] == ["úklid, trvá"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_line_is_in_the_minutes_or_in_the_head(bring, corrected, josef, file):
    draft = bring(file.read_bytes(), name=file.name)
    original, proposal = Original.of(draft.text), Proposal.of(draft.said)
    draft = corrected(draft, head={"day": proposal.head.day or "2014-04-03"})

    lines = telling.lines(take(draft, josef), josef)

    top, _warned = laying.above(original, proposal.rows)
    laid = laying.laid(original, proposal.rows, 0, len(proposal.rows))
    shown = {line.number: line for one in laid for line in one.lines} | {line.number: line for line in top}
    assert set(shown) == {number for number, home in enumerate(original.homes, 1) if home}
    assert len(lines) == len(laid)
    minutes = set(words(" ".join(one.text for one in lines)))
    for one in laid:
        said = words(" ".join(line.text for line in one.lines if not line.is_aside))
        left = [word for word in said[LABEL:] if word not in minutes]
        assert len(left) <= 2, (said, left)  # a word that a page divided, the number of a bullet


def test_a_meeting_that_is_there_without_lines_is_filled(bring, cell, josef):
    days = (date(2014, 4, 3) - timezone.localdate()).days
    there = groups.met(josef, cell, days)

    meeting = take(bring(), josef)

    assert meeting == there
    assert Meeting.objects.count() == 1


def test_minutes_that_are_there_are_never_mixed_with_old_ones(bring, cell, josef):
    days = (date(2014, 4, 3) - timezone.localdate()).days
    groups.said(josef, groups.met(josef, cell, days), ("item", "Hluk", {}))

    with pytest.raises(Refusal, match="Z tohoto dne už zápis je"):
        take(bring(), josef)


def test_twice_is_refused(bring, josef):
    draft = bring()
    take(draft, josef)

    with pytest.raises(Refusal, match="už převzatý"):
        take(draft, josef)
    assert Meeting.objects.count() == 1


@pytest.mark.parametrize(("day", "match"), [("", "který den"), ("2099-01-01", "ještě nebyl")])
def test_the_day_must_be_known_and_past(bring, corrected, josef, day, match):
    draft = corrected(bring(), head={"day": day})

    with pytest.raises(Refusal, match=match):
        take(draft, josef)
    assert not Meeting.objects.exists()


def test_who_sits_there_for_another_house_takes_nothing_over(bring, cell, josef, db):
    street = make.service(organisation=make.organisation(slug="zastavka", name="Zastávka"))
    radek = make.member(street, role="service_head")

    with pytest.raises(PermissionDenied):
        take(bring(), radek)


def test_dropped_minutes_are_erased(bring, josef):
    draft = actions.drop(by=josef, draft=bring(), at=make.NOON + timedelta(days=1))

    assert (draft.original, draft.proposal, draft.name) == ("", "", "")
    with pytest.raises(Refusal, match="zahozen"):
        take(draft, josef)
