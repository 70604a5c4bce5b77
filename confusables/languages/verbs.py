"""Everyday verbs and the forms of their present, by which a form that is one is told from a noun.

A closed list a language: what regular endings make of any word is a noun as often as a verb, and
names are full of nouns. A language without a list here has the verbs of its ``verbs`` alone.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from confusables.languages.de import bare
from confusables.languages.stems import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

__all__ = ["NO_GERUNDS", "as_form", "as_verb", "conjugated", "present"]

_VOWELS: Final = frozenset("aeiou")
_SHORTEST = 3  # letters of a form: shorter ones are words of all kinds
_GERUND = "ndo"

NO_GERUNDS: Final = frozenset({"armando", "orlando", "rolando"})
"""Names of people that end as gerunds do."""

_DE: Final = words(
    "kaufen verkaufen einkaufen kochen backen braten grillen essen trinken schmecken mieten"
    " vermieten wohnen leben lieben helfen lernen lehren lesen schreiben spielen singen tanzen"
    " malen zeichnen basteln bauen umbauen renovieren reparieren retten sparen zahlen bezahlen"
    " rechnen suchen finden fragen antworten sagen sprechen reden hoeren sehen schauen zeigen"
    " denken glauben hoffen wissen kennen machen schaffen arbeiten gehen laufen rennen wandern"
    " reisen fahren fliegen schwimmen segeln rudern tauchen klettern springen turnen radeln"
    " buchen bestellen liefern bringen holen nehmen geben schenken tauschen teilen leihen"
    " verleihen sammeln pflanzen gaertnern ernten pflegen heilen waschen putzen reinigen buegeln"
    " naehen stricken haekeln weben drucken fotografieren filmen feiern heiraten traumen traeumen"
    " schlafen ruhen atmen lachen freuen geniessen entdecken erleben besuchen waehlen vergleichen"
    " pruefen messen planen gruenden investieren versichern schuetzen heizen kuehlen streichen"
    " schneiden verkleiden trainieren coachen beraten wechseln aendern bewegen starten oeffnen"
    " schliessen warten bleiben kommen treffen verstehen studieren forschen probieren"
)
_DE_IRREGULAR: Final = (
    "hilft:helfen liest:lesen isst:essen spricht:sprechen sieht:sehen faehrt:fahren"
    " laeuft:laufen schlaeft:schlafen nimmt:nehmen gibt:geben trifft:treffen weiss:wissen"
    " waescht:waschen raet:raten beraet:beraten backt:backen baeckt:backen misst:messen"
)

_NL: Final = words(
    "kopen verkopen inkopen koken bakken braden grillen eten drinken proeven huren verhuren wonen"
    " leven helpen leren lezen schrijven spelen zingen dansen schilderen tekenen knutselen bouwen"
    " verbouwen klussen repareren redden sparen betalen rekenen zoeken vinden vragen zeggen"
    " spreken praten luisteren kijken tonen denken geloven hopen weten kennen maken werken lopen"
    " rennen wandelen fietsen reizen rijden vliegen zwemmen zeilen roeien duiken klimmen springen"
    " boeken bestellen leveren brengen halen nemen geven schenken ruilen delen lenen verzamelen"
    " planten tuinieren oogsten verzorgen wassen poetsen schoonmaken strijken naaien"
    " breien haken weven drukken printen filmen vieren trouwen dromen slapen rusten ademen lachen"
    " genieten ontdekken beleven bezoeken kiezen vergelijken meten plannen investeren verzekeren"
    " beschermen verwarmen isoleren verven knippen snijden trainen coachen adviseren wisselen"
    " veranderen bewegen starten openen sluiten wachten blijven ontmoeten begrijpen studeren"
    " proberen groeien winnen volgen sturen verhuizen houden zorgen"
)
_NL_IRREGULAR: Final = "komt:komen kom:komen"
# An e before -en is weak in words of several syllables: teken, luister. In these it is long.
_NL_LONG: Final = words("adviseren investeren isoleren proberen repareren studeren")

_ES: Final = words(
    "comprar vender alquilar cocinar hornear comer beber cenar desayunar almorzar probar vivir"
    " habitar amar querer ayudar aprender ensenar estudiar leer escribir jugar cantar bailar"
    " pintar dibujar construir reformar reparar arreglar salvar ahorrar pagar cobrar calcular"
    " buscar encontrar preguntar hablar escuchar mirar pensar creer saber conocer hacer"
    " crear trabajar caminar correr viajar conducir manejar volar nadar navegar escalar saltar"
    " reservar pedir entregar llevar traer tomar coger regalar cambiar compartir prestar"
    " plantar sembrar cultivar cuidar curar sanar lavar limpiar planchar coser tejer imprimir"
    " fotografiar filmar celebrar sonar dormir descansar respirar disfrutar descubrir visitar"
    " elegir comparar medir planificar invertir asegurar proteger cortar entrenar mover empezar"
    " abrir cerrar esperar entender ganar seguir enviar invitar educar emprender conectar"
    " organizar decorar instalar contratar gestionar mejorar explorar sentir participar votar"
    " actuar apoyar adoptar reciclar reutilizar recuperar renovar transformar reducir consumir"
    " producir recoger cosechar alimentar encender defender respetar vacunar innovar firmar sumar"
    " servir crecer nacer comenzar recordar necesitar pasear pedalear subir llegar quedar donar"
)
_ES_IRREGULAR: Final = (
    "hago:hacer conozco:conocer conduzco:conducir doy:dar traigo:traer digo:decir dice:decir"
    " dicen:decir veo:ver cojo:coger protejo:proteger construyo:construir construye:construir"
    " construyen:construir sigo:seguir consigo:conseguir elijo:elegir recojo:recoger"
    " reduzco:reducir produzco:producir crezco:crecer nazco:nacer vemos:ver decimos:decir"
    " puedo:poder puedes:poder puede:poder podemos:poder pueden:poder tengo:tener tienes:tener"
    " tiene:tener tenemos:tener tienen:tener vengo:venir vienes:venir viene:venir venimos:venir"
    " vienen:venir pongo:poner pones:poner pone:poner ponemos:poner ponen:poner salgo:salir"
    " salimos:salir soy:ser eres:ser somos:ser estoy:estar estamos:estar estan:estar voy:ir"
    " vamos:ir"
)
# Of these the vowel before the ending changes where it is stressed: pienso, but pensamos.
_ES_STRESSED: Final = {
    "e:ie": words(
        "querer pensar sembrar invertir empezar comenzar cerrar entender encender defender sentir"
    ),
    "e:i": words("pedir medir seguir elegir servir"),
    "o:ue": words("almorzar probar encontrar volar sonar dormir mover renovar recordar"),
    "u:ue": words("jugar"),
}

_PT: Final = words(
    "comprar vender alugar cozinhar assar comer beber jantar almocar provar viver morar amar"
    " ajudar aprender ensinar estudar escrever jogar brincar cantar dancar pintar desenhar"
    " construir reformar reparar consertar salvar poupar economizar pagar cobrar calcular buscar"
    " procurar encontrar achar perguntar falar ouvir escutar olhar pensar acreditar"
    " saber conhecer fazer criar trabalhar caminhar andar correr viajar dirigir conduzir voar"
    " nadar navegar escalar pular saltar reservar pedir entregar levar trazer tomar pegar doar"
    " presentear trocar compartilhar partilhar emprestar plantar cultivar cuidar curar sarar lavar"
    " limpar passar costurar tecer imprimir fotografar filmar celebrar festejar sonhar dormir"
    " descansar respirar aproveitar curtir descobrir visitar escolher comparar medir planejar"
    " investir segurar proteger cortar treinar mudar comecar abrir fechar esperar entender ganhar"
    " seguir enviar convidar educar empreender conectar organizar decorar instalar contratar"
    " melhorar explorar sentir gostar vestir participar votar apoiar adotar reciclar reutilizar"
    " recuperar transformar reduzir consumir produzir recolher alimentar defender respeitar"
    " vacinar inovar assinar somar servir crescer nascer lembrar precisar querer passear pedalar"
    " subir chegar ficar deixar adorar"
)
_PT_IRREGULAR: Final = (
    "faco:fazer digo:dizer diz:dizer faz:fazer traz:trazer trago:trazer vejo:ver leio:ler"
    " peco:pedir meco:medir ouco:ouvir durmo:dormir sinto:sentir sigo:seguir visto:vestir"
    " invisto:investir construo:construir constroi:construir descubro:descobrir conduz:conduzir"
    " protejo:proteger dirijo:dirigir conheco:conhecer lemos:ler leem:ler vemos:ver veem:ver"
    " dizemos:dizer dizem:dizer reduz:reduzir produz:produzir sirvo:servir passeio:passear"
    " passeia:passear quer:querer posso:poder pode:poder podemos:poder podem:poder tenho:ter"
    " temos:ter venho:vir saio:sair saimos:sair sou:ser somos:ser estou:estar estamos:estar"
    " estao:estar vou:ir vai:ir vamos:ir"
)

_IT: Final = words(
    "comprare acquistare vendere affittare noleggiare cucinare cuocere mangiare cenare"
    " pranzare gustare vivere abitare amare aiutare imparare insegnare studiare leggere scrivere"
    " giocare cantare ballare danzare dipingere disegnare costruire ristrutturare riparare salvare"
    " risparmiare pagare calcolare cercare trovare chiedere parlare ascoltare guardare vedere"
    " pensare credere sapere conoscere creare lavorare camminare correre viaggiare guidare"
    " volare nuotare navigare scalare saltare prenotare ordinare consegnare portare prendere"
    " donare regalare cambiare scambiare condividere prestare piantare coltivare curare guarire"
    " lavare pulire stirare cucire tessere stampare fotografare filmare festeggiare sposare"
    " sognare dormire riposare respirare ridere scoprire visitare scegliere confrontare misurare"
    " investire assicurare proteggere tagliare allenare muovere cominciare aprire chiudere"
    " aspettare capire vincere seguire spedire inviare invitare educare organizzare arredare"
    " decorare installare migliorare esplorare sentire crescere arrampicare partecipare votare"
    " agire adottare riciclare riusare riutilizzare recuperare rinnovare trasformare consumare"
    " raccogliere mettere offrire difendere rispettare vaccinare innovare firmare"
    " differenziare iniziare finire preferire aderire unire pedalare passeggiare tornare arrivare"
)
_IT_IRREGULAR: Final = (
    "faccio:fare facciamo:fare fanno:fare dico:dire dice:dire diciamo:dire bevo:bere"
    " beve:bere beviamo:bere bevono:bere sappiamo:sapere scelgo:scegliere"
    " muovo:muovere raccolgo:raccogliere raccolgono:raccogliere riduco:ridurre riduce:ridurre"
    " riduciamo:ridurre riducono:ridurre produco:produrre produce:produrre produciamo:produrre"
    " producono:produrre sostengo:sostenere sostiene:sostenere sosteniamo:sostenere voglio:volere"
    " vuoi:volere vuole:volere vogliamo:volere vogliono:volere posso:potere puoi:potere"
    " puo:potere possiamo:potere possono:potere vado:andare andiamo:andare vanno:andare"
    " vengo:venire vieni:venire viene:venire veniamo:venire vengono:venire tengo:tenere"
    " tieni:tenere tiene:tenere teniamo:tenere esco:uscire esce:uscire usciamo:uscire"
    " escono:uscire sono:essere siamo:essere abbiamo:avere hanno:avere diamo:dare stiamo:stare"
)
_IT_ISC: Final = words(
    "costruire guarire pulire capire spedire agire finire preferire aderire unire"
)

_FR: Final = words(
    "acheter vendre louer cuisiner manger boire gouter savourer vivre habiter loger aimer adorer"
    " aider apprendre enseigner etudier lire ecrire jouer chanter danser peindre dessiner bricoler"
    " construire batir renover reparer sauver economiser epargner payer calculer chercher trouver"
    " demander repondre parler ecouter regarder voir montrer penser croire savoir connaitre faire"
    " creer travailler marcher courir voyager partir rouler pedaler conduire voler nager naviguer"
    " grimper sauter reserver commander livrer apporter porter prendre donner offrir echanger"
    " partager preter emprunter planter semer jardiner recolter cultiver soigner guerir laver"
    " nettoyer repasser coudre tricoter imprimer photographier filmer celebrer feter marier rever"
    " dormir respirer rire decouvrir visiter choisir comparer mesurer planifier investir assurer"
    " proteger couper entrainer bouger changer commencer ouvrir fermer attendre comprendre gagner"
    " suivre envoyer inviter eduquer organiser decorer installer embaucher recruter participer"
    " voter agir engager soutenir adopter recycler trier composter reduire consommer produire"
    " defendre construire demenager chauffer isoler eclairer former postuler entreprendre innover"
    " coder cliquer signer rejoindre adherer cotiser declarer vacciner depister arreter oser"
    " reussir grandir vieillir bouquiner emballer vouloir pouvoir aller etre avoir devenir venir"
    " tenir mettre sortir servir"
)
_FR_IRREGULAR: Final = (
    "bois:boire boit:boire buvons:boire buvez:boire vis:vivre vit:vivre vois:voir voit:voir"
    " voyons:voir voyez:voir crois:croire croit:croire croyons:croire sais:savoir sait:savoir"
    " savons:savoir savez:savoir fais:faire fait:faire faisons:faire faites:faire font:faire"
    " connais:connaitre connait:connaitre connaissons:connaitre lis:lire lit:lire lisons:lire"
    " lisez:lire ecris:ecrire ecrit:ecrire ecrivons:ecrire ecrivez:ecrire cours:courir court:courir"
    " courons:courir courez:courir pars:partir part:partir partons:partir partez:partir"
    " prends:prendre prend:prendre prenons:prendre prenez:prendre apprends:apprendre"
    " apprend:apprendre apprenons:apprendre apprenez:apprendre comprends:comprendre"
    " comprend:comprendre comprenons:comprendre comprenez:comprendre entreprends:entreprendre"
    " entreprend:entreprendre entreprenons:entreprendre entreprenez:entreprendre offre:offrir"
    " offres:offrir offrons:offrir offrez:offrir ouvre:ouvrir ouvrons:ouvrir ouvrez:ouvrir"
    " decouvre:decouvrir decouvrons:decouvrir decouvrez:decouvrir dors:dormir dort:dormir"
    " dormons:dormir dormez:dormir suis:etre est:etre sommes:etre etes:etre sont:etre ai:avoir"
    " as:avoir avons:avoir avez:avoir ont:avoir vais:aller va:aller vas:aller allons:aller"
    " allez:aller vont:aller veux:vouloir veut:vouloir voulons:vouloir voulez:vouloir"
    " veulent:vouloir peux:pouvoir peut:pouvoir pouvons:pouvoir pouvez:pouvoir peuvent:pouvoir"
    " viens:venir vient:venir venons:venir venez:venir deviens:devenir devient:devenir"
    " devenons:devenir devenez:devenir tiens:tenir tient:tenir tenons:tenir tenez:tenir"
    " soutiens:soutenir soutient:soutenir soutenons:soutenir soutenez:soutenir mets:mettre"
    " met:mettre mettons:mettre mettez:mettre sors:sortir sort:sortir sortons:sortir"
    " sortez:sortir sers:servir sert:servir servons:servir servez:servir"
    " suivons:suivre suivez:suivre couds:coudre coud:coudre cousons:coudre peins:peindre"
    " peint:peindre peignons:peindre ris:rire rit:rire rions:rire riez:rire"
    " rejoins:rejoindre rejoint:rejoindre rejoignons:rejoindre rejoignez:rejoindre"
    " achete:acheter achetes:acheter jette:jeter envoie:envoyer nettoie:nettoyer paie:payer"
    " conduis:conduire conduit:conduire conduisons:conduire reduis:reduire reduit:reduire"
    " reduisons:reduire reduisez:reduire produis:produire produit:produire produisons:produire"
    " construis:construire construit:construire construisons:construire construisez:construire"
)

_EN: Final = words(
    "buy sell rent cook bake eat drink taste live love like help learn teach read write play sing"
    " dance paint draw craft build renovate repair save rescue pay count search find ask speak"
    " talk listen look watch show think believe know make create work walk run ride travel drive"
    " fly swim sail row dive climb jump book order deliver bring take give share swap lend borrow"
    " plant grow garden harvest care heal wash clean knit sew weave print photograph film"
    " celebrate dream sleep breathe laugh discover visit choose compare measure plan invest insure"
    " protect cut train coach move change start open close wait understand win follow send invite"
    " organise organize decorate install hire vote act support adopt recycle reduce consume"
    " produce defend heat code click sign join belong care dare matter rise shine stand connect"
    " explore collect invent thrive serve feed foster fundraise donate volunteer fix hike cycle"
    " camp fish farm brew roast see want need wish hope trust"
)


def _french(verb: str) -> Iterator[str]:
    """Regular persons: je and on, tu, nous, vous, ils; those of -ir as finir has them."""
    base, kind = verb[:-2], verb[-2:]
    if kind == "er":
        soft = {"g": base + "e", "c": base}.get(base[-1], base)
        spoken = base[:-1] + "i" if base.endswith("y") else base
        yield from (spoken + end for end in ("e", "es", "ent"))
        yield from (soft + "ons", base + "ez", base + "e", base + "es")
    elif kind == "ir":
        yield from (base + end for end in ("is", "it", "issons", "issez", "issent"))
    else:
        yield from (base + end for end in ("s", "", "ons", "ez", "ent"))


def _english(verb: str) -> Iterator[str]:
    """One form for all persons but the third."""
    yield verb


def _german(verb: str) -> Iterator[str]:
    """Koche, kocht, kochst, also of people who leave the dots of an umlaut away; of the imperative
    nothing, which nouns look like: Kauf, Koch."""
    base = verb.removesuffix("en") if verb.endswith("en") else verb.removesuffix("n")
    own = base[:-2] + "le" if base.endswith("el") else base + "e"
    # What ends in -t and -d, or in -n behind a consonant, needs an e: arbeitet, rechnet.
    clear = base[-2] in "aeiourlmn" or (base[-2] == "h" and base[-3] != "c")
    soft = base[-1] in "td" or (base[-1] in "mn" and not clear)
    for form in (own, base + ("et" if soft else "t"), base + ("est" if soft else "st")):
        yield from (form, bare(form))


def _dutch(verb: str) -> Iterator[str]:
    """Kook, kookt: a long vowel, one letter before -en, is two without it."""
    base = verb.removesuffix("en")
    last, before = base[-1], base[-2]
    weak = before == "e" and not _VOWELS.isdisjoint(base[:-2]) and verb not in _NL_LONG
    if last == before and last not in _VOWELS:
        base = base[:-1]
    elif last not in _VOWELS and last not in "wx" and before in "aeou" and not weak:
        base = base if base[-3:-2] in _VOWELS else base[:-1] + before + last
    base = base[:-1] + {"v": "f", "z": "s"}.get(base[-1], base[-1])
    yield from (base, base if base.endswith("t") else base + "t")


def _spanish(verb: str) -> Iterator[str]:
    base, kind = verb[:-2], verb[-2:]
    yield from _iberian(base, kind, "n")
    for change, changing in _ES_STRESSED.items():
        plain, _, broken = change.partition(":")
        if verb in changing:
            head, _, tail = base.rpartition(plain)
            yield from _iberian(head + broken + tail, kind, "n")


def _portuguese(verb: str) -> Iterator[str]:
    yield from _iberian(verb[:-2], verb[-2:], "m")


def _iberian(base: str, kind: str, they: str) -> Iterator[str]:
    """The persons of Spanish and Portuguese, and the forms of requests, which have the other vowel,
    before which c, g and z are written so that they sound the same: busca, busque."""
    own, other = ("a", "e") if kind == "ar" else ("e", "a")
    yield from (base + "o", base + own, base + own + "s", base + own + they, base + kind[0] + "mos")
    asked = base
    if kind == "ar":
        spelled = {"c": "qu", "g": "gu", "z": "c"}.get(base[-1:], base[-1:])
        asked = base[:-1] + spelled
    yield from (asked + other, asked + other + they, asked + other + "mos")


def _italian(verb: str) -> Iterator[str]:
    base, kind = verb[:-3], verb[-3:]
    hard = base + "h" if kind == "are" and base[-1] in "cg" else base
    thin = base.removesuffix("i")
    if verb in _IT_ISC:
        yield from (base + ending for ending in ("isco", "isce", "iscono", "iamo"))
        return
    yield base + "o"
    yield from ((hard if hard != base else thin) + ending for ending in ("i", "iamo"))
    yield from (base + ending for ending in (("a", "ano") if kind == "are" else ("e", "ono")))


class _Present(NamedTuple):
    """The present of a language's everyday verbs."""

    infinitives: frozenset[str]
    persons: Callable[[str], Iterator[str]]
    """The regular forms of an infinitive."""
    irregular: str = ""
    """``form:infinitive``."""
    other: frozenset[str] = frozenset()
    """Forms that are known as something else: as a noun, a name, a word that links others."""
    plurals: tuple[tuple[str, str], ...] = ()
    """What the plural of a noun has for the end of the noun, which a form may be: canto."""
    alone: bool = True
    """Whether its forms are told from nouns where nothing says who does it; of French and English
    ones they are not: cuisine, work."""


