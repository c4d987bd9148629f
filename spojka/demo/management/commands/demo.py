from datetime import date, datetime
from time import monotonic

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.base.errors import Refusal
from spojka.base.planning import look_over
from spojka.demo.build import SEED, Wanted, build
from spojka.demo.days import at


class Command(BaseCommand):
    help = "Build the invented network of the demonstration into an empty database. It is all or nothing."

    def add_arguments(self, parser):
        parser.add_argument("--encounters", type=int, default=0, help="so many more in the two years before")
        parser.add_argument("--often", type=int, default=0, help="one client has so many of them")
        parser.add_argument("--seed", type=int, default=SEED, help="the same seed and day give the very same rows")
        parser.add_argument("--until", type=date.fromisoformat, help="the day on which it is built as of, 2026-07-04")

    def handle(self, **options):
        began = monotonic()
        now = self._moment(options["until"])
        wanted = Wanted(**{name: options[name] for name in ("encounters", "often", "seed")})
        try:
            built = build(now, wanted, lambda done: self._tell(done, wanted.encounters, began))
        except Refusal as refusal:
            raise CommandError(str(refusal)) from None
        look_over()
        said = {
            "people": built["User"],
            "shifts": built["Shift"],
            "contacts": built["Encounter"],
            "clients": built["Client"],
            "seconds": round(monotonic() - began, 1),
        }
        self.stdout.write(
            _(
                "The demonstration is built: %(people)s people, %(shifts)s shifts, %(contacts)s contacts, "
                "%(clients)s clients under a code (%(seconds)s s). Enter by the buttons at the sign-in page."
            )
            % said
        )

    def _moment(self, until: date | None) -> datetime:
        """Return eight in the evening of a chosen day, when the stand is open; else now."""
        return at(until, 20) if until else timezone.now()

    def _tell(self, done: int, whole: int, began: float) -> None:
        """One line that grows on a terminal, else a line now and then."""
        said = _("%(done)s of %(whole)s contacts, %(seconds)s s") % {
            "done": done,
            "whole": whole,
            "seconds": round(monotonic() - began),
        }
        self.stderr.write(f"\r{said}", ending="" if done < whole else "\n")
        self.stderr.flush()
