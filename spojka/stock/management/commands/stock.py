from django.core.management.base import BaseCommand, CommandError

from spojka.access import fence
from spojka.network.models import Service
from spojka.stock import sums
from spojka.stock.models import Location


class Command(BaseCommand):
    help = "Close the sums of what shifts handed out, for a timer: spojka stock close. It changes no balance."

    def add_arguments(self, parser):
        parser.add_argument("deed", choices=["close"])

    def handle(self, *, deed, **options):
        if said := fence.obstacle():
            raise CommandError(said)
        for service in Service.objects.filter(pk__in=Location.objects.values("service")).order_by("pk"):
            self.stdout.write(f"{service}: {sums.close(service)} shifts")
