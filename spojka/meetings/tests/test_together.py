"""Two browsers write one page of minutes, one of them without connection for a while: no word is lost."""

import pytest

from spojka.base.ids import new_id
from spojka.meetings import minuting, reading

from .writing import Writer

pytestmark = pytest.mark.slow


@pytest.fixture
def pair(chromium, server, anna, hana, call, write):
    """Anna's and Hana's browsers, over minutes with two lines."""
    meeting = call(by=hana)
    first = write(meeting, "Okno")
    write(meeting, "Dveře", line=new_id(), after=first.line)
    writers = [Writer(chromium, server, who, meeting) for who in (anna, hana)]
    yield meeting, *writers
    for one in writers:
        one.context.close()
    assert [fault for one in writers for fault in one.faults] == []


def test_all_words_of_both_are_there_after_one_was_offline(pair, anna):
    meeting, a, h = pair
    a.context.set_offline(True)
    a.add("Anna jedna", "? Anna ptá se", "! Anna úkol")
    a.page.wait_for_selector('[data-says="offline"]:visible')
    h.add("Hana jedna", "Hana dvě", "Hana tři")
    h.change("Okno", "Okno podle Hany")
    a.change("Okno", "Okno podle Anny")
    h.saved()

    a.context.set_offline(False)
    a.saved()
    words = ["Hana jedna", "Hana dvě", "Hana tři", "Anna jedna", "Anna ptá se", "Anna úkol"]
    for one in (a, h):
        one.sees(*words, "Okno podle Hany", "Okno podle Anny")

    kept = [minuting.text_of(one) for one in reading.lines_of(meeting, anna)]
    assert a.texts() == h.texts() == kept
    assert set(kept[0].splitlines()) == {"Okno podle Hany", "Okno podle Anny"}
    assert kept[1] == "Dveře"
    for mine in (words[:3], words[3:]):  # what one wrote stands together, in its order
        at = kept.index(mine[0])
        assert kept[at : at + 3] == mine
    kinds = {minuting.text_of(one): one.newest.kind for one in reading.lines_of(meeting, anna)}
    assert (kinds["Anna ptá se"], kinds["Anna úkol"]) == ("question", "task")


def test_what_was_typed_without_connection_survives_a_reload(pair, anna):
    meeting, a, _h = pair
    a.page.route("**/minutes/write/", lambda route: route.abort())
    a.add("Neodešlo")
    a.page.wait_for_selector('[data-says="offline"]:visible')

    a.page.unroute("**/minutes/write/")
    a.page.reload()
    a.saved()

    assert "Neodešlo" in a.texts()
    assert "Neodešlo" in [minuting.text_of(one) for one in reading.lines_of(meeting, anna)]


def test_who_joins_two_wordings_ends_the_clash(pair, anna, write, hana):
    meeting, a, h = pair
    a.context.set_offline(True)
    a.change("Dveře", "Dveře A")
    h.change("Dveře", "Dveře H")
    h.saved()
    a.context.set_offline(False)
    a.saved()
    h.sees("Dveře A", "Dveře H")
    h.page.wait_for_selector(".minutes-clash:visible")

    h.change(next(one for one in h.texts() if "Dveře" in one), "Dveře opravíme")
    h.saved()
    a.sees("Dveře opravíme")

    assert [minuting.text_of(one) for one in reading.lines_of(meeting, anna)] == ["Okno", "Dveře opravíme"]
    assert h.page.locator(".minutes-clash:visible").count() == 0
