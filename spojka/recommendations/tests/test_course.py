"""A recommendation goes step by step from a proposal to its evaluation; what cannot follow is said in a sentence."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from spojka.access.doors import rows
from spojka.access.permissions import Permission as P
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.groups.actions import groups as founding
from spojka.recommendations import course, reading
from spojka.recommendations.actions import recommendations as actions
from spojka.recommendations.content import About, Happened
from spojka.recommendations.holding import newest
from spojka.recommendations.models import Recommendation, Step, StepState
from tests.recommendations import asked, rejected, stepped

DAY = timedelta(days=1)


def states(one):
    return [step.state for step in Step.objects.filter(recommendation=one).order_by("recorded_at")]


def test_it_goes_all_the_way_with_body_document_and_reason(josef, one):
    for state in ("debated", "recommended", "handed", "changed", "in_force", "followed", "evaluated"):
        stepped(josef, one, state, document="Usnesení 1/2026")

    assert states(one) == [
        "proposed", "debated", "recommended", "handed", "changed", "in_force", "followed", "evaluated",
    ]  # fmt: skip
    last = newest(one)
    handed = Step.objects.get(state="handed")
    assert (last.document, last.reason) == ("Usnesení 1/2026", "Proto.")
    assert (handed.body_kind, handed.body_name) == ("council", "Rada města")  # of whom it is asked
    assert (last.body_kind, last.body_name) == ("", "")  # the group itself


def test_every_state_is_reached_and_says_what_may_follow():
    reached = {one for follow in course.NEXT.values() for one in follow}

    assert set(course.NEXT) == set(StepState)
    assert reached == set(StepState) - {StepState.PROPOSED}
    assert {*course.OPEN, *course.WORKS, "rejected", "withdrawn"} == set(StepState)


@pytest.mark.parametrize(
    ("before", "state", "words"),
    [
        ([], "adopted", "ve stavu „navrženo“, stav „přijato“"),
        (["recommended"], "in_force", "Může následovat: předáno"),
        (["recommended", "handed", "rejected"], "handed", "je konečný"),
        (["withdrawn"], "recommended", "přinést jinému orgánu"),
    ],
)
def test_a_jump_is_answered_by_a_sentence(josef, one, before, state, words):
    for earlier in before:
        stepped(josef, one, earlier)

    with pytest.raises(Refusal, match=words):
        stepped(josef, one, state)


@pytest.mark.parametrize(
    ("state", "more", "words"),
    [
        ("rejected", {"reason": ""}, "Napište proč"),
        ("recommended", {"on": timezone.localdate() + DAY}, "teprve přijde"),
        ("recommended", {"on": timezone.localdate() - 9 * DAY}, "Předchozí krok byl později"),
        ("recommended", {"due_on": timezone.localdate() - DAY}, "dřív, než se to stalo"),
    ],
)
def test_a_step_says_enough_and_its_days_make_sense(josef, one, state, more, words):
    with pytest.raises(Refusal, match=words):
        stepped(josef, one, state, **more)


def test_a_measure_may_come_into_force_on_a_day_ahead(josef, one):
    for state in ("recommended", "handed", "adopted"):
        stepped(josef, one, state)

    assert stepped(josef, one, "in_force", on=timezone.localdate() + 30 * DAY).pk


def test_of_two_who_write_at_once_the_second_looks_first(josef, one):
    seen = newest(one).pk
    stepped(josef, one, "debated")

    with pytest.raises(Refusal, match="Mezitím někdo zapsal"):
        stepped(josef, one, "recommended", after=seen)


def test_a_repeated_sending_writes_one_step(josef, one):
    said = Happened(state="debated", on=timezone.localdate(), after=newest(one).pk)
    deed = {"by": josef, "service": one.group.service, "recommendation": one, "said": said, "clean": None}
    key = new_id()

    first = actions.step(**deed, id=key, at=timezone.now())

    assert actions.step(**deed, id=key, at=timezone.now()).pk == first.pk
    assert states(one) == ["proposed", "debated"]


def test_the_newest_step_is_taken_back_and_stays_to_be_seen(josef, one):
    first, second = stepped(josef, one, "debated"), stepped(josef, one, "recommended")
    take = {"by": josef, "why": "Omyl.", "at": timezone.now()}
    with pytest.raises(Refusal, match="další kroky"):
        actions.unstep(step=first, **take)

    actions.unstep(step=second, **take)

    assert newest(one).pk == first.pk
    assert [step.voided_why for step in reading.steps_of(one, josef)] == ["", "", "Omyl."]
    assert stepped(josef, one, "rejected").after_id == first.pk
    with pytest.raises(Refusal, match="Samotný návrh zůstává"):
        actions.unstep(step=Step.objects.get(recommendation=one, after=None), **take)


def test_what_was_handed_over_keeps_its_words_but_zones_can_be_drawn(josef, one):
    about = About(**{name: getattr(one, name) for name in ("sort", "title", "what", "body_kind", "body_name")})
    stepped(josef, one, "recommended")
    stepped(josef, one, "handed")

    actions.change(by=josef, recommendation=one, about=about)
    with pytest.raises(Refusal, match="už se to předalo"):
        actions.change(by=josef, recommendation=one, about=About(**vars(about) | {"title": "Jinak"}))


def test_a_house_in_the_group_proposes_and_reads_and_the_leaders_write_the_steps(josef, bara, street, group, radek):
    one = asked(bara, group, service=street)

    assert one.service_id == street.pk
    for who in (josef, radek):
        assert rows(Recommendation, by=who, to=P.WORKING_GROUP_VIEW).filter(pk=one.pk).exists()
    stepped(josef, one, "recommended")
    said = Happened(state="handed", on=timezone.localdate(), after=newest(one).pk)
    for service in (street, group.service):
        with pytest.raises(PermissionDenied):
            actions.step(
                by=bara, id=new_id(), service=service, recommendation=one, said=said, clean=None, at=timezone.now()
            )


def test_strangers_and_those_who_left_see_nothing(josef, bara, radek, stranger, group, one):
    seen = {who: rows(Recommendation, by=who, to=P.WORKING_GROUP_VIEW) for who in (radek, stranger)}
    assert seen[radek].exists()
    assert not seen[stranger].exists()

    founding.end_seat(by=josef, seat=group.seats.get(), why="", at=timezone.now())

    assert not rows(Recommendation, by=radek, to=P.WORKING_GROUP_VIEW).exists()


def test_nothing_is_proposed_to_an_ended_group_nor_on_a_day_ahead(josef, group):
    with pytest.raises(Refusal, match="teprve přijde"):
        asked(josef, group, days=-3)
    founding.end(by=josef, group=group, why="Splněno", on=timezone.localdate())

    group.refresh_from_db()
    with pytest.raises(Refusal, match="skončila"):
        asked(josef, group)


def test_what_one_body_rejected_is_brought_to_another_and_seen_from_both_ends(josef, group):
    old = rejected(josef, group)

    new = asked(josef, group, came_from=old, body_kind="assembly")

    before, after = reading.chain(new, josef)
    assert (before, after, before.state) == (old, [], "rejected")
    assert reading.chain(old, josef) == (None, [new])


def test_only_what_was_not_taken_is_brought_on_and_only_to_somebody_else(josef, group, one):
    with pytest.raises(Refusal, match="Jinému orgánu se přináší jen"):
        asked(josef, group, came_from=one, body_kind="assembly")
    with pytest.raises(Refusal, match="stejný orgán"):
        asked(josef, group, came_from=rejected(josef, group), body_name="Rada města")
