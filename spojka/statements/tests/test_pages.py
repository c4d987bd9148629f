"""The pages of statements, on the side of both houses."""

import pytest

from spojka.access.permissions import Kind
from spojka.base.ids import new_id
from spojka.cases.models import Participant
from spojka.statements.models import Reply, Statement
from tests import make

SCHOOL = "Matka nespolupracuje."
CLEAR = "Matka dostávala zprávy jen od ředitelky. Potřebuje mluvit i s třídními učitelkami, první schůzka proběhla."


@pytest.fixture
def school(case):
    said = {"role": "school", "institution": "ZŠ Polní", "joined_on": case.opened_on, "added_by": "x"}
    return Participant(**case.ownership, **said, case=case).add()


def stating(party, by, **fields):
    said = {"id": new_id(), "service": str(make.the_service_of(by).pk), "text": SCHOOL, "about": str(party.pk)}
    return said | {"kind": "1", "voice": "", "who": "", "source": "professional"} | fields


def replying(by, **fields):
    return {"id": new_id(), "service": str(make.the_service_of(by).pk), "what": "question", "text": "Proč?"} | fields


def text(answer):
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_sentence_of_a_school_is_asked_about_answered_and_made_clear(
    let_in, ema, petra, case, party, school, browse
):
    let_in(Kind.COURSE)
    tab = f"/podchod/cases/{case.pk}/statements/"
    assert "ZŠ Polní" in text(browse(ema).get(tab))
    said = stating(party, ema, voice=str(school.pk), who="výchovná poradkyně")
    assert browse(ema).post(f"{tab}new/", said)["Location"] == tab
    old = Statement.objects.get()

    theirs = f"/jinde/statements/{old.pk}/"
    page = text(browse(petra).get(theirs))
    assert SCHOOL in page
    assert "ZŠ Polní" in page
    assert "výchovná poradkyně" in page
    asked = browse(petra).post(f"{theirs}reply/", replying(petra, text="Čeho konkrétně se to týká?"))
    assert asked["Location"] == theirs

    ours = f"/podchod/statements/{old.pk}/"
    assert ours in text(browse(ema).get("/podchod/"))
    assert ours not in text(browse(petra).get("/jinde/"))
    view = replying(ema, what="view", text="Zprávy chodí jen od ředitelky.", whose=str(party.pk), heard="person")
    assert browse(ema).post(f"{ours}reply/", view).status_code == 302
    assert ours not in text(browse(ema).get("/podchod/"))
    assert "Zprávy chodí jen od ředitelky." in text(browse(petra).get(theirs))

    clear = {"id": new_id(), "text": CLEAR, "voice": str(school.pk), "who": "zástupkyně", "source": "professional"}
    new = browse(ema).post(f"{ours}clarify/", clear)["Location"]
    for who, house in ((ema, "podchod"), (petra, "jinde")):
        page = text(browse(who).get(new.replace("podchod", house)))
        assert CLEAR in page
        assert f"<s>{SCHOOL}</s>" in page
        assert "Čeho konkrétně se to týká?" in page
        time = text(browse(who).get(f"/{house}/cases/{case.pk}/"))
        assert CLEAR in time
        assert f"<s>{SCHOOL}</s>" in time
        assert "Čeho konkrétně" not in time  # it stands in the exchange
        assert CLEAR in text(browse(who).get(f"/{house}/cases/{case.pk}/statements/"))


def test_who_may_not_know_the_kind_finds_nothing(let_in, ema, petra, case, state, reply, browse):
    let_in(Kind.COURSE)
    hidden = state(ema, "Spala v parku.", kind=Kind.PERSONAL)
    reply(ema, hidden, "Kdy to bylo?")

    for path in ("", "reply/", "clarify/", "void/"):
        for method in ("get", "post"):
            answer = getattr(browse(petra), method)(f"/jinde/statements/{hidden.pk}/{path}")
            assert answer.status_code in (404, 405)
    tab = text(browse(petra).get(f"/jinde/cases/{case.pk}/statements/"))
    time = text(browse(petra).get(f"/jinde/cases/{case.pk}/"))
    for page in (tab, time):
        assert str(hidden.pk) not in page
        assert "Spala v parku." not in page
        assert "Kdy to bylo?" not in page


