"""For which side somebody speaks, and whose row it becomes."""

from typing import Any

from spojka.access.actor import Actor, ActorKind

from .models import Referral, Side


def mine(referral: Referral, by: Actor) -> tuple[Side, ...]:
    """Return the sides for which somebody works; the holder of a link stands for the other one."""
    if by.kind == ActorKind.LINK_HOLDER:
        return (Side.THEIRS,)
    both = ((Side.OURS, referral.service_id), (Side.THEIRS, referral.partner_id))
    return tuple(side for side, service in both if service in by.services)


def speaking(referral: Referral, by: Actor) -> tuple[Side, ...]:
    """The same, with the side of who has no Spojka: what they say by phone is written down by us."""
    own = mine(referral, by)
    heard = Side.OURS in own and referral.partner_id is None
    return (*own, Side.THEIRS) if heard else own


def is_heard(referral: Referral, side: str, by: Actor) -> bool:
    """Test whether it is written down for who said it elsewhere."""
    return side not in mine(referral, by)


def owner(referral: Referral, side: str, by: Actor) -> dict[str, Any]:
    """Return whose row it is: of the side that says it, if it has a service in Spojka."""
    if side == Side.THEIRS and referral.partner is not None:
        return {"organisation_id": referral.partner.organisation_id, "service_id": referral.partner_id}
    return referral.ownership
