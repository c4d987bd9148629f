from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from spojka.access.doors import reach
from spojka.access.permissions import Permission

from .. import doors, words
from ..forms.audit import AuditFilter
from ..seen import kind_of, who_has_seen


@require_safe
def audit(request):
    """Show who did what in my services."""
    if not request.actor.may(Permission.AUDIT_VIEW):
        raise Http404
    form = AuditFilter(request.GET, actor=request.actor)
    found = doors.audit_page(
        request.actor, narrow=form.narrow if form.is_valid() else None, page=request.GET.get("page")
    )
    chosen = any(request.GET.get(name) for name in form.fields)
    return render(request, "members/audit.html", {"form": form, "chosen": chosen} | found)


@require_safe
def row_seen(request, id):
    """Show who has seen one record."""
    model = kind_of(id)
    row = reach(model, id, by=request.actor, to=Permission.AUDIT_VIEW)
    said = {"kind": words.sentence(words.record(model._meta.label)), "sightings": who_has_seen(row, request.actor)}
    return render(request, "members/row_seen.html", said)
