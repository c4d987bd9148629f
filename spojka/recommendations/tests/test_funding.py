"""Calls, projects with their money, media outputs."""

import pytest
from django.utils import timezone

from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.recommendations import reading
from spojka.recommendations.actions import funding
from spojka.recommendations.content import Money, Offer, Said
from tests import groups
from tests.recommendations import asked

TODAY = timezone.localdate()


def project(by, group, service=None, **said):
    told = {"name": "x", "year": 2026, "state": "granted", "asked": 1000, "granted": 1000, "social": 50}
    mine = {"by": by, "service": service or group.service, "group": group}
    return funding.add_project(**mine, id=new_id(), money=Money(**told | said))


def test_sums_tell_social_and_situational_prevention_by_year(josef, bara, street, group):
    project(josef, group, asked=500_000, granted=400_000, social=0)
    project(bara, group, street, asked=300_000, granted=300_000, social=100)
    project(josef, group, asked=90_001, granted=33_333, social=25)
    project(josef, group, year=2025, state="refused", asked=7, granted=None)

    this, before = reading.sums(reading.projects(group, josef))

    assert (this.year, this.asked, this.granted) == (2026, 890_001, 733_333)
    assert (this.social, this.situational, this.share) == (308_333, 425_000, 42)
    assert (before.asked, before.granted, before.share) == (7, 0, 0)


def test_what_was_granted_is_said_and_a_call_is_one_of_the_group(josef, group):
    with pytest.raises(Refusal, match="kolik bylo přiděleno"):
        project(josef, group, granted=None)
    other = groups.founded(josef, group.service, name="Jiná")
    offer = Offer(name="Výzva", giver="Kraj", closes_on=TODAY)
    call = funding.add_call(by=josef, id=new_id(), service=group.service, group=other, offer=offer)
    with pytest.raises(Refusal, match="patří jiné skupině"):
        project(josef, group, call=call)


def test_a_call_does_not_close_before_it_opens(josef, group):
    offer = Offer(name="Výzva", giver="Kraj", opens_on=TODAY, closes_on=TODAY.replace(year=2020))
    with pytest.raises(Refusal, match="skončit dřív"):
        funding.add_call(by=josef, id=new_id(), service=group.service, group=group, offer=offer)


def test_a_media_output_is_about_a_recommendation_of_the_group_and_can_be_taken_off(josef, group, one):
    said = {"on": TODAY, "medium": "Deník", "title": "Město zakáže prodej"}
    mine = {"by": josef, "service": group.service, "group": group}
    found = funding.add_media(**mine, id=new_id(), said=Said(**said, recommendation=one))
    assert reading.media(group, josef, one) == [found]

    funding.drop_media(by=josef, media=found, at=timezone.now())
    assert reading.media(group, josef) == []

    other = asked(josef, groups.founded(josef, group.service, name="Jiná"))
    with pytest.raises(Refusal, match="patří jiné skupině"):
        funding.add_media(**mine, id=new_id(), said=Said(**said, recommendation=other))
