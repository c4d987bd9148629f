"""A phone at the stand: its own browser profile, a server that can be killed, touched as a worker touches it."""

import gzip
from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from spojka.codelists import load
from tests import make
from tests.browser import PHONE, find_chromium
from tests.entering import enter

PIN = "274913"


def said(route) -> str:
    """Return what an envelope holds."""
    return gzip.decompress(route.request.post_data_buffer).decode()


class Stand:
    """One phone with its own profile on the disk, touched as a worker touches it."""

    def __init__(self, chromium, server, path, profile=None):
        self.chromium, self.server, self.path, self.profile = chromium, server, path, profile
        self.context = self.page = None
        self.scripts = []
        self.args = ["--no-sandbox"]

    def begin(self, actor=None):
        """Start the browser; what the profile holds is there again."""
        options = {"base_url": self.server.url, "locale": "cs-CZ", "timezone_id": "Europe/Prague", **PHONE}
        if self.profile:
            launch = {"executable_path": find_chromium(), "args": self.args}
            self.context = self.chromium.browser_type.launch_persistent_context(str(self.profile), **launch, **options)
        else:
            self.context = self.chromium.new_context(**options)
        self.context.set_default_timeout(15_000)
        for script in self.scripts:
            self.context.add_init_script(script)
        if actor:
            self.sign_in(actor)
        self.page = self.context.pages[0] if self.context.pages else self.context.new_page()
        return self

    def sign_in(self, actor):
        value = enter(actor).cookies[settings.SESSION_COOKIE_NAME].value
        self.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": value, "url": self.server.url}])

    def open(self, path=None):
        self.page.goto(path or self.path)
        self.page.wait_for_function(
            "() => !document.getElementById('id_id') || document.getElementById('id_id').value"
        )
        set_up = "localStorage.getItem('phone:' + document.body.dataset.who)"
        self.page.wait_for_function(f"() => customElements.get('outbox-form') || !{set_up}")
        return self

    def set_up(self):
        self.open()
        self.page.get_by_role("button", name="Připravit telefon").click()
        self.page.get_by_label("PIN, aspoň šest číslic").fill(PIN)
        self.page.get_by_label("Totéž ještě jednou").fill(PIN)
        self.page.get_by_role("button", name="Nastavit").click()
        self.page.get_by_role("dialog").wait_for(state="hidden")
        self.ready()
        return self

    def ready(self):
        """Wait until the pages lie in the phone."""
        for _ in range(150):
            if self.page.evaluate("caches.match(location.pathname).then(found => Boolean(found))"):
                return
            self.page.wait_for_timeout(100)
        pytest.fail("the pages did not come into the phone")

    def tap(self, name):
        self.page.get_by_role("button", name=f"Přidat: {name}", exact=True).click()

    def save(self):
        """Press the button and wait until the phone says that it has it."""
        before = self.page.locator("#id_id").input_value()
        self.page.get_by_role("button", name="Uložit kontakt").click()
        self.page.wait_for_function("before => document.getElementById('id_id').value !== before", arg=before)

    def tally(self, people):
        self.page.locator("#id_side").get_by_text("Jen počet", exact=True).click()
        self.page.get_by_label("Kolik lidí").fill(str(people))
        self.save()

    def note(self, text):
        more = self.page.locator("#more > details")
        if more.get_attribute("open") is None:
            more.locator("summary").first.click()
        self.page.get_by_label("Poznámka").fill(text)

    def unlock(self, pin=PIN):
        self.page.get_by_role("button", name="Otevřít PINem").first.click()
        self.page.get_by_label("PIN tohoto telefonu").fill(pin)
        self.page.get_by_role("button", name="Otevřít", exact=True).click()

    def forget_the_key(self):
        """Be away for so long that the system has stopped the service worker too."""
        self.page.evaluate("navigator.serviceWorker.controller.postMessage({ kind: 'drop' })")
        self.page.reload()
        self.open()

    def new_tab(self):
        """The system killed the tab; the worker opens the application again."""
        old, self.page = self.page, self.context.new_page()
        old.close()
        self.open()

    def waits(self):
        """How many items lie in the phone."""
        return self.page.evaluate("""() => new Promise(done => {
          const opening = indexedDB.open("spojka")
          opening.onsuccess = () => {
            const count = opening.result.transaction("items").objectStore("items").count()
            count.onsuccess = () => { opening.result.close(); done(count.result) }
          }
        })""")

    def wait_for_empty(self, left=0):
        for _ in range(450):
            if self.waits() == left:
                return
            self.page.wait_for_timeout(200)
        assert self.waits() == left

    def end(self):
        if self.context:
            self.context.close()
        self.context = None


@pytest.fixture
def field_worker(transactional_db):
    load.load()
    return make.member(make.service(organisation=make.organisation(slug="podchod")), name="Anna Poledne")


@pytest.fixture
def field_path(field_worker):
    now = timezone.now()
    times = {"planned_start": now, "planned_end": now + timedelta(hours=7), "started_at": now}
    shift = make.shift(make.the_service_of(field_worker), day=timezone.localdate(now), **times)
    return f"/podchod/shifts/{shift.pk}/encounters/new/"


@pytest.fixture
def stand_of(chromium, server, field_path):
    phones = []

    def make_(profile=None):
        phones.append(Stand(chromium, server, field_path, profile))
        return phones[-1]

    yield make_
    for one in phones:
        one.end()
