"""Assessments go along with a merged client: where both have a section, both stand there until somebody joins them.

Who is around them stands on one ecomap.
"""

from django.utils.translation import gettext_lazy as _

from spojka.clients.merging import follows

from .models import AssessmentPart, EcomapTie

follows(AssessmentPart, "client", _("entry form and assessments"))
follows(EcomapTie, "client", _("ecomap"))
