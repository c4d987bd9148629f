from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.owned import Repeated
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.network.models import Service
from spojka.search.stems import fold

from .. import codes, leading
from ..models import Client, CodeTemplate, Joining


@action(Permission.CLIENT_ADD, on="service")
def recognise(*, by: Actor, service: Service, code: str, sex: str = "") -> Client:
    """Return the client that this code of the service leads to; somebody new is written down. A code is of no team."""
    code = codes.normalised(code)
    if known := leading.client_of(service, code):
        raise Repeated(known)
    return Client(**service.ownership, code=code, sex=sex, recorded_by=by.id).add()


@action(Permission.CLIENT_ADD_ANOTHER, on="service")
def add_another(*, by: Actor, id: UUID, service: Service, code: str, sex: str = "") -> Client:
    """Write down somebody whose answers give a code that another person has: the server adds a suffix."""
    Client.objects.all().stop_if_known(id, service)
    code = codes.with_suffix(codes.normalised(code), set(_like(service, code)))
    return Client(**service.ownership, id=id, code=code, sex=sex, recorded_by=by.id).add()


@action(Permission.CLIENT_NICKNAME, on="client")
def set_nickname(*, by: Actor, client: Client, nickname: str) -> Client:
    """Say what the client wants to be called, beside the code; empty: nothing any more."""
    nickname = " ".join(nickname.split())
    client = leading.standing(client)
    return client.change(nickname=nickname, nickname_key=fold(nickname)[:40])


@action(Permission.CLIENT_RECODE, on="client")
def recode(*, by: Actor, client: Client, code: str) -> Client:
    """Give the client another code. History stays, and the old code still leads here: phones may hold it."""
    code = codes.normalised(code)
    client = leading.standing(client)
    old = client.code
    if code == old:
        return client
    known = Client.objects.filter(service=client.service_id, code=code).first()
    if known and (known.merged_into_id != client.pk or Joining.objects.filter(source=known, undone_at=None).exists()):
        raise Refusal(_("Another client has this code. If it is one person, merge them."), field="code")
    if known:  # it was theirs before: the two codes change places
        known.change(code=f"~{known.pk.hex[:23]}")
    client.change(code=code)
    if known:
        known.change(code=old)
    else:
        Client(**client.ownership, code=old, sex=client.sex, merged_into=client, recorded_by=by.id).add()
    return client.change(code=code)  # once more, for its words have the old code too


@action(Permission.CODE_TEMPLATE_SET, on="service")
def set_template(
    *, by: Actor, id: UUID, service: Service, parts: list[dict[str, object]], valid_from: date
) -> CodeTemplate:
    """Say from which answers the service makes codes from a day on. Codes that exist stay as they are."""
    CodeTemplate.objects.all().stop_if_known(id, service)
    codes.check(parts)
    return CodeTemplate(**service.ownership, id=id, parts=parts, valid_from=valid_from).add()


def _like(service: Service, code: str) -> list[str]:
    return list(
        Client.objects.filter(service=service, code__startswith=codes.normalised(code)).values_list("code", flat=True)
    )
