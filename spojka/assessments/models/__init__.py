from .parts import EACH_KIND, Answers, AssessmentForm, AssessmentPart, newest
from .ties import Direction, EcomapTie, Strength, TieGroup

__all__ = [
    "EACH_KIND",
    "Answers",
    "AssessmentForm",
    "AssessmentPart",
    "Direction",
    "EcomapTie",
    "Strength",
    "TieGroup",
    "newest",
]
