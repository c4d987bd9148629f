"""The plan and what is asked in the client's own look: in plain words, and of others as little as it needs."""

from datetime import time, timedelta

import pytest
from django.utils import timezone

from spojka.access.permissions import Kind
from spojka.base.ids import new_id
from spojka.caseplans.actions import duties, plans, reviews, standing
from spojka.caseplans.content import Asked, Rated, Word
from spojka.cases.models import Participant
from spojka.cases.tests.test_own_look import _hide, _wall, add, other
from tests import make

__all__ = ["other"]
AT = "/my/plan/"


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def ask(party, today):
    """Ask something of somebody: ask(by, "Přinést smlouvu", town="Lipovec")."""

    def ask_(by, what, about=None, on=None, **said):
        said |= {} if said.get("asked_by") or said.get("who") else {"who": "soud"}
        asked = Asked(what=what, on=on or today + timedelta(days=3), **said)
        at = timezone.now() - timedelta(days=2 if on and on < today else 0)
        deed = {"service": make.the_service_of(by), "about": about or party, "at": at}
        return duties.add(by=by, id=new_id(), asked=asked, **deed)

    return ask_


@pytest.fixture
def whole(write, goal, party, ema, plan, today):
    """A plan with a head, and a step of Rada."""
    head = plan.parts.get(kind="head")
    texts = {"situation": "OTEC PIL", "causes": "DLUHY", "expected": "BABIČKA CHCE", "services": "DETOX"}
    texts |= {"follows": "Děti se vrátí.", "plan_b": "Sejde se tým.", "reviewing": "Každé tři týdny."}
    write(head, text="Rada bydlí sama.", review_on=today + timedelta(days=20), **texts)
    write("step", of=goal.key, text="Zavolat na byt", term=today + timedelta(days=5), party=party)
    return plan


def agree(ema, plan):
    return plans.agree(by=ema, plan=plan, at=timezone.now())


def test_it_is_told_that_there_is_no_plan_yet(read, case):
    page = read(AT)

    assert "Plán zatím není" in page
    assert "Teď po vás nikdo nic nechce" in page


def test_a_plan_that_is_being_written_is_marked(read, ema, whole):
    assert "ještě není domluvený" in read(AT)
    assert "předběžný, ještě se změní" in read(AT)

    agree(ema, whole)
    page = read(AT)
    assert "ještě není domluvený" not in page
    assert "předběžný, ještě se změní" in page

    plans.start(by=ema, id=new_id(), case=whole.case, kind="final")
    assert "Píše se nová verze" in read(AT)


def test_it_says_what_is_to_be_reached_by_whom_and_what_if_not(read, ema, whole, goal, step, party, today):
    agree(ema, whole)
    said = {"on": today, "words": "POZNÁMKA", "at": timezone.now(), "state": "done"}
    standing.tick(by=ema, id=new_id(), service=make.the_service_of(ema), part=step, **said)

    page = read(AT)

    for words in (
        "Rada bydlí sama.", "Děti se vrátí.", "Vlastní pokoj", "Aspoň 1+kk.", "Babička.", "Sejde se tým.",
        "Každé tři týdny.", "Zavolat na byt", "uděláte to vy", "Sehnat postele", "udělá to maminka", "hotovo",
        "je to ve vašem plánu", "Zatím nikdo nezapsal, zda s ním souhlasíte",
    ):  # fmt: skip
        assert words in page, words
    for words in ("OTEC PIL", "DLUHY", "BABIČKA CHCE", "DETOX", "POZNÁMKA"):
        assert words not in page, words


def test_what_the_client_said_of_it_is_told(read, ema, whole, party, today):
    said = Word(way="spoken", word="but", on=today, party=party, heard="Ema", words="Ať chodím na kroužek.")
    standing.assent(by=ema, id=new_id(), service=make.the_service_of(ema), plan=whole, said=said, at=timezone.now())

    assert "Ať chodím na kroužek." in read(AT)


def test_ratings_of_the_client_alone_are_told(read, ema, case, party, today):
    for by_whom, score in (("client", 3), ("worker", 9)):
        rated = Rated(by_whom=by_whom, occasion="entry", on=today, scores={"work": score}, words="SLOVA")
        deed = {"service": make.the_service_of(ema), "about": party, "rated": rated, "at": timezone.now()}
        reviews.rate(by=ema, id=new_id(), **deed)

    page = read(AT)

    assert '<th scope="row">Práce</th><td class="num">3</td>' in page
    assert '<td class="num">9</td>' not in page
    assert "SLOVA" not in page


