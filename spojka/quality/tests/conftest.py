import pytest

from spojka.quality.check import Asked
from spojka.quality.checks import BY_CODE
from spojka.quality.finding import findings
from tests import make

JULY = {"first": make.SATURDAY.replace(day=1), "last": make.SATURDAY.replace(day=31)}
DAYS = "from=2026-07-01&to=2026-07-31"


def asked(by, **more):
    return Asked(by=by, **JULY | {"now": make.NOON + make.timedelta(days=3)} | more)


def found(by, code, **more):
    """Return what a check stops at, in whose name."""
    return list(findings(BY_CODE[code], asked(by, **more)))


@pytest.fixture
def night(teren):
    return make.shift(teren)
