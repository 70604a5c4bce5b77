"""German: function words, inflection, sound."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from confusables.languages.numerals import composed, counting, hours
from confusables.languages.phones import Rules
from confusables.languages.stems import Endings, Stemmer, words
from confusables.model import Subject

if TYPE_CHECKING:
    from collections.abc import Mapping

code: str = "de"

possessives: Mapping[str, frozenset[str]] = {
    "my": words("mein meine meinen meinem meiner meines"),
    "your": words("dein deine deinen deinem deiner euer eure euren ihr ihre ihren"),
    "our": words("unser unsere unseren unserem unserer"),
    "their": words("sein seine seinen ihr ihre ihren"),
}

determiners: frozenset[str] = words(
    "der die das den dem des ein eine einen einem einer eines diese dieser dieses jede jeder jedes"
).union(*possessives.values())

agreeing: tuple[frozenset[str], ...] = (
    words("der den dem ein einen mein meinen dein sein ihr unser euer"),
    words("die eine meine deine seine ihre unsere eure"),
    words("das ein mein dein sein ihr unser euer"),
)

endings: tuple[frozenset[str], ...] = (
    words(
        "bau baum berg dienst fuchs garten hase hof ismus kaese kaffee kuchen laden ling markt or"
        " platz raum schatz schrank service stern tag tisch traum wald weg wert zug"
    ),
    words(
        "anz bahn bank e ei enz heit ie ik insel ion keit kraft post schaft stadt taet tat tuer"
        " tur ung uhr welt"
    ),
    words(
        "amt auge bad bild blatt buch cafe chen dorf ende gebirge gemuese haus holz kind land lein"
        " licht ment netz paket portal schiff spiel tor um werk zentrum"
    ),
)

elided: Mapping[str, str] = {}

linking: frozenset[str] = words(
    "und von vom zum zur zu am im ins in ans an aufs auf aus bei beim mit durchs fuers fuer furs"
    " fur ums nach vor der des den"
)

contracted: frozenset[str] = words("am ans aufs beim durchs fuers furs im ins ums vom zum zur")


def _spellings(number: str) -> tuple[str, ...]:
    """A number with ü written out, and with the bare letter that folding makes of it."""
    return tuple(dict.fromkeys((number, number.replace("ue", "u"))))


joining: frozenset[str] = words("und")

nouns_last: bool = True

compounds: bool = True

_NUMBERS: Final = composed(
    {
        "0": ("null",),
        "1": ("eins", "ein", "eine"),
        "2": ("zwei", "zwo"),
        "3": ("drei",),
        "4": ("vier",),
        "5": ("fuenf", "funf"),
        "6": ("sechs",),
        "7": ("sieben",),
        "8": ("acht",),
        "9": ("neun",),
        "10": ("zehn",),
        "11": ("elf",),
        "12": ("zwoelf", "zwolf"),
        "13": ("dreizehn",),
        "14": ("vierzehn",),
        "15": ("fuenfzehn", "funfzehn"),
        "16": ("sechzehn",),
        "17": ("siebzehn",),
        "18": ("achtzehn",),
        "19": ("neunzehn",),
        "20": ("zwanzig",),
        "30": ("dreissig",),
        "40": ("vierzig",),
        "50": ("fuenfzig", "funfzig"),
        "60": ("sechzig",),
        "70": ("siebzig",),
        "80": ("achtzig",),
        "90": ("neunzig",),
        "100": ("hundert",),
        "1000": ("tausend",),
        "1001": ("tausendundeine", "tausendundeins"),
        "1te": ("erste",),
        "2te": ("zweite",),
        "3te": ("dritte",),
    },
    lambda ten, unit, _: _spellings(("ein" if unit == "eins" else unit) + "und" + ten),
)

numbers: Mapping[str, tuple[str, ...]] = {
    **hours(_NUMBERS, ("uhr", "uhr"), ("stunden", "stunde")),
    **counting(_NUMBERS, "hundert", ("million", "einemillion")),
    **_NUMBERS,
}

shorthand: Mapping[str, tuple[str, ...]] = {
    "&": ("und",), "+": ("plus",), "%": ("prozent",), "st": ("sankt",), "dr": ("doktor",),
    "prof": ("professor",), "info": ("information", "informations"), "infos": ("informationen",),
    "uni": ("universitaet", "universitat", "universitaets", "universitats"),
    "str": ("strasse", "strassen"), "foto": ("fotografie",), "auto": ("automobil",),
    "tel": ("telefon",), "abi": ("abitur",), "azubi": ("auszubildender",),
    "kita": ("kindertagesstaette", "kindertagesstatte"), "hbf": ("hauptbahnhof",),
    "bhf": ("bahnhof",), "kfz": ("kraftfahrzeug",), "n8": ("nacht",), "w8": ("wacht",),
    "m8": ("macht",),
    "gebr": ("gebrueder",),
    "zb": ("zumbeispiel",),
}  # fmt: skip

_ONE: Final = ("t", "wird", "will", "kann", "muss", "soll", "darf", "weiss")

subjects: Mapping[str, Subject] = {
    "ich": Subject((), ("weiss", "e", "")), "du": Subject((), ("st", "zt")),
    **dict.fromkeys(("er", "man"), Subject((), _ONE, usual=False)),
    "sie": Subject((), ("n", "sind", *_ONE), usual=False), "wir": Subject((), ("n", "sind")),
    "ihr": Subject((), ("t", "seid"), usual=False),
}  # fmt: skip
verbs: Mapping[str, tuple[str, ...]] = {}

suffixes: frozenset[str] = words(
    "de at ch li lu be it berlin hamburg koeln cologne bayern ruhr saarland nrw tirol wien swiss"
    " gmbh"
)

written_out: Mapping[str, str] = {"ä": "ae", "ö": "oe", "ü": "ue"}

keyboard: str = "qwertz"

# Words whose end only looks like an ending.
_WHOLE: Final = words(
    "madchen garten laden hafen wagen boden magen osten westen norden sueden suden leben essen"
    " wissen wesen zeichen maedchen kuchen rasen ofen regen degen segen orden eisen kissen becken"
    " haken drachen knochen kochen sachen aachen bremen baden wasser messer fenster kloster muster"
    " meister butter mutter vater bruder schwester tochter winter sommer wetter feuer steuer bauer"
    " mauer dauer zauber silber finger kinder bilder keller teller lager leder feder koerper"
    " korper zimmer nummer hammer partner center computer super oder unter ueber uber immer einer"
    " wieder poster ticker flyer server poker cover power tower tiger peter papier bier tier pier"
    " klavier revier kavalier offizier quartier turnier viertel apotheke haus maus laus raus aus"
    " preis reis kreis eis gleis beweis bus plus status campus bonus kaktus zirkus museum paris"
    " basis oasis tennis praxis iris glas gras gas spas mais weiss heiss gruss schluss fluss"
    " schloss ross boss kurs puls hals fels reifen seifen haufen laufen kaufen stufen grillen"
    " brauchen bleichen gleichen stauchen streichen veilchen teilchen fraeulein"
)

# Short adjectives, whose ending the determiner before them chooses: der gute, mein guter.
_ADJECTIVES: Final = words(
    "alt arm bunt dick dumm dunn eng fein fern fest flach flott frei fremd froh frueh ganz gelb"
    " glatt grau grob gross gruen gut halb hart heiss hell hoch hohl jung kalt klar klein klug"
    " krank kurz lang laut leer leicht lieb mild mini nah nass nett neu rein reich rot rund sanft"
    " satt scharf schick schlau schlicht schnell schoen schwarz schwer stark steil still stolz"
    " suess tief toll treu voll wahr warm weich weiss weit wild zart blau braun best"
)
_ENDINGS: Final = ("e", "er", "es", "en", "em")

# What the longer ones end in, and participles.
_OF_ADJECTIVES: Final = tuple(
    words(
        "al ant ar arm art bar ell end ent ern fach fest frei gerecht haft iell iert ig isch iv"
        " lich los neu os reich sam schon voll weit wert"
    )
)
# Nouns with a plural in -er, compounds of them included.
_PLURAL_IN_ER: Final = sorted(
    words(
        "amt bad band bild blatt brett buch dach denkmal dorf fach fass feld geist gesicht"
        " gespenst glas glied grab gras haus hemd holz horn huhn kalb kind kleid korn kraut lamm"
        " land leib licht lied loch mann nest rad rand reis rind schild schloss schwert tal tuch"
        " tum volk wald wort wurm"
    )
)

# Nouns of three letters, but for the umlaut that a small one has: Bärchen.
_SHORT: Final = words("baer haes hoef huet naes oehr raed roes tuer")

# Persons of whom a woman is one in -in.
_PERSONS: Final = words("architekt chef freund held herzog nachbar wirt")

# Nouns in -e that another word lacks: Buche is no Buch.
_IN_E: Final = words(
    "akte asche bande barke beere blende blute bote bowle buche butte decke dille docke elfe ente"
    " fahne fliege flosse frage fuge grille hacke halle hecke hexe horde hose jacke kanne kante"
    " kappe karte kohle krone kurve lache laube leiche linde liste locke marke masse matte"
    " menge messe mine minze mole motte muse nichte niete nixe note oktave perle pfanne piste"
    " pumpe pute rampe ranke rede reise rinde ritze rolle ruhe runge rutsche sache salbe schale"
    " schelle schere schote seele seite sekte sohle sorte spalte spange sprache sprosse steige"
    " stelle stube stufe stute tanne tasse taste taube tonne torte trane truppe tube tusche ulme"
    " waage wache wanne ware warte weide weile weise wende weste wette wiege wiese winde wolle"
    " wunde zecke zeile zelle zeuge ziege zinke zinne"
)


def bare(word: str) -> str:
    """The digraphs of ä, ö and ü as the bare letters that folding makes of them."""
    for pair, letter in (("ae", "a"), ("oe", "o"), ("ue", "u")):
        at = word.find(pair)
        first = at == 0 and not word.startswith("aero")
        if (first or (at > 0 and word[at - 1] not in "aeouq")) and at + 2 < len(word):
            word = word[:at] + letter + word[at + 2 :]
    return word.replace("aeu", "au")


_BARE: Final = frozenset(map(bare, _ADJECTIVES))

_IRREGULAR: Final = {
    **{word + "n": word for word in _IN_E},
    **{word + "n": word for word in _WHOLE if word.endswith("er")},
    **{word: word for word in _WHOLE | _IN_E},
    **{
        word + ending: bare(adjective)
        for adjective in _ADJECTIVES
        for word in (adjective, bare(adjective))
        for ending in ("", *_ENDINGS)
    },
    "hohe": "hoch",
    "hoher": "hoch",
    "hohes": "hoch",
    "hohen": "hoch",
    "kind": "kind",
    "kinder": "kind",
    "kindern": "kind",
    "bilder": "bild",
    "buecher": "buch",
    "bucher": "buch",
    "haeuser": "haus",
    "hauser": "haus",
    "laeden": "laden",
    "gaerten": "garten",
    "ladens": "laden",
    "museen": "museum",
    "hause": "haus",
    "lueck": "glueck",
    **{
        word + ending: bare(noun)
        for noun in _SHORT
        for word in (noun, bare(noun))
        for ending in ("chen", "lein")
    },
    **{word + ending: word for word in _PERSONS for ending in ("in", "innen")},
    "aerztin": "arzt",
    "arztin": "arzt",
    "anwaeltin": "anwalt",
    "anwaltin": "anwalt",
    "koechin": "koch",
    "kochin": "koch",
    "baeuerin": "bauer",
    "bauerin": "bauer",
    "kollegin": "kolleg",
    "kollegen": "kolleg",
    "kundin": "kund",
    "kundinnen": "kund",
    "valentin": "valentin",
    "florentin": "florentin",
    "quentin": "quentin",
}


def _agrees(word: str) -> bool:
    """Whether a word is known as an adjective, whatever its ending."""
    bases = [bare(word).removesuffix(ending) for ending in _ENDINGS]
    return any(base in _BARE or base[2:].endswith(_OF_ADJECTIVES) for base in bases)


stem = Stemmer(
    "\n".join(f"{noun}er {noun} 0\n{noun}ern {noun} 0" for noun in _PLURAL_IN_ER)
    + "\n"
    + "\n".join(
        f"{noun[:-1]}{small} {noun} 0" for noun in sorted(_IN_E) for small in ("chen", "lein")
    )
    + """
    chen   -      4
    lein   -      4
    erinnen er    3
    erin   er     3
    istinnen ist  2
    istin  ist    2
    orinnen or    3
    orin   or     3
    entinnen ent  3
    entin  ent    3
    antinnen ant  3
    antin  ant    3
    eutin  eut    4
    otin   ot     3
    innen  in     3
    ungen  ung    3
    heiten heit   2
    keiten keit   2
    nisse  nis    3
    sse    ss     2
    eien   ei     3
    ien    ie     3
    ern    -      4
    eren   er     3
    elen   el     3
    eln    el     3
    en     -      3
    es     -      4
    er     -      4
    ee     ee     1
    e      -      3
    ss     ss     1
    us     us     2
    is     is     2
    s      -      4
    """,
    _IRREGULAR,
    first=bare,
    diminutives="chen lein",
    crossing="e:er",
    agreeing=_agrees,
)

plural = Endings(
    "a:as i:is o:os u:us y:ys e:en ie:ien ei:eien ung:ungen heit:heiten keit:keiten"
    " schaft:schaften ion:ionen taet:taeten tat:taten in:innen ik:iken or:oren ist:isten"
    " ling:linge nis:nisse eur:eure um:en haus:haeuser buch:buecher garten:gaerten"
)

sound = Rules(
    """
    a a
    aa a
    ä e
    ae e
    äu oy
    aeu oy
    ah/K# a
    äh e
    ai ay
    ay ay
    au aw
    b b
    bb b
    b# p, b/fghkmpstwz p
    c k
    c/eiyäö ts
    ce# s
    ces# ses
    ch x
    ch/aou k
    #_ch/eiy S
    chr kr
    chs ks
    ck k
    cc/eiy ks
    d d
    dd d
    // Inside a compound too what ends a word is hard: handwerk, radhaus; and th is t and h.
    d# t, d/bfghkmpwz t
    dt t
    dsch j
    e e
    e# q
    ee e
    eh/K# e
    ei ay
    ey ay
    eu oy
    er# a
    en# qn
    em# qm
    el# ql
    é e
    è e
    f f
    ff f
    g g
    gg g
    g# k, g/bfhkmpstwz k
    ig# ix
    h h
    V_h/K# -
    i i
    ie i
    ih/K# i
    ieh i
    ier ir
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
    ö O
    oe O
    oh/K# o
    ou u
    p p
    pp p
    ph f
    pf pf
    #_ps ps, #_ski Si, eau o, sauce zosq
    q k
    qu kv
    r r
    rr r
    rh r
    s s
    #_s/V z
    V_s/V z
    ss s
    ß s
    sch S
    sh S
    #_sp Sp
    #_st St
    t t
    tt t
    th t, thaus thaws, thof thof, theim thaym, tholz tholts, thafen thafen, thilf thilf
    tz ts
    tsch c
    tion tsyon
    u u
    ü U
    ue U
    V_ue ue
    uh/K# u
    v f
    V_v/V v
    w v
    x ks
    y i
    #_y/V y
    K_y/K U
    z ts
    zz ts
    """
)
