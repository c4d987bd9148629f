import os

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.utils.translation import gettext as _

from spojka.access import fence
from spojka.web import preparing


class Command(BaseCommand):
    help = "Bring tables, lists and static files up to this version, as the owner of the tables. `run` does it too."
    requires_system_checks: list[str] = []

    def handle(self, **options):
        if said := fence.obstacle():
            raise CommandError(said)
        os.umask(0o077)  # what we keep is for us alone
        settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
        settings.DATA_DIR.chmod(0o700)
        preparing.prepare()
        self.stdout.write(_("All is prepared for this version."))
