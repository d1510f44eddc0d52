"""HTML to the text that a reader sees, broken only where blocks end; quoted history gets "> " in
front.
"""

from __future__ import annotations

import re
from typing import Any

from replylint.mail.lists import words
from replylint.model import Problem
from replylint.text.expressions import expression

_SPACE = expression(r"[ \t\r\n\f\u00a0]+")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f"))
_HIDDEN_STYLE = expression(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|(?:max-height|font-size)\s*:\s*0(?:px|pt|em)?\s*(?:;|$|!)",
    re.IGNORECASE,
)
_META_CHARSET = expression(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{2,40})", re.IGNORECASE
)
_DROPPED = words(
    "head style script title template noscript object iframe svg math select button textarea "
    "meta link"
)
_PARAGRAPH = words("p blockquote ul ol dl table h1 h2 h3 h4 h5 h6 pre hr figure")
_LINE = words(
    "div li tr dt dd section article header footer main aside nav address center caption "
    "form fieldset body html"
)
_TIGHT = words("msonormal msolistparagraph msoplaintext")  # paragraphs without margins
_ATTRIBUTION = words("gmail_attr moz-cite-prefix")
_QUOTES = words("yahoo_quoted protonmail_quote zmail_extra front-quote tutanota_quote")
_REST = words(
    "divrplyfwdmsg appendonsend mail-editor-reference-message-container "
    "ms-outlook-mobile-reference-message orm"
)
_TAG = expression(
    r"<(/?)(?!(?:p|br|li|t[dhr]|d[dt]|hr|img|input|meta|link|col|wbr|option|area|base|source)\b)[a-z]",
    re.IGNORECASE,
)
MAX_DEPTH = 40  # of quotes
MAX_NESTED = 8000


def charset(data: bytes) -> str:
    """Give the charset that a document declares for itself, "" if none."""
    found = _META_CHARSET.search(data[:4096])
    return found.group(1).decode("ascii", "replace") if found else ""


def to_text(markup: str, path: str = "") -> str:
    """Give the visible text. A link gives its words, not its address; an image nothing.

    Raise Problem for elements nested deeper than any mail: the parser's time grows with the square
    of it.
    """
    if markup.count("<") > MAX_NESTED and _nested(markup) > MAX_NESTED:
        raise Problem(
            f"its HTML is nested more than {MAX_NESTED} deep", hint="Save it as text", place=path
        )
    from selectolax.lexbor import LexborHTMLParser

    root = LexborHTMLParser(markup.replace("\x00", " ")).root
    return _Page().read(root) if root is not None else ""


def _nested(markup: str) -> int:
    """How many more elements are opened than closed, at most, not counting those that close by
    themselves.
    """
    depth = deepest = 0
    for tag in _TAG.finditer(markup):
        depth = max(0, depth - 1) if tag.group(1) else depth + 1
        deepest = max(deepest, depth)
    return deepest


class _Page:
    """The text so far. Open elements stand on a list and not on Python's stack: mail nests
    thousands of them.
    """

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.line = ""
        self.quotes = 0
        self.kept = 0  # open <pre> elements
        self.lists: list[int | None] = []
        self.rest = False
        self.bullet = ""
        self.opened = -1  # lines before the open paragraph without margins

    def read(self, root: Any) -> str:
        node, open_nodes = root, []
        while True:
            child = self.enter(node)
            if child is not None:
                open_nodes.append(node)
                node = child
                continue
            self.leave(node)
            while node.next is None or not open_nodes:
                if not open_nodes:
                    self.end_line()
                    return self.text()
                node = open_nodes.pop()
                self.leave(node)
                if not open_nodes:
                    self.end_line()
                    return self.text()
            node = node.next

    def enter(self, node: Any) -> Any:
        """Open an element or add text; give its first child, None where there is none to enter."""
        tag = node.tag
        if tag == "-text":
            self.add(node.text_content or "")
            return None
        if tag == "br":
            self.end_line(keep=True)
            return None
        if tag[:1] in "-!" or tag in _DROPPED or self.is_hidden(node):
            return None
        names = self.names(node)
        if names & _TIGHT:
            self.end_line()
            self.opened = len(self.lines)
        elif tag in _PARAGRAPH:
            self.blank_line()
        elif tag in _LINE:
            self.end_line()
        elif tag in ("td", "th") and self.line.strip():
            self.line = self.line.rstrip() + "  "
        if tag == "blockquote" or names & _QUOTES or names & _ATTRIBUTION:
            self.end_line()
            self.quotes += 1
        if names & _REST and not self.rest:
            self.end_line()
            self.rest = True
            self.quotes += 1
        if tag == "ul":
            self.lists.append(None)
        elif tag == "ol":
            self.lists.append(1)
        elif tag == "li":
            number = self.lists[-1] if self.lists else None
            self.bullet = "- " if number is None else f"{number}. "
            if number is not None:
                self.lists[-1] = number + 1
        elif tag == "pre":
            self.kept += 1
        return node.child

    def leave(self, node: Any) -> None:
        tag = node.tag
        if tag[:1] in "-!" or tag == "br" or tag in _DROPPED or self.is_hidden(node):
            return
        names = self.names(node)
        if names & _TIGHT:  # an empty one is how Outlook writes a blank line
            self.end_line(keep=len(self.lines) == self.opened)
        elif tag in _PARAGRAPH:
            self.blank_line()
        elif tag in _LINE:
            self.end_line()
        if tag == "blockquote" or names & _QUOTES or names & _ATTRIBUTION:
            self.end_line()
            self.quotes -= 1
        if tag in ("ul", "ol") and self.lists:
            self.lists.pop()
        elif tag == "pre":
            self.kept -= 1

    @staticmethod
    def names(node: Any) -> frozenset[str]:
        """Classes and id, without the prefix that webmail puts before those of quoted mail."""
        attributes = node.attributes
        if not attributes:
            return frozenset()
        joined = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".lower()
        return frozenset(name.removeprefix("x_") for name in joined.split())

    @staticmethod
    def is_hidden(node: Any) -> bool:
        attributes = node.attributes
        if not attributes:
            return False
        return "hidden" in attributes or bool(_HIDDEN_STYLE.search(attributes.get("style") or ""))

    def add(self, text: str) -> None:
        text = text.translate(_INVISIBLE)
        if self.kept:
            first, *others = text.replace("\r\n", "\n").split("\n")
            self.line += first
            for line in others:
                self.end_line(keep=True)
                self.line = line
            return
        text = _SPACE.sub(" ", text)
        if not self.line or self.line[-1] == " ":
            text = text.lstrip(" ")
        if self.bullet and text:
            self.line, self.bullet = self.bullet, ""
        self.line += text

    def end_line(self, *, keep: bool = False) -> None:
        """End the line; an empty one only if asked for."""
        if self.line.strip() or keep:
            prefix = "> " * min(self.quotes, MAX_DEPTH)
            self.lines.append((prefix + self.line).rstrip())
        self.line = ""

    def blank_line(self) -> None:
        self.end_line()
        if self.lines and self.lines[-1].strip("> "):
            self.end_line(keep=True)

    def text(self) -> str:
        out: list[str] = []
        for line in self.lines:
            if line.strip("> ") or (out and out[-1].strip("> ")):
                out.append(line)
        while out and not out[-1].strip("> "):
            out.pop()
        return "\n".join(out)
