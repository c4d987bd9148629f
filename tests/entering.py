"""Browsers with the session that signing in leaves: signing in itself costs more than most pages."""

import re

from django.conf import settings
from django.contrib import auth
from django.contrib.sessions.backends.db import SessionStore
from django.test import Client as Browser

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def enter(actor=None) -> Browser:
    """Return a browser, signed in as an actor or as nobody."""
    if actor is None:
        return Browser()
    session = SessionStore()
    session[auth.SESSION_KEY] = str(actor.user.pk)
    session[auth.BACKEND_SESSION_KEY] = BACKEND
    session[auth.HASH_SESSION_KEY] = actor.user.get_session_auth_hash()
    session.create()
    return back(session.session_key)


def key_of(actor) -> str:
    """Enter and look at the home page; return the key by which many browsers may come back."""
    browser = enter(actor)
    browser.get("/")  # a device is noted with the first page
    return browser.cookies[settings.SESSION_COOKIE_NAME].value


def back(key: str) -> Browser:
    browser = Browser()
    browser.cookies[settings.SESSION_COOKIE_NAME] = key
    return browser


def knew(answer) -> dict[str, str]:
    """Return what a page of a row that is to be changed knew of it (ui/meanwhile.py), to be sent along."""
    return {"knew": re.search(r'name="knew" value="(\w+)"', answer.content.decode())[1]}
