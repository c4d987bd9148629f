from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction

from spojka.access import fence


class Command(BaseCommand):
    help = "Put the tables behind row-level security and let a role that does not own them work there (PostgreSQL)."

    def add_arguments(self, parser):
        parser.add_argument("role", help="the database role that the application connects as, with SPOJKA_FENCED=1")

    def handle(self, *args, role, **options):
        if connection.vendor != "postgresql":
            raise CommandError("SQLite has no row-level security; the application's own filter stands alone there.")
        with transaction.atomic():
            fence.build(role)
        self.stdout.write(f"{len(fence.fenced_models())} tables stand behind the fence.")
