"""Referrals: the list, a new one in either direction, one of them, the slip for the client."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from spojka.access.choosing import services
from spojka.access.doors import reach
from spojka.access.permissions import Permission
from spojka.clients.models import Client
from spojka.codelists.catalogue import catalogue
from spojka.ui.http import ask, done, give_paper, posted

from .. import documents, forms, reading
from ..actions import offers
from .showing import reach_told, show

P = Permission
BOTH = ["GET", "POST"]
SHOW = {
    "mine": pgettext_lazy("referrals", "Wait for us"),
    "running": pgettext_lazy("referrals", "Running"),
    "over": pgettext_lazy("referrals", "Over"),
}


@require_safe
def listing(request):
    """Show referrals: what waits for us, what runs, what is over."""
    actor, today = request.actor, timezone.localdate()
    if not actor.may(P.REFERRAL_VIEW):
        raise Http404
    show_ = request.GET.get("show") if request.GET.get("show") in SHOW else "mine"
    found = reading.referrals(actor, today, is_over=show_ == "over")
    if show_ == "mine":
        found = [one for one in found if one.waits_for_me]
    said = {"lines": found, "show": show_, "shows": SHOW, "may_record": actor.may(P.REFERRAL_RECORD)}
    return render(request, "referrals/list.html", said)


@require_http_methods(BOTH)
def offer(request, id):
    """Ask to whom a client is referred, and what is said of them without a name."""
    client = reach(Client, id, by=request.actor, to=P.REFERRAL_OFFER, related=("service__organisation",))
    now, today = timezone.now(), timezone.localdate()
    about = {"partners": reading.partners_of(client.service, request.actor, today)}
    about |= {"lists": catalogue(client.service, today), "initial": {"sex": client.sex}}
    form = forms.OfferOut(posted(request), **about)
    deed = {"by": request.actor, "client": client, "at": now}
    if not done(form, lambda: offers.offer(**deed, id=form.cleaned_data["id"], to=form.partner, said=form.offer)):
        return ask(request, "referrals/offer.html", form, client=client)
    messages.success(request, _("It is offered, without a name. The answer will wait for you at Today."))
    return redirect("referrals:referral", request.actor.organisation.slug, form.cleaned_data["id"])


@require_http_methods(BOTH)
def record(request):
    """Ask what somebody without Spojka offered us; `service` names to which service."""
    actor, today = request.actor, timezone.localdate()
    offered, service = services(request, P.REFERRAL_RECORD)
    partners = reading.partners_of(service, actor, today, only_without=True)
    form = forms.OfferIn(posted(request), partners=partners, lists=catalogue(service, today), initial={"on": today})
    about = {"by": actor, "service": service, "at": timezone.now()}

    def deed():
        said = {"to": form.partner, "said": form.offer, "on": form.cleaned_data["on"]}
        offers.record(**about, **said, id=form.cleaned_data["id"])

    if not done(form, deed):
        return ask(request, "referrals/offer.html", form, services=offered, service=service)
    messages.success(request, _("It is written down. Answer by the day that it shows."))
    return redirect("referrals:referral", actor.organisation.slug, form.cleaned_data["id"])


@require_safe
def referral(request, id):
    """Show one, to either side."""
    return show(request, reach_told(request, id))


@require_safe
def slip(request, id):
    """Give the slip for the client: the mark, where and when, nothing else."""
    told = reach_told(request, id, P.REFERRAL_INVITE)
    return give_paper(documents.slip(told), "listek")
