"""A side of a case leaves it by itself: it sees nothing from then on, and who coordinates is told."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.utils import timezone

from spojka.access.models import Grant
from spojka.access.permissions import Kind, Permission
from spojka.base.ids import new_id
from spojka.cases import reading, waiting
from spojka.cases.actions import people
from spojka.cases.holding import Shut
from spojka.cases.models import Leaving, Participant
from tests import make

from .test_share import seen

VIEW = Permission.CASE_VIEW


def words_of(answer):
    assert answer.status_code == 200
    return answer.content.decode()


def leave(by, participant, id=None, why="Rodina se odstěhovala."):
    service = make.the_service_of(by)
    said = {"service": service, "participant": participant, "why": why, "at": timezone.now()}
    return people.leave(by=by, id=id or new_id(), **said)


def due(by):
    return [one.kind for one in waiting.due(by, timezone.localdate())]


def test_who_leaves_sees_nothing_but_what_they_wrote(let_in, ema, petra, write, case):
    participant, _consent = let_in(Kind.COURSE)
    ours, theirs = write(ema), write(petra)

    leave(petra, participant)

    assert not petra.can(VIEW, case)
    assert seen(petra) == {theirs.pk}
    assert seen(ema) == {ours.pk, theirs.pk}


def test_the_coordinator_is_told_until_they_end_the_part(let_in, ema, petra):
    participant, _consent = let_in(Kind.COURSE)
    leave(petra, participant)
    assert "left" in due(ema)
    [one] = reading.leavings(ema, Q(participant=participant))
    assert one.said == "Rodina se odstěhovala."

    people.end(by=ema, participant=participant, why=one.said, at=timezone.now())

    assert "left" not in due(ema)
    assert Leaving.objects.count() == 1


def test_who_is_let_in_again_takes_part_again(let_in, ema, petra, case):
    participant, _consent = let_in(Kind.COURSE)
    leave(petra, participant)
    assert not petra.can(VIEW, case)

    Grant.objects.filter(subject_id=case.pk, grantee_id=participant.grantee_id).update(
        starts_at=timezone.now(), ends_at=None
    )

    assert "left" not in due(ema)
    assert petra.can(VIEW, case)


def test_nobody_leaves_for_another(let_in, ema, petra, bara, cyril, case):
    participant, _consent = let_in(Kind.COURSE)
    host = Participant.objects.get(case=case, grantee_id=case.service_id)

    for who, whose in ((cyril, participant), (bara, participant), (ema, participant), (petra, host)):
        with pytest.raises(PermissionDenied):
            leave(who, whose)
    with pytest.raises(Shut):
        leave(ema, host)
    assert not Leaving.objects.exists()


def test_by_the_page(let_in, ema, petra, cyril, case, browse):
    participant, _consent = let_in(Kind.COURSE)
    path = f"/{petra.organisation.slug}/participants/{participant.pk}/leave/"
    page = browse(petra)
    assert f"{participant.pk}/leave/" in words_of(page.get(f"/{petra.organisation.slug}/cases/{case.pk}/people/"))
    assert page.get(path).status_code == 200
    assert page.post(path, {"id": new_id(), "why": ""}).status_code == 422
    assert browse(cyril).get(path.replace(petra.organisation.slug, cyril.organisation.slug)).status_code == 404
    ours = path.replace(petra.organisation.slug, ema.organisation.slug)
    assert browse(ema).get(ours).status_code == browse(ema).post(ours, {"id": new_id(), "why": "x"}).status_code == 302
    assert not Leaving.objects.exists()
    id = new_id()

    assert page.post(path, {"id": id, "why": "Konec."}).status_code == 302

    assert page.post(path, {"id": id, "why": "Konec."}).status_code == 302  # sent again
    assert page.get(path).status_code == 404
    told = words_of(browse(ema).get(f"/{ema.organisation.slug}/"))
    assert "Konec." in told
    assert "Konec." in words_of(browse(ema).get(f"/{ema.organisation.slug}/participants/{participant.pk}/end/"))
