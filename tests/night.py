"""A service in the middle of a night, with something of everything, and the addresses of its screens."""

from datetime import timedelta

from django.utils import timezone

from spojka.access.actor import Actor
from spojka.base.ids import new_id
from spojka.disclosures.models import DisclosureLine, DisclosureRequest
from spojka.emergencies.models import Alert, AlertContact, CardEntry, Incident, IncidentEntry, IntoxicationCard
from spojka.encounters.actions import encounters, refusals
from spojka.encounters.content import BreathValue, Content, SignValues
from spojka.encounters.models import CrewMember, Encounter, ShiftPart
from spojka.hubs import actions as hub_actions
from spojka.hubs.models import Hub
from spojka.members.models import Invitation
from spojka.naloxone.models import NaloxoneKit, NaloxoneTraining, NaloxoneUse, Overdose, OverdoseTie
from spojka.network.models import Membership, Project
from spojka.shifts.models import Debrief, Handover, HelpCall, Watch
from spojka.signals.models import EarlyWarning, Signal, TrendNote
from spojka.themes import actions as themes
from spojka.work.models import IndirectWork
from tests import (
    care,
    cases,
    groups,
    make,
    meetings,
    oldminutes,
    partners,
    recommendations,
    referrals,
    sharing,
    tables,
)


def begin():
    """Return Hana's membership and her shift that is on."""
    service = make.service(organisation=make.organisation(slug="podchod", name="Podchod, z. ú."), name="Noční život")
    hana = make.member(service, name="Hana Večerní", role="service_head")
    make.member(service, name="Anna Poledne", teams=[make.team(service, name="Lipovec")])
    make.invitation(service)
    now = timezone.now()
    event = make.event(service, starts_on=timezone.localdate(), ends_on=timezone.localdate())
    times = {"planned_start": now, "planned_end": now + timedelta(hours=7), "started_at": now - timedelta(hours=1)}
    shift = make.shift(service, event=event, place=event.venue, day=timezone.localdate(now), **times)
    CrewMember(**shift.ownership, shift=shift, membership_id=hana.id).add()
    make.shift(service, day=timezone.localdate(now), **times | {"started_at": None, "planned_start": now})
    fill(hana, shift, now)
    pay(hana, shift)
    warn(hana, shift)
    help_out(hana, shift)
    said = {"id": new_id(), "name": "Notebook u stánku", "address": "stanek.podchod.cz"}
    hub_actions.add(by=hana, service=service, **said)
    return hana, shift


def pay(hana, shift):
    today = timezone.localdate()
    year = {"valid_from": today.replace(month=1, day=1), "valid_to": today.replace(month=12, day=31)}
    told = {"name": "Bezpečnější noc", "promised": {"contacts": 100, "hours.shift": 20}}
    project = make.project(shift.service, **told, **year)
    ShiftPart(**shift.ownership, shift=shift, project=project, starts_at=shift.start).add()
    spent = {"day": today, "code": "travel", "minutes": 45, "recorded_by": hana.id}
    IndirectWork(**shift.ownership, membership_id=hana.id, project=project, **spent).add()


def warn(hana, shift):
    today, by = timezone.localdate(), {"recorded_by": hana.id}
    seen = {"kind": "substance", "substance": "mdma", "look": "růžová tableta s kotvou", "sure": "high", "many": 2}
    signal = Signal(**shift.ownership, seen_on=today, source="visitor", municipality="Lipovec", **seen, **by).add()
    told = {"what": "Růžové tablety s kotvou", "text": "Silně tlumí dech. Neberte je.", "area": "Lipovec"}
    days = {"valid_from": today, "valid_to": today, "audience": "public", "drawn_by": hana.id}
    verified = {"verified_at": timezone.now(), "verified_by": hana.id, "verified_name": "Hana Večerní"}
    EarlyWarning(**shift.ownership, **told, **days, **verified).add().signals.set([signal])
    EarlyWarning(**shift.ownership, **told, **days).add()
    TrendNote(**shift.ownership, trend="hunger", scale=3, text="Chleba došel.", day=today, **by).add()
    themes.publish(by=hana, service=shift.service, at=timezone.now())
    make.organisation(name="Vraní most", hears_warnings=True)


