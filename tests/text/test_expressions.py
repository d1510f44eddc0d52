import re
from importlib import import_module
from pathlib import Path

import replylint
from replylint.text.expressions import expression

PACKAGE = Path(replylint.__file__).parent


def test_an_expression_does_what_a_compiled_pattern_does() -> None:
    pattern = expression(r"(b)o+", re.IGNORECASE)
    assert [m.group() for m in pattern.finditer("Boo, bo")] == ["Boo", "bo"]
    assert pattern.sub("x", "boo") == "x"
    assert pattern.pattern == r"(b)o+"


def test_every_expression_of_the_package_compiles() -> None:
    kind = type(expression("x"))
    seen = 0
    for path in PACKAGE.rglob("*.py"):
        name = ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
        for value in vars(import_module(name)).values():
            if isinstance(value, kind):
                assert value.flags >= 0
                seen += 1
    assert seen > 100
