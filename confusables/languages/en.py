"""English: function words, inflection, sound."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from confusables.languages.numerals import composed, counting, ordinals
from confusables.languages.phones import Rules
from confusables.languages.stems import Endings, Stemmer, undouble, words
from confusables.model import Subject

if TYPE_CHECKING:
    from collections.abc import Mapping

code: str = "en"

possessives: Mapping[str, frozenset[str]] = {
    "my": words("my"),
    "your": words("your ur"),
    "our": words("our"),
    "their": words("his her their its"),
}

determiners: frozenset[str] = words("the a an this that these those").union(*possessives.values())

agreeing: tuple[frozenset[str], ...] = ()
endings: tuple[frozenset[str], ...] = ()
elided: Mapping[str, str] = {"a": "an"}

linking: frozenset[str] = words("of and n for in on at to by with from or the")

contracted: frozenset[str] = frozenset()
joining: frozenset[str] = words("and n or")
nouns_last: bool = True

compounds: bool = False
subjects: Mapping[str, Subject] = dict.fromkeys(("i", "we", "you", "they"), Subject())
verbs: Mapping[str, tuple[str, ...]] = {}

_NUMBERS: Final = composed(
    {
        "0": ("zero", "o", "null"), "1": ("one", "won", "first"),
        "2": ("two", "to", "too", "second"), "3": ("three", "third"), "4": ("four", "for"),
        "5": ("five",), "6": ("six",), "7": ("seven",), "8": ("eight", "ate"), "9": ("nine",),
        "10": ("ten",), "11": ("eleven",), "12": ("twelve",), "13": ("thirteen",),
        "14": ("fourteen",), "15": ("fifteen",), "16": ("sixteen",), "17": ("seventeen",),
        "18": ("eighteen",), "19": ("nineteen",), "20": ("twenty",), "30": ("thirty",),
        "40": ("forty",), "50": ("fifty",), "60": ("sixty",), "70": ("seventy",),
        "80": ("eighty",), "90": ("ninety",), "100": ("hundred",), "1000": ("thousand",),
    },
    lambda ten, unit, _: (ten + unit,),
)  # fmt: skip

_ordinal = Endings(
    "one:first two:second three:third five:fifth eight:eighth nine:ninth twelve:twelfth y:ieth :th"
)
_ENDINGS: Final = ("th", "st", "nd", "rd", *["th"] * 6)  # by the last digit

numbers: Mapping[str, tuple[str, ...]] = {
    **ordinals(_NUMBERS, _ordinal, lambda n: (_ENDINGS[n % 10 if n // 10 != 1 else 0],)),
    **counting(_NUMBERS, "hundred", ("million", "onemillion")),
    **_NUMBERS,
}

shorthand: Mapping[str, tuple[str, ...]] = {
    "&": ("and",), "+": ("plus",), "%": ("percent",), "@": ("at",), "b": ("be", "bee"),
    "c": ("see", "sea"), "r": ("are",), "t": ("tea",), "u": ("you",), "y": ("why",),
    "ur": ("your",), "b4": ("before",), "gr8": ("great",), "m8": ("mate",), "str8": ("straight",),
    "w8": ("wait", "weight"), "l8r": ("later",), "1derful": ("wonderful",),
    "st": ("saint", "street"), "mt": ("mount",), "ft": ("fort",), "dr": ("doctor",),
    "mr": ("mister",), "mrs": ("missus",), "prof": ("professor",), "info": ("information",),
    "tech": ("technology",), "gov": ("government",), "govt": ("government",),
    "uni": ("university",), "univ": ("university",), "lab": ("laboratory",),
    "photo": ("photography",), "auto": ("automobile",), "pro": ("professional",),
    "app": ("application",), "dept": ("department",), "intl": ("international",),
    "assoc": ("association",), "bros": ("brothers",), "co": ("company",),
    "ctr": ("center", "centre"), "mgmt": ("management",), "mkt": ("market",), "mtn": ("mountain",),
    "pls": ("please",), "plz": ("please",), "luv": ("love",), "thx": ("thanks",),
    "xmas": ("christmas",), "nite": ("night",), "lite": ("light",), "thru": ("through",),
    "kwik": ("quick",), "ez": ("easy",), "xpress": ("express",), "xtra": ("extra",),
    "tix": ("tickets",), "pics": ("pictures",), "biz": ("business",), "hrs": ("hours",),
    "fam": ("family",),
}  # fmt: skip

suffixes: frozenset[str] = words(
    "us uk ie ca au nz za in ng ke gh ug tz zm zw jm tt bb bz sg hk my ph pk lk mt gi im je gg"
    " london scot wales nyc gov edu mil"
)

written_out: Mapping[str, str] = {}

keyboard: str = "qwerty"

# What has no ending, whatever it looks like.
_WHOLE: Final = words(
    "people news always gas bus lens bonus virus campus atlas canvas christmas texas kansas"
    " paris tennis iris oasis basis analysis series species james wales plus evening morning"
    " king ring wing thing spring string sting sling swing bring viking ceiling darling"
    " sterling pudding wedding during nothing hundred sacred united feed speed seed need"
    " breed weed bleed aged embed better best"
)

_IRREGULAR: Final = {
    **{word: word for word in _WHOLE},
    "men": "man", "women": "woman", "children": "child", "kids": "kid", "feet": "foot",
    "teeth": "tooth", "mice": "mouse", "geese": "goose", "oxen": "ox", "wives": "wife",
    "wolves": "wolf", "leaves": "leaf", "knives": "knife", "lives": "life", "shelves": "shelf",
    "loaves": "loaf", "halves": "half", "selves": "self", "buses": "bus", "moved": "move",
    "shared": "share", "thieves": "thief", "calves": "calf", "hooves": "hoof",
}  # fmt: skip

# Clusters before -ing and -ed that had an e: nurs(e), danc(e), serv(e), cycl(e).
_WITH_E: Final = words("rs ns ps nc rc rv lv dg bl tl gl pl cl dl kl fl")


def _mute(word: str) -> str:
    """Give back the e that -ing and -ed took: driv, drive; gam, game."""
    word = undouble(word)
    if (
        len(word) > 2
        and word[-1] not in "aeiouywxs"
        and word[-2] in "aeiouy"
        and word[-3] not in "aeiouy"
        and sum(c in "aeiouy" for c in word) == 1
    ):
        return word + "e"
    if word[-1] in "vuz" or word[-2:] in _WITH_E or word[-2:] in ("at", "ag"):
        return word + "e"
    return word


def _base(word: str) -> str:
    """The verb of an -ing or -ed."""
    if word in _IRREGULAR:
        return word
    for ending in ("ing", "ed"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) > 2 and rest[-1] != "e" and any(c in "aeiouy" for c in rest):
            doubled = undouble(rest)
            return doubled if doubled != rest else _mute(rest)
    return word


# One form for singular and plural, -ing and -ed: shops, shop; driving, drive.
stem = Stemmer(
    """
    ies   y    2
    sses  ss   2
    shes  sh   2
    ches  ch   2
    xes   x    2
    zzes  zz   2
    oes   o    3
    ss    ss   1
    us    us   2
    is    is   2
    s     -    3
    """,
    _IRREGULAR,
    _base,
)

plural = Endings(
    ":s s:s ss:sses bus:buses gas:gases x:xes z:zes ch:ches sh:shes y:ies ay:ays ey:eys oy:oys"
    " uy:uys man:men men:men human:humans german:germans roman:romans child:children foot:feet"
    " tooth:teeth mouse:mice person:people leaf:leaves loaf:loaves wolf:wolves shelf:shelves"
    " life:lives wife:wives hero:heroes"
)

sound = Rules(
    """
    a a
    a# q
    a/lK a
    ai e
    air er
    ai# i, aise# ez
    al/km o
    all ol
    ar ar
    are# er
    are/K er
    au o
    aw o
    ay e
    augh o
    aigh e
    ace# es, age# ej, ake# ek, akes# eks, ame# em, ames# emz, amez# emz, ate# et
    ates# ets, ave# ev, aves# evz, ade# ed, ades# edz, ape# ep, apes# eps, ale# el
    ales# elz, ane# en, anes# enz, ase# es, aze# ez
    b b
    bb b
    bt# t
    c k
    c/eiy s
    cc/eiy ks
    ch c
    chr kr
    chn kn
    tech tek
    chitect kitekt
    ck k
    cks# ks, cked# kt, cs# ks
    cz c
    d d
    dal# dql
    dg/eiy j
    dge j
    dd d
    e e
    e# -
    es# z
    ce# s, ces# sez
    se# s
    ze# z
    ge# j, ges# jez
    ea i
    ead ed
    ear ir
    eau o
    ee i
    ei i
    eigh e
    eign# en, eil# el
    vein ven
    rein# ren
    eme# im, emes# imz, ene# in, enes# inz, ete# it
    eo io
    er qr
    er# q, ers# qz
    or# or
    tor# tq, tors# tqz
    re# r
    K_re# q
    ore# or
    ire# ayr
    ure# ur
    ew u
    ewed# ud, ey# i
    ey e
    eu yu
    é e
    è e
    f f
    ff f
    g g
    g/eiy j
    get get
    gi/vrf gi
    ger gqr
    gg g
    gh g
    gh# -
    ght t
    ghts# ts
    gn/K# n
    #_gn n
    gue# g
    gu/ei g
    gym jim
    h h
    i i
    ice# ays, ide# ayd, ides# aydz, ied# ayd
    rried# rid
    ider aydq
    ife# ayf, ike# ayk, ikes# ayks, ile# ayl, iles# aylz, ime# aym, imes# aymz
    ine# ayn, ines# aynz, ite# ayt, ites# ayts, ive# ayv, ize# ayz, ise# ayz
    igh ay
    ight ayt
    ign ayn
    ire ayr
    ind# aynd
    ie i
    ie# i, ies# iz
    ier iq
    ier# iq
    ious iqs
    ius iqs
    ism# izm
    io io
    j j
    k k
    #_kn n
    kn kn
    l l
    ll l
    le# ql, les# qlz
    m m
    mm m
    mb# m, mn# m
    n n
    nn n
    ng# N, ngs# Nz
    nk Nk
    nks# Nks, nx# Nks
    nc/k N
    o o
    oa o
    oe# o
    oi oy
    oo u
    ook uk
    or or
    ou aw
    ough o
    ought ot
    ould ud
    our awr
    our# q, ous# qs
    you yu
    through Tru
    ow o
    own awn
    known non, grown gron, shown Son, thrown Tron, flown flon, blown blon
    ows# oz
    oy oy
    one# on, ome# om, ole# ol, oles# olz, ose# oz, olk# ok, owed# od
    #_allowed# alawd, vowed# vawd
    ox oks
    ove# uv
    p p
    ph f
    pp p
    pped# pt, pal# pql
    #_ps s
    #_pt t
    q k
    qu kw
    quay ki
    que# k
    r r
    rr r
    rh r
    s s
    soul sol
    V_s/V z
    s# z
    bs# bz
    ks# ks
    ssed# st
    ps# ps
    ts# ts
    fs# fs
    ss s
    ss# s
    us# qs
    is# is
    as# qz
    sc/eiy s
    sch sk
    sh S
    sion Zqn
    ssion Sqn
    sure# Zq, ssure# Sq
    st st
    sten# sqn
    t t
    tt t
    tal# tql
    tch c
    th T
    thyme taym
    ths# Ts
    #_the Tq
    thru Tru
    tion Sqn
    ture# cq, tures# cqz
    tz ts
    u u
    #_u yu
    u/bdfgkmnpt u
    #_u/KK u
    ue u
    ue# u
    ui u
    uy ay
    un/KK un
    ule# ul, use# uz, ute# ut, ube# ub, une# un
    v v
    vv v
    w w
    #_wr r
    wh w
    #_who hu
    x ks
    #_x z
    #_x/K eks
    y i
    #_y y
    V_y y
    my# may
    ym im
    y# i
    #_my may
    by# bay
    #_cy say
    cy/b say
    ly# li
    ype# ayp, yre# ayr
    yde ayd
    yder aydq
    ryd rayd
    tyg tayg
    tig/e tayg
    z z
    zz z
    aste# est
    great gret
    break brek
    steak stek
    bear# ber
    pear# per
    wear# wer
    health helT
    weather weTq
    leather leTq
    heart hart
    whole hol
    door dor
    floor flor
    flood flud
    blood blud
    #_hour awr
    flour flawr
    flower flawr
    power pawr
    tower tawr
    rough# ruf, cough kof, laugh laf, trough trof
    tough# tuf
    enough enuf
    #_one# wun, #_four for, fourth forT, course kors, court kort, source sors, #_your yor
    grey gre, #_they Te, obey obe, shoe Su, #_vue# viw, board bord, ored# ord
    machin maSin, chef Sef, chic# Sik, chalet Sale, giraff jiraf, ocean oSqn, cial Sql, cheese ciz
    cym sim, inor# inq, ajor# ejq, avor# evq, olor# ulq, ealth elT
    #_won# wun
    two tu
    money muni
    honey huni
    son# sun, suite# swit, suites# swits
    people pipql
    business biznes
    #_ez izi, #_heir er, #_choir kwayr, #_cue# kyu, #_queue kyu, muscle musql, ssel sql
    #_eye ay
    """
)
