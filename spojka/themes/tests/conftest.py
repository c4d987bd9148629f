import pytest
from django.utils import timezone

from spojka.base.ids import new_id
from spojka.themes import actions

WORDS = {"title_cs": "Uši máte jedny", "lead_cs": "Špunty zdarma.", "text_cs": "Špunty máme.\nVezměte si je."}


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def word(today):
    """Say a theme in a service's own words."""

    def of(by, service, **fields):
        usual = {"id": new_id(), "theme": "hearing", "valid_from": today} | WORDS
        return actions.word(by=by, service=service, **usual | fields)

    return of


@pytest.fixture
def publish():
    return lambda by, service: actions.publish(by=by, service=service, at=timezone.now())
