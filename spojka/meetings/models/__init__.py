from .links import MeetingLink
from .meeting import AgendaItem, Answer, Invited, Meeting, Presence
from .minutes import (
    CLOSING,
    MATTERS,
    WHOLE,
    Amendment,
    LineKind,
    MatterAnswer,
    MatterNotice,
    MinutesLine,
    MinutesReply,
    Outcome,
    ReplyWord,
)
from .series import WITHOUT_MINUTES, MeetingKind, MeetingSeries, Rhythm, SeriesMember

__all__ = [
    "CLOSING",
    "MATTERS",
    "WHOLE",
    "WITHOUT_MINUTES",
    "AgendaItem",
    "Amendment",
    "Answer",
    "Invited",
    "LineKind",
    "MatterAnswer",
    "MatterNotice",
    "Meeting",
    "MeetingKind",
    "MeetingLink",
    "MeetingSeries",
    "MinutesLine",
    "MinutesReply",
    "Outcome",
    "Presence",
    "ReplyWord",
    "Rhythm",
    "SeriesMember",
]
