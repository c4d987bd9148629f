"""Agreements between organisations that work with the same people: for whom, how, by when, until when.

Terms: agreement between organisations (dohoda mezi organizacemi) = one version of it; side = ours, who writes it, and
theirs; word (vyjádření strany) = that a side agrees, doesn't, or gives notice; evaluation = how it works.

- It holds since both sides agreed to the same wording, which is never changed then: another version replaces it.
- The other side sees it, agrees and gives notice in Spojka, by participation; without Spojka by the signed paper.
- It tells of organisations and of workers who are named in it, never of a client.
"""
