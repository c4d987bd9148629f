from django.core.management import BaseCommand, CommandError
from django.utils.translation import gettext as _

from spojka.members.resealing import reseal


class Command(BaseCommand):
    help = (
        "Seal all anew by the newest key: codes, PINs, hubs, names, requests of authorities. All of it or nothing; "
        "it can be run again. When it fails for none, SPOJKA_OLD_SECRET_KEYS can be emptied."
    )

    def handle(self, *args, **options):
        told = reseal()
        self.stdout.write(f"{told.many}")
        if told.lost:
            raise CommandError(
                _(
                    "Rows sealed by a key that is here no more, which stay as they are: %(n)s. "
                    "If you have that key, add it to SPOJKA_OLD_SECRET_KEYS and run this again."
                )
                % {"n": told.lost}
            )
