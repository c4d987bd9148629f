"""Naloxone that people take home, and overdoses.

Terms: kit (sada) = what somebody took home, of one batch; training (zaškolení) = what was gone through before it, with
one person or a group; use (použití) = what somebody came to say of a kit; refill (výměna) = a kit given for another
one; overdose (předávkování) = a record of its own.

- A kit hangs on a contact, which carries it as handed out material: nothing is typed or counted twice. Whose it is,
  and whether it counts, says the contact alone.
- An overdose knows no client and no worker, and its number, its day and the audit give away no moment by which one
  could look for the client. A key worker may tie it, with a reason; the tie is a row of its own.
- All is written in the phone first and comes exactly once. Nothing of this leaves the service.
"""
