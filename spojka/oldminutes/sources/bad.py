from spojka.base.errors import Refusal


class BadFile(Refusal):
    """The file can't be read. The message says what to do."""

    def __init__(self, message: str):
        super().__init__(message, field="file")
