from datetime import datetime, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.clients.leading import standing
from spojka.clients.models import Client
from spojka.links import doors as links

from .models import PURPOSE, AccessSheet, Remark
from .opening import close_for, open_for
from .secret import NAME

LASTS = timedelta(days=366 * 3)  # after so long a paper that nobody asked for again is worth nothing
MOST = 20  # remarks of one client that wait for an answer


@action(Permission.LOOK_ISSUE, on="client")
def issue(*, by: Actor, id: UUID, client: Client, secret: str, at: datetime, why: str = "") -> AccessSheet:
    """Give a client a new access sheet; the one before ends, for the reason `why`."""
    AccessSheet.objects.all().stop_if_known(id, client.service)
    client = standing(client)
    for older in AccessSheet.objects.select_for_update(of=("self",)).filter(client=client, ended_at=None):
        _end(older, by, why or _("replaced by a new one"), at)
    link = links.issue(purpose=PURPOSE, token=secret, at=at, lasts=LASTS)
    open_for(client, link, at)
    said = {"name": secret[:NAME], "link": link, "issued_by": by.id}
    return AccessSheet(**client.ownership, id=id, client=client, **said).add()


@action(Permission.LOOK_END, on="sheet")
def end(*, by: Actor, sheet: AccessSheet, why: str, at: datetime) -> AccessSheet:
    """End an access sheet that was lost, or that the client wants no more. It opens nothing from now on."""
    sheet = AccessSheet.objects.select_for_update(of=("self",)).select_related("link").get(pk=sheet.pk)
    return sheet if sheet.ended_at else _end(sheet, by, why, at)


@action(Permission.REMARK_SEND, on="client")
def send(*, by: Actor, id: UUID, client: Client, kind: str, text: str) -> Remark:
    """Say something of one's record."""
    Remark.objects.all().stop_if_known(id, client.service)
    if Remark.objects.filter(client=client, answered_at=None).count() >= MOST:
        raise Refusal(_("So many remarks wait for an answer already. Come and speak with us."), field="text")
    return Remark(**client.ownership, id=id, client=client, kind=kind, text=text).add()


@action(Permission.REMARK_ANSWER, on="remark")
def answer(*, by: Actor, remark: Remark, text: str, at: datetime) -> Remark:
    """Answer a remark; the client reads it in their own look."""
    remark = Remark.objects.select_for_update(of=("self",)).get(pk=remark.pk)
    if remark.answered_at:
        raise Refusal(_("Somebody has answered it meanwhile. Look at the answer."))
    return remark.change(answer=text, answered_at=at, answered_by=by.id)


def _end(sheet: AccessSheet, by: Actor, why: str, at: datetime) -> AccessSheet:
    links.withdraw(sheet.link, at)
    close_for(sheet.link, at)
    return sheet.change(ended_at=at, ended_by=by.id, ended_why=why)