_PRESENT: Final[Mapping[str, _Present]] = {
    "de": _Present(
        _DE,
        _german,
        _DE_IRREGULAR,
        words("plant nahe naehe male horst hort gruende grunde plane messe lache malt"),
    ),
    "es": _Present(
        _ES,
        _spanish,
        _ES_IRREGULAR,
        words(
            "como coma leo nada cobra corte tejo tomas venda muda meda cose para pinto pinta mora"
            " prueba sana ama dona donas dono suma sumas sumo mejores dones sones gestiones"
        ),
        (("s", ""),),
    ),
    "it": _Present(
        _IT,
        _italian,
        _IT_IRREGULAR,
        words("leggi guido vinci riparo decoro dono doni capi scali senti sposo pianto taglio"),
        (("i", "o"), ("i", "io"), ("he", "a"), ("e", "a")),
    ),
    "fr": _Present(_FR, _french, _FR_IRREGULAR, alone=False),
    "en": _Present(_EN, _english, alone=False),
    "nl": _Present(_NL, _dutch, _NL_IRREGULAR, words("rent")),
    "pt": _Present(
        _PT,
        _portuguese,
        _PT_IRREGULAR,
        words(
            "como coma nada cobra corte leva leve venda muda tome medo pinto pinta brinco mora ama"
            " servo serva melhores"
        ),
        (("s", ""),),
    ),
}


