#include "dialogs/slots/relation.h"

#include <string_view>
#include <utility>

#include "dialogs/slots/vocabulary.h"

namespace dialogs {
namespace {

/// Words for people, in both languages; an empty relation is somebody the closed set has no word
/// for.
constexpr Vocabulary<std::string_view>::Entry kRelations[] = {
    {"son; sons; sone; stepson; step [-] son; mijo; hijo; hijito; hijastro; ijo; (my|our) "
     "[teenage|little|older|oldest|younger|youngest|middle] boy; our son; muchacho; "
     "mi (nino|chamaco|chavo|bebe)",
     "son"},
    {"daughter; daughters; dauther; daugther; duaghter; daugter; dauhgter; stepdaughter; "
     "step [-] daughter; (my|our) [little|baby] girl; baby girl; our daughter; hija; hijas; "
     "hijita; mija; hijastra; hjia; ija; mi (nina|chamaca|muchacha|chava)",
     "daughter"},
    {"child; children; kid; kids; kiddo; my (12|13|14|15|16|17|18) year old; teen; teens; "
     "teenager; teenagers; stepchild; step [-] child; stepkid; adolescent; minor; hijos; "
     "(my|our) (oldest|youngest|eldest); ninos; hijxs; adolescente; [mi] criatura; nino; nina",
     "child"},
    {"husband; husbands; hubby; hubs; husbend; huband; husban; hsuband; esposo; marido; mi (viejo|"
     "senor); [my] ex [-] husband; [my] exhusband; [mi] ex [-] (esposo|marido)",
     "husband"},
    {"wife; wifes; wifey; wive; esposa; mujer; mi (senora|vieja); missus; [my] ex [-] wife; "
     "[my] exwife; [mi] ex [-] (esposa|mujer)",
     "wife"},
    {"partner; partners; spouse; boyfriend; girlfriend; boyfreind; girlfreind; bf; gf; fiance; "
     "fiancee; fianc; pareja; novio; novia; prometido; prometida; significant other; other half; "
     "better half; [mi] conyuge; my (so|s / o|s . o .|man|woman|ex|lady|guy|boo|bae|old man|"
     "old lady); life partner; domestic partner; mi (companero|companera) [de vida]; mi ex; [my|"
     "mi] ex [-] (boyfriend|girlfriend|novio|novia|pareja)",
     "partner"},
    {"mother; mothers; mothr; mom; moms; mum; mommy; momma; mama; mami; mamita; madrecita; "
     "mamacita; mamasita; mother figure; stepmom; stepmother; step [-] (mom|mother); madrastra; "
     "madre; jefita; mi (jefa|ama); ma; moma",
     "mother"},
    {"father; fathers; dad; dads; daddy; papa; papi; papito; pops; pop; stepdad; stepfather; "
     "step [-] (dad|father); padrastro; padre; jefito; mi (jefe|apa); my old man",
     "father"},
    {"parent; parents; padres; papas; my folks; mis (jefes|viejos|jefitos|apas); stepparent; "
     "step [-] parent",
     "parent"},
    {"brother; brothers; bro; borther; brothr; kid brother; baby bro; stepbrother; "
     "step [-] brother; half [-] brother; hermano; hermanito; hermanastro; carnal; carnalito; "
     "medio hermano",
     "brother"},
    {"sister; sisters; sis; sitser; sistr; kid sister; stepsister; step [-] sister; "
     "half [-] sister; hermana; hermanita; hermanastra; carnala; media hermana",
     "sister"},
    {"friend; friends; freind; frend; frnd; bestie; bff; buddy; pal; homie; homeboy; homegirl; "
     "amigo; amiga; amigos; amigas; amix; amistad; compa; cuate; cuata; comadre; compadre; "
     "parcero; pana",
     "friend"},
    {"grandson; grandsons; nieto", "grandson"},
    {"nephew; nephews; sobrino", "nephew"},
    {"niece; neice; nieces; sobrina", "niece"},
    {"cousin; cousins; cuz; cuzin; primo; prima", "cousin"},
    {"client; clients; cliente; clienta; clientes", "client"},
    {"patient; patients; pt; paciente; pacientes", "patient"},
    {"roommate; roommates; roomate; roomie; housemate; house mate; room mate; flatmate; "
     "[mi] companero de (cuarto|casa|piso|apartamento|vivienda); [mi] companera de (cuarto|casa|"
     "piso|apartamento|vivienda)",
     "roommate"},
    {"coworker; co [-] worker; coworkers; cowoker; colleague; collegue; coleague; employee; "
     "employees; colega; [mi] (companero|companera) (de|del) [mi] (trabajo|la chamba|chamba|jale|"
     "la oficina|oficina|el trabajo); empleado; empleada; work friend; work buddy; "
     "(someone|somebody|guy|girl|man|woman|lady|person|dude) i work with; "
     "alguien (del|de mi) trabajo",
     "coworker"},
    {"someone; somebody; some one; [a|my] loved one; loved ones; other person; another person; "
     "relative; a relative; family member; family; familia; familiar; pariente; ser querido; "
     "alguien; otra persona; otro; otra; other; granddaughter; grand daughter; grandma; "
     "grandmother; grandpa; grandfather; grandparent; grandchild; grandkid; granny; nana; aunt; "
     "auntie; uncle; neighbor; neighbour; student; boss; teacher; pastor; supervisor; manager; "
     "persona (cercana|querida|conocida); godson; goddaughter; godmother; godfather; tenant; "
     "nieta; abuela; abuelo; abuelita; abuelito; tia; tio; vecino; vecina; ahijado; ahijada; "
     "alumno; alumna; jefe; conocido; conocida; padrino; madrina; him; her; them; ella; ellos",
     ""},
    {"(mother|father|brother|sister|son|daughter|parents|sisters) [-] in [-] (law|laws); mil; fil; "
     "cunado; cunada; suegra; suegro; suegros; yerno; nuera; consuegra; concuno; bil; sil",
     ""},
};

const Vocabulary<std::string_view>& relations() {
  static const Vocabulary<std::string_view> all(kRelations);
  return all;
}

struct Chain {
  const char* owner;
  const char* head;
  const char* relation;
};

/// "my sister's son" is a nephew; most other chains have no word.
std::string relation_of(std::string_view head, std::string_view owner) {
  static constexpr Chain kChains[] = {
      {"sister", "son", "nephew"},         {"brother", "son", "nephew"},
      {"sister", "daughter", "niece"},     {"brother", "daughter", "niece"},
      {"son", "son", "grandson"},          {"daughter", "son", "grandson"},
      {"mother", "husband", "father"},     {"father", "wife", "mother"},
      {"husband", "mother", ""},           {"child", "father", "partner"},
      {"child", "mother", "partner"},      {"wife", "son", "son"},
      {"husband", "son", "son"},           {"wife", "daughter", "daughter"},
      {"husband", "daughter", "daughter"}, {"friend", "friend", "friend"},
      {"partner", "son", "son"},           {"partner", "daughter", "daughter"}};
  for (const Chain& chain : kChains)
    if (owner == chain.owner && head == chain.head) return chain.relation;
  return {};
}

/// Words between a cue ("for", "not") and the person: "for my poor 19 year old son".
std::size_t before_description(const Tokens& tokens, std::size_t at) {
  static const Phrases described(
      "my; our; mi; mis; nuestro; nuestra; a; an; one; of; the; un; una; el; la; this; su; poor; "
      "dear; adult; older; oldest; younger; youngest; little; big; baby; teenage; twin; best; "
      "good; close; only; own; middle; grown; sick; sweet; beautiful; pobre; querido; querida; "
      "mejor; buen; buena; propio; propia; year; years; yr; yrs; old; yo; y; o; -; de; male; "
      "female; dying; depressed; late; it; is; its; es; about; with; soon; to; be; first; second");
  while (at > 0 &&
         (described.begin_at(tokens, at - 1) || tokens[at - 1].kind == Token::Kind::number))
    --at;
  return at;
}

bool is_said_by(const Phrases& cue, const Tokens& tokens, std::size_t person) {
  for (std::size_t at = before_description(tokens, person);; ++at) {
    if (cue.end_before(tokens, at)) return true;
    if (at == person) return false;
  }
}

/// "my sister's son", with or without the apostrophe.
bool owns_next(const Tokens& tokens, const Person& owner) {
  return tokens[owner.next - 1].form.back() == 's' &&
         relations().at(tokens, owner.next).has_value();
}

/// "el hijo de mi hermana": the owner stands after the one who is meant.
void take_owner(const Tokens& tokens, Person& person) {
  static const Phrases of("(de|of) (mi|mis|my); (de|of) (un|una|a) ; del");
  const std::size_t next = of.after(tokens, person.next);
  if (next == 0) return;
  const auto owner = relations().at(tokens, next);
  if (!owner || owner->meaning.empty()) return;
  person.relation = relation_of(person.relation, owner->meaning);
  person.next = owner->next;
}

/// "It's me, Teresa, his mom": whoever says their name says who they are to the one meant.
bool follows_own_name(const Tokens& tokens, std::size_t person) {
  static const Phrases introduction(
      "its me; it is me; this is; im; i am; my name is; [yo] soy; habla; me llamo; mi nombre es");
  static const Phrases possessive("his; her; their; su");
  constexpr std::size_t kNameTokensMax = 5;  // a first and last name between marks
  if (!possessive.end_before(tokens, person)) return false;
  const std::size_t before = person - 1;
  for (std::size_t at = before; at-- > before - std::min(before, kNameTokensMax + 3);)
    if (const std::size_t next = introduction.after(tokens, at))
      return next < before && before - next <= kNameTokensMax;
  return false;
}

/// "my youngest daughter": a word for which one, before the word for whom.
bool describes_next(const Tokens& tokens, std::size_t next) {
  static const Phrases which("oldest; youngest; eldest");
  return which.end_before(tokens, next) && relations().at(tokens, next).has_value();
}

/// "cuantas horas son", "son mis datos": the Spanish verb, no English child.
bool is_spanish_verb(const Tokens& tokens, std::size_t at) {
  static const Phrases asked(
      "cuanto; cuanta; cuantos; cuantas; cual; cuales; que; quien; quienes; como; donde; cuando");
  static const Phrases after(
      "los; las; de; del; muy; para; por; mis; sus; todos; todas; en; a; el; la; mi; unos; unas; "
      "gratis; confidenciales; seguros; buenos; ellos; ellas; ustedes");
  if (tokens[at].form != "son") return false;
  const Tokens before(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(at));
  return asked.stand_in(before) || after.begin_at(tokens, at + 1);
}

}  // namespace

std::vector<Person> persons_in(const Tokens& tokens) {
  static const Phrases ruled_out(
      "not; not for; no; no es para; no es; no para; isnt for; instead of; en vez de; rather than");
  static const Phrases beneficiary("for; para; pa; on behalf of; por; about; 4; regarding");
  static const Phrases visitor(
      "(id|i would|ill) be (the|a); im (his|her|their|the|a|worried|calling as); i am (his|her|"
      "their|the|a); [yo] soy (su|la|el|una|un); this is (his|her|their); as (his|her|their|a); "
      "soy; como (su|la|el)");
  std::vector<Person> persons;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const auto match = relations().at(tokens, at);
    if (!match || is_spanish_verb(tokens, at) || describes_next(tokens, match->next)) continue;
    Person person{std::string(match->meaning), false, false, false, at, match->next};
    person.is_ruled_out = is_said_by(ruled_out, tokens, at);
    person.is_visitor = visitor.end_before(tokens, at) || follows_own_name(tokens, at);
    person.is_beneficiary = !person.is_ruled_out && is_said_by(beneficiary, tokens, at);
    while (owns_next(tokens, person)) {
      const auto head = relations().at(tokens, person.next);
      person.relation = relation_of(head->meaning, person.relation);
      person.next = head->next;
    }
    take_owner(tokens, person);
    at = person.next - 1;
    persons.push_back(std::move(person));
  }
  return persons;
}

}  // namespace dialogs
