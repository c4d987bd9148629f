import os
from pathlib import Path

from django.core.management import BaseCommand, CommandError
from django.utils.translation import gettext as _

from spojka.keeping import files, passphrase
from spojka.keeping.errors import KeepingError
from spojka.keeping.restore import restore


class Command(BaseCommand):
    help = "Put a backup back: all of it, or nothing when anything fails. It fits SQLite and PostgreSQL alike."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--replace", action="store_true", help="drop what the database holds now")

    def handle(self, *, file, replace, **options):
        def say(table):
            if options["verbosity"] > 1:
                self.stderr.write(table)

        try:
            word = passphrase.ask(twice=False)
            os.umask(0o077)  # what we keep is for us alone
            files.ready()
            manifest = restore(file, word, replace=replace, say=say)
        except KeepingError as fault:
            raise CommandError(str(fault)) from fault
        said = {"files": manifest["files"]["count"]}
        said["rows"] = sum(table["rows"] for table in manifest["tables"].values())
        self.stdout.write(_("Put back: %(rows)s rows and %(files)s files. Everybody has to sign in again.") % said)
