"""The client's own look with a case in it: axe finds nothing, nothing is wider than the screen, all of it is said."""

import re

import pytest
from django.test import Client as Browser
from django.utils import timezone

from spojka.access.permissions import Kind
from spojka.base.ids import new_id
from spojka.caseplans.models import Plan
from spojka.cases import sharing
from spojka.cases.actions import people
from spojka.cases.content import Who
from spojka.cases.models import Case, Participant, Party
from spojka.codelists import load
from spojka.consents.actions import consents
from spojka.consents.content import Said, Whom
from spojka.consents.tests.conftest import agreed
from spojka.looks import actions as looks
from spojka.looks import secret
from spojka.statements.models import Statement
from tests import cases, make

pytestmark = pytest.mark.slow
TONGUES = ("cs", "uk", "en")


def told(hana, client):
    """Write a whole case around a client whom another house helps, and give the client a paper; return its letters."""
    now, today = timezone.now(), timezone.localdate()
    agreed(client)
    cases.screens(hana, client)
    case, mother = Case.objects.get(), Party.objects.get(is_child=False)
    Plan.objects.filter(state="agreed").update(kind="final")
    house = make.organisation(name="Podkroví, z. s.", hears_warnings=True)
    make.service(organisation=house)
    said = {"kinds": Kind.COURSE | Kind.SITUATION, "way": "paper", "given_on": today, "taken_by": hana.id}
    whom = (Whom(institution="Podkroví", house=house),)
    consents.give(by=hana, id=new_id(), client=client, said=Said(recipients=whom, **said), at=now)
    side = sharing.sides(case, now)[0]
    people.open_to(by=hana, id=new_id(), case=case, side=side, parties=[mother], role="social_worker", at=now)
    sister = Who(role="supporter", name="sestra Hanka")
    people.add_party(by=hana, id=new_id(), case=case, who=sister, at=now)
    letters = secret.new()
    looks.issue(by=hana, id=new_id(), client=client, secret=letters, at=now)
    return letters


def paths():
    last = Statement.objects.filter(clarified=None).first()
    return ["/my/record/", "/my/plan/", "/my/helpers/", "/my/said/", f"/my/said/{last.pk}/"]


@pytest.fixture
def letters(transactional_db):
    load.load()
    service = make.service(organisation=make.organisation(slug="podchod", name="Podchod, z. ú."))
    hana = make.member(service, name="Hana Večerní", role="service_head")
    return told(hana, make.client(service, code="RAD 80 Z"))


@pytest.mark.browser
def test_it_is_legible_in_three_languages(letters, phone, looks):
    page = phone()
    page.goto("/my/")
    page.get_by_role("textbox").fill(letters)
    page.get_by_role("button", name="Otevřít").click()
    page.wait_for_url("**/my/record/")

    assert looks(page, [f"{path}?lang={tongue}" for path in [*paths(), "/privacy/"] for tongue in TONGUES]) == {}


def test_in_ukrainian_all_that_is_ours_is_ukrainian(letters):
    browser = Browser()
    browser.post("/my/?lang=uk", {"secret": letters})
    parties = [one.called for one in Party.objects.all()]
    team = [part for one in Participant.objects.all() for part in (one.institution, one.unit, one.called) if part]
    typed = [
        "RAD 80 Z", "Hana Večerní", "Podchod, z. ú.", "Noční život", "Podkroví, z. s.", "zástupkyně", "Vlastní pokoj",
        "Aspoň 1+kk.", "Děti zůstanou u babičky.", "Sehnat postele", "Návštěva bytu", "Ať chodím na kroužek.",
        "Matka nespolupracuje.", "Čeho se to týká?", "Zvou mě pozdě.", "Zprávy měla jen od ředitelky.", "Chodí včas.",
        "I ráno?", "Schůzka", "úřad", "Lipovec", "Vrbohrad", "Česky", "Jednoduše", "Čeština", "English",
    ]  # fmt: skip
    data = "|".join(map(re.escape, sorted([*parties, *team, *typed], key=len, reverse=True)))
    for path in paths():
        answer = browser.get(path)
        pages = [answer, browser.post(path, {"id": new_id()})] if path == paths()[-1] else [answer]
        for each in pages:
            seen = re.sub(
                r"<(style|script).*?</\1>|<head>.*</head>|<[^>]+>|" + data, " ", each.content.decode(), flags=re.S
            )
            assert re.findall(r"[a-zA-Zá-žÁ-Ž]{2,}", seen) == [], path
