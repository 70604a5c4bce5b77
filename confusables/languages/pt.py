"""Portuguese: function words, inflection, sound."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from confusables.languages.numerals import composed, hours
from confusables.languages.phones import Rules
from confusables.languages.stems import Endings, Stemmer, words
from confusables.model import Subject

if TYPE_CHECKING:
    from collections.abc import Mapping

code: str = "pt"

possessives: Mapping[str, frozenset[str]] = {
    "my": words("meu minha meus minhas"),
    "your": words("teu tua teus tuas seu sua seus suas vosso vossa vossos vossas"),
    "our": words("nosso nossa nossos nossas"),
    "their": words("seu sua seus suas"),
}

agreeing: tuple[frozenset[str], ...] = (
    words("o um meu teu seu nosso vosso omeu oteu oseu onosso ovosso"),
    words("a uma minha tua sua nossa vossa aminha atua asua anossa avossa"),
    words("os uns meus teus seus nossos vossos osmeus osteus osseus osnossos osvossos"),
    words("as umas minhas tuas suas nossas vossas asminhas astuas assuas asnossas asvossas"),
)

endings: tuple[frozenset[str], ...] = (
    words("al ao cafe e leite ma o or parque restaurante"),
    words("a agem cao dade e flor foto ma mao moto radio sao torre"),
    words("ais es oes ores os"),
    words("agens as coes dades es"),
)

elided: Mapping[str, str] = {}

determiners: frozenset[str] = words("cada este esta estes estas").union(*agreeing)

linking: frozenset[str] = words(
    "de do da dos das e em no na nos nas com para por pelo pela pelos pelas ao aos"
)

contracted: frozenset[str] = words("ao aos da das do dos na nas no nos pela pelas pelo pelos")

joining: frozenset[str] = words("e")

nouns_last: bool = False

compounds: bool = False

_NUMBERS: Final = composed(
    {
        "0": ("zero",),
        "1": ("um", "uma"),
        "2": ("dois", "duas"),
        "3": ("tres",),
        "4": ("quatro",),
        "5": ("cinco",),
        "6": ("seis",),
        "7": ("sete",),
        "8": ("oito",),
        "9": ("nove",),
        "10": ("dez",),
        "11": ("onze",),
        "12": ("doze",),
        "13": ("treze",),
        "14": ("catorze", "quatorze"),
        "15": ("quinze",),
        "16": ("dezesseis", "dezasseis"),
        "17": ("dezessete", "dezassete"),
        "18": ("dezoito",),
        "19": ("dezenove", "dezanove"),
        "20": ("vinte",),
        "30": ("trinta",),
        "40": ("quarenta",),
        "50": ("cinquenta",),
        "60": ("sessenta",),
        "70": ("setenta",),
        "80": ("oitenta",),
        "90": ("noventa",),
        "100": ("cem", "cento"),
        "1000": ("mil",),
        "1001": ("mileuma", "mileum"),
        "1o": ("primeiro",),
        "1a": ("primeira",),
        "2o": ("segundo",),
        "2a": ("segunda",),
        "3o": ("terceiro",),
        "3a": ("terceira",),
        "5o": ("quinto",),
        "6o": ("sexto",),
        "6a": ("sexta",),
        "7o": ("setimo",),
        "7a": ("setima",),
        "8o": ("oitavo",),
        "8a": ("oitava",),
        "9o": ("nono",),
        "9a": ("nona",),
        "10o": ("decimo",),
        "10a": ("decima",),
    },
    lambda ten, unit, _: (f"{ten}e{unit}", f"{ten}{unit}"),
)

numbers: Mapping[str, tuple[str, ...]] = hours(_NUMBERS, ("horas", "hora")) | _NUMBERS

shorthand: Mapping[str, tuple[str, ...]] = {
    "&": ("e",), "+": ("mais",), "%": ("porcento",), "q": ("que",), "vc": ("voce",),
    "sta": ("santa",), "sto": ("santo",), "dr": ("doutor",), "dra": ("doutora",), "sr": ("senhor",),
    "sra": ("senhora",), "prof": ("professor",), "info": ("informacao", "informacoes"),
    "bici": ("bicicleta",), "moto": ("motocicleta",), "foto": ("fotografia",),
    "auto": ("automovel",), "uni": ("universidade",), "facul": ("faculdade",),
    "tele": ("televisao",), "tb": ("tambem",), "tbm": ("tambem",), "pra": ("para",),
    "cel": ("celular",),
    "cia": ("companhia",),
    "av": ("avenida",),
}  # fmt: skip

subjects: Mapping[str, Subject] = {
    "eu": Subject(("me",), ("o", "ou", "ei")), "tu": Subject(("te",), ("s",)),
    "voce": Subject(("se",), ("z", "quer", "oi", "a", "e", "m")),
    "nos": Subject(("nos",), ("mos",)),
}  # fmt: skip
verbs: Mapping[str, tuple[str, ...]] = {
    "ar": ("ando", "amos", "emos"), "er": ("endo", "emos", "amos"), "ir": ("indo", "imos", "amos"),
}  # fmt: skip

suffixes: frozenset[str] = words("pt br ao mz cv st gw tl mo rio")

written_out: Mapping[str, str] = {}

keyboard: str = "pt"

_ADJECTIVES: Final = words(
    "branco preto negro amarelo vermelho roxo dourado prateado novo velho bonito lindo belo feio"
    " pequeno alto baixo longo curto largo estreito gordo magro rico gostoso fresco frio quente"
    " seco molhado limpo sujo barato caro rapido lento seguro claro escuro doce amargo salgado"
    " saboroso louco sabio santo vivo morto cheio vazio aberto fechado unico mesmo outro todo"
    " muito pouco primeiro segundo terceiro ultimo proximo moderno antigo classico economico"
    " fantastico magico pratico publico eletrico mecanico medico tecnico esportivo desportivo"
    " criativo ativo formoso precioso delicioso famoso maravilhoso autentico automatico avancado"
    " biologico castanho catolico cego cinzento completo comprido direto duro ecologico encantado"
    " eterno exotico falso gratuito historico humano humanitario integrado justo ligeiro maritimo"
    " mutuo organico perfeito pesado privado puro redondo romantico rustico sagrado solidario"
    " solido surdo turistico umido unido universitario urbano vegano vegetariano africano americano"
    " argentino brasileiro italiano latino mexicano"
)

# Persons and animals of either gender.
_EITHER: Final = words(
    "amigo gato menino filho neto tio primo sobrinho vizinho namorado noivo medico advogado padeiro"
    " cozinheiro enfermeiro jardineiro aluno moco garoto dono socio cachorro"
)

# Small by their ending alone: a dolphin is no small gulf.
_NOT_SMALL: Final = words("andorinha calcinha camisinha golfinho joaninha pergaminho")

_IRREGULAR: Final = {
    **{word[:-1] + ending: word for word in _EITHER for ending in ("a", "as", "os", "o")},
    **{a[:-1] + "a": a for a in _ADJECTIVES if a.endswith("o")},
    **{a[:-1] + "as": a for a in _ADJECTIVES if a.endswith("o")},
    **{a: a for a in _ADJECTIVES},
    **{word: word for word in _NOT_SMALL},
    **{word + "s": word for word in _NOT_SMALL},
    "bom": "bom",
    "boa": "bom",
    "boas": "bom",
    "bons": "bom",
    "mau": "mau",
    "ma": "mau",
    "maos": "mao",
    "paes": "pao",
    "caes": "cao",
    "meses": "mes",
    "mais": "mais",
    "tres": "tres",
    "dois": "dois",
    "seis": "seis",
    "depois": "depois",
    "gas": "gas",
    "lapis": "lapis",
    "onibus": "onibus",
    "autocarros": "autocarro",
    "tenis": "tenis",
    "oasis": "oasis",
    "virus": "virus",
    "campus": "campus",
    "bonus": "bonus",
    "pais": "pais",
    "paises": "pais",
    "paris": "paris",
    "vinho": "vinho",
    "ninho": "ninho",
    "linha": "linha",
    "linhas": "linha",
    "minha": "minha",
    "rainha": "rainha",
    "cozinha": "cozinha",
    "cozinhas": "cozinha",
    "galinha": "galinha",
    "vizinho": "vizinho",
    "caminho": "caminho",
    "caminhos": "caminho",
    "carinho": "carinho",
    "espinho": "espinho",
    "sobrinho": "sobrinho",
    "farinha": "farinha",
    "marinha": "marinha",
    "sardinha": "sardinha",
    "campainha": "campainha",
    "carrinho": "carro",
    "praias": "praia",
}

# Small things of nouns in -e and -z, which do not have the -o or -a of their ending: peixinho.
_IN_E: Final = words(
    "chave dente doce leite lanche monte nave nome noite pente peixe ponte parede quente"
    " tarde verde"
)
_IN_Z: Final = words("luz nariz rapaz voz")


def _small() -> str:
    """Rules of small things: peixinho, luzinha, barquinho, amiguinho."""
    rules = [(noun[:-1] + "inh", noun) for noun in sorted(_IN_E)]
    rules += [(noun + "inh", noun) for noun in sorted(_IN_Z)]
    found = [f"{small}{g}{s} {noun} 0" for small, noun in rules for g in "oa" for s in ("", "s")]
    hard = (("quinh", "c"), ("guinh", "g"))
    found += [f"{a}{g}{s} {b}{g} 2" for a, b in hard for g in "oa" for s in ("", "s")]
    return "\n".join(found)


stem = Stemmer(
    _small()
    + """
    zinhos  -     2
    zinhas  -     2
    zinho   -     2
    zinha   -     2
    inhos   o     3
    inhas   a     3
    inho    o     3
    inha    a     3
    coes    cao   1
    soes    sao   1
    oes     ao    1
    aes     ao    2
    ais     al    2
    eis     el    2
    ois     ol    2
    uis     ul    2
    ens     em    2
    ins     im    2
    ons     om    2
    uns     um    1
    ores    or    2
    eres    er    2
    ares    ar    2
    ires    ir    3
    oras    or    4
    ora     or    4
    zes     z     2
    eses    es    2
    osas    oso   3
    osa     oso   3
    ivas    ivo   3
    iva     ivo   3
    ss      ss    1
    s       -     3
    """,
    _IRREGULAR,
    diminutives="inho inha inhos inhas",
)

plural = Endings(
    ":s s:s x:x m:ns r:res z:zes al:ais el:eis ol:ois ul:uis il:is ao:oes pao:paes"
    " mao:maos irmao:irmaos alemao:alemaes mes:meses pais:paises gas:gases"
)

sound = Rules(
    """
    a a
    á a
    à a
    â a
    ã A
    ão Aw
    ao# Aw
    ões# Qys
    oes# Qys
    am/K A
    an/K A
    am# Aw
    b b
    c k
    c/eiéêíy s
    // Names are mostly written without the cedilla: coracao, servicos, licenca.
    aeiounrpt_cao# sAw
    aeiounrpt_coes# sQys
    anca# Asa
    ancas# Asas
    branca# brAka
    brancas# brAkas
    lembranca# lImbrAsa
    cobranca# kobrAsa
    banca# bAka
    franca# frAsa
    enca# Isa
    encas# Isas
    onca# Qsa
    acai asai
    acoug asog
    acuc/a asuk
    almoc/o almos
    brac/o bras
    cabec/a kabes
    calcad kalsad
    comec/ao komes
    crianc/a kriAs
    danc/a dAs
    cacad kasad
    enderec/o Ideres
    esperanc/a esperAs
    espac/o espas
    financ/a finAs
    forc/a fors
    grac/a gras
    licenc/a lisIs
    pec/a pes
    pecad pekad
    prac/a pras
    prec/o pres
    seguranc/a segurAs
    servic/o servis
    ç s
    cc/ei ks
    ch S
    chr kr
    ck k
    ct t
    d d
    e e
    é e
    ê e
    e# i
    es# is
    em/K I
    en/K I
    em# Iy
    ens# Iys
    ei ey
    f f
    ff f
    g g
    g/eiéêíy Z
    gu/eiéê g
    h -
    i i
    í i
    im/K I
    in/K I
    im# I
    j Z
    k k
    l l, l/K u, l# u, ll/K u, ll# u  // as Brazil says it: calda, cauda
    ll l
    lh ly
    m m
    mm m
    n n
    nn n
    nh Y
    anh aY
    enh eY
    inh iY
    onh oY
    unh uY
    o o
    ó o
    ô o
    õ Q
    o# u
    os# us
    om/K Q
    on/K Q
    om# Q
    ou o
    oo u
    p p
    pp p
    ph f
    #_ps ps
    q k
    qu kw
    qu/eiéêí k
    r r
    rr r
    s s
    V_s/V z
    ss s
    sc/ei s
    sh S
    t t
    tt t
    th t
    u u
    ú u
    um# u
    u/aeio w
    v v
    w w
    x S
    #_ex/V ez
    xc/ei s
    x# ks
    y i
    y/V y
    z z
    z# s
    zz z
    """
)
