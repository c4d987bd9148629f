"""Shared plans: a family's in three versions with a term that passed, and the individual plan of one woman."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from spojka.base.ids import new_id
from spojka.caseplans.actions import duties, plans, reviews, standing
from spojka.caseplans.content import Asked, Draft, Minutes, Promise, Rated, Role, Word
from spojka.caseplans.models import Part, PartKind, Plan, PlanKind
from spojka.caseplans.standing import standing as standing_of
from spojka.cases.models import Case, Participant, Party
from spojka.network.models import Service

from .mass import Mass


def build(mass: Mass) -> None:
    """Tell the stories, each act on its day."""
    found = {one.called: one for one in Case.objects.order_by("pk")}
    _family(Story(mass, found["Rodina Janíkova"], "marie", mass.network.services["ospod"]))
    _recovering(Story(mass, found["Mirka"], "filip", mass.network.services["poradna"]))
    _parents(Story(mass, found["Dvořákovi"], "filip", mass.network.services["poradna"]))


@dataclass
class Story:
    """One plan as it is written by one worker, its parts by a short name."""

    mass: Mass
    case: Case
    who: str
    service: Service

    def __post_init__(self) -> None:
        self.keys: dict[str, UUID] = {}
        self.plan: Plan = Plan()
        self.parties = {one.called.split(",")[0]: one for one in Party.objects.filter(case=self.case).order_by("pk")}
        self.team = {str(one): one for one in Participant.objects.filter(case=self.case).order_by("pk")}

    def day(self, ago: int) -> date:
        """Return a day so many days ago, or to come if it is negative."""
        return timezone.localdate(self.mass.now - timedelta(days=ago))

    def side(self, begin: str) -> Participant:
        return next(one for name, one in self.team.items() if begin in name)

    def start(self, ago: int, kind: str = PlanKind.PRELIMINARY) -> None:
        with self.mass.then(self.mass.now - timedelta(days=ago)):
            self.plan = plans.start(by=self._by(), id=new_id(), case=self.case, kind=kind)

    def write(self, ago: int, name: str, kind: str, text: str, who: str = "", of: str = "", **said: Any) -> None:
        """Write a part, or write it anew if its name is known; what is not said stays."""
        parts = standing_of(Part.objects.filter(plan=self.plan))
        head = next(one for one in parts.values() if one.kind == PartKind.HEAD)
        known = head if kind == PartKind.HEAD else parts.get(self.keys[name]) if name in self.keys else None
        before = Draft.of(known) if known else Draft()
        columns = {one: said.pop(one, getattr(before, one)) for one in ("term", "review_on", "party", "participant")}
        draft = Draft(texts={**before.texts, "text": text or before.texts.get("text", ""), **said}, **columns)
        by, service = (who, self._service_of(who)) if who else (self.who, self.service)
        with self.mass.then(self.mass.now - timedelta(days=ago)):
            id = new_id()
            part = known or Part(kind=kind, key=id, of=self.keys.get(of))
            deed = {"by": self.mass.network.actors[by], "service": service, "plan": self.plan}
            self.keys[name] = plans.write(**deed, id=id, part=part, draft=draft).key

    def agree(self, ago: int) -> None:
        with self.mass.then(self.mass.now - timedelta(days=ago)) as at:
            self.plan = plans.agree(by=self._by(), plan=self.plan, at=at)

    def hear(self, ago: int, word: str = "yes", way: str = "spoken", words: str = "", **whose: Any) -> None:
        heard = self._by_name() if way == "spoken" else ""
        with self.mass.then(self.mass.now - timedelta(days=ago)) as at:
            said = Word(way=way, word=word, on=timezone.localdate(at), heard=heard, words=words, **whose)
            who = "filip" if way == "here" else self.who
            deed = {"by": self.mass.network.actors[who], "service": self._service_of(who), "plan": self.plan}
            standing.assent(**deed, id=new_id(), said=said, at=at)

    def tick(self, ago: int, name: str, words: str = "") -> None:
        with self.mass.then(self.mass.now - timedelta(days=ago)) as at:
            deed = {"by": self._by(), "service": self.service, "part": self.part(name), "state": "done"}
            standing.tick(**deed, id=new_id(), on=timezone.localdate(at), words=words, at=at)

    def answer(self, ago: int, name: str, words: str, new_term: date | None = None) -> None:
        part = self.part(name)
        assert part.term is not None
        with self.mass.then(self.mass.now - timedelta(days=ago)) as at:
            deed = {"by": self._by(), "service": self.service, "part": part, "passed": part.term}
            standing.answer(**deed, id=new_id(), new_term=new_term, words=words, at=at)

    def review(self, ago: int, words: str, minutes: Minutes = reviews.NONE, **levels: tuple[int, str]) -> None:
        with self.mass.then(self.mass.now - timedelta(days=ago)) as at:
            deed = {"by": self._by(), "service": self.service, "plan": self.plan, "on": timezone.localdate(at)}
            said = {self.keys[name]: level for name, level in levels.items()}
            reviews.review(**deed, id=new_id(), words=words, levels=said, minutes=minutes, at=at)

    def rate(self, ago: int, party: str, by_whom: str, occasion: str, *scores: int) -> None:
        areas = ("housing", "work", "money", "relations", "health", "use")
        with self.mass.then(self.mass.now - timedelta(days=ago)) as at:
            said = {"by_whom": by_whom, "occasion": occasion, "on": timezone.localdate(at)}
            rated = Rated(**said, scores=dict(zip(areas, scores, strict=False)))
            deed = {"by": self._by(), "service": self.service, "about": self.parties[party]}
            reviews.rate(**deed, id=new_id(), rated=rated, at=at)

    def ask(self, by: str, party: Party, what: str, on: date, hour: int | None = None, **said: Any) -> None:
        """Ask something of somebody, a while ago."""
        with self.mass.then(self.mass.now - timedelta(days=2)) as at:
            asked = Asked(what=what, on=on, starts=time(hour) if hour else None, **said)
            deed = {"by": self.mass.network.actors[by], "service": self._service_of(by), "about": party, "at": at}
            duties.add(**deed, id=new_id(), asked=asked)

    def part(self, name: str) -> Part:
        return standing_of(Part.objects.filter(plan=self.plan).select_related("case"))[self.keys[name]]

    def _by(self) -> Any:
        return self.mass.network.actors[self.who]

    def _by_name(self) -> str:
        return {"marie": "Marie Dětská", "filip": "Filip"}[self.who]

    def _service_of(self, who: str) -> Service:
        return self.mass.network.services[{"filip": "poradna", "marie": "ospod", "david": "kcentrum"}[who]]


GOAL, STEP, HEAD = PartKind.GOAL, PartKind.STEP, PartKind.HEAD


def _family(story: Story) -> None:
    mother, granny = story.parties["maminka"], story.parties["babička"]
    office, centre, school = story.side("OSPOD"), story.side("Podkroví"), story.side("ZŠ")
    story.start(60)
    whole = {"term": story.day(-91), "review_on": story.day(-3)}
    whole |= {
        "follows": "Soud zruší předběžné opatření a děti se vrátí domů.",
        "situation": "Byt je bez topení. Otec pil a děti spaly u známých.",
        "causes": "Dluhy u soukromého věřitele. Maminka na všechno zůstala sama.",
        "services": "Poradna Podkroví, škola, úřad práce.",
        "expected": "Maminka chce děti doma. Babička chce, aby nemusely měnit školu. OSPOD chce bezpečný byt.",
        "plan_b": "Děti zůstanou u babičky a tým se sejde do pěti pracovních dnů.",
        "reviewing": "Každé tři týdny u babičky. Byt projde celý tým.",
        "coordination": "Změny říká OSPOD všem do dvou dnů. Poradna posílá zprávu jednou za měsíc.",
    }
    story.write(59, "head", HEAD, "Adam bydlí zase s maminkou.", **whole)
    story.write(59, "room", GOAL, "Vhodné bydlení", term=story.day(11))
    story.write(59, "school", GOAL, "Adam chodí do školy každý den", term=story.day(-20))
    story.agree(57)
    story.start(47)
    room = {"criterion": "Byt má aspoň 1+kk, každé dítě má postel a stůl a nebydlí tam nikdo další."}
    room |= {"plan_b": "Děti zůstanou u babičky a tým se sejde do pěti pracovních dnů."}
    room |= {"unmet": "Návrat se odloží o měsíc a soud dostane zprávu."}
    room |= {"supports": "Podkroví, paní Janíkové pomáhá s úřady", "evaluates": "OSPOD a maminka společně"}
    story.write(46, "room", GOAL, "Vlastní pokoj pro děti", **room)
    lease = {"term": story.day(18), "party": mother, "owner": "a bytový odbor"}
    story.write(46, "lease", STEP, "Podepsat smlouvu na byt v Polní 14", of="room", **lease)
    story.write(
        45, "beds", STEP, "Sehnat dvě postele a stůl", "filip", of="room", term=story.day(11), participant=centre
    )
    lessons = {"criterion": "Za celý měsíc nemá žádnou neomluvenou hodinu."}
    lessons |= {"plan_b": "Ráno ho do školy doprovodí babička.", "supports": "škola", "evaluates": "třídní učitelka"}
    story.write(45, "school", GOAL, "", **lessons)
    story.write(
        45, "teachers", STEP, "Schůzka maminky s třídními učitelkami", of="school", term=story.day(30), party=mother
    )
    story.write(
        45,
        "maths",
        STEP,
        "Doučování matematiky ve čtvrtek",
        "filip",
        of="school",
        term=story.day(-18),
        participant=centre,
    )
    for whose in ({"party": mother}, {"party": granny}):
        story.hear(40, way="signed", **whose)
    story.hear(40, party=story.parties["Adam"], word="but", words="Chci chodit dál na kroužek.")
    story.hear(40, participant=office, way="signed")
    story.hear(39, participant=school, way="spoken")
    story.hear(39, participant=centre, way="here")
    story.agree(38)
    story.answer(29, "teachers", "Babička vodí Adama ráno do školy. Schůzku domluví škola na příští týden.")
    story.tick(22, "teachers", "Byla u obou třídních, zprávy teď chodí i jí.")
    story.start(21)
    story.write(21, "visit", STEP, "Návštěva bytu celým týmem", of="room", term=story.day(-7))
    story.write(21, "room", GOAL, "", term=story.day(-10))
    story.hear(20, party=mother)
    story.hear(20, party=granny)
    story.hear(20, participant=office, way="signed")
    story.hear(19, participant=centre, way="here")
    story.agree(19)
    story.tick(17, "lease", "Smlouva platí od prvního.")
    _meeting(story, mother, granny, office, centre)
    monday = story.day(-7) - timedelta(days=story.day(0).weekday())
    story.ask("marie", mother, "Přinést nájemní smlouvu", monday, who="úřad práce", town="Lipovec")
    story.ask("filip", mother, "Schůzka v poradně", monday, 13, asked_by=centre, town="Vrbohrad")
    story.ask("marie", mother, "Dohled u soudu", monday, 13, who="probační služba", town="Lipovec")
    story.ask(
        "marie", mother, "Schůzka týmu u babičky", monday + timedelta(days=2), 15, asked_by=office, town="Lipovec"
    )


def _meeting(story: Story, mother: Party, granny: Party, office: Participant, centre: Participant) -> None:
    """The team met at the grandmother's; the minutes went to everybody who was there."""
    agreed = (
        Promise(what="Zavolat řediteli kvůli obědům", who="babička", by=story.day(9)),
        Promise(what="Přivézt dvě postele", who="strýc Karel", by=story.day(11)),
    )
    minutes = Minutes(
        kind="meeting",
        purpose="Co je potřeba, aby se Adam mohl vrátit domů, a kdo to udělá.",
        told="Marie volala mamince v pondělí; Adamovi to řekla babička.",
        present=(f"party:{mother.pk}", f"party:{granny.pk}", f"side:{office.pk}", f"side:{centre.pk}"),
        others="strýc Karel",
        organiser=Role(key=f"side:{office.pk}", words="Marie Dětská"),
        facilitator=Role(key=f"side:{centre.pk}", words="Filip"),
        writer=Role(key=f"side:{office.pk}", words="Marie Dětská"),
        steps=(str(story.keys["visit"]),),
        agreed=agreed,
        next_on=story.day(-9),
    )
    words = "Byt v Polní 14 je podepsaný. Chybí postele a topení zkontroluje správce."
    story.review(16, words, minutes, room=(0, "smlouva je"), school=(1, "chodí každý den"))
    story.rate(70, "maminka", "client", "entry", 1, 3, 2, 4, 6, 8)
    story.rate(70, "maminka", "worker", "entry", 1, 3, 1, 5, 6, 8)
    story.rate(16, "maminka", "client", "review", 5, 5, 3, 6, 6, 8)
    story.rate(16, "maminka", "worker", "review", 6, 5, 3, 6, 7, 8)


