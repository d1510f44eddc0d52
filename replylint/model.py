"""The nouns of replylint: what mail becomes when read, and what a rule says of it. All immutable.

Small nouns are named tuples, which cost a tenth of a dataclass to define and a third to make.

Offsets count Unicode code points from 0; lines and columns, where a reader sees them, count from 1.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from replylint.text.prose import Prose

Language = Literal["en", "es", "ca"]
LANGUAGES: tuple[Language, ...] = ("en", "es", "ca")

Severity = Literal["info", "warning", "error"]
SEVERITIES: tuple[Severity, ...] = ("info", "warning", "error")

FIVE_PS = ("prompt", "polite", "personal", "professional", "promotional")
PRINCIPLES = (*FIVE_PS, "netiquette", "confidential")

Side = Literal["draft", "customer"]

PartKind = Literal[
    "salutation", "paragraph", "list-item", "sign-off", "signature", "legal-footer",
    "attribution", "quote", "forwarded",
]  # fmt: skip
OTHERS_WORDS: frozenset[PartKind] = frozenset({"attribution", "quote", "forwarded"})
NOT_SIGNED: frozenset[PartKind] = OTHERS_WORDS | {"legal-footer"}
NOT_OWN: frozenset[PartKind] = NOT_SIGNED | {"signature"}
MOST_OWN = 50_000  # characters of one author that are read: a letter of some twenty pages
MOST_QUESTIONS = 100  # that are matched with the draft


class Problem(Exception):
    """Something the user can mend: shown as one line, exit 2, never with a traceback."""

    def __init__(self, message: str, *, hint: str = "", place: str = "") -> None:
        super().__init__(message)
        self.message, self.hint, self.place = message, hint, place

    def __str__(self) -> str:
        head = f"{self.place}: {self.message}" if self.place else self.message
        return f"{head}. {self.hint}" if self.hint else head


class DoesNotApply(Exception):
    """Raised by a check, before its first finding, when it cannot judge.

    `why` is a key of `replylint.report.ui`'s REASONS, so that the report says it in the reader's
    language.
    """

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


_NO_WORDS: Mapping[str, str] = MappingProxyType({})


class Span(NamedTuple):
    """A stretch of a text, end exclusive."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]


class Part(NamedTuple):
    """One segment of a message's body, as `replylint parse` shows it."""

    kind: PartKind
    start: int
    end: int


class Address(NamedTuple):
    """One mailbox of a header: its display name, possibly empty, and its address in lower case."""

    name: str
    email: str

    @property
    def domain(self) -> str:
        return self.email.rpartition("@")[2]

    def __str__(self) -> str:
        return f"{self.name} <{self.email}>" if self.name else self.email


class Attachment(NamedTuple):
    """A file that travels with a message; `size` in bytes after decoding, None where unknown."""

    name: str
    type: str
    size: int | None
    inline: bool = False


class Position(NamedTuple):
    """Where a text begins in its file: line and column of its first character, both from 1."""

    line: int
    column: int
    decoded: bool = False


@dataclass(frozen=True, eq=False)
class Message:
    """An email, read. A header that the format does not carry is None (unknown), not empty.

    A message equals itself only, so that what is worked out for it can be kept by it.

    `text` is the decoded body with Unix line ends. `lines` gives, for each of its lines, where it
    begins in the file; None where the two cannot be compared (transfer encoding, HTML): positions
    are then those of `text` itself and are reported as decoded.
    """

    path: str
    format: Literal["eml", "mbox", "txt", "md", "html", "quote"]
    text: str
    parts: tuple[Part, ...]
    lines: tuple[Position, ...] | None = None
    headers: Mapping[str, Position] = field(default_factory=dict)
    subject: str | None = None
    sender: Address | None = None
    reply_to: tuple[Address, ...] = ()
    to: tuple[Address, ...] | None = None
    cc: tuple[Address, ...] | None = None
    bcc: tuple[Address, ...] | None = None
    date: datetime | None = None
    message_id: str | None = None
    in_reply_to: str | None = None
    references: tuple[str, ...] = ()
    list_id: str | None = None
    attachments: tuple[Attachment, ...] | None = None
    plain_lines: tuple[int, bool] | None = None
    """For text/plain: the longest line as sent, in characters, and whether format=flowed. None for
    HTML.
    """
    ignores: tuple[tuple[str, str], ...] = ()
    """Suppressions carried by the message: (rule name, reason)."""
    customer: str | None = None
    """The customer's email that front matter names, as a path relative to this file."""
    language: str | None = None
    """The language that front matter or a header declares."""
    defects: tuple[str, ...] = ()

    def blanked(self, hide: frozenset[PartKind], most: int | None = None) -> str:
        """`text` with spaces of equal length for the parts of these kinds; line ends stay.

        Of what is not hidden, only the first `most` characters are kept, if given.
        """
        text, at = self.text, 0
        pieces: list[str] = []
        left = len(text) if most is None else most
        hidden = [(part.start, part.end) for part in self.parts if part.kind in hide]
        for start, end in (*hidden, (len(text), len(text))):
            if start < at:
                continue
            kept = min(start, at + left)
            left -= kept - at
            lines = text[kept:end].split("\n")
            pieces += text[at:kept], "\n".join(" " * len(line) for line in lines)
            at = end
        return "".join(pieces)

    @cached_property
    def signed(self) -> str:
        """The author's own words, signature included, equal in length to `text`; of at most
        MOST_OWN characters.
        """
        return self.blanked(NOT_SIGNED, MOST_OWN)

    @cached_property
    def own(self) -> str:
        """The author's own new text, signature and legal footer blanked: as long as `text`; of at
        most MOST_OWN characters.
        """
        return self.blanked(NOT_OWN, MOST_OWN)

    @cached_property
    def overlong(self) -> bool:
        """Whether the author wrote more than what `own` holds of it."""
        return len(self.text) > MOST_OWN and self.own != self.blanked(NOT_OWN)

    @cached_property
    def prose(self) -> Prose:
        """Words, sentences and paragraphs of `own`."""
        from replylint.text.prose import Prose

        return Prose(self.own)

    def of_kind(self, *kinds: PartKind) -> tuple[Part, ...]:
        return tuple(part for part in self.parts if part.kind in kinds)


