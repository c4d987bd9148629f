"""Building the invented network: all or nothing, and only into an empty database."""

from datetime import datetime, timedelta
from random import Random

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.base.errors import Refusal
from spojka.clients.models import Client
from spojka.codelists.load import load
from spojka.encounters.models import Encounter, Shift
from spojka.members.demo_people import DOMAIN
from spojka.network.models import Organisation, User

from . import festival, month, network, own, sharing, tonight
from .mass import Mass

SEED = 20260704
YEAR = timedelta(days=365)


class NotHere(Refusal):
    """The demonstration can't be built into this database."""


def is_empty() -> bool:
    """Test whether nobody and no organisation is in the database."""
    return not User.objects.exists() and not Organisation.objects.exists()


def is_ours() -> bool:
    """Test whether everybody in the database is invented."""
    return User.objects.exists() and not User.objects.exclude(email__endswith=f"@{DOMAIN}").exists()


def build(now: datetime) -> dict[str, int]:
    """Build the demonstration as if now were `now`; return how many people, shifts, contacts and clients there are."""
    _stop_unless_possible()
    load()
    with transaction.atomic():
        rng = Random(SEED)  # noqa: S311 (invented people need no secrets)
        since = timezone.localdate(now) - YEAR
        mass = Mass(network.make(since), rng, now)
        own.build(mass.network, since)
        weekend = festival.build(mass)
        month.build(mass)
        tonight.forget(mass)
        mass.save()
        tonight.build(mass)
        tonight.put_right(mass, weekend[2])
        sharing.build(mass)
    return {model.__name__: model.objects.count() for model in (User, Shift, Encounter, Client)}


def _stop_unless_possible() -> None:
    if settings.PRODUCTION:
        raise NotHere(_("The demonstration lets anybody in, so it is not built in production."))
    if is_ours():
        raise NotHere(
            _(
                "The demonstration is here already. What was audited is never deleted: for a fresh one, "
                "use a new database (SPOJKA_DATA or DATABASE_URL)."
            )
        )
    if not is_empty():
        raise NotHere(_("This database holds people who are not invented. The demonstration needs an empty one."))
