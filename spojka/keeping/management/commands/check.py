import sys

from django.core.management.commands import check
from django.utils.translation import gettext as _

from spojka.keeping.health import findings


class Command(check.Command):
    help = "Say whether the data, the settings and the machine are well; end with 1 when something is not."

    def handle(self, *labels, **options):
        super().handle(*labels, **options)
        if labels or options["tags"] or options["list_tags"]:
            return
        faults = 0
        for finding in findings():
            faults += finding.is_fault
            self.stdout.write(("!! " if finding.is_fault else "ok ") + finding.text)
        if faults:
            self.stdout.write(_("Faults found: %(count)s.") % {"count": faults})
            sys.exit(1)
        self.stdout.write(_("All is well."))
