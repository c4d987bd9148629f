"""What a drop-in centre does beside a contact: rapid tests, treatment and food, the queue for the shower, groups.

Terms: rapid test (orientační test) = one test of one person, told as steps; step = the talk before it, taking,
reading, telling, a referral; slip = a random code of the day by which nobody's result is picked up; slot = somebody
in the queue for a resource, such as a shower; session = one meeting of a group; exclusion (ukončení služby) = the
service ends for somebody, agreed by the team.

- A reactive rapid test is never called a diagnosis: it stays open until there is a referral or it was declined.
- A test leads to a client's code only if the person agreed, and then through its contact alone. A result stands in
  no list, no search, no file, on no page but its own.
- Steps are only added; one taken back stays with who did so and why. Sessions keep what they said before.
- What counts is a contact: each act is written by encounters.record, exactly once, with the id made for it.
- Who waits is known by a word of the day, which is erased with it.
"""
