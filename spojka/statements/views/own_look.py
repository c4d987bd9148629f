"""A part of the client's own look: what was said of them, and how they see it."""

from django.http import Http404
from django.shortcuts import redirect
from django.utils import timezone

from spojka.access.doors import reach
from spojka.access.permissions import Permission
from spojka.cases import own_look as cases
from spojka.looks.models import Part
from spojka.looks.showing import back, framed, own, page
from spojka.looks.words import words_of
from spojka.ui.http import ask, done, posted

from .. import own_look
from ..actions import replies
from ..forms.statements import See
from ..models import Statement


@own("GET")
def said(request, client):
    """Show what was said of the client, with who said it and how they know it."""
    found = _said(request, client)
    shown = {"cases": found, "part": Part.CASE} | _words(client)
    when = back(request, Part.CASE) or back(request, Part.SAID)
    return page(request, "statements/own/said.html", client, "said", **shown | {"back": when})


@own("GET", "POST", is_writing=True)
def see(request, client, id):
    """Ask how the client sees a statement that is told to them."""
    every = [each for _one, told in _said(request, client) for each in told]
    told = next((one for each in every for one in (each, *each.was) if one.row.pk == id), None)
    if told is None:
        raise Http404
    form, related = See(posted(request)), ("case__service", "clarified")
    statement = reach(Statement, id, by=request.actor, to=Permission.STATEMENT_SEE, related=related)
    deed = {"by": request.actor, "statement": statement, "at": timezone.now()}
    if not done(form, lambda: replies.see(**deed, **form.cleaned_data)):
        return ask(
            request, "statements/own/see.html", form, told=told, **framed(request, client, "said"), **_words(client)
        )
    return redirect("own_said:said")


def _said(request, client):
    by, now, alone = request.actor, timezone.now(), Part.LEDGER in request.withheld
    if Part.SAID in request.withheld:
        return []
    return [
        (one, own_look.said_of(one, [helper.row for helper in cases.helpers(one, by, now, alone)], by))
        for one in cases.mine(client, by)
    ]


def _words(client):
    return {"sources": words_of("statement_source", organisation=client.organisation)["statement_source"]}
