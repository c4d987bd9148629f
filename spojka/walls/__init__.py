"""Walls: somebody of the house is kept apart from a client; nobody else learns where a client can be met.

Terms: wall (oddělení stran) = one colleague, or all who act for another service, sees nothing of one client: of the
victim who works with the offender, of a relative who works with the parent. What it closes is access.Bar's to say;
secret address (utajená adresa) = what leads to the client and to a place is opened to nobody outside the service but
the client; access.Hiding says so.

- A head puts a wall up and takes it down, with a reason; nobody else knows that there is one.
- It goes along with a merged client and holds for both codes. A client split off has none: put up another.
- Somebody who heads the service must stay on this side, or nobody could take it down.
"""
