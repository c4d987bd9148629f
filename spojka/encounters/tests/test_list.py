from datetime import timedelta

import pytest
from django.db import connection
from django.db.models import Q
from django.test.utils import CaptureQueriesContext

from spojka.audit.models import Entry
from spojka.encounters.models import Encounter, Handout, Topic
from spojka.search import rows
from spojka.search.registry import code
from tests import make


@pytest.fixture
def listed(anna, browse, lists):
    """The rows that Anna's list shows for a query."""

    def of(query="", by=None):
        return list(browse(by or anna).get(f"/podchod/encounters/{query}").context["page"])

    return of


def test_the_latest_stands_first(listed, teren):
    shift = make.shift(teren)
    first = make.encounter(shift)
    last = make.encounter(shift, occurred_at=shift.planned_end)

    assert listed() == [last, first]


def test_filters_stand_in_the_address(listed, teren, anna):
    shift, other = make.shift(teren, event=make.event(teren)), make.shift(teren, day=make.SATURDAY - timedelta(days=7))
    row = make.encounter(shift, client=make.client(teren), recorded_by=anna.id)
    told(row, "water", "law")
    far = make.encounter(other)

    assert listed("?since=2026-07-04&until=2026-07-04") == [row]
    assert listed(f"?event={shift.event.pk}&place={shift.place.pk}") == [row]
    assert listed(f"?worker={anna.id}") == [row]
    assert listed("?side=code&theme=law&material=water") == [row]
    assert listed("?until=2026-06-30") == [far]
    assert listed("?theme=sex") == []


def test_a_filter_by_what_has_no_shifts_finds_nothing(listed, teren):
    row = make.encounter(make.shift(teren, event=make.event(teren, name="Plavba")))
    empty = make.event(teren, name="Bez směn")

    assert listed(f"?event={row.shift.event.pk}") == [row]
    assert listed(f"?event={empty.pk}") == []


def test_states(listed, teren):
    shift = make.shift(teren)
    plain, late = make.encounter(shift), make.encounter(shift, is_late=True)
    corrected = make.encounter(shift, version=2)
    voided = make.encounter(shift, voided_at=make.NOON, version=2)

    assert set(listed()) == {plain, late, corrected}
    assert listed("?state=late") == [late]
    assert listed("?state=corrected") == [corrected]
    assert listed("?state=voided") == [voided]


@pytest.mark.parametrize(
    "query", ["?since=never", "?since=2026-07-05&until=2026-07-01", "?worker=1", "?side=ghost", "?page=-1", "?page=zz"]
)
def test_a_wrong_filter_is_told_and_breaks_nothing(anna, browse, lists, query):
    assert browse(anna).get(f"/podchod/encounters/{query}").status_code == 200


def test_pages_of_fifty(listed, teren):
    shift = make.shift(teren)
    for _ in range(51):
        make.encounter(shift)

    assert len(listed()) == 50
    assert len(listed("?page=2")) == 1


def test_queries_do_not_grow_with_rows(anna, browse, teren, lists, django_assert_max_num_queries):
    shift = make.shift(teren)
    for _ in range(30):
        make.encounter(shift, client=make.client(teren))
    reader = browse(anna)
    reader.get("/podchod/encounters/")

    with django_assert_max_num_queries(28):
        reader.get("/podchod/encounters/")


def test_what_can_be_chosen_comes_when_the_filters_are_opened(anna, browse, teren, lists):
    event = make.event(teren, name="Plavba po proudu")
    make.encounter(make.shift(teren, event=event))
    reader = browse(anna)

    page = reader.get(f"/podchod/encounters/?event={event.pk}").content.decode()
    form = reader.get(f"/podchod/encounters/filters/?event={event.pk}").content.decode()

    assert f'href="/podchod/encounters/filters/?event={event.pk}"' in page
    assert "<select" not in page
    assert 'action="/podchod/encounters/"' in form
    assert f'value="{event.pk}" selected' in form


def test_filters_that_are_wrong_stand_in_the_list(anna, browse, lists):
    page = browse(anna).get("/podchod/encounters/?since=2026-07-05&until=2026-07-01").content.decode()

    assert '<details class="more more-flat" open' in page
    assert "id_until" in page


def test_filters_offer_nothing_of_others(bara, browse, teren, lists):
    make.event(teren, name="Plavba po proudu")

    assert "Plavba po proudu" not in browse(bara).get("/podchod/encounters/filters/").content.decode()


