from datetime import date

import pytest
from django.utils import timezone

from spojka.base.ids import new_id
from spojka.clients.models import Agreement
from spojka.identities.sealing import Person
from spojka.soundings import actions
from spojka.soundings.actions import Asking
from tests import make

EVA = Person(surname="Šťastná", first="Eva", born=date(1991, 4, 5))
OTHER = Person(surname="Šťastná", first="Ema", born=date(1991, 4, 5))


def agreed(client):
    said = {"form": "signed", "version": "1", "given_on": timezone.localdate(), "taken_by": "x", "recorded_by": "x"}
    Agreement(**client.ownership, client=client, **said).add()
    return client


def asking(asked, person=EVA, **fields):
    usual = {"basis": "spoken", "basis_words": "u pultu, slyšela Hana", "why": "Ať si nepřekážíme."}
    return Asking(asked=asked, person=person, **usual | fields)


def ask(by, client, asked, person=EVA, at=None, id=None, **fields):
    said = asking(asked, person, **fields)
    row = actions.ask(by=by, id=id or new_id(), client=client, asking=said, at=at or timezone.now())
    return type(row).objects.select_related("asked__organisation", "service", "client").get(pk=row.pk)


@pytest.fixture
def poradna(db):
    """A service of another house that may be found by others."""
    return make.service(
        organisation=make.organisation(slug="podkrovi", name="Podkroví", hears_warnings=True), name="Poradna"
    )


@pytest.fixture
def klara(podchod, teren):
    """A key worker of Anna's service, whose house may be found as well."""
    podchod.change(hears_warnings=True)
    return make.member(teren, name="Klára Klíčová", role="key_worker")


@pytest.fixture
def filip(poradna):
    return make.member(poradna, name="Filip Poradce", role="key_worker")


@pytest.fixture
def here(teren):
    return agreed(make.client(teren, code="EVA 91 Z"))


@pytest.fixture
def there(poradna):
    return agreed(make.client(poradna, code="STA 5 N"))
