#include "dialogs/slots/plan_name.h"

#include "dialogs/slots/vocabulary.h"

namespace dialogs {
namespace {

/// By the words they begin with; true: everyday words as well.
const Vocabulary<bool>& brands() {
  static const Vocabulary<bool> all = {
      {"aetna; aenta; atena; aetnah; etna; anthem; anthm; antem; anthum; cigna; cygna; "
       "sigma health; evernorth; humana; humanna; umana; kaiser; kaisser; kiaser; kayser; kaisr; "
       "caiser; keiser; kp; "
       "medi [-] cal; medical [-] cal; medicaid; medicade; medicad; medicare; medicaire; medikal; "
       "medicall; denti [-] cal; tri [-] care; tricare; triwest; tri west; champva; champ va; uhc; "
       "united (healthcare|health care|health); "
       "untied (healthcare|health care|health); unitedhealthcare; unitedhealth; optum; optum care; "
       "optumcare; umr; bcbs; bcbsa; bcbs of (ca|california|texas|illinois|michigan); "
       "blue [-] (cross|shield|sheild|sheld|crosss|croos); bluecross; blueshield; blu (cross|"
       "shield); "
       "health [-] net; healthnet; helth net; molina; mollina; malina healthcare; l . a . care; "
       "l a care; la care; lacare; iehp; inland empire [health plan]; caloptima; cal [-] optima; "
       "calviva; covered (california|ca|cal); coverd california; "
       "ambetter; centene; wellcare; well care; wellpoint; magellan; magelan; carelon; mhn; "
       "multiplan; multi plan; meritain; magnacare; geha; fep; fehb; highmark; premera; regence; "
       "brighthealth; bright health; friday health; "
       "western health; santa clara family; gold coast [health]; cen [-] cal; cencal; "
       "emblem health; emblemhealth; fidelis; healthfirst; amerigroup; amerihealth; carefirst; "
       "hmsa; healthpartners; priority health; tufts; "
       "harvard pilgrim; masshealth; mass health; brand new day; clever care; golden state; "
       "community health (group|plan); kern family; blue; obamacare; assurant; golden rule; "
       "sag [-] aftra; motion picture; surest; "
       "uhss; ihss; first health; hometown health; my health la; ambeter; caresource; care source; "
       "buckeye; peach state; sunshine health; superior health; simply healthcare; "
       "devoted [health]; clover health; alignment health; "
       "chinese community; central california alliance; alameda alliance; "
       "health plan of san (joaquin|mateo); san francisco health plan; partnership health; "
       "positive healthcare; valley health plan; hill physicians; "
       "dignity health; scripps; sutter health; uc ship; ship; delta health; allegiance; "
       "trustmark; bsc; bluecard; cigna; aetna; compsych; value options; valueoptions; "
       "beacon (health|options); lyra; "
       "tricare; chip; healthy families; emergency medi [-] cal; restricted medi [-] cal; "
       "seguro popular; la cruz azul; cruz azul; escudo azul; united health group; "
       "universal american; aarp; ssi; christian healthcare; medi - share; medishare; "
       "kaiser permanente",
       false},
      {"medical; united; va; v . a . ; veterans (affairs|administration); sharp; scan; oscar; "
       "beacon; alignment; horizon; independence; providence; providense; empire; partnership; "
       "oxford; sag; cobra; sutter; moda; uha; signa; teamsters; ibew; hca; dignity; "
       "pacific source; pacificsource; aarp",
       true}};
  return all;
}

const Phrases& continuations() {
  static const Phrases all(
      "ppo; hmo; epo; pos; hdhp; hsa; gold; silver; bronze; platinum; prime; select; plus; choice; "
      "advantage; senior; health; healthcare; care; plan; options; california; permanente; "
      "cross; shield; sheild; blue; net; community; promise; premier; standard; basic; open; "
      "access; network; group; federal; employee; life; cal; cali; county; angeles; diego; ca; "
      "families; dual; complete; value; "
      "star; texas; michigan; arizona; illinois; ny; york; behavioral; benefits; mutual; america; "
      "american; national; states; united; optimum; insurance; hp; empire; inland; west; east; "
      "part (a|b|c|d); "
      "medi - cal; anthem; cross blue shield; health (plan|net|care); full; managed; northern; "
      "southern; covered; share; aetna; medicare; medicaid; north; administration; affairs; optum; "
      "emergency; hcs; coast; florida");
  return all;
}

/// Words that belong only when more of the name follows: "of", "and".
const Phrases& links() {
  static const Phrases all(
      "of; for; and; &; -; /; new; los; san; the; de; y; with; through; thru; "
      "via");
  return all;
}

}  // namespace

PlanName plan_name_at(const Tokens& tokens, std::size_t at) {
  const auto brand = brands().at(tokens, at);
  if (!brand) return {};
  constexpr std::size_t kWordsMax = 9;
  std::size_t kept = brand->next;
  for (std::size_t end = kept; end < tokens.size() && end < at + kWordsMax;) {
    if (const std::size_t next = continuations().after(tokens, end)) {
      kept = end = next;
    } else if (const auto other = brands().at(tokens, end);
               other && !other->meaning && end > kept) {
      kept = end = other->next;
    } else if (links().begin_at(tokens, end) && end == kept) {
      ++end;
    } else {
      break;
    }
  }
  return {kept, brand->meaning && kept == brand->next};
}

bool is_plan_word(const Token& token) {
  static const Phrases words(
      "ppo; hmo; epo; plan; health; healthcare; care; seguros; salud; medi; blue; mutual; union; "
      "benefits; insurance; medical; local; trust; fund");
  return words.begin_at({token}, 0);
}

}  // namespace dialogs
