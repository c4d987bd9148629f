"""What each number means, for those who will read it: from the very definitions by which it is counted."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from spojka.figures import dated, registry
from spojka.figures.metric import Metric, Privacy, Rate

from .contacts import GROUPS


@dataclass(frozen=True)
class Meaning:
    """One figure in words."""

    metric: Metric | Rate
    name: str
    definition: str
    unit: str
    counts: str
    source: str
    sureness: str
    privacy: str
    within: Metric | None
    items: bool


def meanings() -> list[tuple[str, list[Meaning]]]:
    """Return all figures by the groups of the report; those of other pages stand at the end."""
    groups = [(str(name), [registry.told(code) for code in codes]) for name, codes in GROUPS]
    known = {code for _name, codes in GROUPS for code in codes}
    rest = [one for one in (*registry.metrics(), *registry.rates()) if one.code not in known]
    groups += [(_("Other figures"), rest)] if rest else []
    return [(name, [_meaning(metric) for metric in metrics]) for name, metrics in groups]


def thresholds(on: date) -> list[dated.Value]:
    """Return from which number of people each audience sees it."""
    return list(dated.values("small_numbers", on))


def _meaning(metric: Metric | Rate) -> Meaning:
    return Meaning(
        metric=metric,
        name=str(metric.name),
        definition=str(metric.definition),
        unit=str(metric.unit.name),
        counts=str(metric.counts),
        source=str(metric.source),
        sureness=metric.sureness_name,
        privacy=_privacy(metric),
        within=registry.find(metric.within) if metric.within else None,
        items=bool(metric.items),
    )


def _privacy(metric: Metric | Rate) -> str:
    if isinstance(metric, Rate):
        return _("Hidden when one of its two numbers is.")
    if metric.is_sealed:
        return _("Small numbers are hidden when it leaves the house; no list of its records is shown to anybody.")
    if metric.privacy is Privacy.PEOPLE:
        return _("Small numbers are hidden when it leaves the house: somebody could be recognised.")
    return _("It tells of work, not of people; it is hidden only where it would give another number away.")
