"""How a cell's value looks on the screen; spreadsheets keep that text beside the value."""

from decimal import ROUND_HALF_UP, Decimal

MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def fixed(value, digits, grouped=False):
    quantum = Decimal(1).scaleb(-digits)
    number = Decimal(value).quantize(quantum, rounding=ROUND_HALF_UP)
    return f"{number:,f}" if grouped else f"{number:f}"


def month(value):
    year, number, _ = value.split("-")
    return f"{MONTHS[int(number) - 1]} {year[2:]}"


def text(cell):
    if cell.kind == "percent":
        return fixed(Decimal(cell.value) * 100, cell.digits) + "%"
    if cell.kind == "money":
        return fixed(cell.value, 0, grouped=True)
    if cell.kind == "number":
        return fixed(cell.value, cell.digits)
    if cell.kind == "month":
        return month(cell.value)
    if cell.kind == "flag":
        return "TRUE" if cell.value == "Y" else "FALSE"
    return cell.value
