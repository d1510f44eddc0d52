"""The commonest words of each language that replylint can tell apart, and endings that betray one.

Articles, pronouns, prepositions, auxiliaries, and the words that any letter to a company holds.
"""

from __future__ import annotations

FUNCTION_WORDS: dict[str, str] = {
    "en": """
the of and to in a is that it for you was with on as have be are this i not by at from but they we
he she his her an or which one had their has were been if would will what there can all who when so
no my your our me us them its more about out up do does did any some time than into could only other
new also after over how where these those please thank thanks hello dear hi regards sincerely kind
best know let just get see here i'm i've i'll i'd you're you'll we're we'll we've it's that's don't
didn't can't isn't doesn't won't couldn't want need like order email yours because before very much
too then should may might must both each until while well sorry back""",
    "es": """
de la que el en y a los se del las un por con no una su para es al lo como más mas o pero sus le ha
me si sin sobre este ya entre cuando todo esta ser son dos también tambien fue había era muy años
hasta desde está estan están mi porque qué solo han yo hay vez puede puedo todos así nos ni parte
tiene uno donde bien tiempo ese eso esto cada mismo algo les usted ustedes tengo quiero estoy soy
somos estamos hemos he gracias hola saludo saludos buenos buenas días tardes noches estimado
estimada cordial atentamente favor cómo cuál cual cuándo otro otra nuestro nuestra nuestros su
quería quisiera gustaría podría podrían pueden espero siento hacer después antes ahora aquí según
durante contra aunque siempre nada sería tienen ellos ella él les te tu tus os vosotros sí""",
    "ca": """
de la que i a el en els les un per amb no una es al del com més mes o però pero ha me si sense sobre
aquest aquesta aquests ja entre quan tot ser és són dos també tambe va dels als era molt fins des
està estan meu perquè perque què han jo hi ho vegada pot puc tots així ens ni té on bé temps això
cada mateix li vostè voste vostès tinc vull estic soc sóc som estem hem he gràcies gracies hola
salutació salutacions bon bona dia tarda cordialment benvolgut benvolguda atentament si us plau vos
quin quina altre altra nostre nostra nostres seu seva voldria agradaria podria podrien poden espero
fer després abans ara aquí segons encara sempre res seria tenen ells ella ell teu et us em pel pels
fos he n'hi d'un d'una l'any vaig vam van hauria estava doncs només meva seves seus sí cap gaire
havia aquestes teniu podeu us-ho saps heu tenim fem""",
    "gl": """
de a que o e en do da os se no na un por con non unha para é ao as como máis ou pero lle xa sen
sobre este cando todo esta ser son dous tamén foi era moi ata dende está estou meu porque eu hai
vez pode podo todos así nos nin ten onde ben tempo iso isto cada mesmo lles vostede teño quero
somos estamos grazas ola saúdos saúdo bos boas días tardes estimado estimada favor outro outra noso
nosa súa seu gustaría podería poden espero facer despois antes agora aquí aínda sempre nada sería
coa co polo pola das dos nas nunha dun dunha algún só miña túa queremos fose moito moita""",
    "pt": """
de a que o e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem
à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois
sem mesmo aos ter seus quem nas me esse eles estão você tinha foram essa num nem suas meu às minha
têm numa pelos elas havia seja qual será nós tenho lhe deles essas esses pelas este dele você vocês
obrigado obrigada olá bom boa dia tarde prezado prezada cumprimentos atenciosamente favor estou
gostaria poderia podem espero fazer antes agora aqui ainda sempre nada seria nosso nossa preciso
estamos são isto aquele então onde porque sobre""",
    "fr": """
de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont la aux
avec son je nous vous elle mais ou si leur y dont été cette ces mon ma mes votre vos notre nos être
avoir fait comme tout tous même bien où sans peut c'est j'ai d'un d'une qu'il n'est l'on on lui ils
très merci bonjour cordialement madame monsieur salutations s'il plaît suis avons avez êtes sommes
ont était aussi après avant encore toujours rien serait pourrais pourriez voudrais souhaite savoir
faire quel quelle quand comment pourquoi depuis chez entre ainsi donc car cela ça veuillez afin""",
    "it": """
di e il la che in a per un è del non una i con si da le della sono al dei come più nel lo alla ma
anche ha gli o delle se dal su mi questo questa ci ho hanno essere era stato nella ai io ne cui
quando tutti tutto molto fatto sua suo due dopo sul ancora solo senza perché cosa dove poi sempre
quindi vi noi voi loro lei abbiamo siamo avete grazie buongiorno ciao saluti cordiali gentile
vorrei potrei potete potrebbe può fare prima adesso qui nulla sarebbe nostro nostra vostro vostra
mio mia nostri agli degli dalla dello questi quello quale sto c'è po'""",
    "de": """
der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden
aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur
oder aber vor zur bis mehr durch man sein wurde sei ich wir ihr uns mich mir ihnen ihre ihren ihrer
unser unsere kann können möchte würde wenn vielen dank danke hallo guten tag sehr geehrte geehrter
damen herren grüße grüßen freundlichen mit bitte habe bin kein keine was wann wo warum diese dieser
dieses alle schon jetzt hier immer nichts wäre müssen soll sollte gerne unter gegen seit""",
    "nl": """
de het een van en in is dat op te zijn met voor niet aan er die om ook als bij dan maar naar hij
door over uit nog wel ze worden of tot zo heeft hebben wordt meer kan kunnen was deze dit ik je u
mijn uw ons onze wij we mij jullie heb ben geen wat wanneer waar waarom hoe alle al nu hier altijd
niets zou zouden moeten moet graag onder tegen sinds bedankt dank hallo beste geachte vriendelijke
groet groeten alvast goedemorgen goedemiddag dag vraag mevrouw heer wil willen zal zullen na toch
omdat want werd waren veel""",
    "eu": """
eta da ez dut du dugu bat baina ere hau hori nire gure zure dira zen egin izan dago behar mesedez
eskerrik asko kaixo egun on agur dela duzu naiz gara baino edo oso hemen ezin bidez arte gabe diren
zer noiz nola non dezaket dezakezu nahi jakin dizut dizugu zait jaso bezala beste dute zuen ziren
zuten agurra agurrak bai zaitut ditut ditu ditugu nuke litzateke genuke nuen zuela dituzte horren
honen hauek horiek batean guztiak zergatik bakarrik gero orain beti ezer""",
}

