"""Italian: function words, inflection, sound."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from confusables.languages.numerals import composed
from confusables.languages.phones import Rules
from confusables.languages.stems import Stemmer, words

if TYPE_CHECKING:
    from collections.abc import Mapping

code: str = "it"

possessives: Mapping[str, frozenset[str]] = {
    "my": words("mio mia miei mie"),
    "your": words("tuo tua tuoi tue vostro vostra vostri vostre"),
    "our": words("nostro nostra nostri nostre"),
    "their": words("suo sua suoi sue loro"),
}

agreeing: tuple[frozenset[str], ...] = (
    words("il lo l un uno mio tuo suo nostro vostro questo ilmio iltuo ilsuo ilnostro ilvostro"),
    words("la l una mia tua sua nostra vostra questa lamia latua lasua lanostra lavostra"),
    words("i gli miei tuoi suoi nostri vostri imiei ituoi isuoi inostri ivostri"),
    words("le mie tue sue nostre vostre lemie letue lesue lenostre levostre"),
)

endings: tuple[frozenset[str], ...] = (
    words(
        "b cane comune d e f g giornale k l limone m ma mare n o ore p paese pane pesce ponte r"
        " ristorante sole t"
    ),
    words("a arte chiave e foto ione ma mano moto nave neve notte radio torre valle voce"),
    words("i"),
    words("che ghe"),
)

elided: Mapping[str, str] = {"il": "l", "lo": "l", "la": "l"}

determiners: frozenset[str] = words("illoro laloro iloro leloro loro").union(*agreeing)

linking: frozenset[str] = words(
    "di d del dello dell della dei degli delle e ed al allo all alla ai agli alle da dal dallo dall"
    " dalla dai dalle in nel nello nell nella nei nelle con per su sul sull sulla sui sulle a tra"
)

contracted: frozenset[str] = words(
    "dello dell della del dei degli delle allo all alla al ai agli alle dallo dall dalla"
    " dal dai dalle nello nell nella nel nei nelle sull sulla sul sui sulle"
)

joining: frozenset[str] = words("e ed")

nouns_last: bool = False

compounds: bool = False

numbers: Mapping[str, tuple[str, ...]] = composed(
    {
        "0": ("zero",),
        "1": ("uno", "un", "una"),
        "2": ("due",),
        "3": ("tre",),
        "4": ("quattro",),
        "5": ("cinque",),
        "6": ("sei",),
        "7": ("sette",),
        "8": ("otto",),
        "9": ("nove",),
        "10": ("dieci",),
        "11": ("undici",),
        "12": ("dodici",),
        "13": ("tredici",),
        "14": ("quattordici",),
        "15": ("quindici",),
        "16": ("sedici",),
        "17": ("diciassette",),
        "18": ("diciotto",),
        "19": ("diciannove",),
        "20": ("venti",),
        "30": ("trenta",),
        "40": ("quaranta",),
        "50": ("cinquanta",),
        "60": ("sessanta",),
        "70": ("settanta",),
        "80": ("ottanta",),
        "90": ("novanta",),
        "100": ("cento",),
        "1000": ("mille",),
        "1001": ("milleeuna", "milleuno"),
        "1o": ("primo",),
        "1a": ("prima",),
        "2o": ("secondo",),
        "2a": ("seconda",),
        "3o": ("terzo",),
        "3a": ("terza",),
    },
    lambda ten, unit, _: ((ten[:-1] if unit[0] in "uo" else ten) + unit,),
)

shorthand: Mapping[str, tuple[str, ...]] = {
    "&": ("e",), "+": ("piu",), "%": ("percento",), "c": ("ci",), "k": ("che",), "t": ("ti",),
    "x": ("per",), "sta": ("santa",), "dott": ("dottore",), "dr": ("dottor",), "sig": ("signor",),
    "prof": ("professore",), "info": ("informazioni", "informazione"), "bici": ("bicicletta",),
    "moto": ("motocicletta",), "foto": ("fotografia",), "auto": ("automobile",),
    "cine": ("cinema",), "tele": ("televisione",), "frigo": ("frigorifero",),
    "uni": ("universita",), "cell": ("cellulare",),
    "flli": ("fratelli",),
    "cia": ("compagnia",),
}  # fmt: skip

verbs: Mapping[str, tuple[str, ...]] = {
    "are": ("ando", "iamo"), "iare": ("iando", "iamo"), "ere": ("endo", "iamo"),
    "ire": ("endo", "iamo"),
}  # fmt: skip

suffixes: frozenset[str] = words("it ch sm va")

written_out: Mapping[str, str] = {}

keyboard: str = "it"

# Nouns in -a that another word has in -o: caso, casa. They keep their last vowel, as their plurals
# have it back.
_APART: Final = words(
    "banca bara bolla borsa botta cappella carica carta cartella casa cera china cima colpa conta"
    " coperta coppa corsa costa data festa fiera fila foglia fonda galla gamba lama lega letta"
    " libra lima lista macchia manica marca massa mazza meta mina mira moda mostra nota onda opera"
    " ora pala palla palma panca panna partita pasta pena pera perna pesa pesca pezza piana pianta"
    " pila pina pista pizza polla pompa porta posta pozza prova punta quadra rama rata razza regola"
    " resta riga risa rocca rosa rotta sacca scala scopa sella serra seta soglia spesa spina"
    " squadra stalla stampa stufa suola tana tappa tassa tela testa tinta tomba torta trama tratta"
    " tromba tuba vasca vela vena villa vista vita volta zuppa"
)
# Plurals that are words of their own: thirst, vines, a count.
_NO_PLURAL: Final = words("conta pera rata risa seta vita")


def _plural(noun: str) -> str:
    """The plural of a noun in -a."""
    return noun[:-1] + ("he" if noun[-2] in "cg" else "e")


_WHOLE: Final = words(
    "cinema radio moto foto auto video euro blog shop sport online internet casino kilo super"
    " uno due tre sei sette otto nove dieci zero cento mille qui blu citta caffe virtu piu"
    " universita qualita gia sara mamma crisi tesi oasi analisi ogni oggi ieri domani mario maria"
    " paolo paola carlo carla"
)

_IRREGULAR: Final = {
    **{word: word for word in _WHOLE | _APART},
    **{_plural(noun): noun for noun in _APART - _NO_PLURAL},
    "uomini": "uomo",
    "uomo": "uomo",
    "amici": "amic",
    "amico": "amic",
    "buoi": "bue",
    "bel": "bell",
    "bei": "bell",
    "begli": "bell",
    "buon": "buon",
    "cestino": "cest",
    "bambino": "bambin",
    "bambini": "bambin",
    "bambina": "bambin",
    "cucina": "cucin",
    "cucine": "cucin",
    "piscina": "piscin",
    "officina": "officin",
    "farina": "farin",
    "marina": "marin",
    "giardino": "giardin",
    "mattino": "mattin",
    "mulino": "mulin",
    "destino": "destin",
    "camino": "camin",
    "cammino": "cammin",
    "confetto": "confett",
    "concetto": "concett",
    "progetto": "progett",
    "oggetto": "oggett",
    "soggetto": "soggett",
    "perfetto": "perfett",
    "diretto": "dirett",
    "ricetta": "ricett",
    "ricette": "ricett",
    "biglietto": "bigliett",
    "vendetta": "vendett",
    "bicicletta": "biciclett",
    "sigaretta": "sigarett",
    "rispetto": "rispett",
    "aspetto": "aspett",
    "effetto": "effett",
    "gazzetta": "gazzett",
}

stem = Stemmer(
    """
    chi    c      2
    che    c      2
    ghi    g      2
    ghe    g      2
    cia    c      3
    cie    c      3
    gia    g      3
    gie    g      3
    cio    c      3
    gio    g      3
    zione  zion   1
    zioni  zion   1
    trice  tor    3
    trici  tor    3
    ellino -      3
    ellini -      3
    ini    -      4
    ino    -      4
    ina    -      4
    etto   -      4
    etti   -      4
    etta   -      4
    ette   -      4
    ia     -      3
    ie     -      3
    io     -      3
    ii     -      3
    a      -      3
    e      -      3
    i      -      3
    o      -      3
    s      -      4
    """,
    _IRREGULAR,
)

sound = Rules(
    """
    a a
    à a
    b b
    bb b
    c k
    c/eièéìy c
    cc k
    cc/eièéì c
    ci/aeouàòù c
    cci/aeouàòù c
    ch k
    cch k
    ck k
    cq k
    d d
    dd d
    e e
    è e
    é e
    ee i
    f f
    ff f
    g g
    g/eièéì j
    gg g
    gg/eièéì j
    gi/aeouàòù j
    ggi/aeouàòù j
    gh g
    ggh g
    gli li
    gli/aeou ly
    gn Y
    h -
    i i
    ì i
    i/aeou y
    j y
    k k
    l l
    ll l
    m m
    mm m
    n n
    nn n
    o o
    ò o
    oo u
    p p
    pp p
    ph f
    q k
    qu kw
    r r
    rr r
    s s
    V_s/V z
    ss s
    sc/eièéì S
    sci/aeouàòù S
    sch sk
    sh S
    t t
    tt t
    th t
    tech tek
    u u
    ù u
    u/aeio w
    v v
    vv v
    w v
    x ks
    y i
    z ts
    zz ts
    """
)
