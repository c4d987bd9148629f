from .kits import ByWhom, Came, KitReason, NaloxoneKit, NaloxoneTraining, NaloxoneUse, Said, Trained
from .overdoses import DayPart, Ended, Heard, Overdose, OverdoseTie

__all__ = [
    "ByWhom",
    "Came",
    "DayPart",
    "Ended",
    "Heard",
    "KitReason",
    "NaloxoneKit",
    "NaloxoneTraining",
    "NaloxoneUse",
    "Overdose",
    "OverdoseTie",
    "Said",
    "Trained",
]
