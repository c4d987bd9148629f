"""Strangers know the id of a row that is there, and still find nothing behind any URL, present and future."""

import re
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.utils import timezone

from spojka.access.permissions import Permission
from spojka.audit import log
from spojka.base.ids import new_id
from spojka.care.models import GroupSession, RapidTest, RapidTestStep, Resource, Slot
from spojka.counter.models import Pass
from spojka.disclosures.models import DisclosureReader, DisclosureRequest
from spojka.emergencies.models import (
    Alert,
    AlertContact,
    CardEntry,
    Incident,
    IncidentEntry,
    IncidentPerson,
    IntoxicationCard,
)
from spojka.encounters.models import Breath, ServiceRefusal, VitalSigns
from spojka.hubs.models import Hub
from spojka.naloxone.models import NaloxoneTraining, NaloxoneUse, Overdose, OverdoseTie
from spojka.network.models import Membership
from spojka.phones.models import Phone
from spojka.quality.models import Accepted
from spojka.sheets.models import Sheet
from spojka.sheets.reading import Page
from spojka.sheets.storing import pack
from spojka.shifts.models import Handover, HelpCall, Watch
from spojka.signals.models import Signal, TrendNote
from spojka.stock.models import Location, Movement
from spojka.tablets.models import Tablet
from spojka.work.models import IndirectWork

from . import make
from .entering import back, key_of
from .strangers import between_two, ended, in_case, meetings, referred, remembered, shared, traces, warning
from .strangers_groups import in_group
from .test_gates_urls import HOUSES

WITH_ROW = [path for path in HOUSES if "<uuid:id>" in path]
METHODS = ["get", "post"]
REFERENCE = re.compile(r"\b[a-z0-9]{8}\b(?=</)")  # of the fault, new each time
ID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")
HOUSE = {"other head": "podchod", "stranger": "jinde"}
SECRETS = dict.fromkeys(["key", "slot", "marking", "passing"], "x")
# open to who runs the house, whatever the service
OF_THE_HOUSE = ("people/", "invitations/", "projects/", "services/", "teams/")


@pytest.fixture(scope="module")
def house(for_the_file):
    return make.organisation(slug="podchod")


@pytest.fixture(scope="module")
def people(house, known):
    """Who looks, by the keys of their sessions; all but the first are strangers to the service."""
    kontakt, elsewhere = make.service(organisation=house), make.service(organisation=make.organisation(slug="jinde"))
    return {
        "head": key_of(make.member(known["services/"], role="service_head")),
        "other head": key_of(make.member(kontakt, role="service_head")),
        "manager": key_of(make.member(kontakt, role="organisation_manager")),
        "stranger": key_of(make.member(elsewhere, role="organisation_manager")),
    }


@pytest.fixture
def answers(people, db):
    """Return the statuses of both methods on a path: GET and POST."""

    def of(who, path):
        browser = back(people[who])  # one for both: each new one puts all guards of requests together anew
        return {method: getattr(browser, method)(path).status_code for method in METHODS}

    return of


