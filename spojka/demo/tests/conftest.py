import pytest
from django.utils import timezone

from spojka.demo.build import build


@pytest.fixture(scope="module")
def built(for_the_file):
    """The demonstration as of now, built once for a file of tests."""
    return build(timezone.now())
