from .groups import ChangeKind, GroupAttendee, GroupChange, GroupLeader, GroupSession
from .rapid import RapidTest, RapidTestStep, Result, State, StepKind
from .slots import Resource, Slot, SlotState

__all__ = [
    "ChangeKind",
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
]
