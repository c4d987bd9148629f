"""Something of all that a drop-in centre does beside a contact, and where its screens are."""

from datetime import timedelta

from django.utils import timezone

from spojka.base.ids import new_id
from spojka.care.actions import exclusions, groups, rapid, slots
from spojka.care.actions.exclusions import Ending
from spojka.care.actions.groups import Group
from spojka.care.actions.rapid import Step
from spojka.clients.models import Client
from spojka.codelists.catalogue import catalogue
from spojka.network.models import Membership

CODE = "MOL 91 T"


def screens(by, shift):
    """Write down a test, a queue, a session and an ended service; return the addresses of their pages."""
    now, lists = timezone.now(), catalogue(shift.service, shift.day)
    kept = {"by": by, "shift": shift, "catalogue": lists, "at": now}
    talk = Step(kind="talk", occurred_at=now, agreed=True, covered=("window",))
    taken = Step(kind="taken", occurred_at=now, low=15, high=20)
    said = {"kind": "hiv", "code": "", "steps": (talk, taken), "repeats": None}
    test = rapid.start(id=new_id(), **kept, **said)
    offered = {"name": "Sprcha", "minutes": 20, "opens_at": None, "closes_at": None, "act": "HSC"}
    shower = slots.add_resource(by=by, id=new_id(), service=shift.service, **offered)
    for who, states in {"Modrý": ("inside", "done"), "14": ("inside",), "15": (), "16": ("skipped",)}.items():
        who = {"resource": shower, "who": who, "is_code": False, "at": now}
        slot = slots.queue(by=by, id=new_id(), shift=shift, **who)
        for state in states:
            slots.move(by=by, slot=slot, to=state, at=now)
    group = Group(act="SK", starts_at=now - timedelta(minutes=40), ends_at=now, codes=(CODE,), others=3)
    session = groups.record(id=new_id(), group=group, **kept)
    client = Client.objects.get(code=CODE)
    ended = exclusions.record(by=by, id=new_id(), of=client, ending=ending(shift), at=now)
    at, house = f"/podchod/shifts/{shift.pk}/", "/podchod/"
    return [
        f"{house}rapid-tests/", f"{at}rapid-tests/", f"{at}rapid-tests/new/", f"{house}rapid-tests/{test.pk}/",
        f"{house}rapid-tests/{test.pk}/void/", f"{at}slots/", f"{house}resources/", f"{house}resources/add/",
        f"{house}resources/{shower.pk}/", f"{house}groups/", f"{at}groups/new/", f"{house}groups/{session.pk}/",
        f"{house}groups/{session.pk}/correct/", f"{house}groups/{session.pk}/void/", f"{house}exclusions/",
        f"{house}exclusions/{ended.pk}/", f"{house}clients/{client.pk}/exclusions/new/", f"{at}exclusions/new/",
        f"{at}treatments/new/", f"{at}food/new/", f"{at}tickets/",
    ]  # fmt: skip


def ending(shift):
    words = dict.fromkeys(["what", "remedy", "told", "appeal", "offered"], "Slovy.")
    days = {"starts_on": timezone.localdate(), "ends_on": None, "until": "až bude klid"}
    agreed = tuple(Membership.objects.filter(services=shift.service).order_by("pk")[:2])
    return Ending(ground="aggression", review_on=timezone.localdate(), agreed=agreed, **words, **days)
