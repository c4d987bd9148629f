"""From a draft over both sides' word to a new version and a notice."""

from datetime import date, timedelta

import pytest
from django.http import Http404
from django.utils import timezone

from spojka.access.doors import reach
from spojka.access.permissions import Permission as P
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.partners import actions, reading
from spojka.partners.content import Terms
from spojka.partners.models import PartnerAgreement, Side, State, agreed_on, state_on
from spojka.partners.waiting import waiting

from .conftest import whole

DAY = timedelta(days=1)


def test_a_draft_is_seen_by_its_service_alone(hana, bara, olga, cyril, detox, draft):
    one = draft(detox)
    assert state_on(whole(one), timezone.localdate()) == State.DRAFT
    assert reach(PartnerAgreement, one.pk, by=hana, to=P.PARTNER_VIEW) == one
    for who in (bara, olga, cyril):
        with pytest.raises(Http404):
            reach(PartnerAgreement, one.pk, by=who, to=P.PARTNER_VIEW)


def test_it_holds_once_both_sides_agreed_to_the_same_wording(hana, olga, detox, proposed, say):
    one, today = proposed(detox), timezone.localdate()
    say(hana, one)
    assert state_on(whole(one), today) == State.PROPOSED
    assert reading.told(whole(one), olga, today).waits_for_me

    say(olga, one, on=today)
    assert (state_on(whole(one), today), agreed_on(whole(one))) == (State.HOLDS, today)
    with pytest.raises(Refusal, match="nečeká"):
        say(olga, one)


def test_who_does_not_agree_says_why_and_a_changed_wording_asks_both_anew(hana, olga, detox, proposed, say):
    one, today = proposed(detox), timezone.localdate()
    say(hana, one)
    with pytest.raises(Refusal, match="proč"):
        say(olga, one, "no")
    say(olga, one, "no", "Do tří dnů to nestihneme.")
    assert state_on(whole(one), today) == State.DECLINED
    assert [(w.name, w.note) for w in reading.told(whole(one), hana, today).words][-1][1].startswith("Do tří")

    terms = Terms(partner_name=str(one), partner=detox, starts_on=today, more={"answer_days": 5, "ends_on": None})
    actions.change(by=hana, agreement=one, terms=terms, edition=1, at=timezone.now())
    assert state_on(whole(one), today) == State.DRAFT
    with pytest.raises(Http404):  # they see the new draft only once it is proposed
        reach(PartnerAgreement, one.pk, by=olga, to=P.PARTNER_VIEW)
    actions.propose(by=hana, agreement=one, at=timezone.now())
    assert reading.told(whole(one), hana, today).missing == [Side.OURS, Side.THEIRS]


def test_of_two_who_write_the_second_one_is_told(hana, detox, draft):
    one, today = draft(detox), timezone.localdate()
    terms = Terms(partner_name=str(one), partner=detox, starts_on=today)
    actions.change(by=hana, agreement=one, terms=terms, edition=1, at=timezone.now())
    with pytest.raises(actions.WrittenMeanwhile):
        actions.change(by=hana, agreement=one, terms=terms, edition=1, at=timezone.now())


def test_an_agreed_wording_is_not_changed_but_replaced(hana, olga, agreed, say):
    one, today = agreed(), timezone.localdate()
    terms = Terms.of(one)
    with pytest.raises(actions.NotNow):
        actions.change(by=hana, agreement=one, terms=terms, edition=one.edition, at=timezone.now())
    newer = actions.revise(by=hana, id=new_id(), agreement=one, today=today)
    assert (newer.version, newer.texts, newer.replaces) == (2, one.texts, one)
    with pytest.raises(actions.NotNow):
        actions.revise(by=hana, id=new_id(), agreement=one, today=today)

    actions.propose(by=hana, agreement=newer, at=timezone.now())
    assert state_on(whole(one), today) == State.HOLDS  # until both agree
    say(hana, newer)
    say(olga, newer)
    assert (state_on(whole(one), today), state_on(whole(newer), today)) == (State.REPLACED, State.HOLDS)
    assert [told.agreement for told in reading.in_force(one.service, hana, today)] == [newer]


