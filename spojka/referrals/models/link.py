from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext_lazy

from spojka.access.owned import Owned
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.links.doors import hash_of
from spojka.links.models import Link
from spojka.network.models import Membership

from .referral import Referral, Side

PURPOSE = "referral"


class LinkWay(models.TextChoices):
    """How a link came to them."""

    MAIL = "mail", pgettext_lazy("a link goes", "by e-mail")
    PAPER = "paper", pgettext_lazy("a link goes", "on paper")
    SHOWN = "shown", pgettext_lazy("a link goes", "by another way")


class ReferralLink(Owned):
    """A link by which who has no Spojka reads the offer and answers."""

    referral = models.ForeignKey(Referral, models.PROTECT, related_name="links")
    link = models.OneToOneField(Link, models.PROTECT, related_name="+")
    way = models.CharField(max_length=6, choices=LinkWay)
    email = models.CharField(max_length=254, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    issued_by = models.CharField(max_length=60)  # Actor.id
    ended_at = models.DateTimeField(null=True, blank=True)

    tells = Kind.WORK
    subject = "referral_id"
    kept = Kept(years=5, since="the referral's end", personal=("email",))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="referrallink_way", condition=Q(way__in=LinkWay.values)),
            models.UniqueConstraint(fields=["referral"], name="referrallink_one_open", condition=Q(ended_at=None)),
        ]

    def opens_with(self, token: str) -> bool:
        return self.link.token_hash == hash_of(token)


class ReferralReminder(Owned):
    """A letter was sent because something is late: once for each term and side, and it names nobody."""

    referral = models.ForeignKey(Referral, models.PROTECT, related_name="+")
    side = models.CharField(max_length=8, choices=Side)
    due_on = models.DateField()
    sent_to = models.ForeignKey(Membership, models.PROTECT, related_name="+")

    tells = Kind.WORK
    subject = "referral_id"
    kept = Kept(years=1, since="its sending")

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="referralreminder_side", condition=Q(side__in=Side.values)),
            models.UniqueConstraint(fields=["referral", "side", "due_on"], name="referralreminder_once"),
        ]
