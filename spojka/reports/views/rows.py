"""The records behind a figure."""

from urllib.parse import urlencode

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from spojka.figures import registry

from .. import behind as records
from ..contacts import columns_of
from ..words import is_value
from .contacts import asked


@require_safe
def behind(request):
    """List the records behind a figure, or behind one line of its breakdown."""
    form = asked(request)
    try:
        metric = registry.find(request.GET.get("metric", ""))
    except registry.UnknownMetric:
        raise Http404 from None
    if metric.is_sealed:
        raise Http404
    only = _line(request.GET, metric)
    if not form.is_valid():
        return render(request, "reports/rows.html", {"form": form, "metric": metric}, status=422)
    found = records.behind(request.actor, metric, form.scope, only=only, page=request.GET.get("page"))
    names = records.Names([request.actor])
    line = " · ".join(names.of(kind, value, metric.items) for kind, value in found.only.items())
    said = {"form": form, "metric": metric, "behind": found, "query": urlencode(form.query), "line": line}
    return render(request, "reports/rows.html", said)


def _line(said, metric):
    """Return the values of dimensions that a line of a breakdown stands for, or 404 where there is no such line."""
    only = {said["by"]: said.get("value", "")} if said.get("by") else {}
    only |= {"item": said["item"]} if "item" in said else {}
    for kind, value in only.items():
        if columns_of(kind) is None or not is_value(kind, value) or (kind == "item" and not metric.items):
            raise Http404
    return only
