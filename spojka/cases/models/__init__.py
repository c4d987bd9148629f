from .case import Case, CaseClosing, CaseOf, CaseState, CaseTurn, Stage, TurnKind
from .courts import Measure, Placement, PlacementTick
from .entries import Appraisal, Degree, Entry, Note, Risk
from .files import CaseFile
from .groups import CaseGroup, CaseInGroup
from .people import Leaving, Participant, Party, PartyRole, Tie

__all__ = [
    "Appraisal",
    "Case",
    "CaseClosing",
    "CaseFile",
    "CaseGroup",
    "CaseInGroup",
    "CaseOf",
    "CaseState",
    "CaseTurn",
    "Degree",
    "Entry",
    "Leaving",
    "Measure",
    "Note",
    "Participant",
    "Party",
    "PartyRole",
    "Placement",
    "PlacementTick",
    "Risk",
    "Stage",
    "Tie",
    "TurnKind",
]
