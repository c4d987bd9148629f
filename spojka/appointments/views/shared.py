from django.utils import timezone

from spojka.access.doors import reach
from spojka.access.permissions import Permission
from spojka.ui.http import ask

P = Permission
BOTH = ["GET", "POST"]


def today():
    return timezone.localdate()


def reached(request, model, id, to, *related):
    return reach(model, id, by=request.actor, to=to, related=related)


def ask_plain(request, form, *, title, deed, back, **said):
    """Show a plain form."""
    known = {"title": title, "deed": deed, "back": back, "over": "", "service": None}
    return ask(request, "appointments/ask.html", form, **known | said)