ENDINGS: dict[str, tuple[str, ...]] = {
    "en": ("ing", "ould", "ight", "tion", "ness", "ed", "ly"),
    "es": ("ción", "ciones", "ños", "ñas", "aje", "dad", "miento", "ndo", "iendo"),
    "ca": ("ció", "cions", "tge", "tat", "ment", "nys", "ny", "ssiu", "itzar", "tzar", "eixen"),
    "gl": ("ción", "cións", "axe", "dade", "ndo", "ño", "ña"),
    "pt": ("ção", "ções", "agem", "dade", "ndo", "nho", "nha", "ões"),
    "fr": ("tion", "tions", "age", "ment", "eux", "eaux", "aient", "ez", "ée"),
    "it": ("zione", "zioni", "aggio", "mente", "ndo", "tà", "ella", "etto"),
    "de": ("ung", "ungen", "heit", "keit", "lich", "isch", "schaft"),
    "nl": ("ing", "heid", "lijk", "lijke", "ijk", "aar", "tie", "sch"),
    "eu": ("tzen", "aren", "ekin", "tik", "rako", "etan", "koa", "tzea"),
}

LETTERS: dict[str, str] = {
    "es": "ñáíóúé¿¡",
    "ca": "çàèòïüíóúé·",
    "gl": "ñáíóúé",
    "pt": "ãõçáâêôíóúéà",
    "fr": "çàèêëîïôûùéœ",
    "it": "àèìòùé",
    "de": "äöüß",
    "nl": "ëï",
}
