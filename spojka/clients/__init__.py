"""People a service knows by a code.

A code is computed from answers the person can repeat, by the service's own template, on the phone and on the
server alike; the answers are never stored nor queued. One code is one person within one service; a second
person with the same answers gets a suffix from the server. A freely chosen code (a nickname) is fine too.
"""
