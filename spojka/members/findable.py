"""People in the search, and the pages of this package."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.base.sorting import by_name
from spojka.network.models import Membership
from spojka.search.asked import Asked
from spojka.search.registry import Hit, Page, Source, register, register_pages
from spojka.search.stems import forms_of

from .people import colleagues_of

P = Permission


def _find(asked: Asked, by: Actor, most: int) -> list[Hit]:
    """Find colleagues: they are few, so their names are looked at one by one."""
    colleagues = rows(Membership, by=by, to=P.MEMBER_VIEW).select_related("user").order_by(by_name("user__name"), "pk")
    named = [one for one in colleagues if asked.meets(forms_of(one.user.name))][:most]
    found = colleagues_of(read(named, by=by, to=P.MEMBER_VIEW), by=by, on=timezone.localdate())  # type: ignore[arg-type]
    slug = by.organisation.slug if by.organisation else ""
    return [
        Hit(
            title=one.membership.user.name,
            url=reverse("person", args=[slug, one.membership.pk]),
            detail=" · ".join([one.role, *one.services]),
        )
        for one in found
    ]


register(
    Source(key="people", title=pgettext_lazy("colleagues", "People"), icon="user", rank=80, find=_find),
)
register_pages(
    Page(
        title=_("Who works in my services"),
        view="people",
        words=_("colleagues team members"),
        permission=P.MEMBER_VIEW,
    ),
    Page(title=_("Invite somebody"), view="invite", words=_("invite colleague letter"), permission=P.MEMBER_INVITE),
    Page(
        title=_("Organisation and services"),
        view="house",
        words=_("organisation services teams rename close"),
        permission=P.TEAM_CHANGE,
    ),
    Page(title=_("Who did what"), view="audit", words=_("audit log history seen read"), permission=P.AUDIT_VIEW),
    Page(title=_("My account"), view="account", words=_("password code authenticator profile"), of_house=False),
    Page(title=_("Change my password"), view="account_change_password", words=_("password account"), of_house=False),
    Page(title=_("Sign out"), view="account_logout", words=_("log off leave end"), of_house=False),
)
