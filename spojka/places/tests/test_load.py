"""The whole official list: read as it is published, put beside the shipped one, refused when it is something else."""

import pytest
from django.core.management import CommandError, call_command

from spojka.places import official, territory

COLUMNS = "platnost_datum,obec_text,obec_kod,orp_text,orp_csu_cis65_kod,kraj_text,kraj_csu_cis108_nuts_kod"
BRNO = ("Brno", "582786", "Brno", "6203", "Jihomoravský kraj", "CZ064")
ADAMOV = ("Adamov", "581291", "Blansko", "6201", "Jihomoravský kraj", "CZ064")
OTHER = ("Adamov", "535826", "České Budějovice", "3102", "Jihočeský kraj", "CZ031")
SOLE = ("Adršpach", "547786", "Broumov", "5201", "Královéhradecký kraj", "CZ052")
DISTRICTS = """KOD;NAZEV;OBEC_KOD;MOP_KOD;SPRAVOBV_KOD;PORADI;PLATI_OD;PLATI_DO;DATUM_VZNIKU
551325;Brno-Bosonohy;582786;;;2;03.04.2025 00:00:00;;24.11.1990 00:00:00
551999;Brno-Zrušené;582786;;;3;03.04.2025 00:00:00;01.01.2026 00:00:00;24.11.1990 00:00:00
"""


@pytest.fixture
def lists(tmp_path, settings, monkeypatch):
    settings.DATA_DIR = tmp_path / "data"
    settings.DATA_DIR.mkdir()
    monkeypatch.setattr(official, "LEAST", {"region": 2})

    def write(*rows):
        lines = [",".join(f'"{cell}"' for cell in ("2026-01-01", *row)) for row in rows]
        (tmp_path / "structure.csv").write_text("\ufeff" + "\n".join([COLUMNS, *lines]), "utf-8")
        (tmp_path / "momc.csv").write_text(DISTRICTS, "cp1250")
        return tmp_path / "structure.csv", tmp_path / "momc.csv"

    return write


def test_the_whole_list_tells_same_names_apart(lists):
    for _again in range(2):
        call_command("load_territory", *lists(BRNO, ADAMOV, OTHER, SOLE))

    assert territory.typed("Adamov") is None
    assert territory.typed("adamov (orp blansko)").code == "581291"
    assert territory.typed("Adršpach").code == "547786"
    assert [unit.label for unit in territory.matches("adamov")] == [
        "Adamov (ORP Blansko)", "Adamov (ORP České Budějovice)",
    ]  # fmt: skip
    assert [bool(territory.find("district", code)) for code in ("551325", "551999")] == [True, False]
    assert territory.name_of("municipality", "554821") == "Ostrava"  # what was shipped is still known


def test_another_file_changes_nothing(lists, tmp_path):
    districts = lists(BRNO, OTHER)[1]
    (tmp_path / "torn.csv").write_text(COLUMNS + '\n"2026-01-01","Brno"', "utf-8")

    for wrong in ([districts], [tmp_path / "none.csv"], [tmp_path / "torn.csv"], lists(BRNO)):
        with pytest.raises(CommandError):
            call_command("load_territory", *wrong)
    assert not territory.loaded().exists()


def test_shipped_codes_bear_their_check_digit():
    codes = [one.code for one in territory.units().values() if one.level in ("municipality", "district")]
    sums = {
        code: sum(int(digit) * weight for digit, weight in zip(code, (6, 5, 4, 3, 2), strict=False)) for code in codes
    }

    assert [code for code, total in sums.items() if int(code[5]) != (11 - total % 11) % 10] == []
