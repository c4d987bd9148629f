"""What is said of a referral, what is taken back, and the link for who has no Spojka."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from spojka.access.doors import reach, rows
from spojka.access.permissions import Permission
from spojka.clients.models import Client
from spojka.links import doors as links
from spojka.ui.http import done, give_paper

from .. import documents, forms, letters
from ..actions import links as linking
from ..actions import offers, steps
from ..deeds import DEEDS, form_of
from ..models import LinkWay, ReferralLink, ReferralStep
from .showing import reach_told, show

P = Permission


@require_POST
def deed(request, id, what):
    """Do what one of the forms on the page asks for."""
    if what == "tie":
        return _tie(request, id)
    if what not in DEEDS:
        raise Http404
    told, now = reach_told(request, id, DEEDS[what].permission), timezone.now()
    form = form_of(what, told, request.actor, request.POST, now)
    if not done(form, lambda: DEEDS[what].run(request.actor, told.referral, form, now)):
        return show(request, told, {what: form})
    messages.success(request, _("It is saved. The other side sees it, if it works with Spojka or has a link."))
    return _to(request, id)


def _tie(request, id):
    told, form = reach_told(request, id, P.REFERRAL_TIE), forms.Tie(request.POST)
    found = rows(Client, by=request.actor, to=P.CLIENT_VIEW).filter(service=told.referral.service)

    def deed_():
        code = " ".join(form.cleaned_data["code"].split())
        client = found.filter(code__iexact=code, merged_into=None).first()
        if client is None:
            raise offers.Refusal(_("No client of the service has this code."), field="code")
        offers.tie(by=request.actor, referral=told.referral, client=client, at=timezone.now())

    if not done(form, deed_):
        return show(request, told, tying=form)
    messages.success(request, _("It is tied to the client."))
    return _to(request, id)


@require_POST
def take_back(request, id):
    """Take a step back that was said by mistake."""
    step = reach(ReferralStep, id, by=request.actor, to=P.REFERRAL_TAKE_BACK, related=("referral",))
    form = forms.Why(request.POST)
    about = {"by": request.actor, "step": step, "at": timezone.now()}
    if not done(form, lambda: steps.take_back(**about, **form.cleaned_data)):
        return show(request, reach_told(request, step.referral_id), taking_back=form)
    messages.success(request, _("It is taken back."))
    return _to(request, step.referral_id)


@require_POST
def give_link(request, id):
    """Make a link and send it, show it once, or give it on paper. Only its holder knows it afterwards."""
    told, form, now = reach_told(request, id, P.REFERRAL_LINK), forms.GiveLink(request.POST), timezone.now()
    token, made = links.new_token(), []
    about = {"by": request.actor, "referral": told.referral, "token": token, "at": now}
    if not done(form, lambda: made.append(linking.issue(**about, **form.cleaned_data))):
        return show(request, told, linking=form)
    row = made[0]
    if not row.opens_with(token):  # a second sending: the first one made it, and it can't be shown again
        messages.info(request, _("The link was made already. Make a new one if it did not come to them."))
        return _to(request, id)
    address = request.build_absolute_uri(reverse("referral_answer", args=[token]))
    if row.way == LinkWay.PAPER:
        return give_paper(documents.link_paper(told, address, row.link.expires_at), "odkaz")
    if row.way == LinkWay.MAIL and letters.send_link(row, address=address, at=now):
        messages.success(request, _("The letter left."))
        return _to(request, id)
    said = {"told": told, "referral": told.referral, "text": address, "link": row}
    said |= {"is_unsent": row.way == LinkWay.MAIL, "mail_is_sent": settings.MAIL_IS_SENT}
    return render(request, "referrals/link.html", said)


@require_POST
def end_link(request, id):
    """Take the link back."""
    told = reach_told(request, id, P.REFERRAL_LINK)
    found = rows(ReferralLink, by=request.actor, to=P.REFERRAL_UNLINK).filter(referral=told.referral, ended_at=None)
    for row in found.order_by("pk"):
        linking.end(by=request.actor, link=row, at=timezone.now())
    messages.success(request, _("The link opens nothing any more."))
    return _to(request, id)


def _to(request, id):
    return redirect("referrals:referral", request.actor.organisation.slug, id)
