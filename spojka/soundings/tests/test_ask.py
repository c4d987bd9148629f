"""Both ask about one person: then, and only when the later one confirms it, both learn it."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from spojka.access.models import Bar, Grant
from spojka.audit.models import Entry
from spojka.base.ids import new_id
from spojka.clients.actions import agreements, joining
from spojka.clients.models import Agreement
from spojka.identities.sealing import Person
from spojka.soundings import actions, reading
from spojka.soundings.actions import MOST, Over, Unasked
from spojka.soundings.models import Sounding, SoundingCall
from tests import make

from .conftest import EVA, OTHER, agreed, ask


def again(row):
    return Sounding.objects.select_related("asked__organisation", "service", "client").get(pk=row.pk)


def confirm(by, row, at=None):
    return actions.confirm(by=by, sounding=row, at=at or timezone.now())


def test_both_know_when_the_later_one_has_confirmed(klara, filip, teren, poradna, here, there):
    first = ask(klara, here, poradna)
    second = ask(filip, there, teren)
    assert again(first).came.is_found is again(first).came.is_told is False
    assert second.came.is_found

    confirm(filip, second)

    assert again(first).came.is_told
    assert again(first).came.worker == filip.id
    assert again(second).came.worker == klara.id
    assert reading.waiting(klara, timezone.now()).told == [first]
    assert reading.waiting(filip, timezone.now()).told == [second]


def test_nothing_of_a_record_is_opened_by_it(klara, filip, teren, poradna, here, there):
    ask(klara, here, poradna)
    second = ask(filip, there, teren)
    confirm(filip, second)

    assert not Grant.objects.exists()
    for who, row in ((klara, there), (filip, here)):
        assert not who.can(actions.Permission.CLIENT_VIEW, row)
    assert not klara.can(actions.Permission.SOUNDING_VIEW, second)


@pytest.mark.parametrize(
    "typed",
    [
        Person(surname="STASTNA", first=" eva ", born=EVA.born),
        Person(surname="Šťastná", first="Eva", born=EVA.born, phone="777 123 456"),
    ],
)
def test_small_differences_of_writing_are_none(klara, filip, teren, poradna, here, there, typed):
    ask(klara, here, poradna)

    assert ask(filip, there, teren, typed).came.is_found


@pytest.mark.parametrize(
    "typed",
    [
        OTHER,
        Person(surname="Šťastný", first="Eva", born=EVA.born),
        Person(surname="Šťastná", first="Eva", born=date(1991, 5, 4)),
    ],
)
def test_another_person_is_not_found(klara, filip, teren, poradna, here, there, typed):
    ask(klara, here, poradna)

    assert not ask(filip, there, teren, typed).came.is_found


def test_who_asks_a_third_one_is_not_found(klara, filip, teren, kontakt, poradna, here, there):
    ask(klara, here, kontakt)

    assert not ask(filip, there, teren).came.is_found


def test_two_services_of_one_house_ask_each_other_the_same_way(klara, teren, kontakt, here):
    david = make.member(kontakt, role="service_head")
    theirs = agreed(make.client(kontakt))
    ask(klara, here, kontakt)

    assert ask(david, theirs, teren).came.is_found


def test_after_its_term_it_is_closed_and_nothing_is_found(klara, filip, teren, poradna, here, there):
    long_ago = timezone.now() - timedelta(days=31)
    first = ask(klara, here, poradna, at=long_ago)

    assert not first.is_open(timezone.localdate())
    assert not ask(filip, there, teren).came.is_found


def test_it_is_confirmed_within_the_term_of_both(klara, filip, teren, poradna, here, there):
    ask(klara, here, poradna, at=timezone.now() - timedelta(days=29))
    second = ask(filip, there, teren)

    with pytest.raises(Over):
        confirm(filip, second, at=timezone.now() + timedelta(days=2))


def test_taken_back_it_is_not_found_and_can_not_be_confirmed(klara, filip, teren, poradna, here, there):
    first = ask(klara, here, poradna)
    second = ask(filip, there, teren)
    actions.withdraw(by=klara, sounding=first, at=timezone.now())

    with pytest.raises(Over):
        confirm(filip, second)
    assert not again(first).came.is_told
    assert SoundingCall.objects.get(sounding_id=first.pk).ended_at
    actions.withdraw(by=filip, sounding=second, at=timezone.now())
    assert not ask(filip, there, teren).came.is_found


def test_what_both_know_is_not_taken_back(klara, filip, teren, poradna, here, there):
    first = ask(klara, here, poradna)
    confirm(filip, ask(filip, there, teren))

    with pytest.raises(Over):
        actions.withdraw(by=klara, sounding=first, at=timezone.now())


def test_confirmed_twice_it_is_told_once(klara, filip, teren, poradna, here, there):
    ask(klara, here, poradna)
    second = ask(filip, there, teren)
    told = confirm(filip, second).came

    assert confirm(filip, second, at=timezone.now() + timedelta(hours=1)).came == told


def test_only_what_was_found_is_confirmed(klara, poradna, here):
    with pytest.raises(Over):
        confirm(klara, ask(klara, here, poradna))


def test_sent_twice_it_is_asked_once(klara, poradna, here):
    id = new_id()
    ask(klara, here, poradna, id=id)
    ask(klara, here, poradna, id=id)

    assert Sounding.objects.count() == SoundingCall.objects.count() == 1


def test_the_other_side_hears_that_it_is_asked_not_about_whom(klara, filip, poradna, here):
    ask(klara, here, poradna)
    (call,) = reading.calls(filip, timezone.localdate())

    assert call.asker_id == here.service_id
    told = {str(getattr(call, field.attname)) for field in call._meta.concrete_fields}
    assert str(here.pk) not in told
    assert reading.ours(filip) == []


def test_by_agreement_it_needs_the_base_statement_and_ends_with_it(klara, filip, teren, poradna, there):
    client = make.client(teren)
    with pytest.raises(Unasked, match="souhlas"):
        ask(klara, client, poradna)
    assert ask(klara, client, poradna, basis="duty").pk
    row = ask(klara, agreed(make.client(teren)), poradna, OTHER)

    said = {"agreement": Agreement.objects.get(client=row.client), "how": "ústně"}
    agreements.withdraw(by=klara, **said, on=timezone.localdate(), today=timezone.localdate())

    assert again(row).withdrawn_at
    assert not ask(filip, there, teren, OTHER).came.is_found


def test_asking_is_limited(klara, filip, teren, poradna, here):
    now = timezone.now()
    ask(klara, here, poradna, at=now - timedelta(hours=25))
    with pytest.raises(Unasked, match="už ptáte"):
        ask(klara, here, poradna, OTHER)
    for _n in range(MOST):
        row = ask(klara, agreed(make.client(teren)), poradna)
        actions.withdraw(by=klara, sounding=row, at=now)  # it counts though it was taken back
    with pytest.raises(Unasked, match="Za den"):
        ask(klara, agreed(make.client(teren)), poradna)
    deeds = Entry.objects.filter(verb="sounding.ask", actor_id=klara.id)
    assert deeds.count() == MOST + 1


@pytest.mark.parametrize("facts", [{"surname": " . "}, {"first": "?"}, {"born": None}])
def test_all_three_facts_are_needed(klara, poradna, here, facts):
    usual = {"surname": "Šťastná", "first": "Eva", "born": EVA.born}
    with pytest.raises(Unasked):
        ask(klara, here, poradna, Person(**usual | facts))


def test_who_would_not_be_found_is_not_asked(klara, teren, here):
    for asked in (teren, make.service()):
        with pytest.raises(Unasked):
            ask(klara, here, asked)


def test_key_workers_and_heads_alone(anna, bara, filip, cyril, hana, klara, poradna, here):
    row = ask(klara, here, poradna)
    for who in (anna, bara, filip, cyril):
        for deed in (actions.confirm, actions.withdraw):
            with pytest.raises(PermissionDenied):
                deed(by=who, sounding=row, at=timezone.now())
        with pytest.raises(PermissionDenied):
            ask(who, here, poradna)
        assert not who.can(actions.Permission.SOUNDING_VIEW, row)
    assert hana.can(actions.Permission.SOUNDING_CONFIRM, row)


def test_it_goes_along_with_a_merged_client(klara, hana, filip, teren, poradna, here, there):
    first, kept = ask(klara, here, poradna), make.client(teren)
    joining.merge(by=hana, id=new_id(), client=kept, other=here, reason="táž", at=timezone.now(), knows_sharing=True)

    second = ask(filip, there, teren)
    confirm(filip, second)

    assert again(first).client == kept
    assert again(first).came.is_told


@pytest.mark.parametrize("side", ["mine", "theirs"])
@pytest.mark.parametrize("whom", ["service", "worker"])
def test_a_wall_between_them_keeps_it_unknown(klara, filip, teren, poradna, here, there, side, whom):
    """Nobody but heads knows of the wall, so it looks as if nobody had asked."""
    about, other, worker = (here, poradna.pk, filip.id) if side == "mine" else (there, teren.pk, klara.id)
    said = {"wall_id": new_id(), "subject_id": about.pk, "kept_out_id": other if whom == "service" else worker}
    Bar(**said, starts_at=make.NOON - timedelta(days=9999)).add()

    ask(klara, here, poradna)

    assert not ask(filip, there, teren).came.is_found


def test_a_wall_put_up_meanwhile_keeps_it_unknown_too(klara, filip, teren, poradna, here, there):
    first = ask(klara, here, poradna)
    second = ask(filip, there, teren)
    said = {"wall_id": new_id(), "subject_id": here.pk, "kept_out_id": poradna.pk}
    Bar(**said, starts_at=timezone.now() - timedelta(seconds=1)).add()

    with pytest.raises(Over):
        confirm(filip, second)
    assert not again(first).came.is_told
