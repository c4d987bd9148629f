"""In which range vital signs lie, and when to call 155. Pure functions; vital-rules.js says the same.

A range is no diagnosis, and no value says that somebody is well: what calls is told, never that nobody need be called.
The numbers stand in figures/data/pressure_*.toml and vital_alerts.toml, each with its source and how sure it is.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from spojka.figures import dated

from .content import SignValues

CALLS = {
    "pressure_low": _("The upper pressure is too low."),
    "pressure_high": _("Very high pressure with symptoms."),
    "pulse_slow": _("The pulse is too slow."),
    "pulse_fast": _("The pulse is too fast at rest."),
    "temperature": _("Too hot: the body overheats."),
    "saturation": _("Too little oxygen in the blood."),
    "dazed": _("The person is not fully alert."),
}


@dataclass(frozen=True, kw_only=True)
class Rules:
    """What a day's dated values say: bands as (code, from, to), and the values at which one calls."""

    upper: tuple[tuple[str, float, float | None], ...]
    lower: tuple[tuple[str, float, float | None], ...]
    alerts: dict[str, float]

    @property
    def plain(self) -> dict[str, Any]:
        """The same for the phone's script."""
        return {"upper": self.upper, "lower": self.lower, "alerts": self.alerts}


def rules(on: date) -> Rules:
    """Return the rules of a day."""
    alerts = {one.code: float(one.low) for one in dated.values("vital_alerts", on)}
    return Rules(upper=_bands("pressure_upper", on), lower=_bands("pressure_lower", on), alerts=alerts)


def _bands(name: str, on: date) -> tuple[tuple[str, float, float | None], ...]:
    found = dated.values(name, on)
    return tuple((one.code, float(one.low), None if one.high is None else float(one.high)) for one in found)


def _band(bands: tuple[tuple[str, float, float | None], ...], value: float) -> str:
    return next((code for code, low, high in bands if low <= value and (high is None or value <= high)), "")


def pressure(said: SignValues, by: Rules) -> str:
    """Return the code of the range of the pressure: the higher of the two numbers decides."""
    if said.upper is None or said.lower is None:
        return ""
    order = [code for code, _low, _high in by.upper]
    found = [_band(by.upper, said.upper), _band(by.lower, said.lower)]
    if found[0] == order[0]:  # too low is too low, whatever the other number is
        return order[0]
    return max((code for code in found if code), key=order.index, default="")


def asks(said: SignValues, by: Rules) -> bool:
    """Test whether the pressure is such that one has to ask about symptoms."""
    upper, lower = said.upper or 0, said.lower or 0
    return upper >= by.alerts["upper_high"] or lower >= by.alerts["lower_high"]


def calls(said: SignValues, by: Rules) -> list[str]:
    """Return the reasons for calling 155, by their codes. An empty list is no leave not to call."""
    at = by.alerts
    found = {
        "pressure_low": said.upper is not None and said.upper < at["upper_low"],
        "pressure_high": bool(said.has_symptoms) and asks(said, by),
        "pulse_slow": said.pulse is not None and said.pulse < at["pulse_low"],
        "pulse_fast": said.pulse is not None and said.pulse > at["pulse_high"],
        "temperature": said.temperature is not None and said.temperature >= Decimal(str(at["temperature_high"])),
        "saturation": said.saturation is not None and said.saturation < at["saturation_low"],
        "dazed": said.is_dazed,
    }
    return [code for code, is_so in found.items() if is_so]


def pressure_name(code: str, on: date) -> str:
    """Return a range in words, as it is called on a day."""
    return next((one.name for one in dated.values("pressure_upper", on) if one.code == code), code)


def is_checked(checked_on: date | None, on: date, by: Rules) -> bool:
    """Test whether the device was inspected not too long ago."""
    return checked_on is not None and 0 <= (on - checked_on).days <= by.alerts["months"] * 30.5
