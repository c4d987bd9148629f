from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from spojka.access import fence
from spojka.search import filling


class Command(BaseCommand):
    help = "Keep what rows are found by: `fill` writes what is missing, `rebuild` writes all anew."

    def add_arguments(self, parser):
        parser.add_argument("what", choices=["fill", "rebuild"])

    def handle(self, what, verbosity=1, **options):
        if obstacle := fence.obstacle():
            raise CommandError(obstacle)
        write = filling.fill if what == "fill" else filling.rewrite
        for model in filling.searched_models():
            count = write(model)
            if verbosity and (count or what == "rebuild"):
                self.stdout.write(_("%(model)s: %(count)s rows") % {"model": model._meta.label, "count": count})
