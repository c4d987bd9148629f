"""Minutes of a meeting over the plan: what they hold, who reads which name, advice that stops nobody."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.caseplans import meeting_advice, minuting
from spojka.caseplans.actions import reviews
from spojka.caseplans.content import Minutes, Promise, Role
from spojka.caseplans.models import Review
from spojka.cases.actions import people
from spojka.cases.content import Outside, Who
from tests import make

SCHOOL = Outside(role="school", institution="ZŠ Polní", person="Hana Říhová")
GRANNY = Who(role="supporter", name="babička")


@pytest.fixture
def team(ema, case, party):
    """The client, her grandmother and the school, by their keys."""
    at = timezone.now()
    granny = people.add_party(by=ema, id=new_id(), case=case, who=GRANNY, at=at)
    school = people.add(by=ema, id=new_id(), case=case, outside=SCHOOL, at=at)
    return {"rada": f"party:{party.pk}", "granny": f"party:{granny.pk}", "school": f"side:{school.pk}"}


@pytest.fixture
def meet(ema, plan):
    def meet_(by=ema, id=None, words="Dohodli jsme se.", **said):
        now = timezone.now()
        minutes = Minutes(**{"kind": "meeting"} | said)
        deed = {"by": by, "id": id or new_id(), "service": make.the_service_of(by), "plan": plan, "at": now}
        on = timezone.localdate(now)
        return reviews.review(**deed, on=on, words=words, levels={}, minutes=minutes)

    return meet_


def codes(said, parties=(), words=""):
    return {one.code for one in meeting_advice.hints(said, parties, words=words)}


def test_what_was_written_comes_back_as_it_was(meet, team, step):
    said = {
        "purpose": "Kde bude bydlet.",
        "told": "Ema jí volala v pondělí.",
        "present": (team["rada"], team["school"]),
        "others": "strýc Karel",
        "organiser": Role(key=team["school"]),
        "writer": Role(words="Ema"),
        "steps": (str(step.key),),
        "agreed": (Promise(what="Zavolat na byt", who="strýc", by=date(2026, 12, 1)), Promise(what="Koupit postel")),
        "next_on": timezone.localdate() + timedelta(days=30),
    }
    found = Review.objects.get(pk=meet(**said).pk)

    assert Minutes.of(found) == Minutes(kind="meeting", **said)
    assert "Karel" not in found.minutes  # it lies sealed


def test_minutes_are_told_in_words(ema, meet, team, step):
    found = meet(present=(team["rada"], team["granny"]), others="strýc Karel\n", steps=(str(step.key),),
                 organiser=Role(key=team["school"], words="výchovná poradkyně"))  # fmt: skip
    told = minuting.told(found, ema)

    assert told.present == ["Rada", "babička", "strýc Karel"]
    assert told.roles == [("Svolal(a)", "ZŠ Polní, Hana Říhová, výchovná poradkyně")]
    assert [one[:2] for one in told.agreed] == [["Sehnat postele", "maminka"]]
    assert told.next == "podle individuální domluvy"


def test_a_guest_reads_no_name_of_whom_they_may_not_know(meet, team, let_in, petra):
    let_in()
    told = minuting.told(meet(present=(team["rada"], team["granny"])), petra)

    assert told.present == ["Rada", "někdo z případu"]


def test_a_review_that_was_written_before_has_no_minutes(ema, plan, goal):
    old = reviews.review(
        by=ema, id=new_id(), service=make.the_service_of(ema), plan=plan, at=timezone.now(),
        on=timezone.localdate(), words="", levels={goal.key: (1, "")},
    )  # fmt: skip

    assert (old.kind, old.minutes, old.is_meeting) == ("review", "", False)
    assert Minutes.of(old) == Minutes()


def test_an_empty_meeting_or_a_next_one_before_it_is_refused(meet):
    with pytest.raises(Refusal):
        meet(words="")
    with pytest.raises(Refusal) as wrong:
        meet(next_on=timezone.localdate())
    assert wrong.value.field == "next_on"
    assert not Review.objects.exists()


def test_advice_says_what_is_missing(case, party, ema, team):
    parties = minuting.everybody(case, ema)[1]
    assert codes(Minutes(kind="meeting"), parties) >= {"no_family", "no_purpose", "not_told", "nothing_agreed"}
    alone = Minutes(kind="meeting", present=(team["rada"],), purpose="Bydlení", told="Volali jsme.", steps=("x",))
    assert codes(alone, parties) == {"no_supporter"}
    both = (team["rada"], team["granny"])
    good = {"purpose": "Bydlení", "told": "Volali jsme.", "steps": ("x",), "present": both}
    assert codes(Minutes(kind="meeting", **good), parties) == set()
    assert "many" in codes(Minutes(kind="meeting", **good, others="\n".join("abcdefghijk")), parties)


def test_advice_on_who_leads(party):
    one = Role(words="Ema Klíčová")
    same = {"organiser": one, "facilitator": Role(words="ema klicova"), "writer": one}
    assert "one_person" in codes(Minutes(kind="meeting", **same))
    assert "one_person" not in codes(Minutes(kind="meeting", organiser=one))
    inside = Minutes(kind="conference", facilitator=Role(key="side:x"))
    assert "involved" in codes(inside)
    assert "involved" not in codes(Minutes(kind="meeting", facilitator=Role(key="side:x")))


@pytest.mark.parametrize(
    ("words", "code"),
    [("Matka nespolupracuje.", "judging"), ("Je to problémová rodina.", "judging"), ("slovo " * 401, "long")],
)
def test_words_that_judge_and_long_ones_are_told(words, code):
    assert code in codes(Minutes(), words=words)


def test_plain_words_are_left_alone():
    assert codes(Minutes(), words="Maminka zavolá na linku bezpečí a na bytový odbor, lze to do pátku.") == set()


def typed(service, goal, **said):
    usual = {"id": new_id(), "service": service, "kind": "meeting", "on": timezone.localdate().isoformat()}
    return usual | said


def test_it_is_written_on_the_page_and_given_on_paper(ema, cyril, case, plan, goal, team, browse):
    at, service = f"/podchod/case-plans/{plan.pk}/review/", make.the_service_of(ema).pk
    said = typed(service, goal, present=[team["rada"]], **{"what-0": "Zavolat", "who-0": "Ema", "purpose": "Byt"})

    advised = browse(ema).post(at, said | {"advise": "yes"}).content.decode()
    assert "Rodina tam neměla nikoho na své straně" in advised
    assert not Review.objects.exists()
    assert browse(ema).post(at, said).status_code == 302

    found = Review.objects.get()
    page = browse(ema).get(f"/podchod/plan-reviews/{found.pk}/").content.decode()
    for words in ("Zápis z případového setkání", "Zavolat", "Byt", "podle individuální domluvy"):
        assert words in page
    assert browse(ema).get(f"/podchod/plan-reviews/{found.pk}/paper/").content.startswith(b"%PDF")
    for rest in ("", "paper/"):
        assert browse(cyril).get(f"/jinde/plan-reviews/{found.pk}/{rest}").status_code == 404


def test_what_is_wrong_stands_at_its_field_and_nothing_is_lost(ema, plan, goal, browse):
    at, service = f"/podchod/case-plans/{plan.pk}/review/", make.the_service_of(ema).pk
    answer = browse(ema).post(at, typed(service, goal, **{"who-2": "Ema", "told": "Volali jsme v úterý."}))

    assert answer.status_code == 422
    for words in ("Napište, o co jde.", "Volali jsme v úterý."):
        assert words in answer.content.decode()


def test_the_text_holds_all_that_was_agreed(ema, case, meet, team):
    found = meet(present=(team["rada"],), agreed=(Promise(what="Zavolat", who="Ema", by=date(2026, 12, 1)),))
    text = minuting.minutes_text(case, minuting.told(found, ema))
    for words in ("Kdo u toho byl: Rada", "– Zavolat, Ema, 1.", "Dohodli jsme se."):
        assert words in text
