"""Some clients of the drop-in centre are shared: by consent, by legal duty, because of danger to life."""

from datetime import timedelta
from hashlib import sha256
from typing import Any

from django.db.models import Count
from django.utils import timezone

from spojka.access.permissions import Kind, Permission
from spojka.audit import log
from spojka.base.ids import new_id
from spojka.clients.actions import agreements
from spojka.clients.agreeing import shipped
from spojka.clients.models import Agreement, Client
from spojka.consents import documents
from spojka.consents.actions import consents, openings, scans
from spojka.consents.actions.openings import Telling
from spojka.consents.content import Said, Signed, Whom
from spojka.consents.models import Consent, OpeningBasis, Told
from spojka.consents.reading import Told as Agreed
from spojka.consents.reading import line_of
from spojka.encounters.models import Encounter
from spojka.files.cleaning import Clean, FileKind

from .mass import Mass


def build(mass: Mass) -> None:
    """Give the grants; the one let in by consent has looked already."""
    network = mass.network
    counselled, endangered, parent = _often_seen(mass)
    poradna, teren, ospod = (network.services[key] for key in ("poradna", "teren", "ospod"))
    _agree(mass, counselled)
    _agree(mass, parent)
    _agree(mass, endangered)
    house = poradna.organisation
    counselling = Whom(institution=house.name, unit=poradna.name, person="Filip Schůdek", house=house, centre=poradna)
    hospital = Whom(institution="Nemocnice Lipovec", unit="detoxifikační stanice", kinds=Kind.HISTORY)
    mother = Whom(person="Marie Kopecká", relation="matka", kinds=Kind.COURSE)
    older = _share(mass, counselled, 60, (counselling,), kinds=Kind.COURSE)
    lasts = timezone.localdate(mass.now + timedelta(days=81))
    shared = _share(
        mass, counselled, 9, (counselling, hospital, mother), kinds=Kind.COURSE | Kind.HISTORY, ends_on=lasts,
        is_parallel=True, place="Lipovec", replaces=older,
    )  # fmt: skip
    _scan(mass, shared)
    father = Signed(role="parent", name="Petr Dolejší", word="no", note="Nechce, aby o tom věděl úřad.")
    child: dict[str, Any] = {"of_age_on": lasts + timedelta(days=500), "child_assent": "yes"}
    child |= {"child_words": "Chci, aby s paní z poradny mluvila paní odsud. Doma ne."}
    child |= {"signers": (Signed(role="parent", name="Jana Dolejší"), father)}
    _share(mass, parent, 4, (counselling,), kinds=Kind.SITUATION, **child)
    heard = "Řekl u pultu: „Klidně jim řekněte, že sem chodím.“ Slyšela Bára."
    taken = _share(mass, endangered, 30, (hospital,), kinds=Kind.HISTORY, way="spoken", heard=heard)
    with mass.then(mass.now - timedelta(days=12)) as at:
        consents.withdraw(by=mass.network.actors["bara"], consent=taken, how="Ústně: už tam nechodí.", at=at)
    danger = {"ground": "Mluvil o sebevraždě", "reason": "Terénní tým ho dnes večer potká a má vědět, co zabralo."}
    danger |= {"told": Told.AFTER, "ends_on": timezone.localdate(mass.now + timedelta(days=5))}
    street = Whom(institution=teren.organisation.name, unit=teren.name, house=teren.organisation, centre=teren)
    _open(mass, endangered, 0.8, street, OpeningBasis.DANGER, Kind.HISTORY | Kind.SITUATION, **danger)
    duty = {"ground": "§ 10 odst. 4 zákona č. 359/1999 Sb.", "reason": "Dítě zůstává samo, matka o to požádala."}
    duty |= {"told": Told.BEFORE, "told_on": timezone.localdate(mass.now - timedelta(days=1))}
    duty |= {"told_how": "Bára Ranní, osobně u pultu", "ends_on": timezone.localdate(mass.now + timedelta(days=30))}
    office = Whom(institution=ospod.organisation.name, unit=ospod.name, house=ospod.organisation, centre=ospod)
    _open(mass, parent, 0.8, office, OpeningBasis.DUTY, Kind.SITUATION, **duty)
    seen = Encounter.objects.filter(client=counselled).order_by("-occurred_at", "pk").values_list("pk", flat=True)
    with mass.then(mass.now - timedelta(hours=26)), log.page(lambda: "encounters:client"):
        log.reading(verb="client.view", by=network.actors["filip"], model=Client, ids=[counselled.pk])
        log.reading(verb="encounter.view", by=network.actors["filip"], model=Encounter, ids=list(seen))
    with mass.then(mass.now - timedelta(days=5)):
        about = {"asked": "", "rows": 214, "digest": sha256(b"kontakty").hexdigest(), "is_whole": True}
        log.taken(verb=Permission.ENCOUNTER_EXPORT, by=network.actors["gita"], model=Encounter, **about)


def _agree(mass: Mass, client: Client) -> None:
    """Write down the base statement, unless there is one."""
    if Agreement.objects.filter(client=client, withdrawn_on=None).exists():
        return
    bara = mass.network.actors["bara"]
    with mass.then(mass.now - timedelta(days=70)) as at:
        said = {
            "form": "signed",
            "version": shipped().version,
            "given_on": timezone.localdate(at),
            "taken_by": bara.id,
        }
        agreements.record(by=bara, id=new_id(), client=client, **said, today=timezone.localdate(at))


def _share(
    mass: Mass, client: Client, ago: int, whom: tuple[Whom, ...], replaces: Consent | None = None, **fields: Any
) -> Consent:
    """Write down a consent of so many days ago."""
    bara = mass.network.actors["bara"]
    with mass.then(mass.now - timedelta(days=ago)) as at:
        said = Said(
            **{"way": "paper", "given_on": timezone.localdate(at), "taken_by": bara.id} | fields, recipients=whom
        )
        return consents.give(by=bara, id=new_id(), client=client, said=said, at=at, replaces=replaces)


def _scan(mass: Mass, consent: Consent) -> None:
    """Keep the signed paper: it is the consent's own one, for nobody signs by hand here."""
    lines = [line_of(consent, row, mass.now) for row in consent.recipients.order_by("place_in_order")]
    told = Agreed(consent, lines, [], is_standing=True, taken_by="", withdrawn_by="")
    body = documents.consent(consent.client, told, organisation=str(consent.organisation))
    clean = Clean(FileKind.PDF, body)
    with mass.then(mass.now - timedelta(days=8)):
        scans.add(by=mass.network.actors["bara"], id=new_id(), consent=consent, clean=clean)


def _often_seen(mass: Mass) -> list[Client]:
    """Return three regulars of the drop-in centre."""
    theirs = Client.objects.filter(service=mass.network.services["kcentrum"])
    return list(theirs.annotate(times=Count("encounters")).order_by("-times", "code")[:3])


def _open(mass: Mass, client: Client, ago: float, whom: Whom, basis: str, kinds: Kind, **fields: Any) -> None:
    """Write down what is told without consent, of so many days ago."""
    bara = mass.network.actors["bara"]
    with mass.then(mass.now - timedelta(days=ago)) as at:
        telling = Telling(basis=basis, kinds=kinds, whom=whom, **fields)
        openings.record(by=bara, id=new_id(), client=client, telling=telling, at=at)
