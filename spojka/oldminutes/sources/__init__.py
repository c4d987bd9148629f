"""Files into lines: TXT, DOCX and PDF."""
