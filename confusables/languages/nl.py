"""Dutch: function words, inflection, sound."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from confusables.languages.numerals import composed, counting, ordinals
from confusables.languages.phones import Rules
from confusables.languages.stems import Endings, Stemmer, words
from confusables.model import Subject

if TYPE_CHECKING:
    from collections.abc import Mapping

code: str = "nl"

possessives: Mapping[str, frozenset[str]] = {
    "my": words("mijn mn"),
    "your": words("jouw uw je jullie"),
    "our": words("onze ons"),
    "their": words("zijn haar hun"),
}

determiners: frozenset[str] = words("de het een t n dit deze die dat").union(*possessives.values())

agreeing: tuple[frozenset[str], ...] = (
    words("de een mijn mn jouw uw onze je deze die"),
    words("het een t n mijn mn jouw uw ons je dit dat"),
)

endings: tuple[frozenset[str], ...] = (
    words("heid ie ing teit tie"),
    words("isme je ment"),
)

elided: Mapping[str, str] = {}

linking: frozenset[str] = words(
    "van der den de het en in op aan met voor bij te ten ter uit om naar tot s t"
)

contracted: frozenset[str] = frozenset()

joining: frozenset[str] = words("en")

nouns_last: bool = True

compounds: bool = True

_NUMBERS: Final = composed(
    {
        "0": ("nul",),
        "1": ("een",),
        "2": ("twee",),
        "3": ("drie",),
        "4": ("vier",),
        "5": ("vijf",),
        "6": ("zes",),
        "7": ("zeven",),
        "8": ("acht",),
        "9": ("negen",),
        "10": ("tien",),
        "11": ("elf",),
        "12": ("twaalf",),
        "13": ("dertien",),
        "14": ("veertien",),
        "15": ("vijftien",),
        "16": ("zestien",),
        "17": ("zeventien",),
        "18": ("achttien",),
        "19": ("negentien",),
        "20": ("twintig",),
        "30": ("dertig",),
        "40": ("veertig",),
        "50": ("vijftig",),
        "60": ("zestig",),
        "70": ("zeventig",),
        "80": ("tachtig",),
        "90": ("negentig",),
        "100": ("honderd",),
        "1000": ("duizend",),
        "1001": ("duizendeneen",),
        "1e": ("eerste",),
        "1ste": ("eerste",),
    },
    lambda ten, unit, _: (f"{unit}en{ten}",),
)

_ordinal = Endings("een:eerste drie:derde acht:achtste ig:igste honderd:honderdste :de")

numbers: Mapping[str, tuple[str, ...]] = {
    **ordinals(_NUMBERS, _ordinal, lambda _: ("e",)),
    **ordinals(
        _NUMBERS, _ordinal, lambda number: ("ste" if number in (1, 8) or number > 19 else "de",)
    ),
    **counting(_NUMBERS, "honderd", ("miljoen", "eenmiljoen")),
    **_NUMBERS,
}

shorthand: Mapping[str, tuple[str, ...]] = {
    "&": ("en",), "+": ("plus",), "%": ("procent",), "w8": ("wacht",), "n8": ("nacht",),
    "st": ("sint",), "dr": ("dokter", "doctor"), "mevr": ("mevrouw",), "prof": ("professor",),
    "info": ("informatie",), "uni": ("universiteit",), "str": ("straat",), "bieb": ("bibliotheek",),
    "foto": ("fotografie",), "tel": ("telefoon",), "kado": ("cadeau",), "gem": ("gemeente",),
    "gebr": ("gebroeders",),
    "mij": ("maatschappij",),
}  # fmt: skip

subjects: Mapping[str, Subject] = {
    "ik": Subject(), **dict.fromkeys(("jij", "je"), Subject((), ("t", ""))),
    **dict.fromkeys(("hij", "zij", "ze"), Subject((), ("t", ""), usual=False)),
    **dict.fromkeys(("wij", "we"), Subject((), ("nen", "en", "aan", "ijn"))),
    "jullie": Subject((), ("nen", "en", "aan", "ijn"), usual=False),
}  # fmt: skip
verbs: Mapping[str, tuple[str, ...]] = {}

suffixes: frozenset[str] = words("nl be sr aw cw sx bq amsterdam vlaanderen gent brussels frl")

written_out: Mapping[str, str] = {}

keyboard: str = "qwerty"

_WHOLE: Final = words(
    "leven eten weten teken keuken varken wagen regen degen zegen boven tegen zeven negen open"
    " haven oven laten ijzer water meter winter zomer kamer nummer partner center computer super"
    " onder over beter jonger tijger poker server bakker huis muis kruis prijs reis ijs paradijs"
    " bewijs gas glas gras dans kans mens plus bus bonus campus virus museum basis thuis tennis"
    " paris iris praxis plaats paars rechts links niets iets alles jasje meisje beetje sprookje"
    " ochtend europa media data website online schoen station roze klas kaartje"
)

# Plurals that keep the vowel short, or change it, or have -eren.
_IRREGULAR: Final = {
    **{word: word for word in _WHOLE},
    **{word + "eren": word for word in words("kind lied rund kalf lam hoen volk goed rad been")},
    **dict(
        pair.split(":")
        for pair in words(
            "steden:stad schepen:schip leden:lid wegen:weg dagen:dag daken:dak paden:pad baden:bad"
            " vaten:vat gaten:gat sloten:slot loten:lot spelen:spel glazen:glas hoven:hof holen:hol"
            " goden:god schoten:schot gebeden:gebed ogen:oog oren:oor uren:uur apen:aap eieren:ei"
            " bladeren:blad kalveren:kalf lammeren:lam museums:museum musea:museum mensen:mens"
            " koeien:koe"
        )
    ),
    "kinderen": "kind",
    "kinder": "kind",
    "kind": "kind",
    "oude": "oud",
    "mandje": "mand",
    "stations": "station",
    "websites": "website",
}
_VOWELS: Final = frozenset("aeiouy")


def _whole(word: str) -> str:
    """What is left of a plural, as the singular writes it: zak(k)en, zaken of zaak, brieven of
    brief. A plus marks where the ending was."""
    if not word.endswith("+"):
        return word
    word = word[:-1]
    last, before = word[-1], word[-2]
    if last == before and last not in _VOWELS:
        return word[:-1]
    if last in "vz":
        word = word[:-1] + ("f" if last == "v" else "s")
    # An open syllable has one letter for a long vowel, a closed one two; of words of several
    # syllables an e is mostly weak: lekker, winkel.
    open_one = last not in _VOWELS and last not in "wx" and before in "aeou"
    alone = word[-3] not in _VOWELS
    weak = before == "e" and not _VOWELS.isdisjoint(word[:-2])
    return word[:-1] + before + word[-1] if open_one and alone and not weak else word


# Adjectives beside those of the meanings; what else ends in -e is another word than without it.
_ADJECTIVES: Final = words(
    "bang bitter blank bleek bloot boos bot braaf breed dapper diep dik dol dom dun eng ernstig"
    " fel fijn flink fraai glad grof gul hecht hol kaal klaar knap koel krachtig krap kwiek leeg"
    " lenig lief los luid mager mals mank mat moe nauw net nijdig nobel pittig plat raar rank rauw"
    " recht rijp ruig ruim ruw scheef scherp schril schuin slank slap sluw smal stabiel steil stil"
    " stoer stout strak streng stug taai tam teder tof trots trouw vals vast veilig vet vlak vlot"
    " vroeg vroom vurig waar week wijd wijs woest zat zuiver zuur"
)
_OF_ADJECTIVES: Final = words("baar eel end ief ig ische isch iek lijk loos rijk vol zaam")

# Small things, and what they are of: kist-je and vis-je, but deur-tje. Behind a long vowel, and
# where it is weak, a t is of the ending, unless the word is one of these.
_SMALL: Final = (
    "autootje:auto fotootje:foto radiootje:radio pianootje:piano videootje:video kanootje:kano"
    " cafeetje:cafe paadje:pad blaadje:blad vaatje:vat gaatje:gat scheepje:schip glaasje:glas"
    " slootje:sloot lootje:lot taartje:taart staartje:staart poortje:poort"
    " soortje:soort buurtje:buurt voetje:voet groetje:groet tentje:tent centje:cent prentje:prent"
    " pakketje:pakket tabletje:tablet buffetje:buffet biljetje:biljet toiletje:toilet"
    " eitje:ei feetje:fee zeetje:zee"
    " ietje:ie oetje:oe ijtje:ij ootje:oot aatje:aat eetje:eet uitje:uit"
    " aantje:aan oontje:oon eentje:een oentje:oen uintje:uin ijntje:ijn eintje:ein ientje:ien"
    " antje:ant intje:int ontje:ont untje:unt uurtje:uur aartje:aar oortje:oor artje:art"
    " aampje:aam oompje:oom eempje:eem uimpje:uim iempje:iem oempje:oem ijmpje:ijm lmpje:lm"
    " rmpje:rm empje:em stje:st chtje:cht ftje:ft ktje:kt atje:at otje:ot utje:ut itje:it"
)


def _agrees(word: str) -> bool:
    """Whether a word is known as an adjective that has an -e or none."""
    bare = word.removesuffix("e")
    short = _whole(bare + "+") if len(bare) > 2 else bare
    return short in _ADJECTIVES or short.endswith(tuple(_OF_ADJECTIVES))


stem = Stemmer(
    "\n".join(
        f"{small}{many} {whole} 0"
        for small, _, whole in (pair.partition(":") for pair in _SMALL.split())
        for many in ("", "s")
    )
    + """
    etjes  +      3
    etje   +      3
    tjes   -      3
    tje    -      3
    inkjes ing    2
    inkje  ing    2
    kje    k      2
    njes   njes   0
    nje    nje    0
    jes    -      3
    je     -      3
    heden  heid   2
    ingen  ing    3
    ieen   ie     2
    eeen   ee     1
    een    een    1
    oen    oen    1
    en     +      3
    sse    ss     2
    e      +      3
    ss     ss     1
    us     us     2
    is     is     2
    aas    aas    1
    ees    ees    1
    eus    eus    1
    ijs    ijs    1
    oos    oos    1
    s      -      3
    """,
    _IRREGULAR,
    _whole,
    diminutives="je jes",
    crossing=":e",
    agreeing=_agrees,
)

plural = Endings(
    "je:jes el:els em:ems en:ens er:ers ie:ies aar:aars a:as i:is o:os u:us y:ys ing:ingen"
    " heid:heden teit:teiten"
)

sound = Rules(
    """
    a a
    aa a
    ai ay
    aai ay
    au aw
    auw aw
    b b
    bb b
    b# p
    c k
    c/eiy s
    cc/ei ks
    ch x
    #_ch/aeiou S
    chaos xaos
    chem xem
    chir xir
    chr kr
    ck k
    d d
    dd d
    d# t, d/bfghkmp t, V_d/w t, lnr_d/w t
    dt t
    e e
    e# q
    ë e
    é e
    ee e
    eeuw ew, eau o, cake kek
    ei ey
    en# q
    er# qr
    el# ql
    eu O
    f f
    ff f
    g x
    gg x
    h h
    i i
    ie i
    ieuw iw
    ij ey
    ĳ ey
    lijk lqk
    ig# qx
    isch is
    j y
    k k
    kk k
    l l
    ll l
    m m
    mm m
    n n
    nn n
    ng N
    nk Nk
    o o
    oo o
    oe u
    oei uy
    ooi oy
    ou aw
    ouw aw
    ö O
    p p
    pp p
    ph f
    q k
    qu kv
    r r
    rr r
    s s
    ss s
    sch sx
    sch# s
    sh S
    sj S
    t t
    tt t
    th t, thuis thOys, thof thof, thoek thuk, thout thawt, thaven thaven, thandel thandel
    tie# tsi
    tj c
    tz ts
    u U
    uu U
    ui Oy
    uw Uw
    ü U
    v v
    w v
    x ks
    y i
    y# i
    // Names keep the old spelling of ij and ui.
    dyk deyk, wyk veyk, ryk reyk, wyn veyn, vry vrey, tyd teyd, uy Oy
    #_ys eys
    #_y/V y
    z z
    zz z
    """
)
