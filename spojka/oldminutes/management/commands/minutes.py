"""`spojka minutes read FILE`: old minutes taken apart; without a database."""

import json
from pathlib import Path

from django.core.management import BaseCommand, CommandError
from django.utils.translation import gettext as _

from spojka.base.errors import Refusal
from spojka.oldminutes import reading, shape
from spojka.oldminutes.sources.opening import MOST_BYTES


class Command(BaseCommand):
    help = "Take old minutes apart: spojka minutes read FILE.txt|.docx|.pdf --format json"
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("what", choices=["read"])
        parser.add_argument("file", type=Path)
        parser.add_argument("--format", choices=["json", "text"], default="json")

    def handle(self, *args, file, format, **options):
        try:
            with file.open("rb") as opened:
                read = reading.read(opened.read(MOST_BYTES + 1), file.name)
        except OSError as fault:
            said = _("There is no file %(file)s, or it can't be opened.") % {"file": file}
            raise CommandError(said, returncode=2) from fault
        except Refusal as refusal:
            raise CommandError(f"{file}: {refusal}", returncode=2) from refusal
        if format == "json":
            self.stdout.write(json.dumps(shape.as_json(read), ensure_ascii=False, indent=2))
        else:
            self.stdout.write("\n".join(shape.as_text(read)))
