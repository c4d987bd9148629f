import json
import sys
import tomllib
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from spojka.access import fence
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.network.models import Membership, Service
from spojka.places.models import Place
from spojka.sheets import actions, reading
from spojka.sheets.models import Line, LineState, SheetState
from spojka.sheets.plan import Plan
from spojka.sheets.proposing import propose
from spojka.sheets.table import table

P = Permission
MAY = frozenset(
    {P.SHEET_BRING, P.SHEET_READ, P.SHEET_CHECK, P.SHEET_FORGET, P.ENCOUNTER_IMPORT, P.CLIENT_ADD, P.PLACE_ADD}
)
LEFT = (LineState.WRONG, LineState.ASK, LineState.SIMILAR)
SOME_LEFT = 3  # exit code when rows were left out that somebody should look at


class Command(BaseCommand):
    help = "Bring contacts in from a table: spojka import contacts FILE --service NAME [--dry-run]"

    def add_arguments(self, parser):
        parser.add_argument("what", choices=["contacts"])
        parser.add_argument("file", type=Path)
        parser.add_argument("--service", required=True, help="name of the service whose contacts they are")
        parser.add_argument("--organisation", metavar="SLUG", help="needed when two houses have such a service")
        parser.add_argument(
            "--mapping",
            default="remembered",
            metavar="remembered|FILE",
            help="what columns mean: as confirmed on the page, or a TOML file",
        )
        parser.add_argument("--page", type=int, default=1, help="which page of the workbook, from 1")
        parser.add_argument("--as", dest="email", metavar="EMAIL", help="on whose behalf; without it Spojka itself")
        parser.add_argument("--dry-run", action="store_true", help="say what would happen and write nothing")
        parser.add_argument("--with-similar", action="store_true", help="save also rows similar to earlier ones")

    def handle(self, *, file, service, organisation, mapping, page, email, dry_run, with_similar, **options):
        if said := fence.obstacle():
            raise CommandError(said)
        owner = _service(service, organisation)
        by = _actor(owner, email)
        try:
            data = file.read_bytes()
            pages = reading.read(data)
            with ExitStack() as stack:
                if dry_run:
                    stack.enter_context(transaction.atomic())
                    stack.callback(transaction.set_rollback, True)
                left = self._run(owner, by, data, pages, page - 1, mapping, dry_run, with_similar)
        except OSError as fault:
            raise CommandError(f"{file}: {fault.strerror}") from None
        except Refusal as refusal:
            raise CommandError(str(refusal)) from None
        if left:
            sys.exit(SOME_LEFT)

    def _run(self, service, by, data, pages, page, mapping, dry_run, with_similar) -> int:
        if page not in range(len(pages)):
            raise CommandError(_("The file has %(n)s pages.") % {"n": len(pages)})
        plan = _plan(service, pages[page], mapping, dry_run)
        sheet = actions.bring(
            by=by, id=new_id(), service=service, team=None, name="", file_hash=reading.digest(data), pages=pages,
            at=timezone.now(),
        )  # fmt: skip
        sheet = actions.read(by=by, sheet=sheet, page=page, plan=plan)
        while sheet.state == SheetState.CHECKING:
            sheet = actions.check(by=by, sheet=sheet, at=timezone.now())
            self._progress(pgettext("rows", "checked"), sheet.done, sheet.total)
        self._tell(sheet)
        left = Line.objects.filter(sheet=sheet, state__in=LEFT).count()
        if not dry_run:
            self._save(sheet, by, with_similar)
            actions.forget(by=by, sheet=sheet)
        return left

    def _save(self, sheet, by, with_similar) -> None:
        good = [LineState.NEW, *([LineState.SIMILAR] if with_similar else [])]
        total = Line.objects.filter(sheet=sheet, state__in=good).count()
        while sheet.state != SheetState.DONE:
            sheet = actions.take_in(by=by, sheet=sheet, with_similar=with_similar, at=timezone.now())
            self._progress(pgettext("rows", "saved"), sheet.counts.get(LineState.SAVED, 0), total)
        self.stdout.write(_("Saved: %(n)s contacts.") % {"n": sheet.counts.get(LineState.SAVED, 0)})

    def _progress(self, word, done, total) -> None:
        end = "\n" if done >= total else "\r"
        self.stderr.write(f"{word} {done}/{total}", ending=end)

    def _tell(self, sheet) -> None:
        """Print what we say of every row, and how many there are of each."""
        counts: dict[str, int] = {}
        for number, state, says in (
            Line.objects.filter(sheet=sheet).order_by("number").values_list("number", "state", "says")
        ):
            counts[state] = counts.get(state, 0) + 1
            self.stdout.write(f"{number:>6}  {LineState(state).label}{': ' + ' '.join(says) if says else ''}")
        for state, count in counts.items():
            self.stdout.write(f"{LineState(state).label}: {count}")


def _service(name: str, slug: str | None) -> Service:
    found = Service.objects.filter(name=name, **({"organisation__slug": slug} if slug else {}))
    listed = list(found.select_related("organisation").order_by("pk")[:2])
    if len(listed) != 1:
        raise CommandError(
            _("No service is called “%(name)s”.") % {"name": name}
            if not listed
            else _("More services are called so. Say also --organisation.")
        )
    return listed[0]


def _actor(service: Service, email: str | None) -> Actor:
    if email is None:
        return Actor.system("import", service, MAY)
    found = Membership.objects.valid(timezone.localdate()).filter(
        user__email=email.lower(), organisation=service.organisation
    )
    member = found.select_related("organisation", "user").first()
    actor = Actor.member(member) if member else None
    if actor is None or not actor.can(Permission.SHEET_BRING, service):
        raise CommandError(_("%(email)s may not bring tables into this service.") % {"email": email})
    return actor


def _plan(service: Service, page: reading.Page, mapping: str, dry_run: bool) -> Plan:
    read = table(page)
    plan, is_known = propose(service, read)
    if mapping != "remembered":
        return _from_file(service, plan, Path(mapping))
    if not is_known and not dry_run:
        raise CommandError(
            _(
                "Nobody said yet what these columns mean. Do it on the page, or give --mapping FILE. "
                "We guess: %(guess)s"
            )
            % {"guess": json.dumps(dict(plan.fields), ensure_ascii=False)}
        )
    return plan


def _from_file(service: Service, plan: Plan, file: Path) -> Plan:
    try:
        said = tomllib.loads(file.read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise CommandError(f"{file}: {fault}") from None
    if strange := set(said) - set(Plan.__dataclass_fields__):
        raise CommandError(f"{file}: {', '.join(sorted(strange))}?")
    if name := said.get("place"):
        place = Place.objects.filter(service=service, name=name).order_by("pk").first()
        if place is None:
            raise CommandError(_("No place is called “%(name)s”.") % {"name": name})
        said["place"] = str(place.pk)
    return replace(plan, **said)
