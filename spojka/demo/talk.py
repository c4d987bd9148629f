"""What happens at an encounter, made up: who comes, what they take, what is talked about."""

from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from random import Random
from typing import Any

from spojka.encounters.content import BreathValue, Content, Taken
from spojka.encounters.models import Side, Source

from .measures import pressed
from .network import read

NOTES = read("notes")
DEVICE = "alkotester č. 2"
NICKNAMES = ["SOVA 7", "KOMETA", "JEZEVEC", "LAMPION"]
AGES = {"15_17": 6, "18_25": 52, "26_35": 32, "36_49": 9, "50_plus": 1}
GUESTS = {"recreational": 46, "experimenting": 18, "non_user": 18, "at_risk": 9, "harmful": 6, "close_person": 3}
PARTY = {
    "alcohol": 30, "beer": 16, "mdma": 18, "marijuana": 14, "cocaine": 9, "ketamine": 6, "spirits": 5,
    "methamphetamine": 4, "lsd": 4, "cathinones": 4, "psilocybin": 3, "ghb": 2, "nitrous": 2, "new_unknown": 1,
}  # fmt: skip
THEMES = {
    "hearing": 30, "rest": 22, "substances": 20, "way_home": 12, "overheating": 12, "intoxication": 4,
    "sex": 6, "distress": 6, "law": 4, "aggression": 2,
}  # fmt: skip
GIVEN = {"earplugs": 34, "water": 26, "filters": 14, "condom": 12, "vitamins": 8, "leaflet": 10, "lubricant": 2}
MOST = {"earplugs": 2, "water": 2, "filters": 6, "condom": 4, "vitamins": 2, "leaflet": 2, "lubricant": 2}
FIRST_AID = {"overdose": "AI", "bad_trip": "BT", "panic": "KIP", "tachycardia": "TO", "confusion": "IP"}


def pick(rng: Random, weights: dict[str, int]) -> str:
    """Choose one by weight."""
    return rng.choices(list(weights), list(weights.values()))[0]


def several(rng: Random, weights: dict[str, int], most: int) -> tuple[str, ...]:
    """Choose one or a few different ones by weight."""
    return tuple(dict.fromkeys(pick(rng, weights) for _n in range(rng.choice(range(1, most + 1)))))


def note(rng: Random, about: str, sex: str, chance: float = 1) -> str:
    """Most contacts have no note; some have one that suits who came."""
    texts = NOTES[about].get("any", []) + NOTES[about].get(sex, [])
    return rng.choice(texts) if rng.random() < chance else ""


def guest(rng: Random) -> dict[str, str]:
    """Who came to the stand, as far as the worker noted it."""
    said = {"sex": rng.choices(["woman", "man", "other", ""], [44, 46, 1, 9])[0], "age_band": "", "user_kind": ""}
    if rng.random() < 0.8:
        said["age_band"] = pick(rng, AGES)
    if rng.random() < 0.6:
        said["user_kind"] = pick(rng, GUESTS)
    return said


def at_stand(rng: Random, at: datetime) -> Content:
    """A usual contact at the stand: something to take, something to talk about."""
    given = {code: rng.randint(1, MOST[code]) for code in several(rng, GIVEN, 2)}
    talked = several(rng, THEMES, 2) if rng.random() < 0.7 else ()
    about = several(rng, PARTY, 2) if "substances" in talked or rng.random() < 0.15 else ()
    said: dict[str, Any] = {"materials": given if rng.random() < 0.85 else {}, "themes": talked, "substances": about}
    who = guest(rng)
    return pressed(_anonymous(at, **who, **said, note=note(rng, "stand", who["sex"], 0.07)), at, 0.03)


def in_need(rng: Random, at: datetime, reason: str) -> Content:
    """Somebody is not well: a reason, longer work, a note."""
    acts = {FIRST_AID.get(reason, "ZO" if reason not in ("legal", "social") else "IP"): 1, "IS": 1}
    about = several(rng, PARTY, 2) if reason in FIRST_AID else ()
    said = {"reason": reason, "acts": acts, "substances": about} | NOTES["reasons"][reason]
    materials = {"water": 1} if reason not in ("legal", "social") else {}
    return _anonymous(at, **guest(rng) | said, materials=materials, minutes=rng.choice([15, 20, 35, 40, 60]))


def measured(rng: Random, at: datetime) -> Content:
    """Somebody blows before driving home. Most have something left from the night."""
    low, high = rng.choices([(0, 0), (0.03, 0.25), (0.25, 0.6), (0.6, 1.05)], [34, 36, 23, 7])[0]
    breath = BreathValue(value=Decimal(f"{rng.uniform(low, high):.2f}"), unit="mg_l_199", device=DEVICE)
    more = {"water": 1} if rng.random() < 0.4 else {}
    said, who = {"themes": ("way_home",), "materials": more, "breath": breath}, guest(rng)
    return _anonymous(at, **who, **said, note=note(rng, "breath", who["sex"], 0.15))


def nicknamed(rng: Random, at: datetime) -> Content:
    """Somebody who wants to be recognised next time, by a nickname; the breath value stays apart from it."""
    said = measured(rng, at)
    return replace(said, side=Side.CODE, code=rng.choice(NICKNAMES), sex="", age_band="", user_kind="", note="")


