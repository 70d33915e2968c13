"""Which room may do what."""

import ast
import subprocess
import sys
from pathlib import Path

from tests.house.checkout import ROOT, text, tracked

MAY_PRINT = ("simulator/", "bench/", "states/check.py", "vision/check.py")
ROOMS = ("bot/", "handlers/", "storage/", "vision/", "states/")


def test_every_import_goes_the_allowed_way() -> None:
    """The contracts stand in pyproject.toml; here they are kept."""
    linter = Path(sys.executable).with_name("lint-imports")
    kept = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert kept.returncode == 0, kept.stdout + kept.stderr
    assert "Imports go one way" in kept.stdout


def test_only_commands_that_print_call_print() -> None:
    printing = [
        f"{file}:{call.lineno}"
        for file in _python(but=MAY_PRINT)
        for call in _calls(file)
        if isinstance(call.func, ast.Name) and call.func.id == "print"
    ]
    assert printing == []


def test_the_rules_never_read_the_clock() -> None:
    """Time is passed in, or no test could say what happens tomorrow."""
    reading = [
        f"{file}:{call.lineno}"
        for file in _python(only=("states/", "handlers/", "storage/"))
        for call in _calls(file)
        if isinstance(call.func, ast.Attribute)
        and ast.unparse(call.func) in {"datetime.now", "time.time", "date.today"}
    ]
    assert reading == []


def test_every_room_has_only_what_its_tests_can_reach() -> None:
    """A file that no other file imports, and that is no command, is dead."""
    imported = {name for file in _python() for name in _imports(file)}
    dead = [
        str(file)
        for file in _python(only=ROOMS)
        if file.name not in {"__init__.py", "__main__.py"}
        and "migrations" not in file.parts
        and not _is_command(file)
        and _module(file) not in imported
    ]
    assert dead == []


def _python(*, only: tuple[str, ...] = ("",), but: tuple[str, ...] = ("\0",)) -> list[Path]:
    names = [file for file in tracked() if file.suffix == ".py"]
    return [file for file in names if str(file).startswith(only) and not str(file).startswith(but)]


def _calls(file: Path) -> list[ast.Call]:
    return [node for node in ast.walk(ast.parse(text(file))) if isinstance(node, ast.Call)]


def _imports(file: Path) -> list[str]:
    """Every module that a file names after `import` or `from`, and what it takes from there, which may be a module."""
    names: list[str] = []
    for node in ast.walk(ast.parse(text(file))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names += [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
    return names


def _is_command(file: Path) -> bool:
    return 'if __name__ == "__main__":' in text(file)


def _module(file: Path) -> str:
    return ".".join(file.with_suffix("").parts)
