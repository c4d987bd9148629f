"""Building the invented network: all or nothing, and only into an empty database."""

from collections.abc import Callable
from dataclasses import dataclass
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

from . import (
    appointments,
    asking,
    assessing,
    care,
    caseplans,
    cases,
    conferences,
    contracts,
    counter,
    crews,
    directory,
    disclosures,
    emergencies,
    festival,
    groups,
    hubs,
    meetings,
    month,
    naloxone,
    named,
    network,
    own,
    papers,
    partners,
    past,
    phones,
    pins,
    projects,
    recommendations,
    referrals,
    reporting,
    sharing,
    sheets,
    slips,
    soundings,
    staff,
    statements,
    stock,
    themes,
    tonight,
    traces,
    warnings,
)
from .mass import Mass
from .still import still

SEED = 20260704
YEAR = timedelta(days=365)
Progress = Callable[[int], None]


class NotHere(Refusal):
    """The demonstration can't be built into this database."""


def is_empty() -> bool:
    """Test whether nobody and no organisation is in the database."""
    return not User.objects.exists() and not Organisation.objects.exists()


def is_ours() -> bool:
    """Test whether everybody in the database is invented."""
    return User.objects.exists() and not User.objects.exclude(email__endswith=f"@{DOMAIN}").exists()


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """How big the demonstration is to be: so many contacts in the two years before, one client in so many of them."""

    encounters: int = 0
    often: int = 0
    seed: int = SEED


def build(now: datetime, wanted: Wanted = Wanted(), tell: Progress = lambda done: None) -> dict[str, int]:
    """Build the demonstration as if now were `now`; return how many people, shifts, contacts and clients there are.

    It is all or nothing. The same moment and the same wish give the very same rows.
    """
    _stop_unless_possible()
    with transaction.atomic(), still(now, wanted.seed):
        load()
        mass = _mass(now, wanted)
        known = month.Known.meet(mass.rng)
        if wanted.encounters:
            _past(mass, known, wanted, tell)
        weekend = festival.build(mass)
        month.build(mass, known)
        tonight.forget(mass)
        mass.save()
        stand = tonight.build(mass)
        pins.build(mass.network, now)
        phones.build(mass.network, now)
        tonight.put_right(mass, weekend[2])
        sharing.build(mass)
        asking.build(mass)
        traces.build(mass)
        staff.build(mass.network, now, wanted.seed)
        sheets.build(mass)
        projects.build(mass)
        reporting.build(mass)
        warnings.build(mass)
        named.build(mass)
        soundings.build(mass)
        assessing.build(mass)
        crews.build(mass)
        themes.build(mass)
        emergencies.build(mass, weekend[2], stand)
        naloxone.build(mass)
        disclosures.build(mass)
        hubs.build(mass)
        stock.build(mass)
        slips.build(mass)
        counter.build(mass)
        care.build(mass)
        cases.build(mass)
        caseplans.build(mass)
        conferences.build(mass)
        assessing.build_child(mass)
        statements.build(mass)
        papers.build(mass)
        contracts.build(mass)
        partners.build(mass)
        meetings.build(mass)
        groups.build(mass)
        recommendations.build(mass)
        directory.build(mass)
        appointments.build(mass)
        referrals.build(mass)
    return {model.__name__: model.objects.count() for model in (User, Shift, Encounter, Client)}


def _mass(now: datetime, wanted: Wanted) -> Mass:
    rng = Random(wanted.seed)  # noqa: S311 (invented people need no secrets)
    since = timezone.localdate(now) - past.SPAN - YEAR
    mass = Mass(network.make(since), rng, now)
    own.build(mass.network, since)
    return mass


def _past(mass: Mass, known: month.Known, wanted: Wanted, tell: Progress) -> None:
    usual, mass.rng = mass.rng, Random(f"{wanted.seed} past")  # noqa: S311
    mass.slips = past.SLIPS
    plan = past.plan(mass, known, wanted.encounters, wanted.seed)
    if wanted.often:
        past.let_one_come(plan, wanted.encounters, known.centre[0], wanted.often)
    past.build(mass, plan, wanted.encounters, tell)
    mass.rng, mass.slips = usual, 0


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
