"""What the crew reads, hands over and writes afterwards."""

from datetime import timedelta

import pytest
from django.utils import timezone

from spojka.encounters.actions import shifts
from spojka.encounters.models import CrewMember
from spojka.shifts import doors
from spojka.shifts.models import Briefing, BriefingRead, Debrief, Handover
from spojka.shifts.page import page_of
from spojka.signals.models import Acknowledgement, EarlyWarning
from tests import make
from tools.repeats import counting


@pytest.fixture
def warning(hana, shift):
    today = timezone.localdate()
    told = {"what": "Růžové tablety", "text": "Neberte je.", "audience": "team", "drawn_by": hana.id}
    verified = {"verified_at": timezone.now(), "verified_by": hana.id, "verified_name": "Hana"}
    return EarlyWarning(**shift.ownership, valid_from=today, valid_to=today, **told, **verified).add()


@pytest.fixture
def said(anna, shift):
    """What the page of the briefing holds for the button."""

    def of(by=anna):
        shift.refresh_from_db()
        return page_of(by, shift, timezone.now())["reading"].initial

    return of


def step(by, shift, key):
    shift.refresh_from_db()
    stages = page_of(by, shift, timezone.now())["stages"]
    return next(one for _stage, _name, steps, _now in stages for one in steps if one.key == key).state


def test_reading_a_briefing_reads_its_warnings_too(anna, send, shift, said, warning):
    send("briefing/read", **said())

    assert BriefingRead.objects.get().recorded_by == anna.id
    assert Acknowledgement.objects.get().warning == warning
    assert step(anna, shift, "briefing") == "četli 1 z 1"


def test_a_changed_briefing_was_read_before_it_was_changed(anna, send, shift, said):
    send("briefing/read", **said())
    shifts.note(by=anna, shift=shift, note="Sraz u zadního vchodu.", was="")

    assert step(anna, shift, "briefing") == f"četli 0 z 1, 1 před změnou; ještě ne: {anna.user.name}"


def test_what_is_written_on_closing_does_not_unread_the_briefing(anna, send, shift, said):
    send("briefing/read", **said())
    ends = shift.planned_end
    shifts.close(by=anna, shift=shift, at=timezone.now(), ended_at=ends, note="Od půlnoci pršelo.")

    assert step(anna, shift, "briefing") == "četli 1 z 1"


def test_who_has_not_read_is_named(anna, hana, send, shift, said):
    CrewMember(**shift.ownership, shift=shift, membership_id=hana.id).add()

    send("briefing/read", **said())

    assert step(anna, shift, "briefing") == f"četli 1 z 2; ještě ne: {hana.user.name}"


def test_a_warning_of_others_is_not_read_by_a_made_up_number(send, said, bara):
    foreign = make.the_service_of(bara)
    today = timezone.localdate()
    told = {"what": "Cizí", "text": "-", "audience": "team", "drawn_by": bara.id, "verified_at": timezone.now()}
    hidden = EarlyWarning(**foreign.ownership, valid_from=today, valid_to=today, **told).add()

    send("briefing/read", **said() | {"warnings": f"{hidden.pk} nonsense"})

    assert BriefingRead.objects.exists()
    assert not Acknowledgement.objects.exists()


def test_the_named_contact_stands_in_the_phone(anna, hana, browse, shift):
    typed = {"contact": hana.id, "name": "Dispečink", "phone": "+420 601 000 222", "every": "15"}

    browse(hana).post(f"/podchod/shifts/{shift.pk}/briefing/", typed)
    browse(hana).post(f"/podchod/shifts/{shift.pk}/briefing/", typed | {"every": "45"})

    assert Briefing.objects.get().every == 45
    assert 'href="tel:+420601000222"' in browse(anna).get(f"/podchod/shifts/{shift.pk}/alone/").content.decode()


@pytest.mark.parametrize("wrong", [{"phone": "javascript:1"}, {"name": "Eva", "phone": ""}, {"every": "1"}])
def test_a_contact_that_cannot_be_called_comes_back(hana, browse, shift, wrong):
    typed = {"name": "Eva", "phone": "601000222", "every": "30"}

    assert browse(hana).post(f"/podchod/shifts/{shift.pk}/briefing/", typed | wrong).status_code == 422
    assert not Briefing.objects.exists()


def test_a_shift_is_handed_over_to_who_takes_it(anna, hana, browse, send, shift):
    send("handover", message="U baru dochází voda.", to=hana.id)
    found = Handover.objects.get()

    assert browse(anna).post(f"/podchod/handovers/{found.pk}/take/").status_code == 422  # one's own
    assert browse(hana).post(f"/podchod/handovers/{found.pk}/take/").status_code == 302

    found.refresh_from_db()
    assert (found.taken_by, found.to_id.hex) == (hana.id, hana.id.replace("-", ""))
    assert step(anna, shift, "handover") == "převzal(a) Hana Večerní"


