#include <doctest/doctest.h>

#include <fstream>
#include <random>
#include <sstream>

#include "knowledge/gsm7.h"
#include "knowledge/normalize.h"
#include "knowledge/safety_screen.h"

namespace {

using knowledge::SafetyLevel;

const knowledge::SafetyScreen& screen() {
  static const knowledge::SafetyScreen loaded = [] {
    knowledge::Problems problems;
    auto result =
        knowledge::SafetyScreen::load(PROJECT_FOLDER "/knowledge/safety", {"en", "es"}, problems);
    for (const auto& problem : problems) FAIL_CHECK(to_string(problem));
    return result;
  }();
  return loaded;
}

/// "crisis_suicide" for an emergency, "concern", or "none".
std::string seen(const std::string& text) {
  const auto signal = screen().screen(knowledge::normalize(text));
  if (!signal) return "none";
  return signal->level == SafetyLevel::emergency ? signal->id : "concern";
}

struct Line {
  std::string expected, kind, language, text;
};

std::vector<Line> lines_of(const std::string& name) {
  std::vector<Line> lines;
  std::ifstream file(PROJECT_FOLDER "/tests/knowledge/safety/" + name);
  REQUIRE(file);
  for (std::string row; std::getline(file, row);) {
    if (row.empty() || row[0] == '#') continue;
    std::istringstream columns(row);
    Line line;
    std::getline(columns, line.expected, '\t');
    std::getline(columns, line.kind, '\t');
    std::getline(columns, line.language, '\t');
    std::getline(columns, line.text);
    lines.push_back(line);
  }
  return lines;
}

bool is_crisis(const std::string& expected) {
  return expected.starts_with("crisis_");
}

}  // namespace

TEST_CASE("safety: what is explicit, and its benign twin, in both languages") {
  struct Twin {
    std::string danger, id, benign;
  };
  const std::vector<Twin> twins = {
      {"I want to die", "crisis_suicide", "I want to dine with my mom before group"},
      {"i want to die", "crisis_suicide", "my phone wants to die, one sec"},
      {"im going to kill myself", "crisis_suicide", "this commute is going to kill me"},
      {"dying to be dead, i want to end my life", "crisis_suicide", "dying to know what it costs"},
      {"kms tonight", "crisis_suicide", "kmsi is the name of my company"},
      {"I can't stop cutting myself", "crisis_self_harm", "I can't stop cutting out sugar"},
      {"i cut my arms again", "crisis_self_harm", "they cut my hours again"},
      {"I overdosed on my pills", "crisis_overdose", "I overdosed on coffee this morning"},
      {"he won't wake up", "crisis_overdose", "he won't wake up in time for school"},
      {"I'm having a seizure", "crisis_medical", "I have a seizure disorder, can I join"},
      {"my chest hurts and I can't breathe", "crisis_medical",
       "we laughed so hard we couldn't breathe"},
      {"my husband hit me last night", "crisis_violence", "hit me up last minute if a spot opens"},
      {"he says he will kill me", "crisis_violence", "my boss will kill me if I miss a shift"},
      {"I'm going to shoot him", "crisis_harm_others", "I'm going to shoot him an email"},
      {"I want to strangle my boss", "crisis_harm_others", "I could strangle this autocorrect"},
      {"me quiero matar", "crisis_suicide", "me mata el tráfico de la mañana"},
      {"ya no quiero vivir", "crisis_suicide", "ya no quiero vivir con mis papás, me mudo"},
      {"me quiero quitar la vida", "crisis_suicide", "me quiero quitar un peso de encima"},
      {"me corto los brazos", "crisis_self_harm", "me corté el pelo"},
      {"mi hijo se tomó un montón de pastillas", "crisis_overdose",
       "mi hijo toma su pastilla diario"},
      {"no puedo respirar", "crisis_medical", "no puedo ir el lunes"},
      {"mi esposo me pega", "crisis_violence", "en diciembre me pega duro la tristeza"},
      {"voy a matar a mi vecino", "crisis_harm_others", "voy a matar el tiempo en la sala"},
  };
  for (const auto& twin : twins) {
    CHECK_MESSAGE(seen(twin.danger) == twin.id, twin.danger);
    const std::string benign = seen(twin.benign);
    const bool calm = benign == "none" || benign == "concern";
    CHECK_MESSAGE(calm, twin.benign);
  }
}

TEST_CASE("safety: an idiom takes only its own words out of the reading") {
  CHECK(seen("dying to know your hours") == "none");
  CHECK(seen("dying to know your hours, and I want to kill myself") == "crisis_suicide");
  CHECK(seen("this traffic is killing me. my son took a whole bottle of pills") ==
        "crisis_overdose");
  CHECK(seen("shoot me an email, I am going to end my life") == "crisis_suicide");
}

TEST_CASE("safety: denied, past, bereaved and asked is a concern, and now is an emergency") {
  struct Pair {
    std::string concern, emergency;
  };
  const std::vector<Pair> pairs = {
      {"I'm not suicidal, just tired", "I'm suicidal and tired"},
      {"I tried to kill myself in 2009", "I tried to kill myself last night"},
      {"I used to cut myself in high school", "I cut myself again last night"},
      {"my brother died by suicide", "my brother says he wants to die"},
      {"do you treat people with suicidal thoughts?", "I keep having suicidal thoughts"},
      {"what happens if a client says they are suicidal", "my client says she is suicidal"},
      {"I overdosed six years ago and got sober", "I overdosed an hour ago"},
      {"no quiero matarme, solo estoy triste", "quiero matarme"},
      {"hace diez años intenté suicidarme", "anoche intenté suicidarme"},
      {"¿atienden a personas con pensamientos suicidas?", "tengo pensamientos suicidas"},
      {"mi hermano se suicidó el año pasado", "mi hermano se quiere suicidar"},
  };
  for (const auto& pair : pairs) {
    CHECK_MESSAGE(seen(pair.concern) == "concern", pair.concern);
    CHECK_MESSAGE(is_crisis(seen(pair.emergency)), pair.emergency);
  }
}

