#include "dialogs/command.h"

#include <re2/re2.h>

#include <array>
#include <utility>

namespace dialogs {
namespace {

struct Pattern {
  Command command;
  RE2 words;
};

// Both languages at once: "omitir" means the same whatever the conversation's language.
const std::array<Pattern, 4>& patterns() {
  static const std::array<Pattern, 4> table = {{
      {Command::back,
       RE2(R"(((can we |can i |could we |let'?s |i want to |)(go|going) back( one| a step)"
           R"(| please| up)*)"
           R"(|back|previous( question)?|(the )?(last|previous) one|undo|wait go back)"
           R"(|atras|volver|regresar|regresa|regrese|vuelve|vuelva|para atras)"
           R"(|(la )?(pregunta )?anterior|quiero (volver|regresar)|(podemos|puedo) (volver)"
           R"(|regresar)( atras)?))")},
      {Command::skip,
       RE2(R"((skip( it| this| that| this one| that one| the question)?|pass|next( question)?)"
           R"(|leave (it|that) (out|blank))"
           R"(|(i'?d|i would|id) (rather|prefer) not( to)?( say| answer| share| tell( you)?)"
           R"(| give (it|that|my \w+))?)"
           R"(|i (don'?t|do not) want to (say|answer|share|tell|give (it|that|you that)"
           R"(|you my \w+|my \w+)))"
           R"(|prefer not to( say| answer)?|rather not( say)?|not (telling|saying)|no comment)"
           R"(|none of your business)"
           R"(|n/?a|omitir|omite(lo)?|omitelo|saltar(lo)?|saltatela|paso|siguiente( pregunta)?)"
           R"(|(mejor|prefiero) no( decir(lo)?| contestar| dar(lo)?| dar mi \w+)?)"
           R"(|prefiero no (decirlo|contestar|darlo|dar ese dato))"
           R"(|no quiero (decir(lo|le)?|contestar|dar(lo)?( mi \w+)?|dar (mi|ese) \w+)))")},
      {Command::why,
       RE2(R"((but |and |)(why|what for|how come)( do you| would you| you| are you| u| do u)?)"
           R"(( need| want| have to know| ask| asking)?( for| to know)?( that| it| this)"
           R"(| my \w+( \w+)?| all that| all this)?)"
           R"(|what (do you|will you|are you going to|u gonna|you gonna) (need|use|do) (it|that)"
           R"(|this|with (it|that|this)|my \w+)( for)?)"
           R"(|is (that|this|it) (required|necessary|mandatory)|do i (have|need) to( (say|answer)"
           R"(|give( you)?)( that| it| this| my \w+)?)?)"
           R"(|(y )?(por que|para que|pa que)( lo| la| me| le| se)?( necesitan?| ocupan?)"
           R"(| quieren?| quiere| piden?| preguntan?)?)"
           R"(( eso| esto| mi \w+| saber( eso)?)?|es (necesario|obligatorio)|tengo que (decirlo)"
           R"(|darlo|dar(le)? mi \w+))")},
      {Command::go_on,
       RE2(R"((ok |okay |yes |si |bueno |listo |ya |thanks |gracias |)*(continue|go on)"
           R"(|let'?s (continue|go on|keep going|go)|keep going|proceed|carry on|resume)"
           R"(|i'?m (ready|back|ok|here)|ready|where were we|go ahead)"
           R"(|sigamos|seguimos|sigo|continuar|continuemos|continue|adelante|estoy list[oa])"
           R"(|podemos seguir|vamos))")},
  }};
  return table;
}

std::string_view without_final_punctuation(std::string_view text) {
  while (!text.empty() && std::string_view(".,!? ").find(text.back()) != std::string_view::npos)
    text.remove_suffix(1);
  return text;
}

}  // namespace

Command command(std::string_view normalized) {
  const std::string_view text = without_final_punctuation(normalized);
  for (const Pattern& pattern : patterns())
    if (RE2::FullMatch(re2::StringPiece(text.data(), text.size()), pattern.words))
      return pattern.command;
  return Command::none;
}

}  // namespace dialogs
