"""Show: counts by check, the rows of one, the line on 'Today'; as many queries for many rows as for few."""

from itertools import count

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from spojka.access.permissions import Permission
from spojka.audit.models import Seen
from spojka.quality.checks import CHECKS
from tests import make

from .conftest import DAYS

OVERVIEW = f"/podchod/quality/?{DAYS}"


def text(browser, path):
    return browser.get(path).content.decode()


@pytest.fixture
def late(night, anna, teren, lists):
    return make.encounter(night, is_late=True, recorded_by=anna.id, client=make.client(teren, code="KOD7"))


def test_counts_stand_first_and_lead_to_the_rows(hana, late, browse):
    said = text(browse(hana), OVERVIEW)

    assert "Pozdní zápisy, na které se nikdo nepodíval" in said
    assert "/podchod/quality/contact-late/?from=2026-07-01&amp;to=2026-07-31" in said
    assert "V pořádku:" in said


def test_rows_lead_to_where_they_are_mended_and_are_audited(hana, late, browse):
    said = text(browse(hana), f"/podchod/quality/contact-late/?{DAYS}")

    assert f"/podchod/encounters/{late.pk}/correct/" in said
    assert "KOD7" in said
    assert {late.pk, late.client_id} <= set(Seen.objects.values_list("row_id", flat=True))


def test_a_worker_reads_their_own_alone(anna, teren, night, late, browse):
    make.encounter(night, is_late=True, client=make.client(teren, code="CIZI"))

    said = text(browse(anna), f"/podchod/quality/contact-late/?{DAYS}")
    assert "KOD7" in said
    assert "CIZI" not in said
    assert "CIZI" not in text(browse(make.member(teren)), f"/podchod/quality/contact-late/?{DAYS}&worker={anna.id}")


@pytest.mark.parametrize("path", ["quality/", "quality/contact-late/", "quality/today/"])
def test_who_has_no_business_here_finds_no_page(bara, cyril, kontakt, ivan, late, browse, path):
    assert browse().get(f"/podchod/{path}").status_code == 302
    assert browse(cyril).get(f"/podchod/{path}").status_code == 404
    assert browse(ivan).get(f"/podchod/{path}").status_code == 404
    assert "KOD7" not in text(browse(bara), f"/podchod/{path}?{DAYS}")


@pytest.fixture
def ivan(kontakt):
    return make.member(kontakt, role="auditor")


def test_no_such_check_is_no_page(hana, browse):
    assert browse(hana).get("/podchod/quality/nothing/").status_code == 404


def test_wrong_days_are_told(hana, browse):
    me = browse(hana)
    for days in ("from=2026-08-01&to=2026-07-01", "from=2020-01-01&to=2026-07-01"):
        for path in ("quality/", "quality/contact-late/"):
            assert me.get(f"/podchod/{path}?{days}").status_code == 422


@pytest.mark.parametrize("path", ["quality/", *(f"quality/{check.code}/" for check in CHECKS)])
def test_queries_do_not_grow_with_rows(hana, anna, teren, night, late, browse, path):
    me, worker, codes = browse(hana), make.member(teren), count(1)

    def more(times):
        for _n in range(times):  # near codes from the beginning, however many clients other tests made before
            client = make.client(teren, code=f"PAR{next(codes):03}")
            make.encounter(night, is_late=True, client=client, recorded_by=worker.id)
            make.shift(teren)

    more(2)
    me.get(f"/podchod/{path}?{DAYS}")
    few = queries(me, path)
    more(12)
    assert queries(me, path) == few


def queries(browser, path):
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(f"/podchod/{path}?{DAYS}").status_code == 200
    return len(asked)


def test_more_than_fifty_are_told_as_such(hana, anna, night, late, browse):
    for _n in range(50):
        make.encounter(night, is_late=True)

    assert "50 a více" in text(browse(hana), OVERVIEW)
    assert "Nejnovějších 50, je jich víc" in text(browse(hana), f"/podchod/quality/contact-late/?{DAYS}")


def test_today_tells_heads_in_one_line(hana, anna, teren, browse, lists):
    me, page = browse(hana), "/podchod/quality/today/"
    assert "něco chybí" not in text(me, page)
    start = timezone.now()
    shift = make.shift(teren, day=timezone.localdate(start), place=make.place(teren, municipality_code="582786"))
    make.encounter(shift, is_late=True)

    assert "něco chybí" in text(me, page)
    assert "quality/today/" in text(me, "/podchod/")
    assert "quality/today/" not in text(browse(anna), "/podchod/")
    assert not anna.may(Permission.QUALITY_OVERSEE)


def test_a_year_shows_the_page_first_and_then_the_counts(hana, late, browse):
    me, year = browse(hana), "/podchod/quality/?from=2026-01-01&to=2026-12-31"

    assert "Procházíme záznamy" in text(me, year)
    assert "Pozdní zápisy" not in text(me, year)
    assert "Pozdní zápisy" in text(me, f"{year}&looked=1")


def test_figures_lead_here(hana, late, browse):
    assert "/podchod/quality/?from=2026-07-01" in text(browse(hana), f"/podchod/reports/contacts/?{DAYS}")
