"""The pages of a case that call its meetings."""

from datetime import timedelta

from django.utils import timezone

from spojka.base.ids import new_id
from spojka.conferences.models import CaseMeeting
from spojka.meetings.documents import minutes_data


def text(answer) -> str:
    return answer.content.decode().replace("\N{NO-BREAK SPACE}", " ")


def typed(party, **more):
    day = (timezone.localdate() + timedelta(days=7)).isoformat()
    said = {"id": str(new_id()), "sort": "conference", "title": "Kde bude Adam", "on": day, "hour": "14:30"}
    return said | {"minutes": "90", "purpose": "Domluvit leden.", "people": [str(party.pk)]} | more


def test_a_conference_is_called_from_the_case_and_stands_in_its_story(ema, case, party, browse):
    page = browse(ema)
    at = f"/podchod/cases/{case.pk}/meetings/"
    assert f"{at}new/" in text(page.get(at))
    answer = page.post(f"{at}new/", typed(party, service=str(case.service_id)), follow=True)
    row = CaseMeeting.objects.get()
    assert answer.redirect_chain[-1][0] == f"/podchod/meetings/{row.meeting_id}/"
    for words in ("Domluvit leden.", "Rada", "kdo v případu nepracuje", "aby rodinu podpořil"):
        assert words in text(answer)
    assert "Domluvit leden." in text(page.get(at))
    assert "Kde bude Adam" in text(page.get(f"/podchod/cases/{case.pk}/?what=meeting"))


def test_wrong_input_comes_back_with_all_that_was_typed(ema, case, party, browse):
    at = f"/podchod/cases/{case.pk}/meetings/new/"
    wrong = typed(party, service=str(case.service_id), hour="půl třetí", minutes="5", purpose="", told="Osobně.")
    answer = browse(ema).post(at, wrong)
    assert answer.status_code == 422
    for words in ("Napište hodinu jako 14:30.", "Napište 15 až 600 minut.", "Napište, k čemu je.", "Osobně."):
        assert words in text(answer)
    assert not CaseMeeting.objects.exists()


def test_the_family_was_told_on_a_day_that_was(ema, case, party, browse):
    day = (timezone.localdate() + timedelta(days=1)).isoformat()
    wrong = typed(party, service=str(case.service_id), told="Osobně.", told_on=day)
    answer = browse(ema).post(f"/podchod/cases/{case.pk}/meetings/new/", wrong)
    assert answer.status_code == 422
    assert "teprve přijde" in text(answer)
    assert not CaseMeeting.objects.exists()


def test_others_of_the_case_are_one_tap_away_where_people_are_invited(ema, call, babi, browse):
    row, page = call(), browse(ema)
    meeting, ask = f"/podchod/meetings/{row.meeting_id}/", f"/podchod/case-meetings/{row.pk}/ask/"
    shown = text(page.get(meeting))
    assert f'action="{ask}"' in shown
    assert f'name="somebody" value="{babi.pk}"' in shown
    page.post(ask, {"somebody": str(babi.pk)})
    assert f'value="{babi.pk}"' not in text(page.get(meeting))


def test_strangers_find_no_page(anna, bara, cyril, case, party, call, browse):
    row = call()
    for who, house in ((bara, "podchod"), (cyril, "jinde")):
        for path in (f"cases/{case.pk}/meetings/", f"cases/{case.pk}/meetings/new/", f"case-meetings/{row.pk}/"):
            assert browse(who).get(f"/{house}/{path}").status_code == 404
        assert browse(who).post(f"/{house}/case-meetings/{row.pk}/ask/", {"somebody": "x"}).status_code == 404
    assert browse(anna).get(f"/podchod/case-meetings/{row.pk}/").status_code == 404  # she calls none


def test_its_purpose_and_others_of_the_case(ema, call, babi, browse):
    row, page = call(), browse(ema)
    at = f"/podchod/case-meetings/{row.pk}/"
    assert "babička" in text(page.get(at))
    page.post(f"{at}ask/", {"somebody": str(babi.pk)})
    assert "babička" in text(page.get(f"/podchod/meetings/{row.meeting_id}/"))
    said = {"purpose": "Kde bude spát.", "told": "Ema osobně.", "told_on": timezone.localdate().isoformat()}
    page.post(at, said)
    assert "Ema osobně. (" in text(page.get(f"/podchod/meetings/{row.meeting_id}/"))


def test_why_the_family_is_not_there_stands_on_no_paper(ema, call, browse):
    row = call(people=[], without_family="Otec vyhrožuje.", told="Ema osobně.")
    words = ("Domluvit, kde bude Adam v lednu.", "Otec vyhrožuje.", "Ema osobně.")
    page, paper = text(browse(ema).get(f"/podchod/meetings/{row.meeting_id}/")), minutes_data(row.meeting, ema)

    assert [one in page for one in words] == [True, True, True]
    assert [one in str(paper) for one in words] == [True, False, False]
