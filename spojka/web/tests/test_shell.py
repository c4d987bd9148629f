"""The frame of every page: who acts, in the words of the templates."""

import re

from spojka.web.context_processors import shell
from tests.places import APP

ASKED = re.compile(r"(?<![\w.])actor\.(\w+)")


def test_templates_ask_of_the_actor_only_what_the_frame_says(anna, rf):
    """What is missing fails nowhere by itself: in a condition it is simply not so."""
    request = rf.get("/podchod/")
    request.actor, request.resolver_match = anna, None

    asked = {name for file in APP.rglob("templates/**/*.html") for name in ASKED.findall(file.read_text())}

    assert asked <= set(shell(request)["actor"])
