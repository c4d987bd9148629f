"""Where a contact came from, told on its page."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.encounters.beside import Fact, register
from spojka.encounters.models import Encounter, Side
from spojka.members.people import names_of
from spojka.ui.words import moment, number

from .models import Origin


def brought(by: Actor, first: date, last: date) -> int:
    """Count the contacts of one's own services in these days that came from tables."""
    found = rows(Origin, by=by, to=Permission.REPORT_VIEW).filter(encounter__day__range=(first, last))
    return int(found.filter(encounter__voided_at=None).exclude(encounter__side=Side.TALLY).count())


@register
def origin(encounter: Encounter, by: Actor) -> Iterator[Fact]:
    """Tell from which table and row a contact was brought, when and by whom; to its own service alone."""
    found = (
        rows(Origin, by=by, to=Permission.ENCOUNTER_VIEW)
        .filter(encounter=encounter)
        .select_related("sheet__organisation")
    )
    for one in read(found.order_by("pk"), by=by, to=Permission.ENCOUNTER_VIEW):
        sheet, who = one.sheet, names_of([one.sheet.brought_by]).get(one.sheet.brought_by, "")
        may_look = by.can(Permission.SHEET_VIEW, sheet)  # the name of a file may tell of a person
        link = reverse("sheets:sheet", args=[sheet.organisation.slug, sheet.pk]) if may_look else ""
        said = {"sheet": (may_look and sheet.name) or _("a table"), "row": number(one.number)}
        yield Fact(_("Brought from"), _("%(sheet)s, row %(row)s") % said, link)
        yield Fact(_("Brought in"), " · ".join(filter(None, [moment(one.recorded_at), who])))
