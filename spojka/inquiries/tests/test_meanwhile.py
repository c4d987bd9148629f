"""What happens to sharing while something else happens: defined in docs/decisions/23-sharing.md, one test each."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db.models import ProtectedError
from django.utils import timezone

from spojka.access.actor import Actor
from spojka.access.models import Grant
from spojka.access.permissions import Kind, Permission
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.clients.actions import joining
from spojka.clients.leading import Merged
from spojka.clients.tests.test_at_once import both
from spojka.codelists import load
from spojka.consents.actions import consents
from spojka.consents.content import Said, Whom
from spojka.consents.models import Consent, ConsentRecipient
from spojka.consents.naming import offered
from spojka.consents.tests.conftest import agreed
from spojka.inquiries import actions
from spojka.inquiries.content import Question, Reply, grounds_of
from spojka.inquiries.models import Inquiry, InquiryAnswer
from spojka.network.models import Membership, Service
from tests import make

SEE = Permission.CLIENT_VIEW


def now_is(actor):
    """Return who somebody is with their next request; nobody when they may not come in."""
    valid = Membership.objects.valid(timezone.localdate()).select_related("organisation", "user")
    row = valid.filter(pk=actor.id).first()
    return Actor.member(row) if row else None


def test_a_file_that_is_being_sent_is_one_request(hana, teren, browse):
    shift = make.shift(teren)
    for _n in range(3):
        make.encounter(shift)

    sent = iter(browse(hana).get("/podchod/encounters.csv").streaming_content)
    begun = next(sent)
    Membership.objects.filter(pk=hana.id).update(ended_at=timezone.now())
    whole = (begun + b"".join(sent)).decode()

    assert len(whole.strip().splitlines()) == 4
    assert browse(hana).get("/podchod/encounters.csv").status_code == 404


def test_no_file_holds_what_others_share_so_none_outlives_a_withdrawal(anna, cyril, jinde, rada, teren, give, browse):
    contact = make.encounter(make.shift(teren), client=rada)
    head = make.member(make.the_service_of(cyril), role="service_head")
    give(anna, rada, Whom(institution="Jinde", house=jinde))
    assert head.can(Permission.ENCOUNTER_VIEW, contact)

    whole = b"".join(browse(head).get("/jinde/encounters.csv").streaming_content).decode()

    assert str(contact.pk) not in whole
    assert "RAD 80 Z" not in whole


def test_a_named_worker_who_leaves_sees_nothing_and_who_returns_sees_again(anna, cyril, jinde, rada, give, browse):
    member = Membership.objects.get(pk=cyril.id)
    made = give(anna, rada, Whom(institution="Jinde", house=jinde, worker=member))
    page = f"/jinde/clients/{rada.pk}/"
    assert browse(cyril).get(page).status_code == 200

    member.change(ended_at=timezone.now())
    assert browse(cyril).get(page).status_code == 404
    assert grounds_of(rada, timezone.now()) == []  # nobody would see a question
    assert not now_is(make.member(make.the_service_of(cyril))).can(SEE, rada)  # a colleague does not step in
    assert made.is_standing(timezone.now())

    member.change(ended_at=None)
    assert browse(cyril).get(page).status_code == 200


def test_a_user_is_locked_out_and_never_deleted(anna, cyril, jinde, rada, give, browse):
    made = give(anna, rada, Whom(institution="Jinde", house=jinde))
    user = Membership.objects.get(pk=anna.id).user
    with pytest.raises(ProtectedError):
        user.delete()

    Membership.objects.get(pk=cyril.id).user.change(is_active=False)
    user.change(is_active=False)

    assert now_is(cyril) is None
    assert made.recipients.get().grant.ends_at is None  # the house may know still
    other = make.member(make.the_service_of(anna))
    assert "Anna Poledne" in browse(other).get(f"/podchod/consents/{made.pk}/").content.decode()


def test_a_service_that_closed_is_told_nothing_more(anna, cyril, jinde, rada, give):
    centre = make.the_service_of(cyril)
    whom = Whom(institution="Jinde", unit="x", house=jinde, centre=centre)
    made, today = give(anna, rada, whom, kinds=Kind.COURSE), timezone.localdate()

    Service.objects.filter(pk=centre.pk).update(ends_on=today)
    assert now_is(cyril).can(SEE, rada)  # its last day
    Service.objects.filter(pk=centre.pk).update(ends_on=today - timedelta(days=1))

    assert not now_is(cyril).can(SEE, rada)
    assert grounds_of(rada, timezone.now()) == []
    assert str(centre.pk) not in offered(Service.objects.get(pk=rada.service_id), today)
    assert made.is_standing(timezone.now())  # it stays written; a new service needs a new consent
    assert now_is(cyril).can(Permission.CLIENT_VIEW, make.client(centre))  # its own records are there to be finished
    Service.objects.filter(pk=centre.pk).update(ends_on=None)
    assert now_is(cyril).can(SEE, rada)


@pytest.fixture
def houses(transactional_db):
    load.load()
    teren = make.service(organisation=make.organisation(slug="podchod"))
    there = make.service(organisation=make.organisation(slug="jinde", hears_warnings=True))
    return teren, there


def said(by, there, **fields):
    whom = Whom(institution="Jinde", house=there.organisation)
    usual = {"kinds": Kind.COURSE, "way": "paper", "given_on": timezone.localdate()}
    return Said(recipients=(whom,), taken_by=by.id, **usual | fields)


@pytest.mark.slow
def test_signed_while_the_client_is_merged_it_is_of_who_stays_or_refused(houses):
    teren, there = houses
    hana = make.member(teren, role="service_head")
    for _round in range(4):
        kept, gone = agreed(make.client(teren)), agreed(make.client(teren))
        at, about = timezone.now(), {"client": kept, "other": gone, "reason": "x", "knows_sharing": True}

        told = both(
            lambda gone=gone, at=at: consents.give(by=hana, id=new_id(), client=gone, said=said(hana, there), at=at),
            lambda about=about, at=at: joining.merge(by=hana, id=new_id(), at=at, **about),
        )

        assert isinstance(told[0], Consent | Merged)
        assert not Consent.objects.filter(client=gone).exists()
        assert not Grant.objects.filter(subject_id=gone.pk).exists()
        made = isinstance(told[0], Consent)
        assert Consent.objects.filter(client=kept).count() == made
        assert Grant.objects.filter(subject_id=kept.pk, ends_at=None).count() == made


@pytest.mark.slow
@pytest.mark.parametrize("how", ["consent", "question"])
def test_answered_while_it_is_taken_back_it_is_answered_or_not(houses, how):
    teren, there = houses
    anna, cyril = make.member(teren), make.member(there)
    for _round in range(4):
        inquiry = asked(anna, there, agreed(make.client(teren)))
        at, reply = timezone.now(), Reply(kind="cannot", words="Nemůžeme.")

        def take_back(inquiry=inquiry, at=at):
            if how == "question":
                return actions.withdraw(by=anna, inquiry=inquiry, why="x", at=at)
            return consents.withdraw(by=anna, consent=inquiry.recipient.consent, how="x", at=at)

        told = both(lambda inquiry=inquiry, at=at, reply=reply: answering(cyril, inquiry, there, reply, at), take_back)

        inquiry.refresh_from_db()
        was_answered = InquiryAnswer.objects.filter(inquiry=inquiry).exists()
        assert was_answered == isinstance(told[0], InquiryAnswer)
        if how == "question":
            assert was_answered == isinstance(told[1], Refusal) == (inquiry.withdrawn_at is None)


@pytest.mark.slow
def test_asked_while_the_consent_is_taken_back_nothing_stays_open(houses):
    teren, there = houses
    anna = make.member(teren)
    for _round in range(4):
        client = agreed(make.client(teren))
        consent = consents.give(by=anna, id=new_id(), client=client, said=said(anna, there), at=timezone.now())
        at = timezone.now()

        both(
            lambda client=client, at=at, consent=consent: asked(anna, there, client, consent, at),
            lambda consent=consent, at=at: consents.withdraw(by=anna, consent=consent, how="x", at=at),
        )

        assert not Grant.objects.filter(ends_at=None).exists()


def asked(by, there, client, consent=None, at=None):
    at = at or timezone.now()
    consent = consent or consents.give(by=by, id=new_id(), client=client, said=said(by, there), at=at)
    ground = ConsentRecipient.objects.select_related("house", "consent").get(consent=consent)
    question = Question(wants="action", what="x", why="x", kinds=Kind.COURSE, due_on=timezone.localdate(at))
    row = actions.ask(by=by, id=new_id(), client=client, ground=ground, question=question, at=at)
    return Inquiry.objects.select_related("recipient__consent").get(pk=row.pk)


def answering(by, inquiry, service, reply, at):
    try:
        return actions.answer(by=by, id=new_id(), inquiry=inquiry, service=service, reply=reply, at=at)
    except (PermissionDenied, actions.Settled):  # who sees it no more gets 404
        return None