def _recovering(story: Story) -> None:
    mirka, sister = story.parties["Mirka"], story.parties["sestra Hanka"]
    story.start(40, PlanKind.FINAL)
    whole = {"term": story.day(-120), "review_on": story.day(-9)}
    whole |= {
        "situation": "Po druhém detoxu. Bydlí u sestry a hledá pokoj.",
        "expected": "Mirka chce zůstat čistá a mít kam jít. Sestra chce vědět, komu zavolat.",
        "plan_b": "Když se vrátí k užívání, zavolá do poradny týž den a domluvíme lůžko na detoxu.",
        "reviewing": "Každé tři týdny, Mirka a Filip.",
    }
    story.write(40, "head", HEAD, "Mirka bydlí sama a má práci, která ji baví.", **whole)
    flat = {"criterion": "Má podepsanou smlouvu na půl roku.", "plan_b": "Do konce zimy zůstane u sestry."}
    story.write(39, "flat", GOAL, "Vlastní pokoj", term=story.day(-30), **flat)
    story.write(39, "ads", STEP, "Obvolat tři inzeráty týdně", of="flat", term=story.day(-10), party=mirka)
    job = {"criterion": "Chodí do práce aspoň tři dny v týdnu.", "plan_b": "Zkusí chráněnou dílnu."}
    story.write(39, "job", GOAL, "Práce na část úvazku", term=story.day(-15), **job)
    story.write(39, "laundry", STEP, "Zeptat se v prádelně", of="job", term=story.day(12), party=mirka)
    days = {"criterion": "Každou sobotu je s někým, kdo nebere.", "plan_b": "V sobotu zavolá sestře."}
    story.write(39, "weekends", GOAL, "Mít plán na každý víkend", term=story.day(-15), **days)
    story.hear(38, party=mirka, way="signed")
    story.hear(38, party=sister)
    story.agree(38)
    story.rate(37, "Mirka", "client", "entry", 2, 1, 2, 4, 3, 3)
    story.rate(37, "Mirka", "worker", "entry", 3, 2, 2, 3, 3, 4)
    story.tick(13, "laundry", "Vzali ji na brigádu.")
    reached = {"flat": (-1, "dvě prohlídky, zatím nic"), "weekends": (0, "dvakrát byla u sestry")}
    reached |= {"job": (1, "chodí tři dny v týdnu od prvního týdne")}
    story.review(6, "Sešli jsme se Mirka, Filip a sestra. Víkendy jsou nejtěžší.", **reached)
    story.rate(6, "Mirka", "client", "review", 4, 6, 4, 5, 5, 7)
    story.rate(6, "Mirka", "worker", "review", 4, 6, 3, 5, 4, 6)


