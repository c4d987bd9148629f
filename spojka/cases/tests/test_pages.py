"""Case work in the browser's words: what each page shows to whom, and what comes back to be repaired."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from spojka.access.permissions import Kind
from spojka.base.ids import new_id
from spojka.base.sealed import seal
from spojka.cases.models import Case, CaseClosing, Entry, Note, Participant, Party
from spojka.consents.content import Whom
from spojka.walls import actions as walls
from tests import make

OPEN = {"name": "Rada", "called": "Rada", "of": "person", "way_in": "self", "regime": "service"}


@pytest.fixture
def at(case):
    return f"/podchod/cases/{case.pk}/"


def text(answer):
    return answer.content.decode()


def test_a_case_is_opened_from_the_page_of_a_client(browse, ema, rada):
    page = f"/podchod/clients/{rada.pk}/cases/new/"
    assert page in text(browse(ema).get(f"/podchod/clients/{rada.pk}/"))

    answer = browse(ema).post(page, OPEN | {"id": new_id(), "opened_on": timezone.localdate()})

    case = Case.objects.get()
    assert answer.url == f"/podchod/cases/{case.pk}/people/"
    assert "Rada" in text(browse(ema).get("/podchod/cases/"))


def test_a_postponed_hearing_wants_its_term(browse, ema, rada):
    page, typed = f"/podchod/clients/{rada.pk}/cases/new/", OPEN | {"way_in": "court_postponed"}

    answer = browse(ema).post(page, typed | {"id": new_id(), "opened_on": timezone.localdate()})

    assert answer.status_code == 422
    assert "nejvýš tři měsíce" in text(answer)
    assert not Case.objects.exists()


@pytest.mark.parametrize(("way_in", "days", "status"), [("court_postponed", 89, 302), ("self", 95, 422)])
def test_a_court_waits_three_months_at_most(browse, ema, rada, way_in, days, status):
    page, today = f"/podchod/clients/{rada.pk}/cases/new/", timezone.localdate()
    typed = OPEN | {"way_in": way_in, "opened_on": today, "court_until": today + timedelta(days=days)}

    answer = browse(ema).post(page, typed | {"id": new_id()})

    assert answer.status_code == status
    assert Case.objects.exists() == (status == 302)


def test_what_happened_is_shared_or_kept(browse, ema, case, party, at):
    typed = {"id": new_id(), "service": case.service_id, "text": "Přišla včas.", "about": party.pk}

    browse(ema).post(f"{at}entries/", typed | {"kind": int(Kind.COURSE)})
    browse(ema).post(f"{at}entries/", typed | {"id": new_id(), "kind": "private", "text": "Bojí se."})
    wrong = browse(ema).post(f"{at}entries/", typed | {"id": new_id(), "text": "Bez druhu."})

    assert Entry.objects.get().text == "Přišla včas."
    assert Note.objects.get().text == "Bojí se."
    assert wrong.status_code == 422
    assert "Bez druhu." in text(wrong)
    page = text(browse(ema).get(at))
    assert "Přišla včas." in page
    assert "jen pro nás" in page


def test_the_line_of_time_is_searched_also_under_a_form_that_came_back(browse, ema, case, party, write, at):
    for number in range(31):
        write(ema, text=f"Zápis {number}.")

    wrong = text(browse(ema).post(f"{at}entries/", {"id": new_id(), "text": ""}))

    assert f'action="{at}search/"' in wrong
    assert f'href="{at}?before=' in wrong


def test_a_guest_finds_the_case_and_why_they_see_it(browse, ema, petra, let_in, write, case, party):
    write(ema, text="Průběh.")
    write(ema, Kind.PERSONAL, text="Dětství.")
    let_in(Kind.COURSE)
    guest = browse(petra)

    page = text(guest.get(f"/jinde/cases/{case.pk}/"))

    assert "Průběh." in page
    assert "Dětství." not in page
    assert "osobní anamnéza: <" not in page
    assert "neuvidíte" in page
    assert str(case.called) in text(guest.get("/jinde/cases/"))
    assert guest.get(f"/jinde/cases/{case.pk}/people/").status_code == 200
    assert guest.post(f"/jinde/cases/{case.pk}/move/", {"to": "planning"}).status_code == 404


@pytest.mark.parametrize("tab", ["", "people/", "courts/", "lead/"])
def test_others_find_no_case(browse, bara, cyril, anna, case, at, tab):
    for who, house in ((bara, "podchod"), (cyril, "jinde"), (anna, "podchod")):
        assert browse(who).get(f"/{house}/cases/{case.pk}/{tab}").status_code == 404


def test_somebody_is_let_in_by_their_consent(browse, ema, petra, case, party, rada, jinde, give, at):
    page = text(browse(ema).get(f"{at}people/"))
    assert "nejdřív je potřeba souhlas" in page.lower()
    give(ema, rada, Whom(institution="Jinde", house=jinde), kinds=Kind.COURSE)
    side = jinde.pk.hex
    prefix = side[-8:]
    typed = {"side-of": side, f"{prefix}-id": new_id(), f"{prefix}-side": jinde.pk, f"{prefix}-role": "ospod"}

    wrong = browse(ema).post(f"{at}open-to/", typed)
    answer = browse(ema).post(f"{at}open-to/", typed | {f"{prefix}-parties": [party.pk]})

    assert wrong.status_code == 422
    assert answer.status_code == 302
    assert Participant.objects.exclude(house=case.organisation).get().role == "ospod"
    assert browse(petra).get(f"/jinde/cases/{case.pk}/").status_code == 200


def test_people_are_added_tied_and_leave(browse, ema, case, teren, at):
    other = make.client(teren, code="DIT 15 M")
    typed = {"id": new_id(), "name": "Adam", "role": "client", "is_child": "on", "relation": "child"}

    browse(ema).post(f"{at}parties/", typed)
    party = Party.objects.get(is_child=True)
    wrong = browse(ema).post(f"/podchod/parties/{party.pk}/tie/", {"code": "NIC 00 Z"})
    browse(ema).post(f"/podchod/parties/{party.pk}/tie/", {"code": "dit 15 m"})
    browse(ema).post(f"{at}participants/", {"id": new_id(), "role": "school", "institution": "ZŠ Polní"})

    assert wrong.status_code == 422
    page = text(browse(ema).get(f"{at}people/"))
    assert all(said in page for said in ("Adam", other.code, "ZŠ Polní", "pracuje bez Spojky"))
    browse(ema).post(f"/podchod/parties/{party.pk}/end/", {"why": "odjel"})
    outside = Participant.objects.get(institution="ZŠ Polní")
    browse(ema).post(f"/podchod/participants/{outside.pk}/end/", {"why": "jiná škola"})
    assert Participant.objects.get(institution="ZŠ Polní").left_on
    assert Party.objects.get(is_child=True).left_on
    page = text(browse(ema).get(f"{at}people/"))
    assert all(said in page for said in ("odjel", "jiná škola"))


def test_the_case_is_led_on_one_page(browse, ema, case, at):
    answer = browse(ema).get(f"{at}lead/")
    assert '<once-form name="close">' in text(answer)  # what is written long survives a lost signal
    until = timezone.localdate() + timedelta(days=3)

    browse(ema).post(f"{at}move/", {"to": "pause", "words": "léčba", "until": until})
    assert Case.objects.get().paused_until == until
    assert "Pozastaveno do" in text(browse(ema).get(at)) or "pozastaveno do" in text(browse(ema).get(at))
    browse(ema).post(f"{at}close/", {"ground": "met", "strong": "a", "weak": "b", "worked": "c"})
    assert not CaseClosing.objects.exists()
    browse(ema).post(f"{at}close/", {"ground": "met", "strong": "a", "weak": "b", "worked": "c", "advice": "d"})

    assert Case.objects.get().is_closed
    assert "Závěrečné hodnocení" in text(browse(ema).get(f"{at}lead/"))
    browse(ema).post(f"{at}reopen/", {"words": "vrátila se"})
    assert Case.objects.get().is_open


def test_cases_are_found_by_name_state_and_coordinator(browse, ema, hana, case):
    client = browse(ema)

    assert "Rada" in text(client.get("/podchod/cases/?name=rad"))
    assert "Rada" in text(client.get("/podchod/cases/?mine=on"))
    assert "Rada" not in text(client.get("/podchod/cases/?name=jana"))
    assert "Rada" not in text(client.get("/podchod/cases/?state=closed"))
    assert "Rada" not in text(browse(hana).get("/podchod/cases/?mine=on"))


def test_what_is_looked_for_stands_in_no_address(browse, ema, case, write, at):
    write(ema, text="Přišla včas.")
    write(ema, text="Bydlí u babičky.")
    client = browse(ema)

    of_list = client.post("/podchod/cases/search/", {"name": "Rada", "mine": "on", "state": ""})
    of_case = client.post(f"{at}search/", {"text": "babička", "what": "entry", "about": ""})

    assert "Rada" not in of_list.url
    assert "bab" not in of_case.url
    assert "Rada" in text(client.get(of_list.url))
    page = text(client.get(of_case.url))
    assert "Bydlí u babičky." in page
    assert "Přišla včas." not in page
    assert 'value="babička"' in page


def test_a_query_that_no_key_opens_looks_for_nothing(browse, ema, case, write, at):
    write(ema, text="Přišla včas.")

    assert "Přišla včas." in text(browse(ema).get(f"{at}?text=gAAAAnonsense"))


def test_others_look_for_nothing_in_it(browse, cyril, anna, at):
    for who, house in ((cyril, "jinde"), (anna, "podchod")):
        assert browse(who).post(at.replace("podchod", house) + "search/", {"text": "x"}).status_code == 404
        assert browse(who).post(f"/{house}/cases/search/", {"name": "x"}).status_code == 404


def test_only_who_wrote_it_is_offered_to_cross_it_out(browse, ema, petra, let_in, write, case, at):
    let_in(Kind.COURSE)
    entry = write(ema, text="Průběh.")

    assert f"/entries/{entry.pk}/void/" in text(browse(ema).get(at))
    of_guest = text(browse(petra).get(f"/jinde/cases/{case.pk}/"))
    assert "Průběh." in of_guest
    assert "/void/" not in of_guest


def test_the_list_says_who_coordinates_the_case_of_others(browse, ema, petra, let_in, case):
    let_in(Kind.COURSE)

    assert f"koordinuje {case.organisation}" in text(browse(petra).get("/jinde/cases/"))
    assert f"koordinuje {case.organisation}" not in text(browse(ema).get("/podchod/cases/"))


def test_a_day_without_a_pause_comes_back(browse, ema, case, at):
    until = timezone.localdate() + timedelta(days=3)

    answer = browse(ema).post(f"{at}move/", {"to": "mapping", "until": until})

    assert (answer.status_code, "Den patří k pozastavení" in text(answer)) == (422, True)
    assert Case.objects.get().is_open


@pytest.mark.parametrize("id", ["x", "z" * 36])
def test_a_place_in_time_that_makes_no_sense_is_the_beginning(browse, ema, case, write, at, id):
    write(ema, text="Přišla včas.")

    assert "Přišla včas." in text(browse(ema).get(at, {"before": f"2020-01-01T00:00:00+00:00,{id}"}))


def test_how_somebody_is_reached_is_told_to_no_guest_while_their_address_is_secret(
    ema, petra, case, party, rada, let_in, hana, browse
):
    let_in(Kind.COURSE)
    party.change(contact=seal("u sestry v Polní 4"))
    page = f"cases/{case.pk}/people/"
    assert "v Polní 4" in browse(petra).get(f"/jinde/{page}").content.decode()

    walls.hide(by=hana, id=new_id(), client=rada, why="otec hrozí", at=timezone.now())

    assert "v Polní 4" not in browse(petra).get(f"/jinde/{page}").content.decode()
    assert "v Polní 4" in browse(ema).get(f"/podchod/{page}").content.decode()


def test_what_the_list_offers_no_more_stays_when_the_file_is_written_anew(browse, ema, case, at):
    case.change(way_in="gone")

    assert re.search(r'value="gone"[^>]*checked', text(browse(ema).get(f"{at}lead/")))
    typed = OPEN | {"way_in": "gone", "name": "Rada a Ota", "opened_on": case.opened_on}
    assert browse(ema).post(f"{at}change/", typed).status_code == 302
    assert (Case.objects.get().called, Case.objects.get().way_in) == ("Rada a Ota", "gone")
