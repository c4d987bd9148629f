"""Whom a contact is with, by the code that was said."""

from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.network.models import Service

from . import codes, leading
from .actions import recognise
from .models import Client


class KeptApart(Refusal):
    """A wall stands between the worker and the client."""


def met(*, by: Actor, service: Service, code: str, sex: str = "") -> Client:
    """Return the client that a code leads to, somebody new if there is nobody; held until the transaction ends.

    An action that finds its row made already gives up all it holds (PostgreSQL lets go with the savepoint), so who is
    known is held here, around `recognise`: else they could be merged away before the contact is written.
    """
    by.require(Permission.CLIENT_ADD, service)
    known = leading.client_of(service, codes.normalised(code))
    if known and known.pk in by.barred:
        raise KeptApart(_("Ask a colleague to write this down: you are kept apart from this client."), field="code")
    return known or recognise(by=by, service=service, code=code, sex=sex)
