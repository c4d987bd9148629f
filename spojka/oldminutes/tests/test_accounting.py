"""Whatever is brought, no line is lost, none is told twice, and nothing breaks."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spojka.oldminutes import lines, reading, shape

STARTS = [
    "", "- ", "• ", "– ", "1. ", "a) ", "   ", "  - ", "Vyjádření PČR: ", "Vyjádření Městské policie – ",
    "Dotaz k MP: ", "Dotaz PČR: ", "Úkol: ", "Odpověď: ", "Poděkování ", "PČR: ", "ÚMOb zjistí do příští buňky ",
    "Přítomni: ", "Omluveni: ", "Zapsala: ", "Termín další buňky: ", "Datum: ", "Místo: ", "Strana 2 z 3 ",
    "Zápis z policejní buňky ", "\t", "\f", "Hosté: ", "Čas: ", "p. Novák ", "Příště ", "(", "— ", "Program:",
    "za PČR: ",
]  # fmt: skip
WORDS = [
    "PČR", "Městská policie", "NZDM Maják", "Jan Novák (PČR)", "Eva Malá – MP", "ulice Božkova 12", "24. 4. v 15:00",
    "do příští buňky", "31. 2. 2014", "stříkačky", "kdo?", "zjistí", "15. 5. 2014 ve 13:00",
    "v ulicích Lipová a Tovární", "do konce dubna", "Různé", ":", "–", ",", ";", ".", "a", "hlídky kontrolují.",
    "děkuje", "zve na turnaj", "4.", "()", "((", "ﬁ\xad", "\x0b", "\u2028", "\x85", "𝔘", "Strana 3",
]  # fmt: skip
LINES = st.builds(
    lambda start, words: start + " ".join(words), st.sampled_from(STARTS), st.lists(st.sampled_from(WORDS), max_size=9)
)
TEXTS = st.lists(st.one_of(LINES, st.just(""), st.text(max_size=40)), max_size=40).map("\n".join)


@pytest.mark.slow
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_every_line_has_one_home_and_items_follow_each_other(text):
    read = reading.taken_apart(lines.of_text(text))

    is_blank = [not lines.tidy(raw) for raw in read.source]
    assert [home == "" for home in read.homes] == is_blank
    last, seen = 0, set()
    for item in read.items:
        first, end = item.lines
        assert last < first <= end
        mine = {number for number in range(first, end + 1) if read.homes[number - 1] == str(item.id)}
        assert {first, end} <= mine
        assert {read.homes[number - 1] for number in range(first, end + 1)} <= {str(item.id), "header", ""}
        assert item.parent is None or item.parent in seen
        assert item.text.strip()
        last = end
        seen.add(item.id)
    assert len(seen) == len(read.items)
    homes = {home for home in read.homes if home.isdigit()}
    assert homes == {str(item.id) for item in read.items}
    assert len(read.header) == read.homes.count("header")
    assert shape.as_json(read)["items"] is not None
    assert "\n".join(shape.as_text(read))
