"""What was said of the client, in their own look: what others may read, with its author; and how they see it."""

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from spojka.access.actor import Actor
from spojka.access.models import Grant
from spojka.access.permissions import Kind, Permission
from spojka.base.ids import new_id
from spojka.cases.actions import people
from spojka.cases.content import Who
from spojka.cases.tests.test_own_look import other
from spojka.consents.actions import consents
from spojka.looks.models import AccessSheet
from spojka.statements.actions import replies, statements
from spojka.statements.content import Stated, Voice
from spojka.statements.models import Reply, Statement
from spojka.statements.waiting import waiting
from tests import make

__all__ = ["other"]
AT = "/my/said/"


def test_what_others_may_read_is_told_with_its_author(read, ema, petra, let_in, state, write):
    let_in(Kind.COURSE)
    state(ema, "Chodí včas.")
    state(ema, "O dětství mluvila poprvé.", kind=Kind.PERSONAL)
    state(petra, "Učí se mluvit s úřady.", who="")
    write(ema, text="ZÁPIS")

    page = read(AT)

    for words in ("Chodí včas.", "ZŠ Polní", "od jiného odborníka", "Učí se mluvit s úřady.", petra.organisation.name):
        assert words in page, words
    assert "dětství" not in page
    assert "ZÁPIS" not in page


def test_what_nobody_else_may_read_is_not_told(read, ema, case, state):
    state(ema, "Chodí včas.")

    assert "Neřeklo se o vás nic" in read(AT)


def test_what_could_be_read_before_stays_told(read, ema, let_in, state):
    _guest, consent = let_in(Kind.COURSE)
    state(ema, "Chodí včas.")

    consents.withdraw(by=ema, consent=consent, how="x", at=timezone.now())

    assert "Chodí včas." in read(AT)
    state(ema, "Nechodí.")
    assert "Nechodí." not in read(AT)


def test_what_was_made_clear_stands_below_crossed_out(read, ema, let_in, state, clarify):
    let_in(Kind.COURSE)
    clarify(ema, state(ema, "Matka nespolupracuje."), "Zprávy měla jen ředitelka.")

    page = read(AT)

    assert "<s><p>Matka nespolupracuje.</p></s>" in page.replace("<br>", "") or "<s>Matka nespolupracuje.</s>" in page
    assert page.index("Zprávy měla jen ředitelka.") < page.index("Matka nespolupracuje.")
    assert page.count("Vidím to jinak") == 1


def test_what_was_taken_back_is_not_told(read, ema, let_in, state):
    let_in(Kind.COURSE)
    statements.void(by=ema, statement=state(ema, "O někom jiném."), why="omyl", at=timezone.now())

    assert "O někom jiném." not in read(AT)


def test_what_is_said_to_it_is_told_but_for_views_of_others(read, ema, petra, case, let_in, state, reply):
    let_in(Kind.COURSE)
    said = state(ema, "Chodí včas.")
    granny = Who(role="supporter", name="babička")
    granny = people.add_party(by=ema, id=new_id(), case=case, who=granny, at=timezone.now())
    reply(petra, said, "I ráno?")
    reply(ema, said, "BABIČČIN POHLED", what="view", whose=granny, heard="person")

    page = read(AT)

    assert "I ráno?" in page
    assert "POHLED" not in page


def test_of_others_nothing_is_told(read, ema, petra, let_in, state, other):
    let_in(Kind.COURSE)
    state(ema, "Pije.", about=other[1])

    assert "Pije." not in read(AT)


def test_who_says_it_must_be_known_to_the_client(read, ema, petra, let_in, state, withhold):
    let_in(Kind.COURSE)
    state(petra, "Učí se mluvit s úřady.", who="")
    withhold("ledger")

    assert "Učí se mluvit" not in read(AT)


def test_withheld_it_is_not_shown(read, look, ema, let_in, state, withhold):
    let_in(Kind.COURSE)
    said = state(ema, "Chodí včas.")
    withhold("said")

    page = read(AT)

    assert "se tu neukáže" in page
    assert "Chodí včas." not in page
    assert look(f"{AT}{said.pk}/").status_code == 404


