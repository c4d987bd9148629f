"""What a name rests on: the client's agreement, or a reason why it is kept without one."""

from dataclasses import dataclass

from spojka.clients.models import Agreement, Client

from .models import Identity


@dataclass(frozen=True)
class Rest:
    """What a name rests on now. Neither: the agreement was taken back, and nobody said why the name stays."""

    agreement: Agreement | None
    without_why: str = ""
    withdrawn: Agreement | None = None

    @property
    def holds(self) -> bool:
        return self.agreement is not None or bool(self.without_why)


def agreement_of(client: Client) -> Agreement | None:
    """Return the newest agreement that nobody took back."""
    return Agreement.objects.filter(client=client, withdrawn_on=None).order_by("-given_on", "-pk").first()


def of(client: Client, identity: Identity) -> Rest:
    """Return what the name of a client rests on. A reason counts no more when an agreement is taken back after it."""
    if standing := agreement_of(client):
        return Rest(standing)
    taken = Agreement.objects.filter(client=client).exclude(withdrawn_on=None).order_by("-withdrawn_on", "-pk").first()
    is_outdated = bool(taken and identity.without_since and taken.withdrawn_on > identity.without_since)
    return Rest(None, "" if is_outdated else identity.without_why, taken)
