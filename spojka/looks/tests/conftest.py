import pytest
from django.utils import timezone

from spojka.base.ids import new_id
from spojka.looks import actions, secret
from tests import make


@pytest.fixture
def rada(teren):
    return make.client(teren, code="RAD 80 Z")


@pytest.fixture
def issued(anna, rada):
    """Give Rada a paper: issued() returns its letters."""

    def issue_(by=None, client=None):
        letters = secret.new()
        said = {"id": new_id(), "client": client or rada, "secret": letters, "at": timezone.now()}
        actions.issue(by=by or anna, **said)
        return letters

    return issue_
