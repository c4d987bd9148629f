"""How one referral is shown to a worker of either side."""

from django.shortcuts import render
from django.utils import timezone

from spojka.access.doors import reach, rows
from spojka.access.permissions import Permission
from spojka.access.why import why
from spojka.members.people import names_of
from spojka.ui.http import ask

from .. import deeds, forms, reading
from ..models import WITH, Referral, ReferralLink

P = Permission


def reach_told(request, id, to=P.REFERRAL_VIEW):
    """Return how a referral stands that one may do `to` with."""
    found = reach(Referral, id, by=request.actor, to=to, related=(*WITH, "client"))
    reading.take_steps(found, request.actor)
    return reading.told(found, request.actor, timezone.localdate())


def show(request, told, faulty=None, **more):
    """Show it with the forms of what may be done; `faulty` are those that came back, by their deed."""
    actor, found, now = request.actor, told.referral, timezone.now()
    may = {permission: actor.can(permission, found) for permission in {one.permission for one in deeds.DEEDS.values()}}
    asked = deeds.forms_of(told, actor, lambda permission: may[permission], now) | (faulty or {})
    is_own = found.is_own_of(actor)
    link = _link_of(found, actor, now) if is_own else None
    words = reading.words_of(found)
    people = {found.offered_by, *(one.said_by for one in told.steps), *(one.taken_back_by for one in told.steps)}
    said = {"referral": found, "told": told, "forms": asked, "is_own": is_own, "about": reading.about(found)}
    identity = reading.identity_of(found, actor)
    said |= {"is_closed": is_own and reading.is_closed(identity, now), "was_named": told.was_named}
    said |= {"identity": identity, "workers": names_of(people - {""}), "link": link}
    said |= {"reasons": words["referral_refusal"], "lines": [(one, told.name_of(one.side)) for one in told.steps]}
    said |= {"may_link": is_own and not found.partner_id and not told.is_over and actor.can(P.REFERRAL_LINK, found)}
    said |= {"may_open": found.client is not None and is_own and actor.can(P.CLIENT_VIEW, found.client)}
    said |= {"may_audit": actor.may(P.AUDIT_VIEW), "may_take_back": _last_of(told, actor)}
    said |= {"why": [] if is_own else why(found, by=actor, to=P.REFERRAL_VIEW)}
    said |= {"can_tie": is_own and found.client_id is None and actor.can(P.REFERRAL_TIE, found)}
    said |= {
        "tying": forms.Tie(auto_id="id_tie_%s"),
        "taking_back": forms.Why(auto_id="id_back_%s"),
        "linking": forms.GiveLink(auto_id="id_link_%s"),
        "now": now,
    } | more
    if faulty is None and not more:
        return render(request, "referrals/referral.html", said)
    back = next(iter((faulty or more).values()))
    return ask(request, "referrals/referral.html", back, **said)


def _link_of(found, actor, now):
    """Return the link that holds."""
    links = rows(ReferralLink, by=actor, to=P.REFERRAL_UNLINK).filter(referral=found, ended_at=None)
    links = links.filter(link__expires_at__gt=now)
    return links.select_related("link").first()


def _last_of(told, actor):
    """Return the last step, if it may be taken back by who reads it."""
    standing = [one for one in told.steps if one.taken_back_at is None]
    if told.is_over or not standing or not actor.can(P.REFERRAL_TAKE_BACK, standing[-1]):
        return None
    return standing[-1]
