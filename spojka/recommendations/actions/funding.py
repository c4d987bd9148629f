"""Money for the work of a group, and what was said of it outside."""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.groups.models import Group
from spojka.network.models import Service

from ..content import Money, Offer, Said
from ..models import FundingProject, FundingState, GrantCall, MediaOutput


@action(Permission.GRANT_CALL_ADD, on="service", into="group")
def add_call(*, by: Actor, id: UUID, service: Service, group: Group, offer: Offer) -> GrantCall:
    """Tell a group of a call: who gives money for what, and until when one may ask."""
    GrantCall.objects.all().stop_if_known(id, service)
    _check_span(offer)
    return GrantCall(**service.ownership, **vars(offer), id=id, group=group, added_by=by.id).add()


@action(Permission.GRANT_CALL_CHANGE, on="call")
def change_call(*, by: Actor, call: GrantCall, offer: Offer) -> GrantCall:
    """Tell of a call otherwise."""
    _check_span(offer)
    return call.change(**vars(offer))


@action(Permission.FUNDING_ADD, on="service", into="group")
def add_project(*, by: Actor, id: UUID, service: Service, group: Group, money: Money) -> FundingProject:
    """Write down a project for which money is asked."""
    FundingProject.objects.all().stop_if_known(id, service)
    _check_money(group.pk, money)
    return FundingProject(**service.ownership, **vars(money), id=id, group=group, added_by=by.id).add()


@action(Permission.FUNDING_CHANGE, on="project")
def change_project(*, by: Actor, project: FundingProject, money: Money) -> FundingProject:
    """Write down how a project stands."""
    _check_money(project.group_id, money)
    return project.change(**vars(money))


@action(Permission.MEDIA_ADD, on="service", into="group")
def add_media(*, by: Actor, id: UUID, service: Service, group: Group, said: Said) -> MediaOutput:
    """Write down what was said of the group's work outside."""
    MediaOutput.objects.all().stop_if_known(id, service)
    if said.recommendation and said.recommendation.group_id != group.pk:
        raise Refusal(_("This recommendation is of another group."), field="recommendation")
    return MediaOutput(**service.ownership, **vars(said), id=id, group=group, added_by=by.id).add()


@action(Permission.MEDIA_DROP, on="media")
def drop_media(*, by: Actor, media: MediaOutput, at: datetime) -> MediaOutput:
    """Take it off the list: it was a mistake."""
    return media if media.removed_at else media.change(removed_at=at)


def _check_span(offer: Offer) -> None:
    if offer.opens_on and offer.closes_on < offer.opens_on:
        raise Refusal(_("It can't close before it opens."), field="closes_on")


def _check_money(group: UUID, money: Money) -> None:
    if money.call and money.call.group_id != group:
        raise Refusal(_("This call is of another group."), field="call")
    if money.state in (FundingState.GRANTED, FundingState.CLOSED) and money.granted is None:
        raise Refusal(_("Write how much was granted."), field="granted")
