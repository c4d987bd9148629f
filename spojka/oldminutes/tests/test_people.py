import pytest

from spojka.oldminutes.names import Names
from spojka.oldminutes.people import listed


@pytest.mark.parametrize(
    ("pieces", "found"),
    [
        (
            ["Jan Novák (PČR), Petra Malá – MP, Eva Tichá (ÚMOb Moravská Ostrava a Přívoz)"],
            [("Jan Novák", "PČR"), ("Petra Malá", "MP"), ("Eva Tichá", "ÚMOb Moravská Ostrava a Přívoz")],
        ),
        (
            ["npor. Bc. Jan Novák – Policie ČR, OO Vítkovice", "Mgr. Jana Nová, DiS. (NZDM Maják)"],
            [("npor. Bc. Jan Novák", "Policie ČR, OO Vítkovice"), ("Mgr. Jana Nová, DiS.", "NZDM Maják")],
        ),
        (
            ["PČR: Jan Novák, Petr Kos; MP: str. Dvořák"],
            [("Jan Novák", "PČR"), ("Petr Kos", "PČR"), ("str. Dvořák", "MP")],
        ),
        (
            ["za PČR npor. Novák, za Městskou policii str. Dvořák a za Charitu Ostrava Jana Kosová"],
            [("npor. Novák", "PČR"), ("str. Dvořák", "Městská policie"), ("Jana Kosová", "Charita Ostrava")],
        ),
        (["Jméno\tOrganizace\tPodpis", "Eva Malá\tMěstská policie\t……"], [("Eva Malá", "Městská policie")]),
        (
            ["Petra Malá, vedoucí terénního programu, Pomocná ruka, o. s."],
            [("Petra Malá", "Pomocná ruka, o. s.")],
        ),
        (["PČR (npor. Novák, prap. Malý), MP (Kos)"], [("npor. Novák", "PČR"), ("prap. Malý", "PČR"), ("Kos", "MP")]),
        (["Novák a Kos (PČR), Malá (MP)"], [("Novák", "PČR"), ("Kos", "PČR"), ("Malá", "MP")]),
        (["PČR, MP"], [(None, "PČR"), (None, "MP")]),
        (["Novák, Malá"], [("Novák", None), ("Malá", None)]),
        (["Jan Novák PČR"], [("Jan Novák", "PČR")]),
        (["Člověk v tísni – Jana Horká"], [("Jana Horká", "Člověk v tísni")]),
        (["Správa domů Huť: Ing. Pavel Jedlička (host)"], [("Ing. Pavel Jedlička", "Správa domů Huť")]),
        (["dle prezenční listiny"], []),
    ],
)  # fmt: skip
def test_lists_of_people_are_read_in_many_manners(pieces, found):
    assert [(one.name, one.organisation) for one in listed(pieces, Names())] == found
