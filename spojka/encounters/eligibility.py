"""For whom a service is: what is known of a person, held against the rule of the day."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from spojka.base.within import once
from spojka.clients.models import Client
from spojka.codelists.catalogue import Catalogue
from spojka.network.models import Service

from .content import Content, acts_of
from .models import EligibilityRule, Encounter


def rule_of(service: Service, on: date) -> EligibilityRule | None:
    """Return the rule of the day; None means that the service is for everybody."""
    return once(("eligibility", service.pk, on), lambda: EligibilityRule.objects.all().in_force(service, on))


def why_not(rule: EligibilityRule | None, age_band: str, user_kind: str, catalogue: Catalogue) -> list[str]:
    """Return in words why the person does not meet the rule. What is not known stands against nobody."""
    if not rule:
        return []
    why = []
    band = catalogue.find("age_band", age_band)
    if rule.least_age and band and band.extra.get("high", 999) < rule.least_age:
        why.append(_("under %(age)s years") % {"age": rule.least_age})
    if rule.user_kinds and user_kind and user_kind not in rule.user_kinds:
        kind = catalogue.find("user_kind", user_kind)
        why.append(kind.name if kind else user_kind)
    return why


def known_of(client: Client | None, content: Content | None = None) -> tuple[str, str]:
    """Return age band and kind of user: as said now, else as said last of the client."""
    age, kind = (content.age_band, content.user_kind) if content else ("", "")
    if client and not (age and kind):
        said = Encounter.objects.filter(client=client, voided_at=None).exclude(Q(age_band="") & Q(user_kind=""))
        for band, other in said.order_by("-occurred_at", "pk").values_list("age_band", "user_kind")[:5]:
            age, kind = age or band, kind or other
    return age, kind


def held_back(rule: EligibilityRule, content: Content, acts: Mapping[str, int], catalogue: Catalogue) -> list[str]:
    """Return the acts of a contact that are within the rule's reach; material counts as the act it makes."""
    done = {*acts}
    if content.materials:
        done |= {*acts_of(replace(content, acts={}, themes=(), breath=None, signs=None), catalogue)}
    return sorted(done - {*rule.outside})


def names(codes: Iterable[str], catalogue: Catalogue) -> str:
    """Return acts in words."""
    found = [catalogue.find("act", code) for code in codes]
    return ", ".join(item.name for item in found if item)
