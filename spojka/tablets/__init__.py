"""One tablet for a crew: enrolled for a shift, taken over by name and PIN, out when the shift is over.

Terms: tablet = one device enrolled for one shift; turn = one attempt to take it over; worker = who has it now.

- What lives in the tablet's session: which tablet it is, who has it, when it was last touched. No user is signed in.
- Whether a tablet may still act is derived with each request: nobody ended it, the shift is open, its time is not up.
- A worker at a tablet may write in that shift and nothing else (access.roles.AT_TABLET, holding.opens); the
  audit names the worker and the tablet.
- Ten wrong PINs of one worker in a row, at whatever tablets, end the tablet and that PIN.
"""
