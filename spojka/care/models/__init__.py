from .exclusions import Exclusion, ExclusionAgreement, ExclusionReview
from .groups import ChangeKind, GroupAttendee, GroupChange, GroupLeader, GroupSession
from .rapid import RapidTest, RapidTestStep, Result, State, StepKind
from .slots import Resource, Slot, SlotState
from .treatment import Treatment

__all__ = [
    "ChangeKind",
    "Exclusion",
    "ExclusionAgreement",
    "ExclusionReview",
    "GroupAttendee",
    "GroupChange",
    "GroupLeader",
    "GroupSession",
    "RapidTest",
    "RapidTestStep",
    "Resource",
    "Result",
    "Slot",
    "SlotState",
    "State",
    "StepKind",
    "Treatment",
]
