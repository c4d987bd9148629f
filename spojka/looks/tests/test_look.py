"""The client's own look: what it opens, to whom, how it ends."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client as Browser
from django.utils import timezone

from spojka.access.models import Grant
from spojka.access.permissions import Kind
from spojka.base.ids import new_id
from spojka.clients import merging
from spojka.clients.models import Agreement
from spojka.consents.actions import consents
from spojka.consents.content import Said, Whom
from spojka.encounters.models import Handout, TakenBack, Topic
from spojka.links.models import Link
from spojka.looks import actions, doors, secret
from spojka.looks.models import AccessSheet, Remark
from tests import make

PAGES = ["/my/record/", "/my/sharing/", "/my/seen/", "/my/say/"]


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setattr(doors, "SLOW", 0)


@pytest.fixture
def enter():
    def enter_(letters):
        browser = Browser()
        answer = browser.post("/my/", {"secret": letters})
        return browser, answer

    return enter_


@pytest.fixture
def shared(anna, cyril, rada):
    said = {"form": "signed", "version": "1", "given_on": timezone.localdate(), "taken_by": anna.id}
    Agreement(**rada.ownership, client=rada, **said, recorded_by=anna.id).add()
    house = cyril.organisation
    whom = (Whom(institution="Jinde", house=house), Whom(person="Božena", relation="matka"))
    today = timezone.localdate()
    told = Said(kinds=Kind.HISTORY, way="paper", given_on=today, taken_by=anna.id, recipients=whom)
    return consents.give(by=anna, id=new_id(), client=rada, said=told, at=timezone.now())


def text(browser, path):
    answer = browser.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


def test_the_letters_of_the_paper_open_ones_own_record_alone(teren, rada, issued, enter):
    shift = make.shift(teren)
    make.encounter(shift, client=rada, note="POZNÁMKA PRACOVNÍKA")
    make.encounter(shift, client=make.client(teren, code="CIZI 1"))
    browser, answer = enter(secret.grouped(issued()).lower())

    assert answer.url == "/my/record/"
    shown = text(browser, "/my/record/")
    assert "RAD 80 Z" in shown
    assert shift.place.name in shown
    assert "POZNÁMKA" not in shown
    assert shown.count("<li><div>") == 1
    assert all("CIZI 1" not in text(browser, page) for page in PAGES)


def test_what_the_client_said_or_brought_is_not_told_as_given(teren, rada, issued, enter):
    met = make.encounter(make.shift(teren), client=rada)
    Handout(**met.ownership, encounter=met, code="water", quantity=2).add()
    TakenBack(**met.ownership, encounter=met, code="syringe_1", quantity=7, source="own").add()
    for kind, code in (("theme", "law"), ("substance", "lsd"), ("theme", "sex")):
        Topic(**met.ownership, encounter=met, kind=kind, code=code).add()
    browser, _answer = enter(issued())

    shown = text(browser, "/my/record/")

    assert "Voda 2×" in shown
    assert re.search(r"Přinesli jste zpět: [^<]*7×", shown)
    assert re.search(r"Co jste řekli, že berete: [^<,]*LSD", shown)
    assert re.search(r"O čem jsme mluvili: [^<,]*, [^<,]*</p>", shown)


def test_wrong_letters_open_nothing_and_lock_nobody_out(issued, enter):
    letters = issued()
    for _ in range(12):
        assert enter("AAAA" + letters[4:])[1].status_code == 422
    for wrong in ("", "x" * 70, letters[:-1], letters + "A", "ÁÉÍ"):
        assert enter(wrong)[1].status_code == 422
    assert enter(letters)[1].status_code == 302


def test_wrong_letters_wait_but_hold_no_more_than_two(monkeypatch, db):
    waited = []
    monkeypatch.setattr(doors.time, "sleep", waited.append)
    with pytest.raises(doors.Wrong):
        doors.enter("A" * 24, timezone.now())
    for _ in range(2):
        doors._waiting.acquire()
    with pytest.raises(doors.Wrong):
        doors.enter("A" * 24, timezone.now())
    for _ in range(2):
        doors._waiting.release()
    assert waited == [doors.SLOW]


def test_without_a_paper_there_is_nothing(db):
    for page in [*PAGES, "/my/"]:
        shown = text(Browser(), page)
        assert 'name="secret"' in shown


def test_only_the_hash_of_the_letters_is_kept(issued, rada):
    letters = issued()
    sheet = AccessSheet.objects.get()
    assert sheet.name == letters[:4]
    opened = Grant.objects.get(grantee_id=sheet.link_id)
    kept = [str(value) for row in (sheet, sheet.link, opened) for value in vars(row).values()]
    assert not any(letters[4:] in value for value in kept)


def test_a_new_paper_ends_the_one_before(issued, enter):
    older, newer = issued(), issued()
    assert enter(older)[1].status_code == 422
    assert enter(newer)[1].status_code == 302
    assert AccessSheet.objects.filter(ended_at=None).count() == 1


def test_a_lost_paper_opens_nothing_from_the_next_page_on(anna, issued, enter):
    browser, _answer = enter(issued())
    sheet = AccessSheet.objects.get()
    actions.end(by=anna, sheet=sheet, why="Ztracený.", at=timezone.now())

    assert 'name="secret"' in text(browser, "/my/record/")
    assert not Grant.objects.current(timezone.now()).exists()


def test_it_ends_ten_minutes_after_the_last_touch(issued, enter, monkeypatch):
    browser, _answer = enter(issued())
    monkeypatch.setattr(doors, "IDLE", timedelta(seconds=-1))
    assert 'name="secret"' in text(browser, "/my/record/")


def test_the_cookie_is_for_the_look_alone(issued, enter):
    browser, answer = enter(issued())
    cookie = answer.cookies[doors.COOKIE]
    assert (cookie["path"], cookie["samesite"], cookie["httponly"]) == ("/my/", "Strict", True)
    left = browser.get("/my/leave/")
    assert left.cookies[doors.COOKIE].value == ""
    assert "spojka" not in left.url


def test_the_client_takes_a_consent_back(cyril, rada, issued, enter, shared):
    from spojka.consents.tests.test_give import sees

    browser, _answer = enter(issued())
    assert "Božena" in text(browser, "/my/sharing/")
    one = shared.recipients.get(relation="matka")
    assert browser.post(f"/my/sharing/one/{one.pk}/").status_code == 302
    assert sees(cyril, rada)
    assert browser.get(f"/my/sharing/{shared.pk}/").status_code == 200
    assert browser.post(f"/my/sharing/{shared.pk}/").status_code == 302
    assert not sees(cyril, rada)


def test_one_takes_back_only_ones_own(teren, issued, enter, shared, anna):
    other = make.client(teren, code="JINY 1")
    browser, _answer = enter(issued(client=other))
    assert browser.post(f"/my/sharing/{shared.pk}/").status_code == 404
    assert browser.post(f"/my/sharing/one/{shared.recipients.first().pk}/").status_code == 404


def test_who_looked_is_told_by_organisation_role_and_name(anna, hana, rada, issued, enter, browse):
    browse(hana).get(f"/podchod/clients/{rada.pk}/")
    browser, _answer = enter(issued())
    shown = text(browser, "/my/seen/")
    assert "Hana Večerní" in shown
    assert "Podchod" in shown


def test_what_the_client_says_is_answered(anna, rada, issued, enter, browse):
    browser, _answer = enter(issued())
    assert browser.post("/my/say/", {"id": str(new_id()), "kind": "correction", "text": ""}).status_code == 422
    said = {"id": str(new_id()), "kind": "correction", "text": "Ten den jsem tam nebyl."}
    for _ in range(2):
        browser.post("/my/say/", said)
    remark = Remark.objects.get()

    assert "Ten den" in browse(anna).get("/podchod/remarks/").content.decode()
    assert browse(anna).post(f"/podchod/remarks/{remark.pk}/", {"text": "Opravili jsme to."}).status_code == 302
    assert "Opravili" in text(browser, "/my/say/")


def test_what_stands_on_the_screen_goes_by_itself_sooner_at_a_kiosk(rada, issued, enter):
    browser, letters = Browser(), issued()
    browser.post("/my/", {"secret": letters})
    assert browser.get("/my/record/")["Refresh"] == "600; url=/my/"
    assert browser.get("/my/leave/").url.startswith("https://")

    browser.get("/my/?kiosk=1")
    browser.post("/my/", {"secret": letters})
    assert browser.get("/my/record/")["Refresh"] == "120; url=/my/leave/"
    assert browser.get("/my/say/")["Refresh"] == "600; url=/my/leave/"  # who writes slowly loses nothing
    assert browser.get("/my/leave/").url == "/my/"
    assert "RAD 80 Z" not in text(browser, "/my/record/")  # asks for the letters

    browser.get("/my/?kiosk=0")
    assert browser.get("/my/leave/").url.startswith("https://")


def test_a_remark_is_sent_as_the_page_gives_it_without_any_script(rada, issued, enter):
    browser, _answer = enter(issued())
    page = text(browser, "/my/say/")
    said = dict(re.findall(r'<input type="hidden" name="(id)" value="([^"]+)"', page))

    assert browser.post("/my/say/", said | {"kind": "remark", "text": "Děkuji."}).status_code == 302

    assert Remark.objects.get().text == "Děkuji."


def test_a_page_in_ukrainian_says_all_that_is_ours_in_it(rada, issued, enter, shared):
    browser, _answer = enter(issued())
    browser.get("/my/record/?lang=uk")
    pages = [text(browser, page) for page in (*PAGES, f"/my/sharing/{shared.pk}/")]
    pages += [
        browser.post("/my/say/", {"id": new_id()}).content.decode(),
        Browser().post("/my/?lang=uk", {}).content.decode(),
    ]
    of_data = "RAD 80 Z|Anna Poledne|Noční život|Podchod|Božena|Jinde|matka|Čeština|English"

    for page in pages:
        seen = re.sub(r"<(style|script).*?</\1>|<head>.*</head>|<[^>]+>|" + of_data, " ", page, flags=re.S)
        assert re.findall(r"[a-zA-Zá-žÁ-Ž]{2,}", seen) == []


def test_strangers_give_no_paper_and_read_no_remark(bara, cyril, rada, issued, browse, anna):
    issued()
    sheet = AccessSheet.objects.get()
    with pytest.raises(PermissionDenied):
        issued(by=cyril)
    remark = Remark(**rada.ownership, client=rada, kind="remark", text="x").add()
    for path in (f"clients/{rada.pk}/access-sheet/", f"access-sheets/{sheet.pk}/end/", f"remarks/{remark.pk}/"):
        assert browse(bara).get(f"/podchod/{path}").status_code == 404
        assert browse(cyril).get(f"/jinde/{path}").status_code == 404
    assert browse(bara).post(f"/podchod/clients/{rada.pk}/access-sheet/new/", {"id": new_id()}).status_code == 404
    assert "RAD" not in browse(bara).get("/podchod/remarks/").content.decode()


def test_the_paper_is_made_once(anna, rada, browse):
    said = {"id": str(new_id())}
    first = browse(anna).post(f"/podchod/clients/{rada.pk}/access-sheet/new/", said)
    assert first.content.startswith(b"%PDF")
    again = browse(anna).post(f"/podchod/clients/{rada.pk}/access-sheet/new/", said)
    assert again.status_code == 302
    assert (AccessSheet.objects.count(), Link.objects.count()) == (1, 1)


@pytest.mark.parametrize(("tongue", "word"), [("cs", "Otevřít"), ("en", "Open"), ("uk", "Відкрити")])
def test_it_speaks_three_languages(db, tongue, word):
    assert word in text(Browser(), f"/my/?lang={tongue}")


def test_the_workers_pages_show_papers_and_remarks(anna, rada, issued, browse):
    issued(), issued()
    remark = Remark(**rada.ownership, client=rada, kind="remark", text="Díky za čaj.").add()
    shown = browse(anna).get(f"/podchod/clients/{rada.pk}/access-sheet/").content.decode()
    assert AccessSheet.objects.get(ended_at=None).name in shown
    assert "Díky za čaj." in shown
    assert "Díky za čaj." in browse(anna).get("/podchod/").content.decode()
    assert browse(anna).get(f"/podchod/remarks/{remark.pk}/").status_code == 200
    sheet = AccessSheet.objects.get(ended_at=None)
    assert browse(anna).post(f"/podchod/access-sheets/{sheet.pk}/end/", {"why": ""}).status_code == 422
    assert browse(anna).post(f"/podchod/access-sheets/{sheet.pk}/end/", {"why": "Ztracený."}).status_code == 302
    assert not AccessSheet.objects.filter(ended_at=None).exists()


def test_a_paper_alone_is_no_sharing_with_others(teren, rada, issued, shared):
    other = make.client(teren, code="JINY 2")
    issued(client=other)
    third = make.client(teren, code="TRETI 3")
    assert not merging.is_shared(other, third, timezone.now())
    assert merging.is_shared(rada, third, timezone.now())
