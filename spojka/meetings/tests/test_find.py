"""Minutes and agendas are found by words that lie sealed, by those who may read them, and by nobody else."""

import pytest
from django.utils import timezone

from spojka.base.ids import new_id
from spojka.meetings.actions import meetings
from spojka.meetings.models import MinutesLine
from spojka.members.resealing import reseal
from spojka.search import filling
from spojka.search.answer import answer
from spojka.search.asked import Asked
from tests import make


def found(by, text):
    hits = [(group.source.key, hit.note) for group in answer(Asked.of(text), by) for hit, _p in group.hits]
    return [hit for hit in hits if hit[0] in ("minutes", "agendas")]


def test_a_line_is_found_by_its_words_its_speaker_and_its_places(call, write, anna):
    write(call(), "Okna se opravují.", speaker="Městská policie", places=("Tržní, Ostrava",))

    for asked in ("okno oprava", "okna", "mestska policie", "tržní"):
        assert found(anna, asked) == [("minutes", "Okna se opravují.")], asked
    assert not found(anna, "okno střecha")


def test_its_words_stand_nowhere_in_the_open(call, write):
    row = write(call(), "Okna se opravují.", speaker="Policie")

    assert row.words
    assert not any(word in row.words for word in ("okn", "oprav", "polic"))


def test_what_was_replaced_or_taken_away_is_found_no_more(call, write, anna, hana):
    meeting = call()
    first = write(meeting, "Okna se opravují.")
    write(meeting, "Dveře se opravují.", by=hana, line=first.line, replaces=1)
    assert found(anna, "okna") == []
    assert found(anna, "dveře") == [("minutes", "Dveře se opravují.")]

    write(meeting, "", line=first.line, replaces=2, is_out=True)
    assert found(anna, "dveře") == []


def test_a_point_of_an_agenda_is_found_until_it_is_dropped(call, anna, teren):
    deed = {"by": anna, "id": new_id(), "service": teren, "meeting": call()}
    item = meetings.add_point(**deed, text="Klíče od skladu")
    assert found(anna, "klíč") == [("agendas", "Klíče od skladu")]

    meetings.drop_point(by=anna, item=item, at=timezone.now())
    assert found(anna, "klíč") == []


@pytest.mark.parametrize("who", ["bara", "cyril"])
def test_strangers_find_nothing(who, request, call, write):
    write(call(), "Okna se opravují.")

    assert found(request.getfixturevalue(who), "okna") == []


def test_a_guest_finds_what_the_grant_opens(call, write, cyril):
    meeting = call()
    write(meeting, "Okna se opravují.")
    make.grant(meeting.held_for, make.the_service_of(cyril), meeting.service, kinds=64, basis="participation")

    assert found(cyril, "okna") == [("minutes", "Okna se opravují.")]


def test_a_changed_key_loses_nothing(call, write, anna, settings):
    row = write(call(), "Okna se opravují.")
    settings.SECRET_KEY_FALLBACKS, settings.SECRET_KEY = [settings.SECRET_KEY], "a newer key of some length, for tests"

    assert found(anna, "okna")
    reseal()
    settings.SECRET_KEY_FALLBACKS = []
    assert found(anna, "okna")
    assert MinutesLine.objects.get(pk=row.pk).words != row.words


def test_lines_older_than_the_search_are_filled(call, write, anna):
    write(call(), "Okna se opravují.")
    MinutesLine.objects.update(words=None)
    assert not found(anna, "okna")

    assert filling.fill(MinutesLine) == 1
    assert found(anna, "okna")
