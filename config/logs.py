"""Structured logs: one JSON object a line, and nothing in it that a person typed."""

import traceback

from pythonjsonlogger.json import JsonFormatter as Base

ALLOWED = {"reference", "view", "method", "status", "ms", "error", "where", "actor_kind", "command", "count"}


class JsonFormatter(Base):
    """Write the time, level, logger and message, and of the extras only those known to hold no personal data."""

    def __init__(self):
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s", json_ensure_ascii=False)

    def formatException(self, ei):
        """Return the kinds of the fault and of its causes, and the places; their own texts may hold values."""
        lines, fault = [], ei[1]
        while fault:
            lines.append(type(fault).__name__)
            lines += [f"{f.filename}:{f.lineno} {f.name}" for f in traceback.extract_tb(fault.__traceback__)]
            fault = fault.__cause__ or (None if fault.__suppress_context__ else fault.__context__)
        return "\n".join(lines)

    def process_log_record(self, log_record):
        known = {"asctime", "levelname", "name", "message"} | ALLOWED
        kept = {key: value for key, value in log_record.items() if key in known}
        if "exc_info" in log_record:
            kept["trace"] = log_record["exc_info"].splitlines()
        return kept
