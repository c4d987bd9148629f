"""A client shares: given, taken back as a whole or from one recipient, ended with the work that it was for."""

from datetime import date, datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.models import Basis, Grant
from spojka.access.numbering import add_next
from spojka.access.permissions import Kind, Permission
from spojka.base.days import start_of
from spojka.base.errors import Refusal
from spojka.base.sealed import seal
from spojka.clients.leading import standing
from spojka.clients.models import Agreement, Client

from ..content import Said, Signed, Whom
from ..ending import Ending, end, end_all
from ..models import Consent, ConsentRecipient, ConsentSigner, ConsentWay, EndedWhy, SignerRole, SignerWord


class NoStatement(Refusal):
    """Nothing is shared before the client agreed that anything is kept."""


class NothingShared(Refusal):
    """A consent that says nothing: no kind, no recipient, nobody who agreed."""


@action(Permission.CONSENT_GIVE, on="client")
def give(*, by: Actor, id: UUID, client: Client, said: Said, at: datetime, replaces: Consent | None = None) -> Consent:
    """Write down what a client agreed to share; what it names is opened at once, unless somebody said no.

    `replaces` is an older consent of the same client, which ends with this one.
    """
    Consent.objects.all().stop_if_known(id, client.service)
    client = standing(client)
    statement = _statement(client, said.given_on)
    _check(said, timezone.localdate(at))
    if replaces:
        _replace(client, replaces, by, at)
    year = said.given_on.year
    facts = {name: getattr(said, name) for name in FACTS}
    consent = Consent(
        **client.ownership,
        **facts,
        id=id,
        client=client,
        statement=statement,
        replaces=replaces,
        year=year,
        kinds=int(said.kinds),
        signature=_sealed(said.signature),
        child_words=_sealed(said.child_words),
        recorded_by=by.id,
    )
    of_year = Consent.objects.filter(service=client.service_id, year=year)
    consent = add_next(consent, within=of_year, constraint="consent_number")
    for place, signed in enumerate(said.signers):
        _sign(consent, signed, place)
    for place, whom in enumerate(said.recipients):
        _name(consent, whom, place, at)
    return consent


@action(Permission.CONSENT_WITHDRAW, on="consent")
def withdraw(*, by: Actor, consent: Consent, how: str, at: datetime) -> Consent:
    """Take a consent back as a whole. It takes effect with the next request."""
    consent = Consent.objects.select_for_update(of=("self",)).get(pk=consent.pk)
    if consent.withdrawn_at:
        return consent
    return end_all(consent, Ending(EndedWhy.WITHDRAWN, how, by, at))


@action(Permission.CONSENT_NARROW, on="recipient")
def withdraw_from(
    *, by: Actor, recipient: ConsentRecipient, how: str, at: datetime, why: EndedWhy = EndedWhy.WITHDRAWN
) -> ConsentRecipient:
    """Share nothing with one recipient any more: taken back, or the time of working together ended."""
    recipient = ConsentRecipient.objects.select_for_update(of=("self",)).get(pk=recipient.pk)
    return recipient if recipient.ended_at else end(recipient, Ending(why, how, by, at))


FACTS = (
    "other", "way", "given_on", "ends_at", "is_parallel", "place", "heard", "of_age_on", "child_assent", "is_opposed",
    "taken_by",
)  # fmt: skip


def _check(said: Said, today: date) -> None:
    """Refuse what no page offers, in words all the same."""
    _check_days(said, today)
    if not said.kinds:
        raise NothingShared(_("Tick at least one kind of information."), field="kinds")
    if Kind.OTHER in said.kinds and not said.other:
        raise NothingShared(_("Write which other information."), field="other")
    if not said.recipients:
        raise NothingShared(_("Name at least one with whom it is shared."))
    if any(one.kinds & ~said.kinds for one in said.recipients):
        raise NothingShared(_("A recipient can't be told more than what is ticked above."), field="kinds")
    _check_way(said)
    _check_signers(said, today)


def _check_days(said: Said, today: date) -> None:
    if said.given_on > today:
        raise Refusal(_("That day has not come yet."), field="given_on")
    if said.ends_on and said.ends_on < today:
        raise Refusal(_("It would be over already. Choose a later day."), field="ends_on")


def _check_way(said: Said) -> None:
    if said.way == ConsentWay.SPOKEN and not said.heard:
        raise NothingShared(_("Write what was said and who heard it."), field="heard")
    if said.way == ConsentWay.SCREEN and not said.signature:
        raise NothingShared(_("Let them sign on the screen, or choose another way."), field="signature")


def _check_signers(said: Said, today: date) -> None:
    yes = {one.role for one in said.signers if one.word == SignerWord.YES}
    if said.of_age_on is None:
        if SignerRole.CLIENT not in yes:
            raise NothingShared(_("It is the client who agrees."))
        return
    if said.of_age_on <= today:
        raise Refusal(_("They are of age: it is the client who agrees."), field="of_age_on")
    if not yes - {SignerRole.CLIENT} and not said.is_opposed:
        raise NothingShared(_("For a child a parent, another legal representative or a guardian agrees."))


def _statement(client: Client, on: date) -> Agreement:
    """Return the base statement in force; the row is held so that it is not withdrawn meanwhile."""
    held = Agreement.objects.select_for_update(of=("self",)).filter(client=client, withdrawn_on=None, given_on__lte=on)
    found: Agreement | None = held.order_by("-given_on", "-recorded_at", "pk").first()
    if found is None:
        raise NoStatement(_("First the base statement on personal data: without it nothing is shared."))
    return found


def _sign(consent: Consent, signed: Signed, place: int) -> None:
    said = {"role": signed.role, "word": signed.word, "note": signed.note, "name": _sealed(signed.name)}
    ConsentSigner(**consent.ownership, consent=consent, place_in_order=place, **said).add()


def _name(consent: Consent, whom: Whom, place: int, at: datetime) -> None:
    """Write down a recipient; one who works with Spojka gets a grant, for the narrowest that was named."""
    kinds = whom.kinds or consent.what
    said = whom.words | {"kinds": int(kinds), "person": _sealed(whom.person)}
    row = ConsentRecipient(**consent.ownership, consent=consent, place_in_order=place, **said)
    if row.opened_to and not consent.is_opposed:
        row.grant = _open(consent, row, at)
    row.add()


def _open(consent: Consent, row: ConsentRecipient, at: datetime) -> Grant:
    to = row.opened_to
    assert to is not None
    return Grant(
        holder_id=consent.service_id,
        subject_id=consent.client_id,
        grantee_id=to.pk,
        kinds=row.kinds,
        basis=Basis.CONSENT,
        starts_at=max(start_of(consent.given_on), at),
        ends_at=consent.ends_at,
    ).add()


def _replace(client: Client, older: Consent, by: Actor, at: datetime) -> None:
    older = Consent.objects.select_for_update(of=("self",)).get(pk=older.pk)
    if older.client_id != client.pk:
        raise Refusal(_("That consent is of another client."))
    if not older.withdrawn_at:
        end_all(older, Ending(EndedWhy.REPLACED, "", by, at))


def _sealed(text: str) -> str:
    return seal(text) if text else ""
