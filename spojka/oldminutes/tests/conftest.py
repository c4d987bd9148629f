from dataclasses import replace

import pytest

from spojka.base.ids import new_id
from spojka.groups.actions import groups as seating
from spojka.groups.content import Sitting
from spojka.network.models import Membership
from spojka.oldminutes import actions
from spojka.oldminutes.proposal import Proposal
from tests import groups, make, oldminutes

TEXT = """Zápis z policejní buňky Střed
Datum: 3. 4. 2014
Místo: služebna PČR, Nádražní 12
Přítomni: Josef Obchůzka (PČR), Mgr. Jana Tabulová (ZŠ Mostní), Tomáš Dlažba – Městská policie
Zapsala: Jana Tabulová

PČR
- V ulici Tržní se scházejí lidé a hlučí. Hlídky tam chodí každý večer.
- Dotaz k MP: Kdo zamyká dvůr Tržní 5?
- Odpověď MP: Zamyká správce po 20. hodině.
- Úkol: MP zjistí, komu patří herna, do příští buňky.

Pomocná ruka
- Zvou na turnaj 24. 4. v 15:00 na hřišti Vojanova.
- PR: Terén chodí každé úterý.
- Poděkování MP za pomoc.

Různé
Bude se dál jednat.

Příští buňka: 15. 5. 2014 ve 13:00, ZŠ Mostní
"""


@pytest.fixture
def police(lists):
    return make.service(organisation=make.organisation(slug="policie", name="Policie Lipovec"), name="Hlídková služba")


@pytest.fixture
def josef(police):
    return make.member(police, name="Josef Obchůzka", role="partner_professional")


@pytest.fixture
def cell(josef, police):
    """A cell in which Josef sits by account and a teacher by name."""
    cell = groups.founded(josef, police)
    worker = Membership.objects.get(pk=josef.id)
    deed = {"by": josef, "group": cell, "at": make.NOON}
    told = [
        Sitting("leads", "police", worker=worker),
        Sitting("member", "school", person="Jana Tabulová", institution="ZŠ Mostní"),
    ]
    for sitting in told:
        seating.seat(**deed, id=new_id(), sitting=sitting)
    return cell


@pytest.fixture
def bring(cell, josef):
    """Return old minutes of the cell, brought by Josef."""

    def brought(text=TEXT, name="zapis.txt"):
        return oldminutes.brought(josef, cell, text, name)

    return brought


@pytest.fixture
def corrected(josef):
    """Correct rows of old minutes: {number of the row: columns}."""

    def correct(draft, head=None, **changed):
        said = Proposal.of(draft.said)
        rows = [replace(row, **changed.get(f"row{number}", {})) for number, row in enumerate(said.rows)]
        shown = {"version": draft.version, "at": 0, "many": len(rows), "rows": rows}
        return actions.correct(by=josef, draft=draft, head=replace(said.head, **head or {}), **shown)

    return correct
