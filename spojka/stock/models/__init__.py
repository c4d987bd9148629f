from .items import Batch, Level
from .locations import Location, LocationKind, ShiftStock
from .moves import Count, Movement, MovementKind, Reason, Taking
from .sums import Closing, ShiftSum

__all__ = [
    "Batch",
    "Closing",
    "Count",
    "Level",
    "Location",
    "LocationKind",
    "Movement",
    "MovementKind",
    "Reason",
    "ShiftStock",
    "ShiftSum",
    "Taking",
]
