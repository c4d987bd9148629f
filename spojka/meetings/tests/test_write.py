"""Writing minutes: two at once, a lost answer, order; nothing that somebody wrote vanishes."""

import pytest
from django.core.exceptions import PermissionDenied

from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.meetings import minuting, ordering, reading
from spojka.meetings.actions import minutes
from spojka.meetings.models import MinutesLine
from tests import make


def texts(meeting, by):
    return [minuting.text_of(one) for one in reading.lines_of(meeting, by)]


def test_a_line_grows_while_its_writer_types(call, write, anna):
    meeting = call()
    first = write(meeting, "Př")
    again = write(meeting, "Přišli jsme", line=first.line, grows=first.pk)

    assert again.pk == first.pk
    assert texts(meeting, anna) == ["Přišli jsme"]


def test_a_lost_answer_is_no_second_wording(call, write, anna):
    meeting, id, line = call(), new_id(), new_id()
    first = write(meeting, "Jednou", line=line, id=id)
    grown = write(meeting, "Jednou provždy", line=line, grows=first.pk, id=(again := new_id()))

    assert write(meeting, "Jednou provždy", line=line, grows=first.pk, id=again).pk == grown.pk
    assert write(meeting, "Jednou", line=line, id=id).said == "Jednou provždy"
    assert MinutesLine.objects.count() == 1


def test_of_two_that_began_from_one_wording_both_stand(call, write, anna, hana):
    meeting = call()
    first = write(meeting, "Okno")
    write(meeting, "Okno opravíme", by=hana, line=first.line, replaces=1)
    write(meeting, "Okno a dveře", line=first.line, replaces=1, grows=first.pk)

    (line,) = reading.lines_of(meeting, anna)
    assert len(line.heads) == 2
    assert {one.said for one in line.heads} == {"Okno opravíme", "Okno a dveře"}


def test_who_goes_on_typing_unaware_swallows_nothing(call, write, anna, hana):
    meeting = call()
    first = write(meeting, "Okno")
    write(meeting, "Od Hany", by=hana, line=first.line, replaces=1)
    own = first
    for text in ("Okno a", "Okno a dveře"):
        own = write(meeting, text, line=first.line, replaces=1, grows=own.pk)

    assert set(texts(meeting, anna)[0].splitlines()) == {"Od Hany", "Okno a dveře"}


def test_who_saw_both_joins_them(call, write, anna, hana):
    meeting = call()
    first = write(meeting, "Okno")
    write(meeting, "Od Hany", by=hana, line=first.line, replaces=1)
    own = write(meeting, "Od Anny", line=first.line, replaces=1, grows=first.pk)
    write(meeting, "Od Hany i Anny", line=first.line, replaces=own.number, grows=own.pk)

    (line,) = reading.lines_of(meeting, anna)
    assert [one.said for one in line.heads] == ["Od Hany i Anny"]


def test_somebody_else_follows_with_a_wording_of_their_own(call, write, anna, hana):
    meeting = call()
    first = write(meeting, "Okno")
    other = write(meeting, "Dveře", by=hana, line=first.line, replaces=1, grows=first.pk)

    assert other.pk != first.pk
    assert texts(meeting, anna) == ["Dveře"]
    assert MinutesLine.objects.get(pk=first.pk).said == "Okno"


def test_words_that_came_meanwhile_bring_a_line_back(call, write, anna, hana):
    meeting = call()
    first = write(meeting, "Okno")
    write(meeting, "", line=first.line, replaces=1, is_out=True, by=hana)
    assert texts(meeting, anna) == []

    write(meeting, "Okno a dveře", line=first.line, replaces=1, grows=first.pk)
    assert texts(meeting, anna) == ["Okno a dveře"]


def test_what_two_write_at_once_does_not_mix(call, write, anna, hana):
    meeting = call()
    top = write(meeting, "0").line
    ids = sorted(new_id() for _ in range(6))
    mine, theirs = ids[::2], ids[1::2]  # begun in turns
    for many, by, name in ((mine, anna, "a"), (theirs, hana, "h")):
        above = top
        for number, line in enumerate(many):
            write(meeting, f"{name}{number}", by=by, line=line, after=above)
            above = line

    assert texts(meeting, anna) == ["0", "h0", "h1", "h2", "a0", "a1", "a2"]


def test_lines_that_lead_round_in_a_circle_are_shown(call, write, anna):
    meeting, one, two = call(), new_id(), new_id()
    write(meeting, "a", line=one, after=two)
    write(meeting, "b", line=two, after=one)

    assert sorted(texts(meeting, anna)) == ["a", "b"]
    assert len(ordering.in_order({one: two, two: one})) == 2


def test_the_words_are_sealed(call, write):
    write(call(), "Tajná slova", kind="task", who="Olga")

    assert "Tajná" not in MinutesLine.objects.get().text
    assert "Olga" not in MinutesLine.objects.get().who


def test_locked_minutes_are_amended_and_never_changed(call, write, anna, hana, teren, now):
    meeting = call()
    first = write(meeting, "Okno")
    with pytest.raises(Refusal):
        minutes.amend(by=anna, id=new_id(), service=teren, meeting=meeting, text="x", at=now)
    locked = minutes.lock(by=hana, meeting=meeting, at=now)

    with pytest.raises(Refusal):
        write(meeting, "Dveře", line=first.line, replaces=1, grows=first.pk)
    said = {"by": anna, "id": new_id(), "service": teren, "meeting": locked, "text": "Bylo to okno vlevo.", "at": now}
    assert minutes.amend(**said) == minutes.amend(**said)
    assert texts(meeting, anna) == ["Okno"]


def test_a_line_of_two_wordings_is_joined_before_locking(call, write, hana, now):
    meeting = call()
    first = write(meeting, "Okno")
    for text in ("a", "b"):
        write(meeting, text, by=hana, line=first.line, replaces=1)

    with pytest.raises(Refusal):
        minutes.lock(by=hana, meeting=meeting, at=now)
    write(meeting, "a i b", by=hana, line=first.line, replaces=3)
    assert minutes.lock(by=hana, meeting=meeting, at=now).is_locked


def test_of_supervision_no_minutes_are_written(call, write):
    with pytest.raises(Refusal):
        write(call(kind="supervision"), "x")


@pytest.mark.parametrize("who", ["bara", "cyril"])
def test_strangers_write_nothing(who, request, call, write):
    meeting, other = call(), request.getfixturevalue(who)

    with pytest.raises(PermissionDenied):
        write(meeting, "x", by=other, service=make.the_service_of(other))
    assert not MinutesLine.objects.exists()
