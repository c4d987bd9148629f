"""Receipts of consents: what the client keeps, and by what anybody can check it without us.

Terms: receipt (doklad o souhlasu) = what a consent said, signed by this Spojka; token = all of it as a short text that
stands in the square code of the paper; check = whether we wrote it, whether it still holds.

- The paper's square holds all that is checked; a browser checks it by itself, and sends nothing unless it is asked to.
- Keys follow from SECRET_KEY. The public half of an older one is kept, vouched for by the newest, so that old receipts
  stay true after a change of keys and nobody who writes into the database makes one.
- Who holds a receipt learns whether it holds; nothing else that does not stand in it.
- The file is an ISO/IEC TS 27560 record and an HL7 FHIR R4 Consent side by side, signed as a whole.
"""
