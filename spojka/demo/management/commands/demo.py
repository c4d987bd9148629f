from time import monotonic

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.demo.build import NotHere, build


class Command(BaseCommand):
    help = "Build the invented network of the demonstration into an empty database."

    def handle(self, **options):
        began = monotonic()
        try:
            built = build(timezone.now())
        except NotHere as refusal:
            raise CommandError(str(refusal)) from None
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
