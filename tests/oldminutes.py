"""Old minutes of a group, one waiting and one taken over, and the addresses of their pages."""

import json

from django.utils import timezone

from spojka.base.ids import new_id
from spojka.oldminutes import actions, learning
from spojka.oldminutes.models import OldMinutes
from spojka.oldminutes.proposal import proposed
from spojka.oldminutes.reading import read

from . import groups, make

SHOWN: dict = {}
TEXT = """Zápis z buňky Střed
Datum: čtvrtek 4. 4. 2014
Přítomni: Jana Tabulová – ZŠ Mostní
PČR
- V ulici Tržní se scházejí lidé a hlučí.
- Dotaz k MP: Kdo zamyká dvůr Tržní 5?
- Úkol: MP zjistí, komu patří herna, do konce dubna.
Příští buňka: 15. 5. 2014 ve 13:00
"""


def brought(by, group, text=TEXT, name="zapis.txt"):
    """Return old minutes of a group that `by` brought now: a text, or the bytes of a file."""
    now = timezone.now()
    known = learning.known(group, by, timezone.localdate(now))
    original, proposal = proposed(read(text if isinstance(text, bytes) else text.encode(), name, known), None, known)
    deed = {"by": by, "id": new_id(), "group": group, "name": name, "at": now}
    return actions.bring(**deed, original=original, proposal=proposal)


def once(by, service) -> list[str]:
    """Return the pages of old minutes, made the first time that they are asked for."""
    if service.pk not in SHOWN:
        SHOWN[service.pk] = screens(by, service)
    return SHOWN[service.pk]


def screens(by, service) -> list[str]:
    """Bring two and take one over; return the addresses."""
    group, house = groups.founded(by, service, name="Buňka se starými zápisy"), service.organisation.slug
    waits, taken = brought(by, group), brought(by, group, name="")
    actions.take_over(by=by, draft=taken, at=timezone.now())
    learning.keep(group, {"XQ": "Cesta ven"}, by.id)
    at = f"/{house}/working-groups/{group.pk}/"
    return [at, f"{at}old-minutes/", *(f"/{house}/old-minutes/{one.pk}/" for one in (waits, taken))]


def row(mine, group):
    """Old minutes of a group of which one row was read."""
    one = {"key": 0, "last": 1, "kind": "item", "text": "x"}
    head = {"day": "2014-04-03"}
    original = {"lines": ["x"], "homes": ["1"], "warnings": [], "firsts": [1], "rows": [one], "head": head}
    texts = {"original": json.dumps(original), "proposal": json.dumps({"head": head, "rows": [one]})}
    return OldMinutes(**mine, **texts, group=group, brought_at=make.NOON, brought_by="a").add()
