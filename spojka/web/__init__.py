"""The root: all URLs, 'Today', the way in, error pages, and the middlewares that make every request safe.

Guard: reference number, headers, size, log. Language: Czech unless the cookie says English.
Acting: who acts, from the organisation in the URL. Reading: GET writes nothing but who read what.
"""
