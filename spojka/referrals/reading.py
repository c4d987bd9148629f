"""What pages tell of referrals: how each stands for the reader, what waits, whom one may refer to."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Prefetch, Q, prefetch_related_objects

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.models import Grant
from spojka.access.permissions import Permission
from spojka.base.prepared import prepared
from spojka.clients.models import Client
from spojka.codelists.catalogue import names_of
from spojka.consents.naming import offered
from spojka.network.models import Service
from spojka.partners import reading as partners
from spojka.partners.models import Side as PartnerSide

from . import sides
from .content import Partner
from .models import WITH, Referral, ReferralIdentity, ReferralStep, Said, Side
from .standing import OVER, RUNNING, Standing, State, every, standing

VIEW = Permission.REFERRAL_VIEW
LISTS = ("sex", "age_band", "substance", "referral_refusal")
RINGS = {State.CLOSED: "done", State.WITHDRAWN: "open", State.OUTCOME: "half", State.VISITED: "half"}
MOST = 200  # of those that are over


@dataclass(frozen=True)
class Told:
    """A referral as a reader sees it; `mine` are the sides for which they work."""

    referral: Referral
    standing: Standing
    mine: tuple[Side, ...]
    on: date

    @property
    def state(self) -> State:
        return self.standing.state

    @property
    def is_over(self) -> bool:
        return self.state in OVER

    @property
    def has_slip(self) -> bool:
        """Test whether there is something to come to."""
        return self.state in (State.ACCEPTED, State.NAMED, State.INVITED, State.MISSED)

    @property
    def was_named(self) -> bool:
        return any(one.kind == Said.NAMED and one.taken_back_at is None for one in self.steps)

    @property
    def is_offering(self) -> bool:
        """Test whether the reader's side offered it."""
        return self.referral.offering in self.mine

    @property
    def is_ours(self) -> bool:
        return Side.OURS in self.mine

    @property
    def other(self) -> str:
        """With whom it is, for the reader."""
        return self.referral.to_name if self.is_offering else self.referral.from_name

    @property
    def waits_for_me(self) -> bool:
        turn = self.standing.turn
        if self.is_over:
            return False
        if turn is None:
            return self.is_late
        heard = self.referral.partner_id is None and self.is_ours and self.is_late
        return turn in self.mine or heard  # of who has no Spojka we ask once it is late

    @property
    def hears(self) -> bool:
        """Test whether the reader only writes down what who receives it said."""
        return self.referral.receiving not in self.mine

    @property
    def is_late(self) -> bool:
        return self.standing.is_late(self.on)

    @property
    def ring(self) -> str:
        return "late" if self.is_late else RINGS.get(self.state, "due")

    @property
    def tone(self) -> str:
        if self.is_late:
            return "bad"
        return "plain" if self.is_over else "ok" if self.state in RUNNING else "due"

    @property
    def steps(self) -> list[ReferralStep]:
        return every(self.referral)

    def name_of(self, side: str) -> str:
        own = f"{self.referral.organisation} · {self.referral.service}"
        return own if side == Side.OURS else self.referral.partner_name


def told(referral: Referral, by: Actor, on: date) -> Told:
    """Tell one; wants the rows of `with_steps`."""
    return Told(referral, standing(referral), sides.mine(referral, by), on)


def referrals(by: Actor, on: date, *, is_over: bool = False, where: Q | None = None) -> list[Told]:
    """Return what `by` may see, open ones or those that are over; they were shown, so it is remembered."""
    if where is None and not is_over:
        listed = _running(by)
    else:
        order = ("-ended_at", "pk") if is_over else ("-offered_on", "pk")
        found = rows(Referral, by=by, to=VIEW, where=where).filter(ended_at__isnull=not is_over)
        listed = list(found.select_related(*WITH).order_by(*order)[: MOST if is_over else None])
    prefetch_related_objects(listed, Prefetch("steps", rows(ReferralStep, by=by, to=VIEW)))
    return [told(one, by, on) for one in read(listed, by=by, to=VIEW)]


@prepared
def _running(by: Actor) -> Any:
    found = rows(Referral, by=by, to=VIEW).filter(ended_at=None)
    return found.select_related(*WITH).order_by("-offered_on", "pk")


def with_steps(found: Any, by: Actor) -> Any:
    """Return the same rows with the steps that `by` may see."""
    steps = rows(ReferralStep, by=by, to=VIEW)
    return found.select_related(*WITH).prefetch_related(Prefetch("steps", steps))


def take_steps(referral: Referral, by: Actor) -> None:
    """Put the steps that `by` may see to a referral at hand; they are shown, so it is remembered."""
    prefetch_related_objects([referral], Prefetch("steps", rows(ReferralStep, by=by, to=VIEW)))
    read(referral.steps.all(), by=by, to=VIEW)


def of_client(client: Client, by: Actor, on: date) -> list[Told]:
    """Return the referrals of a client that our services wrote down, the newest first."""
    found = rows(Referral, by=by, to=VIEW).filter(client=client, service__in=by.services)
    return [
        told(one, by, on) for one in read(with_steps(found, by).order_by("-offered_on", "-pk")[:5], by=by, to=VIEW)
    ]


def identity_of(referral: Referral, by: Actor) -> ReferralIdentity | None:
    """Return who it is, as long as `by` may know it; the last one that was said and not taken back."""
    found = rows(ReferralIdentity, by=by, to=VIEW).filter(referral=referral, step__taken_back_at=None)
    return next(iter(read(found.order_by("-recorded_at", "-pk")[:1], by=by, to=VIEW)), None)


def is_closed(identity: ReferralIdentity | None, at: datetime) -> bool:
    """Test whether nobody but us may read who it is."""
    return identity is not None and not Grant.objects.current(at).filter(subject_id=identity.pk).exists()


def words_of(referral: Referral) -> dict[str, dict[str, str]]:
    return names_of(LISTS, organisation=referral.organisation)


def about(referral: Referral) -> list[str]:
    """Return sex, age and drug in words, as far as they were said."""
    words = words_of(referral)
    pairs = (("sex", referral.sex), ("age_band", referral.age_band), ("substance", referral.substance))
    return [words[name].get(code, code) for name, code in pairs if code]


def partners_of(service: Service, by: Actor, on: date, *, only_without: bool = False) -> dict[str, Partner]:
    """Return whom one may refer to: who has an agreement first, then who works with Spojka."""
    found: dict[str, Partner] = {}
    for one in partners.in_force(service, by, on):
        agreement = one.agreement
        is_ours = one.agreement.side_of(service) == PartnerSide.OURS
        them = agreement.partner if is_ours else agreement.service
        if only_without and them is not None:
            continue
        name = agreement.partner_name if is_ours else f"{agreement.organisation} · {agreement.service}"
        found[f"agreement-{agreement.pk}"] = Partner(name=name, service=them, agreement=agreement)
    known = {one.service.pk for one in found.values() if one.service}
    for key, one in ({} if only_without else offered(service, on)).items():
        if one.centre and one.centre.pk not in known:
            found[f"service-{key}"] = Partner(name=one.name, service=one.centre)
    return found
