class KeepingError(Exception):
    """A backup, restore or check can't go on. The message is for the person at the terminal."""
