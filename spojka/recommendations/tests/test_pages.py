"""Pages, by whom they are found and what they offer; files of steps; what grows out of minutes."""

import json
from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from spojka.base.ids import new_id
from spojka.groups.models import Offshoot
from spojka.meetings.beside import grown, offers
from spojka.recommendations import reading
from spojka.recommendations.actions import funding
from spojka.recommendations.content import Offer
from spojka.recommendations.holding import newest
from spojka.recommendations.models import Ballot, FundingProject, GrantCall, Recommendation, Step
from tests import groups
from tests.recommendations import ZONES, asked, rejected, screens, stepped

HOUSE = "/policie/"
PDF = b"%PDF-1.7\nusneseni rady\n%%EOF\n"


def text(answer) -> str:
    return answer.content.decode().replace("\N{NO-BREAK SPACE}", " ")


def typed(**more):
    said = {"id": str(new_id()), "sort": "measure", "title": "Zákaz prodeje", "what": "Doplnit řád."}
    return said | {"body_kind": "council", "proposed_on": timezone.localdate().isoformat()} | more


def test_it_is_proposed_and_handed_over_with_a_file_and_a_term(josef, group, browse):
    ours = browse(josef)
    page = text(ours.post(f"{HOUSE}working-groups/{group.pk}/recommendations/new/", typed(), follow=True))
    one = Recommendation.objects.get()
    assert "Doplnit řád." in page
    assert "Zapsat další krok" in page

    stepped(josef, one, "recommended")
    at = f"{HOUSE}recommendations/{one.pk}/"
    form = text(ours.get(f"{at}step/"))
    assert (timezone.localdate() + timedelta(days=60)).isoformat() in form  # a council usually answers by then
    said = {"id": str(new_id()), "after": str(newest(one).pk), "state": "handed", "on": timezone.localdate()}
    brought = SimpleUploadedFile("usneseni.pdf", PDF, "application/pdf")
    assert ours.post(f"{at}step/", said | {"file": brought, "document": "Dopis 7"}).status_code == 302

    step = Step.objects.get(state="handed")
    answer = ours.get(f"{HOUSE}recommendation-steps/{step.pk}/file/")
    assert answer.content == PDF
    assert answer.headers["Content-Security-Policy"] == "sandbox"
    assert "attachment" in answer.headers["Content-Disposition"]


def test_a_wrong_step_comes_back_with_what_is_wrong_at_its_field(josef, one, browse):
    said = {"id": str(new_id()), "after": str(newest(one).pk), "state": "rejected", "on": timezone.localdate()}

    answer = browse(josef).post(f"{HOUSE}recommendations/{one.pk}/step/", said)

    assert answer.status_code == 422
    assert "Napište proč, nebo co z toho je." in text(answer)
    assert newest(one).state == "proposed"


def test_a_committee_that_debated_it_is_kept_and_the_body_asked_is_not_said_to_have(josef, one):
    debated = stepped(josef, one, "debated", body_kind="committee", body_name="Výbor pro bezpečnost")
    recommended = stepped(josef, one, "recommended", body_kind="council", body_name="Rada města")

    assert (debated.body_kind, debated.body_name) == ("committee", "Výbor pro bezpečnost")
    assert (recommended.body_kind, recommended.body_name) == ("", "")


def test_other_words_are_offered_until_it_is_handed_over(josef, one, browse):
    at = f"{HOUSE}recommendations/{one.pk}/"
    assert f"{at}change/" in text(browse(josef).get(at))

    stepped(josef, one, "recommended")
    stepped(josef, one, "handed")

    assert f"{at}change/" not in text(browse(josef).get(at))


def test_members_read_leaders_write_and_strangers_find_nothing(josef, bara, radek, stranger, one, browse):
    at = f"recommendations/{one.pk}/"
    for who, house, rests in (
        (josef, "policie", {"": 200, "step/": 200, "vote/": 200, "public/": 200, "change/": 200}),
        (bara, "zastavka", {"": 200, "paper/": 200, "step/": 404, "vote/": 404, "public/": 404, "change/": 404}),
        (radek, "zastavka", {"": 200, "step/": 404}),
        (stranger, "jinde", {"": 404, "paper/": 404, "step/": 404, "zones/": 404}),
    ):
        for rest, status in rests.items():
            assert browse(who).get(f"/{house}/{at}{rest}").status_code == status, (who.name, rest)
    assert "Zapsat další krok" not in text(browse(bara).get(f"/zastavka/{at}"))


def test_all_screens_open(josef, police, browse):
    ours = browse(josef)
    for path in screens(josef, police):
        assert ours.get(path).status_code == 200, path


def test_a_line_of_minutes_grows_into_one_and_stays_tied_to_it(josef, group, browse):
    meeting = groups.met(josef, group, -3)
    line = groups.said(josef, meeting, ("item", "Podomní prodej v ubytovnách", {}))[0]
    path, ours = f"{HOUSE}group-lines/{line.pk}/recommendation/", browse(josef)
    assert "Podomní prodej v ubytovnách" in text(ours.get(path))

    ours.post(path, typed())

    tie, one = Offshoot.objects.get(), Recommendation.objects.get()
    assert (tie.line, tie.into, tie.row_id) == (line.line, "recommendation", one.pk)
    assert grown([line], josef) == {(meeting.pk, line.line): [(one.title, f"{HOUSE}recommendations/{one.pk}/")]}
    assert path in dict(map(reversed, offers(line, josef)))


