"""One house asks another: what it stands on, who sees it, and that it ends with its ground."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from spojka.access.models import Basis, Grant
from spojka.access.permissions import Kind, Permission
from spojka.base.ids import new_id
from spojka.clients.actions import agreements, joining
from spojka.clients.models import Agreement
from spojka.consents.actions import consents, openings
from spojka.consents.actions.openings import Telling
from spojka.consents.content import Whom
from spojka.inquiries import actions
from spojka.inquiries.actions import NoGround, Settled
from spojka.inquiries.content import grounds_of
from spojka.inquiries.models import Inquiry
from spojka.inquiries.reading import waiting
from tests import make

VIEW, ANSWER = Permission.INQUIRY_VIEW, Permission.INQUIRY_ANSWER


def sees(who, inquiry):
    return who.can(VIEW, inquiry) and who.can(ANSWER, inquiry)


def asked_now(who):
    now = timezone.now()
    return waiting(who, now, timezone.localdate(now)).asked


def test_whom_the_ground_names_sees_it_and_may_answer(anna, bara, cyril, jinde, ask):
    inquiry = ask()

    assert sees(cyril, inquiry)
    assert asked_now(cyril) == [inquiry]
    assert not sees(bara, inquiry)
    assert not sees(make.member(make.service()), inquiry)
    assert (inquiry.asked, inquiry.reason) == ("Nastoupil na detox?", "Ať ho nečekáme marně.")
    assert "detox" not in Inquiry.objects.values_list("what", flat=True).get()


def test_another_who_may_know_of_the_client_does_not_see_it(anna, jinde, rada, give, ask):
    other = make.organisation(hears_warnings=True)
    colleague = make.member(make.service(organisation=other))
    give(anna, rada, Whom(institution="Jiná", house=other))

    inquiry = ask()

    assert colleague.can(Permission.CLIENT_VIEW, rada)
    assert not colleague.can(VIEW, inquiry)


def test_one_worker_is_asked_where_one_is_named(anna, cyril, jinde, rada, give, ask):
    worker = cyril.user.memberships.get()
    row = give(anna, rada, Whom(institution="Jinde", house=jinde, worker=worker), kinds=Kind.COURSE).recipients.get()

    inquiry = ask(ground=row)

    assert sees(cyril, inquiry)
    assert not sees(make.member(make.the_service_of(cyril)), inquiry)


def test_a_question_tells_no_more_than_the_client_agreed(ask):
    with pytest.raises(NoGround, match="průběh služby"):
        ask(kinds=Kind.COURSE | Kind.PERSONAL)
    with pytest.raises(NoGround):
        ask(kinds=Kind(0))
    assert not Inquiry.objects.exists()


def test_without_a_ground_nobody_is_asked(anna, rada, ground, ask):
    consents.withdraw(by=anna, consent=ground.consent, how="u pultu", at=timezone.now())

    assert grounds_of(rada, timezone.now()) == []
    with pytest.raises(NoGround):
        ask()


def test_what_another_client_agreed_is_no_ground(anna, teren, ask):
    with pytest.raises(NoGround):
        ask(client=make.client(teren))


def test_who_would_be_found_no_more_is_not_asked(jinde, rada, ground, ask):
    jinde.change(hears_warnings=False)

    with pytest.raises(NoGround):
        ask()


def test_a_telling_without_consent_is_a_ground_too(anna, hana, cyril, jinde, rada, ask):
    now = timezone.now()
    said = {"basis": "duty", "ground": "§ 10", "reason": "Dítě.", "told": "not_told", "untold_why": "Matku."}
    whom = Whom(institution="Jinde", house=jinde)
    telling = Telling(**said, kinds=Kind.SITUATION, whom=whom, ends_on=timezone.localdate(now))
    row = openings.record(by=anna, id=new_id(), client=rada, telling=telling, at=now)

    with pytest.raises(NoGround):  # nobody approved it
        ask(ground=row, kinds=Kind.SITUATION)
    openings.approve(by=hana, opening=row, words="", at=now)
    row.refresh_from_db()
    inquiry = ask(ground=row, kinds=Kind.SITUATION, wants="action")

    assert sees(cyril, inquiry)
    openings.end(by=hana, opening=row, why="už ne", at=timezone.now())
    assert not sees(cyril, inquiry)


@pytest.mark.parametrize("how", ["whole", "one", "statement"])
def test_it_is_seen_no_longer_than_its_ground_holds(anna, cyril, rada, ground, ask, how):
    inquiry, now = ask(), timezone.now()

    if how == "whole":
        consents.withdraw(by=anna, consent=ground.consent, how="ústně", at=now)
    elif how == "one":
        consents.withdraw_from(by=anna, recipient=ground, how="ústně", at=now)
    else:
        today = timezone.localdate(now)
        row = Agreement.objects.get(client=rada)
        agreements.withdraw(by=anna, agreement=row, on=today, how="ústně", today=today)

    assert not cyril.can(VIEW, inquiry)
    assert asked_now(cyril) == []
    assert anna.can(VIEW, inquiry)
    assert waiting(anna, timezone.now(), timezone.localdate()).back == [inquiry]


def test_it_ends_by_itself_with_the_last_day_of_the_consent(anna, cyril, jinde, rada, give, ask):
    today = timezone.localdate()
    row = give(anna, rada, Whom(institution="Jinde", house=jinde), kinds=Kind.COURSE, ends_on=today).recipients.get()

    inquiry = ask(ground=row)

    assert inquiry.grant.ends_at == row.grant.ends_at
    assert sees(cyril, inquiry)


def test_it_goes_along_with_a_merged_client(anna, hana, cyril, teren, rada, ask):
    inquiry = ask()
    kept = make.client(teren)

    joining.merge(by=hana, id=new_id(), client=kept, other=rada, reason="táž", at=timezone.now(), knows_sharing=True)

    inquiry.refresh_from_db()
    assert inquiry.client == kept
    assert sees(cyril, inquiry)


def test_taken_back_it_is_gone_for_them(anna, cyril, ask):
    inquiry = ask()

    actions.withdraw(by=anna, inquiry=inquiry, why="Ozval se sám.", at=timezone.now())
    again = actions.withdraw(by=anna, inquiry=inquiry, why="Ještě jednou.", at=timezone.now())

    assert again.withdrawn_why == "Ozval se sám."
    assert not sees(cyril, inquiry)


def test_others_neither_ask_nor_take_back(bara, cyril, ask):
    inquiry = ask()

    for who in (bara, cyril):
        with pytest.raises(PermissionDenied):
            ask(by=who)
        with pytest.raises(PermissionDenied):
            actions.withdraw(by=who, inquiry=inquiry, why="x", at=timezone.now())
        with pytest.raises(PermissionDenied):
            actions.close(by=who, inquiry=inquiry, result="x", at=timezone.now())


@pytest.mark.parametrize("days", [-1, 400])
def test_the_term_is_a_day_that_can_be_kept(ask, days):
    with pytest.raises(actions.Refusal):
        ask(due_on=timezone.localdate() + timedelta(days=days))


def test_grants_that_stand_on_another_end_with_it_and_no_others(teren, rada):
    under = make.grant(rada, teren, teren)
    above = make.grant(rada, teren, teren, stands_on=under, basis=Basis.PARTICIPATION)
    beside = make.grant(rada, teren, teren)

    Grant.objects.filter(pk=under.pk).end(timezone.now())

    assert set(Grant.objects.current(timezone.now())) == {beside}
    assert Grant.objects.get(pk=above.pk).ends_at


def test_who_asked_closes_what_was_never_answered(anna, cyril, ask, answer):
    inquiry = ask()

    actions.close(by=anna, inquiry=inquiry, result="Volali jsme jim.", at=timezone.now())

    assert not sees(cyril, inquiry)
    with pytest.raises(Settled):
        actions.close(by=anna, inquiry=inquiry, result="znovu", at=timezone.now())
