"""Small workbooks of other countries: one written from right to left, one in Japanese, one in two
languages.  Each is a scorecard of a year: objectives, links, measures with twelve months, initiatives,
decisions, actions and commentary.  What they say stands in source/worlds."""

import csv
from xml.sax.saxutils import quoteattr, escape

NAMESPACE = "urn:boardpack:strategy-workbook:1"
MONTHS = [f"2025-{m:02}" for m in (10, 11, 12)] + [f"2026-{m:02}" for m in range(1, 10)]
# A year's wobble round a straight line, in tenths of the way from first to last.
WOBBLE = (0, 1, -1, 0, 2, -1, 1, 0, -2, 1, 0, 0)
# Columns that are elements of their own in canonical XML.
TEXTS = {"mission", "vision", "description", "question", "definition", "intendedResult", "analysis",
         "cause", "recommendedAction", "outlook", "rationale", "outcome", "hypothesis", "text"}
CONTAINERS = ("units", "perspectives", "themes", "objectives", "links", "measures", "thresholds", "values",
              "initiatives", "milestones", "processes", "staffing", "meetings", "actions", "decisions",
              "commentary", "translations")
ROWS = {"units": "unit", "perspectives": "perspective", "themes": "theme", "objectives": "objective",
        "links": "link", "measures": "measure", "thresholds": "threshold", "values": "value",
        "initiatives": "initiative", "milestones": "milestone", "processes": "process",
        "staffing": "share", "meetings": "meeting", "actions": "action", "decisions": "decision",
        "commentary": "comment", "translations": "translation"}


def read(path):
    """Blocks of a file: [name], a line of attributes, then a row a line, all divided by |."""
    blocks, name, head = {}, None, None
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.reader(file, delimiter="|"):
            row = [cell.strip() for cell in row]
            if not any(row) or row[0].startswith("#"):
                continue
            if row[0].startswith("["):
                name, head = row[0].strip("[]"), None
                blocks[name] = []
            elif head is None:
                head = row
            else:
                blocks[name].append({key: cell for key, cell in zip(head, row) if cell})
    return blocks


def element(name, fields, indent):
    attributes = "".join(f" {key}={quoteattr(value)}" for key, value in fields.items()
                         if key not in TEXTS)
    inside = [(key, value) for key, value in fields.items() if key in TEXTS]
    if not inside:
        return f"{indent}<{name}{attributes}/>"
    lines = [f"{indent}<{name}{attributes}>"]
    lines += [f"{indent} <{key}>{escape(value)}</{key}>" for key, value in inside]
    return "\n".join(lines + [f"{indent}</{name}>"])


def number(value, digits):
    text = f"{value:.{digits}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def values(blocks):
    """Of each series: first to last on a line, with a wobble; a blank month stays blank."""
    rows = []
    for series in blocks.pop("series"):
        first, last = float(series["first"]), float(series["last"])
        digits = int(series.get("digits", "1"))
        for i, month in enumerate(MONTHS):
            actual = first + (last - first) * (i / 11 + WOBBLE[i] / 10)
            target = float(series["from"]) + (float(series["to"]) - float(series["from"])) * i / 11
            for name, value in (("target", target), ("actual", actual)):
                if name == "actual" and month == series.get("without"):
                    continue
                rows.append({"measure": series["measure"], "period": month, "series": name,
                             "v": number(value, digits)})
    return rows


def write(path):
    blocks = read(path)
    blocks["values"] = values(blocks)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>',
             f'<workbook xmlns="{NAMESPACE}" version="1.0">',
             element("organization", blocks["organization"][0], " "),
             element("settings", blocks["settings"][0], " ")]
    for container in CONTAINERS:
        if blocks.get(container):
            lines.append(f" <{container}>")
            lines += [element(ROWS[container], row, "  ") for row in blocks[container]]
            lines.append(f" </{container}>")
    return "\n".join(lines + ["</workbook>"]) + "\n"