def test_it_is_brought_to_another_body_through_another_group(josef, group, browse):
    old, other = rejected(josef, group, zones=ZONES), groups.founded(josef, group.service, name="Druhá skupina")
    path, ours = f"{HOUSE}recommendations/{old.pk}/bring/", browse(josef)
    assert "Druhá skupina" in text(ours.get(path))

    ours.post(path, typed(body_kind="assembly", group=str(other.pk)))

    new = Recommendation.objects.get(group=other)
    assert (new.came_from_id, new.zones) == (old.pk, ZONES)
    assert "Přineseno jinému orgánu" in text(ours.get(f"{HOUSE}recommendations/{old.pk}/"))


def test_zones_are_written_as_text_and_what_is_wrong_is_said(josef, group, browse):
    one = asked(josef, group, zones=ZONES)
    path, ours = f"{HOUSE}recommendations/{one.pk}/zones/", browse(josef)
    kept = json.dumps(one.features, ensure_ascii=False)
    assert "Prodej jen na tržišti" in text(ours.get(path))

    assert "mimo Českou republiku" in text(ours.post(path, {"zones": kept.replace("15.05", "25.05")}))
    assert ours.post(path, {"zones": kept.replace("Střed", "Centrum")}).status_code == 302

    one.refresh_from_db()
    assert one.zones == [ZONES[0] | {"name": "Centrum"}]


def test_a_vote_by_name_is_written_down(josef, group, one, seated, browse):
    seated("Jana")
    seated("Ota")
    path, ours = f"{HOUSE}recommendations/{one.pk}/vote/", browse(josef)
    said = {"id": str(new_id()), "on": timezone.localdate().isoformat(), "word-0": "for", "word-1": "conflict"}
    assert "Napište, jaký střet zájmů to je." in text(ours.post(path, said))
    tomorrow = (timezone.localdate() + timedelta(days=1)).isoformat()
    assert "Tento den teprve přijde." in text(ours.post(path, said | {"on": tomorrow, "interest-1": "x"}))

    ours.post(path, said | {"interest-1": "Vlastní tržiště.", "interest-0": "zůstalo po omylu"})

    assert [(one.seat.called, one.declared) for one in Ballot.objects.order_by("recorded_at")] == [
        ("Jana", ""), ("Ota", "Vlastní tržiště."),
    ]  # fmt: skip
    assert "Vlastní tržiště." in text(ours.get(f"{HOUSE}recommendations/{one.pk}/"))


def test_calls_and_projects_are_written_down_and_only_their_own_are_changed(josef, bara, group, browse):
    at, ours, theirs = f"working-groups/{group.pk}/", browse(josef), browse(bara)
    call = {"id": str(new_id()), "name": "Výzva", "giver": "Kraj", "closes_on": "2026-12-20"}
    theirs.post(f"/zastavka/{at}calls/new/", call)
    told = {"id": str(new_id()), "name": "Kamery", "year": "2026", "state": "asked", "asked": "500000", "social": "0"}
    ours.post(f"{HOUSE}{at}projects/new/", told | {"call": call["id"]})

    page = text(ours.get(f"{HOUSE}{at}funding/"))
    for words in ("Výzva", "Kamery", "500 000 Kč", "0 × 100 %"):
        assert words in page
    project = FundingProject.objects.get()
    assert theirs.get(f"/zastavka/funding-projects/{project.pk}/change/").status_code == 404
    assert ours.get(f"{HOUSE}grant-calls/{GrantCall.objects.get().pk}/change/").status_code == 404


def test_all_groups_stand_in_one_list_narrowed_by_state(josef, group, one, browse):
    rejected(josef, group, title="Zákaz heren")
    ours = browse(josef)

    under_way, closed = (text(ours.get(f"{HOUSE}recommendations/{show}")) for show in ("", "?show=closed"))

    assert "Zákaz podomního prodeje" in under_way
    assert "Zákaz heren" not in under_way
    assert "Zákaz heren" in closed
    assert reading.by_state(josef) == [("navrženo", 1), ("zamítnuto", 1)]
    assert "Zamítnuto" in under_way  # how many stand where is told of all


def test_it_is_found_by_its_words_and_so_is_a_call(josef, group, police, one, browse):
    offer = Offer(name="Výzva Bezpečné město", giver="Kraj", closes_on=timezone.localdate())
    funding.add_call(by=josef, id=new_id(), service=police, group=group, offer=offer)
    assert "Výzva Bezpečné město" in text(browse(josef).post(f"{HOUSE}search/", {"q": "výzvou města"}))
    for typed in ("tržní", "trzni rad", "PODOMNÍM prodejem"):
        assert "Zákaz podomního prodeje" in text(browse(josef).post(f"{HOUSE}search/", {"q": typed})), typed


def test_a_term_that_has_passed_says_so(josef, group, browse):
    then = timezone.localdate() - timedelta(days=70)
    one = asked(josef, group, days=80)
    stepped(josef, one, "recommended", on=then)
    stepped(josef, one, "handed", on=then, due_on=then + timedelta(days=60))

    page = text(browse(josef).get(f"{HOUSE}recommendations/{one.pk}/"))

    assert "po termínu" in page
