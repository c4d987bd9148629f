"""Rows about a client that strangers must not find, by how the path to their pages begins."""

from datetime import timedelta

from django.utils import timezone

from spojka.appointments.models import Appointment, Booking, FreeTime, Home, Stay, Waiting, WaitingOffer
from spojka.assessments.models import AssessmentPart, EcomapTie
from spojka.base.ids import new_id
from spojka.care.models import Exclusion
from spojka.caseplans.models import Duty, Part, Plan, Review
from spojka.cases.models import (
    Case,
    CaseFile,
    CaseGroup,
    CaseInGroup,
    Entry,
    Measure,
    Note,
    Participant,
    Party,
    Placement,
)
from spojka.clients.models import Agreement, Apart, Household, HouseholdMember, Instruction, Joining, Relation
from spojka.conferences.models import CaseMeeting
from spojka.consents.models import Consent, ConsentRecipient, ConsentScan, Opening
from spojka.contracts.models import (
    Contract,
    ContractEnding,
    ContractRefusal,
    ContractWarning,
    ContractWording,
    RulesExplanation,
    ServiceRules,
)
from spojka.directory.models import ServiceEntry
from spojka.inquiries.models import Inquiry
from spojka.links import doors as links
from spojka.looks.models import PURPOSE, AccessSheet, Remark, Withholding
from spojka.meetings.models import AgendaItem, Invited, Meeting, MeetingSeries, MinutesLine, SeriesMember
from spojka.network.models import Membership
from spojka.partners.models import PartnerAgreement, PartnerEvaluation
from spojka.referrals.models import Referral, ReferralStep
from spojka.reports.models import SavedReport
from spojka.signals.models import EarlyWarning
from spojka.soundings.models import Sounding
from spojka.statements.models import Statement, TeamAgreement
from spojka.walls.models import SecretAddress, Wall

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
    make.grant(client, link, service, basis="own_look")
    sheet = {"client": client, "name": "ABCD", "link": link, "issued_by": "anna"}
    withheld = {"part": "done", "ground": "life", "why": "x", "ends_on": make.NEXT_CENTURY.date(), "proposed_by": "x"}
    recipient = ConsentRecipient(**mine, **named).add()
    asked = {"wants": "action", "what": "x", "why": "x", "kinds": 1, "due_on": day, "asked_by": "anna"}
    seen = make.grant(client, service, service, ends_at=make.NEXT_CENTURY)
    inquiry = Inquiry(**mine, client=client, recipient=recipient, institution="Úřad", grant=seen, **asked).add()
    unsaid = {"why": "x", "basis": "duty", "basis_words": "x", "mark": "x", "outcome": "x", "ends_on": day}
    return {
        "inquiries/": inquiry,
        "soundings/": Sounding(**mine, client=client, asked=make.service(), **unsaid, asked_by="anna").add(),
        "secret-addresses/": SecretAddress(**mine, client=client, why="x", hidden_by="anna").add(),
        "walls/": Wall(**mine, client=client, centre=service, why="x", raised_by="anna").add(),
        "consents/": consent,
        "consent-scans/": ConsentScan(**mine, consent=consent, kind="pdf", size=9, added_by="x").add(),
        "consent-recipients/": recipient,
        "openings/": Opening(**mine, client=client, **telling).add(),
        "access-sheets/": AccessSheet(**mine, **sheet).add(),
        "withholdings/": Withholding(**mine, client=client, **withheld).add(),
        "remarks/": Remark(**mine, client=client, kind="remark", text="x").add(),
    }


def meetings(service, anna):
    """A series, a meeting of it, and what is written of that."""
    mine, told = service.ownership, {"kind": "team", "called_as": "x", "minutes": 60}
    rule = {"rhythm": "free", "starts_on": make.SATURDAY, "hour": make.NOON.time(), "started_by": anna.id}
    series = MeetingSeries(**mine, **told, **rule).add()
    meeting = Meeting(
        **mine, **told, series=series, held_for=series.held_for, starts_at=make.NOON, called_by="x"
    ).add()
    line = {"line": new_id(), "sent": new_id(), "number": 1, "kind": "task", "at": make.NOON}
    return {
        "meetings/": meeting,
        "meeting-series/": series,
        "meeting-points/": AgendaItem(**mine, meeting=meeting, text="x", added_by=anna.id).add(),
        "meeting-people/": Invited(**mine, meeting=meeting, name="x", added_by=anna.id).add(),
        "meeting-matters/": MinutesLine(**mine, **line, meeting=meeting, text="x", written_by=anna.id).add(),
        "meeting-series-people/": SeriesMember(**mine, series=series, name="x", added_by=anna.id).add(),
    }


