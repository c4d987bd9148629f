"""Who signs in, and who did what: screens over people of an organisation and over the audit.

Sign-in is allauth's (password, then a code of the phone's authenticator), throttled by name and address
together. Nobody signs up: an organisation lets people in. Own account = what a person may change about themselves.

- Nothing here says which addresses have an account.
- 'Who did what' shows deeds of the services the reader works in, and readings by colleagues of those services.
- In a demonstration, and only there, one may sign in as an invented person without a password.
"""