def help_out(hana, shift):
    contact, day = Encounter.objects.exclude(client=None).first(), {"day": shift.day}
    told = {"doses": 2, "recorded_by": hana.id}
    batch = {"batch": "NX-1", "expires_on": timezone.localdate() + timedelta(days=9), "reason": "first"}
    kit = NaloxoneKit(**shift.ownership, **day, **told, **batch, encounter=contact, trained="now").add()
    came = {"by_whom": "holder", "came": "reversed", "ambulance": "yes", "occurred_at": timezone.now()}
    NaloxoneUse(**shift.ownership, **day, **told, **came, shift=shift, kit=kit).add()
    NaloxoneTraining(**shift.ownership, **day, people=9, covered=["signs"], trained_by=hana.id).add()
    heard = {"heard": "ours", "ended": "died", "naloxone": "yes", "ambulance": "yes", "substances": ["heroin"]}
    overdose = Overdose(**shift.ownership, **day, **heard, place_kind="street", municipality="Lipovec").add()
    OverdoseTie(**shift.ownership, overdose=overdose, client=contact.client, reason="Přeje si to.", tied_by="x").add()
    asking = {"year": shift.day.year, "authority": "police", "office": "OO Lipovec", "way": "letter", "about": "X"}
    asking |= {"received_on": shift.day, "ground": "criminal", "asked": "Y", "recorded_by": hana.id}
    DisclosureRequest(**shift.ownership, **asking, number=1, due_on=shift.day).add()
    decided = {"decision": "part", "decided_at": timezone.now(), "decided_by": hana.id, "decided_why": "Z"}
    request = DisclosureRequest(**shift.ownership, **asking, **decided, number=2).add()
    DisclosureLine(
        **shift.ownership, request=request, kind="note", on=shift.day, text="Volali.", is_after=True, recorded_by="x"
    ).add()


def fill(hana, shift, now):
    from spojka.codelists.catalogue import catalogue

    lists = catalogue(shift.service, shift.day)
    said = [
        Content(
            side="anonymous", occurred_at=now, materials={"water": 1}, themes=("law",), note="Čekala na kamarádku."
        ),
        Content(side="code", code="MOL 91 T", occurred_at=now, substances=("lsd",), sex="woman"),
        Content(side="tally", people=37, occurred_at=now, materials={"earplugs": 37}),
        Content(side="anonymous", occurred_at=now, breath=BreathValue(value="0.41", unit="mg_l_210")),
        Content(side="anonymous", occurred_at=now, signs=SignValues(upper=142, lower=88, pulse=80)),
    ]
    for content in said:
        encounters.record(by=hana, id=new_id(), shift=shift, content=content, catalogue=lists, at=now)
    first = Encounter.objects.filter(side="anonymous").order_by("pk").first()
    encounters.correct(
        by=hana, encounter=first, version=1, content=said[0], catalogue=lists, reason="Překlep.", at=now
    )
    refusals.record(
        by=hana, id=new_id(), shift=shift, ground="exhausted", wanted="vitamins", offered="Voda u baru.",
        ends_service=False, agreed_by="", description="", occurred_at=now, phone_at=None, at=now,
    )  # fmt: skip
    told = {"occurred_at": now, "recorded_by": hana.id}
    watched = {"every": 30, "where": "Nábřeží", "last_at": now, "due_at": now}
    Watch(**shift.ownership, shift=shift, **watched, **told).add()
    HelpCall(**shift.ownership, shift=shift, called="155", **told).add()
    Handover(**shift.ownership, shift=shift, message="U baru dochází voda.", **told).add()
    Debrief(**shift.ownership, shift=shift, mood="tired", well="Klid.", **told).add()
    card = IntoxicationCard(**shift.ownership, shift=shift, day=shift.day, **told).add()
    CardEntry(**shift.ownership, card=card, code="drowsy", text="Saturace 93.", **told).add()
    incident = Incident(**shift.ownership, shift=shift, day=shift.day, kind="fire", **told).add()
    IncidentEntry(**shift.ownership, incident=incident, kind="what", text="Hořel koš.", **told).add()
    medics = {"role": "medics", "name": "Jirka", "phone": "777123456", "added_by": hana.id}
    contact = AlertContact(**shift.ownership, event=shift.event, **medics).add()
    Alert(**shift.ownership, shift=shift, incident=incident, contact=contact, role="medics", **told).add()


