"""The page at the counter, and the client's line that a code or a card brings to it."""

from uuid import UUID

from django.http import Http404, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from spojka.access.doors import reach, read, rows
from spojka.access.permissions import Permission
from spojka.base.ids import new_id
from spojka.base.within import one_sending
from spojka.clients.beside import flags_of
from spojka.clients.models import Client
from spojka.codelists.catalogue import catalogue
from spojka.encounters import beside, counting, eligibility
from spojka.encounters.flagging import usage_now
from spojka.encounters.forms.record import Record
from spojka.encounters.forms.refusal import CODES, offered
from spojka.encounters.limits import Usage
from spojka.encounters.models import Shift, Side
from spojka.ui.http import ask

from ..forms import Find
from ..models import Pass
from ..usual import lines, used_here, usual_of

WITH = ("service", "event", "place")
EXTRA = 8  # acts that stand as chips
NOBODY = UUID(int=0)
BLANK = "BLANK"  # where a panel that the page makes by itself gets its own id


@never_cache
@require_safe
def page(request, id):
    """Show the counter of a running shift, with nobody in the room."""
    shift = _shift(request, id)
    if not shift.is_running:
        return redirect("encounters:shift", request.actor.organisation.slug, shift.pk)
    return render(request, "counter/counter.html", _said(request, shift, Find()))


@never_cache
@require_POST
def find(request, id):
    """Give the line of whoever has the code or the card. Both travel in the body, never in an address."""
    shift, form = _shift(request, id), Find(request.POST)
    with one_sending():
        if not form.is_valid():
            return _again(request, shift, form)
        number, code = form.cleaned_data["number"], form.cleaned_data["code"]
        client = _of_card(request, shift, number) or _of_code(request, shift, code)
        if number and not client:
            form.add_error("typed", _("This card is not valid here. Ask for the code; a lost card is ended."))
            return _again(request, shift, form)
        said = panel(request, shift, client=client, code=code)
        if request.headers.get("HX-Request"):
            return render(request, "counter/_panel.html", {"panel": said, "nobody": NOBODY})
        return render(request, "counter/counter.html", _said(request, shift, Find()) | {"panel": said})


@never_cache
@require_safe
def gone(request, id):
    """Give the materials that are exhausted. Asked beside the line of a client, which never waits for it."""
    shift = _shift(request, id, silent=True)
    codes = [item.code for item in catalogue(shift.service, shift.day).items("material")]
    return JsonResponse({"gone": sorted(beside.gone(shift, request.actor, codes))})


def panel(request, shift, *, client=None, code="", uid=""):
    """Return what the line of a client shows: flags, the last exchange, the rows of this one."""
    now, lists = timezone.now(), catalogue(shift.service, shift.day)
    usual, used = usual_of(client, by=request.actor), usage_now(client, now, shift) if client else Usage()
    materials, acts = used_here(shift)
    shown, rest = lines(lists, usual, used, materials)
    age, kind = eligibility.known_of(client)
    side = Side.CODE if client or code else Side.ANONYMOUS
    initial = {"side": side, "code": client.code if client else code, "age_band": age, "user_kind": kind}
    initial |= {"sex": client.sex if client else "", "asks_back": True}
    uid = uid or new_id().hex
    form = Record(actor=request.actor, catalogue=lists, now=now, initial=initial, auto_id=f"p{uid}-%s")
    form.fields["over"].needed = True  # shown only where it is asked for
    flags = flags_of(client, request.actor, now) if client else []
    return {
        **{"uid": uid, "shift": shift, "client": client, "code": initial["code"], "form": form, "flags": flags},
        **{"new": _new(uid), "new_refusal": _new(uid), "usual": usual, "lines": shown, "rest": rest},
        **{
            "refusal": {name: [(one.code, one.name) for one in offered(lists, name)] for name in CODES},
            "extra": _extra(lists, acts),
        },
        "unfit_ground": "not_eligible" if any(flag.kind == "eligibility" for flag in flags) else "",
        "nickname": client.nickname if client and client.is_own_of(request.actor) else "",
        "times": counting.contacts_of(client, by=request.actor) if client else 0,
        "twins": _twins(request, shift, client),
        "rule": eligibility.rule_of(shift.service, shift.day),
    }


def _new(uid):
    return new_id() if uid != BLANK else ""


def _said(request, shift, form):
    blank = panel(request, shift, uid=BLANK)
    page = reverse("counter:page", args=[request.actor.organisation.slug, shift.pk])
    ways = [one for one in beside.facts_of_shift(shift, request.actor) if one.link and one.link != page]
    return {"shift": shift, "find": form, "blank": blank, "nobody": NOBODY, "panel": None, "ways": ways}


def _again(request, shift, form):
    """Say what is wrong with what was typed: as a line to the script, else as the page."""
    if request.headers.get("HX-Request"):
        return render(request, "counter/_wrong.html", {"form": form}, status=422)
    return ask(request, "counter/counter.html", form, **_said(request, shift, form))


def _shift(request, id, silent=False):
    if not request.actor.may(Permission.CLIENT_ADD):
        raise Http404
    return reach(Shift, id, by=request.actor, to=Permission.ENCOUNTER_RECORD, related=WITH, silent=silent)


def _clients(request, shift):
    return rows(Client, by=request.actor, to=Permission.CLIENT_VIEW).filter(service=shift.service)


def _of_card(request, shift, number):
    cards = rows(Pass, by=request.actor, to=Permission.CLIENT_VIEW).filter(service=shift.service)
    card = number and cards.filter(number=number, ended_at=None).first()
    return card and _read(request, _clients(request, shift).filter(pk=card.client_id))


def _of_code(request, shift, code):
    return code and _read(request, _clients(request, shift).filter(code=code))


def _read(request, found):
    listed = read(found.select_related("service"), by=request.actor, to=Permission.CLIENT_VIEW)
    return listed[0] if listed else None


def _twins(request, shift, client):
    """Return other codes that came of the same answers: who stands here may be one of them."""
    if not client:
        return []
    stem = client.code.rpartition("-")[0] if client.code.rpartition("-")[2].isdigit() else client.code
    alike = _clients(request, shift).filter(code__startswith=stem).exclude(pk=client.pk)
    found = [one for one in alike.order_by("code", "pk")[:20] if one.code == stem or _is_suffix(one.code, stem)]
    return read(found, by=request.actor, to=Permission.CLIENT_VIEW)


def _is_suffix(code, stem):
    return code.startswith(f"{stem}-") and code[len(stem) + 1 :].isdigit()


def _extra(lists, often):
    """Return acts that may come beside an exchange, those done most often first."""
    ranks = {code: rank for rank, code in enumerate(often)}
    fit = [item for item in lists.items("act") if not item.extra.get("implied_by") and _is_of_one(item)]
    return sorted(fit, key=lambda item: ranks.get(item.code, len(ranks)))[:EXTRA]


def _is_of_one(item):
    return "I" in item.extra.get("modes", ()) and item.is_with_people
