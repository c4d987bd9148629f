"""Who must not see anything of a client: the page of heads; and who must not learn where they can be met."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from spojka.access.doors import reach
from spojka.access.permissions import Permission
from spojka.clients.models import Client
from spojka.members.people import names_of
from spojka.ui.http import ask, done, posted

from . import actions, forms, reading
from .models import SecretAddress, Wall

BOTH = ["GET", "POST"]


@require_http_methods(BOTH)
def of_client(request, id):
    """Show who is kept apart from a client, and ask whom else."""
    client = reach(Client, id, by=request.actor, to=Permission.WALL_PUT_UP, related=("service", "organisation"))
    now = timezone.now()
    whom = {"people": reading.people_of(client, request.actor), "centres": reading.centres_of(client)}
    form = forms.PutUp(posted(request), **whom)
    deed = {"by": request.actor, "client": client, "at": now}
    if not done(form, lambda: actions.put_up(**deed, id=form.cleaned_data["id"], said=form.said)):
        walls = [(one, one.is_standing(now)) for one in reading.of_client(client, request.actor)]
        workers = names_of({one.raised_by for one, _ in walls} | {one.ended_by for one, _ in walls} - {""})
        return ask(request, "walls/of_client.html", form, client=client, walls=walls, workers=workers)
    messages.success(request, _("They see nothing of the client any more."))
    return redirect("walls:of_client", request.actor.organisation.slug, client.pk)


@require_http_methods(BOTH)
def take_down(request, id):
    """Ask why it ends."""
    related = ("client__service", "worker__user", "centre")
    wall = reach(Wall, id, by=request.actor, to=Permission.WALL_TAKE_DOWN, related=related)
    form = forms.TakeDown(posted(request))
    deed = {"by": request.actor, "wall": wall, "at": timezone.now()}
    if not done(form, lambda: actions.take_down(**deed, **form.cleaned_data)):
        return ask(request, "walls/end.html", form, wall=wall, client=wall.client)
    messages.success(request, _("It ended: they see again what their role lets them see."))
    return redirect("walls:of_client", request.actor.organisation.slug, wall.client_id)


@require_http_methods(BOTH)
def address(request, id):
    """Show whether the address of a client is secret, and ask why it shall be."""
    client = reach(Client, id, by=request.actor, to=Permission.ADDRESS_HIDE, related=("service", "organisation"))
    form = forms.Hide(posted(request))
    deed = {"by": request.actor, "client": client, "at": timezone.now()}
    if not done(form, lambda: actions.hide(**deed, **form.cleaned_data)):
        found = reading.secrets_of(client, request.actor)
        said = {"client": client, "stands": next((one for one in found if not one.ended_at), None), "secrets": found}
        said["workers"] = names_of({one.hidden_by for one in found} | {one.ended_by for one in found} - {""})
        return ask(request, "walls/address.html", form, **said)
    messages.success(request, _("The address is secret from now on."))
    return redirect("walls:address", request.actor.organisation.slug, client.pk)


@require_http_methods(BOTH)
def show(request, id):
    """Ask why the address is secret no more."""
    related = ("client__service",)
    secret = reach(SecretAddress, id, by=request.actor, to=Permission.ADDRESS_SHOW, related=related)
    form = forms.Show(posted(request))
    deed = {"by": request.actor, "secret": secret, "at": timezone.now()}
    if not done(form, lambda: actions.show(**deed, **form.cleaned_data)):
        return ask(request, "walls/show.html", form, secret=secret, client=secret.client)
    messages.success(request, _("The address is secret no more."))
    return redirect("walls:address", request.actor.organisation.slug, secret.client_id)
