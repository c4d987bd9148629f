from collections import Counter
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from spojka.places import official, territory


class Command(BaseCommand):
    help = "Load the whole official list of municipalities, beside the part that is shipped. Harmless to run again."

    def add_arguments(self, parser):
        parser.add_argument("structure", type=Path, help="struktura_uzemi_cr.csv of ČSÚ")
        parser.add_argument("districts", type=Path, nargs="?", help="UI_MOMC.csv of RÚIAN: districts of cities")

    def handle(self, *, structure, districts, **options):
        try:
            valid_on, units = official.read(structure, districts)
            official.write(territory.loaded(), valid_on, units)
        except (official.BadList, OSError) as fault:
            raise CommandError(str(fault)) from fault
        n = Counter(unit.level for unit in units)
        self.stdout.write(
            _("Territory: %(orp)s ORPs, %(municipality)s municipalities, %(district)s city districts.")
            % {level: n[level] for level in territory.LEVELS}
        )
