"""The texts of a notice, each as a native reader expects it; what to fill in stands in brackets.

French has a no-break space (U+00A0) inside « » and before a colon, a narrow one (U+202F) before
the other high signs. ``{…}`` are values of ``notice``.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["LETTERS", "Texts"]


@dataclass(frozen=True, slots=True)
class Texts:
    """The templates of one language. ``first`` and ``since`` are sentences for what is known."""

    named: str
    letter: str
    first: str
    since: str
    sentence: str
    and_: str
    letter_title: str
    sentence_title: str


_ENGLISH = Texts(
    named="{name} ({domain})",
    letter="""\
Subject: {new_name} and {existing_name}, two very similar names

Dear Sir or Madam,

We are about to launch {new}. Before doing so, we looked for existing names that people might \
mistake for ours, and we found yours: {existing}.{known}

We would not want our launch to cause you any trouble. Some of our visitors may type your name by \
mistake and end up on your site, most likely in the hours after we announce ours.

Here is what we suggest:

- a sentence on our site that points people who are looking for you in the right direction: \
“{sentence}”;
- a message from us ahead of the launch, giving the day and the time, so that you and your hosting \
provider can prepare for more visits than usual;
- someone here whom you can contact directly, now and later: [name, email address, telephone].

Could you tell us how you would like to be named in that sentence, how many visits your site can \
handle, and whether there is anything else we should keep in mind?

This letter is sent as a courtesy. It is not meant to settle any question of rights, yours or ours.

Yours faithfully,

[name], for {new_name}
""",
    first=" As far as we know, you have been using it since {date}, before us.",
    since=" As far as we know, you have been using it since {date}.",
    sentence="Looking for {name}{where}? That is another site, unconnected with ours: {domain}.",
    and_=" and ",
    letter_title="Letter to the holder (nothing has been sent; fill in what is in brackets)",
    sentence_title="Sentence for your own site",
)  # fmt: skip

_FRENCH = Texts(
    named="{name} ({domain})",
    letter="""\
Objet\u00a0: {new_name} et {existing_name}, deux noms très proches

Madame, Monsieur,

Nous nous apprêtons à lancer {new}. Avant de le faire, nous avons cherché les noms existants qui \
pourraient être confondus avec le nôtre, et nous avons trouvé le vôtre\u00a0: {existing}.{known}

Nous ne voudrions pas que notre lancement vous cause du tort. Certains de nos visiteurs pourraient \
saisir votre nom par erreur et arriver sur votre site, surtout dans les heures qui suivront notre \
annonce.

Voici ce que nous vous proposons\u00a0:

–\u00a0une phrase sur notre site, pour orienter les personnes qui vous cherchent\u00a0: \
«\u00a0{sentence}\u00a0»\u202f;
–\u00a0un message de notre part avant le lancement, avec le jour et l’heure, afin que vous et \
votre hébergeur puissiez vous préparer à une affluence inhabituelle\u202f;
–\u00a0une personne que vous pourrez joindre directement, dès maintenant et par la suite\u00a0: \
[nom, adresse électronique, téléphone].

Pourriez-vous nous dire sous quel nom vous souhaitez figurer dans cette phrase, combien de visites \
votre site peut supporter, et s’il y a d’autres points auxquels nous devrions penser\u202f?

Cette lettre se veut une marque de courtoisie\u202f; elle ne tranche aucune question de droit, ni \
pour vous ni pour nous.

Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées.

[nom], pour {new_name}
""",
    first=" À notre connaissance, vous l’utilisez depuis {date}, donc avant nous.",
    since=" À notre connaissance, vous l’utilisez depuis {date}.",
    sentence=(
        "Vous cherchez {name}{where}\u202f? C’est un autre site, sans lien avec le nôtre\u00a0:"
        " {domain}."
    ),
    and_=" et ",
    letter_title="Lettre au titulaire (rien n’a été envoyé\u202f; complétez ce qui est entre"
    " crochets)",
    sentence_title="Phrase pour votre propre site",
)  # fmt: skip

LETTERS = {"en": _ENGLISH, "fr": _FRENCH}
