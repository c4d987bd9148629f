"""Regulars of the invented services. Their codes are made as real ones: from answers, which are thrown away."""

from random import Random

from spojka.clients import codes

from .talk import AGES, Regular, pick

MOTHERS = ["Alena", "Božena", "Dana", "Eva", "Hedvika", "Irena", "Jitka", "Lenka", "Marta", "Naďa", "Olga", "Věra"]
WOMEN = ["Adéla", "Barbora", "Dita", "Iveta", "Klaudie", "Lucie", "Monika", "Petra", "Romana", "Silvie", "Zuzana"]
MEN = ["Aleš", "Bořek", "Čeněk", "Dalibor", "Erik", "Igor", "Libor", "Ondřej", "Radim", "Slávek", "Tibor", "Zbyněk"]
INJECTING = {"methamphetamine": 62, "buprenorphine": 18, "heroin": 12, "opioids_other": 8}
OTHER = {"methamphetamine": 40, "marijuana": 25, "alcohol": 20, "benzodiazepines": 10, "kratom": 5}
SYRINGES = {"syringe_1": 60, "syringe_05": 15, "syringe_2": 25}


def regulars(rng: Random, number: int, taken: set[str] | None = None) -> list[Regular]:
    """Return people with codes of their own; no two share one, nor one that is taken."""
    taken = set() if taken is None else taken
    found: list[Regular] = []
    while len(found) < number:
        person = _regular(rng)
        if person.code not in taken:
            taken.add(person.code)
            found.append(person)
    return found


def _regular(rng: Random) -> Regular:
    sex = rng.choices(["woman", "man"], [32, 68])[0]
    injects = rng.random() < 0.8
    return Regular(
        code=_code(rng, sex),
        sex=sex,
        age_band=pick(rng, {"18_25": 18, "26_35": 40, "36_49": 36, "50_plus": 6} if injects else AGES),
        user_kind="problem" if injects else rng.choice(["harmful", "problem", "at_risk"]),
        substance=pick(rng, INJECTING if injects else OTHER),
        often=rng.choice([1, 1, 2, 3, 4, 6, 9]),
        syringe=pick(rng, SYRINGES) if injects else "",
    )


def _code(rng: Random, sex: str) -> str:
    answers = {
        "mother_first_name": rng.choice(MOTHERS),
        "own_first_name": rng.choice(WOMEN if sex == "woman" else MEN),
        "birth_day": str(rng.randint(1, 28)),
        "birth_month": str(rng.randint(1, 12)),
        "sex": "F" if sex == "woman" else "M",
    }
    return codes.compute(codes.shipped(), answers)
