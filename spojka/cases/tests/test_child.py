"""The evaluation of a child belongs to a client whose case protects children, whatever the kind of service."""

from django.utils import timezone

from spojka.base.ids import new_id
from spojka.cases.actions import file
from spojka.cases.content import File

from .conftest import FILE, opened


def test_a_child_is_evaluated_where_the_regime_protects_children_whatever_the_service(ema, rada, lists, browse):
    page = f"/podchod/clients/{rada.pk}/assessments/"
    case = opened(ema, rada, regime="service")
    assert "Vyhodnocení situace dítěte" not in browse(ema).get(page).content.decode()

    file.change(
        by=ema, case=case, file=File(**FILE | {"regime": "protection", "opened_on": case.opened_on}), at=timezone.now()
    )

    assert "Vyhodnocení situace dítěte" in browse(ema).get(page).content.decode()
    written = browse(ema).post(f"{page}child/view/", {"id": new_id(), "words": "Chci k babičce."})
    assert written.status_code == 302
    assert "Chci k babičce." in browse(ema).get(f"{page}child/text/").content.decode()
