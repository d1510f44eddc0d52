"""Which files are drafts, and which file beside a draft is the email that it answers."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from replylint.model import Message, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from pathspec import GitIgnoreSpec

    from replylint.config import Settings

# What stands beside drafts in a repository, and is no mail.
NO_MAIL = frozenset(["README", "CHANGELOG", "CONTRIBUTING", "LICENSE", "SECURITY"])
KINDS = (".eml", ".txt", ".md", ".html", ".htm")
STDIN = "-"
CUSTOMER = "customer"  # NAME.customer.eml is the customer's email beside the draft NAME.eml


def find(names: Iterable[str], settings_of: Callable[[Path], Settings]) -> list[str]:
    """The drafts that the command line names, each once, in its order; those of a folder in order
    of path.

    Of a folder: files of known kinds below it, without hidden ones, customers' emails (customer.*,
    NAME.customer.*), a README and its like, and what .gitignore or the folder's `exclude` leaves
    out.

    Raises:
        Problem: a name does not exist, or a folder holds no draft.
    """
    found: dict[str, None] = {}
    for name in names:
        path = Path(name)
        if name != STDIN and path.is_dir():
            below = list(_below(path, settings_of(path)))
            if not below:
                raise Problem(
                    "there are no drafts in this folder",
                    hint=f"A draft ends in {', '.join(KINDS)}, is not hidden, and neither"
                    " .gitignore nor exclude leaves it out",
                    place=name,
                )
            found.update(dict.fromkeys(below))
        elif name == STDIN or path.exists() or path.is_symlink():
            found[name] = None
        else:
            raise Problem("there is no such file or folder", hint=_similar(path), place=name)
    return list(found)


def customer_path(draft: Message, path: str) -> str | None:
    """The customer's email that a draft's front matter names, or else NAME.customer.eml beside the
    draft.
    """
    if path == STDIN:
        return draft.customer
    here = Path(path)
    if draft.customer:
        return str(here.parent / draft.customer)
    for stem in (here.stem, here.name):
        for kind in KINDS:
            beside = here.with_name(f"{stem}.{CUSTOMER}{kind}")
            if beside.is_file():
                return str(beside)
    return None


def _below(root: Path, settings: Settings) -> Iterator[str]:
    excluded = _spec(settings["exclude"]) if settings["exclude"] else None
    specs = list(_above(root))
    base = settings.root.resolve()

    def left_out(path: Path, folder: bool) -> bool:
        verdict = None
        for at, spec in specs:
            if path.is_relative_to(at):
                said = spec.check_file(path.relative_to(at).as_posix() + "/" * folder).include
                verdict = verdict if said is None else said
        if excluded is not None and not verdict and path.is_relative_to(base):
            verdict = excluded.match_file(path.relative_to(base).as_posix() + "/" * folder)
        return bool(verdict)

    def unreadable(error: OSError) -> None:
        raise Problem(f"the folder cannot be read: {error.strerror}", place=str(error.filename))

    for at, folders, files in os.walk(root, onerror=unreadable):
        here = Path(at).resolve()
        if ".gitignore" in files:
            specs.append((here, _gitignore(here / ".gitignore")))
        check = bool(specs or excluded)
        folders[:] = sorted(
            f
            for f in folders
            if not f.startswith(".") and not (check and left_out(here / f, folder=True))
        )
        for name in sorted(files):
            stem, kind = os.path.splitext(name)  # noqa: PTH122
            if kind.lower() not in KINDS or name.startswith("."):
                continue
            if stem == CUSTOMER or stem.endswith("." + CUSTOMER) or stem.upper() in NO_MAIL:
                continue
            if not (check and left_out(here / name, folder=False)):
                yield os.path.join(at, name)  # noqa: PTH118 - the name as it was given


def _above(root: Path) -> Iterator[tuple[Path, GitIgnoreSpec]]:
    """The .gitignore files above a folder that is inside a git work tree, outermost first."""
    root = root.resolve()
    top = next((p for p in (root, *root.parents) if (p / ".git").exists()), root)
    for folder in reversed(root.parents):
        if folder.is_relative_to(top) and (folder / ".gitignore").is_file():
            yield folder, _gitignore(folder / ".gitignore")


def _gitignore(path: Path) -> GitIgnoreSpec:
    try:
        return _spec(path.read_text(encoding="utf-8", errors="replace").splitlines())
    except OSError as error:
        raise Problem(f"cannot be read: {error.strerror}", place=str(path)) from None


def _spec(lines: Sequence[str]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    try:
        return GitIgnoreSpec.from_lines(lines)
    except ValueError as error:
        raise Problem(f"exclude holds a pattern that is not one: {error}") from None


def _similar(path: Path) -> str:
    from replylint.rulebook import nearest

    try:
        beside = [p.name for p in path.parent.iterdir() if p.suffix.lower() in KINDS or p.is_dir()]
    except OSError:
        return ""
    hint = nearest(path.name, beside)
    return hint if hint.startswith("Did") else ""