def counted(at: datetime, code: str, people: int, each: int = 1) -> Content:
    """A tally: people took something and nobody was asked anything."""
    return Content(side=Side.TALLY, occurred_at=at, phone_at=at, people=people, materials={code: people * each})


def _anonymous(at: datetime, **said: Any) -> Content:
    return Content(side=Side.ANONYMOUS, occurred_at=at, phone_at=at, **said)


@dataclass(frozen=True)
class Regular:
    """Somebody who comes back under a code: how often, and what for."""

    code: str
    sex: str
    age_band: str
    user_kind: str
    substance: str
    often: int
    syringe: str  # code of the list material; empty: does not inject

    @property
    def facts(self) -> dict[str, Any]:
        """What is noted at each contact."""
        return {"code": self.code, "sex": self.sex, "age_band": self.age_band, "user_kind": self.user_kind}


def at_counter(rng: Random, at: datetime, who: Regular) -> Content:
    """A regular at the counter of the drop-in centre: an exchange, and whatever else the day needs."""
    acts, given = _exchange(rng, who)
    for code, chance in {"PO": 0.5, "HSZ": 0.2, "HSC": 0.15, "ZO": 0.1, "SP": 0.14, "IP": 0.16, "TE": 0.03}.items():
        if rng.random() < chance:
            acts[code] = 1
    if "PO" in acts:
        given["food"] = 1
    talked = several(rng, {"substances": 5, "distress": 4, "rest": 3, "law": 2, "sex": 2}, 2) if "IP" in acts else ()
    acts |= {"IS": 1} if talked else {}
    said = {
        "acts": acts or {"KP": 1},
        "materials": given,
        **_back(rng, who, given),
        "themes": talked,
        "substances": (who.substance,),
    }
    return pressed(_known(at, who, **said, note=note(rng, "drop_in", who.sex, 0.22)), at, 0.06)


def in_street(rng: Random, at: datetime, who: Regular) -> Content:
    """A contact in the street under a code: quick, and sometimes found syringes are picked up together."""
    acts, given = _exchange(rng, who)
    said = {"acts": {"KP": 1} | acts, "materials": given, **_back(rng, who, given), "substances": (who.substance,)}
    return _known(at, who, **said, note=note(rng, "outreach", who.sex, 0.25))


def collected(rng: Random, at: datetime) -> Content:
    """Somebody showed us where syringes lie."""
    found = rng.randint(2, 14)
    taken = (Taken(code="syringe_2", quantity=found, source=Source.FOUND),)
    return _anonymous(
        at, acts={"KP": 1, "SB": found}, taken=taken, user_kind="non_user", note=note(rng, "collected", ""), minutes=25
    )


def by_appointment(rng: Random, at: datetime, who: Regular) -> Content:
    """An hour in the counselling centre."""
    act = rng.choices(["IP", "SP", "RO", "TP", "CM"], [50, 20, 15, 10, 5])[0]
    said = {"acts": {act: 1}, "minutes": rng.choice([30, 45, 50, 60])}
    reason = rng.choice(["social", "legal", "other"])
    return _known(at, who, **said, reason=reason, note=note(rng, "counselling", who.sex, 0.5))


def close_person(rng: Random, at: datetime) -> Content:
    """Somebody's mother or partner comes for advice."""
    who = {"sex": "woman", "age_band": "36_49", "user_kind": "close_person"}
    return _anonymous(at, **who, acts={"RO": 1}, minutes=30, note=note(rng, "close_person", "woman"))


def _exchange(rng: Random, who: Regular) -> tuple[dict[str, int], dict[str, int]]:
    if not who.syringe:
        given = rng.choice([{"foil": 5, "straw": 2}, {"capsule": 10}, {"condom": 3}, {"leaflet": 1}])
        return {"HR": 1}, dict(given)
    given = {who.syringe: rng.choice([3, 5, 5, 10, 10, 15, 20]), "sterile_water": 5, "alcohol_swab": 10}
    if rng.random() < 0.3:
        given |= rng.choice([{"injecting_filter": 5}, {"ascorbic_acid": 5}, {"tourniquet": 1}, {"cooker": 3}])
    if rng.random() < 0.04:
        given["naloxone"] = 1
    return {"VP": 1, "HR": 1}, given


def _back(rng: Random, who: Regular, given: dict[str, int]) -> dict[str, Any]:
    """What an exchange brings back: mostly a little less than goes out, sometimes for others too."""
    out = given.get(who.syringe, 0)
    if not out:
        return {}
    back, about = max(0, out - rng.choice([0, 0, 1, 2, 3, 5])), rng.random() < 0.2
    taken = [Taken(code=who.syringe, quantity=back, is_estimated=about)] if back else []
    is_for_others = out >= 10 and rng.random() < 0.3
    if is_for_others:
        taken.append(Taken(code=who.syringe, quantity=5, is_estimated=about, source=Source.OTHERS))
    return {"taken": tuple(taken), "others": {who.syringe: 5} if is_for_others else {}}


def _known(at: datetime, who: Regular, **said: Any) -> Content:
    return Content(side=Side.CODE, occurred_at=at, phone_at=at, **who.facts, **said)
