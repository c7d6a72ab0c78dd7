#include "bot/service/csv.h"

#include <array>

namespace bot {
namespace {

using Bytes = std::string_view;

constexpr std::array kFormulaStarts = {
    Bytes("="),  Bytes("+"),  Bytes("-"), Bytes("@"), Bytes("\t"), Bytes("\r"), Bytes("\n"),
    Bytes("＝"), Bytes("＋"), Bytes("－"), Bytes("＠"),  // full-width
    Bytes("﹦"), Bytes("﹢"), Bytes("﹣"), Bytes("﹫"),  // small
    Bytes("−")};                                         // the minus of mathematics

// Some programs cut these off before they look at a cell.
constexpr std::array kUnseen = {
    Bytes(" "),            Bytes("\xC2\xA0"),      Bytes("\xE2\x80\x8B"), Bytes("\xE2\x80\x8C"),
    Bytes("\xE2\x80\x8D"), Bytes("\xE2\x80\x8E"),  Bytes("\xE2\x80\x8F"), Bytes("\xE2\x81\xA0"),
    Bytes("\xE3\x80\x80"), Bytes("\xEF\xBB\xBF")};

template <typename List>
std::size_t starts_with_any(const List& list, std::string_view text) {
  for (const auto bytes : list)
    if (text.starts_with(bytes)) return bytes.size();
  return 0;
}

bool may_run(std::string_view text) {
  while (const auto unseen = starts_with_any(kUnseen, text)) text.remove_prefix(unseen);
  return starts_with_any(kFormulaStarts, text) != 0;
}

}  // namespace

std::string csv_cell(std::string_view text) {
  std::string cell = may_run(text) ? "\"'" : "\"";
  for (const char byte : text) {
    if (byte == '"') cell += '"';
    cell += byte;
  }
  return cell + '"';
}

std::string csv_line(const std::vector<std::string>& cells) {
  std::string line;
  for (const auto& cell : cells) line += (line.empty() ? "" : ",") + csv_cell(cell);
  return line + "\r\n";
}

std::string csv_phone(std::string_view e164) {
  return e164.empty() ? std::string() : "tel:" + std::string(e164);
}

}  // namespace bot
