#include "bot/service/page_routes.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

#include "dialogs/placeholder.h"

namespace bot {
namespace {

std::string read_file(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read the page file " + file.string());
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string phone_link(std::string_view phone) {
  std::string digits = "+1";
  std::copy_if(phone.begin(), phone.end(), std::back_inserter(digits),
               [](char byte) { return byte >= '0' && byte <= '9'; });
  return digits;
}

/// What stands for {name} in index.html.
std::string fact(std::string_view name, const ClinicConfig& clinic) {
  if (name == "clinic") return html_escaped(clinic.name);
  if (name == "clinic_phone") return html_escaped(clinic.phone);
  if (name == "clinic_phone_link") return phone_link(clinic.phone);
  if (name == "page_link" && !clinic.page_url.empty())
    return "<a href=\"" + html_escaped(clinic.page_url) +
           "\" data-text=\"page\">Our page about the program</a>";
  return {};
}

}  // namespace

std::string html_escaped(std::string_view text) {
  std::string result;
  for (const char byte : text) {
    if (byte == '&') result += "&amp;";
    else if (byte == '<') result += "&lt;";
    else if (byte == '>') result += "&gt;";
    else if (byte == '"') result += "&quot;";
    else if (byte == '\'') result += "&#39;";
    else result += byte;
  }
  return result;
}

void add_page_routes(Router& router, const std::filesystem::path& folder,
                     const ClinicConfig& clinic) {
  const auto serve = [&](const char* path, HttpResponse response) {
    router.add("GET", path,
               [response](const HttpRequest&) -> HttpOutcome { return response; });
  };
  serve("/", {200, "text/html; charset=utf-8",
              dialogs::fill(read_file(folder / "index.html"),
                            [&](std::string_view name) { return fact(name, clinic); })});
  serve("/page.css", {200, "text/css; charset=utf-8", read_file(folder / "page.css")});
  serve("/page.js", {200, "text/javascript; charset=utf-8", read_file(folder / "page.js")});
}

}  // namespace bot
