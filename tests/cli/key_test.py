"""The key file: whoever holds it reads every identity, so a careless one is refused with code 7."""

import os
import shutil

import harness
from store_test import StoreCase


class Key(StoreCase):
    def setUp(self):
        super().setUp()
        self.register()
        self.key = self.path("k", "key")

    def needs_key(self):
        return self.run_("document", "1", "--owed")

    def refused(self, words):
        with self.changing_nothing():
            self.needs_key().exits(7).says_nothing().complains("[M7003]", words)

    def test_a_key_file_in_order_is_taken(self):
        self.assertNotEqual(self.needs_key().code, 7)

    def test_an_absent_key_is_code_7(self):
        os.remove(self.key)
        self.refused("there is no key file")

    def test_a_key_file_open_to_others_is_refused(self):
        for mode in 0o640, 0o604, 0o660, 0o610:
            with self.subTest(mode=oct(mode)):
                os.chmod(self.key, mode)
                self.refused("open to others")

    def test_a_link_is_no_key_file(self):
        os.rename(self.key, self.path("real"))
        os.symlink(self.path("real"), self.key)
        self.refused("is a link")

    def test_a_folder_or_pipe_is_no_key_file(self):
        for make in os.mkdir, os.mkfifo:
            os.remove(self.key) if os.path.isfile(self.key) else None
            make(self.key, 0o600)
            self.needs_key().exits(7).complains("[M7003]")
            os.rmdir(self.key) if os.path.isdir(self.key) else os.remove(self.key)

    def test_a_key_beside_the_store_is_refused(self):
        beside = self.path("s", "key")
        shutil.copy(self.key, beside)
        self.environment["MEDIASI_KEY"] = beside
        self.refused("own folder")
        self.environment["MEDIASI_KEY"] = self.path("k", "..", "s", "key")
        self.refused("own folder")

    def test_anything_else_is_not_this_stores_key(self):
        self.write("k/key", "not a key\n")
        self.needs_key().exits(7)


if __name__ == "__main__":
    harness.main()
