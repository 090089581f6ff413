"""The form in an editor, on a real terminal: first entry, a mistake, mended, given up; and nothing typed is left in the
clear anywhere but where it is sealed."""

import os
import pathlib
import shutil
import subprocess

import harness
from editing import ASK_PLAN, BAD_PLAN, CANARY, FILL, LEAVE, MEND, PLAN, Session
from walk import Walk


class Taken(Session):
    def test_a_first_entry_is_recorded_and_leaves_no_trace(self):
        self.editor(PLAN)
        before = self.entries()
        self.on_terminal(*ASK_PLAN).exits(0).shows("2026-0001", "rencana").hides(CANARY)
        self.assertEqual(self.entries(), before + 1)
        self.no_trace()

    def test_the_one_open_step_needs_no_name(self):
        self.editor(PLAN)
        self.on_terminal("assess", "1").exits(0).shows("rencana", "by pita, typed by admin")

    def test_what_else_sees_of_the_form_is_its_path(self):
        self.editor(PLAN)
        self.on_terminal(*ASK_PLAN).exits(0)
        seen = self.seen()
        self.assertRegex(seen["path"], r"^/dev/shm/mediasi-form-\d+-\d+-\w{6}/form\.toml$")
        self.assertEqual((seen["file"], seen["folder"]), (0o600, 0o700))
        self.assertEqual(seen["terminal"], [True, True, True])
        self.assertEqual(seen["masked"], "set()")
        self.assertLessEqual(seen["core"], 1)
        folder = str(pathlib.Path(seen["path"]).parent)
        self.assertEqual({seen["environment"][name] for name in ("TMPDIR", "TMP", "TEMP")}, {folder})
        for text in [*seen["arguments"], *seen["environment"].values()]:
            self.assertNotIn("C.A.S.", text)
            self.assertNotIn("Contoh", text)
        self.assertTrue(seen["arguments"][0].rstrip("\0").endswith(seen["path"]))

    def test_the_runtime_folder_is_taken_when_it_is_in_memory_and_ones_own(self):
        runtime = pathlib.Path("/dev/shm") / f"mediasi-test-{os.getpid()}"
        runtime.mkdir(mode=0o700)
        self.addCleanup(shutil.rmtree, runtime)
        self.editor(PLAN)
        self.on_terminal(*ASK_PLAN, env={"XDG_RUNTIME_DIR": str(runtime)}).exits(0)
        self.assertTrue(self.seen()["path"].startswith(str(runtime)))
        self.assertEqual(list(runtime.iterdir()), [])

    def test_a_runtime_folder_on_a_disk_is_not_taken(self):
        for runtime in (self.path("run"), "run", "/nowhere", ""):
            with self.subTest(runtime):
                self.editor(LEAVE)
                self.on_terminal(*ASK_PLAN, env={"XDG_RUNTIME_DIR": runtime}).exits(2)
                self.assertTrue(self.seen()["path"].startswith("/dev/shm/"))

    def test_a_composite_form_opens_too(self):
        self.afresh()
        walk = Walk(self)
        walk.to("registered")
        form = self.path("02.toml")
        self.write("02.toml", pathlib.Path(__file__).parents[2].joinpath("examples/first-case/02-asesmen-pertama.toml").read_text())
        self.editor(f"assert '[[kelayakan]]' in text; path.write_text(pathlib.Path({form!r}).read_text())")
        self.at("2026-03-02T13:00")
        self.on_terminal("assess", "1", "--step", "asesmen_pertama", "--by", "pita").exits(0).shows("kelayakan")

    def test_a_registration_opens_without_a_case(self):
        self.editor(FILL + f"""path.write_text(put(text, source="school").split('# --- ')[0] + '[[beneficiary]]\\nname = "{CANARY}"\\n')""")
        self.on_terminal("intake").exits(0).shows("2026-0002", "C.K.K.")
        self.no_trace()

    def test_a_dry_run_records_nothing(self):
        self.editor(PLAN)
        with self.changing_nothing("mediasi.db"):
            self.on_terminal(*ASK_PLAN, "--dry-run").exits(0)

    def test_nobody_else_is_kept_waiting_while_somebody_types(self):
        other = f"""import subprocess
done = subprocess.run([{harness.PROGRAM!r}, 'record', '1', '--form', '-'], input=b'step = "catatan"\\nwords = "Ditelepon."\\n',
                      stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=os.environ, timeout=20)
assert done.returncode == 0, done.stdout
"""
        self.editor(other + PLAN)
        before = self.entries()
        self.on_terminal(*ASK_PLAN).exits(0)
        self.assertEqual(self.entries(), before + 2)


