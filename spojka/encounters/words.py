"""Records in words: names of codes, of workers, and what a record said before it was changed."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from spojka.codelists.catalogue import names_of
from spojka.members import people
from spojka.network.models import Organisation
from spojka.ui.words import moment, number

from .models import Side, Source

SAID = ("act", "material", "theme", "substance")  # what nearly every record names: asked for together


class Words:
    """Names of codes, asked for when one of a list is first needed."""

    def __init__(self, organisation: Organisation):
        self.organisation = organisation
        self.lists: dict[str, dict[str, str]] = {}

    def all_of(self, list: str) -> dict[str, str]:
        """Return the names of all codes that a list ever had."""
        if list not in self.lists:
            self.lists |= names_of(SAID if list in SAID else [list], organisation=self.organisation)
        return self.lists[list]

    def of(self, list: str, code: str) -> str:
        """Return the name of a code; the code itself if nobody knows it any more."""
        return self.all_of(list).get(code, code)

    def before(self, said: dict[str, Any]) -> list[tuple[str, str]]:
        """Return what a snapshot said, as pairs of heading and words, without what was empty."""
        pairs = [
            (_("Who came"), Side(said["side"]).label),
            (_("Code"), said["code"]),
            (_("People"), str(said["people"]) if said["side"] == Side.TALLY else ""),
            (_("When"), moment(parse_datetime(said["occurred_at"])) if said["occurred_at"] else ""),
            (_("Acts"), self._counted("act", {code: pair[0] for code, pair in said["acts"].items()})),
            (_("Minutes"), str(sum(pair[1] for pair in said["acts"].values()))),
            (_("Material"), self._counted("material", said["materials"])),
            (_("For others"), self._counted("material", said.get("others", {}))),
            (_("Given back"), ", ".join(self.taken(*one) for one in said.get("taken", []))),
            (_("Themes"), ", ".join(self.of(kind, code) for kind, code in said["topics"])),
            (_("Breath"), ", ".join(f"{value} {self.of('breath_unit', unit)}" for value, unit, _d in said["breaths"])),
            (_("Vital signs"), "; ".join(signs_in_words(one) for one in said.get("signs", []))),
            (_("Sex"), self.of("sex", said["sex"])),
            (_("Age"), self.of("age_band", said["age_band"])),
            (_("Kind of user"), self.of("user_kind", said["user_kind"])),
            (_("Why they came"), self.of("contact_reason", said["reason"])),
            (_("Note"), said["note"]),
        ]
        return [(heading, words) for heading, words in pairs if words]

    def taken(self, code: str, quantity: int, source: str, is_estimated: bool) -> str:
        """Say what came back: Syringe about 20×, found."""
        about = _("about %(n)s×") if is_estimated else "%(n)s×"
        said = f"{self.of('material', code)} {about % {'n': quantity}}"
        return said if source == Source.OWN else f"{said}, {Source(source).label}"

    def _counted(self, list: str, counts: dict[str, int]) -> str:
        return ", ".join(f"{self.of(list, code)} {count}×" for code, count in counts.items())


def signs_in_words(figures: Mapping[str, Any]) -> str:
    """Return what was measured, in one line: 142/88 mmHg, pulse 80 …"""
    said = {name: value for name, value in figures.items() if value is not None}
    parts = [f"{said['upper']}/{said['lower']} mmHg"] if "upper" in said else []
    parts += [_("pulse %(n)s") % {"n": said["pulse"]}] if "pulse" in said else []
    parts += [f"{number(Decimal(said['temperature']), 1)} °C"] if "temperature" in said else []
    parts += [_("saturation %(n)s %%") % {"n": said["saturation"]}] if "saturation" in said else []
    return ", ".join(parts)


def worker_names(*groups: Iterable[Any]) -> dict[str, str]:
    """Return working names of those who recorded or corrected the rows, by their Actor.id."""
    ids = {getattr(row, "recorded_by", None) or getattr(row, "made_by", "") for rows in groups for row in rows}
    return people.names_of(ids)
