"""The same pages in a real Chromium: on a phone and on a desk, by day and by night, in both languages."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from urllib.parse import urlsplit

from django.conf import settings
from playwright.sync_api import Browser, Error, Page

from tests.browser import DESK, PHONE, Axe, Watch
from tools.crawl_links import Visit

LOOKS = [  # two and two show both sizes, both lights, both languages
    ("phone", "light", "cs"),
    ("desk", "dark", "en"),
    ("phone", "dark", "cs"),
    ("desk", "light", "en"),
    ("phone", "light", "en"),
    ("desk", "dark", "cs"),
    ("phone", "dark", "en"),
    ("desk", "light", "cs"),
]
WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def shared_out(visits: Iterable[Visit]) -> list[tuple[Visit, tuple[str, str, str]]]:
    """Say who looks at what how: two people at each kind of page, in other sizes, lights and languages."""
    lookers: dict[str, dict[str, Visit]] = defaultdict(dict)
    for visit in visits:
        if visit.is_page and visit.status == 200:
            lookers[visit.kind.partition("?")[0]].setdefault(visit.who, visit)
    found = []
    for number, ours in enumerate(map(list, map(dict.values, lookers.values()))):
        for turn in (0, 1):
            found.append((ours[(number + turn) % len(ours)], LOOKS[(2 * number + turn) % len(LOOKS)]))
    return found


def looked_at(
    chromium: Browser, address: str, keys: dict[str, str], wanted: list[tuple[Visit, tuple[str, str, str]]]
) -> Iterator[tuple[Visit, tuple[str, str, str], list[str]]]:
    """Open pages as who was offered them; `keys` are those of their sessions. Yield what is wrong with each."""
    axe = Axe()
    for (who, look), pages in groupby(sorted(wanted, key=_order), key=lambda one: (one[0].who, one[1])):
        size, light, language = look
        context = chromium.new_context(
            **(PHONE if size == "phone" else DESK), base_url=address, color_scheme=light, timezone_id="Europe/Prague"
        )
        cookies = {"language": language} | ({settings.SESSION_COOKIE_NAME: keys[who]} if who else {})
        context.add_cookies([{"name": name, "value": value, "url": address} for name, value in cookies.items()])
        context.set_default_timeout(120_000)  # a busy machine is no fault of a page
        watch = Watch(urlsplit(address).netloc)
        watch.over(context)
        context.on("response", lambda answer, watch=watch: _refused(answer, watch))
        page = context.new_page()
        for visit, _look in pages:
            watch.faults.clear()
            yield visit, look, [*faults_of(page, visit.address, axe), *watch.faults]
        context.close()


def _order(one: tuple[Visit, tuple[str, str, str]]):
    return one[0].who, one[1], one[0].kind


def _refused(answer, watch: Watch) -> None:
    if 400 <= answer.status < 500:
        watch.faults.append(f"{answer.status} {urlsplit(answer.url).path}")


def faults_of(page: Page, address: str, axe: Axe) -> list[str]:
    """Return what is wrong with one page: wider than the screen, what axe says, not to be opened."""
    try:
        page.goto(address)
        page.wait_for_load_state("networkidle")
        wide = page.evaluate(WIDE)
        return ([f"{wide} px too wide"] if wide > 0 else []) + axe.faults(page)
    except Error as error:
        return [f"can't be opened: {str(error).splitlines()[0]}"]
