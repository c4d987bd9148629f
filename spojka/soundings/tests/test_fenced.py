"""Behind PostgreSQL's own fence, too, both find each other and neither sees the other's row."""

from django.utils import timezone

from spojka.access.tests.test_fence import fenced, in_front, postgres
from spojka.soundings import actions, reading
from spojka.soundings.models import Sounding, SoundingCall

from .conftest import ask

__all__ = ["fenced", "in_front"]


@postgres
def test_both_find_each_other(in_front, klara, filip, teren, poradna, here, there):
    in_front(klara)
    first = ask(klara, here, poradna)
    in_front(filip)
    assert [one.asker_id for one in reading.calls(filip, timezone.localdate())] == [teren.pk]
    second = ask(filip, there, teren)
    assert second.came.is_found
    assert set(Sounding.objects.values_list("pk", flat=True)) == {second.pk}

    actions.confirm(by=filip, sounding=second, at=timezone.now())
    in_front(klara)
    assert set(Sounding.objects.values_list("pk", flat=True)) == {first.pk}
    assert Sounding.objects.get().came.is_told
    assert set(SoundingCall.objects.values_list("service_id", flat=True)) == {teren.pk}
