"""How much alcohol there may be, and between when it is probably gone. Pure functions; alcohol.js says the same.

A value from breath is not blood, people differ, and so each answer is a range: never a promise. What is not known
makes it wider. The numbers that may change stand in figures/data/alcohol.toml, each with its source.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from spojka.figures import dated

DENSITY = 0.789  # of ethanol, g/ml
WIDMARK = {"man": 0.68, "woman": 0.55}
OLDEST = 80  # years; nobody is asked for the age, and age takes water away
LIGHTEST, HEAVIEST = 40.0, 200.0  # kg
SHORTEST, TALLEST = 140.0, 210.0  # cm
LEAST = 0.4  # the formulas say nonsense of bodies far from those they were made on
STEP = 10  # minutes to which the answer is rounded, outwards


def grams(ml: float, percent: float) -> float:
    """Return the grams of ethanol in a drink."""
    return ml * percent / 100 * DENSITY


def promile(drunk: float, kg: float, r: float, *, hours: float = 0, rate: float = 0) -> float:
    """Return g/kg in blood after `drunk` grams (Widmark)."""
    return max(0.0, drunk / (kg * r) - rate * hours)


def water(sex: str, kg: float, cm: float, years: float) -> float:
    """Return litres of water in the body (Watson)."""
    if sex == "man":
        return 2.447 - 0.09516 * years + 0.1074 * cm + 0.3362 * kg
    return -2.097 + 0.1069 * cm + 0.2466 * kg


def watson(sex: str, kg: float, cm: float, years: float = OLDEST) -> float:
    """Return Widmark's r of the water in the body."""
    return 1.055 * water(sex, kg, cm, years) / (0.8 * kg)


def forrest(sex: str, kg: float, cm: float) -> float:
    """Return Widmark's r of the body mass index."""
    bmi = kg / (cm / 100) ** 2
    return 1.0178 - 0.012127 * bmi if sex == "man" else 0.9367 - 0.0124 * bmi


def seidl(sex: str, kg: float, cm: float) -> float:
    """Return Widmark's r of weight and height."""
    if sex == "man":
        return 0.31608 - 0.004821 * kg + 0.004632 * cm
    return 0.31223 - 0.006446 * kg + 0.004466 * cm


@dataclass(frozen=True, kw_only=True)
class Rules:
    """What a day's dated values say. Times are minutes, concentrations promile."""

    slow: float
    fast: float
    deviation: float
    stale: float  # so many times the deviation, when the calibration is old or unknown
    absorbed: float
    drink: float
    wait: float
    months: float
    danger: float


@dataclass(frozen=True, kw_only=True)
class Said:
    """What is known beside the value; None is not known."""

    since: int | None = None
    sex: str = ""
    kg: float | None = None
    cm: float | None = None
    is_calibrated: bool = False


def rules(on: date) -> Rules:
    """Return the rules of a day."""
    found = {one.code: one for one in dated.values("alcohol", on)}
    low = {code: float(one.low) for code, one in found.items()}
    names = ("deviation", "stale", "absorbed", "drink", "wait", "months", "danger")
    elimination = found["elimination"]
    fast = float(elimination.low if elimination.high is None else elimination.high)
    return Rules(slow=low["elimination"], fast=fast, **{name: low[name] for name in names})


def _bodies(said: Said) -> Iterator[float]:
    """Give r × kg of all that the body may be. Each formula is least at an end of what is not known."""
    for sex in [said.sex] if said.sex in WIDMARK else list(WIDMARK):
        for kg in [said.kg] if said.kg else [LIGHTEST, HEAVIEST]:
            for cm in [said.cm] if said.cm else [SHORTEST, TALLEST]:
                for r in (WIDMARK[sex], watson(sex, kg, cm), forrest(sex, kg, cm), seidl(sex, kg, cm)):
                    yield kg * max(r, LEAST)


def still_rises(said: Said, by: Rules) -> float:
    """Return by how many promile the last drink may still lift the level, at most."""
    left = max(0.0, 1 - (said.since or 0) / by.absorbed)
    return by.drink * left / min(_bodies(said))


def gone(measured: float, said: Said, by: Rules) -> tuple[float, float]:
    """Return after how many minutes all is probably gone: at the soonest and at the latest."""
    off = by.deviation * (1 if said.is_calibrated else by.stale)
    soonest = max(0.0, measured - off) / by.fast
    return soonest * 60, (measured + off + still_rises(said, by)) / by.slow * 60


def between(at: datetime, measured: float, said: Said, by: Rules) -> tuple[datetime, datetime]:
    """Return the range on the clock, rounded outwards, never before `at`."""
    soonest, latest = gone(measured, said, by)
    step = timedelta(minutes=STEP).total_seconds()
    first = math.floor((at + timedelta(minutes=soonest)).timestamp() / step) * step
    last = math.ceil((at + timedelta(minutes=latest)).timestamp() / step) * step
    return max(at, datetime.fromtimestamp(first, at.tzinfo)), datetime.fromtimestamp(last, at.tzinfo)


def is_calibrated(calibrated_on: date | None, on: date, by: Rules) -> bool:
    """Test whether the instrument was calibrated not too long ago."""
    return calibrated_on is not None and 0 <= (on - calibrated_on).days <= by.months * 30.5
