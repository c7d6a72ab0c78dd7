#include "dialogs/slots/yes_no_words.h"

namespace dialogs {

namespace {

constexpr Vocabulary<Says>::Entry kWords[] = {
    {"y; ye; yes; yea; yeah; yeh; yep; yup; yas; yuh; ya; yah; yessir; yass; aye; mhm; mmhm; uhuh; "
     "uhhuh; mm hm; mm hmm; mm - hmm; mmhmm; uh huh; uh - huh; okie dokie; okey dokey; correct; "
     "right; accurate; (fine|ok|okay|good) (by|with|for) me; sure; sure thing; sure why not; "
     "great; perfect; good; awesome; bet; you bet; [its|that is|thats|it is] (fine|ok|okay|cool|"
     "good|alright|perfect) [by me|with me|for me]; of course; ofc; course; absolutely; "
     "definitely; def; certainly; totally; for sure; 4 sure; surely; indeed; (its|it is|thats|"
     "that is|all|its all|looks|everything is|everythings|everything looks) (correct|right|good|"
     "accurate|true); exactly; affirmative; true; you got it; (you|u|they) (can|may); (you|"
     "u) sure can; go ahead; go for it; please do; do it; please; i (agree|accept|consent|approve|"
     "confirm|authorize|do|am|would|can|understand|will); agree; agreed; accept; consent; approve; "
     "approved; id (like|love) (that|to); i would (like|love) (that|to); (sounds|sound|looks|"
     "look) (good|great|right|fine|perfect|ok); [that|it] works [for me]; (no|not a) (problem|"
     "prob|issue); [i have|ive got|ive] no (problem|objection|objections|problems|issue|issues|"
     "worries|concerns|qualms) [with that|with it|at all]; leave a (voicemail|message|msg); np; "
     "no worries; no objection; i dont (mind|care|see why not); dont mind; why not; hell yes; "
     "hell yeah; heck yes; heck yeah; i guess [so]; i suppose [so]; i think so; i believe so; "
     "confirm; confirmed; submit; send; send it; go; proceed; continue; save it; it is; that is; "
     "they are; we do; we can; yes it is; correctamundo; roger; 10 - 4",
     Says::yes},
    {"im (good|ok|okay|fine|cool|happy|comfortable) with (it|that|this|text|texts|texting|you); "
     "i am (good|ok|okay|fine|cool) with (it|that|this)",
     Says::yes},
    {"k; kk; ok; okay; okey; okie; oki; okei; oka; okis; fine; alright; all right; cool; bueno; "
     "va; well",
     Says::mild},
    {"si; s; sip; sipi; simon; sep; sii; claro [que si]; clarin; por supuesto [que si]; dale; "
     "andale [pues]; andele [pues]; orale [pues]; vaya; sale [y vale|pues|vale]; vale; [esta|ta|"
     "todo|todo esta|me parece|por mi esta] bien; estabien; de acuerdo; estoy de acuerdo; "
     "correcto; [esta|todo|es|todo esta] correcto; asi (es|esta bien|mero|mismo); exacto; "
     "exactamente; perfecto; adelante; (puede|pueden|puedes) [hacerlo|mandarlo]; si (puede|pueden|"
     "se puede|quiero|acepto|esta bien); se puede; como no; seguro [que si]; desde luego; "
     "afirmativo; cierto; es cierto; es verdad; eso es; eso mero; eso mismo; (no hay|sin|"
     "ningun) problema; no importa; no me importa; no me molesta; no tengo (problema|"
     "inconveniente); obvio; obviamente; creo que si; yo creo que si; supongo que si; "
     "pienso que si; eso; listo; conforme; acepto; autorizo; confirmo; confirmar; confirmado; "
     "enviar; envielo; envienlo; hagalo; haganlo; hagale; mandelo; mandenlo; mande; manden; manda; "
     "mandalo; hazlo; con (mucho|todo) gusto; con gusto; me gustaria; quiero; si quiero; "
     "si acepto; si por favor; por favor; porfa; porfavor; esta perfecto; me parece; ok esta bien; "
     "todo en orden; asi esta; asi mero; efectivamente; en efecto; positivo; okis; sobres; arre; "
     "jalo; fierro; a huevo; ta bueno; esta bueno; de una; correcta; asi es correcto; tiene razon",
     Says::yes},
    {"\xF0\x9F\x91\x8D; \xE2\x9C\x85; \xF0\x9F\x91\x8C; \xF0\x9F\x92\xAF; \xE2\x9C\x94; "
     "\xE2\x9C\x93; \xF0\x9F\x99\x8F; \xF0\x9F\x99\x8C; \xE2\x98\x91; \xF0\x9F\x86\x97; "
     "\xF0\x9F\xAB\xA1; \xF0\x9F\x99\x86",
     Says::yes},
    {"please no; absolutely no; no please; plz no; no; n; nope; nah; naw; nop; noo; nay; nuh uh; "
     "uh uh; no [thanks|thank you|thx|ty|thank u]; never; not (really|now|today|at all|interested|"
     "ok|okay|correct|right|true|necessary|a chance|for me|cool|good|comfortable|happening|"
     "exactly|quite); (of course|absolutely|definitely|certainly|preferably|please|better|"
     "hopefully) not; nah im good; im good; im ok; no im good; im good thanks; [id|i would|i|"
     "would|ill] (rather|prefer) [you] not [to]; [please|pls|plz] (dont|do not); (dont|do not); "
     "better not; negative; no way; no siree; hell no; heck no; no sir; no maam; hard no; "
     "hard pass; pass; i (dont|do not|wont|will not|cant|cannot|disagree|decline|refuse) [agree|"
     "consent|want|want to|accept|think so|like that|approve]; disagree; decline; dont (think so|"
     "want|want to); (you|u|they|we) (cant|cannot|can not|may not|shouldnt|better not); no (you|u|"
     "they) (cant|may not|can not|cannot); [its|it is|thats|that is|thats all] (wrong|incorrect|"
     "not right|not correct|not true|not ok|not okay|not good|not it); its not; it is not; "
     "it isnt; it isnt (right|correct); isnt right; thats not (it|me); thats a no; its a no; "
     "that is not; that isnt (right|correct); not this time; no need; no good; nothing; id say no; "
     "nada; none; i am not; im not; i would not; i wouldnt; wrong; incorrect; something is wrong",
     Says::no},
    {"nel; nel pastel; nones; no nel; nunca; jamas; para nada; (claro|por supuesto|desde luego|"
     "obvio|seguro) que no; de ninguna (manera|forma); ni modo; ni (loco|loca|hablar|de chiste|"
     "de broma|madres|pensarlo); negativo; no (gracias|muchas gracias|senor|senora|senorita|"
     "quiero|acepto|puede|pueden|deseo|autorizo|me gustaria|por favor|creo|hace falta|"
     "es necesario|mande|manden|estoy de acuerdo|es correcto|es cierto|es verdad|esta bien|"
     "esta correcto|es asi); [yo|mejor|prefiero|preferiria] que no; mejor no; prefiero no; "
     "preferiria no; creo que no; yo creo que no; [hoy|ahora|ahorita|todavia|aun|por ahora|"
     "por el momento|por hoy] no; eso no; asi no; que no; nono; tampoco; nada de eso; [esta|es|"
     "eso esta] (mal|incorrecto|equivocado|erroneo); incorrecta; no gracias; naa; nombre no; "
     "ay no; uy no; no way; estoy en desacuerdo; nop; nope; negado; rechazo; yo no",
     Says::no},
    {"\xF0\x9F\x91\x8E; \xE2\x9D\x8C; \xF0\x9F\x9A\xAB; \xF0\x9F\x99\x85; \xE2\x9C\x96; "
     "\xE2\x9B\x94; \xE2\x9D\x8E",
     Says::no},
    {"well see; veremos; ya veremos; a ver; ahi vemos; maybe; idk; idc; probably; "
     "probably not sure; mm; mmm; perhaps; possibly; unsure; [im|i am] not (sure|certain|too sure|"
     "really sure); not sure yet; [i] (dont|do not) (know|kno|no|understand|get it|remember|care); "
     "dunno; i dunno; later; maybe later; not yet; not yet sure; it depends; depends; i forgot; "
     "yes (and|or) no; yes no; either; neither; both; let me (think|see|check|ask); "
     "i need to (think|ask|check|talk); ill (think|see|check); gotta (think|ask); what; why; how; "
     "who; when; where; which; huh; (can|could|do|does|did|will|would) (you|u|i|it|they|we); "
     "is (it|this|that|there); are (you|u|they|there); what if; what do you mean; hold on; wait; "
     "one sec; one moment; sort of; kind of; kinda; so so; ask me later; i cant decide; "
     "good question; sure about what; no clue; no idea; hmm; hm; ok but; i want to; i just; "
     "no lo se; help; i am scared; im (scared|afraid|sad|lost|confused|alone|drunk|high|dying|"
     "hurt|hurting); i do not want to (live|be here|be alive); i dont want to (live|be here|"
     "be alive); i cant (breathe|do this|take it|go on); mm idk",
     Says::unclear},
    {"no (se|lo se|estoy seguro|estoy segura|estoy muy seguro|estoy muy segura|entiendo|entendi|"
     "le entiendo|te entiendo|comprendo|recuerdo|tengo idea|sabria|sabria decirle|me acuerdo|"
     "le entendi|se que es); nose; [todavia|aun] no (se|estoy seguro|estoy segura); tal vez; "
     "talvez; quizas; quiza; a lo mejor; puede (ser|que si|que no); puede que; pueda ser; "
     "posiblemente; probablemente; depende; luego; despues; mas tarde; al rato; mas o menos; "
     "si y no; ni si ni no; si o no; por que; porque; para que; que; como; cual; quien; cuando; "
     "donde; cuanto; cuanto cuesta; que es; espere; espereme; espera; esperame; un momento; "
     "dejeme (pensarlo|ver|pensar|preguntar); deja (pensarlo|ver|veo|lo pienso); lo (voy a pensar|"
     "pensare|tengo que pensar|pienso); tengo que (pensarlo|preguntar|ver|hablar); ya vere; "
     "vamos a ver; quien sabe; no quiero (vivir|seguir|estar aqui); ya no; ya no (quiero|puedo|"
     "aguanto); ni idea; si se; si no; si tengo; si llamo; si digo; si puedo; que pasa; "
     "no puedo (mas|respirar|seguir); mande usted; como asi; me da igual; mejor luego; "
     "mejor despues; todavia no; aun no; si pero no; no pero si",
     Says::unclear},
    {"um; umm; uh; uhm; er; oh; so; hey; hi; hello; ah; eh; lol; haha; honestly; actually; i mean; "
     "hmm yes; pues; este; hola; ay; bueno pues; ok so; and; then; entonces; pos; oiga; mire; ey; "
     "o sea; fijese que; thanks; thank you; gracias; my answer is; mi respuesta es; id say; "
     "yo digo que; i say; digo que; lo que sea",
     Says::opening},
    {"wait; no wait; i mean; actually; oops; sorry; digo; perdon; no perdon; mas bien; "
     "mejor dicho; oops i meant; i meant; scratch that; on second thought; pensandolo bien; "
     "espere; changed my mind",
     Says::taking_back},
};

}  // namespace

const Vocabulary<Says>& yes_no_words() {
  static const Vocabulary<Says> all(kWords);
  return all;
}

}  // namespace dialogs
