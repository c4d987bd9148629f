"""Messy sheets as teams keep them, with the truth about every row. It knows nothing of how sheets are read.

`make(seed, rows)` gives a Made: the bytes of a file, and what must become of each row by its number in the file.
"""

import io
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

MONTHS = [
    "ledna", "února", "března", "dubna", "května", "června", "července", "srpna", "září", "října", "listopadu",
    "prosince",
]  # fmt: skip
ACTS = {"KP": ["KP", "kontakt", "Kontaktní práce"], "IP": ["IP", "poradenství"], "VP": ["VP", "VM", "výměna"]}
BAD_DAYS = {
    "{d}.–{e}. {m}. {y}": "dva dny", "{d}.{m}., {e}.{m}.{y}": "dva dny", "31. 2. {y}": "kalendář",
    "{d}.{m}.1926": "rok", "někdy v létě": "není den", "5/6/{y}": "den a měsíc",
}  # fmt: skip
BLANKS = ["", "", "-", "–"]
NOTES = ["", "", "", "čekala na kamarádku; přišla pozdě", 'řekl "přijdu zas"', "příště doklady", "žluťoučký kůň"]
HEADS = {
    "day": ["Datum", "Den", "DATUM KONTAKTU", " datum "],
    "who": ["Klient", "Kód klienta", "KÓD", "Přezdívka"],
    "sex": ["Pohlaví", "Pohl.", "M/Ž"],
    "acts": ["Výkony", "Co se dělalo", "výkon"],
    "condoms": ["Kondomy", "kondom", "KONDOMY"],
    "length": ["Délka", "Minuty", "Trvání"],
    "note": ["Poznámka", "Pozn.", "poznámky"],
}


@dataclass
class Truth:
    """What must become of one row, and what its contact must hold."""

    state: str  # new, wrong, skipped
    day: date | None = None
    code: str = ""
    sex: str = ""
    acts: dict[str, int] = field(default_factory=dict)
    condoms: int = 0
    minutes: int | None = None


@dataclass
class Made:
    name: str
    data: bytes
    truth: dict[int, Truth]


class Team:
    """Somebody who fills the sheet in, each row a little differently."""

    def __init__(self, seed: int):
        self.rng = Random(seed)
        self.codes = [self._code() for _ in range(60)]
        self.heads = {name: self.rng.choice(words) for name, words in HEADS.items()}
        self.order = list(HEADS)
        self.rng.shuffle(self.order)

    def _code(self) -> str:
        letters = "".join(self.rng.choice("ABCDEFGHJKLMNPRSTVZ") for _ in range(4))
        return f"{letters}{self.rng.randint(1000, 9999)}{self.rng.choice('MZ')}"

    def day(self, on: date) -> str:
        """One day, as people write it."""
        d, m, y = on.day, on.month, on.year
        weekday = ["po", "út", "st", "čt", "pá", "so", "ne"][on.weekday()]
        ways = [
            f"{d}. {m}. {y}", f"{d}.{m}.{y}", f"{d}.{m}.{y % 100:02}", f"{d:02}.{m:02}.{y}",
            f"{d}. {MONTHS[m - 1]} {y}", f"{y}-{m:02}-{d:02}",
            f"{weekday} {d}.{m}.{y}", f"{d}.{MONTHS[m - 1].upper()} {y}", f"{d}. {m}.{y}",
        ]  # fmt: skip
        return self.rng.choice(ways)

    def code(self, code: str) -> str:
        """One code in other letters: the rule of codes makes no difference of these."""
        return self.rng.choice([code, code.lower(), f" {code} ", code.title(), code.replace("A", "Á")])

    def acts(self, acts: dict[str, int]) -> str:
        said = []
        for act, times in acts.items():
            word = self.rng.choice(ACTS[act])
            forms = (
                [f"{word} {times}x", f"{times}x {word}", f"{word} {times} ×"] if times > 1 else [word, f"{word} 1x"]
            )
            said.append(self.rng.choice(forms))
        return self.rng.choice([", ", "; ", " + ", ","]).join(said)

    def minutes(self, total: int) -> str:
        hours, rest = divmod(total, 60)
        ways = [str(total), f"{total} min", f"{total} minut", f"{total},0"]
        ways += [f"{hours} h {rest}", f"{hours}:{rest:02}"] if hours else []
        return self.rng.choice(ways)

    def count(self, times: int) -> str:
        return (
            self.rng.choice([str(times), f"{times},0", f"{times} ks", f" {times}"])
            if times
            else self.rng.choice(BLANKS)
        )


