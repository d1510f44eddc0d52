"""python -m benchmarks NAME …: run one measurement.

A measurement is a module of this folder with `main(argv) -> int`.
"""

from __future__ import annotations

import ast
import sys
from importlib import import_module
from pathlib import Path

HERE = Path(__file__).parent


def subjects() -> dict[str, str]:
    """Find the modules here that define `main`: name → the first line of their docstring."""
    found = {}
    for path in sorted(HERE.glob("[!_]*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        if any(isinstance(node, ast.FunctionDef) and node.name == "main" for node in tree.body):
            found[path.stem] = (ast.get_docstring(tree) or "").partition("\n")[0]
    return found


def main(argv: list[str]) -> int:
    known = subjects()
    if argv and argv[0] in known:
        run: int = import_module(f"benchmarks.{argv[0]}").main(argv[1:])
        return run
    print("usage: python -m benchmarks NAME [OPTION…]\n", file=sys.stderr)
    for name, purpose in known.items():
        print(f"  {name:<12} {purpose}", file=sys.stderr)
    return 0 if argv in (["-h"], ["--help"]) else 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
