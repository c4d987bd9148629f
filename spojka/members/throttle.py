"""Guessing is slowed by name and address together: a stranger behind the same router is not locked out."""

from allauth.core.internal.httpkit import get_client_ip
from django.shortcuts import render

LONGEST = 254  # of an e-mail address; whoever types more guesses nothing


def name_of(request, credentials=None):
    """Return the name somebody tries to sign in under, as the account would have it."""
    typed = (credentials or {}).get("email") or request.POST.get("login") or ""
    return typed.strip().lower()[:LONGEST]


def address_of(request):
    """Return the address of the phone, not of our proxy."""
    return get_client_ip(request)


def locked(request, response=None, credentials=None):
    """Say that it must wait, in the same words whether the account exists or not."""
    return render(request, "members/locked.html", status=429)
