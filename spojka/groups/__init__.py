"""Groups: people from several organisations who meet and get things done, and nothing falls between their meetings.

Terms: group (skupina) = of one kind, which is a row of the list `group_kind`; seat (místo ve skupině) = who sits in it
since when and until when: an organisation, one of its workers, somebody outside Spojka, a substitute, a guest for one
theme; side = from where somebody comes, so the composition is counted; theme = what the group may talk of next, with
votes; public minutes = what of a meeting everybody may read, after a person looked at what is left out; offshoot
(co z toho vzešlo) = what a line of minutes grew into.

- A group belongs to the service that supports it. An organisation that works with Spojka is let in by participation:
  it sees the group, its meetings and minutes, writes into them, and names its own people. It leaves, it sees no more.
- Meetings, minutes, tasks and questions are those of `meetings`, held for the group.
- Where membership is sensitive, the supporting organisation alone sees who sits there; nobody else is let in.
- No kind is named in code: what a kind asks for are columns of its row.
"""
