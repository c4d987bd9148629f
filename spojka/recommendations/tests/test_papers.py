"""Papers say what was asked, how it stands, who did not vote and why, and where it holds."""

from django.utils import timezone
from django.utils.translation import override

from spojka.base.ids import new_id
from spojka.recommendations import documents, reading
from spojka.recommendations.actions import funding, votes
from spojka.recommendations.content import Counted, Money
from tests.recommendations import ZONES, asked, rejected

TODAY = timezone.localdate()


def test_one_recommendation_with_its_vote_zones_and_chain(josef, group, seated):
    ota = seated("Ota")
    seated("Jana")
    old = rejected(josef, group)
    one = asked(josef, group, came_from=old, body_kind="assembly", draft="Článek 4a.", zones=ZONES)
    said = Counted(on=TODAY, in_favour=1, words={ota: "conflict"}, interests={ota: "Vlastní tržiště."})
    votes.vote(by=josef, id=new_id(), service=group.service, recommendation=one, said=said)
    reading.with_newest([one])

    told = reading.told(one, josef)
    with override("cs"):
        data = documents.single_data(one, told, TODAY)

    (item,) = data["items"]
    assert item["votes"][0]["declared"] == ["Ota: Vlastní tržiště."]
    assert item["votes"][0]["counts"][3] == "hlasovalo jen 1, potřeba bylo 2"
    assert item["chain"][0].startswith("Přineseno odjinud: Rada města, zamítnuto")
    assert item["zones"] == ["1. Střed: Prodej jen na tržišti"]
    assert {"name": "Navrhovaný text", "text": "Článek 4a.", "lines": 0} in item["texts"]
    assert documents.single(one, told, TODAY).startswith(b"%PDF")


def test_the_report_shows_all_with_sums(josef, group):
    rejected(josef, group)
    money = Money(name="x", year=2026, state="granted", asked=2_000_000, granted=1_500_000, social=20)
    funding.add_project(by=josef, id=new_id(), service=group.service, group=group, money=money)
    found = [(one, reading.told(one, josef)) for one in reading.of_group(group, josef)]
    sums = reading.sums(reading.projects(group, josef))

    with override("cs"):
        data = documents.report_data(group, found, sums, [], TODAY)

    assert [row[:3] for row in data["overview"]] == [["Zákaz podomního prodeje", "Rada města", "zamítnuto"]]
    assert [cell.replace("\N{NO-BREAK SPACE}", " ") for cell in data["sums"][0]] == [
        "2026", "2 000 000", "1 500 000", "300 000", "1 200 000",
    ]  # fmt: skip
    assert documents.report(group, found, sums, [], TODAY).startswith(b"%PDF")


def test_an_empty_one_can_be_written_by_hand(group):
    assert documents.blank(group).startswith(b"%PDF")
