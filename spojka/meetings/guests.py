"""Who can be invited: a member of the house, or anybody else by name and e-mail, and nobody twice."""

from collections.abc import Iterable
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.access.owned import Owned
from spojka.base.errors import Refusal
from spojka.network.models import Membership

from .content import Guest
from .models import Invited, SeriesMember
from .own import sealed

MOST = 200  # people at one meeting


def check(guest: Guest, known: Iterable[Invited | SeriesMember], whole: Owned) -> None:
    """Stop for somebody who is on the list already, or of whom too little is known."""
    people = list(known)
    if guest.membership is None and not guest.name:
        raise Refusal(_("Choose a colleague or write a name."), field="name")
    if len(people) >= MOST:
        raise Refusal(_("These are over %(most)s people. Write a head count for the others.") % {"most": MOST})
    members = Membership.objects.valid(timezone.localdate()).filter(organisation_id=whole.organisation_id)
    if guest.membership and not members.filter(pk=guest.membership.pk).exists():
        raise Refusal(_("This colleague does not work here now."), field="membership")
    if among(guest, people):
        raise Refusal(_("They are on the list already."), field="membership" if guest.membership else "name")


def columns(guest: Guest) -> dict[str, Any]:
    """Return the columns of somebody on a list."""
    typed = {} if guest.membership else {"name": guest.name, "house": guest.house, "email": guest.email}
    return {"id": guest.id, "membership": guest.membership} | sealed(**{"name": "", "house": "", "email": ""} | typed)


def copied(one: SeriesMember) -> dict[str, Any]:
    """Return the columns of somebody of a series, for one meeting of it; the texts stay sealed as they are."""
    return {name: getattr(one, name) for name in ("membership_id", "name", "house", "email")}


def works(one: Guest | SeriesMember) -> bool:
    """Test that it is no member who has left: they are invited no more."""
    return one.membership is None or not one.membership.has_ended(timezone.localdate())


def same_name(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def among(guest: Guest, people: Iterable[Invited | SeriesMember]) -> bool:
    """Test whether somebody is on a list."""
    return any(_is_same(guest, one) for one in people)


def _is_same(guest: Guest, one: Invited | SeriesMember) -> bool:
    if guest.membership:
        return one.membership_id == guest.membership.pk
    if one.membership_id:
        return bool(guest.email) and one.address.casefold() == guest.email.casefold()
    return same_name(guest.name, one.called) and same_name(guest.house, one.of_house)
