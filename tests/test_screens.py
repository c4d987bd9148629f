"""Every screen, on a phone and on a desk: axe finds nothing, nothing is wider than the screen, in both languages."""

import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from spojka.access.actor import Actor
from spojka.base.ids import new_id
from spojka.codelists import load
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
from tests import care, make, sharing, tables

pytestmark = pytest.mark.slow
PARTS = 3  # the addresses are walked in so many tests, at the same time where there are more processors


@pytest.fixture
def night(transactional_db):
    """Hana's service in the middle of a night, with something of everything."""
    load.load()
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
    ]  # fmt: skip


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("kind", ["phone", "desk"])
def test_screens_are_open_to_everybody(night, phone, desk, axe, kind, part):
    hana, shift = night
    page = phone(hana) if kind == "phone" else desk(hana, color_scheme="dark")
    page.set_default_timeout(30_000)
    faults = {}

    for address in addresses(shift)[part::PARTS]:
        page.goto(address)
        if found := axe.faults(page) + shape(page):
            faults[address] = found

    assert faults == {}


def shape(page):
    """Return what is wrong with the frame of a page: too wide, no or two headings of the first order, no title."""
    wide, heads, title = page.evaluate(
        "[document.documentElement.scrollWidth - document.documentElement.clientWidth,"
        " document.querySelectorAll('h1').length, document.title]"
    )
    found = {f"{wide} px too wide": wide > 0, f"{heads} main headings": heads != 1, "no title": len(title) < 3}
    return [words for words, is_so in found.items() if is_so]


def test_the_stand_in_red_light(night, phone, axe):
    hana, shift = night
    page = phone(hana)
    page.goto(f"/podchod/shifts/{shift.pk}/encounters/new/")

    for _ in range(2):
        page.locator("[data-next-look]").first.click()

    assert page.locator("html").get_attribute("data-light") == "red"
    axe(page)


def test_every_target_of_the_stand_is_large_enough_for_gloves(night, phone):
    hana, shift = night
    page = phone(hana)
    small = []

    for path in ("encounters/new/", "now/", "alone/", "naloxone/", "naloxone/used/", "overdose/"):
        page.goto(f"/podchod/shifts/{shift.pk}/{path}")
        for target in page.locator(
            "main button:visible, main .choice:visible, main a:visible, main summary:visible, footer a:visible"
        ).all():
            box = target.bounding_box()
            small += [(path, target.inner_text(), box)] if min(box["width"], box["height"]) < 55.5 else []

    assert small == []


def test_english_pages_hold_no_czech_words_of_ours(night, browse):
    hana, shift = night
    reader = browse(hana)
    reader.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    czech = re.compile(r">\s*(Dnes|Kontakty|Směny|Klienti|Akce|Čísla|Správa|Uložit|Nový kontakt|Více|Odhlásit se)\s*<")

    for address in addresses(shift):
        page = reader.get(address).content.decode()
        assert not czech.search(page), address


def test_the_keyboard_alone_writes_a_contact(night, desk):
    hana, _shift = night
    page = desk(hana)
    page.goto("/podchod/")
    page.keyboard.press("n")
    page.wait_for_url("**/encounters/new/")
    before = Encounter.objects.count()

    page.locator("#id_materials-water").focus()
    page.keyboard.type("1")
    page.keyboard.press("Enter")
    page.get_by_text("Uloženo").wait_for()

    assert Encounter.objects.count() == before + 1


def test_the_heads_of_a_shift_wrap_in_large_letters(night, phone, desk):
    hana, shift = night
    for page in (desk(hana), phone(hana)):
        page.goto(f"/podchod/shifts/{shift.pk}/")
        page.evaluate("document.documentElement.style.fontSize = '200%'")

        width = page.viewport_size["width"]
        for one in page.locator(".shift .btn-due, .shift h2, .top > .quiet").all():
            box = one.bounding_box()
            assert not box or (box["width"] > 120 and box["x"] + box["width"] <= width)  # no letter per line


def test_nothing_is_wider_than_a_phone_in_large_letters(night, phone):
    hana, shift = night
    page, wide = phone(hana), {}
    for address in ("", f"shifts/{shift.pk}/", "office/", "clients/", "stock/", "reports/contacts/", "encounters/"):
        page.goto(f"/podchod/{address}")
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        if found := shape(page):
            wide[address] = found

    assert wide == {}
