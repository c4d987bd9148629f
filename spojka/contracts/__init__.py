"""The contract on a social service, the rules it stands on, and how it ends.

Terms: rules (pravidla služby) = one version of them, the newest valid one is in force; explanation = that a client was
told them, how and by whom; contract (smlouva) = with one client; wording (znění) = its text, the first one is the
contract, each next one an addendum; warning = which rule was broken, delivered when; ending = by whom, on what
ground; contract refusal = an applicant with whom no contract was concluded (of a contact: `encounters`).

- A worker writes, the head concludes; then it gets its number, without gaps. A concluded wording is never changed.
- The legal regime decides: a contract of three with OSPOD is possible by authorisation alone, never in a service.
- The client may end it at any time without a reason, the provider on three grounds only. For broken rules there must
  be a warning delivered before, and the notice has ten working days; for the others it is what the rules say.
- Nothing of it leaves the service: the client has their copy.
"""
