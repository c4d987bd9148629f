import os

from django.core.management import BaseCommand, CommandError
from django.utils.translation import gettext as _

from spojka.access import fence
from spojka.keeping import files
from spojka.web import preparing


class Command(BaseCommand):
    help = "Bring tables, lists and static files up to this version, as the owner of the tables. `run` does it too."
    requires_system_checks: list[str] = []

    def handle(self, **options):
        if said := fence.obstacle():
            raise CommandError(said)
        os.umask(0o077)  # what we keep is for us alone
        files.ready()
        preparing.prepare()
        self.stdout.write(_("All is prepared for this version."))
