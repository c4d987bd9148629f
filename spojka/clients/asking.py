"""What a form needs to make a code: the service's template and its questions in words."""

import json
from datetime import date
from typing import Any

from spojka.network.models import Service

from .codes import NUMBERS, QUESTIONS, shipped
from .models import CodeTemplate


def parts_of(service: Service, on: date) -> list[dict[str, Any]]:
    """Return the parts of the template in force: the service's own or the shipped one."""
    own = CodeTemplate.objects.all().in_force(service, on)
    return list(own.parts if own else shipped())


def asking(service: Service, on: date) -> dict[str, Any]:
    """Return the context of clients/answers.html and of <client-code>."""
    parts = parts_of(service, on)
    questions = [
        {"ask": part["ask"], "name": QUESTIONS[part["ask"]], "is_number": part["ask"] in NUMBERS} for part in parts
    ]
    return {"code_parts": json.dumps(parts), "code_questions": questions}
