from pathlib import Path

from django.core.management import BaseCommand, CommandError
from django.utils.translation import gettext as _

from spojka.keeping import passphrase
from spojka.keeping.backup import backup
from spojka.keeping.errors import KeepingError


class Command(BaseCommand):
    help = "Write everything, encrypted by a passphrase, to one new file. Others may go on working meanwhile."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)

    def handle(self, *, file, **options):
        try:
            manifest = backup(file, passphrase.ask(twice=True))
        except KeepingError as fault:
            raise CommandError(str(fault)) from fault
        said = {"file": file, "files": manifest["files"]["count"]}
        said["rows"] = sum(table["rows"] for table in manifest["tables"].values())
        self.stdout.write(_("%(file)s holds %(rows)s rows and %(files)s files.") % said)
        self.stdout.write(_("Without the passphrase nobody can open it, not even you: keep both, and apart."))
