"""A rule explained: as plain data, as Markdown, as lines for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from replylint.report.view import reason, texts
from replylint.report.words import words
from replylint.rulebook import examples

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replylint.model import Language, Rule


class Line(NamedTuple):
    """One line of a rule's page: a title, a heading, prose, or an example's text as it is."""

    kind: str
    text: str


def short_view(rule: Rule, ui: Language) -> dict[str, Any]:
    """A rule in the list of rules."""
    return {
        "name": rule.name,
        "principle": rule.principle,
        "severity": rule.severity,
        "on": rule.on,
        "summary": texts(rule, ui).summary,
    }


def view(rule: Rule, ui: Language) -> dict[str, Any]:
    """All that a reader may want to know of a rule."""
    said = texts(rule, ui)
    return {
        **short_view(rule, ui),
        "weight": rule.weight,
        "message": said.message,
        "help": said.help,
        "rationale": said.rationale,
        "not_applied_when": [reason(need, ui) for need in rule.needs],
        "parameters": dict(rule.parameters),
        "source": rule.source,
        "examples": [
            {
                "language": example.language,
                "verdict": "bad" if example.bad else "good",
                "draft": example.draft.strip("\n"),
                "customer": example.customer.strip("\n") if example.customer else None,
                "marks": example.marks,
                "note": example.note,
            }
            for example in examples(rule)
        ],
    }


def lines(rule: Rule, ui: Language) -> Iterator[Line]:
    """The page that people read: examples in their own language where the rule has any, else in
    English.
    """
    spoken, page = words(ui), view(rule, ui)
    about = [spoken[rule.severity]]
    if not rule.on:
        about.append(spoken["off"])
    if rule.weight != 1:
        about.append(spoken["weight"].format(n=f"{rule.weight:g}"))
    yield Line("title", rule.name)
    yield Line("prose", f"{page['summary']}. ({', '.join(about)})")
    for heading, key in (("why", "rationale"), ("help", "help"), ("example-says", "message")):
        yield Line("heading", _capital(spoken[heading]))
        yield Line("prose", page[key])
    if rule.needs:
        yield Line("heading", spoken["needs"])
        for need in rule.needs:
            yield Line("item", reason(need, ui))
    if rule.parameters:
        yield Line("heading", spoken["parameters"])
        yield Line("code", f'[rules."{rule.name}"]\n' + "\n".join(_settings(rule)))
    shown = [e for e in page["examples"] if e["language"] == ui] or page["examples"]
    for verdict in ("bad", "good"):
        for example in shown:
            if example["verdict"] != verdict:
                continue
            yield Line(
                "heading", spoken[verdict] + (f": {example['note']}" if example["note"] else "")
            )
            if example["customer"]:
                yield Line("prose", spoken["customer-asks"] + ":")
                yield Line("code", example["customer"])
                yield Line("prose", spoken["draft"] + ":")
            yield Line("code", example["draft"])
    if rule.source:
        yield Line("heading", spoken["source"])
        yield Line("prose", rule.source)


def markdown(rule: Rule, ui: Language) -> str:
    """The page as Markdown."""
    out = []
    for line in lines(rule, ui):
        if line.kind == "title":
            out.append(f"# {line.text}")
        elif line.kind == "heading":
            out.append(f"## {line.text}")
        elif line.kind == "item":
            out.append(f"- {line.text}")
        elif line.kind == "code":
            out.append("\n".join(f"    {text}".rstrip() for text in line.text.split("\n")))
        else:
            out.append(line.text)
    return "\n\n".join(out) + "\n"


def _settings(rule: Rule) -> Iterator[str]:
    from replylint.toml import literal

    for key, value in rule.parameters.items():
        yield f"{key} = {literal(value)}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
