"""The texts of a notice, each as a native reader expects it; what to fill in stands in brackets.

French has a no-break space (U+00A0) inside « » and before a colon, a narrow one (U+202F) before
the other high signs. ``{…}`` are values of ``notice``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from confusables.model import Level

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["LETTERS", "Texts"]


@dataclass(frozen=True, slots=True)
class Texts:
    """The templates of one language. ``first`` and ``since`` are sentences for what is known.

    ``likeness`` (of the subject) and ``reason`` say no more of how near the names are than the
    comparison does: below a review nothing, and why one writes all the same is left to the user.
    """

    named: str
    letter: str
    likeness: Mapping[Level, str]
    reason: Mapping[Level, str]
    surge: str
    questions: tuple[str, str]  # where more visits may come, and where hardly any will
    first: str
    since: str
    sentence: str
    and_: str
    letter_title: str
    sentence_title: str


_ENGLISH = Texts(
    named="{name} ({domain})",
    letter="""\
Subject: {new_name} and {existing_name}{likeness}

Dear Sir or Madam,

We are about to launch {new}. {reason}

Here is what we suggest:

- a sentence on our site that points people who are looking for you in the right direction: \
“{sentence}”;
{surge}\
- someone here whom you can contact directly, now and later: [name, email address, telephone].

{question}

This letter is sent as a courtesy. It is not meant to settle any question of rights, yours or ours.

Yours faithfully,

[name], for {new_name}
""",
    likeness={
        Level.WARN: ", two very similar names",
        Level.REVIEW: ", two names that some people may confuse",
        Level.BELOW: "",
    },
    reason={
        Level.WARN: """\
Before doing so, we looked for existing names that people might mistake for ours, and we found \
yours: {existing}.{known}

We would not want our launch to cause you any trouble. Some of our visitors may type your name by \
mistake and end up on your site, most likely in the hours after we announce ours.""",
        Level.REVIEW: """\
Before doing so, we looked for existing names that some people might mistake for ours, and we \
found yours: {existing}.{known}

We would not want our launch to cause you any trouble. A few of our visitors may type your name by \
mistake and end up on your site, most likely in the hours after we announce ours.""",
        Level.BELOW: """\
Before doing so, we compared it with existing names, among them yours: {existing}.{known} We are \
writing to you because [your reason].""",
    },
    surge="""\
- a message from us ahead of the launch, giving the day and the time, so that you and your hosting \
provider can prepare for more visits than usual;
""",
    questions=(
        """\
Could you tell us how you would like to be named in that sentence, how many visits your site can \
handle, and whether there is anything else we should keep in mind?""",
        """\
Could you tell us how you would like to be named in that sentence, and whether there is anything \
else we should keep in mind?""",
    ),
    first=" As far as we know, you have been using it since {date}, before us.",
    since=" As far as we know, you have been using it since {date}.",
    sentence="Looking for {name}{where}? That is another site: {domain}. [It has no connection with"
    " ours: only once you have checked it.]",
    and_=" and ",
    letter_title="Letter to the holder (a draft, and nothing has been sent: have a lawyer read it"
    " first, and check and fill in what is in brackets)",
    sentence_title="Sentence for your own site",
)  # fmt: skip

_FRENCH = Texts(
    named="{name} ({domain})",
    letter="""\
Objet\u00a0: {new_name} et {existing_name}{likeness}

Madame, Monsieur,

Nous nous apprêtons à lancer {new}. {reason}

Voici ce que nous vous proposons\u00a0:

–\u00a0une phrase sur notre site, pour orienter les personnes qui vous cherchent\u00a0: \
«\u00a0{sentence}\u00a0»\u202f;
{surge}\
–\u00a0une personne que vous pourrez joindre directement, dès maintenant et par la suite\u00a0: \
[nom, adresse électronique, téléphone].

{question}

Cette lettre se veut une marque de courtoisie\u202f; elle ne tranche aucune question de droit, ni \
pour vous ni pour nous.

Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées.

[nom], pour {new_name}
""",
    likeness={
        Level.WARN: ", deux noms très proches",
        Level.REVIEW: ", deux noms que certains pourraient confondre",
        Level.BELOW: "",
    },
    reason={
        Level.WARN: """\
Avant de le faire, nous avons cherché les noms existants qui pourraient être confondus avec le \
nôtre, et nous avons trouvé le vôtre\u00a0: {existing}.{known}

Nous ne voudrions pas que notre lancement vous cause du tort. Certains de nos visiteurs pourraient \
saisir votre nom par erreur et arriver sur votre site, surtout dans les heures qui suivront notre \
annonce.""",
        Level.REVIEW: """\
Avant de le faire, nous avons cherché les noms existants que certains pourraient confondre avec le \
nôtre, et nous avons trouvé le vôtre\u00a0: {existing}.{known}

Nous ne voudrions pas que notre lancement vous cause du tort. Quelques-uns de nos visiteurs \
pourraient saisir votre nom par erreur et arriver sur votre site, surtout dans les heures qui \
suivront notre annonce.""",
        Level.BELOW: """\
Avant de le faire, nous l’avons comparé aux noms existants, dont le vôtre\u00a0: \
{existing}.{known} Nous vous écrivons parce que [votre raison].""",
    },
    surge="""\
–\u00a0un message de notre part avant le lancement, avec le jour et l’heure, afin que vous et \
votre hébergeur puissiez vous préparer à une affluence inhabituelle\u202f;
""",
    questions=(
        """\
Pourriez-vous nous dire sous quel nom vous souhaitez figurer dans cette phrase, combien de visites \
votre site peut supporter, et s’il y a d’autres points auxquels nous devrions penser\u202f?""",
        """\
Pourriez-vous nous dire sous quel nom vous souhaitez figurer dans cette phrase, et s’il y a \
d’autres points auxquels nous devrions penser\u202f?""",
    ),
    first=" À notre connaissance, vous l’utilisez depuis {date}, donc avant nous.",
    since=" À notre connaissance, vous l’utilisez depuis {date}.",
    sentence=(
        "Vous cherchez {name}{where}\u202f? C’est un autre site\u00a0: {domain}. [Il n’a aucun"
        " lien avec le nôtre\u00a0: à vérifier.]"
    ),
    and_=" et ",
    letter_title="Lettre au titulaire (un brouillon\u00a0: rien n’a été envoyé\u202f; faites-le"
    " lire d’abord par un avocat, puis vérifiez et complétez ce qui est entre crochets)",
    sentence_title="Phrase pour votre propre site",
)  # fmt: skip

LETTERS = {"en": _ENGLISH, "fr": _FRENCH}
