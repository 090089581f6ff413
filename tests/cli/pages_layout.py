"""Lays pages out with WeasyPrint, for pages.py: PAGE.html ... -> PAGE.pdf beside each, and on standard output, as JSON,
on which page and how far down each part of a signature stands. Run by the Python that has WeasyPrint."""

import json
import pathlib
import re
import sys

import weasyprint

BLOCK = re.compile(r'<(div|section|table) class="((?:[a-z-]+ )*(?:letter-)?signature(?: [a-z-]+)*)">')
POINTS = 0.75  # of a CSS pixel


def end_of(page, tag, start):
    """where the element that begins at `start` ends"""
    depth = 0
    for found in re.finditer(rf"<(/?){tag}\b", page[start:]):
        depth += -1 if found.group(1) else 1
        if depth == 0:
            return start + found.start()
    raise ValueError("an element without an end")


def marked(page):
    """The page with an anchor at every part of its signature blocks; anchors take no room. sign3-0, sign3-1 ... are
    the beginnings of its paragraphs, the last one is its end."""
    pieces, at = [], 0
    for number, found in enumerate(BLOCK.finditer(page)):
        end = end_of(page, found.group(1), found.start())
        block = page[found.end():end]
        count = 0

        def part(tag, number=number):
            nonlocal count
            count += 1
            return f'{tag.group(0)[:-1]} id="sign{number}-{count}">'

        block = re.sub(r"<(?:p|td|th)(?: [^<>]*)?>", part, block)
        pieces += [page[at:found.end()], block, f'<span id="sign{number}-{count + 1}"></span>']
        at = end
    return "".join([*pieces, page[at:]])


def refuse(url, *_, **__):
    raise ValueError(url)


def main(paths):
    told = {}
    for path in map(pathlib.Path, paths):
        document = weasyprint.HTML(string=marked(path.read_text()), url_fetcher=refuse).render()
        document.write_pdf(str(path.with_suffix(".pdf")))
        told[path.name] = [{name: y * POINTS for name, (_, y) in page.anchors.items() if name.startswith("sign")}
                           for page in document.pages]
    json.dump(told, sys.stdout)


main(sys.argv[1:])
