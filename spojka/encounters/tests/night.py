"""One night written by hand, in the words of tests, counted without Django's database."""

from dataclasses import dataclass, field
from datetime import date

from spojka.encounters import extract, loading, spread
from spojka.encounters.metrics import DIMENSIONS
from spojka.figures import counting, registry
from spojka.figures.store import Store

EVENING, LATER, END = "2026-07-04 18:00", "2026-07-04 21:00", "2026-07-04 23:00"
SHIFT = ("night", "meadow", "festival", "event_zone", "582786", "550973", "6203", "CZ064", EVENING, END)
AT_SEVEN = "2026-07-04 19:00"
USUAL = {
    "day": "2026-07-04", "service_id": "teren", "shift_id": "night", "side": "anonymous", "client_id": None,
    "people": 1, "recorded_by": "anna", "is_late": 0, "is_timed": 1, "sex": "", "age_band": "", "is_first": 0,
    "happened_at": AT_SEVEN,
}  # fmt: skip
PARTS = ("acts", "handouts", "returns", "topics")
SYRINGE, WATER, CONDOM = ("syringe_1", 1, 1), ("sterile_water", 1, 0), ("condom", 0, 0)  # code, injecting, syringe


@dataclass
class Night:
    """What happened, in the words of tests."""

    rows: dict = field(default_factory=lambda: {name: [] for name in ("met", *PARTS)})
    refusals: list = field(default_factory=list)
    unmet: dict = field(default_factory=lambda: {name: [] for name in extract.UNMET})
    breaths: list = field(default_factory=list)
    signs: list = field(default_factory=list)
    paid: list = field(default_factory=list)
    crew: list = field(default_factory=list)
    indirect: list = field(default_factory=list)

    def met(self, acts=(), given=(), back=(), topics=(), **fields):
        id = f"e{len(self.rows['met'])}"
        fields = {"id": id} | USUAL | fields
        self.rows["met"].append([fields[name] for name in loading.ENCOUNTERS])
        for name, parts in (("acts", acts), ("handouts", given), ("returns", back), ("topics", topics)):
            self.rows[name] += [(f"{name}{id}{n}", id, *part) for n, part in enumerate(parts)]

    def refused(self, ground, ends=0, at=AT_SEVEN, **unmet):
        row = (f"r{len(self.refusals)}", "2026-07-04", "teren", "night", ground, ends, "anna", at)
        self.refusals.append(row)
        for name, code in unmet.items():
            self.unmet[f"unmet_{name}"].append((*row[:4], code, *row[5:]))

    def blew(self, promile):
        band = extract.breath_band(promile, "1", "2026-07-04")
        self.breaths.append((f"b{len(self.breaths)}", "2026-07-04", "teren", "night", "", AT_SEVEN, band))

    def pressed(self, upper, lower):
        band = extract.pressure_band(upper, lower, "2026-07-04")
        self.signs.append((f"s{len(self.signs)}", "2026-07-04", "teren", "night", "", AT_SEVEN, band))

    def pays(self, project, since=EVENING):
        self.paid.append(("night", since, project))

    def worked(self, who):
        self.crew.append((f"c{len(self.crew)}", "2026-07-04", "teren", "night", who))

    def store(self):
        store = Store()
        shifts = loading.arrow(loading.COLUMNS["shifts"], [SHIFT])
        loading.load_shifts(store, shifts, loading.arrow(loading.COLUMNS["parts"], self.paid))
        parts = {name: loading.arrow(loading.COLUMNS[name], self.rows[name]) for name in PARTS}
        met = loading.arrow(loading.ENCOUNTERS, self.rows["met"])
        loading.load_encounters(store, met, parts.pop("acts"), {name: parts[name] for name in loading.MOVED})
        for name, table in parts.items():
            loading.load_part(store, name, table)
        spread.offer(store, date(2026, 7, 4))
        for name in ("refusals", "breaths", "signs"):
            loading.load_of_shift(store, name, loading.arrow(loading.COLUMNS[name], getattr(self, name)))
        for name, rows in self.unmet.items():
            loading.load_of_shift(store, name, loading.arrow(loading.COLUMNS["refusals"], rows))
        loading.load_crew(store, loading.arrow(loading.COLUMNS["crew"], self.crew))
        loading.load_indirect(store, loading.arrow(loading.COLUMNS["indirect"], self.indirect))
        return store

    def counts(self):
        with self.store() as store:
            return counting.count(store, ours(), DIMENSIONS)

    def __getitem__(self, metric):
        return registry.find(metric).value(self.counts().totals[metric])


def ours():
    """Return the figures of this package."""
    return [one for one in registry.metrics() if one.table in (*extract.TABLES, *spread.TABLES)]


def given(item, quantity, others=0):
    """So many pieces of an item, some of them for others."""
    code, *marks = item
    return (code, quantity, others, *marks)


def back(item, quantity, source="own", about=0):
    code, *marks = item
    return (code, quantity, about, source, *marks)
