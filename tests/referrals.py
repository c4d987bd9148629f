"""Referrals in each state, and where their screens are."""

from django.utils import timezone

from spojka.base.ids import new_id
from spojka.links import doors as links
from spojka.referrals.actions import links as linking
from spojka.referrals.actions import offers, steps
from spojka.referrals.content import Offer, Partner, Step

SHOWN: dict = {}
YES = ("accepted", "invited", "visited", "outcome")


def once(by, client):
    """Return the pages of referrals, made the first time that they are asked for."""
    if client.pk not in SHOWN:
        SHOWN[client.pk] = screens(by, client)
    return SHOWN[client.pk]


def screens(by, client):
    """Offer one that waits and one that went all the way, by phone; return the pages that show them."""
    waits, went = (_offered(by, client) for _each in range(2))
    for kind in YES:
        _say(by, went, kind)
    token = links.new_token()
    said = {"way": "shown", "email": "", "token": token, "at": timezone.now()}
    linking.issue(by=by, id=new_id(), referral=waits, **said)
    at = "/podchod/referrals/"
    pages = [at, f"{at}?show=running", f"{at}?show=over", f"{at}new/", f"{at}{waits.pk}/", f"{at}{went.pk}/"]
    return [*pages, f"/podchod/clients/{client.pk}/referrals/new/", f"/answer/{token}/"]


def _offered(by, client):
    said = Offer(wants="Přestat s pervitinem.", codes={"sex": "woman", "substance": "methamphetamine"})
    to = Partner(name="Nemocnice U řeky, detox")
    return offers.offer(by=by, id=new_id(), client=client, to=to, said=said, at=timezone.now())


def _say(by, referral, kind):
    more = {"visited": {"presence": "absent", "is_told_first": True}, "outcome": {"outcome": "care"}}.get(kind, {})
    step = Step(kind=kind, side="theirs", on=timezone.localdate(), more=more)
    said = {"by": by, "id": new_id(), "referral": referral, "step": step, "at": timezone.now()}
    deed = {"accepted": steps.answer, "invited": steps.invite, "visited": steps.visit, "outcome": steps.tell}[kind]
    deed(**said)
