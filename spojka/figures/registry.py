"""All figures by their codes. `register` is called by the `metrics.py` of each package."""

from .metric import Metric, Rate

_METRICS: dict[str, Metric] = {}
_RATES: dict[str, Rate] = {}


class UnknownMetric(LookupError):
    """No figure has this code."""


def register(*metrics: Metric) -> None:
    """Make figures known. A second one of the same code is a fault of ours."""
    for metric in metrics:
        if metric.code in _METRICS:
            raise ValueError(f"Two figures are called {metric.code}")
        _METRICS[metric.code] = metric


def find(code: str) -> Metric:
    """Return the figure with this code."""
    try:
        return _METRICS[code]
    except KeyError:
        raise UnknownMetric(code) from None


def metrics() -> tuple[Metric, ...]:
    """Return all figures in the order in which they were registered."""
    return tuple(_METRICS.values())


def splits(whole: str) -> tuple[Metric, ...]:
    """Return the figures that share a figure out among them."""
    return tuple(one for one in _METRICS.values() if one.splits == whole)


def is_part(code: str, whole: str) -> bool:
    """Test whether a figure is a part of another, or of one of its parts."""
    while code:
        code = find(code).within
        if code == whole:
            return True
    return False


def register_rates(*rates: Rate) -> None:
    """Make rates known, after the figures of which they are made."""
    for rate in rates:
        if {rate.part, rate.whole} - _METRICS.keys() or rate.code in _METRICS or rate.code in _RATES:
            raise ValueError(f"{rate.code} is no rate of two known figures")
        _RATES[rate.code] = rate


def rates() -> tuple[Rate, ...]:
    """Return all rates in the order in which they were registered."""
    return tuple(_RATES.values())


def told(code: str) -> Metric | Rate:
    """Return the figure or the rate with this code."""
    return _RATES[code] if code in _RATES else find(code)
