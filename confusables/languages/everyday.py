"""Everyday verbs of the seven languages, with the forms of their present that are not regular.

Infinitives, folded; irregular forms as ``form:infinitive``. ``verbs`` makes the regular ones.
"""

from __future__ import annotations

from typing import Final

from confusables.languages.stems import words

DE: Final = words(
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
DE_IRREGULAR: Final = (
    "hilft:helfen liest:lesen isst:essen spricht:sprechen sieht:sehen faehrt:fahren"
    " laeuft:laufen schlaeft:schlafen nimmt:nehmen gibt:geben trifft:treffen weiss:wissen"
    " waescht:waschen raet:raten beraet:beraten backt:backen baeckt:backen misst:messen"
    " hilfst:helfen sprichst:sprechen siehst:sehen faehrst:fahren laeufst:laufen schlaefst:schlafen"
    " nimmst:nehmen gibst:geben triffst:treffen weisst:wissen waeschst:waschen raetst:raten"
    " beraetst:beraten baeckst:backen"
)
DE_HELPING: Final = (
    "bin:sein bist:sein ist:sein sind:sein seid:sein habe:haben hast:haben hat:haben habt:haben"
    " haben:haben werde:werden wirst:werden wird:werden werdet:werden werden:werden"
    " kann:koennen kannst:koennen koennt:koennen konnt:koennen koennen:koennen konnen:koennen"
    " will:wollen willst:wollen wollt:wollen wollen:wollen muss:muessen musst:muessen"
    " muesst:muessen muessen:muessen mussen:muessen darf:duerfen darfst:duerfen duerft:duerfen"
    " durft:duerfen duerfen:duerfen durfen:duerfen soll:sollen sollst:sollen sollt:sollen"
    " sollen:sollen tue:tun tust:tun tut:tun tun:tun traegt:tragen traegst:tragen haelt:halten"
    " haeltst:halten faengt:fangen faengst:fangen"
)
# Forms of these are nouns as often (Spende, Halt), so that who does it must tell them.
DE_TOLD: Final = words(
    "danken drehen erzaehlen fangen folgen gewinnen halten impfen kaempfen legen liegen"
    " melden passen reichen setzen sitzen sorgen spenden stehen stellen stimmen streiken tanken"
    " tragen verlieren wuenschen ziehen"
)

NL: Final = words(
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
NL_IRREGULAR: Final = "kom:komen komt:komen plant:planten"
NL_HELPING: Final = (
    "ben:zijn bent:zijn is:zijn zijn:zijn heb:hebben hebt:hebben heeft:hebben hebben:hebben"
    " kan:kunnen kunt:kunnen kunnen:kunnen wil:willen wilt:willen willen:willen moet:moeten"
    " moeten:moeten mag:mogen mogen:mogen word:worden wordt:worden worden:worden doe:doen doet:doen"
    " doen:doen ga:gaan gaat:gaan gaan:gaan zie:zien ziet:zien zien:zien sta:staan staat:staan"
    " staan:staan"
)
NL_TOLD: Final = words(
    "bedanken dragen draaien leggen liggen melden passen stellen stemmen strijden trekken"
    " vangen verdienen verliezen vertellen wensen zetten zitten"
)
# An e before -en is weak in words of several syllables: teken, luister. In these it is long.
NL_LONG: Final = words("adviseren beleven bewegen investeren isoleren proberen repareren studeren")

ES: Final = words(
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
ES_IRREGULAR: Final = (
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
ES_STRESSED: Final = {
    "e:ie": words(
        "querer pensar sembrar invertir empezar comenzar cerrar entender encender defender sentir"
    ),
    "e:i": words("pedir medir seguir elegir servir"),
    "o:ue": words("almorzar probar encontrar volar sonar dormir mover renovar recordar"),
    "u:ue": words("jugar"),
}

PT: Final = words(
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
PT_IRREGULAR: Final = (
    "faco:fazer digo:dizer diz:dizer faz:fazer traz:trazer trago:trazer vejo:ver leio:ler"
    " peco:pedir meco:medir ouco:ouvir durmo:dormir sinto:sentir sigo:seguir visto:vestir"
    " invisto:investir construo:construir constroi:construir descubro:descobrir conduz:conduzir"
    " protejo:proteger dirijo:dirigir conheco:conhecer lemos:ler leem:ler vemos:ver veem:ver"
    " dizemos:dizer dizem:dizer reduz:reduzir produz:produzir sirvo:servir passeio:passear"
    " passeia:passear quer:querer posso:poder pode:poder podemos:poder podem:poder tenho:ter"
    " temos:ter venho:vir saio:sair saimos:sair sou:ser somos:ser estou:estar estamos:estar"
    " estao:estar vou:ir vai:ir vamos:ir"
)

IT: Final = words(
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
IT_IRREGULAR: Final = (
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
IT_ISC: Final = words(
    "costruire guarire pulire capire spedire agire finire preferire aderire unire"
)

FR: Final = words(
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
    " defendre demenager chauffer isoler eclairer former postuler entreprendre innover"
    " coder cliquer signer rejoindre adherer cotiser declarer vacciner depister arreter oser"
    " reussir grandir vieillir bouquiner emballer vouloir pouvoir aller etre avoir devenir venir"
    " tenir mettre sortir servir"
)
FR_IRREGULAR: Final = (
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
    " apprennent:apprendre boivent:boire comprennent:comprendre conduisez:conduire"
    " conduisent:conduire connaissez:connaitre connaissent:connaitre construisent:construire"
    " cousez:coudre cousent:coudre courent:courir croyez:croire croient:croire decouvres:decouvrir"
    " decouvrent:decouvrir deviennent:devenir dorment:dormir ecrivent:ecrire"
    " entreprennent:entreprendre lisent:lire mettent:mettre offrent:offrir ouvres:ouvrir"
    " ouvrent:ouvrir partent:partir peignez:peindre peignent:peindre prennent:prendre"
    " produisez:produire produisent:produire reduisent:reduire"
    " rejoignent:rejoindre rient:rire savent:savoir servent:servir sortent:sortir"
    " soutiennent:soutenir suit:suivre suivent:suivre tiennent:tenir viennent:venir vivons:vivre"
    " vivez:vivre vivent:vivre voient:voir"
)

EN: Final = words(
    "buy sell rent cook bake eat drink taste live love like help learn teach read write play sing"
    " dance paint draw craft build renovate repair save rescue pay count search find ask speak"
    " talk listen look watch show think believe know make create work walk run ride travel drive"
    " fly swim sail row dive climb jump book order deliver bring take give share swap lend borrow"
    " plant grow garden harvest care heal wash clean knit sew weave print photograph film"
    " celebrate dream sleep breathe laugh discover visit choose compare measure plan invest insure"
    " protect cut train coach move change start open close wait understand win follow send invite"
    " organise organize decorate install hire vote act support adopt recycle reduce consume"
    " produce defend heat code click sign join belong dare matter rise shine stand connect"
    " explore collect invent thrive serve feed foster fundraise donate volunteer fix hike cycle"
    " camp fish farm brew roast see want need wish hope trust"
)

EN_HELPING: Final = "am:be are:be can:can do:do go:go have:have will:will"
