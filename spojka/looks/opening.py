"""What an access sheet opens now and later: grants of the own look, cut by what is withheld.

A part that is withheld is left out of the grant that runs now; one that begins when its term is over opens it again,
so that it ends by itself. What of shared work it opens is told by the packages above, each row by a grant of its own.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from spojka.access.models import OWN, Basis, Grant
from spojka.access.permissions import Kind, Level
from spojka.clients.models import Client
from spojka.links.models import Link

from .beside import subjects_of
from .models import PART_KINDS, AccessSheet, Part, Withholding

WHOLE = Kind.ANYTHING | Kind.LEDGER
DAY = timedelta(days=1)


def open_for(client: Client, link: Link, at: datetime) -> None:
    """Open the record to a link until the link ends: what may be read now, and later what is withheld now."""
    later = shown_again(Withholding.objects.filter(client=client), at)
    kinds = WHOLE
    for part in later:
        kinds &= ~PART_KINDS.get(part, Kind(0))
    _grant(client, link, kinds, at)
    for part, back in later.items():
        if part in PART_KINDS and back < link.expires_at:
            _grant(client, link, PART_KINDS[part], back)
    _open_shared(client, link, later, at)


def shown_again(found: Any, at: datetime) -> dict[Part, datetime]:
    """Return which parts these rows withhold now, each with when it is shown again."""
    later: dict[Part, datetime] = {}
    for one in found.holding(timezone.localdate(at)):
        back = timezone.make_aware(datetime.combine(one.ends_on + DAY, time.min))
        later[Part(one.part)] = max(back, later.get(Part(one.part), back))
    return later


def _open_shared(client: Client, link: Link, later: Mapping[Part, datetime], at: datetime) -> None:
    for one in subjects_of(client):
        begins = max([at, *(later[part] for part in one.parts if part in later)])
        if begins < link.expires_at:
            _grant(client, link, one.kinds, begins, subject=one.id, basis=Basis.OWN_CASE)


def is_withheld(client: Client, part: Part, at: datetime) -> bool:
    """Test whether a part is withheld now, also from a client who has no sheet."""
    return Withholding.objects.filter(client=client, part=part).holding(timezone.localdate(at)).exists()


def close_for(link: Link, at: datetime) -> None:
    """Open nothing to a link any more, neither now nor later."""
    Grant.objects.filter(grantee_id=link.pk, basis__in=OWN).end(at)


def renew(client: Client, at: datetime) -> None:
    """Open what the standing sheet of a client may open after something was withheld, or is no more."""
    for link in _links(client):
        close_for(link, at)
        open_for(client, link, at)


def renew_shared(client: Client, at: datetime) -> None:
    """The same of shared work alone: who is in it, and who leads it, has changed."""
    for link in _links(client):
        Grant.objects.filter(grantee_id=link.pk, basis=Basis.OWN_CASE).end(at)
        _open_shared(client, link, shown_again(Withholding.objects.filter(client=client), at), at)


def close_shared(subjects: Iterable[UUID], at: datetime) -> None:
    """Let nobody look into these rows of shared work any more."""
    Grant.objects.filter(subject_id__in=list(subjects), basis=Basis.OWN_CASE).end(at)


def _links(client: Client) -> list[Link]:
    held = AccessSheet.objects.select_for_update(of=("self",)).select_related("link")
    return [sheet.link for sheet in held.filter(client=client, ended_at=None)]


def opened(link: Link, at: datetime) -> Kind:
    """Return all kinds that a link opens now."""
    found = Kind(0)
    for kinds in (
        Grant.objects.current(at).filter(grantee_id=link.pk, basis=Basis.OWN_LOOK).values_list("kinds", flat=True)
    ):
        found |= Kind(kinds)
    return found


def has_shared(link: Link, at: datetime) -> bool:
    """Test whether a link opens shared work, now or when it is withheld no more."""
    return bool(Grant.objects.filter(grantee_id=link.pk, basis=Basis.OWN_CASE, ends_at__gt=at).exists())


def withheld(link: Link, at: datetime) -> list[tuple[Part, datetime]]:
    """Return the parts that are not shown now, and when they are again; no sheet lasts longer than its link."""
    now, found = opened(link, at), []
    later = Grant.objects.filter(grantee_id=link.pk, basis=Basis.OWN_LOOK, starts_at__gt=at, ends_at__gt=at)
    begins = {kinds: starts for kinds, starts in later.values_list("kinds", "starts_at")}
    for part, kinds in PART_KINDS.items():
        if not kinds & now:
            found.append((part, begins.get(int(kinds), link.expires_at)))
    return found


def _grant(
    client: Client, link: Link, kinds: Kind, starts_at: datetime, subject: Any = None, basis: str = Basis.OWN_LOOK
) -> None:
    opens = {"kinds": kinds, "level": Level.CONTRIBUTE, "basis": basis}
    days = {"starts_at": starts_at, "ends_at": link.expires_at}
    Grant(holder_id=client.service_id, subject_id=subject or client.pk, grantee_id=link.pk, **opens, **days).add()
