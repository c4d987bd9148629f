from importlib import import_module

from django.apps import apps
from django.core.management import BaseCommand, CommandError
from django.utils import timezone
from django.utils.module_loading import module_has_submodule
from django.utils.translation import gettext as _

from spojka.access import fence

ROOM = "tidying"  # a package that leaves something behind says there what is erased, and when


class Command(BaseCommand):
    help = "Erase what is past its time: brought tables, sessions, devices, counts of attempts. For a daily timer."

    def handle(self, **options):
        if said := fence.obstacle():
            raise CommandError(said)
        at = timezone.now()
        for config in apps.get_app_configs():
            if config.name.startswith("spojka.") and module_has_submodule(config.module, ROOM):
                for what, count in import_module(f"{config.name}.{ROOM}").tidy(at):
                    self.stdout.write(_("%(what)s: erased %(count)s.") % {"what": what, "count": count})
