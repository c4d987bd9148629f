"""The one shared plan of a case: what is to be reached, who does what by when, and what follows if it fails.

Terms: plan = one version of it (preliminary, final, a revision); part (část plánu) = its head, a goal or a step, whose
key stays the same over versions; wording (znění) = one text of a part, the newest stands; tick = a step is done or
dropped; assent (souhlas s plánem) = what a party says of a version; answer (odpověď na termín) = plan B was started,
or a new term was agreed; review (vyhodnocení) = how far goals were reached; rating (škála) = how somebody lives, 0–10;
duty = what somebody asks of a person of the case.

- A part is never changed: whoever takes part adds another wording, so that nobody's words vanish. Who began from a
  wording that stands no more is asked to join both.
- An agreed plan stays as it was; a revision is a copy with its own number. The coordinating service alone agrees it.
- Advice on quality is never a wall. A passed term is told until somebody answers it.
"""
