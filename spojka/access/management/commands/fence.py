from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from spojka.access import fence


class Command(BaseCommand):
    help = "Put the tables behind row-level security and let a role that does not own them work there (PostgreSQL)."

    def add_arguments(self, parser):
        parser.add_argument("role", help="the database role that the application connects as, with SPOJKA_FENCED=1")

    def handle(self, *args, role, **options):
        if connection.vendor != "postgresql":
            raise CommandError(_("SQLite has no row-level security; the application's own filter stands alone there."))
        with transaction.atomic():
            fence.build(role)
        n = len(fence.fenced_models())
        text = ngettext("%(n)s table stands behind the fence.", "%(n)s tables stand behind the fence.", n)
        self.stdout.write(text % {"n": n})