def in_case(service):
    """What is written into a case."""
    mine, day = service.ownership, make.SATURDAY
    file = {"year": 2026, "number": 1, "name": "x", "of": "person", "way_in": "self", "regime": "service"}
    case = Case(**mine, **file, opened_in=service, opened_on=day, recorded_by="anna").add()
    party = Party(**mine, case=case, role="client", name="x", is_child=True, joined_on=day).add()
    said = {"case": case, "at": make.NOON, "text": "x", "written_by": "anna"}
    group = CaseGroup(**mine, name="x", made_by="anna").add()
    team = {"case": case, "role": "school", "institution": "x", "joined_on": day, "added_by": "anna"}
    about = {"case": case, "about": party, "recorded_by": "anna"}
    plan = Plan(**mine, case=case, number=1, kind="final", started_by="anna").add()
    written = {"case": case, "plan": plan, "wording": 1, "written_by": "anna"}
    Part(**mine, **written, kind="head", key=new_id(), texts="{}").add()
    statement = {"kind": 1, "at": make.NOON, "text": "x", "source": "own", "written_by": "anna"}
    agreed = {"topics": ["family"], "forms": ["phone"], "starts_on": day, "evaluate_on": day, "made_by": "anna"}
    agreed |= dict.fromkeys(["misunderstanding", "ending", "evaluation"], "x")
    when = {"starts_at": make.NOON, "minutes": 60, "kind": "meeting", "called_as": "x", "called_by": "anna"}
    meeting = Meeting(**mine, **when, held_for=case.pk, needs="case.view").add()
    return {
        "case-meetings/": CaseMeeting(
            **mine, case=case, meeting=meeting, sort="meeting", purpose="x", called_by="anna"
        ).add(),
        "case-plans/": plan,
        "plan-reviews/": Review(**mine, case=case, plan=plan, on=day, at=make.NOON, written_by="anna").add(),
        "plan-parts/": Part(**mine, **written, kind="goal", key=new_id(), texts='{"text": "x"}').add(),
        "duties/": Duty(**mine, case=case, about=party, on=day, texts='{"what": "x"}', written_by="anna").add(),
        "statements/": Statement(**mine, case=case, about=party, **statement).add(),
        "team-agreements/": TeamAgreement(**mine, case=case, version=1, **agreed).add(),
        "cases/": case,
        "parties/": party,
        "case-files/": CaseFile(
            **mine, case=case, about=party, kind=1, at=make.NOON, name="x", form="pdf", size=9, added_by="anna"
        ).add(),
        "entries/": Entry(**mine, **said, about=party, kind=1).add(),
        "notes/": Note(**mine, **said).add(),
        "participants/": Participant(**mine, **team).add(),
        "measures/": Measure(**mine, **about, kind="supervision", starts_on=day).add(),
        "placements/": Placement(**mine, **about, where="x", planned_on=day).add(),
        "case-groups/": CaseInGroup(**mine, group=group, case=case).add(),
    }


def in_contract(service, client):
    """A contract with a client, in force, and what came of it."""
    mine, day = service.ownership, make.SATURDAY
    rules = ServiceRules(
        **mine, version=1, text="x", valid_from=day, notice=9, notice_unit="days", recorded_by="hana"
    ).add()
    number = {"year": 2026, "number": 1, "concluded_on": day}
    contract = Contract(**mine, client=client, **number, regime="service", form="oral", written_by="anna").add()
    said = {"rules": rules, "texts": "x", "starts_on": day, "written_by": "anna"}
    ContractWording(**mine, contract=contract, version=1, concluded_on=day, **said).add()
    ContractWording(**mine, contract=contract, version=2, **said).add()
    after = {"contract": contract, "texts": "x", "written_on": day, "recorded_by": "anna"}
    refusal = {"on": day, "ground": "capacity", "instead": "later", "texts": "x", "recorded_by": "anna"}
    return {
        "rules/": rules,
        "rules-explained/": RulesExplanation(
            **mine, client=client, rules=rules, on=day, ways=["easy"], told_by="anna", texts="x", recorded_by="anna"
        ).add(),
        "contracts/": contract,
        "contract-warnings/": ContractWarning(**mine, **after, happened_on=day).add(),
        "contract-endings/": ContractEnding(**mine, **after, way="provider", ground="dignity").add(),
        "contract-refusals/": ContractRefusal(**mine, client=client, **refusal).add(),
    }


