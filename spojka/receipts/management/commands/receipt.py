"""`spojka receipt verify FILE`: what a receipt says, if it is ours; without a network."""

import json
from pathlib import Path

from django.core.management import BaseCommand, CommandError

from spojka.base.errors import Refusal
from spojka.receipts import content, keys, shapes, token


class Command(BaseCommand):
    help = "Check a receipt: a file, or a text with what its square code says. Whether it still holds, the page tells."

    def add_arguments(self, parser):
        parser.add_argument("what", choices=["verify"])
        parser.add_argument("file", type=Path)
        parser.add_argument("--keys", type=Path, help="published keys (spojka-receipts.json), instead of our own")

    def handle(self, *args, file, **options):
        known = _known(options["keys"])
        try:
            text = file.read_text(encoding="utf-8")
            said = (shapes if text.lstrip().startswith("{") else token).read(text, known)
        except (OSError, UnicodeDecodeError) as fault:
            raise CommandError(f"{file} can't be read: {fault}") from fault
        except Refusal as refusal:
            raise CommandError(str(refusal)) from refusal
        shown = content.shown(said)
        self.stdout.write(f"{said['n']} · {said['c']} · {said['u']}, {said['h']}")
        self.stdout.write(f"{said['g']}/{said['e'] or '..'} · {', '.join(shown.what)}")
        for one in shown.whom:
            self.stdout.write(f"- {one.name}" + (f": {', '.join(one.what)}" if one.what else ""))
        if shown.more:
            self.stdout.write(f"+ {shown.more}")


def _known(file: Path | None) -> keys.Public:
    try:
        return keys.from_published(json.loads(file.read_text())["keys"]) if file else keys.known()
    except (OSError, ValueError, KeyError) as fault:
        raise CommandError(f"{file} holds no published keys.") from fault
