#include "knowledge/grounding.h"

#include <doctest/doctest.h>

#include <array>

#include "knowledge/reviewed_content.h"

using namespace knowledge;

namespace {

const std::filesystem::path kContent = PROJECT_FOLDER "/knowledge";

const SourcePage& page() {
  static const SourcePage loaded = [] {
    Problems problems;
    return SourcePage::load(kContent / "sources", problems);
  }();
  return loaded;
}

const TermList& terms() {
  static const TermList loaded = [] {
    Problems problems;
    auto list = TermList::load(kContent / "sources/terms.yaml", kContent, {"en", "es"}, problems);
    for (const auto& problem : problems) FAIL_CHECK(to_string(problem));
    return list;
  }();
  return loaded;
}

std::string problems_of(TopicKind kind, const std::string& source, const Language& language,
                        const std::string& text) {
  LoadedTopic loaded;
  loaded.topic.id = "x";
  loaded.topic.kind = kind;
  loaded.topic.source = source;
  loaded.topic.answer.by_language[language] = {text, ""};
  loaded.answer_lines[language] = {7, 8};
  loaded.file = "x.yaml";
  Problems problems;
  prove_grounding(page(), terms(), EntityCatalog(), {loaded}, problems);
  std::string lines;
  for (const auto& problem : problems) lines += to_string(problem) + "\n";
  return lines;
}

std::string problems_of(const std::string& source, const Language& language,
                        const std::string& text) {
  return problems_of(TopicKind::answer, source, language, text);
}

const std::string kHours = "How Many Hours Per Week Is Required in an IOP?";
const std::string kConditions = "Types of Conditions Treated in IOP";
const std::string kTherapies = "What Types of Therapy Are Offered in IOP?";

}  // namespace

TEST_CASE("grounding: what the real page says may be said, in both languages") {
  const std::vector<std::array<std::string, 3>> table = {
      {kHours, "en", "Usually 9-15 hours of therapy a week, over several days."},
      {kHours, "en", "Between nine and fifteen hours. Call (323) 990-8178."},
      {kHours, "es", "Por lo general, de nueve a quince horas por semana."},
      {kConditions, "en", "We treat depression, anxiety, bipolar disorder, PTSD and OCD."},
      {kConditions, "en", "Yes, alcohol and drugs, and both together: a dual diagnosis."},
      {kConditions, "es",
       "Tratamos la depresión, la ansiedad, el trastorno bipolar, el TEPT y "
       "el TOC, y las adicciones: al alcohol o a las drogas."},
      {kConditions, "en", "If you are in danger, call 988 or 911 now."},
      {kTherapies, "en",
       "Individual and group therapy, family therapy, DBT, CBT and holistic "
       "practices."},
      {kTherapies, "es",
       "Terapia individual y grupal, terapia familiar, terapia dialéctica "
       "conductual (DBT), terapia cognitivo-conductual (TCC)."},
      {"How is IOP Different from PHP?", "es", "También ofrecemos hospitalización parcial (PHP)."},
      {"Our Admissions Coordinators are Available 24/7", "en", "24 hours a day, 7 days a week."},
      {"Our Admissions Coordinators are Available 24/7", "es", "Las 24 horas, los 7 días."},
      {page().title, "es", "Revisada el 7 de octubre de 2024."},
      {"Leave Your Details", "en", "All calls are 100% confidential."},
  };
  for (const auto& [source, language, text] : table) {
    CAPTURE(text);
    CHECK(problems_of(source, language, text) == "");
  }
}

