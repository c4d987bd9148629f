"""Who may see what, told a second time: plain loops over rows in memory, slow and obvious."""

from functools import reduce

from spojka.access.models import Basis
from spojka.access.permissions import Kind, Level, Permission


def allowed(actor, permission, row, *, grants, now) -> bool:
    if permission not in actor.permissions:
        return False
    if row.service_id in actor.services and in_team_of(actor, row):
        return True
    if permission.level == Level.READ and reads_house_of(actor, row):
        return True
    return any(opens(grant, actor, permission, row, now) for grant in grants)


def in_team_of(actor, row) -> bool:
    return actor.teams is None or row.team_id is None or row.team_id in actor.teams


def reads_house_of(actor, row) -> bool:
    return Permission.HOUSE_READ in actor.permissions and actor.organisation.pk == row.organisation_id


def opens(grant, actor, permission, row, now) -> bool:
    subject = reduce(getattr, row.subject.split("__"), row)
    return (
        subject is not None
        and subject == grant.subject_id
        and grant.grantee_id in actor.names
        and grant.starts_at <= now
        and (grant.ends_at is None or now < grant.ends_at)
        and bool(Kind(grant.kinds) & row.tells)
        and permission.level <= grant.level
        and (grant.holder_id == row.service_id or grant.basis in (Basis.PARTICIPATION, Basis.OWN_CASE))
    )
