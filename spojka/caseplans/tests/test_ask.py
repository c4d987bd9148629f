"""Who asks what of one person: contradictions and too much at once are seen, and it goes on paper."""

from datetime import date, time, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from spojka.access.owned import Changed
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.caseplans import asking, handing
from spojka.caseplans.actions import duties, plans
from spojka.caseplans.asking import Ask
from spojka.caseplans.content import Asked
from spojka.caseplans.models import Duty
from tests import make

MONDAY = date(2026, 11, 23)


def ask(hour=None, until=None, town="Lipovec", on=MONDAY, what="x"):
    return Ask(what, on, "úřad", starts=hour and time(hour), ends=until and time(until), town=town)


def clashes(*found):
    return [one.far for one in asking.asks(None, found).clashes]


@pytest.mark.parametrize(
    ("one", "other", "far"),
    [
        (ask(10), ask(10, town="Vrbohrad"), [True]),
        (ask(10, 12), ask(11, town="Vrbohrad"), [True]),
        (ask(10), ask(10), [False]),
        (ask(10), ask(10, town=""), [False]),
        (ask(10), ask(11, town="Vrbohrad"), []),
        (ask(10), ask(town="Vrbohrad"), []),
        (ask(10), ask(10, town="Vrbohrad", on=MONDAY + timedelta(days=1)), []),
        (ask(10, town="Lipovec "), ask(10, town="lipovec"), [False]),
    ],
)
def test_one_time_in_two_towns_is_a_contradiction(one, other, far):
    assert clashes(one, other) == far


def test_more_than_five_in_a_week_is_too_much():
    week = [ask(on=MONDAY + timedelta(days=day)) for day in range(5)]
    assert asking.asks(None, week).weeks == []
    assert asking.asks(None, [*week, ask(on=MONDAY + timedelta(days=6))]).weeks == [(MONDAY, 6)]
    assert asking.asks(None, [*week, ask(on=MONDAY + timedelta(days=7))]).weeks == []


@pytest.fixture
def add(ema, party):
    def add_(by=ema, id=None, about=party, **said):
        now = timezone.now()
        usual = {"what": "Přinést smlouvu", "on": timezone.localdate(now) + timedelta(days=2), "who": "úřad práce"}
        deed = {"by": by, "id": id or new_id(), "service": make.the_service_of(by), "about": about}
        return duties.add(**deed, asked=Asked(**usual | said), at=now)

    return add_


def of(case, party, by):
    return asking.asked_in(case, [party], by, timezone.localdate())[0]


def test_what_a_guest_asks_all_of_the_case_see(ema, petra, let_in, case, party, add):
    let_in()
    said = add(by=petra)
    assert said.service == make.the_service_of(petra)
    assert [one.what for one in of(case, party, ema).all] == ["Přinést smlouvu"]


def test_steps_of_the_plan_stand_among_it_until_they_are_done(ema, case, party, plan, goal, write, add):
    write("step", of=goal.key, text="Zavolat škole", party=party, term=timezone.localdate() + timedelta(days=1))
    write("step", of=goal.key, text="Někdo jiný", owner="babička", term=timezone.localdate())
    plans.agree(by=ema, plan=plan, at=timezone.now())
    add()
    assert [one.what for one in of(case, party, ema).all] == ["Zavolat škole", "Přinést smlouvu"]


def test_what_was_taken_back_is_asked_no_more_and_only_by_whoever_asked(ema, petra, let_in, case, party, add):
    let_in()
    said = add(by=petra)
    with pytest.raises(PermissionDenied):
        duties.void(by=ema, duty=said, at=timezone.now())
    first = duties.void(by=petra, duty=said, at=make.NOON)
    assert duties.void(by=petra, duty=said, at=timezone.now()).voided_at == first.voided_at
    assert of(case, party, ema).all == []


def test_who_asks_is_mostly_ones_own_side(ema, petra, let_in, case, browse):
    theirs, _consent = let_in()
    ours = case.participants.exclude(pk=theirs.pk).get()

    for who, house, side in ((ema, "podchod", ours), (petra, "jinde", theirs)):
        shown = browse(who).get(f"/{house}/cases/{case.pk}/asks/").content.decode()
        assert f'<option value="{side.pk}" selected>' in shown


def test_sent_twice_it_is_one_and_strangers_ask_nothing(add, cyril, bara):
    id = new_id()
    assert add(id=id) == add(id=id)
    with pytest.raises(Changed):
        add(id=id, what="Přinést občanku")
    for who in (cyril, bara):
        with pytest.raises(PermissionDenied):
            add(by=who)
    assert Duty.objects.count() == 1


@pytest.mark.parametrize(
    "said",
    [
        {"who": ""},
        {"on": date(2020, 1, 1)},
        {"ends": time(9)},
        {"starts": time(10), "ends": time(9)},
    ],
)
def test_without_who_asks_in_the_past_or_backwards_it_is_refused(said, add):
    with pytest.raises(Refusal):
        add(**said)


@pytest.mark.parametrize(
    ("tongue", "day"), [("cs", "pondělí 23. listopadu"), ("uk", "понеділок 23. листопада"), ("easy", "pondělí")]
)
def test_the_paper_speaks_the_language_of_who_reads_it(case, party, tongue, day):
    duty = Duty(on=MONDAY)
    two = [Ask("Dohled", MONDAY, "soud", time(10), time(11), "Lipovec", duty=duty), ask(10, town="Vrbohrad")]

    said = handing.asks_data(asking.asks(party, two), tongue, "Podchod")

    assert day in said["days"][0]["day"].lower()
    assert said["title"] == handing.tongues()[tongue]["title"]
    assert all(one["clash"] for one in said["days"])
    assert handing.asks(asking.asks(party, two), tongue, organisation="Podchod").startswith(b"%PDF")


def test_all_tongues_say_the_same_things():
    first, *others = (set(words) for words in handing.tongues().values())
    assert all(one == first for one in others)


def test_the_page_shows_a_contradiction_and_takes_a_duty(ema, cyril, case, party, add, browse):
    on = timezone.localdate() + timedelta(days=3)
    add(on=on, starts=time(10), town="Lipovec")
    said = {"id": new_id(), "service": make.the_service_of(ema).pk, "about": party.pk, "what": "Dohled"}
    said |= {"on": on.isoformat(), "starts": "10:30", "town": "Vrbohrad", "who": "probační služba"}
    at = f"/podchod/cases/{case.pk}/"

    assert browse(ema).post(f"{at}duties/", said).status_code == 302

    shown = browse(ema).get(f"{at}asks/").content.decode()
    assert all(f"/podchod/duties/{one.pk}/void/" in shown for one in Duty.objects.all())
    for words in ("Dohled", "probační služba", "Lipovec", "Vrbohrad", "says-bad"):
        assert words in shown
    assert browse(ema).post(f"{at}duties/", said | {"id": new_id(), "what": ""}).status_code == 422
    assert browse(ema).get(f"/podchod/parties/{party.pk}/asks/?lang=uk").content.startswith(b"%PDF")
    assert browse(ema).get(f"/podchod/parties/{party.pk}/asks/?lang=xx").status_code == 404
    for path in (f"cases/{case.pk}/asks/", f"parties/{party.pk}/asks/"):
        assert browse(cyril).get(f"/jinde/{path}").status_code == 404
    duty = Duty.objects.order_by("pk").first()
    assert browse(cyril).post(f"/jinde/duties/{duty.pk}/void/", {}).status_code == 404
    assert browse(ema).post(f"/podchod/duties/{duty.pk}/void/", {}).status_code == 302
