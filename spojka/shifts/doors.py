"""What others show of lone workers: who does not answer, who called for help. For Today."""

from datetime import datetime
from typing import Any

from spojka.access.actor import Actor, ActorKind
from spojka.access.permissions import Permission

from . import reading


def trouble(by: Actor, at: datetime) -> dict[str, list[Any]]:
    """Return overdue timers and calls for help of those whom `by` looks after."""
    if by.kind is not ActorKind.MEMBER or not by.may(Permission.WATCH_VIEW):
        return {"alone": [], "calls": []}
    return {"alone": reading.alone(by, at), "calls": reading.calls(by, at)}
