"""People a service knows by a code.

A code is computed from answers the person can repeat, by the service's own template, on the phone and on the
server alike; the answers are never stored nor queued. One code is one person within one service; a second
person with the same answers gets a suffix from the server. A freely chosen code (a nickname) is fine too.

Terms: joining = a merge (two codes are one person) or a split (one code was two); apart = a pair that is never
proposed again; following = what goes along with a client; agreement = to the base statement on personal data.

- Nothing is deleted: a merged code leads to the client it was merged into, all can be taken back months later.
- Nickname, instruction, agreement, household and relations stay in the service, whatever a grant opens.
- No name, birth date or phone of a client has a field here.
"""
