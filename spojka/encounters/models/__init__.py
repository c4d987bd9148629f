from .encounter import Act, Breath, Correction, Encounter, Handout, Side, Topic, TopicKind
from .limits import EligibilityRule, Override, OverrideKind
from .refusal import ServiceRefusal
from .shift import CrewMember, Shift, ShiftPart
from .taken import Source, TakenBack
from .vitals import VitalSigns

__all__ = [
    "Act",
    "Breath",
    "Correction",
    "CrewMember",
    "EligibilityRule",
    "Encounter",
    "Handout",
    "Override",
    "OverrideKind",
    "ServiceRefusal",
    "Shift",
    "ShiftPart",
    "Side",
    "Source",
    "TakenBack",
    "Topic",
    "TopicKind",
    "VitalSigns",
]
