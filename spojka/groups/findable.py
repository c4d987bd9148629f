"""What is found of groups: a group by its name, its purpose or its area."""

from django.urls import reverse
from django.utils.translation import pgettext_lazy

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.sorting import by_name
from spojka.search.registry import Hit, register
from spojka.search.rows import rows_source

from .models import Group


def _group(row: Group, by: Actor) -> Hit:
    slug = by.organisation.slug if by.organisation else ""
    return Hit(title=row.name, url=reverse("groups:group", args=[slug, row.pk]), detail=row.area)


register(
    rows_source(
        "groups", title=pgettext_lazy("of organisations", "Groups"), icon="users-group", rank=24, model=Group,
        to=Permission.WORKING_GROUP_VIEW, hit=_group, order=(by_name(), "pk"),
    )
)  # fmt: skip
