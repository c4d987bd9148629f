"""What tests do in processes of their own: `python -m spojka.keeping.tests.work furnish|seed|write|spojka|later`."""

import os
import sys
from hashlib import sha256
from itertools import count
from time import sleep
from types import SimpleNamespace
from uuid import uuid4

import django
import pyrage


def furnish(rows: int) -> None:
    """Make the tables and a first night."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    seed(rows)


def seed(rows: int) -> None:
    """Make one service with a running shift and `rows` contacts under a code."""
    from django.db import transaction

    from spojka.access.actor import Actor
    from spojka.audit import log
    from tests import make

    with transaction.atomic():
        shift = make.shift(make.service(organisation=make.organisation(slug=uuid4().hex)))
        log.deed(verb="shift.plan", by=Actor.system("seed", shift.service, frozenset()), row=shift)
        client = make.client(shift.service, code="ŽLUŤ 🦊 א")
        for _number in range(rows):
            contact(shift, client=client)


def contact(shift, **fields):
    """One contact with three acts: what must never come apart."""
    from spojka.encounters.models import Act
    from tests import make

    encounter = make.encounter(shift, **fields)
    for number in range(3):
        Act(**shift.ownership, encounter=encounter, code=f"v{number}").add()


def write() -> None:
    """Write contacts until killed."""
    from django.db import transaction

    from spojka.encounters.models import Shift

    shift = Shift.objects.order_by("pk").first()
    for number in count():
        with transaction.atomic():
            contact(shift, note=f"Zápis {number}")
        if number == 0:
            print("writing", flush=True)
        sleep(0.01)  # as phones do; four that never rest would only starve the backup of the processor


def spojka(*command: str) -> None:
    """Run a command of Spojka whose passphrases lock nothing: deriving a true key takes a second and a half."""
    from config import cli

    pyrage.passphrase = SimpleNamespace(encrypt=lock, decrypt=unlock)
    sys.argv = ["spojka", *command]
    cli.main()


def later(*command: str) -> None:
    """Run a command of a later Spojka, whose places have one migration more."""
    from django.conf import settings

    settings.MIGRATION_MODULES = {"places": "spojka.keeping.tests.later"}
    spojka(*command)


def lock(data: bytes, passphrase: str) -> bytes:
    return sha256(passphrase.encode()).digest() + data


def unlock(data: bytes, passphrase: str) -> bytes:
    if data[:32] != sha256(passphrase.encode()).digest():
        raise pyrage.DecryptError
    return data[32:]


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    name, *said = sys.argv[1:]
    if name in ("spojka", "later"):
        {"spojka": spojka, "later": later}[name](*said)
    else:
        {"furnish": furnish, "seed": seed, "write": write}[name](*map(int, said))
