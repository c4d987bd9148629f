"""Warnings: only what is verified, in its days and not withdrawn goes beyond its service."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from spojka.access.models import Grant
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.signals import actions, documents
from spojka.signals.doors import in_force
from spojka.signals.models import Acknowledgement, EarlyWarning
from tests import make


def sees(actor, warning):
    return EarlyWarning.objects.allowed(actor, Permission.WARNING_VIEW).filter(pk=warning.pk).exists()


def read(by, warning, today):
    return actions.acknowledge(by=by, warning=warning, at=timezone.now(), today=today)


@pytest.mark.parametrize("who", ["anna", "bara", "cyril", "gita"])
def test_only_the_services_head_draws(who, teren, draw, request):
    with pytest.raises(PermissionDenied):
        draw(request.getfixturevalue(who), teren)


def test_a_warning_stands_on_signals_of_several_services(hana, anna, bara, teren, kontakt, notice, draw):
    signals = [notice(anna, teren), notice(bara, kontakt)]

    assert set(draw(hana, teren, signals=signals).signals.all()) == set(signals)


def test_what_may_not_be_read_is_not_drawn(hana, bara, kontakt, teren, notice, draw):
    with pytest.raises(PermissionDenied):
        draw(hana, teren, signals=[notice(bara, kontakt, is_for_house=False)])


def test_before_it_is_verified_nobody_else_sees_it(hana, bara, teren, draw):
    assert not sees(bara, draw(hana, teren))


@pytest.mark.parametrize(("audience", "house"), [("team", False), ("house", True), ("venues", True), ("public", True)])
def test_a_verified_one_is_seen_by_its_audience(hana, anna, bara, cyril, teren, draw, audience, house):
    warning = draw(hana, teren, verified=hana, audience=audience)

    assert [sees(who, warning) for who in (anna, bara, cyril)] == [True, house, False]
    assert warning.verified_name == "Hana Večerní"


@pytest.mark.parametrize("who", ["anna", "bara", "cyril"])
def test_only_a_head_of_the_service_verifies_and_withdraws(who, hana, teren, draw, today, request):
    by, at = request.getfixturevalue(who), timezone.now()
    fresh, verified = draw(hana, teren), draw(hana, teren, verified=hana)

    with pytest.raises(PermissionDenied):
        actions.verify(by=by, warning=fresh, at=at, today=today)
    with pytest.raises(PermissionDenied):
        actions.withdraw(by=by, warning=verified, reason="omyl", at=at)


@pytest.mark.parametrize(("first", "last"), [(1, 5), (-5, -1)])
def test_outside_of_its_days_others_do_not_see_it(hana, bara, teren, draw, today, first, last):
    days = {"valid_from": today + timedelta(days=first), "valid_to": today + timedelta(days=last)}
    warning = draw(hana, teren, **days)
    actions.verify(by=hana, warning=warning, at=timezone.now(), today=days["valid_from"])

    assert not sees(bara, warning)
    assert in_force(hana, today) == []


def test_one_whose_days_are_over_is_not_verified(hana, teren, draw, today):
    with pytest.raises(actions.NotInForce):
        draw(hana, teren, verified=hana, valid_from=today - timedelta(days=9), valid_to=today - timedelta(days=1))
    assert not Grant.objects.exists()


def test_verifying_twice_opens_it_once(hana, teren, draw, today):
    warning = draw(hana, teren, verified=hana)
    actions.verify(by=hana, warning=warning, at=timezone.now(), today=today)

    assert Grant.objects.filter(subject_id=warning.pk).count() == 1


def test_withdrawing_takes_it_from_others_at_once(hana, bara, teren, draw, today):
    warning = draw(hana, teren, verified=hana)
    with pytest.raises(Refusal):
        actions.withdraw(by=hana, warning=warning, reason="", at=timezone.now())

    actions.withdraw(by=hana, warning=warning, reason="Rozbor nic nenašel.", at=timezone.now())

    assert not sees(bara, warning)
    assert in_force(hana, today) == []
    assert sees(hana, warning)


def test_each_says_once_that_they_have_read_it(hana, anna, bara, teren, draw, today):
    warning = draw(hana, teren, verified=hana)

    assert read(bara, warning, today) == read(bara, warning, today)
    read(anna, warning, today)

    assert set(Acknowledgement.objects.allowed(hana, Permission.WARNING_VIEW)) == set(Acknowledgement.objects.all())
    assert Acknowledgement.objects.count() == 2
    assert in_force(bara, today)[0].is_seen


def test_nobody_reads_what_they_can_not_see(hana, bara, cyril, teren, draw, today):
    own, shared = draw(hana, teren, verified=hana, audience="team"), draw(hana, teren, verified=hana)

    for by, warning in [(bara, own), (cyril, shared)]:
        with pytest.raises(PermissionDenied):
            read(by, warning, today)


def test_a_draft_is_not_read(hana, anna, teren, draw, today):
    with pytest.raises(actions.NotInForce):
        read(anna, draw(hana, teren), today)


def test_the_sheet_says_nothing_of_the_signals(hana, anna, teren, notice, draw):
    signal = notice(anna, teren, where="sklep klubu", what="přezdívka věci")
    warning = draw(hana, teren, verified=hana, audience="venues", signals=[signal])

    said = str(documents.sheet_data(warning, "Podchod"))

    assert "Růžové tablety" in said
    assert "sklep" not in said
    assert "přezdívka" not in said
    assert documents.sheet(warning, organisation="Podchod").startswith(b"%PDF")


def test_a_coordinator_of_two_services_warns_for_one(teren, kontakt, anna, bara, notice, draw):
    coordinator = make.member(teren, kontakt, role="city_coordinator", name="Květa Městská")
    signals = [notice(anna, teren, is_for_house=False), notice(bara, kontakt, is_for_house=False)]

    warning = draw(coordinator, teren, verified=coordinator, signals=signals)

    assert warning.verified_name == "Květa Městská"
    assert sees(bara, warning)