def rows(team: Team, count: int) -> list[tuple[dict[str, str] | str, Truth | None]]:
    """Return the rows below the heads; a text is a row with just that, no truth an empty row."""
    rng, found, day, sums = team.rng, [], date(2025, 1, 2), 0
    for _number in range(count):
        chance = rng.random()
        day += timedelta(days=rng.random() < 0.1)
        if chance < 0.02:
            found.append(({}, None))
        elif chance < 0.03:
            found.append(
                ({"day": rng.choice(["Celkem", "CELKEM:", "Součet", "Σ"]), "condoms": str(sums)}, Truth("skipped"))
            )
        elif chance < 0.04:
            found.append(("Pozn.: v týdnu bylo zavřeno", Truth("skipped")))
        elif chance < 0.05:
            found.append((dict(team.heads), Truth("skipped")))
        elif chance < 0.10:
            found.append((_wrong(team, day), Truth("wrong")))
        else:
            said, truth = _good(team, day)
            sums += truth.condoms
            found.append((said, truth))
    return found


def _good(team: Team, day: date) -> tuple[dict[str, str], Truth]:
    rng = team.rng
    code = rng.choice(team.codes) if rng.random() < 0.6 else ""
    acts = {act: rng.choice([1, 1, 1, 2, 3]) for act in rng.sample(list(ACTS), rng.randint(1, 2))}
    minutes = rng.choice([None, 5, 15, 45, 90, 150])
    condoms = rng.choice([0, 0, 0, 1, 2, 10])
    sex = rng.choice(["", "m", "ž"])
    truth = Truth("new", day, code, {"m": "man", "ž": "woman", "": ""}[sex], acts, condoms, minutes)
    said = {
        "day": team.day(day),
        "who": team.code(code) if code else rng.choice([*BLANKS, "anonym"]),
        "sex": rng.choice({"m": ["m", "M", "muž"], "ž": ["ž", "Ž", "žena"], "": [""]}[sex]),
        "acts": team.acts(acts),
        "condoms": team.count(condoms),
        "length": team.minutes(minutes) if minutes else "",
        "note": rng.choice(NOTES),
    }
    return said, truth


def _wrong(team: Team, day: date) -> dict[str, str]:
    """A good row with one thing that can't be right, or can be read in two ways."""
    said, _truth = _good(team, day)
    d = min(day.day, 27)
    bad_day = team.rng.choice(list(BAD_DAYS)).format(d=d, e=d + 1, m=day.month, y=day.year)
    bad = {"day": bad_day, "condoms": team.rng.choice(["mnoho", "2,5", "1.500", "-3", "11"]), "length": "1 000"}
    name = team.rng.choice(list(bad))
    return said | {name: bad[name], "note": "nemělo by projít"}


def make(seed: int, count: int = 2000, kind: str = "xlsx") -> Made:
    """Return one file: xlsx with a title block above, csv with semicolons in Windows-1250, or utf8 with commas."""
    team = Team(seed)
    found = rows(team, count)
    grid = [["Přehled kontaktů", *[""] * 6], [""] * 7, [team.heads[name] for name in team.order]]
    for said, _truth in found:
        grid.append([said, *[""] * 6] if isinstance(said, str) else [said.get(name, "") for name in team.order])
    truth = {place: truth for place, (_said, truth) in enumerate(found, 4) if truth}
    if kind == "xlsx":
        return Made("prehled.xlsx", _workbook(grid), truth)
    coding, divider = {"csv": ("cp1250", ";"), "utf8": ("utf-8-sig", ",")}[kind]
    return Made(f"prehled-{kind}.csv", _text(grid, divider).replace("Σ", "Celkem").encode(coding), truth)


def _text(grid: list[list[str]], divider: str) -> str:
    def quoted(cell: str) -> str:
        return '"' + cell.replace('"', '""') + '"' if divider in cell or '"' in cell else cell

    return "\r\n".join(divider.join(quoted(cell) for cell in row) for row in grid)


def _workbook(grid: list[list[str]]) -> bytes:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    page = book.create_sheet("Kontakty")
    for row in grid:
        page.append(row)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()