def test_who_has_no_spojka_signs_on_paper(hana, proposed, say, detox):
    one, day = proposed(), timezone.localdate() - DAY
    said = {"word": "yes", "name": "MUDr. Vodní", "note": "", "on": day, "at": timezone.now()}
    actions.sign_for_them(by=hana, id=new_id(), agreement=one, **said)
    say(hana, one)
    assert state_on(whole(one), timezone.localdate()) == State.HOLDS
    with pytest.raises(actions.NotNow):  # who works with Spojka agrees themselves
        actions.sign_for_them(by=hana, id=new_id(), agreement=proposed(detox), **said)


@pytest.mark.parametrize(
    ("last_day", "note", "refused"),
    [(date(2026, 4, 2), "", False), (date(2026, 4, 1), "", True), (date(2026, 4, 1), "Obě strany to chtějí.", False)],
)
def test_notice_lasts_as_agreed_unless_a_reason_is_given(olga, agreed, last_day, note, refused):
    one = agreed(starts_on=date(2026, 1, 5), notice_months=1)
    said = {"side": Side.THEIRS, "name": "Olga", "note": note, "on": date(2026, 3, 2), "last_day": last_day}
    about = {"by": olga, "id": new_id(), "agreement": one, "service": one.partner, "at": timezone.now()}
    if refused:
        with pytest.raises(Refusal, match="kratší"):
            actions.give_notice(**about, **said)
        return
    actions.give_notice(**about, **said)
    assert state_on(whole(one), last_day) == State.ENDING
    assert state_on(whole(one), last_day + DAY) == State.OVER


def test_today_tells_what_waits(hana, olga, anna, detox, proposed, say):
    today = timezone.localdate()
    one = proposed(detox, starts_on=today, ends_on=today + 20 * DAY)
    assert len(waiting(hana, today)) == len(waiting(olga, today)) == 1
    assert waiting(anna, today) == []  # she may not agree
    say(hana, one)
    assert waiting(hana, today) == []
    say(olga, one)
    assert [one.when for one in waiting(olga, today)] != [""]  # it ends soon


def test_the_next_evaluation_comes_as_agreed(hana, olga, agreed):
    one = agreed(starts_on=date(2026, 1, 5), evaluate_months=6)
    assert reading.told(one, hana, date(2026, 2, 1)).evaluate_on == date(2026, 7, 5)
    one.ends_on = date(2026, 6, 30)
    assert reading.told(one, hana, date(2026, 2, 1)).evaluate_on is None  # it is over by then
    one.ends_on = None
    said = {"who": "obě strany", "found": "Čeká se dlouho.", "changes": "", "next_on": None, "on": date(2026, 7, 7)}
    about = {"agreement": one, "service": one.partner, "at": timezone.now()}
    actions.evaluate(by=olga, id=new_id(), **about, **said)
    told = reading.told(whole(one), hana, date(2026, 8, 1))
    assert (told.evaluate_on, told.evaluations[0].found) == (date(2027, 1, 7), "Čeká se dlouho.")


def test_today_tells_at_once_that_the_other_side_gave_notice(hana, olga, agreed):
    today = timezone.localdate()
    one, last_day = agreed(starts_on=today, notice_months=1), today + 100 * DAY
    said = {"side": Side.THEIRS, "name": "Olga", "note": "", "on": today, "last_day": last_day}
    actions.give_notice(by=olga, id=new_id(), agreement=one, service=one.partner, at=timezone.now(), **said)

    assert waiting(olga, today) == []  # who gave it knows
    for on, told in ((today, "výpověď"), (today + 30 * DAY, "výpověď"), (today + 80 * DAY, "Končí")):
        assert [told in matter.text and matter.on == last_day for matter in waiting(hana, on)] == [True]
    assert waiting(hana, today + 40 * DAY) == []
