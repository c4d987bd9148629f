import logging

from django.core.management import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.access import fence
from spojka.mail import reminders

log = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Send the letters that passed terms ask for: plan B that is due, reports that are late. For a daily timer."

    def handle(self, **options):
        if said := fence.obstacle():
            raise CommandError(said)
        broken = []
        for name, remind in reminders.SOURCES.items():
            sent = []
            try:
                sent.extend(remind(timezone.now()))
            except Exception:  # the other letters must go
                log.exception("reminding of %s failed", name)
                broken.append(name)
            self.stdout.write(
                _("%(what)s: letters due %(many)s, left %(left)s.")
                % {"what": name, "many": len(sent), "left": sum(sent)}
            )
        if broken:
            raise CommandError(_("Not everybody was reminded: %(what)s.") % {"what": ", ".join(broken)})
