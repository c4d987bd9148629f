class Refusal(Exception):
    """A rule of the domain said no. The message is for the worker who asked; `field` names where it belongs.

    `code` is for pages that lead on from there; most refusals have none.
    """

    code = ""

    def __init__(self, message: str = "", *, field: str | None = None):
        super().__init__(message)
        self.field = field


class WrittenMeanwhile(Refusal):
    """Somebody else changed the row since it was read."""

    code = "written_meanwhile"
