"""Agreements between organisations in each state, and where their screens are."""

from datetime import timedelta

from django.utils import timezone

from spojka.base.ids import new_id
from spojka.partners import actions
from spojka.partners.content import Terms

SHOWN: dict = {}


def once(by, service):
    """Return the pages of agreements, made the first time that they are asked for."""
    if service.pk not in SHOWN:
        SHOWN[service.pk] = screens(by, service)
    return SHOWN[service.pk]


def screens(by, service):
    """Write a draft, propose one, agree on another; return the pages that show them."""
    now = timezone.now()
    draft, waits, holds = (_written(by, service, name) for name in ("Detox U řeky", "Noclehárna Most", "Úřad práce"))
    for one in (waits, holds):
        actions.propose(by=by, agreement=one, at=now)
    said = {"word": "yes", "name": "Vedoucí", "note": "", "on": timezone.localdate(), "at": now}
    actions.say(by=by, id=new_id(), agreement=holds, service=service, **said)
    actions.sign_for_them(by=by, id=new_id(), agreement=holds, **said)
    told = {
        "on": timezone.localdate(),
        "who": "obě strany",
        "found": "Čeká se dlouho.",
        "changes": "",
        "next_on": None,
    }
    actions.evaluate(by=by, id=new_id(), agreement=holds, service=service, at=now, **told)
    at = "/podchod/partners/"
    rests = {draft: ["", "change/"], waits: ["", "say/", "signed/"], holds: ["", "notice/", "evaluate/"]}
    pages = [f"{at}{one.pk}/{rest}" for one, more in rests.items() for rest in more]
    return [at, f"{at}?show=waiting", f"{at}?show=over", f"{at}new/", *pages]


def _written(by, service, name):
    texts = {"chosen": "Kdo chce přestat.", "deciding": "Primář.", "our_contact": "601 000 111"}
    start = timezone.localdate() - timedelta(days=30)
    more = {"answer_days": 3, "visit_days": 5, "ends_on": None, "forms": ["phone"]}
    terms = Terms(partner_name=name, texts=texts, starts_on=start, more=more)
    return actions.write(by=by, id=new_id(), service=service, terms=terms)