def test_only_kinds_that_one_may_know_are_offered(let_in, petra, case, party, browse):
    let_in(Kind.COURSE)

    page = text(browse(petra).get(f"/jinde/cases/{case.pk}/statements/"))

    assert f'value="{int(Kind.COURSE)}"' in page
    assert f'value="{int(Kind.PERSONAL)}"' not in page
    answer = browse(petra).post(
        f"/jinde/cases/{case.pk}/statements/new/", stating(party, petra, kind=str(int(Kind.PERSONAL)))
    )
    assert answer.status_code == 422


def test_faults_come_back_at_their_field(ema, case, party, state, reply, browse):
    new = f"/podchod/cases/{case.pk}/statements/new/"
    for wrong in ({"text": ""}, {"kind": ""}, {"source": "x"}, {"voice": "somebody"}, {"who": "Jan"}, {"about": "x"}):
        back = browse(ema).post(new, stating(party, ema, **wrong))
        assert back.status_code == 422, wrong
    said = state(ema)
    path = f"/podchod/statements/{said.pk}/"
    for wrong in ({"what": ""}, {"text": ""}, {"what": "view", "whose": ""}, {"what": "answer", "voice": "somebody"}):
        assert browse(ema).post(f"{path}reply/", replying(ema, **wrong)).status_code == 422, wrong
    same = {"id": new_id(), "text": said.text, "voice": "", "who": "", "source": "own"}
    assert browse(ema).post(f"{path}clarify/", same).status_code == 422
    assert browse(ema).post(f"{path}void/", {}).status_code == 422
    assert (Statement.objects.count(), Reply.objects.count()) == (1, 0)


def test_what_others_said_or_waits_is_looked_for(let_in, ema, petra, case, party, state, reply, browse):
    let_in(Kind.COURSE)
    asked, other = state(ema), state(ema, "Chodí včas.")
    reply(petra, asked)

    page = text(browse(ema).get(f"/podchod/cases/{case.pk}/statements/?waits=on"))
    assert str(asked.pk) in page
    assert str(other.pk) not in page
    assert str(other.pk) in text(browse(ema).get(f"/podchod/cases/{case.pk}/statements/?about={party.pk}"))


def test_words_of_a_statement_are_found_in_the_line_of_time(ema, case, state, browse):
    state(ema, "Chybí v hodinách matematiky.")
    state(ema, "Přišla včas.")

    page = text(browse(ema).get(f"/podchod/cases/{case.pk}/?text=matematika"))

    assert "Chybí v hodinách" in page
    assert "Přišla včas." not in page


def test_one_taken_back_stays_crossed_out(ema, case, state, browse):
    said = state(ema)
    path = f"/podchod/statements/{said.pk}/"

    browse(ema).post(f"{path}void/", {"why": "spletli jsme rodinu"})

    for page in (path, f"/podchod/cases/{case.pk}/statements/", f"/podchod/cases/{case.pk}/"):
        shown = text(browse(ema).get(page))
        assert "spletli jsme rodinu" in shown
        assert "<s" in shown


def test_the_text_for_another_file_has_the_whole_exchange(let_in, ema, petra, state, reply, clarify, browse):
    let_in(Kind.COURSE)
    old = state(ema)
    reply(petra, old, "Čeho konkrétně se to týká?")
    new = clarify(ema, old, CLEAR)

    page = text(browse(petra).get(f"/jinde/statements/{new.pk}/"))

    told = page[page.index("<copy-text") :]
    told = told[: told.index("</textarea>")]
    assert told.index(SCHOOL) < told.index("Čeho konkrétně") < told.index(CLEAR)
    assert "ZŠ Polní" in told


def test_words_of_a_statement_are_found_by_who_may_know_it(let_in, ema, petra, state, browse):
    let_in(Kind.COURSE)
    state(ema, "Chybí v hodinách matematiky.")
    state(ema, "Bojí se hodin zeměpisu.", kind=Kind.PERSONAL)

    assert "matematiky" in text(browse(petra).post("/jinde/search/", {"q": "hodina matematika"}))
    assert "zeměpisu" not in text(browse(petra).post("/jinde/search/", {"q": "zeměpis"}))
    assert "zeměpisu" in text(browse(ema).post("/podchod/search/", {"q": "zeměpis"}))


def test_who_replies_to_what_was_clarified_meanwhile_is_told_and_loses_no_word(ema, state, clarify, browse):
    old = state(ema)
    clarify(ema, old)

    answer = browse(ema).post(f"/podchod/statements/{old.pk}/reply/", replying(ema, text="Jak to bylo v březnu?"))

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Mezitím se upřesnilo." in page
    assert "Jak to bylo v březnu?" in page
