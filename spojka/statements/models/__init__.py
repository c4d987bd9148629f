from .agreement import (
    AgreedDirection,
    AgreedDuty,
    AgreedPace,
    AssentWay,
    Every,
    Form,
    ReportReminder,
    TeamAgreement,
    TeamAssent,
    TeamReview,
    Told,
)
from .statement import Heard, Reply, Statement, What

__all__ = [
    "AgreedDirection",
    "AgreedDuty",
    "AgreedPace",
    "AssentWay",
    "Every",
    "Form",
    "Heard",
    "Reply",
    "ReportReminder",
    "Statement",
    "TeamAgreement",
    "TeamAssent",
    "TeamReview",
    "Told",
    "What",
]
