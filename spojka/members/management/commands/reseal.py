from django.core.management import BaseCommand

from spojka.members.resealing import reseal


class Command(BaseCommand):
    help = "Seal all anew by the newest key: codes, PINs, hubs, names. Then SPOJKA_OLD_SECRET_KEYS can be emptied."

    def handle(self, *args, **options):
        self.stdout.write(f"{reseal()}")
