"""What is known of a client: the overview of the forms, and one section to fill in."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from spojka.access.doors import reach
from spojka.access.permissions import Permission
from spojka.access.why import why
from spojka.base.ids import new_id
from spojka.clients.models import Client
from spojka.codelists.catalogue import catalogue
from spojka.ui.http import done, give_paper, posted

from .. import documents, forms, reading, saying
from ..actions import parts as actions
from ..beside import asks_of_child
from ..content import Filled, joined
from ..models import AssessmentForm
from ..questions import for_child, sections

WRITE = Permission.ASSESSMENT_WRITE


@require_safe
def overview(request, id):
    """Show the forms of a client and how far each is."""
    client, lists, writes = _client(request, id)
    said = {"client": client, "may_write": writes, "forms": reading.of_client(client, request.actor, lists, writes)}
    said["asks_of_child"] = asks_of_child(client, request.actor)
    said["has_map"] = reading.has_map(client, request.actor)
    said["reasons"] = [] if writes else why(client, by=request.actor, to=Permission.ASSESSMENT_VIEW)
    return render(request, "assessments/overview.html", said)


@require_http_methods(["GET", "POST"])
def section(request, id, form, section):
    """Show one section; who may write fills it in."""
    client, lists, writes = _client(request, id)
    stands = reading.of_section(client, form, section, lists, request.actor)
    if stands is None or not (writes or (stands.parts and request.method == "GET")):
        raise Http404
    (filling,) = reading.how_far(client, request.actor, lists, writes, form)
    page = {"client": client, "stands": stands, "filling": filling}
    page["may_audit"] = bool(stands.parts) and request.actor.can(Permission.AUDIT_VIEW, stands.last)
    page["reasons"] = [] if writes else why(stands.last, by=request.actor, to=Permission.ASSESSMENT_VIEW)
    if not writes:
        return _show(request, page)
    about = {"section": stands.section, "lists": lists}
    initial = {"id": new_id(), "after": stands.after, **stands.answers}
    filled = forms.Part(posted(request), **about, stands=stands.answers, initial=initial)
    if not done(filled, lambda: _write(request, client, stands, filled)):
        return _ask_to_join(request, page, about, filled) if filled.met else _ask(request, page, filled)
    slug, there = request.actor.organisation.slug, reading.next_of(stands.section, lists)
    messages.success(request, _("Saved."))
    if "on" in request.POST and there:
        return redirect("assessments:section", slug, client.pk, form, there.code)
    return redirect("assessments:overview", slug, client.pk)


@require_safe
def versions(request, id, form, section):
    """Show what a section said before, two versions beside each other."""
    client, lists, _writes = _client(request, id)
    stands = reading.of_section(client, form, section, lists, request.actor)
    found = reading.versions(client, stands.section, request.actor) if stands else []
    if not found:
        raise Http404
    by_id = {str(one.part.pk): one for one in found}
    asked = forms.Compare(
        request.GET if "newer" in request.GET else None,
        versions=[(id, one.head) for id, one in by_id.items()],
        initial={"newer": str(found[0].part.pk), "older": found[0].before or str(found[-1].part.pk)},
    )
    pair = [by_id[id] for id in dict.fromkeys(asked.chosen)]
    names = saying.names_in([stands.section], client.service.organisation)
    said = {"client": client, "stands": stands, "versions": found, "form": asked, "heads": [one.head for one in pair]}
    said["beside"] = saying.beside(stands.section, [(one.head, one.said) for one in pair], names)
    return render(request, "assessments/versions.html", said)


@require_safe
def text(request, id, form):
    """Show a form as plain text to be copied into a file that is kept elsewhere."""
    client, filling = _filling(request, id, form)
    said = {"client": client, "filling": filling, "text": documents.text(client, filling, timezone.localdate())}
    return render(request, "assessments/text.html", said)


@require_safe
def paper(request, id, form):
    """Give a form as it stands, as a paper."""
    client, filling = _filling(request, id, form)
    return give_paper(documents.filled(client, filling, timezone.localdate()), f"spojka-{form}")


@require_safe
def blank(request, id, form):
    """Give a form to be filled in by hand."""
    _found, lists, writes = _client(request, id)
    if not sections(form, lists) or not writes:
        raise Http404
    return give_paper(documents.blank(form, lists), f"spojka-{form}")


def _filling(request, id, form):
    """Return a client with a form in which something is written."""
    client, lists, _writes = _client(request, id)
    known = form in AssessmentForm.values
    found = reading.of_client(client, request.actor, lists, False, form) if known else []
    if not found:
        raise Http404
    return client, found[0]


def _client(request, id):
    client = reach(Client, id, by=request.actor, to=Permission.ASSESSMENT_VIEW, related=("service__organisation",))
    writes = client.merged_into_id is None and request.actor.can(WRITE, client)
    lists = catalogue(client.service, timezone.localdate())
    return client, for_child(lists) if asks_of_child(client, request.actor) else lists, writes


def _write(request, client, stands, form):
    said, id = form.cleaned_data, form.cleaned_data["id"]
    filled = Filled(section=stands.section, answers=form.answers, after=said["after"])
    if not filled.answers and not stands.parts:  # who only goes on to the next section has nothing to save
        return
    try:
        actions.write(by=request.actor, id=id, client=client, filled=filled)
    except actions.Meanwhile as meanwhile:
        form.met = meanwhile
        raise


def _show(request, page):
    section, client = page["stands"].section, page["client"]
    names = saying.names_in([section], client.service.organisation)
    lines = saying.lines(section, page["stands"].answers, names)
    return render(request, "assessments/section.html", page | {"lines": lines})


def _ask(request, page, form, texts=None, met=None):
    stands = page["stands"]
    texts = texts or (reading.texts(stands.parts) if stands.is_apart else [])
    names = saying.names_in([stands.section], page["client"].service.organisation) if texts else {}
    said = {"form": form, "is_joining": bool(texts), "met": met, "heads": [head for head, _said in texts]}
    said["beside"] = saying.beside(stands.section, texts, names)
    return render(request, "assessments/write.html", page | said, status=422 if request.method == "POST" else 200)


def _ask_to_join(request, page, about, form):
    """Show what was typed beside what somebody saved meanwhile, and both as one to be saved."""
    section, stands = about["section"], reading.standing(about["section"], form.met.parts)
    base = reading.base_of(page["client"], section, form.cleaned_data["after"], request.actor)
    both = joined(section, base, [*(one.said for one in stands.parts), form.answers])
    initial = {"id": new_id(), "after": stands.after, **both}
    texts = [(_("What you have written"), form.answers), *reading.texts(stands.parts)]
    return _ask(request, page | {"stands": stands}, forms.Part(**about, stands=both, initial=initial), texts, form.met)
