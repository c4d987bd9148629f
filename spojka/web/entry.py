"""The way in: who comes, where they belong, and whether we are well."""

from django.contrib.auth.decorators import login_not_required as open_to_all
from django.db import connection
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from spojka.members.doors import houses_of


@require_safe
def home(request):
    """Lead the worker to their organisation; let those with more choose."""
    houses = houses_of(request.user, timezone.localdate())
    if len(houses) == 1:
        return redirect("today", houses[0].slug)
    return render(request, "web/houses.html", {"houses": houses})


@open_to_all
@require_safe
def health(request):
    """Answer 200 when the database answers, else 503 (an exception becomes 500 and means the same)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        well = cursor.fetchone() == (1,)
    return JsonResponse({"status": "ok" if well else "failing"}, status=200 if well else 503)
