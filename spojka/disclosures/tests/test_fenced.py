"""Behind the database's own fence: not even a right to read the house opens the register; PostgreSQL."""

from spojka.access.tests.test_fence import fenced, postgres  # noqa: F401 - a fixture
from spojka.disclosures.models import DisclosureLine, DisclosureRequest
from tests import make


@postgres
def test_nobody_outside_of_the_service_reads_or_changes_a_request(fenced, hana, kontakt, cyril, asked):  # noqa: F811
    request = asked()
    reader = make.member(kontakt, role="service_head", reads_house=True)
    make.grant(request, reader.id, request.service)

    assert fenced.sees(DisclosureRequest, hana) == {request.pk}
    for who in (reader, cyril):
        assert fenced.sees(DisclosureRequest, who) == set()
        assert fenced.sees(DisclosureLine, who) == set()
        assert fenced.does(who, lambda: DisclosureRequest.objects.filter(pk=request.pk).update(office="x")) == 0
