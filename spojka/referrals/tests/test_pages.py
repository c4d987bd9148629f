"""Pages of both sides, the page behind a link, papers; what happens to a wrong form and to strangers."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from spojka.audit.models import Entry
from spojka.base.ids import new_id
from spojka.referrals import documents, reading
from spojka.referrals.models import Referral, ReferralLink, ReferralStep
from spojka.referrals.standing import State, standing

from .conftest import WARD, whole

RESTS = ("", "slip/", "link/", "unlink/", "accept/", "decline/", "say/", "name/", "invite/", "visit/", "outcome/",
         "withdraw/", "close/", "tie/", "nonsense/")  # fmt: skip


def text(answer) -> str:
    return answer.content.decode().replace("\N{NO-BREAK SPACE}", " ")


def typed(**more):
    return {"id": str(new_id()), "on": timezone.localdate().isoformat()} | more


def hidden(page, field):
    """Return the id that a page sends by itself, as its form for who has no script does."""
    return {"id": re.search(rf'name="id" value="([^"]+)" id="{field}"', page)[1]}


def at(referral, rest="", house="podchod"):
    return f"/{house}/referrals/{referral.pk}/{rest}"


def test_it_is_offered_and_accepted_by_two_houses(anna, olga, rada, detox, browse):
    ours, theirs = browse(anna), browse(olga)
    data = typed(to=f"service-{detox.pk}", wants="Chce přestat.", sex="woman", substance="methamphetamine")
    detox.organisation.change(hears_warnings=True)
    page = text(ours.post(f"/podchod/clients/{rada.pk}/referrals/new/", data, follow=True))
    one = Referral.objects.get()
    assert "Chce přestat." in page
    assert one.mark in text(ours.get(f"/podchod/clients/{rada.pk}/"))

    assert one.mark in text(theirs.get("/jinde/"))  # Today
    seen = text(theirs.get(at(one, house="jinde")))
    for words in ("Chce přestat.", "Žena", "Pervitin", "Proč to vidím?"):
        assert words in seen
    assert rada.code not in seen
    assert theirs.post(at(one, "accept/", "jinde"), typed(words="Zítra.")).status_code == 302
    page = text(ours.get(at(one)))
    assert "Přijato" in page
    assert [f'<once-form name="{what}"' in page for what in ("unnamed", "withdraw", "name")] == [True, True, False]
    assert one.mark in text(ours.get("/podchod/referrals/?show=mine"))
    assert "<once-form" in text(ours.get(f"/podchod/clients/{rada.pk}/referrals/new/"))


def test_strangers_find_no_page(bara, cyril, offered, step, browse, olga):
    one = offered()
    made = step(olga, one, "accepted")
    for who, house in ((bara, "podchod"), (cyril, cyril.organisation.slug)):
        page = browse(who)
        for rest in RESTS:
            path = at(one, rest, house)
            assert page.get(path).status_code in (404, 405)
            assert page.post(path, typed()).status_code in (404, 405)
        assert page.post(f"/{house}/referral-steps/{made.pk}/take-back/", {"why": "x"}).status_code == 404
        assert page.post(f"/{house}/clients/{one.client_id}/referrals/new/", typed()).status_code == 404
        for show in ("mine", "running", "over"):
            assert one.mark not in text(page.get(f"/{house}/referrals/?show={show}"))


def test_the_other_side_finds_no_way_to_what_is_ours(olga, offered, browse):
    one, page = offered(), browse(olga)
    for rest in ("name/", "withdraw/", "close/", "tie/", "link/", "unlink/"):
        assert page.post(at(one, rest, "jinde"), typed(why="x", name="x")).status_code == 404
    assert ReferralStep.objects.count() == 0


def test_wrong_input_comes_back_with_a_sentence_and_all_that_was_typed(anna, rada, offered, browse, olga):
    page = browse(anna)
    answer = page.post(f"/podchod/clients/{rada.pk}/referrals/new/", typed(goal="Detox a pak poradna."))
    assert answer.status_code == 422
    for words in ("Napište aspoň, co klient chce.", "Vyberte někoho z nich", "Detox a pak poradna."):
        assert words in text(answer)

    one, theirs = offered(), browse(olga)
    answer = theirs.post(at(one, "decline/", "jinde"), typed(words="Máme plno."))
    assert answer.status_code == 422
    assert "Vyberte proč" in text(answer)
    assert "Máme plno." in text(answer)
    theirs.post(at(one, "accept/", "jinde"), typed())
    theirs.post(at(one, "invite/", "jinde"), typed())
    answer = theirs.post(at(one, "visit/", "jinde"), typed(presence="absent", words="Domluvili jsme se."))
    assert "musí pacient vědět předem" in text(answer)
    assert "Domluvili jsme se." in text(answer)


def test_somebody_who_called_is_written_down_and_tied(anna, teren, rada, browse):
    page = browse(anna)
    page.post("/podchod/referrals/new/", typed(to_name=WARD, wants="Chce dál mluvit."))
    one = Referral.objects.get()
    assert (one.way, one.client) == ("in", None)
    wrong = page.post(at(one, "tie/"), {"code": "NIKDO"})
    assert "tento kód nemá" in text(wrong)
    page.post(at(one, "tie/"), {"code": rada.code.lower()})
    assert whole(one).client_id == rada.pk


def test_a_link_opens_one_page_where_they_answer(anna, offered, browse):
    one, ours = offered(None), browse(anna)
    shown = text(ours.post(at(one, "link/"), {"id": str(new_id()), "way": "shown"}))
    path = shown.split("http://testserver")[1].split("<")[0].strip()
    nobody = browse()
    page = text(nobody.get(path))
    for words in ("Přestat s pervitinem.", one.mark, "Přijmout"):
        assert words in page
    assert one.client.code not in page

    said = {"what": "decline", "on": timezone.localdate()}
    sent = hidden(page, "id_decline_id") | said  # as the page itself sends it
    empty = nobody.post(path, sent)
    assert empty.status_code == 422
    sent = hidden(text(empty), "id_decline_id") | said
    assert nobody.post(path, sent | {"reason": "capacity", "words": "V pondělí."}).status_code == 302
    assert standing(whole(one)).state == State.DECLINED
    assert "V pondělí." in text(nobody.get(path))
    assert "Přijmout" not in text(nobody.get(path))
    link = ReferralLink.objects.get()
    assert set(Entry.objects.filter(actor_kind="link_holder").values_list("actor_id", flat=True)) == {
        str(link.link_id)
    }

    for what in ("name", "withdraw", "close"):  # what is not theirs is not there
        nobody.post(path, typed(what=what, why="x", name="x"))
    assert ReferralStep.objects.count() == 1


def test_what_who_has_no_spojka_said_is_written_down_as_theirs(anna, olga, offered, browse):
    without, within = offered(None), offered()
    ours = text(browse(anna).get(at(without)))
    assert "Zapsat, že přijímají" in ours
    assert ours.index("Vytvořit odkaz") < ours.index("Zapsat, že přijímají")  # nobody accepts their own offer
    theirs = text(browse(olga).get(at(within, house="jinde")))
    assert "Přijmout" in theirs
    assert "Zapsat, že" not in theirs


def test_a_wrong_an_old_and_a_withdrawn_link_look_alike(anna, offered, linked, browse):
    one = offered(None)
    old = linked(one, at=timezone.now() - timedelta(days=61))
    withdrawn = linked(one)
    browse(anna).post(at(one, "unlink/"))
    answers = [browse().get(f"/answer/{token}/") for token in (old, withdrawn, "x" * 43)]
    assert {answer.status_code for answer in answers} == {410}
    assert len({text(answer).split("<main")[1].split("</main>")[0] for answer in answers}) == 1


def test_the_letter_with_the_link_says_nothing(anna, offered, browse, settings):
    settings.MAIL_IS_SENT = True
    one = offered(None)
    data = {"id": str(new_id()), "way": "mail", "email": "detox@nemocnice.invalid"}
    browse(anna).post(at(one, "link/"), data)
    (letter,) = mail.outbox
    told = letter.subject + letter.body
    assert "/answer/" in told
    for word in (one.mark, "pervitin", "klient", "předán", "Podchod", "Noční život", "Anna", "Spojka"):
        assert word not in told
    assert ReferralLink.objects.get().sent_at
    missing = browse(anna).post(at(one, "link/"), data | {"id": str(new_id()), "email": ""})
    assert "Napište, kam má dopis přijít." in text(missing)


def test_papers_say_what_they_must_and_no_more(anna, olga, offered, step, browse):
    one = offered()
    step(olga, one, "accepted")
    day = timezone.localdate() + timedelta(days=1)
    step(olga, one, "invited", place="Pavilon C, 2. patro", visit_on=day)
    told = reading.told(whole(one), anna, timezone.localdate())
    said = str(documents.slip_data(told))
    assert one.mark in said
    assert "Pavilon C, 2. patro" in said
    for word in ("Detox", "Noční život", "Podchod", "pervitin", one.client.code):
        assert word not in said
    assert browse(anna).get(at(one, "slip/")).content.startswith(b"%PDF")
    assert documents.link_paper(told, "https://spojka.invalid/answer/x/", timezone.now()).startswith(b"%PDF")


def test_a_link_is_given_on_paper(anna, offered, browse):
    one = offered(None)
    data = {"id": str(new_id()), "way": "paper"}
    assert browse(anna).post(at(one, "link/"), data).content.startswith(b"%PDF")
    again = browse(anna).post(at(one, "link/"), data, follow=True)  # a second tap makes no second one
    assert "už byl vytvořen" in text(again)


@pytest.mark.parametrize("kind", ["<script>alert(1)</script>", "{{ secret }}"])
def test_words_stay_words(anna, olga, offered, browse, kind):
    one = offered(wants=kind)
    page = text(browse(olga).get(at(one, house="jinde")))
    assert "<script>alert" not in page


def test_without_a_consent_it_is_told_what_is_missing(anna, olga, offered, step, browse):
    one, page = offered(), browse(anna)
    step(olga, one, "accepted")
    assert "žádný platný souhlas je nejmenuje" in text(page.get(at(one)))
    answer = page.post(at(one, "name/"), typed(name="Radka"))
    assert answer.status_code == 422
    for words in ("Nejdřív zapište souhlas klienta, který je jmenuje", "Radka"):
        assert words in text(answer)


def test_an_answer_by_the_link_that_is_too_late_says_so_and_keeps_its_words(anna, offered, linked, step, browse):
    one = offered(None)
    path = f"/answer/{linked(one)}/"
    page = text(browse().get(path))
    step(anna, one, "declined", reason="capacity")  # they had said it by phone, a colleague of theirs answers

    said = {"what": "accept", "on": timezone.localdate(), "words": "Přijďte v úterý."}
    answer = browse().post(path, hidden(page, "id_accept_id") | said)
    assert answer.status_code == 422
    for words in ("Mezitím už někdo odpověděl", "Přijďte v úterý."):
        assert words in text(answer)


def test_who_can_not_speak_for_the_other_side_is_told_so(anna, offered, browse):
    answer = browse(anna).post(at(offered(), "accept/"), typed())
    assert answer.status_code == 422
    assert "Pracují se Spojkou" in text(answer)


def test_a_link_that_has_ended_is_not_said_to_hold(anna, offered, linked, browse):
    one = offered(None)
    linked(one, at=timezone.now() - timedelta(days=61))
    assert "platí do" not in text(browse(anna).get(at(one)))
    linked(one)
    assert "platí do" in text(browse(anna).get(at(one)))
