"""Referral in two steps: an offer without a name, accepted or declined; then who it is, the visit, the outcome.

Terms: referral (předání) = one client offered by one service to another; mark (značka) = by what both sides call it,
as no name or code stands in it; step (krok) = what a side says of it; identity (totožnost) = who it is.

- Steps are only added; one that was said by mistake is taken back and stays visible as that.
- Both sides see the offer and all steps, by participation; the row of the client opens to nobody.
- Who it is has a row of its own, which only a consent that names the other side opens, and which closes with it.
- A visit is due in as many working days from the invitation as was agreed, else in five.
- Who has no Spojka answers by a link that ends; who guesses a link learns nothing.
"""
