from .alerts import Alert, AlertAnswer, AlertContact, Answer
from .cards import CardEntry, IntoxicationCard
from .incidents import EntryKind, Incident, IncidentEntry, IncidentPerson, Part

__all__ = [
    "Alert",
    "AlertAnswer",
    "AlertContact",
    "Answer",
    "CardEntry",
    "EntryKind",
    "Incident",
    "IncidentEntry",
    "IncidentPerson",
    "IntoxicationCard",
    "Part",
]
