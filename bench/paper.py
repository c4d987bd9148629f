"""Papers of case work: the plan of a full case (8 goals, 32 steps) and the evaluation of a child (14 sections).

s: the slower of both, from the database to the PDF as its page does it, median. plan_s, assessment_s: each of them.
ratio: to the bare limit, that is Typst alone over the same data and typefaces; measured in turns with it.
Typst remembers what it has set before: each round has words of its own, for both alike.
"""

import json
import os
import sys
from datetime import timedelta
from itertools import count
from statistics import median
from time import perf_counter

import django

from bench.house import empty, say

ROUNDS = int(os.environ.get("BENCH_ROUNDS", "15"))
GOALS, STEPS = 8, 4
ROUND = count()
WORDS = "Vlastní pokoj pro děti, kde má každé svou postel a stůl a kde kromě rodiny nikdo nebydlí"


def full(case, by):
    """Write a revision with many goals and steps; return it."""
    from django.utils import timezone

    from spojka.base.ids import new_id
    from spojka.caseplans.actions import plans
    from spojka.caseplans.content import Draft
    from spojka.caseplans.models import Part

    plan, term = plans.start(by=by, id=new_id(), case=case, kind=""), timezone.localdate() + timedelta(days=60)
    deed = {"by": by, "service": case.service, "plan": plan}
    names = ("criterion", "plan_b", "supports", "evaluates", "unmet")
    for number in range(GOALS):
        texts = {"text": f"{WORDS}, {number}"} | dict.fromkeys(names, WORDS)
        id = new_id()
        goal = plans.write(**deed, id=id, part=Part(kind="goal", key=id), draft=Draft(texts=texts, term=term))
        for _step in range(STEPS):
            texts = {"text": WORDS, "owner": "maminka a bytový odbor", "means": "žádost, dvě návštěvy, doprovod"}
            id = new_id()
            plans.write(
                **deed, id=id, part=Part(kind="step", key=id, of=goal.key), draft=Draft(texts=texts, term=term)
            )
    return plans.agree(by=by, plan=plan, at=timezone.now())


def papers():
    """Return for each paper what makes it from the database, and its template with data."""
    from django.utils import timezone

    from spojka.access.actor import Actor
    from spojka.assessments import documents as forms
    from spojka.assessments import reading as filled
    from spojka.assessments.questions import for_child
    from spojka.caseplans import documents, reading
    from spojka.cases.models import Case
    from spojka.clients.models import Client
    from spojka.codelists.catalogue import catalogue
    from spojka.network.models import Membership
    from spojka.ui import paper

    by = Actor.member(Membership.objects.get(user__email__startswith="marie@"))
    case = next(one for one in Case.objects.select_related("service") if one.called == "Rodina Janíkova")
    plan, child = full(case, by), Client.objects.select_related("service").get(code="ADA 16 M")
    now, made, compile = timezone.now(), [], paper.pdf

    def pdf(template, data):
        made.append((template, data))
        return compile(template, fresh(data))

    paper.pdf = pdf

    def of_plan():
        whole = reading.whole(plan, by, timezone.localdate(now))
        return documents.plan(case, whole, reading.assented(case, plan, by, now))

    def of_child():
        lists = for_child(catalogue(child.service, timezone.localdate(now)))
        (filling,) = filled.of_client(child, by, lists, False, "child")
        return forms.filled(child, filling, timezone.localdate(now))

    for name, do in (("plan", of_plan), ("assessment", of_child)):
        do()
        yield name, do, made[-1]
        made.clear()


def bare(template, data):
    """Typst alone: the data are texts already."""
    import typst

    from spojka.ui import paper

    usual = {"root": paper.ROOT, "font_paths": [paper.FONTS], "ignore_system_fonts": True}

    def make():
        return json.dumps({"language": "cs"} | fresh(data), ensure_ascii=False)

    def do(said):
        return typst.compile(template, **usual, sys_inputs={"data": said}, pdf_standards=paper.STANDARDS)

    return make, do


def fresh(said):
    """Return data with other words of the same length: a number in each longer text."""
    if isinstance(said, dict):
        return {name: one if name == "picture" else fresh(one) for name, one in said.items()}
    if isinstance(said, list | tuple):
        return [fresh(one) for one in said]
    return f"{said[:-8]} {next(ROUND):07}" if isinstance(said, str) and len(said) > 16 else said


def timed(do, *said):
    began = perf_counter()
    do(*said)
    return perf_counter() - began


def measure():
    figures = {}
    for name, do, made in papers():
        make, alone = bare(*made)
        took = [(timed(do), timed(alone, make())) for _round in range(ROUNDS)]  # in turns: both feel the same machine
        whole, plain = (median(one) for one in zip(*took, strict=True))
        figures |= {f"{name}_s": round(whole, 3), f"{name}_bare_s": round(plain, 3)}
        figures[f"{name}_ratio"] = round(whole / plain, 2)
    figures["s"] = max(figures["plan_s"], figures["assessment_s"])
    figures["ratio"] = max(figures["plan_ratio"], figures["assessment_ratio"])
    print(json.dumps(figures))


def main():
    if "measure" in sys.argv[1:]:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
        django.setup()
        return measure()
    with empty() as house:
        for words in (["migrate"], ["createcachetable"], ["load_codelists"], ["demo"]):
            house.spojka(*words)
        figures = house.said("bench.paper", "measure")
    say(f"papers: {figures}")
    print(json.dumps(figures))
    return None


if __name__ == "__main__":
    main()
    sys.exit(0)
