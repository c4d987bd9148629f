"""Two years before: as many contacts as asked for, the very same rows each time, true as the small network is."""

from collections import Counter
from datetime import UTC, datetime

import pytest
from django.apps import apps
from django.db import transaction
from django.db.models import AutoField

from spojka.demo.build import Wanted, build
from spojka.demo.past import TooFew
from spojka.encounters.models import Encounter

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.xdist_group("demo past")]  # built once
NOW = datetime(2026, 7, 4, 18, tzinfo=UTC)
MANY = Wanted(encounters=700, often=40, seed=7)


# sealed with a salt of its own; written by triggers, with the transaction; keys that nobody may foresee
FRESH = {
    *("members.Pin", "figures.Mark", "hubs.Hub", "hubs.PairedPhone", "identities.Identity"),
    *("disclosures.DisclosureRequest", "disclosures.DisclosureLine", "stock.Closing"),
    *("consents.Consent", "consents.ConsentRecipient", "consents.ConsentSigner", "consents.Opening"),
    *("consents.ConsentScan", "looks.Withholding", "assessments.AssessmentPart", "assessments.EcomapTie"),
    *("inquiries.Inquiry", "inquiries.InquiryAnswer", "walls.Wall", "walls.SecretAddress", "soundings.Sounding"),
    *("cases.Case", "cases.CaseTurn", "cases.Party", "cases.Participant", "cases.Appraisal", "cases.Measure"),
    *("caseplans.Part", "caseplans.Tick", "caseplans.Assent", "caseplans.TermAnswer", "caseplans.Review"),
    *("caseplans.Attainment", "caseplans.Duty", "caseplans.OutcomeRating"),
    *("cases.Placement", "cases.PlacementTick", "cases.CaseGroup"),
    *("conferences.CaseMeeting", "meetings.MeetingSeries", "meetings.SeriesMember", "meetings.Meeting"),
    *("meetings.Invited", "meetings.AgendaItem", "meetings.MinutesLine", "meetings.MatterAnswer", "groups.Seat"),
    *("recommendations.Ballot", "oldminutes.OldMinutes", "oldminutes.GroupName"),
    *("links.Link", "referrals.Referral", "referrals.ReferralStep", "referrals.ReferralIdentity"),
    *("contracts.ContractWording", "contracts.ContractWarning", "contracts.ContractEnding"),
    *("contracts.ContractRefusal", "contracts.RulesExplanation"),
    *("statements.Statement", "statements.Reply", "statements.TeamAgreement", "statements.AgreedDuty"),
}


def everything():
    """All rows of ours as plain values, but for numbers that the database gives."""
    ours = [model for model in apps.get_models() if model._meta.app_config.name.startswith("spojka.")]
    ours = [model for model in ours if model._meta.label not in FRESH]
    return {model._meta.label: sorted(map(str, model.objects.values_list(*_names(model)))) for model in ours}


def _names(model):
    return [field.attname for field in model._meta.concrete_fields if not isinstance(field, AutoField)]


@pytest.fixture(scope="module")
def twice(django_db_setup, django_db_blocker):
    """All rows of two builds; both are gone afterwards."""
    said = []
    with django_db_blocker.unblock():
        for _time in range(2):
            with transaction.atomic():
                build(NOW, MANY)
                said.append(everything() | {"often": _often()})
                transaction.set_rollback(True)
    return said


def _often():
    return Counter(Encounter.objects.exclude(client=None).values_list("client", flat=True)).most_common(1)[0][1]


def test_the_same_wish_gives_the_same_rows(twice):
    first, second = twice

    assert [name for name in first if first[name] != second[name]] == []


def test_there_are_as_many_as_asked_for(twice):
    assert len(twice[0]["encounters.Encounter"]) > 700 + 1000
    assert twice[0]["often"] >= 40


def test_one_cannot_come_more_often_than_all(db):
    with pytest.raises(TooFew, match="nejvýše"):
        build(NOW, Wanted(encounters=100, often=101))
