#include "bot/service/chat_page.h"

#include <nlohmann/json.hpp>

#include "bot/service/html.h"
#include "dialogs/placeholder.h"

namespace bot {
namespace {

using nlohmann::json;

constexpr const char* kNeutralPlace = "https://www.google.com/";

std::string filled(std::string_view sentence, const ClinicConfig& clinic) {
  return dialogs::fill(sentence, [&](std::string_view name) {
    return name == "clinic" ? clinic.name : clinic.phone;
  });
}

std::string call_link(std::string_view phone) {
  return "<a href=\"tel:" + phone_link(phone) + "\">" + html_escaped(phone) + "</a> ";
}

std::string hidden(std::string_view name, std::string_view value) {
  return "<input type=\"hidden\" name=\"" + std::string(name) + "\" value=\"" +
         html_escaped(value) + "\">\n";
}

/// A form that carries the conversation and `inside`.
std::string form(const ChatPage& page, const ChatWords& words, std::string_view kind,
                 const std::string& inside) {
  return "<form class=\"" + std::string(kind) + "\" method=\"post\" action=\"/chat#latest\">\n" +
         hidden("conversation", page.token) + hidden("message_id", page.message_id) +
         hidden("language", words.language) + inside + "</form>\n";
}

std::string button(std::string_view name, std::string_view value, std::string_view label) {
  return "<button class=\"button quiet\" name=\"" + std::string(name) + "\" value=\"" +
         html_escaped(value) + "\">" + html_escaped(label) + "</button>\n";
}

/// `below` is HTML, and so is `attributes`.
std::string item(std::string_view kind, std::string_view author, std::string_view language,
                 std::string_view text, const std::string& below = {},
                 std::string_view attributes = {}) {
  return "<li class=\"" + html_escaped(kind) + "\"" + std::string(attributes) + "><b>" +
         std::string(author) +
         "</b><span lang=\"" + html_escaped(language) + "\">" + html_escaped(text) + "</span>" +
         below + "</li>\n";
}

std::string source_line(const json& source, const ChatWords& words) {
  if (source.is_null()) return {};
  return "<span class=\"source\">" + std::string(words.source) +
         html_escaped(source.at("section").get<std::string>()) + std::string(words.reviewed) +
         html_escaped(date_in(words, source.at("reviewed_on").get<std::string>())) + ".</span>";
}

std::string label_of(const json& last_turn, const std::string& choice) {
  if (last_turn.is_object())
    for (const auto& reply : last_turn.at("replies"))
      for (const auto& offered : reply.at("quick_replies"))
        if (offered.at("id") == choice) return offered.at("label");
  return choice;
}

std::string said(const ChatPage& page, const ChatWords& words, const ClinicConfig& clinic,
                 json& last) {
  std::string list;
  if (page.turns.empty())  // the first turn brings its own
    list = item("reply", words.assistant, words.language, filled(words.disclosure, clinic));
  for (const auto& stored : page.turns) {
    const json turn = json::parse(stored.reply_json);
    const std::string language = turn.at("language");
    const std::string text = stored.text.empty() ? label_of(last, stored.choice) : stored.text;
    // The browser goes there when the page comes.
    const bool is_latest = &stored == &page.turns.back();
    list += item("visitor", words.you, language, text, {}, is_latest ? " id=\"latest\"" : "");
    for (const auto& reply : turn.at("replies")) {
      const std::string kind = reply.at("kind");
      const std::string below =
          kind != "crisis"
              ? source_line(reply.at("source"), words)
              : "<span class=\"call\">" + call_link("988") + call_link("911") + "</span>";
      list += item(kind, words.assistant, language, reply.at("text").get<std::string>(), below);
    }
    last = turn;
  }
  return "<ol class=\"said\">\n" + list + "</ol>\n";
}

std::string choices(const json& last, const ChatWords& words) {
  std::string buttons;
  if (last.is_object()) {
    for (const auto& reply : last.at("replies"))
      for (const auto& offered : reply.at("quick_replies"))
        buttons += button("choice", offered.at("id").get<std::string>(),
                          offered.at("label").get<std::string>());
  } else {
    for (const auto starter : words.starters) buttons += button("text", starter, starter);
  }
  return buttons;
}

/// What a phone should offer when this detail is asked for.
std::string_view keyboard(const json& last) {
  const std::string asks =
      last.is_object() && last.at("asks").is_string() ? last.at("asks").get<std::string>() : "";
  if (asks == "phone") return "autocomplete=\"tel\" inputmode=\"tel\"";
  if (asks == "email") return "autocomplete=\"email\" inputmode=\"email\"";
  if (asks == "name") return "autocomplete=\"name\" autocapitalize=\"words\"";
  return "autocomplete=\"off\"";
}

std::string top(const ChatWords& words, const ClinicConfig& clinic) {
  const std::string other(words.other_language);
  return "<header>\n<h1>" + std::string(words.title) + "</h1>\n<p>" + html_escaped(clinic.name) +
         ". " + std::string(words.note) +
         "</p>\n<p class=\"bar\"><a class=\"button quiet\" href=\"" + kNeutralPlace + "\">" +
         std::string(words.leave) + "</a> <a class=\"button quiet\" href=\"/chat/" + other +
         "\" lang=\"" + other + "\">" + std::string(words.other_language_name) +
         "</a></p>\n<p class=\"help\"><strong>" + std::string(words.help) + "</strong> " +
         call_link("911") + call_link("988") + call_link(clinic.phone) + "</p>\n</header>\n";
}

}  // namespace

std::string chat_page_html(const ChatPage& page, const ChatWords& words,
                           const ClinicConfig& clinic) {
  json last;
  const std::string conversation = said(page, words, clinic, last);
  const std::string offered = choices(last, words);
  std::string html = "<!doctype html>\n<html lang=\"" + std::string(words.language) +
                     "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
                     "content=\"width=device-width, initial-scale=1\">\n<title>" +
                     std::string(words.title) + " | " + html_escaped(clinic.name) +
                     "</title>\n<link rel=\"icon\" href=\"/favicon.svg\">\n"
                     "<link rel=\"stylesheet\" href=\"/site.css\">\n</head>\n"
                     "<body class=\"narrow\">\n" +
                     top(words, clinic) + "<main>\n" + conversation;
  if (!page.notice.empty())
    html += "<p class=\"help\" role=\"status\">" + html_escaped(filled(page.notice, clinic)) +
            "</p>\n";
  if (!offered.empty()) html += form(page, words, "choices", offered);
  html += form(page, words, "write",
               "<label for=\"text\">" + std::string(words.label) + "</label>\n" +
                   "<input id=\"text\" name=\"text\" required maxlength=\"2000\" " +
                   std::string(keyboard(last)) + " value=\"" + html_escaped(page.draft) +
                   "\">\n<button class=\"button\">" + std::string(words.send) + "</button>\n");
  if (!page.token.empty()) html += form(page, words, "clear", button("clear", "yes", words.clear));
  return html + "</main>\n</body>\n</html>\n";
}

}  // namespace bot
