"""Phones: work without signal, and how the office knows of the phones.

Terms: phone = one browser of one worker that was set up with a PIN; vault = the sealed store in it; item = one form
that waits in it to be sent; envelope = many items sent at once (web/envelope.py); field page = an empty form that
opens without network, registered by its package in `field_pages.py`.

- A phone keeps field pages of running shifts and nothing else: never a client's page.
- What waits lies sealed in the phone (ui/vault.js); the server knows how much and since when, never what.
- A phone that was revoked wipes itself when it is heard next, and its sign-in ends at once.
"""
