"""Whom one can be in the demonstration: the part of the address before @demo.spojka.invalid, and what to try first."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

DOMAIN = "demo.spojka.invalid"
MOST = 12
PIN = "2580"  # of all of them, at a shared tablet


def is_one(email: str) -> bool:
    """Test whether an address is that of somebody invented."""
    return email.endswith(f"@{DOMAIN}")


@dataclass(frozen=True)
class DemoPerson:
    """An invented person; `sentence` says who they are and what to try first."""

    local_part: str
    sentence: str | Promise

    @property
    def email(self) -> str:
        """The address of their account."""
        return f"{self.local_part}@{DOMAIN}"


PEOPLE = [
    DemoPerson("anna", _("Stands at the town fair just now. Open her shift and record a contact in three taps.")),
    DemoPerson("tyna", _("Stands with Anna, for one town only. She sees nothing of the other teams' nights, try it.")),
    DemoPerson("hana", _("Leads the nightlife teams. Read the festival's shifts and the report for the organiser.")),
    DemoPerson("bara", _("Works at the counter of the drop-in centre. Find a regular and look at their contacts.")),
    DemoPerson(
        "radek", _("Walks the streets. One client of the drop-in centre is open to him: see why and how long.")
    ),
    DemoPerson("filip", _("Counsels elsewhere. A client of the drop-in centre agreed to let him see their contacts.")),
    DemoPerson("gita", _("Manages the organisation. Invite somebody, open a service, see who did what.")),
    DemoPerson("ivan", _("Audits the organisation. He sees who did and read what, and no record itself.")),
    DemoPerson("josef", _("Serves at the police district. He sees none of the clients.")),
    DemoPerson("klara", _("Coordinates help at the city office. She sees people, not records.")),
    DemoPerson(
        "marie", _("Protects children at the city office. She coordinates a family's case, its plan B is due.")
    ),
    DemoPerson("cyril", _("Works for another organisation. Of all this he sees nothing but his own rounds.")),
]