class Mended(Session):
    def test_a_mistake_opens_it_again_with_the_complaint_above_the_line(self):
        self.editor(BAD_PLAN, MEND)
        self.on_terminal(*ASK_PLAN).exits(0).hides("M4008", CANARY)
        self.assertEqual(self.times_opened(), 2)
        seen = self.seen(1)
        at = next(i for i, line in enumerate(seen["lines"]) if "[M4008]" in line)
        self.assertEqual(seen["above"][at], 'to = "koordinatr"')
        self.assertTrue(any("koordinator" in line for line in seen["lines"][at:]), seen["lines"])
        self.no_trace()

    def test_old_complaints_do_not_stay(self):
        worse = "path.write_text(text.replace('koordinatr', 'kordinatr'))"
        self.editor(BAD_PLAN, worse, "path.write_text(text.replace('kordinatr', 'koordinator'))")
        self.on_terminal(*ASK_PLAN).exits(0)
        counts = [sum("[M4008]" in line for line in self.seen(turn)["lines"]) for turn in range(3)]
        self.assertEqual(counts, [0, 1, 1])

    def test_every_mistake_is_shown_at_once(self):
        self.editor(FILL + """path.write_text(put(text, to="x", plan="", report="") + 'on = "2026-02-30"\\ncolour = "red"\\n')""", LEAVE)
        self.on_terminal(*ASK_PLAN).exits(4).shows("M4005", "M4002", "M4008", "M4009")
        told = " ".join(self.seen(1)["lines"])
        for code in ("M4005", "M4002", "M4008", "M4009"):
            self.assertIn(code, told)

    def test_a_broken_line_is_pointed_at(self):
        self.editor("path.write_text(text + 'to = \\n')", "path.write_text(text.rsplit('to =', 1)[0])", LEAVE)
        self.on_terminal(*ASK_PLAN).exits(4)
        seen = self.seen(1)
        at = next(i for i, line in enumerate(seen["lines"]) if "[M4001]" in line)
        self.assertEqual(seen["above"][at], "to = ")

    def test_a_refusal_opens_it_again_with_rule_basis_and_hint_at_the_top(self):
        self.editor(FILL + """path.write_text(put(text, on="2026-03-01T09:00", to="koordinator", report="a", plan="b"))""",
                    FILL + """path.write_text(put(text, on="2026-03-04T14:00"))""")
        self.on_terminal(*ASK_PLAN).exits(0)
        told = "\n".join(self.seen(1)["lines"])
        for word in ("builtin.before_intake", "basis:", "hint:", "nothing is recorded yet"):
            self.assertIn(word, told)

    def test_a_line_of_the_story_that_looks_like_a_complaint_is_kept(self):
        story = ["#! satu", "#! nothing is recorded"]
        self.editor(FILL + f'''lines = put(text, to="koordinatr", plan="b", report="x").splitlines()
lines[lines.index('report = "x"')] = "\\n".join(['report = """', *{story!r}, '"""'])
path.write_text("\\n".join(lines))''', MEND.replace("koordinator'", "kordinator'"), LEAVE)
        self.on_terminal(*ASK_PLAN).exits(4)
        for turn in (1, 2):
            for line in story:
                self.assertEqual(self.seen(turn)["lines"].count(line), 1)

    def test_a_store_that_fails_does_not_cost_what_was_typed(self):
        store = "os.environ['MEDIASI_STORE']"
        self.editor(f"{PLAN}\nos.rename({store}, {store} + '.away')",
                    f"os.rename({store} + '.away', {store})\npath.write_text(text + '\\n')")
        before = self.entries()
        self.on_terminal(*ASK_PLAN).exits(0)
        self.assertEqual((self.times_opened(), self.entries()), (2, before + 1))


class GivenUp(Session):
    def test_left_as_it_was_emptied_or_removed_records_nothing(self):
        for title, turn in [("left", LEAVE), ("saved unchanged", "path.write_text(text)"), ("emptied", "path.write_text('')"),
                            ("comments alone", "path.write_text('# a\\n\\n  # b\\n')"), ("removed", "path.unlink()")]:
            with self.subTest(title):
                self.editor(turn)
                with self.changing_nothing("mediasi.db"):
                    self.on_terminal(*ASK_PLAN).exits(2).shows("[M2060]", "hint:")
                self.no_trace()

    def test_after_a_mistake_the_last_complaints_are_told_and_nothing_of_what_was_typed(self):
        for title, turn in [("left", LEAVE), ("emptied", "path.write_text('')")]:
            with self.subTest(title):
                self.editor(BAD_PLAN, turn)
                with self.changing_nothing("mediasi.db"):
                    self.on_terminal(*ASK_PLAN).exits(4).shows("[M4008]", "form:").hides(CANARY, "koordinatr")
                self.no_trace()

    def test_a_refusal_given_up_is_code_3(self):
        self.editor(PLAN.replace('to="koordinator"', 'on="2026-03-01", to="koordinator"'), LEAVE)
        with self.changing_nothing("mediasi.db"):
            self.on_terminal(*ASK_PLAN).exits(3).shows("builtin.before_intake")
        self.no_trace()

    def test_an_editor_that_fails_records_nothing(self):
        for turn in ("sys.exit(1)", "sys.exit(130)", "os.kill(os.getpid(), signal.SIGKILL)", "os.kill(os.getpid(), signal.SIGTERM)"):
            with self.subTest(turn):
                self.editor(PLAN + "\n" + turn)
                with self.changing_nothing("mediasi.db"):
                    self.on_terminal(*ASK_PLAN).exits(2).shows("[M2062]").hides(CANARY)
                self.no_trace()


