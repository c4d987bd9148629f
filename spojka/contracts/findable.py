"""What is found of contracts: by their number, and by the code of the client; their words lie sealed."""

import re
from collections.abc import Iterable

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.clients import codes
from spojka.search.asked import Asked
from spojka.search.registry import Hit, Source, register

from .models import Contract
from .reading import VIEW

NUMBER = re.compile(r"(\d{1,6})\s*/\s*(\d{4})", re.ASCII)


def _contracts(asked: Asked, by: Actor, most: int) -> Iterable[Hit]:
    text = asked.text.strip()
    if not by.may(VIEW) or not by.organisation or len(text) < 3:
        return []
    today, where = timezone.localdate(), _where(text)
    if not where:
        return []
    found = rows(Contract, by=by, to=VIEW, where=where).filter(dropped_at=None).select_related("client", "service")
    shown = read(found.order_by("-recorded_at", "pk")[:most], by=by, to=VIEW)
    slug = by.organisation.slug
    return [
        Hit(
            title=one.title,
            url=reverse("contracts:contract", args=[slug, one.pk]),
            detail=f"{one.client.code} · {one.state_on(today).label} · {one.service}",
        )
        for one in shown
    ]


def _where(text: str) -> Q:
    """Return what was typed as a number of a contract, or as a code; else nothing."""
    if number := NUMBER.fullmatch(text):
        return Q(number=int(number[1]), year=int(number[2]))
    try:
        return Q(client__code=codes.normalised(text))
    except codes.BadCode:
        return Q()


register(Source(key="contracts", title=_("Contracts"), icon="file-text", rank=24, find=_contracts))
