"""`spojka hub`: the laptop of a stand."""

import os
import signal
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.utils.translation import gettext as _

from spojka.hubs import certificate, delivering, place
from spojka.hubs.store import Store
from spojka.ui.words import day

EVERY = 60  # seconds between two tries to reach headquarters
LOOK = 1  # seconds between two looks whether it is to stop
CERTIFICATE, KEY = "certificate.pem", "key.pem"


class Command(BaseCommand):
    help = "Be the hub of a stand: join headquarters, take from phones, deliver, wipe. See docs/provoz/rozbocovac.md."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser):
        verbs = parser.add_subparsers(dest="verb", required=True)
        verbs.add_parser("join", help="join headquarters by a code from the office").add_argument("address")
        run = verbs.add_parser("run", help="take from phones, and deliver whenever there is internet")
        run.add_argument("--bind", default="0.0.0.0", help="on which address of this laptop")  # noqa: S104 - phones come by Wi-Fi
        run.add_argument("--every", type=int, default=EVERY, help="seconds between two tries to deliver")
        verbs.add_parser("status", help="what lies here, until when the certificate holds")
        verbs.add_parser("deliver", help="deliver now")
        verbs.add_parser("wipe", help="take all away from this laptop").add_argument(
            "--undelivered", action="store_true", help="also what headquarters does not have"
        )

    def handle(self, *, verb, **options):
        os.umask(0o077)  # what we keep is for us alone
        self.folder = settings.DATA_DIR / "hub"
        try:
            getattr(self, f"_{verb}")(**options)
        except (certificate.BadCertificate, delivering.Refused) as fault:
            raise CommandError(str(fault)) from fault
        except delivering.NotReached as fault:
            raise CommandError(_("Headquarters can't be reached. Nothing is lost, try it again.")) from fault
        except delivering.Revoked:
            place.forget(self.folder)
            raise CommandError(_("This hub was revoked. All that lay here is wiped; phones still have it.")) from None

    def _join(self, address, **options):
        origin = delivering.origin_of(address)
        code = input(_("Code from the office: ") if sys.stdin.isatty() else "").strip()
        old = self.folder / place.FILE
        if old.exists() and self._store().sums()["waiting"]:
            raise CommandError(_("Something still waits here for headquarters. Deliver it first: spojka hub deliver"))
        joined = delivering.join(origin, code)
        self._store().wipe()
        place.write(self.folder, joined)
        self.stdout.write(_("This laptop is now the hub %(name)s.") % {"name": joined.name})
        files = {"host": joined.host, "folder": self.folder, "certificate": CERTIFICATE, "key": KEY}
        self.stdout.write(
            _("Put the certificate for %(host)s into %(folder)s as %(certificate)s and %(key)s.") % files
        )

    def _run(self, *, bind, every, **options):
        said, found = self._place(), self._certificate()
        certificate.check(found, datetime.now(UTC))
        self._warn(found)
        self._store().close()
        server = subprocess.Popen(self._command(bind, said.port), env=os.environ | {place.VARIABLE: str(self.folder)})
        over = threading.Event()
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, lambda *_: over.set())
        self.stdout.write(_("The hub takes at %(origin)s  (Ctrl-C stops it)") % {"origin": f"https://{said.address}/"})
        self.stdout.flush()
        try:
            due = time.monotonic()
            while not over.is_set() and server.poll() is None and self._is_still(said):
                if time.monotonic() >= due:
                    self._try_to_deliver(said, found)
                    due = time.monotonic() + every
                over.wait(min(LOOK, every))
        finally:
            server.terminate()
            code = server.wait()
        if not self._is_still(said):
            raise CommandError(
                _("This laptop was wiped or joined anew, so the hub has stopped. Phones keep all they have.")
            )
        sys.exit(0 if over.is_set() else code or 1)

    def _is_still(self, said):
        """Test whether nobody wiped this laptop from elsewhere: what phones leave would lie in a file that is gone."""
        try:
            return place.read(self.folder) == said
        except FileNotFoundError:
            return False

    def _try_to_deliver(self, said, found):
        """Deliver if headquarters can be reached; if not, that is what the hub is for."""
        store = self._store()
        try:
            if taken := delivering.deliver(said, store, found.ends):
                self.stdout.write(_("Delivered to headquarters: %(n)s") % {"n": taken})
            store.forget_old()
        except delivering.NotReached:
            pass
        finally:
            store.close()
            self.stdout.flush()

    def _status(self, **options):
        said, sums, found = self._place(), self._store().sums(), self._certificate()
        lines = {
            _("Hub"): f"{said.name}, {said.house}",
            _("Name on the network"): f"https://{said.address}/",
            _("Headquarters"): said.origin,
            _("Waits for headquarters"): sums["waiting"],
            _("Refused by headquarters, to be mended in the phone"): sums["returned"],
            _("Delivered in the last day"): sums["delivered"],
            _("Phones that left something"): sums["phones"],
            _("Certificate ends"): day(found.ends, True),
        }
        for name, value in lines.items():
            self.stdout.write(f"{name}: {value}")
        certificate.check(found, datetime.now(UTC))
        self._warn(found)

    def _warn(self, found):
        """Say it while there is time to get a new one."""
        if found.ends_soon(datetime.now(UTC)):
            self.stderr.write(_("The certificate ends on %(day)s.") % {"day": day(found.ends, True)})

    def _deliver(self, **options):
        said, store = self._place(), self._store()
        try:
            ends = self._certificate().ends
        except certificate.BadCertificate:
            ends = None  # to hand on what lies here needs none
        taken = delivering.deliver(said, store, ends)
        store.forget_old()
        self.stdout.write(_("Delivered to headquarters: %(n)s") % {"n": taken})
        if left := store.sums()["waiting"]:
            self.stdout.write(_("Refused by headquarters, to be mended in the phone: %(n)s") % {"n": left})

    def _wipe(self, *, undelivered=False, **options):
        if (self.folder / place.STORE).exists():
            waiting = self._store().sums()["waiting"]
            if waiting and not undelivered:
                raise CommandError(
                    _("%(n)s waits here for headquarters. Deliver it first, or wipe with --undelivered.")
                    % {"n": waiting}
                )
        place.forget(self.folder)
        self.stdout.write(_("All is taken away from this laptop. Remove the certificate and its key too."))

    def _command(self, bind: str, port: int) -> list[str]:
        return [
            *[sys.executable, "-m", "granian", "--interface", "wsgi", "--host", bind, "--port", str(port)],
            *["--ssl-certificate", str(self.folder / CERTIFICATE), "--ssl-keyfile", str(self.folder / KEY)],
            *["--workers", "1", "--blocking-threads", "4", "--http", "1", "--respawn-failed-workers", "--no-ws"],
            *["--log-level", "warning", "spojka.hubs.laptop:app"],
        ]

    def _place(self) -> place.Place:
        try:
            return place.read(self.folder)
        except FileNotFoundError:
            said = _("This laptop is no hub yet. Join it: spojka hub join https://spojka.our-house.org")
            raise CommandError(said) from None

    def _certificate(self) -> certificate.Certificate:
        return certificate.read(self.folder / CERTIFICATE, self.folder / KEY, self._place().host)

    def _store(self) -> Store:
        return Store(Path(self.folder) / place.STORE)
