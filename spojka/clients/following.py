"""What of ours goes along with a client who is merged or split, and what stays."""

from django.utils.translation import gettext_lazy as _

from .merging import follows, stays
from .models import Agreement, Apart, Client, HouseholdMember, Instruction, Joining, Relation

follows(Agreement, "client", _("agreements on personal data"))
follows(Instruction, "client", _("instructions"))
follows(HouseholdMember, "client", _("households"))
follows(Relation, "client", _("relations"))
follows(Relation, "other", _("relations of others to them"))
stays(Client, "merged_into", "says itself which code leads where")
stays(Joining, "source", "tells which two it was")
stays(Joining, "target", "tells which two it was")
stays(Apart, "first", "tells which two it was")
stays(Apart, "second", "tells which two it was")
