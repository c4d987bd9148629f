from .duties import Duty
from .plan import Part, PartKind, Plan, PlanKind, PlanState
from .reviews import ATTAINMENT, Attainment, Gathering, Occasion, OutcomeRating, RatedBy, Review
from .standing import AnswerKind, Assent, AssentWay, AssentWord, TermAnswer, TermNotice, Tick, TickState

__all__ = [
    "ATTAINMENT",
    "AnswerKind",
    "Assent",
    "AssentWay",
    "AssentWord",
    "Attainment",
    "Duty",
    "Gathering",
    "Occasion",
    "OutcomeRating",
    "Part",
    "PartKind",
    "Plan",
    "PlanKind",
    "PlanState",
    "RatedBy",
    "Review",
    "TermAnswer",
    "TermNotice",
    "Tick",
    "TickState",
]
