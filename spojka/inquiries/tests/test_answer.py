"""What comes back: who answers, what they have to say, who reads it, and that it waits for both."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.utils import timezone

from spojka.access.permissions import Permission
from spojka.audit.models import Entry
from spojka.base.ids import new_id
from spojka.consents.actions import consents
from spojka.inquiries import actions
from spojka.inquiries.actions import NoGround, Settled
from spojka.inquiries.models import InquiryAnswer
from spojka.inquiries.reading import answered_by_us, reply_of, waiting
from tests import make

VIEW = Permission.INQUIRY_VIEW


def back(who, days=0):
    now = timezone.now() + timedelta(days=days)
    return waiting(who, now, timezone.localdate(now)).back


def test_who_asked_reads_it_and_nobody_else(anna, hana, bara, cyril, ask, answer):
    inquiry = ask()
    assert back(anna) == []

    row = answer(inquiry)

    for who in (anna, hana, cyril):
        assert reply_of(inquiry, who).said == "Nastoupil v pondělí."
    assert not bara.can(VIEW, row)
    assert not make.member(make.service()).can(VIEW, row)
    assert back(anna) == [inquiry]
    assert waiting(cyril, timezone.now(), timezone.localdate()).asked == []
    assert "pond" not in InquiryAnswer.objects.values_list("words", flat=True).get()


def test_the_result_closes_it_and_who_answered_reads_it(anna, cyril, ask, answer):
    inquiry = ask()
    answer(inquiry, kind="done", words="Vyzvedli jsme ho.", ground="", ground_words="")

    closed = actions.close(by=anna, inquiry=inquiry, result="Je tam.", at=timezone.now())

    assert back(anna) == []
    assert closed.came_of_it == "Je tam."
    assert cyril.can(VIEW, closed)


def test_it_comes_back_when_nobody_answered_in_time(anna, cyril, ask):
    inquiry = ask()

    assert back(anna) == []
    assert back(anna, days=1) == [inquiry]
    now = timezone.now() + timedelta(days=1)
    assert waiting(cyril, now, timezone.localdate(now)).asked == [inquiry]


def test_information_needs_a_ground(ask, answer):
    inquiry = ask()
    for said in ({"ground": ""}, {"ground_words": ""}, {"kind": "done", "ground_words": ""}):
        with pytest.raises(NoGround):
            answer(inquiry, **said)

    assert answer(inquiry, kind="cannot", words="Nemůžeme.", ground="").ground_words == ""


def test_it_is_answered_once(cyril, ask, answer):
    inquiry = ask()
    row = answer(inquiry)

    with pytest.raises(Settled):
        answer(inquiry)
    reply = actions.Reply(kind="cannot", words="x")
    same = {"by": cyril, "id": row.pk, "inquiry": inquiry, "service": make.the_service_of(cyril), "reply": reply}
    assert actions.answer(**same, at=timezone.now()) == row  # a second sending of the same


def test_nobody_answers_for_whom_they_asked_or_what_is_theirs_no_more(anna, bara, cyril, teren, ground, ask, answer):
    inquiry = ask()
    with pytest.raises(actions.Refusal):
        answer(inquiry, by=anna, service=teren)
    with pytest.raises(PermissionDenied):
        answer(inquiry, by=bara)
    with pytest.raises(PermissionDenied):
        answer(inquiry, by=cyril, service=teren)

    consents.withdraw(by=anna, consent=ground.consent, how="ústně", at=timezone.now())

    with pytest.raises(PermissionDenied):
        answer(inquiry)
    assert not InquiryAnswer.objects.exists()


def test_what_was_answered_can_be_taken_back_by_nobody(anna, ask, answer):
    inquiry = ask()
    answer(inquiry)

    with pytest.raises(Settled):
        actions.withdraw(by=anna, inquiry=inquiry, why="x", at=timezone.now())


def test_what_was_answered_stays_with_who_asked(anna, cyril, ground, ask, answer):
    inquiry = ask()
    row = answer(inquiry)

    consents.withdraw(by=anna, consent=ground.consent, how="ústně", at=timezone.now())

    assert reply_of(inquiry, anna) == row
    assert not cyril.can(VIEW, inquiry)
    assert answered_by_us(cyril, 9) == [(row, False)]


def test_a_partner_professional_may_answer(anna, jinde, ask, answer):
    officer = make.member(make.service(organisation=jinde), role="partner_professional")
    inquiry = ask()

    assert answer(inquiry, by=officer).inquiry == inquiry
    assert not officer.may(Permission.INQUIRY_ASK)


def test_both_sides_have_it_in_the_audit(anna, cyril, ask, answer):
    inquiry = ask()
    row = answer(inquiry)

    deeds = Entry.objects.filter(verb=Permission.INQUIRY_ANSWER).order_by("subject_model")
    told = [(one.subject_id, str(one.service_id), one.actor_id) for one in deeds]
    assert told == [
        (inquiry.pk, str(inquiry.service_id), cyril.id),
        (row.pk, str(row.service_id), cyril.id),
    ]


def test_texts_are_sealed_anew_and_a_lost_key_breaks_no_page(anna, cyril, ask, answer, override, browse):
    from spojka.members.resealing import reseal

    override("old-key")
    inquiry = ask()
    answer(inquiry)
    override("new-key", "old-key")
    assert (reseal().lost, connection.in_atomic_block) == (0, True)
    override("new-key")
    inquiry.refresh_from_db()
    assert inquiry.asked == "Nastoupil na detox?"
    override("another-key")
    assert browse(anna).get(f"/podchod/inquiries/{inquiry.pk}/").status_code == 200


def test_a_stranger_answers_nothing_by_a_made_up_id(ask, answer):
    stranger = make.member(make.service())

    with pytest.raises(PermissionDenied):
        answer(ask(), by=stranger)
    assert new_id() not in set(InquiryAnswer.objects.values_list("pk", flat=True))