@pytest.fixture(scope="module")
def known(house):
    """Rows of Anna's service, by how the path to their pages begins."""
    teren = make.service(organisation=house)
    anna = make.member(teren)
    client, shift = make.client(teren), make.shift(teren)
    log.reading(verb=Permission.CLIENT_VIEW, by=anna, model=type(client), ids=[client.pk])
    told = {"shift": shift, "day": shift.day}
    at = shift.start + timedelta(hours=1)
    card = IntoxicationCard(**teren.ownership, **told, occurred_at=at, recorded_by=anna.id).add()
    store = Location(**teren.ownership, kind="store", name="Sklad", recorded_by=anna.id).add()
    incident = Incident(**teren.ownership, **told, occurred_at=at, recorded_by=anna.id).add()
    asking = {"year": 2026, "number": 1, "authority": "police", "office": "OO", "ground": "criminal", "way": "letter"}
    decided = {"decision": "refuse", "decided_at": at, "decided_by": "hana"}
    said = {"received_on": shift.day, "about": "x", "asked": "x", "recorded_by": "hana"} | decided
    asked = DisclosureRequest(**teren.ownership, **asking, **said).add()
    heard = {"heard": "told", "ended": "survived", "naloxone": "yes", "ambulance": "no"}
    overdose = Overdose(**teren.ownership, day=shift.day, **heard).add()
    test = RapidTest(
        **teren.ownership, **told, kind="hiv", slip="ABC-DEF", state="talked", taken_by=anna.id, recorded_by=anna.id
    ).add()
    shower = Resource(**teren.ownership, name="Sprcha", minutes=20, recorded_by=anna.id).add()
    numbers = {"role": "medics", "phone": "777123456", "added_by": anna.id}
    return traces(teren, client) | {
        "passes/": Pass(**teren.ownership, client=client, number="ABCDEFGHJKLMNPQR", issued_by=anna.id).add(),
        "counter/": shift,
        "alert-contacts/": AlertContact(**teren.ownership, shift=shift, **numbers).add(),
        "alerts/": Alert(**teren.ownership, shift=shift, role="medics", occurred_at=at, recorded_by=anna.id).add(),
        "incident-entries/": IncidentEntry(
            **teren.ownership, incident=incident, kind="note", text="x", occurred_at=at, recorded_by=anna.id
        ).add(),
        "incidents/": incident,
        "incident-people/": IncidentPerson(
            **teren.ownership, incident=incident, membership_id=anna.id, part="present", named_by=anna.id
        ).add(),
        "vitals/": VitalSigns(**teren.ownership, **told, pulse=80).add(),
        "audit/row/": client,
        "authority-requests/": asked,
        "authority-readers/": DisclosureReader(
            **teren.ownership, request=asked, membership_id=anna.id, named_by="hana"
        ).add(),
        "exclusions/": ended(teren, client),
        **shared(teren, client),
        **in_case(teren),
        **between_two(teren),
        **meetings(teren, anna),
        **in_group(teren, anna),
        **referred(teren, client),
        "groups/": GroupSession(
            **teren.ownership, **told, act="SK", starts_at=at, ends_at=at + timedelta(hours=1), recorded_by=anna.id
        ).add(),
        "rapid-test-steps/": RapidTestStep(
            **teren.ownership, test=test, kind="talk", occurred_at=at, recorded_by=anna.id
        ).add(),
        "rapid-tests/": test,
        "resources/": shower,
        "slots/": Slot(**teren.ownership, **told, resource=shower, who="14", queued_at=at, recorded_by=anna.id).add(),
        "breaths/": Breath(**teren.ownership, **told, value=Decimal("0.5"), unit="permille", factor=1).add(),
        "calls/": HelpCall(**teren.ownership, shift=shift, called="155", occurred_at=at, recorded_by=anna.id).add(),
        "card-entries/": CardEntry(
            **teren.ownership, card=card, code="alert", occurred_at=at, recorded_by=anna.id
        ).add(),
        "cards/": card,
        "clients/": client,
        "encounters/": make.encounter(shift, client=client),
        "events/": make.event(teren),
        "handovers/": Handover(**teren.ownership, shift=shift, occurred_at=at, recorded_by=anna.id).add(),
        "hubs/": Hub(**teren.ownership, name="Stánek", address="hub.podchod.cz", recorded_by=anna.id, **SECRETS).add(),
        "invitations/": make.invitation(teren),
        "lists/": teren,
        "naloxone/trainings/": NaloxoneTraining(**teren.ownership, day=shift.day, people=9, trained_by=anna.id).add(),
        "naloxone/uses/": NaloxoneUse(
            **teren.ownership,
            **told,
            doses=1,
            by_whom="holder",
            came="reversed",
            ambulance="yes",
            occurred_at=at,
            recorded_by=anna.id,
        ).add(),
        "overdoses/": overdose,
        "overdose-ties/": OverdoseTie(
            **teren.ownership, overdose=overdose, client=client, reason="x", tied_by=anna.id
        ).add(),
        "people/": Membership.objects.get(pk=anna.id),
        "indirect/": IndirectWork(
            **teren.ownership, day=shift.day, membership_id=anna.id, code="travel", minutes=30, recorded_by=anna.id
        ).add(),
        "phones/": Phone(user=anna.user, heard_at=at).add(),
        "places/": shift.place,
        "projects/": make.project(teren),
        "refusals/": ServiceRefusal(
            **teren.ownership, **told, occurred_at=at, ground="full", recorded_by=anna.id
        ).add(),
        "services/": teren,
        "sheets/": Sheet(
            **teren.ownership,
            name_hash="x",
            file_hash="x",
            brought_by=anna.id,
            content=pack([Page("", [["Datum", "Kód"], ["3. 5. 2026", "A1"]])]),
        ).add(),
        "quality/<slug:check>/": shift.place,
        "quality/accepted/": Accepted(
            **teren.ownership, check_code="place-nowhere", row_id=client.pk, day=shift.day, accepted_by=anna.id
        ).add(),
        "reports/events/": make.event(teren),
        "reports/saved/": remembered(anna, teren),
        "reports/shifts/": shift,
        "shifts/": shift,
        "signals/": Signal(
            **teren.ownership, kind="hunger", seen_on=shift.day, sure="low", source="own", recorded_by=anna.id
        ).add(),
        "stock/locations/": store,
        "stock/movements/": Movement(
            **teren.ownership,
            kind="delivery",
            code="water",
            quantity=1,
            target=store,
            occurred_at=at,
            recorded_by=anna.id,
        ).add(),
        "stock/shifts/": shift,
        "themes/": teren,
        "trends/": TrendNote(**teren.ownership, trend="hunger", scale=2, day=shift.day, recorded_by=anna.id).add(),
        "warnings/": warning(teren),
        "watches/": Watch(
            **teren.ownership, shift=shift, every=30, occurred_at=at, last_at=at, due_at=at, recorded_by=anna.id
        ).add(),
        "teams/": make.team(teren),
        "tablets/": Tablet(**teren.ownership, shift=shift, enrolled_by=anna.id).add(),
    }


