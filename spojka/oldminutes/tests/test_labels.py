"""What one line says under an item of PR, in the words of people who write minutes."""

import pytest

from spojka.oldminutes.reading import read

HEAD = (
    "Zápis z buňky Přívoz 3. 4. 2014\nPřítomni: npor. Jan Novák (PČR), Eva Malá (MP), Petr Kos (ÚMOb), Ota Bílý (PR)\n"
    "\nPR\n- Hluk v parku.\n"
)
SAID = [  # line, kind, who speaks or does, to whom, person, by when, words (None: the whole line)
    ("Vyjádření PČR: nic", "statement", "PČR", None, None, None, "nic"),
    ("VYJÁDŘENÍ PČR: nic", "statement", "PČR", None, None, None, "nic"),
    ("vyjádření PČR: nic", "statement", "PČR", None, None, None, "nic"),
    ("Vyjádření Městské policie – nic", "statement", "MP", None, None, None, "nic"),
    ("Vyjádření: MP – nic", "statement", "MP", None, None, None, "nic"),
    ("Vyjádření npor. Nováka: nic", "statement", "PČR", None, "npor. Jan Novák", None, "nic"),
    ("Vyjádření PČR – npor. Novák: nic", "statement", "PČR", None, "npor. Jan Novák", None, "nic"),
    ("Vyjádření pana starosty: nic", "statement", "PR", None, None, None, None),
    ("Upozornění PČR: kapsáři", "statement", "PČR", None, None, None, "kapsáři"),
    ("MP: nic", "statement", "MP", None, None, None, "nic"),
    ("Za MP: nic", "statement", "MP", None, None, None, "nic"),
    ("PČR/MP: společná hlídka", "statement", "PČR, MP", None, None, None, "společná hlídka"),
    ("Policie České republiky sdělila, že nic neví.", "statement", "PČR", None, None, None, None),
    ("Dotaz PČR: kdy?", "question", "PČR", None, None, None, "kdy?"),
    ("Dotaz k PČR: kdy?", "question", "PR", "PČR", None, None, "kdy?"),
    ("Dotaz pro městskou policii – kdy?", "question", "PR", "MP", None, None, "kdy?"),
    ("Dotaz PČR na úřad MOb: kdy?", "question", "PČR", "ÚMOb", None, None, "kdy?"),
    ("Dotaz k MP a PČR: kdy?", "question", "PR", "MP, PČR", None, None, "kdy?"),
    ("Dotaz na Policii ČR, kdy přijede.", "question", "PR", "PČR", None, None, None),
    ("MP se ptá PČR, kdy přijede.", "question", "MP", "PČR", None, None, None),
    ("Úkol: ÚMOb zjistí do příští buňky stav", "task", "ÚMOb", None, None, "next", "ÚMOb zjistí do příští buňky stav"),
    ("Úkol pro MP: hlídat do 30. 4.", "task", "MP", None, None, "2014-04-30", "hlídat do 30. 4."),
    ("Úkol pro p. Nováka: zjistí", "task", "PČR", None, "npor. Jan Novák", None, "zjistí"),
    ("Úkol: zjistit stav (ÚMOb)", "task", "ÚMOb", None, None, None, "zjistit stav (ÚMOb)"),
    ("ÚMOb zjistí do příští buňky stav.", "task", "ÚMOb", None, None, "next", None),
    ("PČR a MP provedou kontrolu 24. 4.", "task", "PČR, MP", None, None, "2014-04-24", None),
    ("Akce: Den dětí 1. 6. od 10 hod.", "event", "PR", None, None, None, "Den dětí 1. 6. od 10 hod."),
    ("MP zve na besedu 24. 4. v 15:00.", "event", "MP", None, None, None, None),
    ("Poděkování MP za pomoc", "thanks", "PR", "MP", None, None, None),
    ("Děkujeme MP a PČR za pomoc", "thanks", "PR", "MP, PČR", None, None, None),
    ("PČR děkuje MP za pomoc", "thanks", "PČR", "MP", None, None, None),
    ("ÚMOb: Poděkování MP", "thanks", "ÚMOb", "MP", None, None, "Poděkování MP"),
]


@pytest.mark.parametrize("said", SAID, ids=lambda said: said[0])
def test_a_line_says_who_and_what(said):
    line, kind, organisation, to, who, due, text = said

    item = read(f"{HEAD}  {line}\n".encode(), "a.txt").items[1]

    assert (item.kind, item.organisation, item.to, item.who, item.due) == (kind, organisation, to, who, due)
    assert item.text == (text or line)
    assert item.lines == (6, 6)


def test_a_question_has_answers_of_all_who_were_asked():
    text = HEAD + "Dotaz k MP a PČR: kdy?\nVyjádření ÚMOb: ptejte se\nVyjádření PČR: zítra\nVyjádření PR: dobře\n"

    items = read(text.encode(), "a.txt").items

    assert [(item.kind, item.parent) for item in items[1:]] == [
        ("question", 1), ("answer", 2), ("answer", 2), ("statement", 1)
    ]  # fmt: skip
