from django.db import models

from spojka.access.owned import Owned
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.groups.models import PublicPage

from .recommendation import Recommendation


class PublicRecommendation(Owned):
    """What of a recommendation everybody may read: what was asked, and what came of it, as a person checked it.

    A copy, as PublicPage is: the grant to everybody on its own id opens nothing else. Its states follow the steps.
    """

    page = models.ForeignKey(PublicPage, models.PROTECT, related_name="recommendations")
    recommendation = models.OneToOneField(Recommendation, models.PROTECT, related_name="public")
    sort = models.CharField(max_length=20)
    title = models.CharField(max_length=160)
    asked = models.TextField()  # what we asked
    outcome = models.TextField(blank=True)  # what came of it
    body_kind = models.CharField(max_length=20)
    body_name = models.CharField(max_length=160, blank=True)
    steps = models.JSONField()  # [{"state", "on", "body_kind", "body_name"}], the first one first
    published_at = models.DateTimeField()
    published_by = models.CharField(max_length=60)  # Actor.id
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    tells = Kind.WORK
    kept = Kept(years=10, since="the last step of its recommendation")

    class Meta(Owned.Meta):
        indexes = [models.Index(fields=["page"], name="publicrec_by_page")]
