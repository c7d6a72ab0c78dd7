#include "knowledge/template.h"

#include <re2/re2.h>

#include <optional>
#include <utility>

#include "knowledge/normalize.h"

namespace knowledge {
namespace {

bool is_word_byte(char byte) {
  const auto code = static_cast<unsigned char>(byte);
  return code >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
}

/// What a part of a template matches: its pattern, and messages that it matches.
struct Part {
  std::string pattern;
  std::vector<std::string> examples;
};

void keep_some(std::vector<std::string>& examples) {
  if (examples.size() > kTemplateExamplesMax) examples.resize(kTemplateExamplesMax);
}

void append(Part& whole, const Part& part) {
  whole.pattern += part.pattern;
  if (part.examples.empty()) return;  // a mistake inside it has been told
  std::vector<std::string> joined;
  // The longer list turns fastest, so that every alternative of either stands in some example.
  const std::size_t longest = std::max(whole.examples.size(), part.examples.size());
  for (std::size_t i = 0; i < longest; ++i)
    joined.push_back(whole.examples[i % whole.examples.size()] +
                     part.examples[i % part.examples.size()]);
  whole.examples = std::move(joined);
  keep_some(whole.examples);
}

/// A recursive descent over the characters of one template.
class Parser {
 public:
  Parser(std::string_view text, const PhraseLists& lists) : text_(text), lists_(lists) {}

  std::variant<Template, TemplateMistake> parse() {
    if (text_.size() > kTemplateBytesMax)
      return "longer than " + std::to_string(kTemplateBytesMax) + " bytes: make it two phrases";
    Part part = sequence(0);
    if (!mistake_ && at_ < text_.size())
      complain(at_, std::string("'") + text_[at_] + "' closes nothing: remove it");
    if (mistake_) return *std::move(mistake_);
    for (const auto& example : part.examples)
      if (example.empty()) return "would match an empty message: leave one word outside [ ]";
    return Template{std::move(part.pattern), std::move(part.examples)};
  }

 private:
  void complain(std::size_t place, const std::string& what) {
    if (!mistake_) mistake_ = "at character " + std::to_string(place + 1) + ": " + what;
  }

  Part sequence(std::size_t depth) {
    Part whole{"", {""}};
    while (!mistake_ && at_ < text_.size()) {
      const char next = text_[at_];
      if (next == '|' || next == ')' || next == ']') break;
      if (next == '}') {
        complain(at_, "'}' closes nothing: remove it");
        break;
      }
      const Part part = next == '(' || next == '[' ? group(depth) : next == '{' ? list() : words();
      if (!mistake_) append(whole, part);
    }
    return whole;
  }

  Part group(std::size_t depth) {
    const std::size_t start = at_;
    const bool optional = text_[at_++] == '[';
    const char close = optional ? ']' : ')';
    Part whole{"(?:", {}};
    if (depth == kTemplateDepthMax)
      complain(start, "groups are nested too deep: write two phrases");
    for (bool first = true; !mistake_; first = false) {
      const Part part = sequence(depth + 1);
      if (mistake_) break;
      if (part.pattern.empty())
        complain(at_, "an empty alternative: use [ ] for what may be left out");
      whole.pattern += (first ? "" : "|") + part.pattern;
      whole.examples.insert(whole.examples.end(), part.examples.begin(), part.examples.end());
      if (at_ >= text_.size())
        complain(start, std::string("'") + text_[start] + "' is never closed: add '" + close + "'");
      else if (text_[at_] == close) {
        ++at_;
        break;
      } else if (text_[at_] != '|')
        complain(at_, std::string("'") + text_[at_] + "' does not close '" + text_[start] + "'");
      else ++at_;
    }
    whole.pattern += optional ? ")?" : ")";
    if (optional) whole.examples.emplace_back();
    keep_some(whole.examples);
    return whole;
  }

  Part list() {
    const std::size_t start = at_;
    const std::size_t close = text_.find('}', at_);
    if (close == std::string_view::npos) {
      complain(start, "'{' is never closed: add '}'");
      return {"", {""}};
    }
    const auto name = text_.substr(start + 1, close - start - 1);
    at_ = close + 1;
    const auto found = lists_.find(name);
    if (found == lists_.end() || found->second.empty()) {
      complain(start, "there is no list {" + std::string(name) + "}");
      return {"", {""}};
    }
    Part whole{"(?:", {}};
    for (const auto& phrase : found->second) {
      const std::string form = as_words(normalize(phrase));
      whole.pattern += (whole.examples.empty() ? "" : "|") + RE2::QuoteMeta(form);
      whole.examples.push_back(form);
    }
    whole.pattern += ")";
    whole.examples.resize(1);  // entries of a list are proven apart by the catalog they come from
    return whole;
  }

  Part words() {
    const std::size_t start = at_;
    at_ = std::min(text_.find_first_of("()[]{}|", at_), text_.size());
    const std::string form = as_words(normalize(text_.substr(start, at_ - start)));
    return {RE2::QuoteMeta(form), {form}};
  }

  std::string_view text_;
  const PhraseLists& lists_;
  std::size_t at_ = 0;
  std::optional<TemplateMistake> mistake_;
};

}  // namespace

std::variant<Template, TemplateMistake> parse_template(std::string_view text,
                                                       const PhraseLists& lists) {
  return Parser(text, lists).parse();
}

std::string as_words(std::string_view normalized) {
  std::string words;
  words.reserve(normalized.size() + 1);
  for (const char byte : normalized) {
    if (is_word_byte(byte)) words += byte;
    else if (byte != '\'' && !words.empty() && words.back() != ' ') words += ' ';
  }
  if (!words.empty() && words.back() != ' ') words += ' ';
  return words;
}

}  // namespace knowledge