def _parents(story: Story) -> None:
    mother, father = story.parties["máma Petra"], story.parties["táta Tomáš"]
    story.start(44)
    whole = {"term": story.day(-34), "review_on": story.day(-4)}
    whole |= {
        "situation": "Rodiče se rozešli v zimě, o péči se hádají přede dveřmi. Soud počká tři měsíce.",
        "expected": "Petra chce klid při předávání, Tomáš celé týdny. Ela chce, aby oba přišli na besídku.",
        "plan_b": "Když se nedohodnou, Filip to napíše soudu a rozhodne soud.",
        "reviewing": "Jednou za 14 dní, oba rodiče a Filip.",
    }
    story.write(44, "head", HEAD, "Ela má oba rodiče a ví, kdy je s kým.", **whole)
    weeks = {
        "criterion": "Oba podepsali rozpis do prázdnin.",
        "plan_b": "Do soudu platí každý druhý víkend.",
    }
    story.write(43, "weeks", GOAL, "Rozpis týdnů", term=story.day(-20), **weeks)
    story.write(43, "draft", STEP, "Napsat návrh rozpisu", of="weeks", term=story.day(25), party=father)
    story.write(43, "answer", STEP, "Napsat, co z návrhu jde a co ne", of="weeks", term=story.day(-3), party=mother)
    for party in (mother, father):
        story.hear(42, party=party, way="signed")
    story.agree(42)
    story.rate(42, "máma Petra", "client", "entry", 7, 6, 5, 1, 5, 9)
    story.rate(42, "táta Tomáš", "client", "entry", 4, 7, 5, 1, 6, 8)
    story.tick(24, "draft", "Přinesl ho na mediaci.")
    story.review(10, "Rozpis zkusili na dva týdny, předání proběhla v klidu.", weeks=(0, "zkouší se"))
    story.rate(10, "máma Petra", "client", "review", 7, 6, 5, 3, 5, 9)
    story.rate(10, "táta Tomáš", "client", "review", 4, 7, 5, 4, 6, 8)
