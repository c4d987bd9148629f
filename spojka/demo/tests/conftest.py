import pytest
from django.db import transaction
from django.utils import timezone

from spojka.demo.build import build


@pytest.fixture(scope="module")
def built(django_db_setup, django_db_blocker):
    """The demonstration as of now, built once for a file of tests; it is gone afterwards."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield build(timezone.now())
        transaction.set_rollback(True)
