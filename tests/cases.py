"""A case with everything in it, and where its screens are."""

from datetime import timedelta

from django.utils import timezone

from spojka.access.permissions import Kind
from spojka.base.ids import new_id
from spojka.cases.actions import courts, entries, file, people
from spojka.cases.content import File, Ordered, Outside, Said, Standing, Who
from spojka.cases.models import Party
from spojka.conferences import actions as conferences
from spojka.conferences.content import Called, Told
from spojka.network.models import Service
from spojka.statements.actions import agreements, replies, statements
from spojka.statements.content import Agreed, Answered, Stated, Voice
from spojka.statements.content import Said as Said_
from tests import caseplans

SHOWN: dict = {}


def once(by, client):
    """Return the pages of a case, made the first time that they are asked for."""
    if client.pk not in SHOWN:
        SHOWN[client.pk] = screens(by, client)
    return SHOWN[client.pk]


def screens(by, client):
    """Open a case of a family, with a child that moves; return the pages that show it."""
    now, today = timezone.now(), timezone.localdate()
    told = {"name": "Rodina Janíkova", "of": "family", "way_in": "court_postponed", "way_words": "Čeká se na dohodu."}
    told |= {"regime": "office", "setting": "return", "opened_on": today, "court_until": today + timedelta(days=9)}
    who = Who(role="client", name="maminka")
    case = file.open_case(by=by, id=new_id(), client=client, file=File(**told), who=who, at=now)
    mother, service = Party.objects.get(case=case), Service.objects.get(pk=case.service_id)
    adam = Who(role="client", name="Adam", is_child=True, relation="child")
    child = people.add_party(by=by, id=new_id(), case=case, who=adam, at=now)
    outside = Outside(role="school", institution="ZŠ Polní", person="Hana Říhová", contact="601 000 418")
    school = people.add(by=by, id=new_id(), case=case, outside=outside, at=now)
    said = Said(kind=Kind.SITUATION, text="Otec se odstěhoval.", at=now)
    entry = entries.write(by=by, id=new_id(), service=service, about=mother, said=said, at=now)
    stands = Standing(accepts=1, believes=1, risk=3, reasons="Byt je bez topení.")
    entries.appraise(by=by, id=new_id(), service=service, about=child, standing=stands, at=now)
    about = {"case": case, "about": mother, "text": "Zeptat se na spaní.", "happened": now, "at": now}
    entries.note(by=by, id=new_id(), service=service, **about)
    ordered = Ordered(kind="preliminary", starts_on=today, next_on=today, next_what="zpráva", words="U babičky.")
    measure = courts.record(by=by, id=new_id(), about=child, ordered=ordered)
    place = courts.plan(by=by, id=new_id(), about=child, where="k babičce", on=today)
    courts.tick(by=by, service=service, placement=place, item="things", is_done=True, words="sbalil si sám", at=now)
    more = talking(by, case, mother, school)
    file.move(by=by, case=case, to="pause", words="Prázdniny.", until=today + timedelta(days=20), at=now)
    plans = caseplans.screens(by, case)
    starts_at = now + timedelta(days=3)
    called = Called(sort="conference", title="Konference o zimě", place="Centrum", starts_at=starts_at, minutes=90)
    met = conferences.call(
        by=by, id=new_id(), case=case, service=service, called=called,
        told=Told(purpose="Kde budou děti v zimě.", told="Hana, osobně.", told_on=today), people_=[mother, child],
    )  # fmt: skip
    at, house = f"/podchod/cases/{case.pk}/", "/podchod/"
    return [
        f"{house}cases/", f"{house}cases/papers/", f"{house}cases/?name=nikdo",
        f"{house}clients/{client.pk}/cases/new/", at,
        f"{at}?text=nic", f"{at}people/", f"{at}courts/", f"{at}lead/", f"{house}entries/{entry.pk}/void/",
        f"{house}parties/{child.pk}/tie/", f"{house}parties/{mother.pk}/untie/", f"{house}parties/{child.pk}/end/",
        f"{house}participants/{school.pk}/end/", f"{house}measures/{measure.pk}/",
        f"{house}measures/{measure.pk}/end/", f"{house}placements/{place.pk}/end/", *plans, *more,
        f"{at}meetings/", f"{at}meetings/new/", f"{house}case-meetings/{met.pk}/",
        f"{house}meetings/{met.meeting_id}/",
    ]  # fmt: skip


def talking(by, case, mother, school):
    """Say, ask, make clear, and agree in the team; return the pages that show it."""
    now, today, service = timezone.now(), timezone.localdate(), Service.objects.get(pk=case.service_id)
    voice = Voice(participant=school, who="zástupkyně")
    said = {"source": "judgement", "at": now, "voice": voice}
    stated = Stated(text="Matka nespolupracuje.", kind=Kind.SITUATION, **said)
    old = statements.write(by=by, id=new_id(), service=service, about=mother, stated=stated, at=now)
    for answered in (
        Answered(what="question", text="Čeho se to týká?", at=now),
        Answered(what="view", text="Zvou mě pozdě.", at=now, whose=mother, heard="person"),
    ):
        replies.reply(by=by, id=new_id(), service=service, statement=old, answered=answered, at=now)
    clear = Said_(text="Zprávy měla jen od ředitelky.", **said)
    new = statements.clarify(by=by, id=new_id(), statement=old, said=clear, at=now)
    stated = Stated(text="Chodí včas.", kind=Kind.COURSE, source="own", at=now)
    other = statements.write(by=by, id=new_id(), service=service, about=mother, stated=stated, at=now)
    asked = Answered(what="question", text="I ráno?", at=now)
    replies.reply(by=by, id=new_id(), service=service, statement=other, answered=asked, at=now)
    words = dict.fromkeys(["misunderstanding", "ending", "evaluation", "principles"], "Sejdeme se.")
    paces = ((today - timedelta(days=9), "week"), (today + timedelta(days=9), "month"))
    agreed = {"topics": ("family",), "forms": ("phone",), "duties": ((school, "Volá mamince."),), **words}
    day = today + timedelta(days=30)
    agreement = agreements.make(
        by=by, id=new_id(), case=case, agreed=Agreed(paces=paces, evaluate_on=day, **agreed), today=today
    )
    at, house = f"/podchod/cases/{case.pk}/", "/podchod/"
    return [
        f"{at}statements/", f"{at}statements/?waits=on&about={case.pk}", f"{house}statements/{old.pk}/",
        f"{house}statements/{new.pk}/", f"{house}statements/{other.pk}/", f"{house}statements/{other.pk}/void/",
        f"{house}team-agreements/{agreement.pk}/", f"{at}team-agreement/new/",
    ]  # fmt: skip
