import pytest
from django.utils import timezone

from spojka.base.ids import new_id
from spojka.disclosures import actions
from tests import make

SAID = {
    "authority": "police", "office": "Policie, OO Lipovec", "reference": "KRP-1/2026", "officer": "prap. Vacek",
    "ground": "criminal", "ground_text": "", "way": "data_box", "due_on": None, "about": "Řehoř Dlouhý",
    "asked": "Kdy u nás byl.",
}  # fmt: skip


@pytest.fixture
def today(lists):
    return timezone.localdate()


@pytest.fixture
def olga(teren):
    """A colleague of Anna's and Hana's."""
    return make.member(teren, name="Olga")


@pytest.fixture
def asked(hana, teren, today):
    """A request that waits."""

    def of(**fields):
        said = SAID | {"id": new_id(), "received_on": today, "today": today} | fields
        return actions.record(by=hana, service=teren, **said)

    return of


@pytest.fixture
def decided(hana, asked):
    def of(decision="give", **fields):
        said = {"decision": decision, "why": "Soudce souhlasí.", "answer": "Sdělujeme, že …", "at": timezone.now()}
        return actions.decide(by=hana, request=asked(**fields), **said)

    return of
