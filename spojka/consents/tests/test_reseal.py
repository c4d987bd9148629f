"""Names in consents under a new key, and when their key is gone."""

from django.utils import timezone

from spojka.base.sealed import Resealed
from spojka.consents.content import Signed, Whom
from spojka.consents.models import ConsentRecipient
from spojka.members.resealing import reseal as all_of_it

OLD, NEW = "an-old-key", "a-new-key"


def given(anna, rada, give):
    child = {"of_age_on": timezone.localdate().replace(year=2099, day=1), "child_assent": "yes", "child_words": "Ano."}
    whom = Whom(person="Božena", relation="matka")
    return give(anna, rada, whom, signers=(Signed(role="parent", name="Eva Nová"),), **child)


def test_they_are_sealed_anew_and_the_old_key_may_go(anna, rada, give, override):
    override(OLD)
    made = given(anna, rada, give)
    override(NEW, OLD)

    told = all_of_it()

    assert (told.lost, told.many) == (0, 3)
    override(NEW)
    made.refresh_from_db()
    assert (made.said_by_child, made.signers.get().called, made.recipients.get().called) == (
        "Ano.",
        "Eva Nová",
        "Božena",
    )


def test_a_lost_key_breaks_no_page_and_no_resealing(anna, rada, give, override, browse):
    override(OLD)
    made = given(anna, rada, give)
    override(NEW)

    assert all_of_it() == Resealed(0, 3)
    shown = browse(anna).get(f"/podchod/consents/{made.pk}/")
    assert shown.status_code == 200
    assert "klíčem" in shown.content.decode()
    assert "Božena" not in ConsentRecipient.objects.get().called
    assert browse(anna).get(f"/podchod/consents/{made.pk}/paper/").content.startswith(b"%PDF")
