"""The small words by which English, Spanish and Catalan ask: interrogatives, verbs put first,
links between clauses.

All folded (lower case, no accents), as `replylint.text.prose.fold` gives them.
"""

from __future__ import annotations

from typing import NamedTuple


def word_set(words: str) -> frozenset[str]:
    """Words parted by blanks, as a set."""
    return frozenset(words.split())


class Grammar(NamedTuple):
    """What one language asks with.

    `interrogative` opens a question; `embedded` opens one after a verb of asking or a link;
    `first` are verbs that ask when they stand before `subject`; `link` joins clauses; `lead` may
    stand before a question.
    """

    interrogative: frozenset[str]
    embedded: frozenset[str]
    first: frozenset[str]
    subject: frozenset[str]
    asking: frozenset[str]
    link: frozenset[str]
    lead: frozenset[str]
    preposition: frozenset[str]
    choice: frozenset[str]


ENGLISH = Grammar(
    interrogative=word_set(
        """
        what when where who whom whose why how which what's whats when's where's who's how's
        hows wheres
        """
    ),
    embedded=word_set("if whether what when where who whom whose why how which what's"),
    first=word_set(
        """
        is are was were am do does did can could will would shall should has have had may might
        must isn't aren't don't doesn't didn't can't couldn't won't wouldn't shouldn't hasn't
        haven't wasn't weren't
        """
    ),
    subject=word_set(
        """
        i you ye u we they he she it there this that these those anyone anybody someone somebody
        the a an any my our your their his her its all both one people
        """
    ),
    asking=word_set(
        """
        do does did can could will would is are was were has have should shall may am i'm
        there's
        """
    ),
    link=word_set("and but so plus also & then or"),
    lead=word_set(
        """
        and but so also plus or then first firstly second secondly third thirdly finally lastly
        last another one other thing things question next now ok okay well please just hi hello
        hey morning afternoon evening good again roughly approximately exactly about actually
        """
    ),
    preposition=word_set(
        """
        in on at by to from for with until till since about of under within per during and
        """
    ),
    choice=word_set("or"),
)
SPANISH = Grammar(
    interrogative=word_set(
        """
        que cual cuales cuando cuanto cuanta cuantos cuantas donde adonde como quien quienes
        """
    ),
    embedded=word_set(
        """
        si que cual cuales cuando cuanto cuanta cuantos cuantas donde adonde como quien quienes
        """
    ),
    first=word_set(
        """
        es esta estan son hay tiene tienen teneis tienes tenes puedo podemos puede pueden podeis
        puedes podes podria podrian podriais podrias podriamos se seria queda quedan incluye
        incluyen hace hacen haceis haces aceptan aceptais admiten admitis existe existen debo
        debemos hemos ha han habeis has necesito necesitamos llega llegan va van vais cobran
        cobrais sirve sirven ofrecen ofreceis disponen disponeis abren abris cierran cabe caben
        dan dais venden vendeis
        """
    ),
    subject=word_set("usted ustedes vosotros vosotras vos tu"),
    asking=word_set("podria podrian podriais podrias podeis podes puedes"),
    link=word_set("y e pero o ademas tambien i asi entonces"),
    lead=word_set(
        """
        y e pero o ademas tambien asimismo entonces pues primero segundo tercero ultimo ultima
        por otra otro cosa duda pregunta hola buenas buenos dias tardes noches cierto favor una
        mas bueno finalmente lugar en primer aproximadamente
        """
    ),
    preposition=word_set("a de en con por para hasta desde sobre"),
    choice=word_set("o u"),
)
CATALAN = Grammar(
    interrogative=word_set(
        """
        que quin quina quins quines quan quant quanta quants quantes on com qui
        """
    ),
    embedded=word_set(
        """
        si que quin quina quins quines quan quant quanta quants quantes on com qui
        """
    ),
    first=word_set(
        """
        es esta estan son hi teniu tenen te tens puc podem pot poden podeu pots podria podrien
        podrieu podries seria queda queden inclou inclouen fa fan feu accepteu accepten admeteu
        admeten existeix existeixen he hem heu ha han cal calen em ens us es s' n' val arriba
        arriben va van aneu serveix serveixen oferiu disposeu obriu obren tanqueu haig caben
        hauria hauriem tindrieu tendrieu
        """
    ),
    subject=word_set("voste vostes vosaltres vos vostres"),
    asking=word_set("podeu podrieu podries podrien"),
    link=word_set("i pero o tambe ademes llavors y"),
    lead=word_set(
        """
        i pero o tambe ademes llavors doncs primer segon tercer ultima ultim per altra altre
        cosa dubte pregunta hola bon bona bones dia tarda vespre nit una mes finalment lloc en
        primera segona posats ja aproximadament vespra vesprada
        """
    ),
    preposition=word_set("a de d' en amb per fins des sobre"),
    choice=word_set("o"),
)

GRAMMARS = {"en": ENGLISH, "es": SPANISH, "ca": CATALAN}
