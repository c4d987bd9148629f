"""S25: what funders are owed: the figures of a year, each explained, what is missing first, protected, on paper."""

import csv
import io
import json
import re
import zipfile
from datetime import date

from .again import loaded_again
from .walk import Walk

TITLE = "reports for funders: what is missing, figures with their records, protected, on paper and in files; promises"
HOUSE, NAME = "zastavka", "Zpráva městu za rok"
YEAR = f"{date.today():%Y}-01-01"  # noqa: DTZ011 a day as people live it
WORKERS = ("Bára Ranní", "David")
FORM = "main form:has([name=name])"


def walk(w: Walk) -> None:
    w.enter("gita")
    missing(w)
    figures(w)
    behind(w)
    remembered(w)
    given(w)
    final(w)
    promised(w)
    owed = (
        "reports/contacts/",
        "reports/indicators/",
        "reports/contacts.csv",
        "reports/saved/",
        "quality/",
        "projects/",
    )
    w.is_closed_to("josef", *(f"/policie-lipovec/{one}" for one in owed[:4]))
    w.is_closed_to("cyril", *(f"/{HOUSE}/{one}" for one in owed))


def missing(w: Walk) -> None:
    """First what is missing or does not fit: each finding leads to where it is mended."""
    w.go(f"/{HOUSE}/quality/?from={YEAR}&to={date.today()}&looked=1")  # noqa: DTZ011
    w.page.locator("#looked").wait_for()
    w.picture("missing")
    w.page.locator("#looked a.main").first.click()
    w.page.wait_for_load_state()
    w.picture("finding")


def figures(w: Walk) -> None:
    """A year that ends before it starts is refused at the day; then the figures, beside the year before."""
    w.go(f"/{HOUSE}/reports/contacts/")
    w.open("Another period and filters")
    w.fill("from", YEAR)
    w.fill("to", "2020-01-01")
    w.press("filters|Show", "main form:has([name=from])")
    w.refused("from", YEAR)
    w.picture("period-refused")
    w.fill("to", f"{date.today()}")  # noqa: DTZ011
    w.press("filters|Show", "main form:has([name=from])")
    w.page.locator(".figs .fig").first.wait_for()
    w.picture("figures")


def behind(w: Walk) -> None:
    """A number is the sum of its records."""
    fig = w.page.locator(".figs .fig").first
    shown = number(fig.locator(".fig-n").inner_text())
    fig.get_by_role("link", name=w.words("Show the records")).click()
    w.page.wait_for_load_state()
    w.picture("records")
    assert shown in numbers(w.page.locator("main").inner_text()), shown
    w.page.go_back()


def number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def numbers(text: str) -> set[int]:
    return {number(one) for one in re.findall(r"\d[\d \xa0\u202f,]*", text)}


def remembered(w: Walk) -> None:
    """The settings get a name; the answer is lost, so it is sent twice and kept once."""
    w.link("Remember these settings", "main")
    w.press("Remember", FORM)
    w.refused("name")
    w.picture("remember-refused")
    w.fill("name", NAME)
    loaded_again(w, "Remember")
    w.go(f"/{HOUSE}/reports/saved/")
    w.picture("saved")
    assert w.page.locator("main").get_by_text(NAME, exact=True).count() == 1
    w.go(f"/{HOUSE}/reports/contacts/")
    w.page.get_by_role("button", name=NAME).click()
    w.page.wait_for_load_state()


def given(w: Walk) -> None:
    """What leaves the house: small numbers hidden, nobody's name, the same on paper and in three files."""
    w.link("For the organiser or a funder", "main")
    w.page.wait_for_load_state()
    told = w.page.locator("main").inner_text()
    assert not [one for one in WORKERS if one in told], told
    w.picture("protected")
    w.paper(w.page.locator('main a[href*="contacts.pdf"]').first)
    shown = number(w.page.locator(".figs .fig .fig-n").first.inner_text())
    table = w.paper(w.page.locator('main a[href*="contacts.csv"]').first).read_text("utf-8-sig")
    cells = {re.sub(r"\D", "", cell) for row in csv.reader(io.StringIO(table), delimiter=";") for cell in row}
    assert f"{shown}" in cells, table
    assert not [one for one in WORKERS if one in table], table
    machines = json.loads(w.paper(w.page.locator('main a[href*="contacts.json"]').first).read_text())
    assert machines
    with zipfile.ZipFile(w.paper(w.page.locator('main a[href*="contacts.xlsx"]').first)) as book:
        assert "xl/workbook.xml" in book.namelist()


def final(w: Walk) -> None:
    """The indicators of a final report: what we don't know is an empty line that says why."""
    w.go(f"/{HOUSE}/reports/indicators/?from={YEAR}&to={date.today()}")  # noqa: DTZ011
    w.sees(w.words("Indicators of a final report"))
    w.picture("indicators")
    w.page.locator("main .periods").last.locator("a").nth(1).click()
    w.page.wait_for_load_state()
    w.picture("indicators-protected")
    w.paper(w.page.locator('main a[href*="indicators.pdf"]').first)
    w.go(f"/{HOUSE}/reports/meanings/")
    w.picture("meanings")


def promised(w: Walk) -> None:
    """What was promised to who pays, how much is done, how much time has passed."""
    w.go(f"/{HOUSE}/projects/new/")
    w.fill("name", "Bezpečné město")
    w.press("Save the project")
    w.refused("name", "Bezpečné město")
    w.picture("project-refused")
    w.go(f"/{HOUSE}/projects/")
    w.page.locator("tbody a").first.click()
    w.sees(w.words("What was promised"))
    w.picture("project")