def test_the_audit_knows_what_was_shown(listed, teren, anna):
    row = make.encounter(make.shift(teren))

    listed()

    entry = Entry.objects.get(verb="encounters:list")
    assert row.pk in set(entry.seen.values_list("row_id", flat=True))


def test_nobody_sees_others_rows(listed, teren, bara):
    make.encounter(make.shift(teren))

    assert listed(by=bara) == []


def test_who_has_seen_it_is_offered_to_those_who_may_know(teren, kontakt, browse):
    row = make.encounter(make.shift(teren))
    reads_all, own = (
        make.member(kontakt, role="service_head", reads_house=True),
        make.member(teren, role="service_head"),
    )

    offered = [f"audit/row/{row.pk}" in browse(one).get(f"/podchod/encounters/{row.pk}/").content.decode()
               for one in (own, reads_all)]  # fmt: skip

    assert offered == [True, False]


@pytest.fixture
def given(teren, kontakt):
    """Contacts of two services, each with one material and one theme; return them by service and code."""
    made = {}
    for service in (teren, kontakt):
        shift = make.shift(service)
        for material, theme in (("water", "law"), ("gum", "sex")):
            row = make.encounter(shift, client=make.client(service))
            made[service.pk, material] = told(row, material, theme)
    return made


def told(row, material, theme):
    """Give out one piece and talk about something, as the action does: the words follow."""
    Handout(**row.ownership, encounter=row, code=material, quantity=1).add()
    Topic(**row.ownership, encounter=row, kind="theme", code=theme).add()
    return row.change(note="")


@pytest.mark.parametrize("few", [0, 400])
@pytest.mark.parametrize(
    "query", ["material=water", "theme=law", "material=water&theme=law", "theme=law&state=voided"]
)
def test_where_few_lie_is_no_other_list(listed, given, teren, bara, monkeypatch, few, query):
    monkeypatch.setattr(rows, "NEWEST", few)  # with none, each list is looked for along its own index
    own, other = given[teren.pk, "water"], given[make.the_service_of(bara).pk, "water"]
    make.grant(own.client, make.the_service_of(bara), teren)

    is_voided = "voided" in query
    assert listed(f"?{query}") == ([] if is_voided else [own])
    assert set(listed(f"?{query}", by=bara)) == (set() if is_voided else {own, other})
    assert listed(f"?{query}&since=2026-07-05") == []
    Encounter.objects.get(pk=own.pk).change(voided_at=make.NOON)
    assert listed(f"?{query}") == ([own] if is_voided else [])


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL plans by what it knows of the words")
def test_what_a_service_never_gave_is_not_looked_for_in_all_it_has(lists, given, teren, anna):
    def near(**said):
        return rows.few_with(Encounter, [code(*one) for one in said.items()], anna)

    assert near(material="earplugs") == Q(pk__in=[])
    assert near(material="gum") == Q(pk__in=[given[teren.pk, "gum"].pk])
    assert near() is None
    assert near(theme="law", material="gum") == Q(pk__in=[])


FEW = {
    "state=late": {"is_late": True},
    "state=corrected": {"version": 2},
    "state=voided": {"voided_at": make.NOON},
    "side=tally": {"side": "tally", "people": 3},
}


@pytest.mark.parametrize(("query", "said"), FEW.items())
def test_the_few_are_asked_of_their_own_index(listed, teren, kontakt, bara, query, said):
    own, _plain = make.encounter(make.shift(teren), **said), make.encounter(make.shift(teren))
    make.encounter(make.shift(kontakt), **said)

    with CaptureQueriesContext(connection) as asked:
        assert listed(f"?{query}") == [own]

    if connection.vendor == "sqlite":  # PostgreSQL plans by how many there are
        [first, *_rest] = [one["sql"] for one in asked if 'SELECT "encounters_encounter"."id" AS "pk"' in one["sql"]]
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN QUERY PLAN {first}")
            name = query.partition("=")[2]
            assert f"COVERING INDEX encounter_{name} " in " ".join(row[3] for row in cursor.fetchall())


def test_of_the_few_one_sees_also_what_a_client_of_another_house_opened(listed, teren):
    other = make.service(organisation=make.organisation(slug="jinde"))
    client = make.client(other)
    theirs = make.encounter(make.shift(other), client=client, is_late=True)
    make.encounter(make.shift(other), client=make.client(other), is_late=True)
    assert listed("?state=late") == []

    make.grant(client, teren, holder=other)
    assert listed("?state=late") == [theirs]