class Before(Session):
    """What typing cannot mend is told before anything opens."""

    def test_nothing_opens_in_vain(self):
        self.editor(PLAN)
        for words, code, told in [
            (("assess", "1", "--step", "rencanaa"), 2, "rencana"),
            (("assess", "1", "--step", "hasil"), 2, "record"),
            (("assess", "77"), 2, "M2006"),
            (("assess",), 2, "needs a case"),
            ((*ASK_PLAN, "--on", "yesterday"), 4, "YYYY-MM-DD"),
            (("assess", "1", "--step", "rencana", "--by", "pitta"), 2, "pita"),
            ((*ASK_PLAN, "--attach", "scan=none.pdf"), 1, "none.pdf"),
            ((*ASK_PLAN, "--papers", "letters", "--key", "none"), 7, "key"),
        ]:
            with self.subTest(" ".join(words)), self.changing_nothing("mediasi.db"):
                self.on_terminal(*words).exits(code).shows(told)
                self.assertEqual(self.times_opened(), 0)

    def test_several_open_steps_are_listed(self):
        self.editor(PLAN)
        self.on_terminal("record", "1").exits(2).shows("[M2009]", "--step", "catatan")
        self.assertEqual(self.times_opened(), 0)

    def test_somebody_without_a_login_types_nothing_in_vain(self):
        self.editor(PLAN)
        with self.changing_nothing("mediasi.db"):
            empty = self.path("other", "mediasi.db")
            os.makedirs(self.path("other", "safe"), mode=0o700)
            admin = (pathlib.Path(__file__).parents[2] / "examples/roster/admin.toml").read_text().replace("LOGIN", "nobody-here")
            self.run_("init", "--practice", "--rules", "pasuruan", "--officer", "-", "--store", empty, "--key",
                      self.path("other", "safe", "key"), "--recovery", self.path("other", "safe", "recovery"), stdin=admin).exits(0)
            self.on_terminal("intake", "--store", empty).exits(2).shows("[M2005]")
        self.assertEqual(self.times_opened(), 0)

    def test_an_editor_that_is_not_there(self):
        for name in ("/nowhere/edit", "no-such-editor", "  no-such-editor --wait"):
            with self.subTest(name):
                self.on_terminal(*ASK_PLAN, env={"VISUAL": name}).exits(2).shows("[M2061]")
        self.on_terminal(*ASK_PLAN, env={"PATH": self.path("run")}).exits(2).shows("[M2061]", "hint:")
        self.on_terminal(*ASK_PLAN, env={"VISUAL": "no-such-editor; exit 3"}).exits(2).shows("[M2062]")

    def test_visual_beats_editor_and_both_may_hold_words_for_the_shell(self):
        path = self.editor(LEAVE)
        for names in ({"VISUAL": str(path), "EDITOR": "/nowhere"}, {"VISUAL": "", "EDITOR": str(path)},
                      {"VISUAL": f"{path} -x"}, {"VISUAL": f"X='a b' {path}"}, {"VISUAL": f"'{path}'"}):
            with self.subTest(names):
                self.editor(LEAVE)
                self.on_terminal(*ASK_PLAN, env=names).exits(2).shows("[M2060]")
                self.assertEqual(self.times_opened(), 1)

    def test_without_a_terminal_nothing_opens(self):
        self.editor(PLAN)
        self.run_(*ASK_PLAN).exits(2).complains("[M2016]")
        pid, master = self.start(*ASK_PLAN)  # a terminal for one of the two is none
        self.finish(ASK_PLAN, pid, master)
        self.editor(PLAN)
        done = subprocess.run([harness.PROGRAM, *ASK_PLAN], env=self.surroundings({}), stdin=os.open("/dev/null", os.O_RDONLY),
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        self.assertEqual(done.returncode, 2)
        self.assertEqual(self.times_opened(), 0)

    def test_what_was_given_opens_nothing(self):
        self.editor(PLAN)
        self.on_terminal("record", "1", "--step", "catatan", "--set", "means=phone").exits(4)
        self.on_terminal(*ASK_PLAN, "--blank").exits(0).shows("rencana")
        self.assertEqual(self.times_opened(), 0)

    def test_without_a_file_system_in_memory_it_is_refused(self):
        if os.getuid() != 0 or subprocess.run(["unshare", "-m", "true"], check=False, stderr=subprocess.DEVNULL).returncode:
            self.skipTest("only root may take /dev/shm away")
        self.editor(PLAN)
        away = ("/usr/bin/unshare", "-m", "/bin/sh", "-c", 'mount --bind "$1" /dev/shm; shift; exec "$@"', "sh", self.path("run"))
        self.on_terminal(*ASK_PLAN, prefix=away).exits(1).shows("[M1010]", "--form -")
        self.assertEqual(self.times_opened(), 0)


if __name__ == "__main__":
    harness.main()
