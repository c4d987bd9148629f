"""What is shared of a client, for tests that look at every page."""

from dataclasses import replace

from django.utils import timezone

from spojka.access.permissions import Kind
from spojka.assessments.actions import parts, ties
from spojka.assessments.content import Filled, Somebody
from spojka.assessments.questions import find
from spojka.base.ids import new_id
from spojka.clients.models import Agreement
from spojka.codelists.catalogue import catalogue
from spojka.consents.actions import consents, openings
from spojka.consents.actions.openings import Telling
from spojka.consents.content import Said, Signed, Whom
from spojka.consents.models import ConsentScan
from spojka.inquiries import actions as inquiries
from spojka.inquiries.content import Question
from spojka.looks import actions as looks
from spojka.looks import secret
from spojka.looks.models import Remark
from tests import make

SHOWN: dict = {}


def once(by, client):
    """Return the pages of a client, made the first time that they are asked for."""
    if client.pk not in SHOWN:
        SHOWN[client.pk] = screens(by, client)
    return SHOWN[client.pk]


def screens(by, client):
    """Write a consent of a child, a telling without consent, a paper and a remark; return the pages that show them."""
    now, today = timezone.now(), timezone.localdate()
    said = {"form": "signed", "version": "1", "given_on": today, "taken_by": by.id, "recorded_by": by.id}
    Agreement(**client.ownership, client=client, **said).add()
    whom = (Whom(institution="Nemocnice Lipovec", unit="detox"), Whom(person="Božena", relation="matka"))
    child = {"of_age_on": today.replace(year=today.year + 2, day=1), "child_assent": "yes", "child_words": "Chci to."}
    signers = (Signed(role="parent", name="Eva Nová"),)
    told = Said(
        kinds=Kind.HISTORY, way="paper", given_on=today, taken_by=by.id, recipients=whom, signers=signers, **child
    )
    given = consents.give(by=by, id=new_id(), client=client, said=told, at=now)
    duty = {
        "basis": "duty",
        "ground": "§ 10",
        "reason": "Proto.",
        "told": "before",
        "told_on": today,
        "told_how": "osobně",
    }
    telling = Telling(**duty, kinds=Kind.SITUATION, whom=Whom(institution="Úřad"), ends_on=today)
    opened = openings.record(by=by, id=new_id(), client=client, telling=telling, at=now)
    sheet = looks.issue(by=by, id=new_id(), client=client, secret=secret.new(), at=now)
    remark = Remark(**client.ownership, client=client, kind="remark", text="Děkuju.").add()
    scan = ConsentScan(**given.ownership, consent=given, kind="pdf", size=9, added_by=by.id).add()
    at, row = f"/podchod/clients/{client.pk}/", given.recipients.first()
    asked = asking(by, client, telling)
    return [
        f"{at}inquiries/new/", f"{at}walls/", "/podchod/inquiries/", f"/podchod/inquiries/{asked.pk}/",
        f"{at}consents/", f"{at}consents/new/", f"{at}openings/new/", f"/podchod/consents/{given.pk}/",
        f"/podchod/consents/{given.pk}/withdraw/", f"/podchod/consent-recipients/{row.pk}/end/",
        f"/podchod/openings/{opened.pk}/", "/podchod/shared/", f"{at}access-sheet/",
        f"/podchod/access-sheets/{sheet.pk}/end/", "/podchod/remarks/", f"/podchod/remarks/{remark.pk}/",
        "/my/", "/receipt/", "/privacy/", f"/podchod/consents/{given.pk}/scans/new/",
        f"/podchod/consent-scans/{scan.pk}/remove/", *assessed(by, client),
    ]  # fmt: skip


def assessed(by, client):
    """Write a section in two versions and somebody on the ecomap; return the pages that show them."""
    section, after = find("entry", "family", catalogue(client.service, timezone.localdate())), ()
    for home in ("Lipovec", "Kamenice"):
        filled = Filled(section=section, answers={"home": home, "marital": "married"}, after=after)
        after = (parts.write(by=by, id=new_id(), client=client, filled=filled).pk,)
    who = Somebody(name="Sestra", group="family", strength="strong", direction="both", is_stressful=True)
    tie, at = ties.add(by=by, id=new_id(), client=client, who=who), f"/podchod/clients/{client.pk}/"
    form = f"{at}assessments/entry/"
    return [
        f"{at}assessments/", f"{form}family/", f"{form}living/", f"{form}family/versions/", f"{form}text/",
        f"{at}ecomap/", f"{at}ecomap/new/", f"/podchod/ecomap-ties/{tie.pk}/",
    ]  # fmt: skip


def asking(by, client, telling):
    """Ask child protection, who may know of it by law."""
    now, today = timezone.now(), timezone.localdate()
    office = make.organisation(name="Městský úřad", hears_warnings=True)
    named = replace(telling, whom=Whom(institution=office.name, house=office))
    ground = openings.record(by=by, id=new_id(), client=client, telling=named, at=now)
    said = Question(wants="action", what="Svolejte setkání.", why="Prosí.", kinds=Kind.SITUATION, due_on=today)
    return inquiries.ask(by=by, id=new_id(), client=client, ground=ground, question=said, at=now)
