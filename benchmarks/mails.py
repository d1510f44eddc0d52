"""Made-up English mail of about 150 words: as many pairs of draft and customer as wanted."""

from __future__ import annotations

import random
from dataclasses import dataclass
from email.message import EmailMessage
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def paragraphs(text: str) -> list[str]:
    """Split at empty lines, and join the lines of each paragraph."""
    return [" ".join(block.split()) for block in text.split("\n\n")]


ASKED = paragraphs("""
Could you tell me whether the walnut desk can be delivered to a third floor without a lift?

I would like to know how long the guarantee lasts, and what it covers.

Is it possible to change the delivery to the following Saturday?

Please send me an invoice in the name of my company.

How much would the matching shelf cost, and is it in stock?

Do I have to be at home when the courier comes?

Which oil do you recommend for the top?

Can the drawers be fitted on the left side instead of the right?
""")

SAID = paragraphs("""
Your desk leaves our workshop on Tuesday 17 November and should be with you by Thursday, between
nine and one o'clock.

The two drivers will carry it up to the third floor at no extra cost, provided that the staircase
is at least 90 cm wide.

The guarantee lasts five years and covers the joints, the drawers and the finish, but not marks
left by water or heat.

I have moved your delivery to Saturday 21 November, and you will receive a message on the evening
before with a two-hour slot.

You will find the invoice in your account at https://walnutandson.example/account, in the name
that you gave us.

The matching shelf costs £140, and we have six of them in stock at the moment; delivery together
with the desk is free.

There is no need to be at home yourself, as long as a neighbour can sign for the two parcels.

For the top we recommend hard wax oil, applied thinly twice a year with a lint-free cloth and left
to dry overnight.

The drawers can be fitted on either side, so please let me know which one you prefer before Friday
noon.

If a corner was damaged on the way, please send me two photographs, and I will order a new part on
the same day.

We plant a tree for each desk that leaves the workshop, and yours will stand on the hill behind
Hartley in the spring.

Our showroom in Mill Lane is open from ten until six, and you would be very welcome to try the
chairs as well.

The old desk can be collected by the same drivers for £25, and a local charity will find a new
home for it.

The instructions are printed on the inside of the left door, and a short film shows how to level
the feet.
""")

FIRST = ("Harriet", "Desmond", "Priya", "Callum", "Noor", "Gwen", "Tobias", "Leila", "Owen")
LAST = ("Ashby", "Okonkwo", "Raman", "Fraser", "Haddad", "Pryce", "Lindqvist", "Moreau", "Daly")

CARE = "Martin Walcott <care@walnutandson.example>"
SIGNATURE = "Martin Walcott\nCustomer Care Adviser\nWalnut & Son\n01632 960 512"


@dataclass(frozen=True)
class Pair:
    """A customer's email and the draft that answers it."""

    name: str
    order: str
    asked: str
    answer: str

    @property
    def customer(self) -> str:
        return f"{self.name} <{self.name.replace(' ', '.').lower()}@example.com>"

    def markdown(self, customer_path: str) -> tuple[str, str]:
        """Write both as .md files; the front matter of the draft names the other file."""
        theirs = [f"from: {self.customer}", f"subject: Order {self.order}"]
        ours = [
            f"to: {self.customer}",
            f"subject: Your order {self.order}",
            f"customer: {customer_path}",
        ]
        return _with_front_matter(theirs, self.asked), _with_front_matter(ours, self.answer)

    def emails(self) -> tuple[bytes, bytes]:
        """Write both as .eml files."""
        theirs, ours = EmailMessage(), EmailMessage()
        theirs["From"], theirs["To"] = self.customer, CARE
        theirs["Subject"] = f"Order {self.order}"
        theirs["Date"] = "Mon, 09 Nov 2026 10:02:00 +0000"
        theirs["Message-ID"] = "<order@example.com>"
        theirs.set_content(self.asked)
        ours["From"], ours["To"] = CARE, self.customer
        ours["Subject"] = f"Your order {self.order}"
        ours["Date"] = "Mon, 09 Nov 2026 15:40:00 +0000"
        ours["Message-ID"] = "<answer@walnutandson.example>"
        ours["In-Reply-To"] = "<order@example.com>"
        ours.set_content(self.answer)
        return bytes(theirs), bytes(ours)


def pairs(count: int, seed: int = 5) -> Iterator[Pair]:
    """Compose `count` pairs, each another choice of sentences; the same ones for a seed."""
    chance = random.Random(seed)
    for at in range(count):
        name = f"{chance.choice(FIRST)} {chance.choice(LAST)}"
        order = f"WS-{40213 + at}"
        asked = [
            "Hello,",
            f"I ordered a desk from you last week (order {order}).",
            *chance.sample(ASKED, 3),
            f"Kind regards,\n{name}",
        ]
        answer = [
            f"Dear {name.partition(' ')[0]},",
            f"Thank you for your message about order {order}.",
            *chance.sample(SAID, 6),
            "Kind regards,",
            SIGNATURE,
        ]
        yield Pair(name, order, "\n\n".join(asked), "\n\n".join(answer))


def _with_front_matter(fields: list[str], body: str) -> str:
    return "\n".join(["---", *fields, "---", body, ""])
