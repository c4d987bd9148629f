"""Who may know what of a client, on whose word, until when: consents to share, given and taken back.

Terms: consent (souhlas se sdílením) = what a client agreed to on one day; recipient = an institution or a private
person whom it names, each with its own kinds of information; signer = who said yes or no; statement = the base
statement on personal data (clients), without which nothing is shared.

- A recipient who works with Spojka has one grant, made and ended with it; what lies between is `access` alone.
- What is opened is the narrowest that was named: the worker, else the centre, else the organisation.
- Nothing opens while one who had to agree said no; that it was asked stays written.
- A consent is never changed: a new one replaces it, and all of it stays to be read by the client.
- Whom a client shares with is told to the client and to the service that wrote it down, to no recipient.
"""
