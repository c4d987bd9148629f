import pytest
from django.utils import timezone

from spojka.base.ids import new_id
from spojka.hubs import actions, joining
from spojka.links.doors import new_token


@pytest.fixture
def hub(hana, teren):
    """The hub of Anna's service; no laptop has joined it yet."""
    return actions.add(by=hana, id=new_id(), service=teren, name="Stánek", address="stanek.podchod.cz")


@pytest.fixture
def code(hana, hub):
    token = new_token()
    actions.invite(by=hana, hub=hub, token=token, at=timezone.now())
    return joining.code_of(hub, token)
