"""Plans of a case with everything in them, and where their screens are."""

from datetime import time, timedelta

from django.utils import timezone

from spojka.base.ids import new_id
from spojka.caseplans.actions import duties, plans, reviews, standing
from spojka.caseplans.content import Asked, Draft, Minutes, Rated, Word
from spojka.caseplans.models import Part
from spojka.cases.models import Party
from spojka.network.models import Service


def screens(by, case):
    """Write two versions, the first of which holds and has a passed term; return the pages that show them."""
    now, today = timezone.now(), timezone.localdate()
    service = Service.objects.get(pk=case.service_id)
    mine, mother = {"by": by, "service": service}, Party.objects.filter(case=case).order_by("pk").first()
    plan = plans.start(by=by, id=new_id(), case=case, kind="preliminary")

    def write(kind, text, of=None, plan=plan, **said):
        id = new_id()
        part = Part(kind=kind, key=id, of=of)
        columns = {name: said.pop(name) for name in ("term", "party") if name in said}
        return plans.write(**mine, id=id, plan=plan, part=part, draft=Draft(texts={"text": text} | said, **columns))

    soon = today + timedelta(days=9)
    room = write("goal", "Vlastní pokoj", criterion="Aspoň 1+kk.", plan_b="Děti zůstanou u babičky.", term=soon)
    beds = write("step", "Sehnat postele", room.key, term=today - timedelta(days=3), party=mother)
    write("step", "Návštěva bytu", room.key)
    said = Word(way="spoken", word="but", on=today, party=mother, heard="Hana", words="Ať chodím na kroužek.")
    standing.assent(**mine, id=new_id(), plan=plan, said=said, at=now)
    plans.agree(by=by, plan=plan, at=now)
    here = (f"party:{mother.pk}",)
    minutes = Minutes(kind="meeting", purpose="Kde budou děti bydlet.", present=here, others="strýc Karel")
    told = {"on": today, "words": "Matka nespolupracuje.", "levels": {room.key: (1, "x")}, "minutes": minutes}
    met = reviews.review(**mine, id=new_id(), plan=plan, at=now, **told)
    for day, work in ((9, 2), (0, 6)):
        at = now - timedelta(days=day)
        rated = {"by_whom": "client", "occasion": "review", "on": timezone.localdate(at)}
        reviews.rate(**mine, id=new_id(), about=mother, rated=Rated(**rated, scores={"work": work}), at=at)
    for town in ("Lipovec", "Vrbohrad"):
        asked = Asked(what="Schůzka", on=soon, starts=time(10), town=town, who="úřad")
        duties.add(**mine, id=new_id(), about=mother, asked=asked, at=now)
    second = plans.start(by=by, id=new_id(), case=case, kind="final")
    write("goal", "Přestat pít", plan=second)
    anew = Part.objects.get(plan=second, key=room.key)
    draft = Draft(texts={"text": "Vlastní pokoj pro děti"})
    anew = plans.write(**mine, id=new_id(), plan=second, part=anew, draft=draft)
    at, house = f"/podchod/cases/{case.pk}/", "/podchod/"
    return [
        f"{at}plan/", f"{at}plan/?version=2", f"{at}asks/", f"{at}reviews/", f"{at}ratings/new/",
        *(f"{house}case-plans/{second.pk}/{rest}/" for rest in ("agree", "assent", "compare", "text")),
        *(f"{house}case-plans/{second.pk}/{rest}/" for rest in ("void", "goals/new")),
        *(f"{house}plan-parts/{anew.pk}/{rest}" for rest in ("", "steps/new/")),
        f"{house}case-plans/{plan.pk}/review/", f"{house}plan-reviews/{met.pk}/",
        *(f"{house}plan-parts/{beds.pk}/{rest}/" for rest in ("act", "move", "tick")),
    ]  # fmt: skip
