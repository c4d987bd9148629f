"""Names in the Czech order, by the database that runs and by Python alike."""

import pytest

from spojka.base.sorting import by_name, compare, czech
from spojka.network.models import Service
from tests import make

# ČSN 97 6030: č, ř, š, ž after the letter without a hook, ch after h, accents only between words that are else alike
INORDER = ["Anděl", "Car", "Cár", "Čára", "Dům", "Hora", "Hrad", "Chata"]
INORDER += ["Ivan", "Rak", "Řeka", "Sad", "Šance", "Zub", "Žal"]


def test_python_puts_them_in_order():
    assert sorted(reversed(INORDER), key=czech) == INORDER


@pytest.mark.parametrize("small", [str, str.lower, str.upper])
def test_the_database_puts_them_in_order(db, small):
    names = [small(name) for name in INORDER]
    for name in reversed(names):
        make.service(name=name)

    assert list(Service.objects.order_by(by_name()).values_list("name", flat=True)) == names
    assert list(Service.objects.order_by(by_name().desc()).values_list("name", flat=True)) == names[::-1]


def test_two_names_compare_one_way():
    assert compare("Šance", "Žal") == -compare("Žal", "Šance") == -1
    assert compare("Šance", "Šance") == 0
