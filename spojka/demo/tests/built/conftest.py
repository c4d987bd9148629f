import pytest
from django.db import transaction
from django.utils import timezone

from spojka.demo.build import build


@pytest.fixture(scope="package")
def built(django_db_setup, django_db_blocker):
    """The demonstration as of now, built once for all files of this folder; they are one group, so one worker's."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield build(timezone.now())
        transaction.set_rollback(True)
