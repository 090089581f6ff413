"""What every paper must keep to once it is laid out: A4, all of its text on it, nothing over an edge or over other text,
no signature torn apart and none alone on a page.

    for page in laid_out(folder): self.assertEqual(page.faults(), [])
"""

import collections
import html
import json
import pathlib
import re
import subprocess
import unicodedata
import xml.etree.ElementTree
from typing import NamedTuple

PYTHON = "/usr/bin/python3"  # the one that has Debian's WeasyPrint
MM = 72 / 25.4
WIDTH, HEIGHT = 210 * MM, 297 * MM
LEFT, RIGHT, TOP, BOTTOM = 25 * MM, WIDTH - 20 * MM, 15 * MM, HEIGHT - 20 * MM  # paper.css, @page
SLACK = 3  # points: justified lines and slanted letters reach over their box a little
PRACTICE = "LATIHAN"


class Word(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float
    text: str


class Sheet(NamedTuple):
    width: float
    height: float
    words: list
    signs: dict  # part of a signature -> how far down it begins


def has_weasyprint():
    return subprocess.run([PYTHON, "-c", "import weasyprint"], stderr=subprocess.DEVNULL).returncode == 0


def _sheets(pdf, signs):
    text = subprocess.run(["pdftotext", "-bbox", pdf, "-"], capture_output=True, check=True).stdout.decode()
    clean = "".join(letter for letter in text if letter in "\n\t" or ord(letter) >= 32)
    space = "{http://www.w3.org/1999/xhtml}"
    for page, parts in zip(xml.etree.ElementTree.fromstring(clean).iter(f"{space}page"), signs, strict=True):
        words = [Word(*(float(word.get(side)) for side in ("xMin", "yMin", "xMax", "yMax")), word.text or "")
                 for word in page.iter(f"{space}word")]
        # the practice mark lies askew behind everything; poppler takes it apart as it likes
        words = [word for word in words if word.bottom - word.top < 40 and not set(word.text) <= set(PRACTICE)]
        yield Sheet(float(page.get("width")), float(page.get("height")), words, parts)


def letters(text):
    """how often each letter stands there, whatever its case, form and order; signs that join or vanish count for nothing"""
    plain = unicodedata.normalize("NFKC", text.upper())
    return collections.Counter(letter for letter in plain if unicodedata.category(letter)[0] in "LN")


class Page:
    """one paper: its HTML and the sheets it makes"""

    def __init__(self, path, signs):
        self.path, self.html = path, path.read_text()
        self.sheets = list(_sheets(path.with_suffix(".pdf"), signs))

    def text(self):
        return " ".join(word.text for sheet in self.sheets for word in sheet.words)

    def said(self):
        """what the page says to a reader: its body without marks"""
        body = self.html[self.html.index("<body"):].replace(PRACTICE, "")
        return html.unescape(re.sub(r"<[^>]*>", " ", body))

    def faults(self):
        return [f"{self.path.name}: {fault}" for fault in (*self._lost(), *self._astray(), *self._signatures())]

    def _lost(self):
        lost = letters(self.said()) - letters(self.text())
        # letters of the practice mark were left out wherever they stood by themselves
        return [f"lost on the way: {dict(lost)}"] if set(lost) - set(PRACTICE) else []

    def _astray(self):
        for number, sheet in enumerate(self.sheets, 1):
            if abs(sheet.width - WIDTH) > 1 or abs(sheet.height - HEIGHT) > 1:
                yield f"sheet {number} is not A4"
            for word in sheet.words:
                foot = word.top > BOTTOM  # the line of number and page
                if word.left < LEFT - SLACK or word.right > RIGHT + SLACK or word.top < TOP - SLACK or \
                        word.bottom > (HEIGHT - 5 * MM if foot else BOTTOM + SLACK):
                    yield f"sheet {number}: '{word.text[:40]}' runs over the edge"
            if not sheet.words:
                yield f"sheet {number} is empty"
            yield from (f"sheet {number}: {pair}" for pair in self._on_each_other(sheet))

    @staticmethod
    def _on_each_other(sheet):
        words = sorted(sheet.words, key=lambda word: word.top)
        for at, word in enumerate(words):
            for other in words[at + 1:]:
                if other.top > word.bottom:
                    break
                across = min(word.right, other.right) - max(word.left, other.left)
                down = min(word.bottom, other.bottom) - max(word.top, other.top)
                least = min(word.bottom - word.top, other.bottom - other.top)
                if across > 2 and down > 0.5 * least:
                    yield f"'{word.text[:40]}' and '{other.text[:40]}' stand on each other"

    def _signatures(self):
        sheets_of = collections.defaultdict(set)
        for number, sheet in enumerate(self.sheets, 1):
            for part in sheet.signs:
                sheets_of[part.split("-")[0]].add(number)
            if sheet.signs and not self._says_what_is_signed(sheet) and not self._goes_on(number):
                yield f"sheet {number} begins with signatures: nothing above says what is signed"
        yield from (f"{block} is torn over the sheets {sorted(on)}" for block, on in sheets_of.items() if len(on) > 1)

    @staticmethod
    def _says_what_is_signed(sheet):
        return any(word.bottom < min(sheet.signs.values()) for word in sheet.words)

    def _goes_on(self, number):
        """does a round too long for one sheet go on here, after it filled the sheet before?"""
        before = self.sheets[number - 2] if number > 1 else None
        return before is not None and bool(before.signs) and min(before.signs.values()) < HEIGHT / 3

    def signature_count(self):
        return len({part.split("-")[0] for sheet in self.sheets for part in sheet.signs})


def laid_out(folder):
    """every paper of a folder"""
    paths = sorted(pathlib.Path(folder).glob("*.html"))
    script = pathlib.Path(__file__).with_name("pages_layout.py")
    done = subprocess.run([PYTHON, "-B", script, *paths], capture_output=True, check=True)
    told = json.loads(done.stdout)
    return [Page(path, told[path.name]) for path in paths]
