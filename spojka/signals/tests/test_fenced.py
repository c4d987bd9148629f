"""Behind the database's own fence: other houses and everybody see what they are told, and nothing else; PostgreSQL."""

from datetime import timedelta

import pytest
from django.utils import timezone

from spojka.access.actor import Actor
from spojka.access.tests.test_fence import fenced, postgres  # noqa: F401 - a fixture
from spojka.base.ids import new_id
from spojka.codelists.models import OwnEntry
from spojka.signals import actions
from spojka.signals.doors import for_everybody
from spojka.signals.models import Acknowledgement, EarlyWarning, Signal, WarningReply
from spojka.themes import actions as themes
from spojka.themes.doors import public_cards
from spojka.themes.models import OwnCard

AGO = timedelta(minutes=1)  # to the database "now" is when the test's transaction began
WORDS = {"title_cs": "Uši máte jedny", "lead_cs": "", "text_cs": "Špunty máme."}


@pytest.fixture
def jinde(cyril):
    return cyril.organisation.change(hears_warnings=True)


@postgres
def test_a_warned_house_reads_acknowledges_and_replies(fenced, hana, cyril, teren, jinde, draw, today):  # noqa: F811
    warning = draw(hana, teren, verified=hana, audience="network", partners=[jinde])
    draw(hana, teren, verified=hana)
    at = timezone.now()

    def read_and_reply():
        actions.acknowledge(by=cyril, warning=warning, at=at, today=today)
        return actions.reply(by=cyril, id=new_id(), warning=warning, text="U nás taky.", today=today)

    assert fenced.sees(EarlyWarning, cyril) == {warning.pk}
    assert fenced.does(cyril, read_and_reply)


@postgres
def test_a_told_signal_is_seen_and_never_changed(fenced, hana, anna, cyril, teren, jinde, notice):  # noqa: F811
    told, kept = notice(anna, teren), notice(anna, teren)
    actions.share(by=hana, signal=told, partners=[jinde], at=timezone.now() - AGO)

    assert fenced.sees(Signal, cyril) == {told.pk}
    assert fenced.does(cyril, lambda: Signal.objects.filter(pk__in=[told.pk, kept.pk]).update(many=9)) == 0


@postgres
def test_everybody_reads_what_is_published_and_no_more(fenced, hana, teren, kontakt, lists, draw, today):  # noqa: F811
    anybody, at = Actor.anybody(), timezone.now() - AGO
    warning = draw(hana, teren, verified=hana, audience="public")
    actions.acknowledge(by=hana, warning=warning, at=at, today=today)
    card = themes.word(by=hana, id=new_id(), service=teren, theme="hearing", valid_from=today, **WORDS)
    assert fenced.sees(OwnCard, anybody) == set()

    themes.publish(by=hana, service=teren, at=at)
    off = {"list": "theme", "code": "law", "valid_from": today, "is_on": False, "recorded_by": hana.id}
    OwnEntry(**teren.ownership, **off).add()

    assert fenced.sees(OwnCard, anybody) == {card.pk}
    assert fenced.sees(EarlyWarning, anybody) == {warning.pk}
    cards = fenced.does(anybody, lambda: public_cards(teren, today))
    assert "Uši máte jedny" in [one.title for one in cards]
    assert "law" not in [one.code for one in cards]
    assert fenced.does(anybody, lambda: for_everybody(hana.organisation, today)) == [warning]
    assert fenced.sees(WarningReply, anybody) == set()
    assert fenced.does(anybody, lambda: Acknowledgement.objects.update(seen_at=at)) == 0
