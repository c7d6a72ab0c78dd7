#include "dialogs/slots/name_lead.h"

#include <algorithm>

#include "dialogs/slots/vocabulary.h"

namespace dialogs {
namespace {

const Vocabulary<Lead>& lead_ins() {
  static const Vocabulary<Lead> all = {
      {"(my|the) [full|first|legal|real|given|preferred] (name is|names|name s); my name es; "
       "name is; names; full name; first name [is|s]; [my] first names; i go by; i am called; "
       "im called; i was named; people know me as; i usually go by; i use; the names; "
       "my nickname is; i prefer to be called; id like to be called; put [me] [down] [as]; "
       "[you can|just|can] put [down|me down as]; youre (talking to|speaking with|speaking to|"
       "chatting with); you are (talking to|speaking with); speaking [:] ; use the name; "
       "you can use; its under; under; sign me as; write [down]; mines; mine is; nym; "
       "[yo] me (llamo|yamo|yammo|yamo|llamao|nombro); [yo] (mi|el) nombre [completo] (es|e|seria|"
       ":); (mi|el) nombre :; nombre [completo|y apellido] es; me (dicen|llaman|conocen como|"
       "nombran|apodan) [el|la]; [todos|todas|me] me (dicen|llaman); [se] pronuncia; le (habla|"
       "escribe|saluda|hablo yo|atiende); habla usted con; esta hablando con; [puede|"
       "pueden] ponerme [como]; digale [a]; (ponle|ponme|pongale|ponganle|ponganme|apuntame|"
       "apuntale|anotame|anotale) [a|como|"
       "que es]; diga que [soy]; ponga [me|le|a|que es|que soy]; "
       "pongame [como]; apunte [me] [a|como]; apunteme [como|a]; anote [a]; anoteme [como|a]; "
       "escriba [a]; registreme como; a nombre de; mis datos son; servidor; su servidora",
       Lead::sure},
      {"(my|the) [full|first|legal|real|preferred] name [:]; name; mi nombre; el nombre; "
       "nombre [completo|y apellido]; [you can|u can|you may|you could|just|please|everyone|"
       "everybody|people|they|friends|my friends|most people|everyone just|folks] (call|calls) me; "
       "(call|contact|reach|text|phone) [for]; (llame|llamen|marque|marquen|llamar) a; ask for; "
       "tell them; [me] (puede|pueden|puedes) (llamarme|decirme|llamar|decir) [al]; "
       "(puede|pueden|puedes) (llamarme|decirme) [al]; "
       "(digame|diganme|dime|llameme|llamenme|llamame) [nomas|solo]; "
       "pregunte por; pregunten por; busque a; buenas habla; con",
       Lead::called},
      {"i am; im; i m; iam; ima; [no] it is; [no] its; it s; this is; this here is; thats; "
       "that is; its me; it is me; its just; me its; its (ya|your) (boy|girl); soy [yo]; yo soy; "
       "es; aqui; aqui habla; habla; yo; here",
       Lead::weak},
      {"hi [there|again]; hello [there|again]; hey [there|again|yall]; hiya; good (morning|"
       "evening|afternoon|day|night); gm; sure [thing]; ok [so|then|fine|sure]; okay [so|then|"
       "fine]; k; kk; yes; yeah [sure]; yep; yup; ya; oh [ok|okay|yeah|yes|sorry|right]; um; umm; "
       "uh; uhh; uhm; er; well; so; alright; all right; fine; i guess; i suppose; guess; i think; "
       "of course; just; only; sorry [about that]; my bad; please; pls; no problem; absolutely; "
       "certainly; lol; haha; oops; and; right; ah; hm; hmm; hola [buenas|buenos dias|"
       "buenas tardes|que tal]; buenas; buen dia; buenos dias; buenas (tardes|noches); muy buenas; "
       "si [claro|con gusto|por favor|senor|senora|senorita]; claro [que si]; bueno; pues; "
       "por supuesto; con (mucho|todo) gusto; con gusto; este; pos; eh; ay; ah; oh; perdon; "
       "perdone; disculpe; disculpa; solo; solamente; nomas; nada mas; nada mas que; mire; oiga; "
       "ok pues; aja; ahi le va; va; mucho gusto; gracias; saludos; mm",
       Lead::polite}};
  return all;
}

}  // namespace

NameLead name_announcement_at(const Tokens& tokens, std::size_t at) {
  const auto match = lead_ins().at(tokens, at);
  if (!match || match->meaning == Lead::polite) return {Lead::none, at};
  // "my name is uh Dave"
  static const Phrases hesitations("uh; uhh; uhm; um; umm; er; erm; eh; este; mm; hmm; pues");
  std::size_t next = match->next;
  while (const std::size_t after = hesitations.after(tokens, next)) {
    if (after == tokens.size()) break;
    next = after;
  }
  return {match->meaning, next};
}

NameLead name_lead_at(const Tokens& tokens, std::size_t at) {
  NameLead all{Lead::none, at};
  while (all.next < tokens.size()) {
    if (tokens[all.next].kind == Token::Kind::mark && tokens[all.next].form != "@") {
      ++all.next;
      continue;
    }
    const auto match = lead_ins().at(tokens, all.next);
    const bool is_letter = match && match->next < tokens.size() &&
                           tokens[match->next].form == "-" &&
                           !tokens[match->next].after_space;  // "K-A-T-E"
    if (!match || is_letter) break;
    // A word by itself may be all of the name ("Don", "Sunny").
    const bool is_last = match->next == tokens.size();
    if (is_last && all.lead >= Lead::weak) break;
    all.next = match->next;
    all.lead = std::max(all.lead, match->meaning);
  }
  return all;
}

bool names_somebody_else(const Tokens& tokens, std::size_t at) {
  static const Phrases owners(
      "last; brand; drug; doctors; his; her; their; sons; daughters; husbands; wifes; moms; dads; "
      "mothers; fathers; brothers; sisters; friends; kids; childs; boyfriends; girlfriends; "
      "partners; company; su; plan; insurance; street; user; pets; dogs; bosses; therapists; hijo; "
      "hija; clients; patients; s; program; centers; clinics; the program; no; not; your; whats; "
      "what is; give; tu; cual es; cual");
  return owners.end_before(tokens, at);
}

}  // namespace dialogs
