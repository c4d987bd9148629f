"""The end of a service: what is in force, a new one, one with its reviews."""

from datetime import timedelta

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from spojka.access.doors import reach, read, rows
from spojka.access.permissions import Permission
from spojka.base.sorting import by_name
from spojka.clients.models import Client
from spojka.codelists.catalogue import catalogue
from spojka.encounters.models import ServiceRefusal, Shift
from spojka.members.people import names_of
from spojka.ui.http import ask, done, posted

from ..actions import exclusions
from ..attendance import colleagues
from ..endings import WITH, in_force, last_day, over, shows_description
from ..forms.exclusions import End, Review
from ..forms.rapid import Reason
from ..models import Exclusion, ExclusionReview
from ..reading import names

VIEW = Permission.EXCLUSION_VIEW
MONTH, WEEK = timedelta(days=30), timedelta(days=7)


@require_safe
def listing(request):
    """Show whose service has ended: in force first."""
    if not request.actor.may(VIEW):
        raise Http404
    today = timezone.localdate()
    said = {"held": in_force(request.actor, today), "over": over(request.actor, today), "today": today}
    said |= {"names": names(request.actor, "refusal_ground")["refusal_ground"]}
    return render(request, "care/exclusions.html", said)


@require_http_methods(["GET", "POST"])
def of_client(request, id):
    """Ask why the service ends for a client, and who agreed."""
    client = reach(Client, id, by=request.actor, to=Permission.EXCLUSION_RECORD, related=("service",))
    today = timezone.localdate()
    initial = {"starts_on": today, "ends_on": today + MONTH, "review_on": today + WEEK}
    form = _form(request, client.service, initial, is_described=False)
    return _end(request, form, {"of": client}, {"client": client, "shift": None})


@require_http_methods(["GET", "POST"])
def of_shift(request, id):
    """Ask the same of a person at an event, whom the crew knows by a description."""
    related = ("service", "event", "place")
    shift = reach(Shift, id, by=request.actor, to=Permission.EXCLUSION_RECORD, related=related)
    refusal = _refusal(request, shift)
    initial = {"starts_on": shift.day, "ends_on": last_day(shift), "review_on": last_day(shift)}
    if refusal:
        said = {"ground": refusal.ground, "description": refusal.description, "offered": refusal.offered}
        initial |= said
    form = _form(request, shift.service, initial, is_described=True)
    of = {"of": shift, "refusal": refusal}
    return _end(request, form, of, {"client": None, "shift": shift, "refusal": refusal})


@require_safe
def exclusion(request, id):
    """Show one, with who agreed and how it was reviewed."""
    found = reach(Exclusion, id, by=request.actor, to=VIEW, related=WITH)
    return _show(request, found, _review(found), Reason())


@require_http_methods(["POST"])
def review(request, id):
    """Write down that the team looked at it again."""
    found = reach(Exclusion, id, by=request.actor, to=Permission.EXCLUSION_REVIEW, related=WITH)
    form = Review(request.POST)
    said = {"by": request.actor, "exclusion": found, "at": timezone.now()}
    if not done(form, lambda: exclusions.review(**said, **form.cleaned_data)):
        return _show(request, found, form, Reason())
    messages.success(request, _("The review is written down."))
    return redirect("care:exclusion", request.actor.organisation.slug, found.pk)


@require_http_methods(["POST"])
def end(request, id):
    """Give the service back before the time."""
    found = reach(Exclusion, id, by=request.actor, to=Permission.EXCLUSION_END, related=WITH)
    form = Reason(request.POST, auto_id="id_end_%s")
    said = {"by": request.actor, "exclusion": found, "at": timezone.now()}
    if not done(form, lambda: exclusions.end(**said, **form.cleaned_data)):
        return _show(request, found, _review(found), form)
    messages.success(request, _("They may use the service again."))
    return redirect("care:exclusion", request.actor.organisation.slug, found.pk)


def _form(request, service, initial, is_described):
    lists = catalogue(service, timezone.localdate())
    people = colleagues(request.actor, service)
    return End(posted(request), catalogue=lists, people=people, is_described=is_described, initial=initial)


def _end(request, form, of, about):
    said = {"by": request.actor, "at": timezone.now()} | of
    if not done(form, lambda: exclusions.record(**said, **_typed(form))):
        return ask(request, "care/end_service.html", form, **about)
    messages.success(request, _("The end of the service is written down. The team comes back to it in time."))
    return redirect("care:exclusion", request.actor.organisation.slug, form.cleaned_data["id"])


def _typed(form):
    said = form.cleaned_data
    described = {"description": said["description"]} if "description" in said else {}
    return {"id": said["id"], "ending": form.ending} | described


def _refusal(request, shift):
    """Return the refusal that it follows from."""
    id = request.POST.get("refusal") or request.GET.get("refusal")
    mine = rows(ServiceRefusal, by=request.actor, to=Permission.SHIFT_VIEW).standing().filter(shift=shift)
    return next((one for one in mine.filter(ends_service=True) if str(one.pk) == id), None) if id else None


def _review(found):
    today = timezone.localdate()
    later = min(today + MONTH, found.ends_on) if found.ends_on and found.ends_on > today else today + MONTH
    return Review(initial={"ends_on": found.ends_on, "review_on": later})


def _show(request, found, form, ending):
    actor, today = request.actor, timezone.localdate()
    reviews = rows(ExclusionReview, by=actor, to=VIEW).filter(exclusion=found).order_by("recorded_at", "pk")
    listed = read(reviews, by=actor, to=VIEW)
    agreed = found.agreements.select_related("membership__user").order_by(by_name("membership__user__name"), "pk")
    said = {"exclusion": found, "reviews": listed, "agreed": agreed, "today": today, "ending": ending}
    said |= {"is_held": found.ended_at is None and (found.ends_on is None or found.ends_on >= today)}
    said |= {"workers": names_of({found.recorded_by, found.ended_by, *(one.reviewed_by for one in listed)} - {""})}
    said |= {"names": names(actor, "refusal_ground")["refusal_ground"]}
    said |= {"may_review": actor.can(Permission.EXCLUSION_REVIEW, found)}
    said |= {"may_end": actor.can(Permission.EXCLUSION_END, found)}
    said |= {"shows_description": shows_description(found, actor, today), "form": form}
    faulty = next((one for one in (form, ending) if one.is_bound), None)
    if faulty is None:
        return render(request, "care/exclusion.html", said)
    return render(request, "care/exclusion.html", said, status=422)
