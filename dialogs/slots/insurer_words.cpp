#include "dialogs/slots/insurer_words.h"

namespace dialogs {

const Phrases& words_for_no_insurance() {
  static const Phrases all(
      "no (insurance|insurence|insurnace|inshurance|ins|coverage|plan|health insurance|"
      "medical insurance|medical); uninsured; un insured; not (insured|covered|currently insured|"
      "currently covered); without (insurance|coverage|any|health insurance); [i|we] (dont|do not|"
      "didnt|dnt|don t|doesnt|cant get|aint|never) (have|got|had|hav|hve|carry|get) [any|it|one|"
      "none|an|a] [insurance|coverage|health insurance|medical insurance|ins|plan|it|right now|"
      "anymore]; [i|we] (dont|aint) have any; have none; got none; i have (no|nothing|none); "
      "have no; aint got [none|any|it|no insurance]; self [-] pay; selfpay; self [-] paying; "
      "self funded; (paying|pay|paid|pays) [in|with|by] (cash|myself|privately|on my own|"
      "for it myself|out of pocket|it myself|for it on my own); cash [pay|price|only|patient]; "
      "out of pocket; out - of - pocket; oop; private pay; pay on my own; i (pay|ll pay|"
      "will pay) [myself|for myself|it myself]; id pay [myself]; i would pay myself; ill (pay|"
      "be paying) [myself|cash]; (lost|lose|losing) (it|my|our|the) [health|medical] [insurance|"
      "coverage|benefits|job and coverage]; lost (insurance|coverage|it|mine); lost my job [and|"
      "so]; dropped from; (would|will|id|ill) pay cash; se (vencio|acabo|termino|cancelo); (got|"
      "been|was|were) (dropped|laid off|kicked off|cut off|canceled|cancelled|terminated|denied); "
      "between (jobs|insurances|plans|insurance|coverage); (it|insurance|coverage|mine|plan|"
      "policy) (lapsed|expired|ran out|ended|got canceled|got cancelled|was canceled|"
      "was cancelled|stopped); lapsed; expired; ran out; cant afford [insurance|any|it|one|"
      "coverage]; cannot afford [insurance|any]; aged out; turned 26; (nope|nah) none; "
      "not on any [insurance|plan]; no tengo [ningun|ninguna|nada de|ni] [seguro|aseguranza|"
      "cobertura|seguro medico|aseguranza medica|ninguno|ninguna|nada|plan]; no (tenemos|contamos|"
      "cuento|hay|tiene|alcanzo|califico|califique|traigo|uso) [con|a|para|de] [pagar] [ningun|"
      "ninguna] [seguro|aseguranza|cobertura|ninguno|ninguna|seguro medico]; sin (seguro|"
      "aseguranza|cobertura|seguro medico|nada|aseguranza medica); ningun seguro; "
      "ninguna aseguranza; no (seguro|aseguranza); ya no tengo [seguro|aseguranza|nada]; (perdi|"
      "perdimos) (mi|el|la|nuestro|nuestra|mi trabajo y) [seguro|aseguranza|cobertura|trabajo]; "
      "(pago|pagaria|pagare|pago todo|pagando|pagar|voy a pagar) (yo|en efectivo|efectivo|cash|"
      "particular|privado|de mi bolsa|de mi bolsillo|por mi cuenta|al contado|directo); yo (pago|"
      "pagaria|lo pago|voy a pagar); efectivo; en efectivo; al contado; de mi (bolsa|bolsillo); "
      "por mi (cuenta|propia cuenta); particular; me quede sin [seguro|aseguranza|nada|trabajo]; "
      "se me (acabo|vencio|termino|cancelo|expiro); (me|nos) (lo|la) (quitaron|cancelaron|"
      "negaron); (me|nos) (quitaron|cancelaron|negaron) [el|la|mi] [seguro|aseguranza|medi - cal]; "
      "esta vencido; no alcanza para [seguro|aseguranza]; no me alcanza; no estoy asegurado; "
      "no estoy asegurada; no asegurado; desempleado; desempleada; sin papeles");
  return all;
}

const Phrases& plain_words_for_no_insurance() {
  static const Phrases all(
      "[i|um|uh|well|pues|ay|la verdad] (none|no|nope|nothing|ninguno|ninguna|nada|cash|nel|zero|"
      "nah|0|nop|na|naw|non|nun|efectivo) [sorry|thanks|thank you|gracias|lo siento|right now|"
      "por ahora|ahorita|at the moment|. none|, none|, nothing|, ninguno|, ninguna|, nada|at all|"
      "yet|para nada|todavia]; (i|we) dont; [i|we] do not; i dont , no; no , (none|i dont|we dont|"
      "no tengo|ninguno|ninguna|nada); no i dont; no (ninguno|ninguna); no no tengo; "
      "not (right now|at the moment|currently|anymore|yet|at this time); ahorita no; por ahora no; "
      "ya no; nothing right now");
  return all;
}

const Phrases& words_for_unknown_insurance() {
  static const Phrases all(
      "unknown; who knows; (cant|cannot) think; lo sabe; la sabe; no quiero dar; "
      "no quiero compartir; beats me; ni se; would know; knows better; (dont|do not|"
      "not) [feel] comfortable; idk; i dk; i dunno; dunno; dont (know|no|kno|remember|recall|"
      "have my card|have the card|have it with me|have the info|have that info|have that with me); "
      "do not (know|remember|recall); don t know; not (sure|certain|too sure|positive); no (idea|"
      "clue); (cant|cannot|can t) (remember|recall|find my card|say); couldnt (say|tell you); "
      "forgot; forget; i forgot; (look at|check|find|get|grab|dig out) (the|my|his|her) (card|"
      "wallet|papers|paperwork|policy); [i] (have|need|would have|gotta|got|d have) to (check|"
      "look|ask|see|find out|find my card|find the card|look it up|get back to you); "
      "need to (check|look|ask|see|find out); ill (check|look|ask|see|have to check|have to look|"
      "find out|have to ask|get back to you); (let|lemme) (me check|check|me look|me see|me ask|"
      "me find out|me get back to you|look|see|me grab my card); lemme; card (with|on) me; "
      "card at home; (rather|prefer) not [to] [say|share|answer]; id rather not; dont (want|"
      "wanna) [to] (say|share|answer|tell|give); none of your; not comfortable [sharing|saying]; "
      "no comment; wont say; (ask|asking) my (mom|dad|husband|wife|parents|job|hr|boss|mother|"
      "father|employer); gotta (ask|check|look); would have to (ask|check|look); unsure; "
      "figure it out; (husband|wife|mom|dad|mother|father|job|hr|spouse) (handles|deals|"
      "takes care|knows|has the); (some|one of those) (kind|insurance|plan|sort); some insurance; "
      "whatever (my|his|her|the) (work|job|company|wife|husband|dad|mom|parents|employer|school); "
      "i have (insurance|some|one|coverage); through my parents not; id have to (look|check|ask|"
      "see); secret; private; pass; skip; can i (skip|tell you later); tell you later; "
      "i can get it later; which one; changing insurance; no se [cual|que|como|bien|el nombre|"
      "todavia|exactamente]; no lo se; nose; no (estoy|ando) (seguro|segura|muy seguro|"
      "muy segura); no (me acuerdo|recuerdo|tengo idea|sabria|sabria decir|sabria decirle|sabemos|"
      "la tengo|lo tengo|tengo la tarjeta|traigo la tarjeta|traigo mi tarjeta|"
      "encuentro la tarjeta|tengo la tarjeta a la mano|me se|quisiera decir|quiero decir|"
      "quiero decirlo|deseo decir|digo); se me olvido; ni idea; quien sabe; (tengo|tendria|debo|"
      "necesito|voy|hay) [que|a] (ver|revisar|preguntar|preguntarle|buscar|checar|fijarme|"
      "averiguar|consultar); (dejeme|deja|dejame|permitame) (ver|veo|reviso|checar|checo|"
      "preguntar|buscar|revisar|pregunto|busco); (prefiero|preferiria) (no|no decir|no decirlo|"
      "que no); mejor no [digo|decir]; sin decir; preguntarle a; (tengo|tenemos) (seguro|"
      "aseguranza|uno|una); algun seguro; (mi|el) (esposo|esposa|marido|papa|mama|hijo|"
      "hija) (sabe|lo maneja|tiene la|se encarga|lo ve|es el que sabe); luego (le|les) digo; "
      "despues (le|les) digo; privado; paso; omitir; desconozco; lo ignoro; uno del trabajo; "
      "el de mi trabajo no se; el del trabajo");
  return all;
}

const Phrases& words_that_ask_about_insurance() {
  static const Phrases all(
      "why; what; whats; how; do; does; (can|could|will|would) (you|u|i|it|they|we|my|this|the|"
      "insurance); is (it|this|that|there); are (you|there|they); where; when; who; which; "
      "por que; que; como; cuanto; cuantos; cuantas; donde; quien; cual; cuales; para que; "
      "aceptan; toman; reciben; cubre; cubren; mi seguro (lo|me|los|cubre); hay; agarran; "
      "trabajan; se puede; puedo; pueden; acepta");
  return all;
}

const Phrases& words_before_a_plan() {
  static const Phrases all(
      "us; me; have; got; has; had; ive; is; its; with; through; thru; on; under; insurance; ins; "
      "my; our; by; carry; use; the; called; think; maybe; tengo; tenemos; es; con; seguro; "
      "aseguranza; mi; el; la; por; uso; tiene; de; creo; :; use; cover; plan; covered by; and; y; "
      "also; tambien; now; ahora");
  return all;
}

const Phrases& words_for_taking_a_plan() {
  static const Phrases all(
      "take; accept; takes; accepts; aceptan; toman; reciben; acepta; agarran; cover; accepting; "
      "tomar; trabajan con");
  return all;
}

const Phrases& lead_ins_of_a_plan() {
  static const Phrases all(
      "[and] [i|we] [still|currently|do] (have|got|use|use the|carry) [the|an|a]; ive got; "
      "weve got; [i|we] am (with|on); im (with|on|under|covered by|insured (by|with)); were with; "
      "my (insurance|ins|plan|carrier|provider|coverage|insurer) is [called|through|with|from]; "
      "[the] (insurance|plan) is [called]; [its|it is] [called|through|with|from|a|the]; "
      "i think [its|it is]; i believe [its|it is]; pretty sure its; through my work; through work; "
      "through; thru; [yo] tengo [el|la|el seguro de|seguro de|aseguranza de|seguro con]; es [el|"
      "la|de]; (mi|el|la) (seguro|aseguranza|plan) (es|se llama|es de); se llama; creo que (es|"
      "tengo) [el|la]; con; estoy (con|en); estamos (con|en); (insurance|ins|insurer|plan|seguro|"
      "aseguranza) :; (insurance|seguro|aseguranza); hi; yes; si; yeah; ok; okay; sure; um; uh; "
      "pues; este; well; un; una; a; an; the; el; la; (el|la) (de|del); de; por (mi|el) trabajo; "
      ",; -; :; .; thats; like; maybe; just; only; solo; nomas; hola; hello; [uno|"
      "una] (que se llama|llamado|llamada); something called; mine is; el mio es; la mia es");
  return all;
}

}  // namespace dialogs
