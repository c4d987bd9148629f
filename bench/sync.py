"""Phones that come back to the signal, and field pages on a slow network, in a real Chromium against a real server.

sync.phone1000_s: one phone with 1,000 sealed contacts, from the signal to the last answer, on loopback; _slow_s: at
400 kbit/s and 400 ms each way together. sync.phones50_rps: contacts a second that the server takes from 50 phones at
once in envelopes of 20, without browsers. field.kb: bytes on the wire of the first view of the stand (compressed, as
the browser counts them); field.cold_s, field.warm_s: from the address to a form that can be pressed on the slow
network, for the first time and from the phone. server_s: what the server alone needs for the 1,000, for the ratio.
"""

import json
import os
import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from time import perf_counter

from playwright.sync_api import sync_playwright

from bench.house import House, empty, say, server

COUNT = int(os.environ.get("BENCH_ITEMS", "1000"))
SLOW = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}  # bytes a second
PIN = "274913"
FILL = """async ([count, url]) => {
  const [{ keep }, { newId }] = [await import("ui/outbox.js"), await import("ui/id.js")]
  for (let at = 0; at < count; at += 1) {
    const id = newId()
    const at_ = new Date().toISOString()
    const fields = [["id", id], ["side", "anonymous"], ["materials-water", "1"], ["themes", "law"], ["phone_at", at_]]
    await keep({ id, url, page: url, fields, label: "1× Voda" })
  }
}"""
EMPTY = """async () => {
  const [{ flush }, { items }] = [await import("ui/flush.js"), await import("ui/outbox.js")]
  const began = performance.now()
  for (let turn = 0; turn < 200 && (await items()).length; turn += 1) await flush()
  return [(performance.now() - began) / 1000, (await items()).length]
}"""

PRESSED = """() => {
  const isSetUp = localStorage.getItem("phone:" + document.body?.dataset.who)
  return ["count-tile", isSetUp ? "outbox-form" : "once-form"].every(name => customElements.get(name))
}"""


def chromium() -> str:
    names = (os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome", "chromium-headless-shell")
    found = next((path for name in names if name and (path := shutil.which(name))), None)
    return found or sys.exit("There is no Chromium here.")


class Phone:
    """A browser signed in as the worker of the stand."""

    def __init__(self, browser, house: House, said: dict) -> None:
        self.url, self.path = f"http://localhost:{house.port}", said["path"]
        options = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
        self.context = browser.new_context(base_url=self.url, locale="cs-CZ", **options)
        self.context.add_cookies([{"name": "session", "value": said["session"], "url": self.url}])
        self.page = self.context.new_page()
        self.bytes = 0

    def slow(self) -> None:
        protocol = self.context.new_cdp_session(self.page)
        protocol.send("Network.enable")
        protocol.on("Network.loadingFinished", self._count)
        protocol.send("Network.emulateNetworkConditions", SLOW)

    def _count(self, said: dict) -> None:
        self.bytes += int(said["encodedDataLength"])

    def open(self) -> float:
        """Open the stand; return seconds until its button does something."""
        began = perf_counter()
        self.page.goto(self.path, wait_until="commit")
        self.page.wait_for_function(PRESSED)
        return perf_counter() - began

    def set_up(self) -> None:
        self.page.evaluate(
            """async pin => {
              const [{ setUp }, { newId }] = [await import("ui/phone.js"), await import("ui/id.js")]
              await setUp(pin, newId())
            }""",
            PIN,
        )
        self.page.reload()
        kept = "() => caches.match(location.pathname).then(found => Boolean(found))"
        while not self.page.evaluate(kept):
            self.page.wait_for_timeout(100)

    def send(self) -> float:
        """Fill the queue while nothing goes, let it go; return the seconds."""
        self.context.route("**/phone/send/", lambda route: route.abort())
        self.page.evaluate(FILL, [COUNT, self.path])
        self.context.unroute("**/phone/send/")
        took, left = self.page.evaluate(EMPTY)
        if left:
            sys.exit(f"{left} contacts did not go")
        return took


def envelopes(house: House, said: dict, phones: int, items: int, rounds: int) -> float:
    """Return contacts a second of so many phones at once."""

    def phone(session: str) -> int:
        asking = HTTPConnection("127.0.0.1", house.port, timeout=120)
        taken = 0
        for _ in range(rounds):
            asking.request("POST", "/phone/send/", json.dumps(_body(said["path"], items)), _headers(session))
            taken += sum(one["status"] == 201 for one in json.loads(asking.getresponse().read())["items"])
        asking.close()
        return taken

    began = perf_counter()
    with ThreadPoolExecutor(phones) as all_:
        taken = sum(all_.map(phone, said["sessions"][:phones]))
    if taken != phones * items * rounds:
        sys.exit(f"{taken} of {phones * items * rounds} were taken")
    return taken / (perf_counter() - began)


def _headers(session: str) -> dict[str, str]:
    token = "a" * 32  # cookie and header agree, that is all the check asks for
    said = {"Cookie": f"session={session}; csrftoken={token}", "X-CSRFToken": token, "Accept": "application/json"}
    return said | {"Content-Type": "application/json"}


def _body(path: str, items: int) -> dict:
    from spojka.base.ids import new_id

    made = []
    for _ in range(items):
        id = str(new_id())
        typed = [["id", id], ["side", "anonymous"], ["materials-water", "1"], ["themes", "law"]]
        made.append({"id": id, "url": path, "fields": typed})
    return {"sent_at": None, "items": made}


def wake(house: House, said: dict) -> None:
    """Ask for the page once: what a server does after its start is not the phone's time."""
    asking = HTTPConnection("127.0.0.1", house.port, timeout=120)
    asking.request("GET", said["path"], headers={"Cookie": f"session={said['sessions'][-1]}"})
    if asking.getresponse().status != 200:
        sys.exit("The page of the stand does not open")
    asking.close()


def measured(house: House, said: dict) -> dict[str, float]:
    figures: dict[str, float] = {}
    wake(house, said)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        cold = Phone(browser, house, said)
        cold.slow()
        figures["field.cold_s"] = round(cold.open(), 2)
        cold.page.wait_for_load_state("networkidle")
        figures["field.kb"] = round(cold.bytes / 1000, 1)
        cold.set_up()
        figures["field.warm_s"] = round(sorted(cold.open() for _ in range(5))[2], 2)
        figures["sync.phone1000_slow_s"] = round(cold.send(), 2)
        say(f"slow: {figures}")
        quick = Phone(browser, house, said)
        quick.open()
        quick.set_up()
        figures["sync.phone1000_s"] = round(quick.send(), 2)
        browser.close()
    figures["sync.server_s"] = round(COUNT / envelopes(house, said, 1, 50, COUNT // 50), 2)
    figures["sync.phones50_rps"] = round(envelopes(house, said, 50, 20, 2), 1)
    return figures


def main() -> None:
    with empty() as house:
        house.spojka("migrate")
        said = house.said("bench.prepare")
        said["session"] = said["sessions"][0]
        with server(house.env, house.port, house.log):
            figures = measured(house, said)
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
