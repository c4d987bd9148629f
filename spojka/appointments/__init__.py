"""A service's appointment book, its waiting list, free first appointments for those who send people, and housing.

Terms: appointment (objednání) = a time of a worker with somebody, or free; free time (volný první termín) = an
appointment that other houses may book; booking = one such time taken for somebody unnamed, with a word told
to them; waiting list (pořadník) = who waits for what since when; offer = a place offered to them until a day; home
(místo v bydlení) = where one household lives; stay (pobyt) = who lives there from when until when.

- The book tells of clients and never leaves the service. What others see is the free time alone, and what they booked.
- Whoever sends somebody does not learn whether they came: that needs the client's consent.
- Of two who book one free time the database lets one through; the other is told so.
- Nobody is punished for not coming: it is a state like the others. A clash is told before it is written, never hidden.
- Letters to clients name neither the service nor what it is about.
"""
