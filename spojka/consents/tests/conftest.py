from datetime import timedelta

import pytest
from django.utils import timezone

from spojka.access.permissions import Kind
from spojka.base.ids import new_id
from spojka.clients.models import Agreement
from spojka.consents.actions import consents
from spojka.consents.content import Said, Whom
from tests import make


@pytest.fixture
def jinde(cyril):
    """Cyril's house, which agreed to be found."""
    return cyril.organisation.__class__.objects.get(pk=cyril.organisation.pk).change(hears_warnings=True)


@pytest.fixture
def rada(teren):
    """A client of Anna's service who agreed that data are kept."""
    return agreed(make.client(teren, code="RAD 80 Z"))


def agreed(client):
    """Yesterday: what is shared an hour ago stands on it even just after midnight."""
    yesterday = timezone.localdate() - timedelta(days=1)
    said = {"form": "signed", "version": "Spojka 1", "given_on": yesterday, "taken_by": "x"}
    Agreement(**client.ownership, client=client, **said, recorded_by="x").add()
    return client


@pytest.fixture
def give():
    """Write down a consent: give(anna, rada, Whom(...), kinds=Kind.HISTORY)."""

    def give_(by, client, *whom: Whom, at=None, replaces=None, **fields):
        at = at or timezone.now()
        usual = {"kinds": Kind.COURSE | Kind.HISTORY, "way": "paper", "given_on": timezone.localdate(at)}
        said = Said(recipients=whom, taken_by=by.id, **usual | fields)
        return consents.give(by=by, id=new_id(), client=client, said=said, at=at, replaces=replaces)

    return give_


@pytest.fixture
def override(settings):
    """Work under these keys, the newest first: override("new", "old")."""

    def override_(newest, *older):
        settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = newest, list(older)

    return override_
