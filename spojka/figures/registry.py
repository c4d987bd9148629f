"""All figures by their codes. `register` is called by the `metrics.py` of each package."""

from .metric import Metric

_METRICS: dict[str, Metric] = {}


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
