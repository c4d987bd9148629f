import json
from collections.abc import Iterable
from datetime import date

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.access import fence
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.sorting import by_name
from spojka.encounters.scope import Scope
from spojka.figures import periods
from spojka.figures.protect import Audience
from spojka.network.models import Organisation, Service
from spojka.reports import contacts, sheets
from spojka.ui.words import day

P = Permission
MAY = frozenset({P.REPORT_VIEW, P.PLACE_VIEW, P.EVENT_VIEW, P.MEMBER_VIEW, P.PROJECT_VIEW, P.INDIRECT_OVERSEE})


class Command(BaseCommand):
    help = "Print the contacts report: spojka report contacts --from 2026-07-01 --to 2026-07-31 --format csv"

    def add_arguments(self, parser):
        parser.add_argument("report", choices=["contacts"])
        parser.add_argument(
            "--from", dest="first", required=True, metavar="DATE", help="first day, such as 2026-07-01"
        )
        parser.add_argument("--to", dest="last", required=True, metavar="DATE", help="last day")
        parser.add_argument("--format", choices=["json", "csv"], default="json")
        parser.add_argument("--organisation", metavar="SLUG", help="one organisation; without it all are added up")
        parser.add_argument(
            "--for",
            dest="audience",
            choices=list(Audience),
            default=Audience.OWN,
            help="own: exact numbers; partner, public: small numbers are hidden",
        )

    def handle(self, *, report, first, last, format, organisation, audience, **options):
        if said := fence.obstacle():
            raise CommandError(said)
        scope = Scope(first=_day(first), last=_day(last))
        _check(scope)
        houses = _houses(organisation)
        actors = [Actor.system("report", service, MAY) for service in _services(houses)]
        wanted = contacts.Wanted(scope=scope, audience=Audience(audience))
        made = contacts.make(actors, wanted, timezone.now())
        if format == "json":
            said = sheets.as_json(made) | {"organisations": [house.slug for house in houses]}
            self.stdout.write(json.dumps(said, ensure_ascii=False, indent=2))
        else:
            self.stdout.write(sheets.as_csv(made, _about(houses, made)), ending="")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise CommandError(f"{text!r} is no day. Write it as 2026-07-04.") from None


def _check(scope: Scope) -> None:
    if scope.last < scope.first:
        raise CommandError("The end is before the start.")
    if scope.first < periods.EARLIEST or scope.last > periods.LATEST:
        raise CommandError("Choose days from the year 2000 to the year 2100.")


def _houses(slug: str | None) -> list[Organisation]:
    found = Organisation.objects.order_by("slug")
    houses = list(found.filter(slug=slug) if slug else found)
    if slug and not houses:
        raise CommandError(f"No organisation is called {slug!r}.")
    return houses


def _services(houses: Iterable[Organisation]) -> list[Service]:
    found = Service.objects.filter(organisation__in=houses).select_related("organisation")
    return list(found.order_by("organisation__slug", by_name(), "pk"))


def _about(houses: Iterable[Organisation], made: contacts.Report) -> list[tuple[str, str]]:
    return [
        (_("Organisation"), ", ".join(house.name for house in houses)),
        (_("Period"), f"{day(made.scope.first, True)} – {day(made.scope.last, True)}"),
        (_("For whom"), made.audience.label),
        (_("Made by"), _("Spojka itself")),
        (_("Made on"), day(made.made_at, True)),
    ]
