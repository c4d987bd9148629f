"""The walk along the links: every page that is offered to somebody, some of each kind, without a browser."""

from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urldefrag, urljoin, urlsplit

from django.test import Client as Browser
from django.urls import Resolver404, resolve

from tools.crawl_page import Link, Page
from tools.repeats import counting, repeated

OF_EACH = 2  # pages of one kind
ENDED = ("/account/logout/", "/static/")  # where no link is followed
LATER = "00000000-0000-0000-0000-000000000000"  # a script puts the id of what is made there


@dataclass
class Visit:
    """One page as somebody got it. `kind` is the pattern of its address, with the names of what is asked of it."""

    who: str
    address: str
    kind: str
    offered_on: str
    status: int = 0
    is_page: bool = False
    queries: int = 0
    faults: list[str] = field(default_factory=list)


def kind_of(address: str) -> str:
    """Return of which kind an address is; one that leads nowhere is a kind by itself."""
    path, asked = urlsplit(address).path, urlsplit(address).query
    try:
        route = resolve(path).route
    except Resolver404:
        route = path
    names = sorted({name for name, value in parse_qsl(asked, keep_blank_values=True)})
    return route + ("?" + "&".join(names) if names else "")


def follow(browser: Browser, who: str, starts: Iterable[str], of_each: int = OF_EACH) -> Iterator[Visit]:
    """Yield every page to which links lead from `starts`, at most `of_each` of one kind."""
    waiting = deque((Link(start), "the start") for start in starts)
    seen: set[tuple[str, bool]] = set()
    many: Counter[str] = Counter()
    while waiting:
        link, on = waiting.popleft()
        address = inside(link.to, on)
        kind = kind_of(address) if address else ""
        if not address or (address, link.within) in seen or many[kind] >= of_each:
            continue
        seen.add((address, link.within))
        many[kind] += 1
        visit = Visit(who, address, kind, on)
        waiting.extend((one, address) for one in look(browser, visit, link.within))
        yield visit


def inside(to: str, on: str) -> str:
    """Return the address of a link within Spojka, or nothing: what is elsewhere, or ends the walk."""
    parts = urlsplit(urljoin(f"http://testserver{on if on.startswith('/') else '/'}", urldefrag(to).url))
    if parts.netloc != "testserver" or parts.scheme != "http" or parts.path.startswith(ENDED) or LATER in parts.path:
        return ""
    return parts.path + (f"?{parts.query}" if parts.query else "")


def look(browser: Browser, visit: Visit, within: bool) -> list[Link]:
    """Get one page; write into `visit` what is wrong with it, return where it leads."""
    headers = {"HX-Request": "true"} if within else {}
    with counting() as asked:
        try:
            answer = browser.get(visit.address, headers=headers)
            body = b"".join(answer) if answer.streaming else answer.content
        except Exception as error:  # whatever it is, the walk goes on and tells of it
            visit.faults.append(f"failed: {type(error).__name__}: {error}")
            return []
    visit.status, visit.queries = answer.status_code, asked.total()
    visit.faults += repeated(asked)
    if visit.status >= 400:
        visit.faults.append(f"answered {visit.status}, offered on {visit.offered_on}")
    if visit.status in (301, 302, 303):
        if visit.who and answer.url.startswith("/account/login/"):
            visit.faults.append(f"asked to sign in, offered on {visit.offered_on}")
        return [Link(answer.url)]
    if visit.status != 200 or not answer.get("Content-Type", "").startswith("text/html"):
        return []
    page = Page(body.decode())
    visit.is_page = not within
    visit.faults += page.faults()
    return page.links
