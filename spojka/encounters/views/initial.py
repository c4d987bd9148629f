"""What a form of correction starts from."""

from django.utils import timezone

from ..content import BreathValue, Content, SignValues, Taken, acts_of
from ..forms.exchange import initial_of_exchange
from ..models import TopicKind
from ..models.vitals import FIGURES


def initial_of(encounter, lists):
    """Return the values of a standing encounter, for its form. Acts that just follow from the rest stay empty."""
    acts = {act.code: act.quantity for act in encounter.acts.order_by("pk")}
    breath = encounter.breaths.order_by("pk").first()
    topics = list(encounter.topics.order_by("code"))
    values = {name: getattr(encounter, name) for name in ("side", "people", "sex", "age_band", "user_kind", "reason")}
    values |= {
        "note": encounter.note,
        "version": encounter.version,
        "code": encounter.client.code if encounter.client else "",
        "materials": {handout.code: handout.quantity for handout in encounter.handouts.order_by("pk")},
        "themes": [topic.code for topic in topics if topic.kind == TopicKind.THEME],
        "substances": [topic.code for topic in topics if topic.kind == TopicKind.SUBSTANCE],
        "at": timezone.localtime(encounter.occurred_at),
    }
    values |= initial_of_exchange(encounter)
    if override := encounter.overrides.exclude(reason="").order_by("pk").first():
        values["over"] = override.reason
    if breath:
        values |= {"breath_value": breath.value, "breath_unit": breath.unit, "breath_device": breath.device}
        values |= {"breath_joins": encounter.client_id is not None}
    signs = encounter.signs.order_by("pk").first()
    if signs:
        values |= {f"signs_{name}": getattr(signs, name) for name in (*FIGURES, "device")}
        values |= {"signs_joins": encounter.client_id is not None}
    if acts != _following(encounter, values, (breath, signs), lists):
        values["acts"] = acts
    if encounter.is_timed:
        values["minutes"] = sum(act.minutes for act in encounter.acts.order_by("pk"))
    return values


def _following(encounter, values, measured, lists):
    """Return the acts that follow from what was given, talked about and measured."""
    breath, signs = measured
    content = Content(
        side=encounter.side,
        occurred_at=encounter.occurred_at,
        people=encounter.people,
        materials=values["materials"],
        taken=tuple(Taken(code=one.code, quantity=one.quantity) for one in encounter.taken.order_by("code", "source")),
        themes=tuple(values["themes"]),
        breath=BreathValue(value=breath.value, unit=breath.unit) if breath else None,
        signs=SignValues(upper=signs.upper, lower=signs.lower) if signs else None,
    )
    return acts_of(content, lists)
