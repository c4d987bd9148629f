"""Some clients of the drop-in centre are shared: by consent, by legal duty, because of danger to life."""

from datetime import timedelta
from uuid import UUID

from django.db.models import Count

from spojka.access.models import Basis, Grant
from spojka.access.permissions import Kind
from spojka.audit import log
from spojka.clients.models import Client
from spojka.encounters.models import Encounter

from .mass import Mass

AGO = timedelta(days=9)


def build(mass: Mass) -> None:
    """Give the grants; the one let in by consent has looked already."""
    network = mass.network
    counselled, endangered, parent = _often_seen(mass)
    poradna, teren, ospod = (network.services[key] for key in ("poradna", "teren", "ospod"))
    consent = Kind.COURSE | Kind.HISTORY
    _grant(mass, counselled, poradna.organisation_id, consent, Basis.CONSENT, timedelta(days=81))
    _grant(mass, endangered, teren.pk, Kind.HISTORY | Kind.SITUATION, Basis.DANGER, timedelta(days=5))
    _grant(mass, parent, ospod.pk, Kind.SITUATION, Basis.DUTY, timedelta(days=30))
    seen = Encounter.objects.filter(client=counselled).order_by("-occurred_at", "pk").values_list("pk", flat=True)
    with mass.then(mass.now - timedelta(hours=26)), log.page(lambda: "encounters:client"):
        log.reading(verb="client.view", by=network.actors["filip"], model=Client, ids=[counselled.pk])
        log.reading(verb="encounter.view", by=network.actors["filip"], model=Encounter, ids=list(seen))


def _often_seen(mass: Mass) -> list[Client]:
    """Return three regulars of the drop-in centre."""
    theirs = Client.objects.filter(service=mass.network.services["kcentrum"])
    return list(theirs.annotate(times=Count("encounters")).order_by("-times", "code")[:3])


def _grant(mass: Mass, client: Client, grantee: UUID, kinds: Kind, basis: Basis, lasts: timedelta) -> None:
    starts_at = mass.now - AGO if basis == Basis.CONSENT else mass.now - timedelta(hours=20)
    Grant(
        holder=client.service,
        subject_id=client.pk,
        grantee_id=grantee,
        kinds=kinds,
        basis=basis,
        starts_at=starts_at,
        ends_at=mass.now + lasts,
    ).add()
