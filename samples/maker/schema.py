"""Reads the table of sheets and columns (schema.def), so that the samples use the names that the
program itself uses and no second list can go stale."""

import re
from dataclasses import dataclass, field

TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[A-Za-z_][A-Za-z0-9_]*|[(),|]')
COMMENT = re.compile(r"/\*.*?\*/", re.S)


@dataclass
class Column:
    name: str
    title: str
    attribute: str
    kind: str  # "ID", "TEXT", "NUMBER", ... as FIELD_ names
    required: bool


@dataclass
class Sheet:
    name: str
    title: str
    container: str
    row: str
    properties: bool
    columns: list = field(default_factory=list)

    def column(self, title):
        for column in self.columns:
            if column.title == title:
                return column
        raise KeyError(f"sheet {self.title} has no column {title}")


def macro_calls(text):
    """Yields (macro, arguments) for every call; an argument is its tokens, string literals
    joined."""
    tokens = TOKEN.findall(COMMENT.sub(" ", re.sub(r"(?m)^#.*$", "", text)))
    at = 0
    while at < len(tokens):
        macro = tokens[at]
        assert tokens[at + 1] == "("
        at += 2
        arguments, current = [], []
        while tokens[at] != ")":
            if tokens[at] == ",":
                arguments.append(current)
                current = []
            else:
                current.append(tokens[at])
            at += 1
        arguments.append(current)
        at += 1
        yield macro, [join(argument) for argument in arguments]


def join(tokens):
    if tokens and tokens[0].startswith('"'):
        return "".join(t[1:-1].replace('\\"', '"').replace("\\\\", "\\") for t in tokens)
    return " ".join(tokens)


def load(path):
    """The sheets in their published order, by name: {"MEASURES": Sheet, ...}."""
    sheets = {}
    with open(path, encoding="utf-8") as file:
        text = file.read()
    for macro, a in macro_calls(text):
        if macro == "SHEET":
            sheets[a[0]] = Sheet(a[0], a[1], a[3], a[4], a[5] == "SHEET_PROPERTIES")
        elif macro == "COLUMN":
            column = Column(a[1], a[2], a[4], a[5].replace("FIELD_", "", 1), "MUST" in a[6])
            sheets[a[0]].columns.append(column)
    return sheets
