"""What hangs on an encounter, made of its content; and how much is too much."""

from typing import Any
from uuid import uuid4

from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.codelists.catalogue import Catalogue

from .content import BreathValue, Content, SignValues, acts_of, minutes_of
from .models import Act, Breath, Encounter, Handout, Shift, Side, TakenBack, Topic, TopicKind, VitalSigns

MOST_MINUTES = 600  # as the field of measured minutes takes


class TooMuch(Refusal):
    """More than one contact can hold."""


def check_amounts(content: Content, catalogue: Catalogue) -> None:
    """Raise unless the amounts are such as one contact can have."""
    if sum(minutes_of(content.acts, content, catalogue).values()) > MOST_MINUTES:
        raise TooMuch(_("So many acts make more than ten hours. Check the numbers."), field="acts")
    for code, quantity in content.others.items():
        if quantity > content.materials.get(code, 0):
            raise TooMuch(_("For others can't be more than was given out. Check the numbers."), field="others")


def carry(encounter: Encounter, content: Content, catalogue: Catalogue) -> Encounter:
    """Let an encounter that is about to be written know its parts, so that it is found by their names."""
    encounter.carried = content.carried(acts_of(content, catalogue))
    return encounter


def parts_of(
    encounter: Encounter, shift: Shift, content: Content, catalogue: Catalogue
) -> dict[type[Model], list[Model]]:
    """Return the rows that hang on an encounter, by their model, not saved yet."""
    mine = {**encounter.ownership, "encounter": encounter}
    acts = acts_of(content, catalogue)
    minutes = minutes_of(acts, content, catalogue)
    topics = [(TopicKind.THEME, code) for code in content.themes]
    topics += [(TopicKind.SUBSTANCE, code) for code in content.substances]
    breaths = [_breath(encounter, shift, content, content.breath, catalogue)] if content.breath else []
    return {
        Act: [Act(**mine, code=c, quantity=q, minutes=minutes[c]) for c, q in acts.items()],
        Handout: [
            Handout(**mine, code=c, quantity=q, others=content.others.get(c, 0)) for c, q in content.materials.items()
        ],
        TakenBack: [TakenBack(**mine, **vars(one)) for one in content.taken],
        Topic: [Topic(**mine, kind=kind, code=code, people=content.strokes.get(code, 1)) for kind, code in topics],
        Breath: [*breaths],
        VitalSigns: [_signs(encounter, shift, content, content.signs)] if content.signs else [],
    }


def _breath(encounter: Encounter, shift: Shift, content: Content, breath: BreathValue, catalogue: Catalogue) -> Breath:
    """Keep the raw value, unit and factor. Under a code it is tied to the record only if the worker said so."""
    unit = catalogue.find("breath_unit", breath.unit)
    return Breath(
        **_measured(encounter, shift, content.side != Side.CODE or breath.joins),
        value=breath.value,
        unit=breath.unit,
        factor=str(unit.extra["factor"]) if unit else "2.1",
        device=breath.device,
        calibrated_on=breath.calibrated_on,
        since_drink=breath.since_drink,
    )


def _signs(encounter: Encounter, shift: Shift, content: Content, signs: SignValues) -> VitalSigns:
    """Keep what was measured; like a breath value it is tied to a code only if the worker said so."""
    said = {name: value for name, value in vars(signs).items() if name != "joins"}
    return VitalSigns(**_measured(encounter, shift, content.side != Side.CODE or signs.joins), **said)


def _measured(encounter: Encounter, shift: Shift, is_tied: bool) -> dict[str, Any]:
    """Return what all measurements have. One that is not tied must not be traceable by its moment either."""
    return {
        **encounter.ownership,
        "shift": shift,
        "encounter": encounter if is_tied else None,
        "day": encounter.day,
        "id": new_id() if is_tied else uuid4(),
        "recorded_at": timezone.now() if is_tied else shift.start,
    }
