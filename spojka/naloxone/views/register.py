"""Naloxone in the office: the chain of a year, what expires, trainings of groups."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from spojka.access.choosing import services
from spojka.access.doors import reach, rows
from spojka.access.permissions import Permission
from spojka.base.ids import new_id
from spojka.base.sorting import by_name
from spojka.codelists.catalogue import catalogue, names
from spojka.members.people import names_of
from spojka.network.models import Membership
from spojka.ui.http import ask, done, posted, year_of

from .. import reading
from ..actions import kits
from ..forms.kits import Group
from ..models import NaloxoneTraining, NaloxoneUse

MOST = 100


@require_safe
def listing(request):
    """Show what became of kits in a year, and which of them expire."""
    actor, today = request.actor, timezone.localdate()
    if not actor.may(Permission.NALOXONE_VIEW):
        raise Http404
    year = year_of(request, today)
    said = reading.latest(actor, year, MOST)
    said |= {"chain": reading.chain(actor, year), "year": year, "years": reading.years(actor, today)}
    said |= {"expiring": reading.expiring(actor, today), "today": today}
    unwritten, lacking = reading.unwritten(actor, year)
    said |= {"unwritten": unwritten, "lacking": lacking}
    said |= {"topics": names("naloxone_topic", organisation=actor.organisation)}
    said |= {"workers": names_of({one.trained_by for one in said["groups"]})}
    said |= {"may_void": actor.may(Permission.NALOXONE_VOID_REPORT), "may_train": actor.may(Permission.NALOXONE_TRAIN)}
    return render(request, "naloxone/list.html", said)


@require_http_methods(["GET", "POST"])
def train(request):
    """Ask for a training of a group."""
    offered, service = services(request, Permission.NALOXONE_TRAIN)
    today = timezone.localdate()
    people = rows(Membership, by=request.actor, to=Permission.MEMBER_VIEW).filter(services=service)
    colleagues = [
        (str(one.pk), str(one)) for one in people.select_related("user").order_by(by_name("user__name"), "pk")
    ]
    initial = {"id": new_id(), "day": today, "trained_by": request.actor.id}
    form = Group(posted(request), catalogue=catalogue(service, today), colleagues=colleagues, initial=initial)
    if not done(form, lambda: kits.train(by=request.actor, service=service, today=today, **form.cleaned_data)):
        return ask(request, "naloxone/train.html", form, services=offered, service=service)
    messages.success(request, _("The training is written down."))
    return redirect("naloxone:list", request.actor.organisation.slug)


@require_POST
def void_training(request, id):
    """Say that a group's training was written by mistake."""
    training = reach(NaloxoneTraining, id, by=request.actor, to=Permission.NALOXONE_VOID_TRAINING)
    kits.void_training(by=request.actor, training=training, at=timezone.now())
    messages.success(request, _("The training does not count any more."))
    return redirect("naloxone:list", request.actor.organisation.slug)


@require_POST
def void_report(request, id):
    """Say that a use was written by mistake."""
    use = reach(NaloxoneUse, id, by=request.actor, to=Permission.NALOXONE_VOID_REPORT)
    kits.void_report(by=request.actor, use=use, at=timezone.now())
    messages.success(request, _("The use does not count any more."))
    return redirect("naloxone:list", request.actor.organisation.slug)