TEST_CASE("safety: a date softens no wish of now") {
  CHECK(seen("I've been sober since 2012 and I want to die") == "crisis_suicide");
  CHECK(seen("I left him years ago. Ya no quiero vivir") == "crisis_suicide");
}

TEST_CASE("safety: who is in danger") {
  const auto who = [](const char* text) {
    const auto signal = screen().screen(knowledge::normalize(text));
    REQUIRE(signal);
    return signal->who;
  };
  CHECK(who("I want to die") == knowledge::Endangered::self);
  CHECK(who("my son says he wants to die") == knowledge::Endangered::other);
  CHECK(who("mi hija se quiere morir") == knowledge::Endangered::other);
  CHECK(who("my husband hit me") == knowledge::Endangered::self);
  CHECK(who("my stepdad hits my little brother") == knowledge::Endangered::other);
  CHECK(who("my roommate is not breathing") == knowledge::Endangered::other);
}

TEST_CASE("safety: what is disguised or misspelt is read as what it says") {
  for (const std::string text :
       {"i want to k i l l myself", "k1ll myself", "just let me d!e", "im gonna kms", "i wanna dye",
        "kil myself", "i want to unalive myself", "suicdal and alone, im suicdal",
        "I WANT TO DIE", "i w\xC3\xA1nt to di\xC3\xA9", "i want to die\xF0\x9F\x98\xAD",
        "don\xE2\x80\x99t want to live anymore", "dont want to live anymore", "ya no kiero vivir"})
    CHECK_MESSAGE(seen(text) == "crisis_suicide", text);
}

TEST_CASE("safety: typed as an answer to a question of the form") {
  CHECK(seen("name: doesn't matter, I'm going to kill myself") == "crisis_suicide");
  CHECK(seen("213-555-0143 but I took all my pills") == "crisis_overdose");
  CHECK(seen("no, my dad is having a seizure") == "crisis_medical");
  CHECK(seen("Dee Killian") == "none");
  CHECK(seen("213-555-0911") == "none");
}

TEST_CASE("safety: manners, capitals, emoji and curly quotes change nothing") {
  for (const auto& line : lines_of("known.tsv")) {
    const auto before = seen(line.text);
    std::string upper = line.text;
    for (char& c : upper)
      if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    std::string curly;
    for (const char c : line.text) curly += c == '\'' ? "\xE2\x80\x99" : std::string(1, c);
    CHECK_MESSAGE(seen(line.text + ", please") == before, line.text);
    CHECK_MESSAGE(seen(upper) == before, upper);
    CHECK_MESSAGE(seen(line.text + " \xF0\x9F\x99\x8F") == before, line.text);
    CHECK_MESSAGE(seen(curly) == before, curly);
  }
}

TEST_CASE("safety: the messages it was corrected on are read right") {
  std::size_t emergencies = 0, noticed = 0;
  for (const auto& line : lines_of("known.tsv")) {
    const auto got = seen(line.text);
    if (!is_crisis(line.expected)) {
      CHECK_MESSAGE(!is_crisis(got), line.text);
      continue;
    }
    ++emergencies;
    noticed += is_crisis(got) ? 1 : 0;
    if (line.kind == "explicit") CHECK_MESSAGE(is_crisis(got), line.text);
  }
  CHECK(noticed * 100 >= emergencies * 95);  // the classifier adds what is veiled
}

TEST_CASE("safety: any bytes are screened") {
  std::mt19937 random(7);  // the same bytes every time
  std::uniform_int_distribution<int> byte(0, 255), length(0, 400);
  for (int i = 0; i < 2000; ++i) {
    std::string text;
    for (int n = length(random); n > 0; --n) text += static_cast<char>(byte(random));
    (void)seen(text);
    (void)screen().screen(text);
  }
}

TEST_CASE("safety: every text names the help that fits") {
  for (const auto& id : screen().ids()) {
    const auto& wording = screen().wording(id);
    for (const auto* texts : {&wording.self, &wording.other})
      for (const std::string language : {"en", "es"})
        for (const auto& text : {texts->in(language).web, texts->in(language).sms}) {
          CHECK_MESSAGE(text.find("911") != std::string::npos, text);
          CHECK_MESSAGE(text.find("988") != std::string::npos, text);
          CHECK_MESSAGE(text.find("utom") != std::string::npos, text);  // "automated assistant"
          if (id == "crisis_overdose") {
            CHECK(text.find("1-800-222-1222") != std::string::npos);
            CHECK(text.find("Narcan") != std::string::npos);
          }
          if (id == "crisis_violence") {
            CHECK(text.find("1-800-799-7233") != std::string::npos);
            CHECK(text.find("1-800-422-4453") != std::string::npos);
          }
          if (id == "crisis_medical") CHECK(text.find("1-800-662-4357") != std::string::npos);
        }
    for (const std::string language : {"en", "es"}) {
      CHECK(wording.concern.in(language).web.find("988") != std::string::npos);
      CHECK(wording.concern.in(language).sms.find("988") != std::string::npos);
      for (const auto* texts : {&wording.self, &wording.other, &wording.concern}) {
        const auto septets = knowledge::gsm7_septets(texts->in(language).sms);
        REQUIRE(septets);
        CHECK(*septets <= knowledge::kSmsSeptetsMax);
      }
    }
  }
}
