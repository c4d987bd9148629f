"""The boxes beside a client, or a shift, made of what other packages tell."""

from spojka.encounters.beside import Fact, boxes_of


def way(heading):
    return Fact(heading, "no card", f"/{heading}/", is_way=True)


def test_many_ways_that_would_stand_alone_share_one_box_after_what_is_told():
    alone, kept, more = [way("Card"), way("Consents"), way("Referrals")], Fact("Stock", "taken"), way("Stock")

    boxes = boxes_of([alone[0], kept, *alone[1:], more])

    assert boxes == [("Stock", [kept, more], 1), ("Co tu ještě je", alone, None)]


def test_two_ways_keep_their_headings():
    card, kept, consents = way("Card"), Fact("Stock", "taken from the centre"), way("Consents")

    boxes = boxes_of([card, kept, consents])

    assert boxes == [("Card", [card], None), ("Stock", [kept], 1), ("Consents", [consents], None)]