@cache
def present(code: str) -> Mapping[str, str]:
    """The folded forms of the present of a language's everyday verbs, to their infinitives.

    What two verbs share is a form of neither: which of them it is cannot be told.
    """
    if code not in _PRESENT or not _PRESENT[code].alone:
        return {}
    verbs, other = _PRESENT[code].infinitives, _PRESENT[code].other
    found, shared = _formed(_PRESENT[code])
    left = shared | verbs | other
    return {form: verb for form, verb in found.items() if form not in left}


@cache
def conjugated(code: str) -> Mapping[str, str]:
    """The folded forms that everyday verbs have behind who does it, to their infinitives: cuisine,
    though it is a noun too."""
    if code not in _PRESENT:
        return {}
    found, _ = _formed(_PRESENT[code])
    return {verb: verb for verb in _PRESENT[code].infinitives} | found


def _formed(of: _Present) -> tuple[dict[str, str], set[str]]:
    """The forms of verbs, and those that are too short or that two of them share."""
    found = dict(pair.split(":") for pair in of.irregular.split())
    shared = set()
    for verb in sorted(of.infinitives):
        for form in of.persons(verb):
            if len(form) < _SHORTEST or found.setdefault(form, verb) != verb:
                shared.add(form)
    return found, shared


def as_form(gerund: str) -> tuple[str, ...]:
    """The ending of a gerund where it is a verb's alone, as in Spanish, Italian and Portuguese:
    -ando, but not that of the restaurant."""
    return (gerund,) if gerund.endswith(_GERUND) else ()


def as_verb(word: str, code: str) -> str:
    """The form of an everyday verb that a word is, or is the plural of: cantos, canto; else empty.

    A noun that is such a form is taken for the verb in both numbers or in none.
    """
    return _in_both_numbers(code).get(word, "")


@cache
def _in_both_numbers(code: str) -> Mapping[str, str]:
    forms = present(code)
    if not forms:
        return {}
    other, plurals = _PRESENT[code].other, _PRESENT[code].plurals
    found = {form: form for form in forms}
    for many, one in reversed(plurals):
        for form in forms:
            if form.endswith(one):
                found[form.removesuffix(one) + many] = form
    return {word: form for word, form in found.items() if word not in other}
