from datetime import datetime, timedelta
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import ngettext

from spojka.access import fence
from spojka.encounters import columns
from spojka.figures.folder import Folder, root
from spojka.figures.models import Mark
from spojka.network.models import Service
from spojka.ui.words import moment

KEPT = timedelta(days=14)  # whoever was not brought up to date for longer is made anew


class Command(BaseCommand):
    help = "Keep the columns of figures warm, for a timer: spojka figures refresh. With --anew all is made again."

    def add_arguments(self, parser):
        parser.add_argument("deed", choices=["refresh"])
        parser.add_argument("--anew", action="store_true", help="forget what was made before")
        parser.add_argument("--service", type=UUID, help="of one service alone, by its id; also behind the fence")

    def handle(self, *, deed, anew, service=None, **options):
        if service:  # what a page asked for, in the role that serves pages
            columns.refresh(Service.objects.select_related("organisation").get(pk=service))
            return
        if said := fence.obstacle():
            raise CommandError(said)
        for service in Service.objects.select_related("organisation").order_by("pk"):
            if anew:
                Folder(service.pk).forget()
            made = columns.refresh(service)
            if not Folder(service.pk).is_swept:
                Folder(service.pk).sweep()
            n = len(made.months)
            told = {"service": service, "n": n, "at": moment(datetime.fromisoformat(made.at)) if made.at else "–"}
            text = ngettext("%(service)s: %(n)s month, as of %(at)s", "%(service)s: %(n)s months, as of %(at)s", n)
            self.stdout.write(text % told)
        _forget_strangers()
        _forget_old_marks()


def _forget_strangers() -> None:
    """Drop columns of services that this database does not know: another one was put in its place."""
    known = {service.hex for service in Service.objects.values_list("pk", flat=True)}
    for path in root().iterdir() if root().is_dir() else ():
        if path.name not in known and len(path.name) == len(UUID(int=0).hex):
            Folder(UUID(path.name)).forget()


def _forget_old_marks() -> None:
    """Drop marks that everybody saw long ago; the last one of a service stays, by which its database is known."""
    with transaction.atomic():
        last = Mark.objects.values("service_id").annotate(last=Max("number")).values("last")
        Mark.objects.filter(at__lt=timezone.now() - KEPT).exclude(
            number__in=list(last.values_list("last", flat=True))
        ).delete()
