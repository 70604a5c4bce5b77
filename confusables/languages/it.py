"""Italian: function words, inflection, sound."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from confusables.languages.numerals import composed, counting, hours
from confusables.languages.phones import Rules
from confusables.languages.stems import Endings, Stemmer, words
from confusables.model import Subject

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
    words("i gli miei tuoi suoi nostri vostri questi imiei ituoi isuoi inostri ivostri"),
    words("le mie tue sue nostre vostre queste lemie letue lesue lenostre levostre"),
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

determiners: frozenset[str] = words("illoro laloro iloro leloro loro ogni").union(*agreeing)

linking: frozenset[str] = words(
    "di d del dello dell della dei degli delle e ed al allo all alla ai agli alle da dal dallo dall"
    " dalla dai dagli dalle in nel nello nell nella nei negli nelle con per su sul sullo sull sulla"
    " sui sugli sulle a tra"
)

contracted: frozenset[str] = words(
    "dello dell della del dei degli delle allo all alla al ai agli alle dallo dall dalla"
    " dal dai dagli dalle nello nell nella nel nei negli nelle sullo sull sulla sul sui sugli sulle"
)

joining: frozenset[str] = words("e ed")

nouns_last: bool = False

compounds: bool = False

_NUMBERS: Final = composed(
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
        "5o": ("quinto",),
        "5a": ("quinta",),
        "6o": ("sesto",),
        "6a": ("sesta",),
        "7o": ("settimo",),
        "7a": ("settima",),
        "8o": ("ottavo",),
        "8a": ("ottava",),
        "10o": ("decimo",),
        "10a": ("decima",),
        "9o": ("nono",),
    },
    lambda ten, unit, _: ((ten[:-1] if unit[0] in "uo" else ten) + unit,),
)

numbers: Mapping[str, tuple[str, ...]] = {
    **hours(_NUMBERS, ("ore", "ora")),
    **counting(_NUMBERS, "cento", ("unmilione", "milione")),
    **_NUMBERS,
}

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

subjects: Mapping[str, Subject] = {
    "io": Subject(("mi",), ("o",)), "tu": Subject(("ti",), ("i",)),
    "noi": Subject(("ci",), ("iamo",)), "voi": Subject(("vi",), ("ate", "ete", "ite")),
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


# Adjectives beside those of the meanings, and persons and animals of either gender: of other nouns
# one in -o has no form in -a, and none in -e.
_AGREEING: Final = words(
    "acceso acuto adatto africano allegro alto amaro americano amico ampio antico aperto arabo"
    " argentato assoluto attento attivo austriaco autonomo azzurro bagnato bambino basso bello"
    " benedetto bianco biondo bravo brutto buono calmo carino caro cattivo certo chiaro cieco"
    " classico colorato comodo completo contento continuo corretto corto crudo cubano cugino cuoco"
    " curvo denso destro diretto diverso divino doppio dorato duro economico elettrico elettronico"
    " esatto esotico espresso eterno europeo falso famoso fantastico fermo fiero figlio fino fisso"
    " freddo fresco furbo gatto giallo giusto grasso grato grosso infermiere infinito interno"
    " intero inverso italiano largo latino leggero lento lesto liscio logico lucido lungo maestro"
    " magico magro matto maturo meccanico medico medio mezzo minuto misto moderno molto montano"
    " morbido morto mosso musulmano muto napoletano nascosto nero netto nipotino nonno nostrano"
    " noto nudo nuovo nuvoloso onesto opposto ottimo pazzo perfetto perso piatto piccolo pieno"
    " pigro povero pratico preciso primo privato pronto proprio prossimo pubblico pulito puro"
    " quadrato quieto ragazzo rapido raro ricco romano rosso rotondo rotto rurale russo rustico"
    " saggio salato saldo sano santo scalzo scemo sciocco scuro secco secondo sereno serio sesto"
    " siciliano sicuro sincero sinistro socio solido solito solo sordo spagnolo spesso sporco"
    " stanco stesso strano stretto stupendo svizzero tanto tedesco tenero terzo timido tondo"
    " toscano tutto ubriaco ultimo umano umido unico unito urbano uso vario vecchio veneto vero"
    " vicino vivo vuoto zio"
)
_OF_ADJECTIVES: Final = words("os tic iv iss logic nic ian ist esc ott")

# Things in -ina, -etta and the like that are no small ones.
_NOT_SMALL: Final = words(
    "bacchetta bagnino balestrina banchina bandierina benzina bobina bolletta borsetta cantina"
    " cartina cassetta collina copertina cortina disciplina dottrina etichetta forchetta galletta"
    " gallina gelatina lametta lattina linguina macchina maglietta mattina medicina palestrina"
    " paletta pancetta pellicina proteina racchetta regina rovina sardina scarpetta spazzolino"
    " tendina turbina vetrina violetta violino vitamina contadino cornetto polpetta"
)

_WHOLE: Final = words(
    "cinema radio moto foto auto video euro blog shop sport online internet casino kilo super"
    " uno due tre sei sette otto nove dieci zero cento mille qui blu citta caffe virtu piu"
    " universita qualita gia sara mamma crisi tesi oasi analisi ogni oggi ieri domani mario maria"
    " paolo paola carlo carla"
)

_IRREGULAR: Final = {
    **{word: word for word in _WHOLE | _APART},
    **{word: word[:-1] for word in _NOT_SMALL},
    **{word[:-1] + many: word[:-1] for word in _NOT_SMALL for many in ("e", "i")},
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
    "bambine": "bambin",
    "casetta": "casa",
    "casette": "casa",
    "grandine": "grandin",
    "rondine": "rondin",
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

# Nouns in -o with many in -a: uova.
_MANY_IN_A: Final = words(
    "braccio centinaio dito ginocchio labbro lenzuolo miglio muro osso paio uovo"
)

_AGREEING_STEMS: Final = frozenset(word[:-1].removesuffix("i") for word in _AGREEING | _MANY_IN_A)


def _agrees(word: str) -> bool:
    """Whether a word is known as an adjective, or as a person or an animal of either gender."""
    base = stem(word)
    return base in _AGREEING_STEMS or base.endswith(tuple(_OF_ADJECTIVES))


# Of nouns -o and -a are two words, and so are -o and -e; a consonant is no end of an Italian word,
# but of those in -l, -n and -r, which lose their vowel before another word.
_CROSSING: Final = " ".join(
    ("o:a", "o:e", "a:i", *(f"{end}:{vowel}" for end in "bcdfgkmptvz" for vowel in "aeio"))
)


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
    udine  udin   1
    ina    a      4
    ine    a      4
    etto   -      4
    etti   -      4
    etta   a      4
    ette   a      4
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
    diminutives="ino ina ini ine etto etta etti ette",
    crossing=_CROSSING,
    agreeing=_agrees,
)

plural = Endings(
    ":s o:i e:i a:e i:i u:u s:s x:x io:i co:chi ico:ici go:ghi ca:che ga:ghe cia:ce gia:ge"
    " acia:acie icia:icie ucia:ucie agia:agie egia:egie igia:igie ista:isti citta:citta"
    " alita:alita ilita:ilita rsita:rsita uovo:uova uomo:uomini"
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
    n n, ny/aeou Y
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
