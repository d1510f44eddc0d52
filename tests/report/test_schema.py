"""What is printed as JSON keeps to the schemas that are shipped."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import replylint.report
from replylint.__main__ import main

SCHEMAS = Path(replylint.report.__file__).parent
ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = sorted(p for p in (ROOT / "examples").iterdir() if p.is_dir())


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    code = main(list(arguments))
    output = capsys.readouterr()
    assert code in (0, 1), output.err
    return json.loads(output.out)


def validate(document: Any, schema: str) -> None:
    content = json.loads((SCHEMAS / schema).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(content)
    jsonschema.Draft202012Validator(content).validate(document)


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda p: p.name)
@pytest.mark.parametrize(
    "options",
    [(), ("--no-excerpts", "--no-score", "--explain-questions")],
    ids=["plain", "options"],
)
def test_a_report_keeps_to_its_schema(
    folder: Path, options: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    for draft in ("reply-bad.eml", "reply-good.eml"):
        document = printed(
            capsys,
            "check",
            str(folder / draft),
            "--customer",
            str(folder / "customer.eml"),
            "-f",
            "json",
            *options,
        )
        validate(document, "schema.json")


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda p: p.name)
def test_findings_say_where_their_words_are(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Line and column lead to the words in the file itself, unless the part was decoded."""
    document = printed(
        capsys,
        "check",
        str(folder / "reply-bad.eml"),
        "-c",
        str(folder / "customer.eml"),
        "-f",
        "json",
    )
    [draft] = document["drafts"]
    for finding in draft["findings"]:
        if finding["decoded"] or not finding["text"] or finding["part"] != "body":
            continue
        file = draft["draft"] if finding["in"] == "draft" else draft["customer"]
        lines = Path(file).read_text(encoding="utf-8").splitlines()
        assert lines[finding["line"] - 1][finding["column"] - 1 :].startswith(
            finding["text"].splitlines()[0]
        )


def test_without_excerpts_no_words_of_the_mails_are_printed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder = EXAMPLES[0]
    document = printed(
        capsys,
        "check",
        str(folder / "reply-bad.eml"),
        "-c",
        str(folder / "customer.eml"),
        "-f",
        "json",
        "--no-excerpts",
    )
    [draft] = document["drafts"]
    assert draft["questions"]
    for item in (*draft["questions"], *draft["findings"]):
        assert item["text"] == ""


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda p: p.name)
def test_a_parsed_mail_keeps_to_its_schema(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [str(p) for p in sorted(folder.glob("*.eml"))]
    document = printed(capsys, "parse", *files, "-f", "json")
    validate(document, "parse.schema.json")
    assert [message["path"] for message in document["messages"]] == files