def addresses(shift):
    """Return the addresses of every screen that Hana has."""
    hana = Actor.member(Membership.objects.get(user__name="Hana Večerní"))
    encounter = Encounter.objects.filter(version=2).first()
    client = Encounter.objects.exclude(client=None).first().client
    at = f"/podchod/shifts/{shift.pk}/"
    anna = f"/podchod/people/{Membership.objects.get(user__name='Anna Poledne').pk}/"
    draft = EarlyWarning.objects.get(verified_at=None)
    warning = f"/podchod/warnings/{EarlyWarning.objects.exclude(verified_at=None).get().pk}/"
    hub = f"/podchod/hubs/{Hub.objects.get().pk}/"
    project, line = Project.objects.first(), IndirectWork.objects.first()
    return [
        "/podchod/people/invite/", anna, f"{anna}change/", f"{anna}end/", "/podchod/organisation/",
        f"/podchod/invitations/{Invitation.objects.get().pk}/", f"/podchod/services/{shift.service_id}/",
        "/podchod/", "/podchod/shifts/", "/podchod/shifts/new/", at, f"{at}close/", f"{at}encounters/new/",
        f"{at}now/", f"{at}alone/", f"{at}crew/", f"{at}tally/", f"{at}briefing/", f"{at}debriefs/",
        f"/podchod/handovers/{Handover.objects.get().pk}/", f"/podchod/watches/{Watch.objects.get().pk}/end/",
        f"{at}tablets/", f"{at}breath/", f"{at}cards/", f"{at}vitals/", f"{at}alerts/",
        f"{at}contacts/", f"{at}incidents/", "/podchod/incidents/", f"/podchod/incidents/{Incident.objects.get().pk}/",
        f"/podchod/cards/{IntoxicationCard.objects.get().pk}/",
        f"{at}refusals/new/", "/podchod/encounters/", "/podchod/encounters/?state=voided",
        "/podchod/encounters/filters/",
        f"/podchod/encounters/{encounter.pk}/", f"/podchod/encounters/{encounter.pk}/correct/",
        f"/podchod/encounters/{encounter.pk}/void/", "/podchod/clients/", "/podchod/clients/find/",
        f"/podchod/clients/{client.pk}/", "/podchod/clients/code-template/", "/podchod/events/",
        "/podchod/events/new/", f"/podchod/events/{shift.event_id}/", f"/podchod/events/{shift.event_id}/change/",
        "/podchod/office/", "/podchod/places/", "/podchod/places/new/", f"/podchod/places/{shift.place_id}/change/",
        "/podchod/projects/", "/podchod/projects/new/", f"/podchod/projects/{project.pk}/",
        f"/podchod/projects/{project.pk}/change/", f"{at}split/", f"{at}move/", "/podchod/indirect/",
        "/podchod/indirect/new/", f"/podchod/indirect/{line.pk}/correct/",
        f"{at}signal/", "/podchod/signals/", "/podchod/signals/new/", "/podchod/warnings/", "/podchod/warnings/new/",
        f"/podchod/warnings/{draft.pk}/", warning, f"{warning}withdraw/", f"{warning}answer/",
        "/podchod/reports/contacts/?by=project", "/podchod/quality/", "/podchod/quality/place-nowhere/",
        "/podchod/quality/contact-no-theme/", "/podchod/quality/?period=this_year",
        "/podchod/lists/", "/podchod/lists/material/", "/podchod/people/", "/podchod/audit/",
        "/podchod/search/", "/podchod/reports/contacts/", "/podchod/reports/contacts/?for=partner",
        "/podchod/reports/contacts/?against=previous", "/podchod/reports/meanings/", "/podchod/reports/saved/",
        "/podchod/reports/indicators/?period=this_year", "/podchod/reports/contacts/?by=hour&of=exchange",
        "/podchod/reports/saved/new/?period=last_month", f"/podchod/reports/events/{shift.event_id}/",
        f"/podchod/reports/shifts/{shift.pk}/?for=own", "/account/",
        "/account/pin/", "/account/recovery-codes/", f"/podchod/services/{shift.service_id}/teams/new/",
        f"{at}themes/", f"{at}themes/#distress", "/podchod/themes/", f"/podchod/themes/{shift.service_id}/hearing/",
        "/podchod/trends/", "/podchod/trends/new/", "/podchod/signals/share/", "/podchod/organisation/name/",
        "/public/podchod/", "/public/podchod/warnings/", "/projection/cs/table/",
        "/podchod/nowhere/", f"{at}naloxone/", f"{at}naloxone/used/", f"{at}overdose/", "/podchod/naloxone/",
        f"/podchod/encounters/{encounter.pk}/naloxone/", "/podchod/naloxone/training/", "/podchod/overdoses/",
        "/podchod/overdoses/new/", f"/podchod/overdoses/{Overdose.objects.get().pk}/", "/podchod/authority-requests/",
        "/podchod/authority-requests/new/",
        *(f"/podchod/authority-requests/{one.pk}/" for one in DisclosureRequest.objects.order_by("number")),
        "/podchod/eligibility/", "/podchod/overrides/", "/podchod/counter/", f"/podchod/counter/{shift.pk}/",
        f"/podchod/clients/{client.pk}/counter/",
        "/podchod/hubs/", "/podchod/hubs/new/", hub, f"{hub}phone/", f"{hub}revoke/",
        hub.replace("podchod/hubs", "phone/hub"),
        "/podchod/sheets/", *tables.sheets(shift.service), *care.screens(hana, shift), *sharing.once(hana, client),
        *cases.once(hana, client), *meetings.once(hana, shift.service), *partners.once(hana, shift.service),
        *referrals.once(hana, client), *groups.once(hana, shift.service),
        *recommendations.once(hana, shift.service),
        *oldminutes.once(hana, shift.service),
    ]  # fmt: skip
