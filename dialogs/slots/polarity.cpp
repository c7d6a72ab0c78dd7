#include "dialogs/slots/polarity.h"

#include "dialogs/slots/vocabulary.h"

namespace dialogs {
namespace {

enum class Weight { nothing, grants, denies, negates, doubts };

const Vocabulary<Weight>& words() {
  static const Vocabulary<Weight> all = {
      {"yes; yeah; fair; (sounds|looks) like a plan; ok; okay; fine; good; great; perfect; "
       "correct; right; accurate; true; agree; agreed; consent; permission; permitted; allowed; "
       "approve; approved; accept; accepted; works; work; sure; set; appreciate; appreciated; "
       "love; nice; cool; welcome; definitely; absolutely; enough; happy; glad; wonderful; "
       "excellent; definately; definitly; defiantly; absolutly; absolutley; certainly; totally; "
       "deal; done; confirm; confirmed; awesome; helpful; comfortable; okayed; granted; granting; "
       "all means; go ahead; lets do it; lets go; lets go with it; do it; go for it; please do; "
       "yep; yup; easier; preferred; better; best; acceptable; looks good; affirm; indeed; legit; "
       "alr; aight; ight; bueno; lets; si; bien; correcto; correcta; correctos; acuerdo; acepto; "
       "permiso; consentimiento; autorizo; autorizacion; autorizado; perfecto; claro; conforme; "
       "gusto; excelente; cierto; verdad; exacto; vale; adelante; sirve; funciona; confirmo; "
       "agradezco; agradeceria; gustaria; bueno; buena; encantaria; mejor; facil; completo",
       Weight::grants},
      {"wrong; incorrect; bad; mistake; mistaken; error; misspelled; off; never; decline; "
       "declined; refuse; refused; stop; without; neither; uncomfortable; unacceptable; oppose; "
       "against; different; old number; outdated; mal; incorrecto; incorrecta; equivocado; "
       "equivocada; equivocados; equivoco; falso; nunca; jamas; rechazo; niego; tampoco; incomodo; "
       "incomoda; contra; ninguno; ninguna; malo",
       Weight::denies},
      {"no; not; dont; don t; doesnt; didnt; isnt; arent; wasnt; wont; wouldnt; cant; cannot; "
       "couldnt; shouldnt; aint; nope; nah; none; rather you didnt; prefer you didnt; ni",
       Weight::negates},
      {"maybe; idk; know; kno; sure if; think; think about; perhaps; possibly; probably; depends; "
       "depend; unsure; later; ask; asking; understand; remember; decide; decided; wait; guess; "
       "either; both; if; unless; until; why; what; how; who; when; where; which; could be; might; "
       "sometimes; used to; confused; scared; afraid; worried; alone; sad; se; sabe; quiza; "
       "quizas; vez; depende; luego; despues; pensar; pensarlo; entiendo; entendi; acuerdo de; "
       "recuerdo; decidir; espere; ambos; que es; por que; porque; como; quien; cuando; donde; "
       "cual; miedo; a veces; veces; puede ser; puede que; duda; dudas; pregunta; preguntas",
       Weight::doubts},
      {"i; im; i am; id; ill; ive; i would; me; my; mine; you; u; your; youre; yall; we; us; our; "
       "they; them; it; its; it is; that; thats; this; these; is; are; theres; there; perfectly; "
       "completely; just fine; am; be; being; been; was; would; will; shall; should; can; may; do; "
       "does; did; have; has; had; got; give; giving; given; gave; get; to; the; a; an; of; on; "
       "in; at; with; by; for; from; and; so; as; too; also; very; really; pretty; all; "
       "everything; any; some; there; here; just; only; please; pls; thanks; thank; ty; well; oh; "
       "um; uh; but; about; more; like; want; wanted; let; lets us; make; made; say; said; saying; "
       "feel; prefer; rather; leave; leaving; send; sending; use; using; contact; reach; up; down; "
       "one; way; part; looks; look; sounds; sound; seems; spelled; spelling; now; anytime; "
       "them all; both of; information; info; details; detail; text; texts; texting; txt; message; "
       "messages; msg; msgs; call; calls; calling; called; voicemail; voicemails; vm; phone; "
       "number; name; names; email; date; time; address; clinic; clinics; summary; that part; "
       "answer; again; sir; maam; honestly; actually; totally is; problem; issue; something; "
       "somethings; yo; mi; mis; me; le; les; te; lo; la; los; las; el; un; una; usted; ustedes; "
       "su; sus; es; esta; estan; esto; eso; ese; esa; esos; esas; son; sea; estoy; soy; tiene; "
       "tienen; tengo; doy; dar; di; hay; por; para; con; sin; de; del; a; al; en; y; o; muy; mas; "
       "todo; toda; todos; asi; tambien; ya; pues; gracias; favor; parte; quiero; quisiera; "
       "prefiero; puede; pueden; puedo; pueda; manden; mande; mandar; mandarme; mandenme; mandeme; "
       "dejar; dejen; deje; dejenme; dejeme; llamar; llamen; llame; llamada; llamadas; llamarme; "
       "escribir; escriban; escribanme; hablar; mensaje; mensajes; textos; texto; recado; recados; "
       "buzon; telefono; numero; nombre; correo; hora; dia; fecha; datos; informacion; clinica; "
       "solo; pero; nada; aqui; si me; que; contactar; contactarme; usar; decir; digan; diga",
       Weight::nothing}};
  return all;
}

}  // namespace

std::optional<bool> grants(const Tokens& tokens) {
  int granting = 0, denying = 0, negations = 0;
  for (std::size_t at = 0; at < tokens.size();) {
    const auto match = words().at(tokens, at);
    if (!match || match->meaning == Weight::doubts) return std::nullopt;
    granting += match->meaning == Weight::grants ? 1 : 0;
    denying += match->meaning == Weight::denies ? 1 : 0;
    negations += match->meaning == Weight::negates ? 1 : 0;
    at = match->next;
  }
  const bool is_turned = negations > 0;
  if (denying > 0)
    return granting == 0 && is_turned;  // "nothing is wrong" grants, mixed words deny
  if (granting > 0) return !is_turned;
  return is_turned ? std::optional(false) : std::nullopt;
}

}  // namespace dialogs
