"""Requests of authorities: who asked for data of a client, on what ground, what the head decided, what was given.

Terms: request (žádost orgánu) = one asking of a police station, a court, OSPOD …; decision = the head's, once; line =
something given, the client told or not, a note; reader = a colleague whom the head lets read one request.

- Whom a request is about, what is asked, decided and given lies sealed under the key of this Spojka. No row leads to a
  client, nothing of it is searched, told elsewhere or counted by people: the register never says who is a client.
- The head sees all requests of the service, others only those to which they were named; to them there is no other.
- Nothing is deleted or changed. A decided request is locked: what comes later is a line, marked as an addition.
- Grounds are a list with how sure each is; none of it is legal advice.
"""