def between_two(service):
    """An agreement with another organisation."""
    said = {"partner_name": "x", "starts_on": make.SATURDAY, "written_by": "hana"}
    one, day = PartnerAgreement(**service.ownership, **said).add(), make.SATURDAY
    found = {"agreement": one, "on": day, "who": "x", "found": "x", "next_on": day, "written_by": "hana"}
    return {"partners/": one, "partner-evaluations/": PartnerEvaluation(**service.ownership, **found).add()}


def referred(service, client):
    """A client offered to somebody, and what was said of it."""
    days = {"offered_on": make.SATURDAY, "answer_by": make.SATURDAY, "visit_days": 5}
    said = {"way": "out", "client": client, "partner_name": "x", "mark": "CDF-347", "wants": "x", "offered_by": "anna"}
    one = Referral(**service.ownership, **said, **days).add()
    step = {"referral": one, "side": "ours", "kind": "question", "on": make.SATURDAY, "said_by": "anna"}
    return {"referrals/": one, "referral-steps/": ReferralStep(**service.ownership, **step).add()}


def in_directory(service):
    """What a service says of itself to those it opens it to, and its book."""
    mine, day = service.ownership, make.SATURDAY
    said = {"name": "x", "provider": "x", "kind": "3856", "checked_on": day, "checked_by": "x", "written_by": "x"}
    entry = ServiceEntry(**mine, **said).add()
    worker = Membership.objects.filter(services=service).order_by("pk").first()
    span = {"starts_at": make.NEXT_CENTURY, "ends_at": make.NEXT_CENTURY + timedelta(hours=1)}
    booked = {"worker": worker, "kind": "first", "booked_by": "anna", "state": "free"}
    one = Appointment(**mine, **booked, **span).add()
    free = {"entry": entry, "name": "x", "starts_at": make.NEXT_CENTURY, "minutes": 60}
    time = FreeTime(**mine, appointment=one, **free).add()
    taken = {"word": "ABC-234", "reach": "x", "sender": "x", "booked_by": "anna", "booked_at": make.NOON}
    waiting = Waiting(**mine, purpose="x", who="x", since=day, written_by="anna").add()
    offer = {"what": "x", "offered_on": day, "answer_by": day, "offered_by": "anna"}
    home = Home(**mine, name="x").add()
    return {
        "directory/": entry,
        "appointments/": one,
        "free-times/": time,
        "bookings/": Booking(**mine, free_time=time, **taken).add(),
        "waiting/": waiting,
        "waiting-offers/": WaitingOffer(**mine, waiting=waiting, **offer).add(),
        "homes/": home,
        "stays/": Stay(**mine, home=home, who="x", since=day, written_by="anna").add(),
    }


def traces(service, client):
    """What is written about a client."""
    other, mine = make.client(service), {**service.ownership, "recorded_by": "anna"}
    first, second = sorted((client, other), key=lambda row: row.pk)
    home, day = Household(**mine, name="byt").add(), make.SATURDAY
    given = {"form": "spoken", "version": "1", "given_on": day, "taken_by": "anna"}
    part = {"client": client, "form": "entry", "section": "family", "kind": 8, "version": 1, "answers": "{}"}
    AssessmentPart(**mine, **part).add()
    joining = {"kind": "merge", "source": other, "target": client, "reason": "x", "made_by": "anna"}
    tie = {"client": client, "name": "x", "group": "family", "strength": "weak", "direction": "none"}
    return (
        in_contract(service, client)
        | in_directory(service)
        | {
            "ecomap-ties/": EcomapTie(**mine, **tie).add(),
            "agreements/": Agreement(**mine, client=client, **given).add(),
            "apart/": Apart(**service.ownership, first=first, second=second, said_by="anna").add(),
            "household-members/": HouseholdMember(**mine, household=home, client=client, since=day).add(),
            "households/": home,
            "instructions/": Instruction(**mine, client=client, text="x").add(),
            "joinings/": Joining(**service.ownership, **joining).add(),
            "relations/": Relation(**mine, client=client, kind="parent", about="x").add(),
        }
    )


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
