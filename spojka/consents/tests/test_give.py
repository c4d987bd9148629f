"""A consent opens exactly what it names, to whom it names, as long as it says."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from spojka.access.models import Grant
from spojka.access.permissions import Kind, Permission
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.clients.models import Agreement, Client
from spojka.consents.actions import consents
from spojka.consents.actions.consents import NoStatement, NothingShared
from spojka.consents.content import Said, Signed, Whom
from spojka.consents.models import Consent
from spojka.encounters.models import Encounter
from spojka.network.models import Membership
from tests import make

SEE, READ = Permission.CLIENT_VIEW, Permission.ENCOUNTER_VIEW


def sees(actor, client):
    return Client.objects.allowed(actor, SEE).filter(pk=client.pk).exists()


def reads(actor, client):
    return Encounter.objects.allowed(actor, READ).filter(client=client).count()


@pytest.fixture
def met(rada, teren):
    return make.encounter(make.shift(teren), client=rada)


def test_an_institution_sees_what_was_ticked_and_nothing_else(anna, cyril, jinde, rada, met, give):
    assert not sees(cyril, rada)

    give(anna, rada, Whom(institution="Jinde", house=jinde), kinds=Kind.HISTORY)

    assert sees(cyril, rada)
    assert reads(cyril, rada) == 1
    assert not Consent.objects.allowed(cyril, Permission.CONSENT_VIEW).exists()  # with whom else stays theirs


def test_what_was_not_ticked_stays_closed(anna, cyril, jinde, rada, met, give):
    give(anna, rada, Whom(institution="Jinde", house=jinde), kinds=Kind.SITUATION)

    assert sees(cyril, rada)
    assert reads(cyril, rada) == 0


def test_a_recipient_may_be_told_less_than_the_others(anna, bara, cyril, jinde, kontakt, rada, met, give):
    centre = Whom(institution="Podchod", house=kontakt.organisation, centre=kontakt)
    give(anna, rada, Whom(institution="Jinde", house=jinde, kinds=Kind.COURSE), centre)

    assert (reads(cyril, rada), reads(bara, rada)) == (0, 1)


def test_the_narrowest_that_was_named_is_opened(anna, cyril, jinde, rada, met, give):
    other = make.member(make.service(organisation=jinde), name="Dana Druhá")
    worker = Membership.objects.get(pk=cyril.id)

    give(anna, rada, Whom(institution="Jinde", house=jinde, person="Cyril Cizí", worker=worker))

    assert reads(cyril, rada) == 1
    assert not sees(other, rada)


def test_nothing_is_shared_without_the_base_statement(anna, jinde, rada, give):
    Agreement.objects.update(withdrawn_on=timezone.localdate())

    with pytest.raises(NoStatement):
        give(anna, rada, Whom(institution="Jinde", house=jinde))


def test_it_ends_after_its_last_day(anna, cyril, jinde, rada, give):
    today = timezone.localdate()
    made = give(anna, rada, Whom(institution="Jinde", house=jinde), ends_on=today)

    grant = Grant.objects.get()
    assert timezone.localtime(grant.ends_at).date() == today + timedelta(days=1)
    assert made.ends_at == grant.ends_at
    Grant.objects.update(starts_at=make.LAST_CENTURY, ends_at=timezone.now())
    assert not sees(cyril, rada)


def test_a_day_before_today_or_after_it_is_refused(anna, jinde, rada, give):
    today, whom = timezone.localdate(), Whom(institution="Jinde", house=jinde)
    for wrong in ({"ends_on": today - timedelta(days=1)}, {"given_on": today + timedelta(days=1)}):
        with pytest.raises(Refusal):
            give(anna, rada, whom, **wrong)


def test_a_consent_that_says_nothing_is_refused(anna, jinde, rada, give):
    whom = Whom(institution="Jinde", house=jinde)
    for wrong in ({"kinds": Kind(0)}, {"kinds": Kind.OTHER}, {"way": "spoken"}, {"way": "screen"}):
        with pytest.raises(Refusal):
            give(anna, rada, whom, **wrong)
    with pytest.raises(Refusal):
        give(anna, rada)
    with pytest.raises(Refusal):
        give(anna, rada, Whom(institution="Jinde", house=jinde, kinds=Kind.PERSONAL), kinds=Kind.COURSE)


def test_one_sent_twice_is_one(anna, jinde, rada):
    id, today = new_id(), timezone.localdate()
    whom = (Whom(institution="Jinde", house=jinde),)
    said = Said(kinds=Kind.COURSE, way="paper", given_on=today, taken_by=anna.id, recipients=whom)
    for _ in range(2):
        made = consents.give(by=anna, id=id, client=rada, said=said, at=timezone.now())

    assert (made.pk, str(made)) == (id, f"1/{today.year}")
    assert Grant.objects.count() == 1


def test_who_is_no_worker_of_the_service_writes_nothing(bara, cyril, jinde, rada, give):
    for stranger in (bara, cyril):
        with pytest.raises(PermissionDenied):
            give(stranger, rada, Whom(institution="Jinde", house=jinde))
    assert not Consent.objects.exists()


class TestOfAChild:
    """Legal representatives agree, the child says what it thinks, at eighteen all of it ends."""

    @pytest.fixture
    def of_child(self, anna, jinde, rada, give):
        def give_(*signers, **fields):
            of_age_on = fields.pop("of_age_on", timezone.localdate() + timedelta(days=900))
            fields = {"child_assent": "yes", "signers": signers, "of_age_on": of_age_on} | fields
            return give(anna, rada, Whom(institution="Jinde", house=jinde), **fields)

        return give_

    def test_a_parent_opens_it_until_the_child_comes_of_age(self, cyril, rada, of_child):
        made = of_child(Signed(role="parent", name="Eva Nová"), child_words="Ať mi pomůžou.")

        assert sees(cyril, rada)
        assert timezone.localtime(made.ends_at).date() == made.of_age_on
        assert made.said_by_child == "Ať mi pomůžou."
        assert "pomůžou" not in made.child_words

    def test_while_one_parent_says_no_nothing_is_opened(self, cyril, rada, of_child):
        no = Signed(role="parent", name="Jan Nový", word="no", note="Bojí se úřadu.")
        made = of_child(Signed(role="parent", name="Eva Nová"), no)

        assert made.is_opposed
        assert not sees(cyril, rada)

    def test_a_guardian_stands_above_parents_who_do_not_agree(self, cyril, rada, of_child):
        no = Signed(role="parent", name="Jan Nový", word="no", note="Nechce.")
        of_child(no, Signed(role="guardian", name="Město Lipovec"))

        assert sees(cyril, rada)

    def test_the_child_alone_opens_nothing(self, of_child):
        with pytest.raises(NothingShared):
            of_child(Signed())

    def test_whoever_is_of_age_agrees_themselves(self, of_child):
        with pytest.raises(Refusal) as refusal:
            of_child(Signed(role="parent", name="Eva Nová"), of_age_on=timezone.localdate())
        assert refusal.value.field == "of_age_on"


def test_names_lie_sealed(anna, jinde, rada, give):
    give(
        anna,
        rada,
        Whom(institution="Jinde", house=jinde, person="Pavla Úřední"),
        Whom(person="Božena Stará", relation="matka"),
        of_age_on=timezone.localdate() + timedelta(days=5),
        child_assent="unasked",
        signers=(Signed(role="parent", name="Eva Nová"),),
    )
    made = Consent.objects.get()
    stored = [row.person for row in made.recipients.all()] + [row.name for row in made.signers.all()]
    assert not any(name in text for name in ("Pavla", "Božena", "Eva") for text in stored)
    assert [row.called for row in made.recipients.order_by("place_in_order")] == ["Pavla Úřední", "Božena Stará"]
