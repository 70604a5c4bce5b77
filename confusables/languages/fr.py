"""French: function words, inflection, sound."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from confusables.languages.numerals import composed, counting, hours, ordinals
from confusables.languages.phones import Rules
from confusables.languages.stems import Endings, Stemmer, words
from confusables.model import Subject

if TYPE_CHECKING:
    from collections.abc import Mapping

code: str = "fr"

possessives: Mapping[str, frozenset[str]] = {
    "my": words("mon ma mes"),
    "your": words("ton ta tes votre vos"),
    "our": words("notre nos"),
    "their": words("son sa ses leur leurs"),
}

determiners: frozenset[str] = words("le la les l un une ce cet cette ces chaque").union(
    *possessives.values()
)

agreeing: tuple[frozenset[str], ...] = (
    words("le l un mon ton son notre votre leur ce cet du au"),
    words("la l une ma ta sa notre votre leur cette"),
    words("les des mes tes ses nos vos leurs ces aux"),
)

endings: tuple[frozenset[str], ...] = (
    words(
        "a arbre article b beurre bois bras c cafe cas cercle chene cirque college commerce compte"
        " congres corps cours cycle d disque domaine e eau espace eur f fleuve g gite gramme groupe"
        " guide h i isme j k kiosque l laboratoire livre lycee m magazine marche ment mois monde"
        " musee n o office ome p pays phone prix proces progres q r repas reve service site ss"
        " stade succes sucre systeme t tapis temps territoire tre u us v verre vignoble w y z acces"
        " age"
    ),
    words(
        "ade ance ande ante banque boite boule cabane campagne carte cave chambre clef couleur e"
        " ecole ee elle ence esse ete ette eur euse ferme fleur force foret ie iere ille image ine"
        " ion ique ise ison isite ite ive ligne lune main mer montagne nne nson nuit oix osite"
        " plage place plume porte province recherche rsite ruche salle saveur se sse table terre"
        " tte ude ure vigne zone"
    ),
    words("s x"),
)

elided: Mapping[str, str] = {
    "le": "l", "la": "l", "ma": "mon", "ta": "ton", "sa": "son", "ce": "cet",
}  # fmt: skip

linking: frozenset[str] = words("de d du des et a au aux en sur pour par avec chez dans ou")

contracted: frozenset[str] = words("du des au aux")

joining: frozenset[str] = words("et ou")

nouns_last: bool = False

compounds: bool = False

_NUMBERS: Final = composed(
    {
        "0": ("zero",), "1": ("un", "une"), "2": ("deux",), "3": ("trois",), "4": ("quatre",),
        "5": ("cinq",), "6": ("six",), "7": ("sept",), "8": ("huit",), "9": ("neuf",),
        "10": ("dix",), "11": ("onze",), "12": ("douze",), "13": ("treize",), "14": ("quatorze",),
        "15": ("quinze",), "16": ("seize",), "17": ("dixsept",), "18": ("dixhuit",),
        "19": ("dixneuf",), "20": ("vingt",), "30": ("trente",), "40": ("quarante",),
        "50": ("cinquante",), "60": ("soixante",), "70": ("soixantedix",),
        "80": ("quatrevingt", "quatrevingts"), "90": ("quatrevingtdix",), "100": ("cent",),
        "1000": ("mille",), "1001": ("milleetun", "milleetune"), "1er": ("premier",),
        "1ere": ("premiere",), "2nd": ("second",), "2nde": ("seconde",),
    },
    lambda ten, unit, number: (ten + "et" * (number % 10 == 1 and number < 80) + unit,),
    twenties=True,
)  # fmt: skip

_ordinal = Endings("neuf:neuvieme cinq:cinquieme e:ieme :ieme")

numbers: Mapping[str, tuple[str, ...]] = {
    **ordinals(_NUMBERS, _ordinal, lambda number: ("e", "eme") if number > 1 else ()),
    **hours(_NUMBERS, ("heures", "heure")),
    **counting(_NUMBERS, "cents", ("unmillion", "million")),
    **_NUMBERS,
}

shorthand: Mapping[str, tuple[str, ...]] = {
    "&": ("et",), "+": ("plus",), "%": ("pourcent",), "c": ("cest", "ces", "ses"), "g": ("jai",),
    "l": ("elle", "aile"), "m": ("aime",), "o": ("eau", "eaux", "au", "aux"), "k7": ("cassette",),
    "kdo": ("cadeau",), "kfe": ("cafe",), "st": ("saint",), "ste": ("sainte",), "sts": ("saints",),
    "dr": ("docteur",), "mr": ("monsieur",), "mme": ("madame",), "mlle": ("mademoiselle",),
    "prof": ("professeur",), "rdv": ("rendezvous",), "resto": ("restaurant",),
    "asso": ("association",), "info": ("information",), "infos": ("informations",),
    "labo": ("laboratoire",), "univ": ("universite",), "biblio": ("bibliotheque",),
    "appart": ("appartement",), "apero": ("aperitif",), "cine": ("cinema",),
    "photo": ("photographie",), "auto": ("automobile",), "pub": ("publicite",),
    "immo": ("immobilier",), "compta": ("comptabilite",), "ado": ("adolescent",),
    "promo": ("promotion",), "actu": ("actualite",), "actus": ("actualites",),
    "mag": ("magazine", "magasin"), "expo": ("exposition",), "deco": ("decoration",),
    "pro": ("professionnel",), "gym": ("gymnastique",), "foot": ("football",),
    "tel": ("telephone",), "bd": ("boulevard", "bandedessinee"), "qc": ("quebec",),
    "ptit": ("petit",), "ptite": ("petite",), "grd": ("grand",), "mtl": ("montreal",),
    "cie": ("compagnie",),
    "ets": ("etablissements",),
    "bcp": ("beaucoup",),
    "rdc": ("rezdechaussee",),
}  # fmt: skip

_THIRD: Final = Subject(("se", "s"), ("e", "t", "d", "a", "c"), usual=False)
subjects: Mapping[str, Subject] = {
    "je": Subject(("me", "m"), ("e", "s", "x", "ai", "ais", "uis")),
    "j": Subject((), ("e", "s", "ai", "ais", "uis")), "tu": Subject(("te", "t"), ("s", "x")),
    "on": _THIRD._replace(usual=True), "nous": Subject(("nous",), ("ons", "ommes")),
    "vous": Subject(("vous",), ("ez", "etes", "aites")),
    **dict.fromkeys(("il", "elle"), _THIRD),
    **dict.fromkeys(("ils", "elles"), Subject(("se", "s"), ("nt",), usual=False)),
}  # fmt: skip
verbs: Mapping[str, tuple[str, ...]] = {
    "er": ("ant", "ons", "ez"), "ger": ("geant", "geons", "gez"),
    "ir": ("issant", "issons", "issez"), "dre": ("dant", "dons", "dez"),
    "tre": ("tant", "tons", "tez"), "vre": ("vant", "vons", "vez"),
}  # fmt: skip

suffixes: frozenset[str] = words(
    "fr be ch ca lu mc re gp mq gf pf nc yt pm wf tf ma dz tn sn ci cm ml bf bj tg ga cg cd mg ht"
    " quebec paris bzh alsace corsica"
)

written_out: Mapping[str, str] = {}

keyboard: str = "azerty"

# Adjectives whose feminine adds an e: the e goes, and only there (porte is not port).
_ADJECTIVES: Final = words(
    "grand petit vert bleu noir joli gris blond brun rond court haut chaud froid fort lourd"
    " content charmant elegant parfait clair ideal local social royal central national"
    " regional mondial postal commercial general vital total final original digital legal rural"
    " urbain humain marin voisin prochain lointain certain sain ancien gourmand francais anglais"
    " japonais chinois dur pur sur mur vrai gai uni poli ami meilleur seul plein fin vilain"
    " malin radin copain bon mauvais frais gras gros bas las epais exquis precis ouvert couvert"
    " expert offert secret discret complet concret inquiet pret droit etroit adroit genial"
    " special amical familial natal floral solar lunaire mini direct correct exact intact"
    " intelligent different patient present absent recent excellent important brillant puissant"
    " vivant volant roulant gagnant savant marrant savoureux"
)

# What has no ending, whatever it looks like.
_WHOLE: Final = words(
    "email prix voix noix croix paix choix deux doux roux faux vieux mieux houx relax index bras"
    " pays gros bas gras frais repas mais bois mois fois trois temps corps sens cours parcours"
    " secours velours ours jus bus plus paris tapis avis souris colis devis iris tennis oasis anis"
    " fils gaz francais anglais japonais chinois mauvais epais palais relais marais express news"
    " campus bonus virus lotus venus cactus atlas lilas dans sans sous nous vous autobus minibus"
    " omnibus airbus refus abus talus dessus dessous rebus surplus prospectus processus terminus"
    " consensus tonus focus ficus crocus hibiscus eucalyptus papyrus corpus inclus confus intrus"
    " humus houmous jesus cumulus sinus cursus opus argus celsius radius genius vers"
)

# Nouns in -ee, which is no participle: armée is not arme, vallée not val.
_IN_EE: Final = words(
    "allee annee armee bouee chaussee cheminee coulee dragee duree entree epee fee fusee"
    " gelee idee journee jetee lycee maree matinee melee musee orchidee pensee poupee rentree"
    " soiree tournee travee trophee vallee veillee"
)

_IRREGULAR: Final = {
    **{word: word for word in _WHOLE},
    **{word: word for word in _IN_EE},
    **{word + "s": word for word in _IN_EE},
    **{word + "e": word for word in _ADJECTIVES},
    **{word + "es": word for word in _ADJECTIVES},
    "blanche": "blanc",
    "blanches": "blanc",
    "franche": "franc",
    "fraiche": "frais",
    "fraiches": "frais",
    "seche": "sec",
    "longue": "long",
    "longues": "long",
    "douce": "doux",
    "douces": "doux",
    "rousse": "roux",
    "fausse": "faux",
    "belle": "beau",
    "belles": "beau",
    "bel": "beau",
    "beaux": "beau",
    "nouvelle": "nouveau",
    "nouvelles": "nouveau",
    "nouvel": "nouveau",
    "vieille": "vieux",
    "vieil": "vieux",
    "folle": "fou",
    "bonne": "bon",
    "bonnes": "bon",
    "grosse": "gros",
    "basse": "bas",
    "grasse": "gras",
    "publique": "public",
    "turque": "turc",
    "grecque": "grec",
    "yeux": "oeil",
    "travaux": "travail",
    "vitraux": "vitrail",
    "emaux": "email",
    "tous": "tout",
    "toute": "tout",
    "toutes": "tout",
}

stem = Stemmer(
    """
    eaux   eau  1
    eux    eu   2
    oux    ou   2
    aux    al   3
    ss     ss   2
    us     u    2
    s      -    3
    euse   eu   3
    eure   eu   3
    eur    eu   3
    trice  teu  2
    iere   ier  2
    ere    er   4
    elle   el   3
    enne   en   3
    onne   on   4
    onnette on  3
    ive    if   3
    ee     e    3
    aine   ain  5
    ale    al   3
    ente   ent  3
    ante   ant  3
    ande   and  3
    aise   ais  3
    oise   ois  3
    ique   ic   4
    """,
    _IRREGULAR,
)

plural = Endings(
    ":s s:s x:x z:z al:aux bal:bals carnaval:carnavals festival:festivals recital:recitals"
    " regal:regals eau:eaux eu:eux bleu:bleus pneu:pneus chou:choux bijou:bijoux caillou:cailloux"
    " genou:genoux hibou:hiboux joujou:joujoux travail:travaux vitrail:vitraux oeil:yeux"
)

sound = Rules(
    """
    a a
    à a
    â a
    ai e
    aî e
    ain/K# I
    aim/K# I
    aille ay
    ail# ay, ails# ay
    am/pb A
    an/K# A
    anc# A, ancs# A
    an/nV an
    ann an
    au o
    eau o
    eaux# o
    aux# o, ault# o, aults# o, eault# o, auld# o, aut# o, auts# o
    aw o
    ay ey
    aï ai
    b b
    b# b
    bs# b
    c k
    c/eiyéèêëî s
    // Names are mostly written without the cedilla: facade, garcon, francais.
    commerc/a komers
    facad fasad
    facon fasQ
    franc/a frAs
    garcon garsQ
    glac/ao glas
    lecon lesQ
    macon masQ
    provenc/a provAs
    soupcon supsQ
    ç s
    cc/eiyéèê ks
    ch S
    chr kr
    chn kn
    chl kl
    ck k
    cqu k
    ct# kt, cts# kt
    d d
    d# -, #_d# d
    V_d# d
    ds# -
    eud# O, aud# o, oid# wa, aid# e, ied# ye, nid# ni
    e e
    e# -
    é e
    è e
    ê e
    ë e
    es# -
    ee i
    ée e
    ées# e, ée# e
    ei e
    ein/K# I
    eil ey
    eille ey
    em/pb A
    en/K# A
    enn en
    emm em
    ien yI
    ienn yen
    ient# yI
    ent# A, ents# A, er# e, ers# e, et# e, ets# e
    eu O
    oeu O
    œu O
    eux# O, ez# e
    ey e
    f f
    g g
    g/eiyéèê Z
    ge/aou Z
    gn Y
    gu/eiyéèê g
    g# -
    V_g# g
    gs# -
    ng# Ng
    ing# iN, ings# iN
    h -
    i i
    î i
    ï i
    i/aeouéèâ y
    ill iy
    ille# iy
    ville vil
    #_mille mil, famill famiy, chevill Seviy
    ville# vil
    #_mille# mil
    tranquille trAkil
    im/pb I
    in/K# I
    inn in
    ine in
    ign iY
    j Z
    k k
    kn kn
    l l
    ll l
    m m
    mm m
    n n
    nn n
    o o
    ô o
    ö O
    oe e
    œ e
    oi wa
    oin wI
    oigt# wa, oigts# wa
    oî wa
    oo u
    om/pb Q
    on/K# Q
    onn on
    ou u
    ouill uy
    ouille# uy
    où u
    oû u
    ou/aeiéè w
    oui wi
    ow o
    oy way
    p p
    ph f
    // The last p is said in shop and clip, not in old words.
    p# p, ps# p
    camp# kA, camps# kA, champ# SA, champs# SA, emps# A, corps# kor, coup# ku, coups# ku
    loup# lu, loups# lu, trop# tro, sirop# siro, sirops# siro, galop# galo, galops# galo, drap# dra
    draps# dra
    q k
    qu k
    r r
    rr r
    rd# r, rt# r, rs# r, rds# r, rts# r
    s s
    V_s/V z
    V_s/bdgm z
    s# -
    ss s
    sc/eiyéè s
    sch S
    sh S
    st# st, sts# st
    t t
    t# -
    ts# -
    th t
    tion syQ
    tion# syQ, tions# syQ
    tch c
    tz# ts
    u U
    ù U
    û U
    ü U
    ui wi
    um# om
    fum# fI
    un/K# I
    ut# U
    v v
    w w
    x ks
    oux# u, oix# wa, aix# e, #_aix# eks, prix# pri, drix# dri, cifix# sifi, monix# moni, flux# flU
    #_dix# dis, #_six# sis, #_aux/aeéèêou oz, #_deux/aeéèêiou dOz
    ex/V egz
    y i
    y/aeou y
    #_y/aeou y
    ym/pb I
    yn/K I
    z z
    z# z
    zz dz
    // Words whose last letters are said, or whose inner ones are not.
    #_mer# mer, #_fer# fer, #_ver# ver, #_cher# Ser, #_hiver# iver, #_amer# amer, #_hier# yer
    #_lys# lis, #_fils# fis, #_ours# urs, #_sud# sUd, #_bus# bUs, mars# mars, atlas# atlas
    campus# kApUs, lotus# lotUs, cactus# kaktUs, oasis# oazis, iris# iris, tennis# tenis
    #_clef# kle, #_porc# por, #_pieds# pye, tabac# taba, vingt# vI, omb# Q, ombs# Q
    #_paon pA, #_faon fA, #_femme fam, #_comt kQt, ompt Qt, tomn ton, baptis batis, sculpt skUlt
    choeur kOr, chœur kOr, chora kora, choré kore, orchest orkest, écho eko, longtemps lQtA
    poele pwal, poêle pwal, oignon oYQ, monsieur mqsyO, oeil Oy, œil Oy, ueil Oy, ueill Oy, œill Oy
    second segQ, seconde segQd, orchid orkid, vers# ver
    // What mostly loses its accent in names.
    #_cle# kle, #_cles# kle, #_ble# ble, #_pre# pre, #_cafe# kafe, #_sante sAte
    outil# uti, outils# uti, gentil# ZAti, fusil# fUzi, thym# tI, examen# egzamI
    """
)
