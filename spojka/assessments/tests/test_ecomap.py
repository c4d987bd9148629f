"""The ecomap: who is around a client is added, changed, moved, taken off; the drawing says the same as its table."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from spojka.access.owned import Changed
from spojka.access.permissions import Permission
from spojka.assessments import documents, drawing
from spojka.assessments.actions import ties as actions
from spojka.assessments.actions.ties import NotThere
from spojka.assessments.content import Somebody
from spojka.assessments.models import EcomapTie
from spojka.base.ids import new_id
from spojka.clients.actions import joining
from spojka.codelists.catalogue import catalogue
from tests import make

from .test_papers import words

VIEW = Permission.ASSESSMENT_VIEW


def who(**fields):
    usual = {"name": "Sestra Lenka", "group": "family", "strength": "strong", "direction": "to_client"}
    return Somebody(**usual | fields)


@pytest.fixture
def add(klara, rada):
    def add_(by=klara, client=rada, id=None, **fields):
        return actions.add(by=by, id=id or new_id(), client=client, who=who(**fields))

    return add_


def at(client, rest="", house="podchod"):
    return f"/{house}/clients/{client.pk}/ecomap/{rest}"


def sent(**fields):
    return {"id": new_id(), **vars(who()), "is_stressful": "", **fields}


def test_names_lie_sealed(add):
    tie = add(note="Volá v neděli.")

    assert (tie.called, tie.noted) == ("Sestra Lenka", "Volá v neděli.")
    assert "Lenka" not in EcomapTie.objects.values_list("name", flat=True).get()


def test_a_repeated_send_adds_nobody(add):
    id = new_id()
    tie = add(id=id)

    assert add(id=id) == tie
    with pytest.raises(Changed):
        add(id=id, name="Matka")
    assert EcomapTie.objects.count() == 1


def test_a_change_keeps_what_stood_before(klara, rada, add):
    tie, now = add(), timezone.now()
    actions.move(by=klara, tie=tie, x=100, y=900)

    newer = actions.change(by=klara, id=new_id(), tie=tie, who=who(strength="weak"), at=now)

    tie.refresh_from_db()
    assert (tie.ended_at, newer.replaces, newer.strength, newer.x, newer.y) == (now, tie, "weak", 100, 900)
    with pytest.raises(NotThere):
        actions.change(by=klara, id=new_id(), tie=tie, who=who(strength="middle"), at=now)
    assert actions.change(by=klara, id=new_id(), tie=newer, who=who(strength="weak"), at=now) == newer
    assert EcomapTie.objects.count() == 2


def test_strangers_and_readers_change_nothing(anna, bara, cyril, klara, add):
    tie, now = add(), timezone.now()

    for by in (anna, bara, cyril):
        with pytest.raises(PermissionDenied):
            add(by=by)
        with pytest.raises(PermissionDenied):
            actions.change(by=by, id=new_id(), tie=tie, who=who(), at=now)
        with pytest.raises(PermissionDenied):
            actions.move(by=by, tie=tie, x=1, y=1)
        with pytest.raises(PermissionDenied):
            actions.end(by=by, tie=tie, at=now)
    assert anna.can(VIEW, tie)
    assert not bara.can(VIEW, tie)


def test_who_is_taken_off_stays_on_the_maps_of_before(klara, rada, add, browse):
    tie, before = add(), timezone.now() - timedelta(days=3)
    EcomapTie.objects.update(recorded_at=before)
    actions.end(by=klara, tie=tie, at=timezone.now())
    again = actions.end(by=klara, tie=tie, at=timezone.now() + timedelta(days=1))

    assert again.ended_at < timezone.now()
    assert "Lenka" not in browse(klara).get(at(rada)).content.decode()
    yesterday = (timezone.localdate() - timedelta(days=1)).isoformat()
    assert "Lenka" in browse(klara).get(at(rada, f"?on={yesterday}")).content.decode()
    assert "Lenka" in words(browse(klara).get(at(rada, f"paper/?on={yesterday}")))
    long_ago = (timezone.localdate() - timedelta(days=30)).isoformat()
    assert "Lenka" not in browse(klara).get(at(rada, f"?on={long_ago}")).content.decode()
    assert browse(klara).get(at(rada, "?on=včera")).status_code == 200


def test_one_adds_changes_and_takes_off_on_pages(klara, rada, browse):
    assert browse(klara).post(at(rada, "new/"), sent(name="")).status_code == 422
    assert browse(klara).post(at(rada, "new/"), sent(note="Volá.", is_stressful="on"))["Location"] == at(rada)
    tie = EcomapTie.objects.get()
    page = browse(klara).get(at(rada)).content.decode()
    for text in ("Sestra Lenka", "silná, napjatá", "ke klientovi", "Volá."):
        assert text in page

    path = f"/podchod/ecomap-ties/{tie.pk}/"
    assert 'value="Sestra Lenka"' in browse(klara).get(path).content.decode()
    assert browse(klara).post(path, sent(group="")).status_code == 422
    assert browse(klara).post(path, sent(strength="weak")).status_code == 302
    assert browse(klara).post(path, sent(strength="middle")).status_code == 422  # somebody changed it meanwhile
    newer = EcomapTie.objects.get(ended_at=None)
    assert browse(klara).post(f"/podchod/ecomap-ties/{newer.pk}/move/", {"x": 1001, "y": 5}).status_code == 422
    drawn = browse(klara).post(f"/podchod/ecomap-ties/{newer.pk}/move/", {"x": 20, "y": 30}).content.decode()
    assert drawn.startswith("<svg")
    assert 'data-x="20" data-y="30"' in drawn
    browse(klara).post(f"/podchod/ecomap-ties/{newer.pk}/end/")
    assert not EcomapTie.objects.filter(ended_at=None).exists()


def test_a_consent_to_the_present_situation_opens_it(bara, cyril, rada, shared, add, browse):
    tie = add()

    page = browse(cyril).get(at(rada, house="jinde")).content.decode()
    assert "Sestra Lenka" in page
    assert "Přidat někoho" not in page
    assert "Ekomapa" in browse(cyril).get(f"/jinde/clients/{rada.pk}/assessments/").content.decode()
    for rest in ("", "paper/", "new/"):
        assert browse(bara).get(at(rada, rest)).status_code == 404
    for rest in ("", "move/", "end/"):
        path = f"/jinde/ecomap-ties/{tie.pk}/{rest}"
        assert browse(cyril).post(path, {"x": 1, "y": 1}).status_code == 404


def test_everybody_stands_on_the_map_of_a_merged_client(hana, teren, rada, add):
    kept = make.client(teren)
    add(client=kept, name="Bratr")
    add()

    joining.merge(by=hana, id=new_id(), client=kept, other=rada, reason="táž", at=timezone.now())

    assert {one.called for one in EcomapTie.objects.filter(client=kept)} == {"Bratr", "Sestra Lenka"}


def test_the_drawing_says_everything_without_colour(add):
    strong, weak = (
        add(direction="both", is_stressful=True),
        add(name="<b>Bratr</b>", strength="weak", direction="none"),
    )

    drawn = drawing.draw([strong, weak], "RAD 80 Z", drawing.WIDE)

    ties = dict(re.findall(r'<g class="tie" data-of="([^"]+)">(.*?)</g>', drawn))
    assert ties[str(strong.pk)].count("<polygon") == 2
    assert 'stroke-width="9.0"' in ties[str(strong.pk)]
    assert len(re.search(r'points="([^"]+)"', ties[str(strong.pk)])[1].split()) > 3  # a zigzag
    assert ties[str(weak.pk)].count("<polygon") == 0
    assert len(re.search(r'points="([^"]+)"', ties[str(weak.pk)])[1].split()) == 2
    assert "&lt;b&gt;" in drawn
    assert "<b>" not in drawn


@pytest.mark.parametrize("size", [drawing.WIDE, drawing.NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("many", [1, 2, 5, 8])
def test_nobody_stands_upon_another_nor_off_the_drawing(add, size, many):
    ties = [add(name=f"Teta Ludmila {n}", group=["family", "services", "other"][n % 3]) for n in range(many)]

    drawn = drawing.draw(ties, "RAD 80 Z", size)

    boxes = []
    pattern = r'late\(([\d.]+) ([\d.]+)\)"><rect x="([\d.-]+)" y="([\d.-]+)" width="([\d.]+)" height="([\d.]+)"'
    for found in re.findall(pattern, drawn):
        x, y, left, top, width, height = map(float, found)
        boxes.append((x + left, y + top, x + left + width, y + top + height))
    assert len(boxes) == many
    assert all(min(a, b) >= 0 and c <= size.width and d <= size.height for a, b, c, d in boxes)
    middle = (size.width / 2 - 40, size.height / 2 - 40, size.width / 2 + 40, size.height / 2 + 40)
    every = [*boxes, middle]
    apart = [
        p[2] <= q[0] or q[2] <= p[0] or p[3] <= q[1] or q[3] <= p[1] for n, p in enumerate(every) for q in every[:n]
    ]
    assert all(apart)


@pytest.mark.slow
def test_arrows_move_somebody_in_the_browser(klara, rada, add, desk):
    tie = add()
    page = desk(klara)
    page.goto(at(rada))
    node = page.locator(f".picture-wide [data-tie='{tie.pk}']")
    x = int(node.get_attribute("data-x"))

    node.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowDown")
    page.get_by_text("Místo je uložené.").wait_for()

    tie.refresh_from_db()
    assert tie.x == x + 15
    assert page.evaluate("document.activeElement.dataset.tie") == str(tie.pk)
    page.reload()
    assert page.locator(f".picture-wide [data-tie='{tie.pk}']").get_attribute("data-x") == str(x + 15)


@pytest.mark.slow
def test_a_finger_moves_somebody_on_a_phone(klara, rada, add, phone):
    tie = add()
    page = phone(klara)
    page.goto(at(rada))
    box = page.locator(f".picture-narrow [data-tie='{tie.pk}'] rect").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2

    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 60, y + 100, steps=4)
    page.mouse.up()
    page.get_by_text("Místo je uložené.").wait_for()

    tie.refresh_from_db()
    assert tie.x > 500
    assert tie.y > 100


def test_an_empty_one_leads_to_nobody_and_a_filled_one_is_a_text(klara, rada, browse):
    blank = documents.blank_ecomap_data(catalogue(rada.service, make.SATURDAY))
    assert "RAD 80 Z" not in str(blank)
    path = f"/podchod/clients/{rada.pk}/ecomap/text/"
    assert browse(klara).get(path).status_code == 404
    actions.add(by=klara, id=new_id(), client=rada, who=who(note="Volá v neděli."))

    page = browse(klara).get(path).content.decode()

    for text in ("Sestra Lenka: rodina, silná", "Volá v neděli."):
        assert text in page
