"""Forms as rows: the same content as a line of JSON or as cells under a heading."""

import csv
import io
import json


def cells(form, step=""):
    """a form's table as name -> text; rows of groups are numbered, parts of a composite form go by their step"""
    flat = {}
    for name, value in form.items():
        if isinstance(value, dict):
            flat |= {f"{name}.{inner}": text for inner, text in cells(value).items()}
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            for number, row in enumerate(value, 1):
                flat |= {f"{name}{number}.{inner}": text for inner, text in cells(row).items()}
        elif value != []:
            flat[name] = said(value)
    return flat


def said(value):
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ",".join(map(said, value)) if isinstance(value, list) else str(value)


def line(form, **more):
    """one line of JSON"""
    return json.dumps({**more, **form}, ensure_ascii=False) + "\n"


def sheet(rows, delimiter=",", heading=None):
    """rows of cells as CSV; the columns in the order they first come"""
    columns = heading or list(dict.fromkeys(name for row in rows for name in row))
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([[row.get(name, "") for name in columns] for row in rows])
    return out.getvalue()


def read_sheet(text, delimiter=","):
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))
