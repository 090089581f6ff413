"""PDFs are derived from the pages: the same bytes each time, nothing read that a page points to, nothing clear elsewhere."""

import os
import pathlib
import re
import signal
import subprocess
import tempfile
import time
import unittest

import harness
from canaries import FORMS, SECRETS
from traced import Traced, calls_in
from walk import ROOT, Office, Walk

PYTHON = "/usr/bin/python3"
SCRIPT = (ROOT / "share/pdf/derive.py").read_text()
THERE = subprocess.run([PYTHON, "-c", "import weasyprint"], stderr=subprocess.DEVNULL).returncode == 0
needs_weasyprint = unittest.skipUnless(THERE, "WeasyPrint is not installed: no PDF is made in this test")
NAME = SECRETS["her name"]
PIPES = re.compile(r"(pipe:\[\d+\]|/dev/null|socket:.*|anon_inode:.*)$")


def command(*more):
    return ("document", "2026-0001", "--owed", "--pdf", *more)


class Pdfs(Traced, Office):
    def setUp(self):
        super().setUp()
        Walk(self, **{name: FORMS[name] for name in ("registered", "found", "scheduled")}).to("scheduled")

    def files(self, folder, ending):
        return sorted(pathlib.Path(self.path(folder)).glob(f"*{ending}"))

    def python(self, text):
        """a python3 of our own, first and only one to be found"""
        self.write("bin/python3", f"#!/bin/sh\n{text}\n", mode=0o700)
        return {"PATH": self.path("bin")}

    @needs_weasyprint
    def test_a_pdf_lies_beside_each_page_and_is_the_same_bytes_again(self):
        self.run_(*command("--into", "one")).exits(0).quiet_errors()
        self.at("2026-03-07T09:00").run_(*command("--into", "two")).exits(0)
        pages, pdfs = self.files("one", ".html"), self.files("one", ".pdf")
        self.assertEqual([page.stem for page in pages], [pdf.stem for pdf in pdfs])
        self.assertGreater(len(pdfs), 4)
        for pdf, again in zip(pdfs, self.files("two", ".pdf")):
            self.assertEqual(pdf.read_bytes(), again.read_bytes())
            self.assertTrue(pdf.read_bytes().startswith(b"%PDF-"))
            self.assertEqual(pdf.stat().st_mode & 0o777, 0o600)
        invitation = next(pdf for pdf in pdfs if "-undangan-" in pdf.name)
        told = subprocess.run(["pdfinfo", "-isodates", invitation], capture_output=True, text=True, check=True).stdout
        self.assertIn("2026-03-05T03:00:00Z", told)  # when it was issued, not when the PDF was made
        self.assertIn("Undangan Mediasi", told)
        self.run_(*command("--into", "one")).exits(0)  # what stands there is that already

    @needs_weasyprint
    def test_another_file_of_that_name_is_not_written_over(self):
        self.run_("document", "2026-0001", "--owed", "--into", "one").exits(0)
        stands = self.write("one/" + self.files("one", ".html")[0].stem + ".pdf", "mine")
        self.run_(*command("--into", "one", "--format", "json")).exits(1)
        self.assertEqual(pathlib.Path(stands).read_text(), "mine")

    def test_without_weasyprint_the_pages_are_whole_and_the_way_on_is_said(self):
        for path in (self.python("exit 1"), {"PATH": self.path("empty")}):
            done = self.run_(*command("--into", "one", "--format", "json"), env=path).exits(0)
            self.assertEqual(done.codes(), ["M5140"])
            self.assertIn("weasyprint", done.problems()[0]["hint"])
            self.assertGreater(len(self.files("one", ".html")), 4)
            self.assertEqual(self.files("one", ".pdf"), [])

    def test_a_failing_weasyprint_is_code_1_and_its_words_are_not_shown(self):
        path = self.python(f"echo ready; echo '{NAME}' >&2; exit 1")
        done = self.run_(*command("--into", "one", "--format", "json"), env=path).exits(1).hides(NAME)
        self.assertIn("M1140", done.codes())
        self.assertGreater(len(self.files("one", ".html")), 4)
        half = self.python(f"echo ready; echo 100; echo %PDF-half")
        self.assertIn("M1140", self.run_(*command("--into", "one", "--format", "json"), env=half).exits(1).codes())
        self.assertEqual(self.files("one", ".pdf"), [])
        if THERE:
            self.run_(*command("--into", "one")).exits(0)
            self.assertEqual(len(self.files("one", ".pdf")), len(self.files("one", ".html")))

    def test_one_that_takes_too_long_is_ended(self):
        path = self.python(f"echo ready; : >{self.path('bin')}/pid-$$; exec /bin/sleep 1000")
        soon = ("/usr/bin/strace", "-o", "/dev/null", "-e", "trace=poll", "-e", "inject=poll:retval=0:when=3+")
        done = self.run_(*command("--into", "one", "--format", "json"), env=path, prefix=soon).exits(1)
        self.assertIn("M1140", done.codes())
        self.assertIn("too long", "".join(problem["message"] for problem in done.problems()))
        self.assertEqual(self.alive(), [])

    def test_whoever_ends_the_command_ends_weasyprint_too(self):
        path = self.python(f"echo ready; : >{self.path('bin')}/pid-$$; exec /bin/sleep 1000")
        for sent in (signal.SIGINT, signal.SIGTERM, signal.SIGKILL):
            words = [harness.PROGRAM, *command("--into", "one")]
            running = subprocess.Popen(words, env=self.surroundings(path), cwd=self.folder, stdin=subprocess.DEVNULL,
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            while not self.alive():
                self.assertIsNone(running.poll())
                time.sleep(0.02)
            running.send_signal(sent)
            self.assertEqual(running.wait(timeout=20), -sent)
            for _ in range(500):
                if not self.alive():
                    break
                time.sleep(0.02)
            self.assertEqual(self.alive(), [])
        self.assertEqual(self.files("one", ".pdf"), [])

    def alive(self):
        numbers = [int(path.name[4:]) for path in pathlib.Path(self.path("bin")).glob("pid-*")]
        return [number for number in numbers if pathlib.Path(f"/proc/{number}").exists()]

    @needs_weasyprint
    def test_nothing_clear_on_the_way(self):
        self.assertIn(NAME.encode(), self.run_page())
        done, calls = self.traced(*command("--into", "one"))
        done.exits(0)
        starts = [call for call in calls if call.name == "execve" and b"python3" in call.bytes]
        self.assertGreater(len(starts), 0)
        self.assertEqual([call for call in calls if call.name in ("execve", "openat", "mkdir") and NAME.encode() in call.bytes], [])
        shown = [call for call in calls if "write" in call.name and NAME.encode() in call.bytes]
        self.assertGreater(len(shown), 0)
        inside = re.compile(re.escape(self.path("one")))
        elsewhere = [call.where for call in shown if not PIPES.match(call.where) and not inside.match(call.where)]
        self.assertEqual(elsewhere, [])
        self.assertEqual([call for call in calls if b"weasyprint-" in call.bytes and b"O_CREAT" in call.bytes], [])

    def run_page(self):
        self.run_("document", "2026-0001", "--owed", "--into", "plain").exits(0)
        return b"".join(page.read_bytes() for page in self.files("plain", ".html"))


class Links(unittest.TestCase):
    """the script itself, given a page that no template of an office could ever become"""

    def derive(self, page, trace=None):
        strace = ["/usr/bin/strace", "-f", "-v", "-y", "-xx", "-s", "4000", "-o", trace, "-e",
                  "trace=openat,open,openat2,connect,socket,execve"] if trace else []
        done = subprocess.run([*strace, PYTHON, "-I", "-B", "-c", SCRIPT], input=b"1772679600 %d\n" % len(page) + page,
                              capture_output=True, timeout=60)
        self.assertEqual(done.returncode, 0, done.stderr)
        first, size, pdf = done.stdout.split(b"\n", 2)
        self.assertEqual((first, int(size)), (b"ready", len(pdf)))
        return pdf

    @needs_weasyprint
    def test_no_link_of_a_page_is_followed(self):
        with tempfile.TemporaryDirectory(prefix="mediasi-test-") as folder:
            secret = pathlib.Path(folder) / "secret.txt"
            secret.write_text("rahasia yang tidak boleh ikut")
            url = f"file://{secret}"
            page = f"""<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>x</title>
                <link rel="attachment" href="{url}"><link rel="stylesheet" href="{url}"><base href="file://{folder}/">
                <style>@import url({url}); @font-face {{ font-family: x; src: url({url}) }}
                  p {{ background: url({url}); content: url({url}); font-family: x }}</style></head>
                <body><p>teks</p><img src="{url}" alt=""><img src="secret.txt" alt=""><img src="http://127.0.0.1:9/x" alt="">
                <a rel="attachment" href="{url}">a</a><object data="{url}"></object><embed src="{url}">
                <svg xmlns="http://www.w3.org/2000/svg"><image href="{url}" width="9" height="9"/><use href="{url}#a"/></svg>
                </body></html>"""
            log = os.path.join(folder, "log")
            pdf = self.derive(page.encode(), trace=log)
            calls = calls_in(pathlib.Path(log).read_bytes())
            self.assertGreater(len(calls), 50)
            self.assertEqual([call.bytes for call in calls if b"secret" in call.bytes and call.name != "execve"], [])
            self.assertEqual([call.bytes for call in calls if call.name in ("connect", "socket")], [])
            made = pathlib.Path(folder) / "x.pdf"
            made.write_bytes(pdf)
            listed = subprocess.run(["pdfdetach", "-list", made], capture_output=True, text=True)
            self.assertIn("0 embedded files", listed.stdout)
            self.assertNotIn(b"rahasia yang", pdf)

    @needs_weasyprint
    def test_a_coat_of_arms_in_the_page_itself_is_shown(self):
        dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
        page = "<!DOCTYPE html><title>x</title><p>teks{}</p>"
        plain = self.derive(page.format("").encode())
        shown = self.derive(page.format(f'<img alt="" src="data:image/png;base64,{dot}">').encode())
        self.assertNotIn(b"/Subtype /Image", plain)
        self.assertIn(b"/Subtype /Image", shown)


if __name__ == "__main__":
    harness.main()
