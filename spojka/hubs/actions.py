import re
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.base.sealed import seal
from spojka.links import doors as links
from spojka.network.models import Service
from spojka.phones.models import Phone

from . import sealing
from .models import Hub, PairedPhone

PURPOSE = "hub"
CODE_LASTS = timedelta(days=1)
PAIRED_FOR = timedelta(days=60)  # a season's festival and what comes after it; pairing again begins anew
ADDRESS = re.compile(r"(?=.{4,120}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}(:[1-9][0-9]{1,4})?")

LAST_PORT = 65535


class NoSuchAddress(Refusal):
    """The hub could not answer under it."""


class Over(Refusal):
    """The hub was revoked."""


class NotYours(Refusal):
    """The phone can't be paired."""


@action(Permission.HUB_ADD, on="service")
def add(*, by: Actor, id: UUID, service: Service, name: str, address: str) -> Hub:
    """Write down a hub of the service; a laptop joins it by a code later."""
    Hub.objects.all().stop_if_known(id, service)
    address = address.strip().lower()
    if not ADDRESS.fullmatch(address) or int(address.partition(":")[2] or 443) > LAST_PORT:
        raise NoSuchAddress(_("Write a name such as stand.our-house.org, without https."), field="address")
    if address.partition(":")[0] in settings.ALLOWED_HOSTS:
        raise NoSuchAddress(_("Spojka itself answers under this name; the laptop needs another one."), field="address")
    if Hub.objects.filter(organisation=service.organisation_id, address=address, revoked_at=None).exists():
        raise NoSuchAddress(_("Another hub answers under this name."), field="address")
    key, slot = sealing.new_pair()
    secrets = {"key": key, "marking": sealing.new_secret(), "passing": sealing.new_secret()}
    sealed = {column: seal(secret) for column, secret in secrets.items()}
    return Hub(**service.ownership, id=id, name=name, address=address, slot=slot, recorded_by=by.id, **sealed).add()


@action(Permission.HUB_INVITE, on="hub")
def invite(*, by: Actor, hub: Hub, token: str, at: datetime) -> Hub:
    """Let one laptop join by a code, once and within a day; an older code ends."""
    _stop_if_over(hub)
    if hub.link:
        links.withdraw(hub.link, at)
    return hub.change(link=links.issue(purpose=PURPOSE, token=token, at=at, lasts=CODE_LASTS))


@action(Permission.HUB_PAIR, on="hub")
def pair(*, by: Actor, hub: Hub, phone: Phone, key: str, at: datetime) -> PairedPhone:
    """Let a worker's own phone leave items at the hub; pairing again takes the new key."""
    _stop_if_over(hub)
    if by.user is None or phone.user_id != by.user.pk or phone.is_revoked:
        raise NotYours(_("Only your own phone can be paired, in its own browser."))
    if not sealing.is_public_key(key):
        raise NotYours(_("This browser can't be paired. Try a newer one."))
    said = {"key": key, "origin": hub.origin, "until": at + PAIRED_FOR, "ended_at": None}
    known = PairedPhone.objects.filter(hub=hub, phone=phone).first()
    return known.change(**said) if known else PairedPhone(hub=hub, phone=phone, recorded_at=at, **said).add()


@action(Permission.HUB_REVOKE, on="hub")
def revoke(*, by: Actor, hub: Hub, at: datetime) -> Hub:
    """End a hub: nothing more is taken from it, and it wipes itself when it is heard next."""
    if hub.is_revoked:
        return hub
    if hub.link:
        links.withdraw(hub.link, at)
    PairedPhone.objects.filter(hub=hub, ended_at=None).update(ended_at=at)
    return hub.change(revoked_at=at, revoked_by=by.id)


def _stop_if_over(hub: Hub) -> None:
    if hub.is_revoked:
        raise Over(_("This hub was revoked. Set up a new one."))
