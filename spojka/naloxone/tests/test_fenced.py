"""Behind the database's own fence: kits and overdoses never leave the service; PostgreSQL."""

from spojka.access.tests.test_fence import fenced, postgres  # noqa: F401 - a fixture
from spojka.naloxone.models import NaloxoneKit, NaloxoneUse, Overdose
from tests import make


@postgres
def test_nothing_of_it_leaves_the_service(fenced, send, anna, kontakt, cyril):  # noqa: F811
    send("hand", side="code", code="MOL 91 T")
    send("used", side="code", code="MOL 91 T")
    send("overdose")
    kit = NaloxoneKit.objects.get()
    reader = make.member(kontakt, role="service_head", reads_house=True)
    make.grant(kit.encounter.client, reader.id, kit.service)

    assert fenced.sees(NaloxoneKit, anna) == {kit.pk}
    for who in (reader, cyril):
        for model in (NaloxoneKit, NaloxoneUse, Overdose):
            assert fenced.sees(model, who) == set()
        assert fenced.does(who, lambda: Overdose.objects.update(called="x")) == 0
