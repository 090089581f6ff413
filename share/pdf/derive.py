"""Pages on standard input, their PDFs on standard output. Part of the program: it hands this text to `python3 -I -B -c`.

in:   SECONDS BYTES, a line, and the page; for each page (seconds since 1970: when it was issued)
out:  "ready", a line, once WeasyPrint is there; then BYTES, a line, and the PDF; for each page

What a page points to is never read: a coat of arms lies in the page itself. The same page gives the same bytes.
"""

import base64
import datetime
import hashlib
import os
import sys
import tempfile

PNG = "data:image/png;base64,"

# WeasyPrint makes an empty folder for fonts that pages bring, which these may not; no byte can be written to any file
# here (the limit of file sizes is 0), so Python may not try where one could.
tempfile.tempdir = "/dev/shm" if os.access("/dev/shm", os.W_OK) else "/tmp"

import weasyprint  # noqa: E402: after its folder is known


def refuse(url, *_, **__):
    if url.startswith(PNG):
        return {"string": base64.b64decode(url[len(PNG):], validate=True), "mime_type": "image/png"}
    raise ValueError("a paper holds all it shows")


def derive(page, seconds):
    os.environ["SOURCE_DATE_EPOCH"] = str(seconds)  # the fonts inside carry a time too
    document = weasyprint.HTML(string=page.decode(), url_fetcher=refuse).render()
    made = datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc)
    document.metadata.created = made.strftime("%Y-%m-%dT%H:%M:%SZ")
    return document.write_pdf(identifier=hashlib.sha256(page).digest()[:16].hex().encode())


def main(pages, pdfs):
    pdfs.write(b"ready\n")
    pdfs.flush()
    while line := pages.readline():
        seconds, size = map(int, line.split())
        pdf = derive(pages.read(size), seconds)
        pdfs.write(b"%d\n" % len(pdf) + pdf)
        pdfs.flush()


main(sys.stdin.buffer, sys.stdout.buffer)
