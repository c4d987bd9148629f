"""What is offered and said, as plain values; and the consents by which one may say who it is."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from spojka.access.models import Grant
from spojka.consents.models import ConsentRecipient
from spojka.network.models import Service
from spojka.partners.models import PartnerAgreement

from .models import Referral


@dataclass(frozen=True, kw_only=True)
class Partner:
    """To whom one refers, or who called us: a service in Spojka or a name, and by which agreement."""

    name: str
    service: Service | None = None
    agreement: PartnerAgreement | None = None


@dataclass(frozen=True, kw_only=True)
class Offer:
    """What is said of somebody without a name."""

    wants: str
    goal: str = ""
    note: str = ""
    contact: str = ""
    codes: dict[str, str] = field(default_factory=dict)  # sex, age_band, substance

    @property
    def texts(self) -> tuple[str, ...]:
        return self.wants, self.goal, self.note, self.contact


@dataclass(frozen=True, kw_only=True)
class Step:
    """What is said, and for which side; `more` are the columns that this kind of step has."""

    kind: str
    side: str
    on: date
    words: str = ""
    more: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Person:
    """Who it is."""

    name: str
    contact: str = ""
    note: str = ""


def recipients_of(referral: Referral, at: datetime) -> list[ConsentRecipient]:
    """Return by which consents in force the other side may learn who it is."""
    if referral.client_id is None:
        return []
    named = ConsentRecipient.objects.open(at).filter(consent__client=referral.client_id, relation="")
    found = named.select_related("consent", "grant").order_by("consent__given_on", "place_in_order", "pk")
    return [one for one in found if _names(one, referral, at)]


def hold(referral: Referral, recipient: ConsentRecipient, at: datetime) -> ConsentRecipient | None:
    """Return the recipient, held so that it does not end meanwhile; None when it ended already or is another one."""
    ConsentRecipient.objects.select_for_update(of=("self",)).get(pk=recipient.pk)
    if recipient.grant_id:
        Grant.objects.select_for_update().get(pk=recipient.grant_id)
    return next((one for one in recipients_of(referral, at) if one.pk == recipient.pk), None)


def _names(one: ConsentRecipient, referral: Referral, at: datetime) -> bool:
    """Test whether a recipient is the other side: by rows in Spojka, else by the words of the paper."""
    if referral.partner_id is None:
        if one.grant_id:
            return False
        paper, theirs = (" ".join(text.split()).casefold() for text in (one.institution, referral.partner_name))
        return paper in theirs or theirs in paper
    is_theirs = one.house_id == referral.partner.organisation_id and one.centre_id in (None, referral.partner_id)
    return is_theirs and one.grant is not None and bool(one.grant.is_open(at))