TEST_CASE("grounding: planted claims are found") {
  struct Row {
    std::string source, language, text, claim;
  };
  const Row table[] = {
      {kHours, "en", "Usually 9-20 hours a week.", "says '20 hours'"},
      {kHours, "en", "Twelve hours a week.", "says 'twelve hours'"},
      {kHours, "en", "9-15 days of therapy.", "says '9 days'"},
      {kHours, "en", "There are 24 hours of care.", "says '24 hours'"},
      {kHours, "es", "Son veinte horas por semana.", "says 'veinte horas'"},
      {kHours, "en", "Nothing for anxiety.", "names 'anxiety'"},
      {kConditions, "en", "We treat ADHD.", "names 'ADHD'"},
      {kConditions, "en", "We treat eating disorders.", "names 'eating disorder'"},
      {kConditions, "en", "We treat schizophrenia.", "names 'schizophrenia'"},
      {kConditions, "en", "We treat autism.", "names 'autism'"},
      {kConditions, "es", "Tratamos el TDAH.", "names 'TDAH'"},
      {kConditions, "es", "Tratamos trastornos alimentarios.", "names 'trastorno alimentario'"},
      {kConditions, "en", "Heroin and fentanyl too.", "names 'fentanyl'"},
      {kTherapies, "en", "We use EMDR.", "names 'EMDR'"},
      {kTherapies, "en", "Medication such as Suboxone.", "names 'Suboxone'"},
      {kTherapies, "es", "Terapia de exposición.", "names 'terapia de exposición'"},
      {"Does Insurance Cover IOPs?", "en", "We take Aetna and Medi-Cal.", "names 'Aetna'"},
      {"Does Insurance Cover IOPs?", "en", "It covers 80% of it.", "says '80 %'"},
      {page().title, "en", "Reviewed on October 8, 2024.", "says 'october 8, 2024'"},
      {page().title, "es", "Revisada el 7 de noviembre de 2024.", "says '7 de noviembre de 2024'"},
  };
  for (const auto& [source, language, text, claim] : table) {
    CAPTURE(text);
    CHECK(problems_of(source, language, text)
              .find(claim + ", which does not stand in the section '" + source + "': ") !=
          std::string::npos);
  }
  CHECK(problems_of(kHours, "en", "Call 323-990-8179.") ==
        "x.yaml:7: the text in 'en' gives the phone 323-990-8179, which is not the clinic's: "
        "correct it\n");
  CHECK(problems_of(kHours, "en", "20 hours. 20 hours.") ==
        "x.yaml:7: the text in 'en' says '20 hours', which does not stand in the section '" +
            kHours + "': remove it, or cite the section that says it\n");
}

TEST_CASE("grounding: gaps give the phone and promise nothing; requests stay on the page") {
  const auto gap = [](const Language& language, const std::string& text) {
    return problems_of(TopicKind::gap, "", language, text);
  };
  const std::string page_is_silent =
      "', which does not stand on the reviewed page: say that the page does not cover it\n";
  CHECK(gap("en", "Our page does not mention detox or ADHD. Please call 323-990-8178, 24/7.") ==
        "");
  CHECK(gap("en", "The page does not say whether we offer detox. Call 323-990-8178.") == "");
  CHECK(gap("en", "We treat depression; ADHD is not on our page. 323-990-8178") == "");
  CHECK(gap("es", "La página no menciona la metadona. Llame al 323-990-8178.") == "");
  CHECK(gap("en", "Yes! We offer detox. Call 323-990-8178.") ==
        "x.yaml:7: the text in 'en' promises 'detox" + page_is_silent);
  CHECK(gap("es", "Sí, ofrecemos desintoxicación. Llame al 323-990-8178.") ==
        "x.yaml:7: the text in 'es' promises 'desintoxicación" + page_is_silent);
  CHECK(gap("en", "The page does not mention detox.") ==
        "x.yaml:7: the text in 'en' does not give the clinic's phone number, which whoever asks "
        "this needs: add it\n");
  CHECK(gap("en", "You wait 3 days. Call 323-990-8178.") ==
        "x.yaml:7: the text in 'en' says '3 days', which does not stand on the reviewed page: "
        "remove it\n");
  CHECK(problems_of(TopicKind::request, "", "en", "Hello. Ask me about PTSD, DBT or 9 hours.") ==
        "");
  CHECK(problems_of(TopicKind::request, "", "en", "Hello. Ask me about ADHD.") ==
        "x.yaml:7: the text in 'en' names 'ADHD', which does not stand on the reviewed page: "
        "remove it\n");
}

TEST_CASE("grounding: a section that is not there is one problem") {
  CHECK(problems_of("Our Prices", "en", "It costs 100 dollars.") ==
        "x.yaml: 'Our Prices' is no section of the page: copy one of its headings exactly\n");
  CHECK(problems_of("", "en", "It costs 100 dollars.") == "");
}
