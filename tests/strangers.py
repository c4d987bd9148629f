"""Rows about a client that strangers must not find, by how the path to their pages begins."""

from datetime import timedelta

from django.utils import timezone

from spojka.care.models import Exclusion
from spojka.clients.models import Agreement, Apart, Household, HouseholdMember, Instruction, Joining, Relation
from spojka.consents.models import Consent, ConsentRecipient, ConsentScan, Opening
from spojka.inquiries.models import Inquiry
from spojka.links import doors as links
from spojka.looks.models import PURPOSE, AccessSheet, Remark
from spojka.reports.models import SavedReport
from spojka.signals.models import EarlyWarning
from spojka.walls.models import Wall

from . import make


def shared(service, client):
    """What is shared of a client, and their own look."""
    mine, day = service.ownership, make.SATURDAY
    said = {"form": "spoken", "version": "1", "given_on": day, "taken_by": "anna", "recorded_by": "anna"}
    statement = Agreement(**mine, client=client, **said).add()
    given = {"year": 2026, "number": 1, "kinds": 1, "way": "paper", "given_on": day, "taken_by": "anna"}
    consent = Consent(**mine, client=client, statement=statement, **given, recorded_by="anna").add()
    named = {"consent": consent, "place_in_order": 0, "kinds": 1, "institution": "Nemocnice"}
    telling = {"basis": "duty", "ground": "x", "reason": "x", "kinds": 1, "institution": "Úřad", "told": "before"}
    telling |= {"told_on": day, "ends_at": make.NEXT_CENTURY, "recorded_by": "anna"}
    link = links.issue(purpose=PURPOSE, token="ABCD" * 6, at=make.NOON, lasts=timedelta(days=9))
    look = make.grant(client, link, service, basis="own_look")
    sheet = {"client": client, "name": "ABCD", "link": link, "grant": look, "issued_by": "anna"}
    recipient = ConsentRecipient(**mine, **named).add()
    asked = {"wants": "action", "what": "x", "why": "x", "kinds": 1, "due_on": day, "asked_by": "anna"}
    seen = make.grant(client, service, service, ends_at=make.NEXT_CENTURY)
    inquiry = Inquiry(**mine, client=client, recipient=recipient, institution="Úřad", grant=seen, **asked).add()
    return {
        "inquiries/": inquiry,
        "walls/": Wall(**mine, client=client, centre=service, why="x", raised_by="anna").add(),
        "consents/": consent,
        "consent-scans/": ConsentScan(**mine, consent=consent, kind="pdf", size=9, added_by="x").add(),
        "consent-recipients/": recipient,
        "openings/": Opening(**mine, client=client, **telling).add(),
        "access-sheets/": AccessSheet(**mine, **sheet).add(),
        "remarks/": Remark(**mine, client=client, kind="remark", text="x").add(),
    }


def traces(service, client):
    """What is written about a client."""
    other, mine = make.client(service), {**service.ownership, "recorded_by": "anna"}
    first, second = sorted((client, other), key=lambda row: row.pk)
    home, day = Household(**mine, name="byt").add(), make.SATURDAY
    given = {"form": "spoken", "version": "1", "given_on": day, "taken_by": "anna"}
    joining = {"kind": "merge", "source": other, "target": client, "reason": "x", "made_by": "anna"}
    return {
        "agreements/": Agreement(**mine, client=client, **given).add(),
        "apart/": Apart(**service.ownership, first=first, second=second, said_by="anna").add(),
        "household-members/": HouseholdMember(**mine, household=home, client=client, since=day).add(),
        "households/": home,
        "instructions/": Instruction(**mine, client=client, text="x").add(),
        "joinings/": Joining(**service.ownership, **joining).add(),
        "relations/": Relation(**mine, client=client, kind="parent", about="x").add(),
    }


def ended(service, client):
    words = dict.fromkeys(["ground", "what", "remedy", "told", "appeal", "offered"], "x")
    days = {"starts_on": make.SATURDAY, "review_on": make.SATURDAY, "until": "x"}
    return Exclusion(**service.ownership, client=client, **words, **days, recorded_by="anna").add()


def warning(service):
    today = timezone.localdate()
    said = {"what": "Růžové tablety", "text": "Neberte je.", "audience": "public", "drawn_by": "hana"}
    days = {"valid_from": today, "valid_to": today, "verified_at": timezone.now(), "verified_name": "Hana"}
    return EarlyWarning(**service.ownership, **said, **days).add()


def remembered(by, service):
    said = {"name": "Pro město", "settings": {"period": "last_month"}, "is_shared": True}
    return SavedReport(**service.ownership, **said, made_by=by.id, used_at=make.NOON).add()