def test_others_in_the_plan_have_no_name(read, ema, write, whole, goal, other):
    write("step", of=goal.key, text="Přestat pít", party=other[1])

    page = read(AT)

    assert "Přestat pít" in page
    assert "někdo jiný v případu" in page
    assert "Ota" not in page


@pytest.mark.parametrize("close", [_wall, _hide])
def test_not_a_word_is_told_of_whom_a_wall_or_a_secret_address_closes(
    read, ema, write, whole, goal, other, bara, close, party, ask
):
    theirs = write("goal", text="Cíl otce", criterion="KRITÉRIUM OTCE")
    write("step", of=theirs.key, text="Přestat pít", party=other[1])
    was_mine = write("step", of=goal.key, text="PŘEDÁNO", party=party)
    write(was_mine, text="Odstěhovat se", party=other[1])
    ask(ema, "Dohled", about=other[1])
    close(other[0], bara)

    page = read(AT)

    for words in ("Cíl otce", "KRITÉRIUM", "Přestat pít", "PŘEDÁNO", "Odstěhovat se", "Dohled", "Děti se vrátí."):
        assert words not in page, words
    assert "Zavolat na byt" in page
    assert "Rada bydlí sama." in page


def test_who_asks_what_by_when_is_told(read, ema, petra, ask, let_in, case, other, today):
    guest, _consent = let_in(Kind.COURSE)
    host = Participant.objects.get(case=case, grantee_id=case.service_id)
    ask(ema, "Přinést smlouvu", town="Lipovec", place="úřad", starts=time(10), asked_by=host)
    ask(petra, "Schůzka", town="Vrbohrad", starts=time(10), asked_by=guest)
    ask(ema, "Včerejší", on=today - timedelta(days=1))
    ask(ema, "Dohled", about=other[1])

    page = read(AT)

    for words in ("Přinést smlouvu", "úřad, Lipovec", "Schůzka", "chce to Jinde", "dvě věci najednou"):
        assert words in page, words
    assert "Včerejší" not in page
    assert "Dohled" not in page


def test_who_asks_is_not_told_while_the_client_may_not_know_with_whom_is_shared(read, petra, ask, let_in, withhold):
    guest, _consent = let_in(Kind.COURSE)
    ask(petra, "Schůzka", asked_by=guest, who="paní Nová")
    withhold("ledger")

    page = read(AT)

    assert "Schůzka" in page
    assert "někdo z týmu" in page
    assert "Jinde" not in page
    assert "Nová" not in page


def test_no_place_is_told_while_the_address_is_secret(read, ema, ask, rada, bara):
    ask(ema, "Přinést smlouvu", town="Lipovec", place="úřad")
    assert "Lipovec" in read(AT)

    _hide(rada, bara)

    page = read(AT)
    assert "Přinést smlouvu" in page
    assert "Lipovec" not in page
    assert "úřad" not in page


@pytest.mark.parametrize("words", ["cs", "uk", "easy"])
def test_what_is_asked_goes_on_paper(look, ema, ask, party, words):
    ask(ema, "Přinést smlouvu")

    paper = look(f"/my/plan/{party.pk}/paper/?words={words}")

    assert paper["Content-Type"] == "application/pdf"


def test_of_others_there_is_no_paper(look, party, case, other):
    assert look(f"/my/plan/{other[1].pk}/paper/").status_code == 404
    assert look(f"/my/plan/{party.pk}/paper/?words=xx").status_code == 404
    assert look(f"/my/plan/{party.pk}/paper/", client=other[0]).status_code == 404


def test_withheld_it_is_not_shown(read, look, whole, ask, ema, party, withhold):
    ask(ema, "Přinést smlouvu")
    withhold("case")

    page = read(AT)

    assert "se tu neukáže" in page
    assert "Vlastní pokoj" not in page
    assert "Přinést smlouvu" not in page
    assert look(f"/my/plan/{party.pk}/paper/").status_code == 404


def test_a_person_who_left_is_no_stranger_to_the_rest(read, ema, case, whole):
    add(ema, case, "babička", "supporter")

    assert "Vlastní pokoj" in read(AT)
