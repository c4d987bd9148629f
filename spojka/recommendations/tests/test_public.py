"""What everybody may read of a recommendation: a copy that a person checked, and nothing else."""

import pytest
from django.utils import timezone

from spojka.access.actor import Actor
from spojka.access.doors import rows
from spojka.access.permissions import Permission as P
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.groups.actions import groups as founding
from spojka.groups.content import About as GroupAbout
from spojka.recommendations import reading
from spojka.recommendations.actions import public
from spojka.recommendations.content import Public
from spojka.recommendations.models import Ballot, PublicRecommendation, Recommendation, Step, Vote
from tests.recommendations import stepped


def publish(by, one, **more):
    said = Public(**{"title": "Zákaz prodeje", "asked": "Doplnit řád.", "outcome": "Zatím nic."} | more)
    return public.publish(by=by, id=new_id(), group=one.group, recommendation=one, said=said, at=timezone.now())


def test_everybody_reads_the_copy_and_no_row_behind_it(josef, group, one):
    copy, anybody = publish(josef, one), Actor.anybody()
    page = group.page

    assert reading.everybodys([page], anybody) == {page.pk: [copy]}
    for model in (Recommendation, Step, Vote, Ballot):
        for permission in (P.PUBLIC_GROUP_VIEW, P.WORKING_GROUP_VIEW):
            assert not rows(model, by=anybody, to=permission).exists()


def test_its_states_follow_the_steps_without_reasons_and_documents(josef, one):
    publish(josef, one)
    stepped(josef, one, "recommended", document="Zápis", reason="Jana Nováková chtěla.")
    stepped(josef, one, "handed")

    copy = PublicRecommendation.objects.get()
    assert [step["state"] for step in copy.steps] == ["proposed", "recommended", "handed"]
    assert set(copy.steps[1]) == {"state", "on", "body_kind", "body_name"}


def test_withdrawn_nobody_reads_it_and_published_again_it_has_the_new_words(josef, group, one):
    anybody = Actor.anybody()
    copy = publish(josef, one)

    public.hide(by=josef, public=copy, at=timezone.now())
    assert not rows(PublicRecommendation, by=anybody, to=P.PUBLIC_GROUP_VIEW).exists()

    publish(josef, one, asked="Jinak.")
    assert [found.asked for found in reading.everybodys([group.page], anybody)[group.page.pk]] == ["Jinak."]


def test_a_group_that_is_not_public_publishes_nothing_and_its_page_is_gone(josef, group, one, browse):
    publish(josef, one)
    house, page = group.organisation.slug, group.page.pk
    paths = [f"/public/{house}/", f"/public/{house}/groups/", f"/public/{house}/groups/{page}/"]
    for path in paths:
        answer = browse().get(path)
        assert answer.status_code == 200
        assert not answer.cookies

    about = GroupAbout(name="Komise", kind="commission", purpose="Klid", is_public=False)
    founding.change(by=josef, group=group, about=about, at=timezone.now())

    assert [browse().get(path).status_code for path in paths] == [404, 404, 404]
    one.group.refresh_from_db()
    with pytest.raises(Refusal, match="na veřejných stránkách není"):
        publish(josef, one)


def test_the_public_page_says_what_was_asked_and_what_came_of_it_in_both_languages(josef, group, one, browse):
    publish(josef, one)
    stepped(josef, one, "recommended")
    path = f"/public/{group.organisation.slug}/groups/{group.page.pk}/"

    czech, english = (browse().get(f"{path}?lang={lang}").content.decode() for lang in ("cs", "en"))

    for words in ("Zákaz prodeje", "Doplnit řád.", "Zatím nic.", "doporučeno skupinou", "Rada města"):
        assert words in czech
    assert "recommended by the group" in english
    assert browse().get(path.replace(str(group.page.pk), str(new_id()))).status_code == 404


def test_names_and_contacts_are_proposed_to_be_left_out(josef, one, seated):
    seated("Jana Tabulová")
    seated("Karel Lavička").change(until=timezone.localdate())  # who has left the group, too
    one.change(what="Paní Tabulová s Karlem Lavičkou žádá o kamery, volejte 777 123 456.")

    public = reading.proposed_public(one, josef)

    assert public["asked"] == "Paní (jméno) s (jméno) žádá o kamery, volejte (kontakt)."
