from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from spojka.access.doors import shown
from spojka.access.permissions import Permission
from spojka.network.models import Membership

from .. import doors


@require_safe
def people(request):
    """List who works in my services."""
    if not request.actor.may(Permission.MEMBER_VIEW):
        raise Http404
    page = shown(
        Membership,
        by=request.actor,
        to=Permission.MEMBER_VIEW,
        order=("user__name", "pk"),
        page=request.GET.get("page"),
        related=("user",),
    )
    colleagues = doors.colleagues_of(page.object_list, by=request.actor, on=timezone.localdate())
    return render(request, "members/people.html", {"page": page, "colleagues": colleagues})
