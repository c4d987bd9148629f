"""What happened is written down, crossed out, found again in the line of time."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from spojka.access.owned import Changed
from spojka.access.permissions import Kind
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.cases import reading, sharing, timeline
from spojka.cases.actions import entries, people
from spojka.cases.content import Said, Standing, Who
from spojka.cases.models import Appraisal, Entry, Note, Party
from spojka.cases.reading import standing_of
from spojka.consents.content import Whom
from tests import make


def lines(case, by, **wanted):
    found, _last = timeline.page(case, by, timeline.Wanted(**wanted))
    return [(line.source, getattr(line.row, "text", "")) for line in found]


def test_a_repeated_sending_writes_once_and_another_text_is_told(ema, write):
    id = new_id()

    assert write(ema, id=id) == write(ema, id=id)
    with pytest.raises(Changed):
        write(ema, id=id, text="Něco jiného.")
    assert Entry.objects.count() == 1


def test_a_stranger_and_a_colleague_of_another_service_write_nothing(cyril, bara, anna, write):
    for who in (cyril, bara, anna):
        with pytest.raises(PermissionDenied):
            write(who)


def test_nothing_is_written_of_what_is_still_to_come(ema, party, case):
    now = timezone.now()
    said = Said(kind=Kind.COURSE, text="x", at=now + timedelta(hours=1))

    with pytest.raises(Refusal):
        entries.write(by=ema, id=new_id(), service=make.the_service_of(ema), about=party, said=said, at=now)


def test_an_entry_is_crossed_out_and_stays(ema, write, case):
    entry = write(ema)

    entries.void(by=ema, entry=entry, why="jiný člověk", at=timezone.now())

    assert Entry.objects.get().voided_why == "jiný člověk"
    assert ("entry", "Přišla včas.") in lines(case, ema)
    assert not lines(case, ema, text="včas")  # it is not found any more


def test_nobody_crosses_out_what_others_wrote(ema, petra, let_in, write):
    let_in()
    entry = write(petra)

    with pytest.raises(PermissionDenied):
        entries.void(by=ema, entry=entry, why="x", at=timezone.now())


def test_an_own_note_is_crossed_out(ema, case):
    now = timezone.now()
    deed = {"by": ema, "service": make.the_service_of(ema), "case": case, "about": None, "text": "Bojí se."}
    note = entries.note(**deed, id=new_id(), happened=now, at=now)

    entries.void_note(by=ema, note=note, at=now)

    assert Note.objects.get().voided_at == now


def test_the_line_of_time_goes_on_where_a_page_ended(ema, write, case, monkeypatch):
    monkeypatch.setattr(timeline, "PAGE", 2)
    now = timezone.now()
    for hour in range(5):
        write(ema, text=f"č. {hour}", at=now - timedelta(hours=hour))

    seen, wanted = [], timeline.Wanted()
    while True:
        found, last = timeline.page(case, ema, wanted)
        seen += [getattr(line.row, "text", line.source) for line in found]
        if last is None:
            break
        wanted = timeline.Wanted(before=last.key)

    assert sorted(seen) == ["turn", *(f"č. {hour}" for hour in range(5))]
    assert len(seen) == 6


def test_it_is_narrowed_by_person_kind_of_row_and_words(ema, write, case, party):
    father = people.add_party(by=ema, id=new_id(), case=case, who=Who(role="family", name="otec"), at=timezone.now())
    write(ema, text="Přišla s kytarou.")
    write(ema, about=father, text="Otec volal.")

    assert lines(case, ema, about=father.pk) == [("entry", "Otec volal.")]
    assert lines(case, ema, text="kytara") == [("entry", "Přišla s kytarou.")]
    assert lines(case, ema, what="turn") == [("turn", "")]
    assert not lines(case, ema, text="nic takového")


def test_contacts_of_our_client_belong_to_the_story_for_us_alone(ema, petra, let_in, case, rada, teren):
    let_in()
    shift = make.shift(teren)
    make.encounter(shift, client=rada, note="Mluvila o kytaře.")

    assert ("contact", "") in lines(case, ema)
    assert [source for source, _text in lines(case, ema, text="kytara")] == ["contact"]
    assert "contact" not in dict(lines(case, petra))


def test_a_party_stands_as_it_was_written_last(ema, case, party):
    stand(ema, party, accepts=1, believes=1)
    stand(ema, party, accepts=3)

    last = standing_of(case, ema)[party.pk]
    assert (last.accepts, last.believes) == (3, None)
    assert Appraisal.objects.order_by("recorded_at").first().wants_motivating


def test_risk_is_told_of_a_child_and_nothing_is_no_appraisal(ema, case, party):
    child = people.add_party(
        by=ema, id=new_id(), case=case, who=Who(role="client", name="dítě", is_child=True), at=timezone.now()
    )

    stand(ema, child, risk=3)

    with pytest.raises(Refusal):
        stand(ema, party, risk=3)
    with pytest.raises(Refusal):
        stand(ema, party)


def test_who_left_the_case_stays_in_its_story(ema, case, party):
    people.end_party(by=ema, party=party, why="odstěhovala se", at=timezone.now())

    assert Party.objects.get().left_on == timezone.localdate()
    assert not Party.objects.present().exists()


def stand(by, about, **degrees):
    standing = Standing(reasons="Proto.", **degrees)
    deed = {"service": make.the_service_of(by), "about": about, "standing": standing, "at": timezone.now()}
    return entries.appraise(by=by, id=new_id(), **deed)


def test_one_writes_for_the_service_that_was_let_in(ema, case, party, rada, jinde, give):
    ours, other = make.service(organisation=jinde, name="Ž"), make.service(organisation=jinde, name="A")
    ota = make.member(ours, other, role="key_worker")
    give(ema, rada, Whom(institution="Jinde", house=jinde, centre=ours), kinds=Kind.COURSE)
    side = next(one for one in sharing.sides(case, timezone.now()) if one.grantee == ours.pk)
    deed = {"by": ema, "id": new_id(), "case": case, "side": side, "parties": [party], "role": "school"}
    people.open_to(**deed, at=timezone.now())

    assert reading.writing_for(case, ota) == [ours]