def test_the_next_shift_at_the_place_is_told_what_waits(anna, hana, browse, send, shift):
    send("handover", message="U baru dochází voda.")
    later = {"planned_start": shift.planned_end, "planned_end": shift.planned_end + timedelta(hours=6)}
    following = make.shift(shift.service, place=shift.place, started_at=shift.planned_end, **later)

    page = browse(hana).get(f"/podchod/shifts/{following.pk}/").content.decode()

    assert f"/podchod/handovers/{Handover.objects.get().pk}/" in page


def test_today_says_what_waits_to_be_taken_over(anna, hana, bara, browse, send, shift):
    def told(actor):
        return f"/podchod/handovers/{found.pk}/" in browse(actor).get("/podchod/").content.decode()

    send("handover", message="U baru dochází voda.", to=hana.id)
    found = Handover.objects.get().change(occurred_at=timezone.now())

    assert [told(one) for one in (hana, anna, bara)] == [True, False, False]
    browse(hana).post(f"/podchod/handovers/{found.pk}/take/")
    assert not told(hana)


def test_today_tells_the_crew_of_the_next_shift(anna, hana, browse, send, shift):
    now = timezone.now()
    send("handover", message="U baru dochází voda.")
    found = Handover.objects.get().change(occurred_at=now)
    later = {"planned_start": now + timedelta(hours=2), "planned_end": now + timedelta(hours=9)}
    following = make.shift(shift.service, place=shift.place, started_at=None, **later)
    assert not doors.left_for(hana, now)  # she leads the service, but works elsewhere

    CrewMember(**following.ownership, shift=following, membership_id=hana.id).add()

    assert doors.left_for(hana, now) == [found]
    assert not doors.left_for(anna, now)  # her own words
    assert not doors.left_for(hana, now + timedelta(days=8))


def test_no_phone_keeps_the_words_of_a_handover_or_a_look_back(anna, browse, send, shift):
    send("handover", message="modrátenzka")
    send("debrief", well="modrátenzka")

    for path in ("now/", "now/states/", "alone/"):
        assert "modrátenzka" not in browse(anna).get(f"/podchod/shifts/{shift.pk}/{path}").content.decode()


def test_the_crew_and_heads_read_what_was_written_afterwards(anna, hana, browse, send, shift, teren):
    send("debrief", mood="tired", well="Klid.")
    colleague = make.member(teren, name="Vít Cizí")

    assert Debrief.objects.get().mood == "tired"
    for reader in (anna, hana):
        assert "Klid." in browse(reader).get(f"/podchod/shifts/{shift.pk}/debriefs/").content.decode()
        assert "debriefs/" in browse(reader).get(f"/podchod/shifts/{shift.pk}/").content.decode()
    assert browse(colleague).get(f"/podchod/shifts/{shift.pk}/debriefs/").status_code == 404
    assert "debriefs/" not in browse(colleague).get(f"/podchod/shifts/{shift.pk}/").content.decode()


@pytest.mark.parametrize(("path", "says"), [("debrief", "aspoň jednu věc"), ("handover", "aspoň že je klid")])
def test_what_says_nothing_comes_back(send, path, says):
    answer = send(path)

    assert answer.status_code == 422
    assert says in answer.content.decode()


def test_strangers_read_and_write_nothing(bara, cyril, browse, send, shift, said):
    send("handover", message="Klid.")
    found = Handover.objects.get()
    for actor in (bara, cyril):
        assert send("debrief", by=actor, well="x").status_code == 404
        assert send("handover", by=actor, message="x").status_code == 404
        assert send("briefing/read", by=actor, **said()).status_code == 404
        assert browse(actor).post(f"/podchod/handovers/{found.pk}/take/").status_code == 404
        for path in (f"handovers/{found.pk}/", f"shifts/{shift.pk}/debriefs/", f"shifts/{shift.pk}/now/"):
            assert browse(actor).get(f"/podchod/{path}").status_code == 404
    assert CrewMember.objects.count() == 1


def test_what_was_filled_in_is_read_once_for_the_whole_page(anna, browse, shift):
    with counting() as asked:
        browse(anna).get(f"/podchod/shifts/{shift.pk}/now/")

    of_lists = sum(times for (shape, _values), times in asked.items() if 'FROM "shifts_checklist" ' in shape)
    assert of_lists == 2  # of this shift, and of the last one in such a place
