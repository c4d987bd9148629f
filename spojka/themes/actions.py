"""Wording the cards in one's own way, and letting everybody read them."""

from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import EVERYBODY, Actor
from spojka.access.models import Basis, Grant
from spojka.access.permissions import Kind, Level, Permission
from spojka.base.errors import Refusal
from spojka.codelists.catalogue import catalogue
from spojka.network.models import Service

from .models import OwnCard


@action(Permission.THEME_WORD, on="service")
def word(
    *,
    by: Actor,
    id: UUID,
    service: Service,
    theme: str,
    valid_from: date,
    title_cs: str,
    lead_cs: str,
    text_cs: str,
    title_en: str = "",
    lead_en: str = "",
    text_en: str = "",
) -> OwnCard:
    """Say a theme in the service's own words from a day on. All empty: the default again."""
    OwnCard.objects.all().stop_if_known(id, service)
    if catalogue(service, valid_from).find("theme", theme) is None:
        raise Refusal(_("This theme is not on the list on that day. Choose a later day."), field="valid_from")
    if bool(title_cs) != bool(text_cs):
        raise Refusal(_("A card needs its title and at least one sentence."), field="text_cs")
    czech = {"title_cs": title_cs, "lead_cs": lead_cs, "text_cs": text_cs}
    english = {"title_en": title_en, "lead_en": lead_en, "text_en": text_en}
    about = {"id": id, "theme": theme, "valid_from": valid_from, "recorded_by": by.id}
    return OwnCard(**service.ownership, **about, **czech, **english).add()


@action(Permission.THEME_PUBLISH, on="service")
def publish(*, by: Actor, service: Service, at: datetime) -> Grant:
    """Let everybody read the cards of the service, without signing in."""
    about = {"holder": service, "subject_id": service.pk, "grantee_id": EVERYBODY}
    known: Grant | None = Grant.objects.current(at).filter(**about).first()
    if known:
        return known
    opened = {"kinds": Kind.WORK, "level": Level.READ, "basis": Basis.PARTICIPATION}
    return Grant(**about, **opened, starts_at=at).add()


@action(Permission.THEME_HIDE, on="service")
def hide(*, by: Actor, service: Service, at: datetime) -> Service:
    """Take the cards off the public page, at once."""
    Grant.objects.filter(subject_id=service.pk, grantee_id=EVERYBODY).end(at)
    return service