class Company(NamedTuple):
    """What the configuration says of the sender's organisation."""

    name: str = ""
    domains: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    people: tuple[Address, ...] = ()

    def owns(self, domain: str) -> bool:
        """Whether a mail or web domain is the company's, sub-domains included."""
        domain = domain.lower()
        return any(domain == own or domain.endswith("." + own) for own in self.domains)


class Place(NamedTuple):
    """A stretch of one side of the exchange: of the body, or of the header `part` names in lower
    case.
    """

    side: Side
    part: str
    start: int
    end: int


class Edit(NamedTuple):
    """A safe textual change of the draft: put `text` in the place of `place`."""

    place: Place
    text: str


class Texts(NamedTuple):
    """A rule's words for people, in one language of the interface. `message` and `help` may hold
    {slots}.
    """

    summary: str
    message: str
    help: str
    rationale: str


class Rule(NamedTuple):
    """One file of `rules/`: what to look for, how serious it is, and what to say.

    `check` names a function, `module.function` below `replylint.checks`. `needs` are the conditions
    without which the rule does not apply (see `replylint.engine.NEEDS`). `lexicon` maps list name →
    language → phrases, one a line (see `replylint.text.phrases` for their syntax).
    """

    name: str
    check: str
    severity: Severity
    texts: Mapping[str, Texts]
    weight: float = 1.0
    on: bool = True
    needs: tuple[str, ...] = ()
    source: str = ""
    parameters: Mapping[str, Any] = _NO_WORDS
    lexicon: Mapping[str, Mapping[str, str]] = MappingProxyType({})
    path: str = ""
    extends: str = ""
    """For a house rule: the built-in one that it was made from."""

    @property
    def principle(self) -> str:
        return self.name.partition("/")[0]


class Finding(NamedTuple):
    """One thing that a rule found. `values` fill the slots of the rule's message and help."""

    rule: Rule
    place: Place
    severity: Severity
    values: Mapping[str, str] = _NO_WORDS
    confidence: float = 0.9
    related: tuple[Place, ...] = ()
    fix: Edit | None = None
    suppressed: str | None = None


class Question(NamedTuple):
    """Something the customer asks or requests, and what the draft says to it.

    `answered` is None where it cannot be told; `evidence` is a stretch of the draft's text; `why`
    explains the verdict for `--explain-questions`, one reason an item.
    """

    span: Span
    answered: bool | None = None
    confidence: float = 0.0
    evidence: Span | None = None
    why: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Exchange:
    """What is linted: a draft, the customer's email that it answers (None if unknown), and what
    surrounds them.
    """

    draft: Message
    customer: Message | None = None
    company: Company = field(default_factory=Company)
    now: datetime | None = None
    language: Language | None = None
    """The draft's language; None where it is not one that replylint knows."""
    customer_language: str | None = None
    settings: Mapping[str, Any] = field(default_factory=dict)
    """Tables of the configuration that checks read: "spelling", "questions"…"""

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """The customer's questions and requests, matched with the draft. Empty without a customer's
        email.
        """
        from replylint.questions import answer

        return answer(self)


class Note(NamedTuple):
    """Something a reader should know that no rule says, such as a suppression that suppresses
    nothing.

    `key` is one of NOTES in `replylint.report.words`, `values` fill the slots of its sentence.
    """

    key: str
    values: Mapping[str, str] = _NO_WORDS


class Deduction(NamedTuple):
    """Points that one rule took from one of the five Ps or, for the other principles, from the
    overall score.
    """

    rule: str
    principle: str
    points: float


class Score(NamedTuple):
    """The report's figures: see `replylint.score`. None for a P none of whose rules applied."""

    overall: int
    grade: str
    partial: bool
    capped_by: str | None
    principles: Mapping[str, int | None]
    deductions: tuple[Deduction, ...]


class Report(NamedTuple):
    """All that one draft's lint has to say."""

    exchange: Exchange
    findings: tuple[Finding, ...]
    not_applied: tuple[tuple[str, str], ...]
    """(rule name, key of the reason)."""
    ran: tuple[str, ...]
    """Names of the rules that could judge."""
    score: Score
    notes: tuple[Note, ...] = ()
