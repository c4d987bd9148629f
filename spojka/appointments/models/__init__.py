from .book import Appointment, AppointmentKind, CancelledBy, State
from .free import Booking, FreeTime
from .homes import Home, Stay
from .waiting import OfferAnswer, Waiting, WaitingEnd, WaitingOffer

__all__ = [
    "Appointment",
    "AppointmentKind",
    "Booking",
    "CancelledBy",
    "FreeTime",
    "Home",
    "OfferAnswer",
    "State",
    "Stay",
    "Waiting",
    "WaitingEnd",
    "WaitingOffer",
]
