"""One shift to be, and how it is filled with contacts, some of which are put right afterwards."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from spojka.encounters.content import Content
from spojka.encounters.models import Shift

from . import days, talk
from .mass import Afterwards, Mass
from .work import Talk, Work, event_of, shift_of

Fill = Callable[[Mass, Work, Shift, int], None]
SLIPS = {"late": 8, "corrected": 9, "voided": 3}


@dataclass(frozen=True, kw_only=True)
class Slot:
    """What shift there is to be on a day, in which event, with what in it."""

    work: Work
    day: date
    fill: Fill
    event: Mapping[str, Any] | None = None

    def run(self, mass: Mass, number: int) -> Shift:
        """Collect the shift with so many contacts."""
        at = self.work.stretch(self.day)[0] - self.work.ahead
        event = event_of(mass, self.event, at=at) if self.event else None
        shift = shift_of(mass, self.work, self.day, event)
        self.fill(mass, self.work, shift, number)
        return shift


def contacts(talks: Talk) -> Fill:
    """Return how a shift is filled by contacts of one kind."""

    def fill(mass: Mass, work: Work, shift: Shift, number: int) -> None:
        times = days.moments(mass.rng, shift.planned_start, shift.planned_end, number)
        written(mass, work, shift, (talks(mass.rng, at) for at in times))

    return fill


def written(mass: Mass, work: Work, shift: Shift, contents: Iterable[Content]) -> None:
    """Collect contacts that are past, each written down by one of the crew."""
    for content in contents:
        if content.occurred_at >= mass.now:
            continue
        by = mass.network.actors[mass.rng.choice(work.crew)]
        if shift.closed_at and mass.rng.random() < mass.slips:
            _slipped(mass, content, by, shift)
        else:
            mass.record(content, by=by, shift=shift)


def _slipped(mass: Mass, content: Content, by: Any, shift: Shift) -> None:
    """A record that came late from paper, was put right, or was voided."""
    slip, said = talk.pick(mass.rng, SLIPS), {"by": by, "shift": shift}
    later = min(shift.closed_at + timedelta(minutes=mass.rng.randint(5, 900)), mass.now)
    if slip == "late":
        mass.record(replace(content, note=mass.rng.choice(talk.NOTES["slips"]["late"])), at=later, **said)
        return
    then = Afterwards(
        at=later,
        by=by,
        reason=mass.rng.choice(talk.NOTES["slips"][slip]),
        content=content if slip == "corrected" and not content.breath else None,
    )
    wrong = replace(content, sex="", age_band="", note="") if then.content else content
    mass.record(wrong, then=then, **said)
