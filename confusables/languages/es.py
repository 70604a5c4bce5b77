"""Spanish: function words, inflection, sound."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from confusables.languages.numerals import composed, hours
from confusables.languages.phones import Rules
from confusables.languages.stems import Endings, Stemmer, words
from confusables.model import Subject

if TYPE_CHECKING:
    from collections.abc import Mapping

code: str = "es"

possessives: Mapping[str, frozenset[str]] = {
    "my": words("mi mis"),
    "your": words("tu tus su sus vuestro vuestra vuestros vuestras"),
    "our": words("nuestro nuestra nuestros nuestras"),
    "their": words("su sus"),
}

determiners: frozenset[str] = words(
    "el la los las un una unos unas este esta estos estas cada"
).union(*possessives.values())

agreeing: tuple[frozenset[str], ...] = (
    words("el un mi tu su nuestro vuestro este"),
    words("la una mi tu su nuestra vuestra esta"),
    words("los unos mis tus sus nuestros vuestros estos"),
    words("las unas mis tus sus nuestras vuestras estas"),
)

endings: tuple[frozenset[str], ...] = (
    words("aje cafe cine coche e l ma n o or parque puente restaurante"),
    words("a calle cion clave dad e flor foto llave ma mano moto nube radio sion tad torre tud"),
    words("ajes es os ores"),
    words("as ciones dades es"),
)

elided: Mapping[str, str] = {}

linking: frozenset[str] = words("de del y e al a en con para por o")

contracted: frozenset[str] = words("al del")

joining: frozenset[str] = words("y e o")

nouns_last: bool = False

compounds: bool = False

_NUMBERS: Final = composed(
    {
        "0": ("cero",),
        "1": ("uno", "un", "una"),
        "2": ("dos",),
        "3": ("tres",),
        "4": ("cuatro",),
        "5": ("cinco",),
        "6": ("seis",),
        "7": ("siete",),
        "8": ("ocho",),
        "9": ("nueve",),
        "10": ("diez",),
        "11": ("once",),
        "12": ("doce",),
        "13": ("trece",),
        "14": ("catorce",),
        "15": ("quince",),
        "16": ("dieciseis",),
        "17": ("diecisiete",),
        "18": ("dieciocho",),
        "19": ("diecinueve",),
        "20": ("veinte",),
        "21": ("veintiuno", "veintiun"),
        "30": ("treinta",),
        "40": ("cuarenta",),
        "50": ("cincuenta",),
        "60": ("sesenta",),
        "70": ("setenta",),
        "80": ("ochenta",),
        "90": ("noventa",),
        "100": ("cien", "ciento"),
        "1000": ("mil",),
        "1001": ("milyuna", "milyun"),
        "1er": ("primer",),
        "1ero": ("primero",),
        "1era": ("primera",),
        "1o": ("primero",),
        "1a": ("primera",),
        "2o": ("segundo",),
        "2a": ("segunda",),
        "3er": ("tercer",),
        "3o": ("tercero",),
        "3a": ("tercera",),
        "5o": ("quinto",),
        "6o": ("sexto",),
        "6a": ("sexta",),
        "7o": ("septimo",),
        "7a": ("septima",),
        "8o": ("octavo",),
        "8a": ("octava",),
        "9o": ("noveno",),
        "9a": ("novena",),
        "10o": ("decimo",),
        "10a": ("decima",),
    },
    lambda ten, unit, number: (f"veinti{unit}" if number < 30 else f"{ten}y{unit}",),
)

numbers: Mapping[str, tuple[str, ...]] = hours(_NUMBERS, ("horas", "hora")) | _NUMBERS

shorthand: Mapping[str, tuple[str, ...]] = {
    "&": ("y",), "+": ("mas",), "%": ("porciento",), "k": ("que", "ca"), "q": ("que",),
    "t": ("te",), "x": ("por",), "100pre": ("siempre",), "sta": ("santa",), "sto": ("santo",),
    "dr": ("doctor",), "dra": ("doctora",), "sr": ("senor",), "sra": ("senora",),
    "srta": ("senorita",), "prof": ("profesor",), "profe": ("profesor",), "info": ("informacion",),
    "uni": ("universidad",), "bici": ("bicicleta",), "tele": ("television",),
    "moto": ("motocicleta",), "foto": ("fotografia",), "auto": ("automovil",), "cole": ("colegio",),
    "peli": ("pelicula",), "finde": ("findesemana",), "insti": ("instituto",),
    "compu": ("computadora",), "depto": ("departamento",), "avda": ("avenida",), "tb": ("tambien",),
    "cia": ("compania",),
    "hnos": ("hermanos",),
}  # fmt: skip

subjects: Mapping[str, Subject] = {
    "yo": Subject(("me",), ("o", "oy", "se", "e")), "tu": Subject(("te",), ("s",)),
    "nosotros": Subject(("nos",), ("mos",)), "vosotros": Subject(("os",), ("is",), usual=False),
}  # fmt: skip
verbs: Mapping[str, tuple[str, ...]] = {
    "ar": ("ando", "amos", "emos"), "er": ("iendo", "emos", "amos"),
    "ir": ("iendo", "imos", "amos"),
}  # fmt: skip

suffixes: frozenset[str] = words(
    "es mx ar co cl pe uy ve ec gt cr bo py do hn ni sv pa cu pr gq us cat gal eus lat"
)

written_out: Mapping[str, str] = {}

keyboard: str = "es"

# Adjectives of the two genders; nouns keep their last vowel (casa is not caso).
_ADJECTIVES: Final = words(
    "blanco negro rojo amarillo morado rosado dorado plateado nuevo viejo bueno malo bonito lindo"
    " guapo feo pequeno alto bajo largo corto ancho estrecho gordo flaco rico sabroso fresco frio"
    " caliente seco mojado limpio sucio barato caro rapido lento seguro claro oscuro dulce amargo"
    " salado sano loco sabio santo vivo muerto lleno vacio abierto cerrado libre unico mismo"
    " otro todo mucho poco primero segundo tercero ultimo proximo moderno antiguo clasico"
    " economico fantastico magico practico publico electrico mecanico medico tecnico deportivo"
    " creativo activo hermoso precioso delicioso famoso maravilloso luminoso autentico automatico"
    " avanzado bello blando calido catolico ciego colorado comodo completo contento cristiano"
    " desnudo directo dormido duro ecologico encantado eterno exotico falso gratuito historico"
    " humano humedo inalambrico integrado justo ligero listo liviano maritimo mutuo organico"
    " perfecto pesado privado puro redondo romantico rustico sagrado sanitario sencillo solidario"
    " solido sordo tierno turistico unido universitario urbano vegano vegetariano africano"
    " americano andino argentino castellano colombiano cubano europeo hispano italiano latino"
    " mexicano peruano venezolano"
)

# Persons and animals of either gender.
_EITHER: Final = words(
    "amigo gato perro nino hijo hermano abuelo tio novio vecino medico abogado panadero carnicero"
    " cocinero enfermero peluquero maestro alumno chico muchacho suegro primo sobrino nieto dueno"
    " socio vaquero jardinero pastelero"
)

_IRREGULAR: Final = {
    **{word[:-1] + ending: word for word in _EITHER for ending in ("a", "as", "os", "o")},
    **{a[:-1] + "a": a for a in _ADJECTIVES if a.endswith("o")},
    **{a[:-1] + "as": a for a in _ADJECTIVES if a.endswith("o")},
    **{a + "s": a for a in _ADJECTIVES},
    **{a: a for a in _ADJECTIVES},
    "buen": "bueno",
    "gran": "grande",
    "mal": "malo",
    "primer": "primero",
    "veces": "vez",
    "mes": "mes",
    "meses": "mes",
    "pies": "pie",
    "gas": "gas",
    "mas": "mas",
    "dios": "dios",
    "lunes": "lunes",
    "martes": "martes",
    "jueves": "jueves",
    "viernes": "viernes",
    "crisis": "crisis",
    "tenis": "tenis",
    "menos": "menos",
    "tres": "tres",
    "dos": "dos",
    "seis": "seis",
    "paris": "paris",
    "autobus": "autobus",
    "relojes": "reloj",
    "autobuses": "autobus",
    "virus": "virus",
    "campus": "campus",
    "bonus": "bonus",
    "pais": "pais",
    "paises": "pais",
    "cines": "cine",
    "mosquito": "mosquito",
    "mosquitos": "mosquito",
    "cochecito": "cochecito",
    "cita": "cita",
    "citas": "cita",
    "visita": "visita",
    "favorito": "favorito",
    "favorita": "favorito",
    "circuito": "circuito",
    "exito": "exito",
    "gratuito": "gratuito",
    "infinito": "infinito",
    "granito": "granito",
    "credito": "credito",
    "deposito": "deposito",
    "noches": "noche",
    "coches": "coche",
    "leches": "leche",
    "clases": "clase",
    "bases": "base",
    "llaves": "llave",
    "naves": "nave",
    "aves": "ave",
    "dulces": "dulce",
    "padres": "padre",
    "madres": "madre",
    "hombres": "hombre",
    "libres": "libre",
    "pobres": "pobre",
    "nombres": "nombre",
    "aires": "aire",
    "trajes": "traje",
    "viajes": "viaje",
    "mensajes": "mensaje",
    "paisajes": "paisaje",
    "garajes": "garaje",
    "masajes": "masaje",
    "limites": "limite",
    "clientes": "cliente",
    "fuentes": "fuente",
    "puentes": "puente",
    "grandes": "grande",
    "verdes": "verde",
    "suites": "suite",
}

# Small things of nouns that do not end in -o or -a: cafecito, arbolito, and of those in -z.
_IN_E: Final = words(
    "aire baile cafe calle dulce hombre jefe leche madre nave nene noche nube padre pobre"
    " puente suave tarde traje verde"
)
_IN_L: Final = words("angel animal arbol caracol farol hotel local mantel papel pastel pincel")


def _small() -> str:
    """Rules of small things: florecita, lucecita, barquito, ratoncito, tacita."""
    rules = [(noun + "ci", noun, 0) for noun in sorted(_IN_E)]
    rules += [(noun + "i", noun, 0) for noun in sorted(_IN_L)]
    rules += [("cabeci", "cabeza", 0), ("piececi", "pie", 0)]
    rules += [(v + c + "eci", v + c, 1) for v in "aeiou" for c in "lnr"]
    rules += [(v + "ceci", v + "z", 1) for v in "aeiou"]
    rules += [(v + c + "ci", v + c, 2) for v in "aeiou" for c in "nr"]
    found = [
        f"{end}t{g}{s} {whole} {n}" for end, whole, n in rules for g in "oa" for s in ("", "s")
    ]
    changed = (("qui", "c"), ("gui", "g"), ("aci", "az"))
    found += [f"{a}t{g}{s} {b}{g} 1" for a, b in changed for g in "oa" for s in ("", "s")]
    return "\n".join(found)


stem = Stemmer(
    _small()
    + """
    ecitos  o     3
    ecitas  a     3
    ecito   o     3
    ecita   a     3
    itos    o     4
    itas    a     4
    ito     o     3
    ita     a     3
    illos   o     4
    illas   a     4
    ciones  cion  1
    iones   ion   2
    ces     z     2
    ores    or    2
    eres    er    2
    ares    ar    1
    ures    ur    3
    oras    or    4
    ora     or    4
    ales    al    2
    eles    el    2
    iles    il    2
    oles    ol    1
    ules    ul    2
    anes    an    1
    enes    en    2
    ines    in    1
    ones    on    1
    ades    ad    2
    udes    ud    2
    edes    ed    2
    leyes   ley   0
    osas    oso   3
    osa     oso   3
    ivas    ivo   3
    iva     ivo   3
    ss      ss    1
    s       -     3
    """,
    _IRREGULAR,
    diminutives="ito ita itos itas",
)

plural = Endings(
    ":s s:s x:x z:ces l:les r:res n:nes d:des j:jes ey:eyes mes:meses pais:paises bus:buses"
    " gas:gases ingles:ingleses frances:franceses"
)

sound = Rules(
    """
    a a
    á a
    b b
    obs/ct os
    c k
    c/eiéíy s
    cc/eiéí ks
    ch c
    ck k
    d d
    e e
    é e
    f f
    ff f
    g g
    g/eiéí x
    gu/eiéí g
    gü gw
    h -
    i i
    í i
    ia ya
    ie ye
    io yo
    j x
    k k
    l l
    ll y
    m m
    mm m
    n n
    nn n
    ñ Y
    gn Y
    o o
    ó o
    oo u
    p p
    pp p
    ph f
    #_ps s
    q k
    qu k
    r r
    rr r
    s s
    ss s
    sc/ei s
    sh S
    t t
    tt t
    th t
    tz ts
    u u
    ú u
    ü u
    ua wa
    ue we
    v b
    w w
    x ks
    ex/K es
    #_x s
    y i
    y/V y
    z s
    zz s
    """
)
