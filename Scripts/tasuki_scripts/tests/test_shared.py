"""What every script uses."""

from __future__ import annotations

import contextlib
import importlib
import io
import os
import pathlib
import pkgutil
import signal
import subprocess
import sys
import tempfile
import unittest
from unittest import mock

import tasuki_scripts
from tasuki_scripts import environment, processes, tables
from tasuki_scripts.calendars import written


def started(code: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", code])


class Modules(unittest.TestCase):
    def test_every_module_can_be_imported_without_the_pinned_packages(self) -> None:
        names = [module.name for module in pkgutil.walk_packages(tasuki_scripts.__path__, "tasuki_scripts.")]
        # What runs in the peers' own environment is no part of that.
        own = [name for name in names if ".peers.bench_" not in name]
        self.assertGreater(len(own), 40)
        for name in own:
            importlib.import_module(name)


class Processes(unittest.TestCase):
    def test_what_was_printed_comes_back_with_the_code(self) -> None:
        code = "import sys; print('out'); print('err', file=sys.stderr); sys.exit(3)"
        ran = processes.run(
            lambda output, errors: subprocess.Popen([sys.executable, "-c", code], stdout=output, stderr=errors), 60)
        self.assertEqual((ran.code, ran.output, ran.errors), (3, "out\n", "err\n"))

    def test_an_end_by_a_signal_is_its_number_below_zero(self) -> None:
        self.assertEqual(processes.ended(started("import os; os.kill(os.getpid(), 9)"), 60), -signal.SIGKILL)

    def test_what_does_not_end_in_time_is_killed_and_has_no_code(self) -> None:
        process = started("import time; time.sleep(600)")
        self.assertIsNone(processes.ended(process, 0.05))
        self.assertEqual(process.returncode, -signal.SIGKILL)

    def test_nothing_is_left_behind_where_the_waiting_is_interrupted(self) -> None:
        process = started("import time; time.sleep(600)")
        with mock.patch.object(process, "wait", side_effect=[KeyboardInterrupt, None]):
            with self.assertRaises(KeyboardInterrupt):
                processes.ended(process, 60)
        self.assertEqual(process.wait(), -signal.SIGKILL)


class Environment(unittest.TestCase):
    """Without pip and without a network: what would be made, and what would be run."""

    PACKAGES = {"holidays": "0.109", "six": "1.17.0"}

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.cache = pathlib.Path(folder.name)
        self.home = self.cache / "tasuki" / f"days-0.109-python{sys.version_info.major}.{sys.version_info.minor}"

    def enter(self, installs: int) -> tuple[list, list]:
        """The calls of pip and of the second run."""
        def create(home: pathlib.Path, **_) -> None:
            home.mkdir(parents=True, exist_ok=True)

        with contextlib.ExitStack() as stack:
            stack.enter_context(mock.patch.dict(os.environ, XDG_CACHE_HOME=str(self.cache)))
            stack.enter_context(mock.patch.object(sys, "argv", ["Scripts/days", "--check"]))
            stack.enter_context(mock.patch("venv.create", create))
            stack.enter_context(contextlib.redirect_stderr(io.StringIO()))
            pip = stack.enter_context(mock.patch("subprocess.run", return_value=mock.Mock(returncode=installs)))
            second = stack.enter_context(mock.patch("os.execve"))
            environment.enter("days", self.PACKAGES, {"MORE": "1"})
            return pip.call_args_list, second.call_args_list

    def test_it_is_made_once_and_the_script_runs_again_in_it(self) -> None:
        pip, second = self.enter(installs=0)
        self.assertEqual(len(pip), 1)
        self.assertEqual(pip[0].args[0][-3:], ["--no-deps", "holidays==0.109", "six==1.17.0"])
        python, line, variables = second[0].args
        self.assertEqual(python, str(self.home / "bin" / "python"))
        self.assertEqual(line, [python, "Scripts/days", "--check"])
        self.assertEqual(variables["MORE"], "1")
        self.assertEqual(self.enter(installs=0)[0], [])

    def test_other_versions_are_installed_anew(self) -> None:
        self.enter(installs=0)
        self.PACKAGES = {**self.PACKAGES, "six": "1.18.0"}
        self.assertEqual(len(self.enter(installs=0)[0]), 1)

    def test_where_nothing_can_be_installed_it_says_so_and_is_not_ready(self) -> None:
        # Scripts/check looks for these words.
        with self.assertRaisesRegex(SystemExit, "days: could not install"):
            self.enter(installs=1)
        self.assertFalse((self.home / "ready").exists())

    def test_within_it_the_script_goes_on(self) -> None:
        with mock.patch.object(sys, "prefix", str(self.home)):
            self.assertEqual(self.enter(installs=0), ([], []))


class Tables(unittest.TestCase):
    def test_words_stand_left_and_figures_right(self) -> None:
        self.assertEqual(tables.aligned([["name", "n"], ["a", "100"]]), [["name", "  n"], ["a   ", "100"]])

    def test_a_row_that_does_not_count_may_be_wider(self) -> None:
        rows = [["a", "1"], ["b", "a whole sentence"]]
        self.assertEqual(tables.aligned(rows, rows[:1]), rows)


class Written(unittest.TestCase):
    def settle(self, folder: str, texts: dict[str, str], is_check: bool) -> tuple[int, str]:
        with contextlib.redirect_stdout(io.StringIO()) as said:
            return written.settle(pathlib.Path(folder), texts, is_check), said.getvalue()

    def test_a_check_tells_what_differs_and_changes_nothing(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            self.assertEqual(self.settle(folder, {"a": "1\n", "b": "2\n"}, False), (0, "wrote a\nwrote b\n"))
            self.assertEqual(self.settle(folder, {"a": "1\n", "b": "2\n"}, True), (0, "a: up to date\nb: up to date\n"))
            code, said = self.settle(folder, {"a": "1\n", "b": "3\n", "c": "4\n"}, True)
            self.assertEqual(code, 1)
            for line in ("a: up to date\n", "b: differs\n", "-2\n", "+3\n", "c: missing\n", "+4\n"):
                self.assertIn(line, said)
            self.assertEqual((pathlib.Path(folder) / "b").read_text(), "2\n")
            self.assertFalse((pathlib.Path(folder) / "c").exists())
