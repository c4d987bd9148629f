"""Themes are proposed by anybody in the group, wanted, and chosen for a meeting."""

import pytest
from django.utils import timezone

from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.codelists.catalogue import catalogue, names_of
from spojka.groups import reading
from spojka.groups.actions import groups as actions
from spojka.groups.actions import themes
from spojka.groups.content import Sitting
from tests import groups


def propose(by, service, group, **said):
    told = {"code": "", "words": "", "material": ""} | said
    return themes.propose(by=by, id=new_id(), service=service, group=group, **told)


def wishes(group, by):
    return {one.name: one for one in reading.wishes(group, by, names_of(reading.LISTS))}


def test_fifteen_themes_of_the_round_tables_ship(police):
    items = catalogue(police, timezone.localdate()).items("group_theme")

    assert len(items) == 15
    assert items[0].name_cs == "Cíle a způsoby poskytování"


def test_own_words_stand_beside_the_theme_of_the_list(josef, police, cell):
    propose(josef, police, cell, code="complaints", words="co s anonymními")

    assert [*wishes(cell, josef)] == ["Stížnosti: co s anonymními"]


def test_a_theme_is_wanted_by_both_houses_and_chosen_for_the_next_meeting(josef, police, cell, radek, street):
    sitting = Sitting("member", "ngo", house=street.organisation)
    actions.seat(by=josef, id=new_id(), group=cell, sitting=sitting, at=timezone.now())
    theme = propose(radek, street, cell, words="Stříkačky v parku")
    themes.vote(by=radek, id=new_id(), service=street, theme=theme, hands=1)
    themes.vote(by=josef, id=new_id(), service=police, theme=theme, hands=4)

    assert wishes(cell, josef)["Stříkačky v parku"].hands == 5
    assert wishes(cell, radek)["Stříkačky v parku"].mine == 1
    meeting = groups.met(josef, cell, 7)
    chosen = {"theme": theme, "outcome": "chosen", "meeting": meeting, "text": "Stříkačky v parku"}
    themes.choose(by=josef, id=new_id(), group=cell, at=timezone.now(), **chosen)

    assert [one.said for one in meeting.agenda.all()] == ["Stříkačky v parku"]
    assert not wishes(cell, radek)["Stříkačky v parku"].is_open


def test_a_vote_is_changed_not_added(josef, police, cell):
    theme = propose(josef, police, cell, code="rights")
    for hands in (3, 7, 0):
        themes.vote(by=josef, id=new_id(), service=police, theme=theme, hands=hands)

    assert wishes(cell, josef)["Ochrana práv osob"].hands == 0
    with pytest.raises(Refusal, match="500"):
        themes.vote(by=josef, id=new_id(), service=police, theme=theme, hands=501)


def test_a_theme_says_something_and_is_chosen_in_its_own_group(josef, police, cell):
    with pytest.raises(Refusal, match="Vyberte téma"):
        propose(josef, police, cell)

    other = groups.founded(josef, police, name="Jiná")
    theme = propose(josef, police, other, words="X")
    with pytest.raises(Refusal, match="jiné skupině"):
        themes.choose(
            by=josef, id=new_id(), group=cell, theme=theme, outcome="aside", meeting=None, text="", at=timezone.now()
        )
