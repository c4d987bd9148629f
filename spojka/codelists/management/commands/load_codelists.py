from django.core.management.base import BaseCommand, CommandError

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
            f"Code lists: {done.added} added, {done.updated} updated, {done.same} as they were, {done.kept} kept."
        )