def url(path, known, house="podchod"):
    rest = path.removeprefix("<slug:organisation>/")
    (row,) = [row for start, row in known.items() if rest.startswith(start)]  # a new kind of page needs a row above
    rest = rest.replace("<uuid:id>", str(row.pk)).replace("<slug:list>", "material").replace("<slug:theme>", "hearing")
    rest = rest.replace("<slug:what>", "say").replace("<slug:check>", "place-nowhere").replace("<slug:form>", "entry")
    rest = rest.replace("<slug:section>", "family").replace("<slug:blank>", "closing")
    return f"/{house}/{rest.replace('<slug:code>', 'water')}"


@pytest.mark.parametrize("path", WITH_ROW)
def test_the_head_of_the_service_finds_the_row(path, known, answers):
    """Else the tests below would prove nothing."""
    said = set(answers("head", url(path, known)).values())

    assert 404 not in said
    assert said != {405}


@pytest.mark.parametrize("path", WITH_ROW)
def test_another_service_of_the_house_finds_nothing(path, known, answers):
    of_the_house = path.removeprefix("<slug:organisation>/").startswith(OF_THE_HOUSE)

    said = answers("other head" if of_the_house else "manager", url(path, known))

    assert set(said.values()) <= {404, 405}, said


@pytest.mark.parametrize("path", WITH_ROW)
def test_another_house_finds_nothing(path, known, answers):
    assert answers("stranger", url(path, known)) == {"get": 404, "post": 404}  # of the way by their own: the last test


def answered(browser, method, path):
    """Return all that one could tell an answer by: status, heads, words and how often the database was asked."""
    asked = []

    def ask(execute, *said):
        asked.append(said)
        return execute(*said)

    with connection.execute_wrapper(ask):
        answer = getattr(browser, method)(path)
    words = ID.sub("", REFERENCE.sub("", answer.content.decode()))
    return {"status": answer.status_code, "heads": sorted(answer.headers), "words": words, "asked": len(asked)}


@pytest.mark.slow
@pytest.mark.parametrize("who", HOUSE)
def test_nobody_can_tell_what_is_there_from_what_never_was(who, known, people, db, monkeypatch):
    now = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: now)  # once in a while it is noted that somebody works
    browser, told = back(people[who]), {}
    browser.get(f"/{HOUSE[who]}/")  # what is remembered of the one who asks is asked now
    for path in WITH_ROW:
        if who == "other head" and path.removeprefix("<slug:organisation>/").startswith(OF_THE_HOUSE):
            continue
        there = url(path, known, HOUSE[who])
        for method in METHODS:
            one, other = answered(browser, method, there), answered(browser, method, ID.sub(str(new_id()), there))
            if one != other:
                told[method, path] = {name: (one[name], other[name]) for name in one if one[name] != other[name]}
            elif one["status"] not in (404, 405):
                told[method, path] = one["status"]

    assert told == {}
