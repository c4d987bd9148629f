"""Figures of referrals are prepared for the evaluation of a cooperation, and kept as they were then."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from spojka.base.ids import new_id
from spojka.base.terms import working_days_after
from spojka.partners import actions, beside, documents
from spojka.partners.models import PartnerEvaluation
from spojka.partners.tests.conftest import whole as agreement_of

DAY = timedelta(days=1)


def noon(day):
    return timezone.make_aware(datetime.combine(day, time(12)))


def test_the_figures_of_the_year_are_kept_with_the_evaluation(hana, olga, teren, agreed, offered, step, browse):
    today = timezone.localdate()
    start = today - 40 * DAY
    agreement = agreed(starts_on=start)
    first, second, third = (offered(by=hana, agreement=agreement, at=noon(start)) for _each in range(3))
    offered(by=hana)  # not by the agreement
    step(olga, first, "accepted", on=start, at=noon(start))
    step(olga, first, "invited", on=start, at=noon(start))
    late = working_days_after(start, 6)
    step(olga, first, "visited", on=late, at=noon(late), presence="whole")
    step(olga, first, "outcome", outcome="care")
    step(olga, second, "declined", on=start, at=noon(start), reason="capacity")

    page = browse(hana).get(f"/podchod/partners/{agreement.pk}/evaluate/").content.decode()
    assert "Nabídnutá předání" in page

    said = {"who": "obě strany", "third": "Okresní soud", "found": "Jde to.", "changes": "", "next_on": None}
    about = {"agreement": agreement, "service": teren, "on": today, "at": timezone.now()}
    actions.evaluate(by=hana, id=new_id(), **about, **said)
    step(olga, third, "accepted")  # later: nothing that was kept changes

    kept = PartnerEvaluation.objects.get()
    values = {(one["code"], one["of"]): one["value"] for one in kept.figures}
    assert values == {
        ("offered", ""): 3, ("accepted", ""): 1, ("declined", ""): 1, ("declined", "capacity"): 1,
        ("unanswered", ""): 1, ("in_time", ""): 2, ("visits", ""): 1, ("visits_in_term", ""): 0,
        ("visit_days", ""): 6, ("missed", ""): 0, ("outcome", "care"): 1,
    }  # fmt: skip
    named = beside.named(kept.figures)
    assert ("nepřijato: Nemáme teď místo", "1") in named
    paper = documents.evaluated_data(agreement_of(agreement), kept, named)
    assert ["Okresní soud", ""] in paper["hands"]
    assert "Čísla" in paper["words"]["proposal"]
    assert all(one["row"] for one in paper["parts"][-1]["asked"])
    path = f"/partner-evaluations/{kept.pk}/"
    assert browse(olga).get(f"/jinde{path}").content.startswith(b"%PDF")
    assert "nepřijato: Nemáme teď místo" in browse(hana).get(f"/podchod/partners/{agreement.pk}/").content.decode()


def test_the_paper_is_czech_for_who_works_in_english(hana, teren, agreed, offered, browse, monkeypatch):
    agreement = agreed(starts_on=timezone.localdate() - DAY)
    offered(by=hana, agreement=agreement)
    said = {"who": "my", "found": "Jde to.", "changes": "", "next_on": None, "on": timezone.localdate()}
    made = actions.evaluate(by=hana, id=new_id(), agreement=agreement, service=teren, at=timezone.now(), **said)
    papers = []
    monkeypatch.setattr(documents.paper, "pdf", lambda _template, data: papers.append(data) or b"%PDF")
    english = browse(hana)
    english.cookies["language"] = "en"

    assert english.get(f"/podchod/partner-evaluations/{made.pk}/").status_code == 200
    assert papers[0]["parts"][-1]["asked"][0]["text"] == "nabídnutá předání"


def test_a_stranger_finds_no_evaluation(hana, cyril, teren, agreed, browse):
    agreement = agreed()
    said = {"who": "my", "found": "Jde to.", "changes": "", "next_on": None, "on": timezone.localdate()}
    made = actions.evaluate(by=hana, id=new_id(), agreement=agreement, service=teren, at=timezone.now(), **said)
    assert made.figures == []
    assert documents.evaluated_data(agreement_of(agreement), made, [])["words"]["proposal"] == ""
    path = f"/partner-evaluations/{made.pk}/"
    assert browse(cyril).get(f"/{cyril.organisation.slug}{path}").status_code == 404
    assert browse(hana).get(f"/podchod/partner-evaluations/{agreement.pk}/").status_code == 404
