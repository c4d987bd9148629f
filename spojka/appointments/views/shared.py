from django.http import Http404
from django.utils import timezone

from spojka.access.doors import reach, rows
from spojka.access.permissions import Permission
from spojka.base.ids import id_from
from spojka.network.models import Service
from spojka.ui.http import ask

P = Permission
BOTH = ["GET", "POST"]


def services(request, permission):
    """Return the services one may do it in, and the chosen one."""
    offered = list(rows(Service, by=request.actor, to=permission).order_by("name", "pk"))
    if not offered:
        raise Http404
    chosen = id_from(request.POST.get("service") or request.GET.get("service") or "")
    return offered, next((one for one in offered if one.pk == chosen), offered[0])


def today():
    return timezone.localdate()


def reached(request, model, id, to, *related):
    return reach(model, id, by=request.actor, to=to, related=related)


def ask_plain(request, form, *, title, deed, back, **said):
    """Show a plain form."""
    known = {"title": title, "deed": deed, "back": back, "over": "", "service": None}
    return ask(request, "appointments/ask.html", form, **known | said)
