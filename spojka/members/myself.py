"""What people change about themselves: the name that others see, and the e-mail by a letter to the new address.

The link of that letter is signed, not kept: it says whose it is, from which address to which, and holds a day. Once
the address has changed it holds no more, and it opens nothing to anybody else.
"""

from datetime import date, timedelta

from django.core import signing
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.audit import log
from spojka.base.errors import Refusal
from spojka.network.models import Membership, User

from .demo_people import is_one

SALT = "spojka.members.address"
LASTS = timedelta(days=1)


class NotYours(Refusal):
    """The name or address can't be changed so."""


class LetterOver(Refusal):
    """The link of the letter leads nowhere (any more)."""


def rename(user: User, name: str, on: date) -> None:
    """Give somebody another working name; what they wrote carries it too."""
    _stop_if_invented(user)
    with transaction.atomic():
        User.objects.filter(pk=user.pk).update(name=name)
        _remember(Permission.MEMBER_RENAME, user, on)


def token_for(user: User, email: str) -> str:
    """Return the token of a letter that asks whether `email` is theirs."""
    _stop_if_invented(user)
    if email == user.email:
        raise NotYours(_("This is your e-mail already."), field="email")
    return signing.dumps([str(user.pk), user.email, email], salt=SALT, compress=True)


def address_in(user: User, token: str) -> str:
    """Return the address that a letter's token confirms for `user`."""
    try:
        whose, before, email = signing.loads(token, salt=SALT, max_age=LASTS)
    except (signing.BadSignature, ValueError):
        whose = before = email = ""
    if (whose, before) != (str(user.pk), user.email):
        raise LetterOver(_("This link does not hold: it is too old, was used already, or is for somebody else."))
    return str(email)


def move(user: User, email: str, on: date) -> None:
    """Let somebody sign in by another address from now on."""
    try:
        with transaction.atomic():
            User.objects.filter(pk=user.pk).update(email=email)
            _remember(Permission.MEMBER_READDRESS, user, on)
    except IntegrityError as fault:
        raise NotYours(_("This e-mail can't be used. Ask your organisation.")) from fault


def is_taken(email: str) -> bool:
    """Test whether somebody signs in by an address. Never shown: no letter leaves then, and the page says the same."""
    return User.objects.filter(email=email).exists()


def _remember(verb: Permission, user: User, on: date) -> None:
    """Audit it in each house where they work, for whoever looks after people there."""
    for membership in Membership.objects.valid(on).filter(user=user).select_related("organisation", "user"):
        log.deed(verb=verb, by=Actor.member(membership), row=membership)


def _stop_if_invented(user: User) -> None:
    if is_one(user.email):
        raise NotYours(_("Invented people keep their name and e-mail, so that others can try the demonstration too."))
