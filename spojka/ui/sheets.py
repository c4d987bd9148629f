"""Tables for spreadsheets: what no spreadsheet may take for a formula, whoever typed it."""

BOM = "\ufeff"  # without it Excel takes the file for an old encoding
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}  # for xlsxwriter


def safe(text: str) -> str:
    """Return a cell that a spreadsheet takes for text, never for a formula."""
    return f"'{text}" if text.lstrip(" \N{NO-BREAK SPACE}").startswith(FORMULA) or text.startswith(FORMULA) else text
