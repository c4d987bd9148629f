from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from spojka.codelists.load import load
from spojka.codelists.shipped import BadFile


class Command(BaseCommand):
    help = "Load the shipped code lists. Harmless to run again; runs on every start."

    def handle(self, *args, **options):
        try:
            done = load()
        except BadFile as fault:
            raise CommandError(str(fault)) from fault
        self.stdout.write(
            _("Code lists: %(added)s added, %(updated)s updated, %(same)s as they were, %(kept)s kept.")
            % {name: getattr(done, name) for name in ("added", "updated", "same", "kept")}
        )
