"""Case work: one file of a person or a family, several who help, and who of them knows what of whom.

Terms: case (případ) = the shared file; party (osoba v případu) = somebody the case is about or who stands by them;
tie = which client of our service a party is, known to that service alone; participant (člen týmu) = an organisation,
service or worker who takes part; turn (krok případu) = opening, stage, pause, handover, closing; entry (zápis) = what
happened with one party, of one kind, shared with those who may know that kind of them; note = private to the service.

- A case and its parties belong to the service that coordinates. A handover moves them in one audited action.
- A participant is let in by a ground of the client (consent, duty, danger), for each party apart, and sees no longer
  than the ground holds. Entries belong to the service that wrote them.
- A wall around a client closes the party, too.
- To whom the work is with, the case is open by the access sheet of the service that coordinates it (own_look.py).
"""
