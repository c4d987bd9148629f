"""How long something lasts is said in the largest unit that fits whole."""

import pytest
from django.utils import translation

from spojka.codelists.words import lasting

SAID = [(0, "0 min"), (30, "30 min"), (90, "90 min"), (120, "2 h"), (1440, "1 day"), (10080, "7 days")]


@pytest.mark.parametrize(("minutes", "said"), SAID)
def test_says_how_long(minutes, said):
    with translation.override("en"):
        assert lasting(minutes).replace("\xa0", " ") == said
