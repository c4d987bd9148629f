"""The drop-in centre asks others about its clients: one waits for an answer, one was answered, one is closed."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from spojka.access.permissions import Kind
from spojka.base.ids import new_id
from spojka.consents.models import ConsentRecipient, Opening
from spojka.inquiries import actions
from spojka.inquiries.content import Ground, Question, Reply
from spojka.inquiries.models import Inquiry
from spojka.network.models import Membership
from spojka.walls import actions as walls
from spojka.walls.actions import KeptOut

from .mass import Mass


def build(mass: Mass) -> None:
    """Ask the counselling centre twice, child protection and the street team once."""
    services = mass.network.services
    agreed, duty, danger = (_ground(services[key].pk) for key in ("poradna", "ospod", "teren"))
    _keep_apart(mass, danger)
    first = _ask(
        mass, agreed, 8, 7, kinds=Kind.COURSE,
        what="Odkdy k vám chodí na konzultace a jak často?", why="Abychom mu termíny u nás nedávali na stejný den.",
    )  # fmt: skip
    said = {"kind": "information", "words": "Od září, každé úterý v deset.", "ground": "consent"}
    _answer(mass, first, 7, "filip", "poradna", ground_words="souhlas klienta, podepsaný u nás v září", **said)
    with mass.then(mass.now - timedelta(days=6)) as at:
        by = mass.network.actors["bara"]
        actions.close(by=by, inquiry=first, result="Sprchu a praní teď nabízíme ve středu, vyhovuje mu to.", at=at)
    _ask(
        mass, agreed, 1, 4, wants="action", kinds=Kind.COURSE | Kind.HISTORY,
        what="Vezměte ho, prosím, na mimořádnou konzultaci ještě tento týden.",
        why="Třikrát po sobě přišel po propadu a sám o to prosí.",
    )  # fmt: skip
    asked = _ask(
        mass, duty, 0.6, 10, wants="action", kinds=Kind.SITUATION,
        what="Svolejte, prosím, případové setkání s matkou a se školou.",
        why="Dítě zůstává samo, matka o pomoc stojí.",
    )  # fmt: skip
    words = "Setkání svoláváme na příští čtvrtek v devět, matka i škola vědí. Pozvánku posíláme."
    law = "§ 10 odst. 3 zákona č. 359/1999 Sb."
    _answer(mass, asked, 0.3, "marie", "ospod", kind="done", words=words, ground="duty", ground_words=law)
    _ask(
        mass, danger, 0.7, 0, kinds=Kind.HISTORY | Kind.SITUATION,
        what="Potkali jste ho od včerejška, a v jakém stavu?", why="Mluvil o sebevraždě a dnes nepřišel.",
    )  # fmt: skip


def _keep_apart(mass: Mass, ground: Ground) -> None:
    """Keep a colleague of the street team apart from her own brother."""
    assert isinstance(ground, Opening)
    with mass.then(mass.now - timedelta(days=0.75)) as at:
        sister = Membership.objects.get(pk=mass.network.actors["lenka"].id)
        said = KeptOut(whom=sister, why="Je to její bratr. Sama o to požádala.")
        walls.put_up(by=mass.network.actors["david"], id=new_id(), client=ground.client, said=said, at=at)


def _ground(centre: Any) -> Ground:
    """Return by what a service is told of a client now."""
    agreed = ConsentRecipient.objects.filter(centre=centre, ended_at=None).exclude(grant=None)
    found: Ground | None = agreed.select_related("consent__client__service").order_by("recorded_at", "pk").first()
    if found is None:
        told = Opening.objects.filter(centre=centre, ended_at=None).exclude(grant=None)
        found = told.select_related("client__service").order_by("recorded_at", "pk").first()
    assert found is not None
    return found


def _ask(mass: Mass, ground: Ground, ago: float, days: int, wants: str = "information", **said: Any) -> Inquiry:
    """Ask so many days ago, to be answered in so many days."""
    client = ground.client if isinstance(ground, Opening) else ground.consent.client
    with mass.then(mass.now - timedelta(days=ago)) as at:
        question = Question(wants=wants, due_on=timezone.localdate(at) + timedelta(days=days), **said)
        by = mass.network.actors["bara"]
        return actions.ask(by=by, id=new_id(), client=client, ground=ground, question=question, at=at)


def _answer(mass: Mass, inquiry: Inquiry, ago: float, who: str, service: str, **said: Any) -> None:
    with mass.then(mass.now - timedelta(days=ago)) as at:
        about = {"inquiry": inquiry, "service": mass.network.services[service], "reply": Reply(**said)}
        actions.answer(by=mass.network.actors[who], id=new_id(), **about, at=at)
