"""Late reports are reminded of by letter: once each, to one person, without a word of whom it is about."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from django.utils import timezone

from spojka.access.actor import Actor
from spojka.access.heads import heads_of_house
from spojka.access.permissions import Permission
from spojka.base.ids import new_id
from spojka.mail import letters
from spojka.network.models import Membership, Service

from .actions import agreements
from .models import ReportReminder, TeamAgreement, TeamAssent
from .promises import MOST, Owed, in_force, owed

P = Permission
MAY = frozenset({P.CASE_VIEW, P.STATEMENT_VIEW, P.TEAM_AGREEMENT_VIEW, P.TEAM_AGREEMENT_REMIND})
LATE = timedelta(days=1)


def remind(at: datetime) -> Iterator[bool]:
    """Remind of every report that is late and was not reminded of; say of each letter whether it left."""
    today = timezone.localdate(at)
    coordinating = TeamAgreement.objects.in_force().values("service")
    for service in Service.objects.filter(pk__in=coordinating).select_related("organisation").order_by("pk"):
        by = replace(Actor.system("remind", service, MAY), names=frozenset({service.pk}))  # as the coordinator sees it
        mine = list(in_force(by).filter(service=service).order_by("pk")[:MOST])
        for one in owed(mine, by, today - LATE):
            whom = _whom(one, today) if one.teller.grantee_id and not _is_reminded(one) else None
            if whom:
                said = {"agreement": one.agreement, "teller": one.teller, "due_on": one.due, "whom": whom}
                agreements.remind(by=by, id=new_id(), **said)
                yield letters.send("statements/letters/late.txt", to=whom.user.email, due=one.due)


def _is_reminded(one: Owed) -> bool:
    sent = ReportReminder.objects.filter(agreement=one.agreement, teller=one.teller, due_on=one.due)
    return sent.exists()


def _whom(one: Owed, today: date) -> Membership | None:
    """Return who is to be reminded: the named worker, who coordinates, who assented, else a head of the service."""
    teller, case = one.teller, one.agreement.case
    assent = TeamAssent.objects.filter(agreement=one.agreement, participant=teller, way="spojka").first()
    known = [teller.worker_id, case.coordinator_id if teller.grantee_id == case.service_id else None]
    known.append(assent.given_by if assent else None)
    there = Membership.objects.valid(today).select_related("user")
    for id in known:
        if id and (found := there.filter(pk=id).first()):
            return found
    heads = heads_of_house(teller.house_id, today)
    return (heads.filter(services=teller.centre_id) if teller.centre_id else heads).first()
