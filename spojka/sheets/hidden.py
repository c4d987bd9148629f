"""Which rows of an XLSX page somebody has hidden: the reader of sheets does not say."""

import io
import re
import zipfile

ROW = re.compile(rb"<row\b[^>]*>")
SHEET = re.compile(rb'<sheet\b[^>]*\bname="([^"]*)"[^>]*\br:id="([^"]*)"')


def rows(data: bytes, name: str) -> list[int]:
    """Return the hidden rows of the page called `name`, counted from 0; none when the file is built otherwise."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if not (path := _path(packed, name)):
                return []
            found = ROW.findall(packed.read(path))
    except (zipfile.BadZipFile, KeyError, OSError):
        return []
    hidden = [row for row in found if re.search(rb'\bhidden="(?:1|true)"', row)]
    return [int(number[1]) - 1 for row in hidden if (number := re.search(rb'\br="(\d+)"', row))]


def _path(packed: zipfile.ZipFile, name: str) -> str:
    from xml.sax.saxutils import unescape

    if "xl/workbook.xml" not in packed.namelist():
        return ""
    sheets = SHEET.findall(packed.read("xl/workbook.xml"))
    ids = {unescape(said.decode(), {"&quot;": '"'}): id for said, id in sheets}
    relations = re.findall(rb"<Relationship\b[^>]*>", packed.read("xl/_rels/workbook.xml.rels"))
    for one in relations:
        if ids.get(name) and b'Id="' + ids[name] + b'"' in one and (target := re.search(rb'Target="([^"]*)"', one)):
            said = target[1].decode()
            return said.lstrip("/") if said.startswith("/") else f"xl/{said}"
    return ""
