"""How a house begins: its organisation, its services, the people it lets in. Asked for by the command `found`."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import models
from django.urls import get_resolver
from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.access.roles import MEMBER_ROLES
from spojka.audit import log
from spojka.base.errors import Refusal
from spojka.links import doors as links
from spojka.network.models import Membership, Organisation, Service, User

from .actions.invitations import LASTS, PURPOSE
from .models import Invitation
from .standings import remember

COMMAND = "found"
KEPT_FREE = {"account", "admin", "api", "healthz", "language", "media", "offline", "public", "static", "www"}


def reserved() -> set[str]:
    """Return the words that begin an address of our own, and those we may need one day."""
    firsts = {str(item.pattern).partition("/")[0] for item in get_resolver().url_patterns}
    return {word for word in firsts if word and "<" not in word} | KEPT_FREE


def organisation(*, slug: str, name: str) -> Organisation:
    """Found an organisation under `slug`, which its addresses begin with."""
    if slug in reserved():
        raise Refusal(_("'%(slug)s' begins addresses of Spojka itself. Choose another word.") % {"slug": slug})
    if Organisation.objects.filter(slug=slug).exists():
        said = _("There is an organisation '%(slug)s' already. To add to it leave out its name.")
        raise Refusal(said % {"slug": slug})
    return _added(Organisation(slug=slug, name=name))


def service(*, house: Organisation, name: str, kind: str, kinds: Mapping[str, str]) -> Service:
    """Add a service; `kinds` are the codes of the list with their names."""
    if kind not in kinds:
        known = "\n".join(f"  {code}  {words}" for code, words in sorted(kinds.items()))
        raise Refusal(_("There is no kind of service '%(kind)s'. Choose one of:") % {"kind": kind} + f"\n{known}")
    if Service.objects.filter(organisation=house, name=name).exists():
        raise Refusal(_("The organisation has a service '%(name)s' already.") % {"name": name})
    made = _added(Service(organisation=house, name=name, kind=kind))
    _audit("service.found", made, made)
    return made


def account(*, email: str, name: str, password: str) -> User:
    """Open an account. Nothing of it is said in the audit: it belongs to no service yet."""
    email = email.strip().lower()
    if User.objects.filter(email=email).exists():
        said = _("Somebody signs in with %(email)s already. To let them in leave out the working name.")
        raise Refusal(said % {"email": email})
    try:
        validate_email(email)
        user = User(email=email, name=name)
        user.full_clean(exclude=["password"], validate_unique=False)
        validate_password(password, user)
    except ValidationError as fault:
        raise Refusal(" ".join(fault.messages)) from fault
    return User.objects.create_user(email, name, password)


def known(email: str) -> User:
    """Return the account that signs in with `email`."""
    user = User.objects.filter(email=email.strip().lower()).first()
    if user is None:
        said = _("Nobody signs in with %(email)s. To open an account add a working name.")
        raise Refusal(said % {"email": email})
    return user


def let_in(*, user: User, house: Organisation, role: str, services: Iterable[Service], on: date) -> Membership:
    """Let somebody work for `house` in `services` from the day on; a member gets these services too."""
    services = list(services)
    if not services:
        raise Refusal(_("Say in which service."))
    member = Membership.objects.filter(user=user, organisation=house).first()
    if member and member.has_ended(on):
        remember(member, Actor.system(COMMAND, services[0], frozenset()))
        member.change(role=role or member.role, valid_from=on, valid_to=None, ended_at=None)
    if member and role and role != member.role:
        raise Refusal(_("They work here already, in another role: %(role)s.") % {"role": member.role})
    if member is None:
        _check_role(role)
    member = member or _added(Membership(user=user, organisation=house, role=role, valid_from=on))
    member.services.add(*services)
    for one in services:
        _audit("member.let_in", member, one)
    return member


def invite(
    *, email: str, name: str, house: Organisation, role: str, services: Iterable[Service], token: str, at: datetime
) -> Invitation:
    """Invite somebody by a link instead of a password that two people would know."""
    services = list(services)
    _check_role(role)
    if not services:
        raise Refusal(_("Say in which service."))
    link = links.issue(purpose=PURPOSE, token=token, at=at, lasts=LASTS)
    said = {"email": email.strip().lower(), "name": name, "role": role, "valid_from": timezone.localdate(at)}
    invitation = _added(Invitation(organisation=house, link=link, recorded_by=COMMAND, **said))
    invitation.services.set(services)
    for one in services:
        _audit("member.invited", invitation, one)
    return invitation


def _check_role(role: str) -> None:
    if role not in MEMBER_ROLES:
        roles = ", ".join(sorted(MEMBER_ROLES))
        raise Refusal(_("There is no role '%(role)s'. Choose one of: %(roles)s") % {"role": role, "roles": roles})


def _added(row: models.Model) -> models.Model:
    try:
        return row.add()
    except ValidationError as fault:
        raise Refusal(" ".join(fault.messages)) from fault


def _audit(verb: str, row: models.Model, service: Service) -> None:
    log.deed(verb=verb, by=Actor.system(COMMAND, service, frozenset()), row=row, service_id=service.pk)
