"""Who may read no row of a list finds no page: an empty one would say that nothing is there."""

import pytest

from tests import make


@pytest.mark.parametrize("path", ["remarks/", "inquiries/", "soundings/", "overrides/", "cases/"])
def test_an_auditor_finds_no_list_of_records(teren, hana, browse, path):
    auditor = make.member(teren, role="auditor")

    assert browse(auditor).get(f"/podchod/{path}").status_code == 404
    assert browse(hana).get(f"/podchod/{path}").status_code == 200
