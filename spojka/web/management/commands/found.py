import getpass
import os
import sys
from pathlib import Path

from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.base.errors import Refusal
from spojka.base.sorting import by_name
from spojka.codelists.catalogue import names
from spojka.links import doors as links
from spojka.members import founding, letters
from spojka.network.models import Organisation, Service

VARIABLE = "SPOJKA_PASSWORD_FILE"


class Command(BaseCommand):
    help = (
        'Found an organisation: spojka found podchod --name "Podchod, z. s." --service "Noční tým:nightlife" '
        '--person jana@example.org --called "Jana" --invite. Without --name add to one that is there. With --invite '
        "they get a letter with a link and choose their own password; without it the first password is read "
        f"from the file named in {VARIABLE}, or typed twice."
    )

    def add_arguments(self, parser):
        parser.add_argument("slug", help="the word that the organisation's addresses begin with, such as podchod")
        parser.add_argument("--name", help="the name of a new organisation")
        parser.add_argument(
            "--service", action="append", default=[], metavar="NAME:KIND", help="a new service; may be repeated"
        )
        parser.add_argument("--person", metavar="E-MAIL", help="whom to let in")
        parser.add_argument("--called", metavar="NAME", help="the working name of a new account")
        parser.add_argument("--invite", action="store_true", help="send a letter with a link instead of a password")
        parser.add_argument("--address", help="how the letter's link begins, such as https://spojka.example.org")
        parser.add_argument("--role", help="organisation_manager, unless said otherwise")
        parser.add_argument(
            "--in", action="append", default=[], dest="only", metavar="NAME",
            help="a service to work in; without it all new ones, or if there are none, all of the organisation",
        )  # fmt: skip

    def handle(self, *, slug, name, service, person, called, invite, address, only, **options):
        if not settings.FENCED:  # a fenced role may not: there the owner of the tables has done it
            call_command("migrate", verbosity=0, interactive=False)
            call_command("load_codelists", verbosity=0)
        if name and not (service and person and called):
            raise CommandError(_("A new organisation needs a service, a person and what the person is called."))
        if invite and not (person and called):
            raise CommandError(_("Say whom to invite: --person and --called."))
        whom = {"email": person, "name": called, "role": options["role"]}
        secret = links.new_token() if invite else ask_password() if person and called else ""
        let_in = invited if invite else member
        try:
            with transaction.atomic():
                house = founding.organisation(slug=slug, name=name) if name else there_is(slug)
                made = [add_service(house, said) for said in service]
                services = services_of(house, only) if only or not made else made
                row = let_in(house, services, secret, **whom) if person else None
        except Refusal as refusal:
            raise CommandError(str(refusal)) from None
        if invite:
            self._send(row, (address or own_address()).rstrip("/") + reverse("invitation_accept", args=[secret]))
        self.stdout.write(_("Done. The address: /%(slug)s/") % {"slug": slug})

    def _send(self, invitation, link):
        if letters.send_invitation(invitation, address=link, inviter=invitation.organisation.name, at=timezone.now()):
            self.stdout.write(_("The letter left."))
            return
        self.stdout.write(
            _("No letter left. Hand over this link yourself by a safe way, it holds for 7 days and once:")
        )
        self.stdout.write(link)


def own_address():
    """Return how our addresses begin, as far as the settings tell."""
    if settings.PRODUCTION:
        return f"https://{settings.ALLOWED_HOSTS[0].lstrip('.')}"
    return f"http://127.0.0.1:{os.environ.get('PORT') or 8000}"


def invited(house, services, token, *, email, name, role):
    whom = {"email": email, "name": name, "role": role or "organisation_manager"}
    return founding.invite(house=house, services=services, token=token, at=timezone.now(), **whom)


def member(house, services, password, *, email, name, role):
    user = account(email, name, password)
    role = role or ("" if is_member(user, house) else "organisation_manager")
    return founding.let_in(user=user, house=house, role=role, services=services, on=timezone.localdate())


def there_is(slug):
    house = Organisation.objects.filter(slug=slug).first()
    if house is None:
        raise Refusal(_("There is no organisation '%(slug)s'. To found it add its name.") % {"slug": slug})
    return house


def add_service(house, said):
    name, colon, kind = said.rpartition(":")
    if not colon:
        raise Refusal(_('Write a service as NAME:KIND, for instance "Night team:nightlife".'))
    return founding.service(house=house, name=name.strip(), kind=kind.strip(), kinds=names("service_kind"))


def account(email, called, password):
    return founding.account(email=email, name=called, password=password) if called else founding.known(email)


def is_member(user, house):
    return user.memberships.filter(organisation=house).exists()


def services_of(house, only):
    every = {service.name: service for service in Service.objects.filter(organisation=house).order_by(by_name(), "pk")}
    for name in only:
        if name not in every:
            raise Refusal(_("The organisation has no service '%(name)s'.") % {"name": name})
    return [every[name] for name in only] if only else list(every.values())


def ask_password():
    """Return the first password; never from the command line, where others of the machine read it."""
    if name := os.environ.get(VARIABLE):
        try:
            return Path(name).read_text(encoding="utf-8").strip("\r\n")
        except (OSError, UnicodeDecodeError):
            raise CommandError(_("The file with the password can't be read: %(file)s") % {"file": name}) from None
    if not sys.stdin.isatty():
        said = _("Say in %(variable)s which file holds the password, or run it in a terminal.")
        raise CommandError(said % {"variable": VARIABLE})
    typed = getpass.getpass(_("Password: "))
    if getpass.getpass(_("Once more: ")) != typed:
        raise CommandError(_("The two passwords differ."))
    return typed