def test_the_client_says_how_they_see_it_and_it_waits_for_an_answer(
    read, look, browse, ema, petra, let_in, state, reply, case
):
    let_in(Kind.COURSE)
    said, sent = state(ema, "Matka nespolupracuje."), {"id": str(new_id()), "text": "Zvou mě pozdě."}
    assert "Matka nespolupracuje." in read(f"{AT}{said.pk}/")
    assert look(f"{AT}{said.pk}/", **sent | {"text": ""}).status_code == 422

    for _twice in range(2):
        assert look(f"{AT}{said.pk}/", **sent).status_code == 302

    view = Reply.objects.get()
    assert (view.said, view.heard, view.whose, view.service) == ("Zvou mě pozdě.", "look", said.about, case.service)
    assert "Zvou mě pozdě." not in view.text
    assert "Zvou mě pozdě." in read(AT)
    page = browse(petra).get(f"/jinde/statements/{said.pk}/").content.decode()
    assert "Zvou mě pozdě." in page
    assert "sami, v nahlédnutí" in page
    assert waiting(ema, timezone.localdate()).questions == [view]
    today = browse(ema).get("/podchod/").content.decode()
    assert "Klient vidí vaše vyjádření jinak" in today
    reply(ema, said, "Pozveme vás dřív.", what="answer")
    assert waiting(ema, timezone.localdate()).questions == []


def test_agreeing_answers_a_view_but_no_question(ema, petra, look, let_in, state, reply):
    let_in(Kind.COURSE)
    said, asked = state(ema), state(ema, "Jiné.")
    look(f"{AT}{said.pk}/", id=str(new_id()), text="Jinak.")
    question = reply(petra, asked)
    reply(ema, said, "", what="agreed")
    reply(ema, asked, "", what="agreed")

    assert waiting(ema, timezone.localdate()).questions == [question]


def test_to_what_was_made_clear_or_taken_back_nothing_is_said(look, ema, let_in, state, clarify):
    let_in(Kind.COURSE)
    old = state(ema)
    clarify(ema, old)
    answer = look(f"{AT}{old.pk}/", id=str(new_id()), text="Jinak.")

    assert answer.status_code == 422
    assert "Jinak." in answer.content.decode()
    assert not Reply.objects.exists()


def test_it_ends_with_so_many_words(look, ema, let_in, state, monkeypatch):
    monkeypatch.setattr(replies, "MOST", 1)
    let_in(Kind.COURSE)
    said = state(ema)
    assert look(f"{AT}{said.pk}/", id=str(new_id()), text="Jinak.").status_code == 302

    assert "Přijďte si promluvit" in look(f"{AT}{said.pk}/", id=str(new_id()), text="A ještě.").content.decode()


def test_strangers_say_nothing_to_it(look, ema, petra, let_in, state, other, teren):
    let_in(Kind.COURSE)
    said = state(ema)
    hers = {"id": str(new_id()), "text": "Jinak."}

    for client in (other[0], make.client(teren)):
        assert look(f"{AT}{said.pk}/", client=client, **hers).status_code == 404
    for by in (ema, petra):  # a worker writes down what was heard, by another way
        with pytest.raises(PermissionDenied):
            replies.see(by=by, id=new_id(), statement=said, text="Jinak.", at=timezone.now())
    assert not Reply.objects.exists()


def test_the_sheet_reads_and_says_but_changes_nothing(ema, look, let_in, state):
    let_in(Kind.COURSE)
    said = state(ema)
    look()
    looker = Actor.client(AccessSheet.objects.get().link_id)

    assert looker.can(Permission.STATEMENT_SEE, said)
    for other_ in (Permission.STATEMENT_REPLY, Permission.STATEMENT_WRITE, Permission.STATEMENT_VOID):
        assert not looker.can(other_, said)
    assert Grant.objects.filter(basis="own_case", level=2).count() == 3
    stated = Stated(text="x", kind=Kind.COURSE, source="own", at=timezone.now(), voice=Voice())
    with pytest.raises(PermissionDenied):
        statements.write(
            by=looker, id=new_id(), service=said.service, about=said.about, stated=stated, at=timezone.now()
        )
    assert Statement.objects.count() == 1
