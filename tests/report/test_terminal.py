"""What people see in a terminal."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from replylint.config import load
from replylint.model import (
    Exchange,
    Finding,
    Language,
    Note,
    Place,
    Question,
    Report,
    Rule,
    Severity,
    Span,
    Texts,
)
from replylint.report import Style
from replylint.report.formats.terminal import write
from replylint.score import score

if TYPE_CHECKING:
    from pathlib import Path

CUSTOMER = "Hello,\n\nCan I still change the delivery address? And when will it arrive?\n"
DRAFT = "Dear Ms Ash,\n\nYou failed to enter a house number. It will be there on Monday.\n\nKind "
"regards,\nTom\n"
STYLE = Style(ui="en")


def message(text: str, path: str) -> object:
    from replylint.mail import from_text

    return from_text(text, path)


def rule(name: str, severity: Severity = "warning", **texts: str) -> Rule:
    said = Texts(
        **{
            "summary": "S",
            "message": "“{text}” puts the blame on the customer.",
            "help": "Say what happened.",
            "rationale": "Because.",
            **texts,
        }
    )
    return Rule(name=name, check="phrases.found", severity=severity, texts={"en": said})


class Asked(Exchange):
    """An exchange whose questions are given."""

    questions = (  # type: ignore[assignment]
        Question(
            Span(CUSTOMER.index("Can"), CUSTOMER.index("?") + 1), False, 0.8, why=("no word of it",)
        ),
        Question(
            Span(CUSTOMER.index("And"), len(CUSTOMER) - 1), True, 0.9,
            Span(DRAFT.index("It will"), DRAFT.index(".\n\nKind")),
        ),
    )  # fmt: skip


def report(
    *findings: Finding,
    draft: str = DRAFT,
    ran: tuple[str, ...] = ("polite/blame",),
    path: str = "reply.txt",
) -> Report:
    exchange = Asked(
        draft=message(draft, path), customer=message(CUSTOMER, "mail.txt"), language="en",  # type: ignore[arg-type]
        now=datetime(2026, 3, 2, tzinfo=UTC), settings=load(None, isolated=True).values,
    )  # fmt: skip
    return Report(
        exchange,
        findings,
        (("prompt/late-reply", "customer-time"),),
        ran,
        score(findings, ran, partial=False),
    )


def found(
    words: str, name: str = "polite/blame", severity: Severity = "warning", text: str = DRAFT
) -> Finding:
    start = text.index(words)
    return Finding(
        rule(name, severity),
        Place("draft", "body", start, start + len(words)),
        severity,
        {"text": words},
    )


UNANSWERED = Finding(
    rule(
        "professional/unanswered-question", "error",
        message="This question has no answer.", help="Answer it.",
    ),
    Place("customer", "body", CUSTOMER.index("Can"), CUSTOMER.index("?") + 1), "error", {},
)  # fmt: skip


def shown(
    *reports: Report,
    style: Style = STYLE,
    encoding: str = "utf-8",
    width: int = 80,
    monkeypatch: pytest.MonkeyPatch,
) -> str:
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setenv("LINES", "50")
    stream = io.TextIOWrapper(
        buffer := io.BytesIO(), encoding=encoding, errors="strict", newline=""
    )
    from replylint.output import be_lenient

    be_lenient(stream)
    write(reports, stream, style)
    stream.flush()
    return buffer.getvalue().decode(encoding)


def test_a_finding_is_framed_with_carets_below_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    out = shown(report(found("You failed to")), monkeypatch=monkeypatch)
    assert out.startswith(
        "warning  polite/blame  “You failed to” puts the blame on the customer.\n"
        " --> reply.txt:3:1\n"
        "3 │ You failed to enter a house number. It will be there on Monday.\n"
        "  │ ^^^^^^^^^^^^^\n"
        "   = help: Say what happened.\n"
    )
    assert "polite      " in out
    assert "90 −10 blame" in out
    assert out.splitlines()[-1] == "Passed, with 1 warning. Score 90/100 (A)."


def test_an_unanswered_question_shows_the_customers_words(monkeypatch: pytest.MonkeyPatch) -> None:
    out = shown(
        report(UNANSWERED, ran=("professional/unanswered-question",)), monkeypatch=monkeypatch
    )
    assert " --> mail.txt:3:1\n" in out
    assert "  │ ---------------------------------------- the customer's words\n" in out
    assert out.splitlines()[-1].startswith("Not ready to send: 1 error. Score 59/100 (E).")
    assert "at most 59 because of professional/unanswered-question" in out


def test_the_questions_stand_in_a_table_with_the_evidence(monkeypatch: pytest.MonkeyPatch) -> None:
    out = shown(
        report(UNANSWERED, ran=("professional/unanswered-question",)),
        monkeypatch=monkeypatch,
        width=100,
    )
    assert "What the customer asks  1 of 2 answered" in out
    assert re.search(r"✗ +3 +Can I still change the delivery address\? +none found", out)
    assert re.search(r"✓ +3 +And when will it arrive\? +3 +It will be there on Monday", out)


def test_reasons_for_each_answer_are_shown_when_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    style = STYLE._replace(explain=True)
    assert "no word of it" in shown(report(), style=style, monkeypatch=monkeypatch)
    assert "no word of it" not in shown(report(UNANSWERED), monkeypatch=monkeypatch)


def test_a_clean_draft_takes_two_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    out = shown(report(), monkeypatch=monkeypatch, width=100)
    assert out.splitlines() == [
        "✓ reply.txt  nothing to mend · 1 rule judged · 1 of 2 questions answered · 1 rule not "
        "applied",
        "Passed. Score 100/100 (A).",
    ]


def test_remarks_are_only_counted_unless_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    remark = found("house number", "professional/jargon", "info")
    quiet = shown(report(remark), monkeypatch=monkeypatch, width=100)
    assert len(quiet.splitlines()) == 2
    assert "1 remark ·" in quiet
    loud = shown(report(remark), style=STYLE._replace(verbose=True), monkeypatch=monkeypatch)
    assert "remark   professional/jargon" in loud
    assert "= why: Because." in loud
    assert "the customer's email has no Date:\n    prompt/late-reply" in loud


@pytest.mark.parametrize("ui", ["en", "es", "ca"])
@pytest.mark.parametrize("width", [60, 80])
def test_no_line_is_wider_than_the_screen(
    ui: Language, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = DRAFT.replace("house number", "house number " * 40)
    both = report(
        found("You failed to"),
        found("number " + "house number " * 30, text=long),
        UNANSWERED,
        draft=long,
    )
    for style in (Style(ui=ui), Style(ui=ui, verbose=True)):
        lines = shown(both, style=style, width=width, monkeypatch=monkeypatch).splitlines()
        assert max(map(len, lines)) <= width


def test_a_long_stretch_is_cut_in_the_middle(monkeypatch: pytest.MonkeyPatch) -> None:
    words = "house number " * 60
    long = DRAFT.replace("house number", words.strip())
    out = shown(report(found(words.strip(), text=long), draft=long), monkeypatch=monkeypatch)
    assert len(re.findall(r"\^{4,}", out)) == 3
    assert "  │ …\n" in out


def test_carets_stand_below_wide_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Hello 漢字 你好, you failed to pay."
    out = shown(report(found("you failed to", text=text), draft=text), monkeypatch=monkeypatch)
    frame, marks = out.splitlines()[2:4]
    from rich.cells import cell_len

    assert cell_len(frame[: frame.index("you")]) == marks.index("^")
    assert marks.count("^") == len("you failed to")


def test_hostile_text_is_shown_and_not_obeyed(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Hi [bold red]you[/] :smile: \x1b[31mfailed\x1b]0;title\x07 \x9b2J to\u202e pay [NAME]"
    bad = report(found("failed", text=text), draft=text, path="re\x1b[2Jply.txt")
    for color in ("never", "always"):
        out = shown(bad, style=STYLE._replace(color=color), monkeypatch=monkeypatch)  # type: ignore[arg-type]
        assert "[bold red]you[/] :smile:" in out
        assert "[NAME]" in out
        for unsafe in ("\x1b[31mfailed", "\x1b]0", "\x07", "\x9b", "\u202e", "\x1b[2J"):
            assert unsafe not in out


def test_colour_is_for_terminals_and_for_those_who_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    bad = report(found("You failed to"))
    assert "\x1b[" not in shown(bad, monkeypatch=monkeypatch)
    assert "\x1b[" in shown(bad, style=STYLE._replace(color="always"), monkeypatch=monkeypatch)
    assert "\x1b[" not in shown(bad, style=STYLE._replace(color="never"), monkeypatch=monkeypatch)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp850", "latin-1"])
@pytest.mark.parametrize("ui", ["en", "ca"])
def test_a_code_page_without_boxes_gets_plain_signs(
    encoding: str, ui: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = shown(
        report(found("You failed to"), UNANSWERED),
        style=Style(ui=ui),
        encoding=encoding,
        monkeypatch=monkeypatch,
    )
    assert "3 | You failed to enter" in out
    assert "  | ^^^^^^^^^^^^^" in out
    assert '"You failed to" puts' in out or "“You failed to” puts" in out
    assert "?" not in out.replace("address?", "").replace("arrive?", "")


def test_without_excerpts_the_mails_words_stay_out(monkeypatch: pytest.MonkeyPatch) -> None:
    out = shown(
        report(found("You failed to"), UNANSWERED),
        style=STYLE._replace(excerpts=False),
        monkeypatch=monkeypatch,
    )
    assert "reply.txt:3:1" in out
    for words in ("failed", "delivery", "Monday"):
        assert words not in out


def test_a_flood_of_one_rule_is_dammed(monkeypatch: pytest.MonkeyPatch) -> None:
    many = report(*[found("You failed to")] * 30)
    out = shown(many, monkeypatch=monkeypatch)
    assert out.count("warning  polite/blame") == 10
    assert "… 20 more of polite/blame" in out
    assert (
        shown(many, style=STYLE._replace(verbose=True), monkeypatch=monkeypatch).count(
            "warning  polite/blame"
        )
        == 30
    )


def test_without_score_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    out = shown(
        report(found("You failed to")), style=STYLE._replace(score=False), monkeypatch=monkeypatch
    )
    assert "Score" not in out
    assert "−10" not in out


def test_statistics_count_rules_over_all_drafts(monkeypatch: pytest.MonkeyPatch) -> None:
    style = STYLE._replace(statistics=True)
    out = shown(
        report(found("You failed to"), found("house")),
        report(UNANSWERED),
        style=style,
        monkeypatch=monkeypatch,
    )
    assert out.splitlines() == [
        "    2  warning  polite/blame",
        "    1  error    professional/unanswered-question",
        "1 draft is not ready to send: 1 error, 2 warnings.",
    ]


def test_notes_and_an_unknown_language_are_always_said(monkeypatch: pytest.MonkeyPatch) -> None:
    galician = report()
    galician = galician._replace(
        exchange=replace(galician.exchange, language=None),
        notes=(Note("ignore-unused", {"rule": "polite"}),),
    )
    out = shown(galician, monkeypatch=monkeypatch, width=100)
    assert "only its form was checked" in out
    assert "The draft suppresses polite, which finds nothing here." in " ".join(out.split())


def test_the_file_of_a_report_is_written_whole(tmp_path: Path) -> None:
    from replylint.model import Problem
    from replylint.report import publish

    target = tmp_path / "report.json"
    target.write_text("before")
    with pytest.raises(Problem):
        publish([report()], [f"json={target}", "nothing"], STYLE)
    assert target.read_text() == "before"
    publish([report()], [f"json={target}", f"concise={tmp_path / 'lines'}"], STYLE)
    assert target.read_text().startswith("{")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["lines", "report.json"]
    with pytest.raises(Problem, match="cannot be written"):
        publish([report()], [f"json={tmp_path / 'none' / 'report.json'}"], STYLE)
