#include "bot/service/chat_routes.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "bot/channel/form_body.h"
#include "bot/channel/media_type.h"
#include "bot/channel/web_message.h"
#include "bot/random_token.h"
#include "bot/service/chat_page.h"
#include "bot/service/cross_origin.h"

namespace bot {
namespace {

constexpr int kOk = 200;
constexpr int kNotFound = 404;
constexpr int kTooManyRequests = 429;
constexpr int kServiceUnavailable = 503;

const Rejection kNotAForm{415, "unsupported-media-type", "This address takes a form.",
                          "Send Content-Type: application/x-www-form-urlencoded."};
const Rejection kForeignForm{403, "foreign-page", "This form stands on another website.",
                             "Use the one at /chat."};

/// Cannot be guessed, so a first message that is sent twice begins one conversation.
std::string new_message_id() { return random_token(16); }

HttpResponse rendered(int status, const ChatPage& page, const ChatWords& words,
                      const ClinicConfig& clinic) {
  return {status, "text/html; charset=utf-8", chat_page_html(page, words, clinic),
          {{"Content-Security-Policy",
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; "
            "form-action 'self'; frame-ancestors 'none'"},
           // With no-referrer browsers would send "Origin: null" with our own form.
           {"Referrer-Policy", "same-origin"}}};
}

HttpResponse first_page(std::string_view language, const ClinicConfig& clinic) {
  return rendered(kOk, {.message_id = new_message_id()}, chat_words(language), clinic);
}

/// The form as the JSON client would have sent it, so that one reader holds both to the same rules.
std::variant<IncomingMessage, Rejection> read_message(const FormFields& fields,
                                                      const std::string& token,
                                                      const Config& config) {
  nlohmann::json body = {{"message_id", field(fields, "message_id")},
                         {"language", field(fields, "language")},
                         {"page", config.server.public_url + "/chat"}};
  if (!token.empty()) body["conversation"] = token;
  const bool chosen = !field(fields, "choice").empty();
  body[chosen ? "choice" : "text"] = field(fields, chosen ? "choice" : "text");
  return parse_web_message(body.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace),
                           config);
}

class ChatForm {
 public:
  ChatForm(const Config& config, Assistant& assistant, Store& store, VisitorLimits& limits,
           Clock clock, TurnObserver observe)
      : config_(config),
        assistant_(assistant),
        store_(store),
        limits_(limits),
        clock_(std::move(clock)),
        observe_(std::move(observe)) {}

  HttpOutcome post(const HttpRequest& request) const {
    if (!is_media_type(request.content_type, "application/x-www-form-urlencoded")) return kNotAForm;
    if (!is_own_page(request, config_.server)) return kForeignForm;
    const FormFields fields = parse_form(request.body);
    const ChatWords& words = chat_words(field(fields, "language"));
    try {
      return field(fields, "clear").empty() ? take(request, fields, words) : clear(fields, words);
    } catch (const StoreUnavailable&) {
      // The same message id again: it may have been stored after all.
      ChatPage page{field(fields, "conversation"), field(fields, "message_id")};
      page.notice = words.unavailable;
      page.draft = field(fields, "text");
      return rendered(kServiceUnavailable, page, words, config_.clinic);
    }
  }

 private:
  HttpResponse take(const HttpRequest& request, const FormFields& fields,
                    const ChatWords& words) const {
    std::string token = field(fields, "conversation");
    auto handled = handle(request, fields, token);
    const auto* refused = std::get_if<Rejection>(&handled);
    const bool is_gone = refused != nullptr && refused->status == kNotFound && !token.empty();
    if (is_gone) {
      token.clear();
      handled = handle(request, fields, token);
      refused = std::get_if<Rejection>(&handled);
    }
    if (refused == nullptr) {
      const auto& answered = std::get<Answered>(handled);
      observe_(dialogs::Channel::web, answered.facts);
      const auto turn = nlohmann::json::parse(answered.turn_json);
      return after_turn(turn, is_gone ? words.ended : std::string_view());
    }
    ChatPage page = page_of(token);
    page.notice = refused->status == kTooManyRequests ? words.busy : words.refused;
    page.draft = field(fields, "text");
    HttpResponse response = rendered(refused->status, page, words, config_.clinic);
    if (refused->retry_after_s > 0)
      response.headers.emplace_back("Retry-After", std::to_string(refused->retry_after_s));
    return response;
  }

  std::variant<Answered, Rejection> handle(const HttpRequest& request, const FormFields& fields,
                                           const std::string& token) const {
    auto message = read_message(fields, token, config_);
    if (auto* refused = std::get_if<Rejection>(&message)) return *std::move(refused);
    if (auto refused = limits_.refuse(request.address, token, clock_())) return *std::move(refused);
    return assistant_.handle(std::get<IncomingMessage>(message));
  }

  HttpResponse after_turn(const nlohmann::json& turn, std::string_view notice) const {
    ChatPage page = page_of(turn.at("conversation"));
    page.notice = notice;
    return rendered(kOk, page, chat_words(turn.at("language").get<std::string>()), config_.clinic);
  }

  ChatPage page_of(const std::string& token) const {
    ChatPage page{token, new_message_id()};
    const auto conversation = token.empty() ? std::nullopt : store_.find_by_token(token);
    if (conversation) page.turns = store_.turns(conversation->id);
    else page.token.clear();
    return page;
  }

  HttpResponse clear(const FormFields& fields, const ChatWords& words) const {
    const auto conversation = store_.find_by_token(field(fields, "conversation"));
    if (conversation) store_.erase(conversation->id, clock_());
    ChatPage page{"", new_message_id()};
    page.notice = words.cleared;
    return rendered(kOk, page, words, config_.clinic);
  }

  const Config& config_;
  Assistant& assistant_;
  Store& store_;
  VisitorLimits& limits_;
  Clock clock_;
  TurnObserver observe_;
};

}  // namespace

void add_chat_routes(Router& router, const Config& config, Assistant& assistant, Store& store,
                     VisitorLimits& limits, Clock clock, TurnObserver observe) {
  const auto get = [&router](const char* path, HttpHandler handle) {
    router.add("GET", path, Permission::open, std::move(handle));
  };
  get("/chat", [&config](const HttpRequest& request) -> HttpOutcome {
    return first_page(request.accept_language.substr(0, 2), config.clinic);
  });
  get("/chat/{id}", [&config](const HttpRequest& request) -> HttpOutcome {
    return first_page(request.id, config.clinic);
  });
  const ChatForm form(config, assistant, store, limits, std::move(clock), std::move(observe));
  router.add("POST", "/chat", Permission::open,
             [form](const HttpRequest& request) { return form.post(request); });
}

}  // namespace bot
