#include "dialogs/slots/number_words.h"

#include <map>

namespace dialogs {
namespace {

using Words = std::map<std::string_view, int>;

const Words kWords = {
    {"zero", 0},        {"one", 1},          {"two", 2},           {"three", 3},
    {"four", 4},        {"five", 5},         {"six", 6},           {"seven", 7},
    {"eight", 8},       {"nine", 9},         {"ten", 10},          {"eleven", 11},
    {"twelve", 12},     {"thirteen", 13},    {"fourteen", 14},     {"fifteen", 15},
    {"sixteen", 16},    {"seventeen", 17},   {"eighteen", 18},     {"nineteen", 19},
    {"twenty", 20},     {"thirty", 30},      {"forty", 40},        {"fifty", 50},
    {"sixty", 60},      {"seventy", 70},     {"eighty", 80},       {"ninety", 90},
    {"cero", 0},        {"un", 1},           {"una", 1},           {"uno", 1},
    {"dos", 2},         {"tres", 3},         {"cuatro", 4},        {"cinco", 5},
    {"seis", 6},        {"siete", 7},        {"ocho", 8},          {"nueve", 9},
    {"diez", 10},       {"once", 11},        {"doce", 12},         {"trece", 13},
    {"catorce", 14},    {"quince", 15},      {"dieciseis", 16},    {"diecisiete", 17},
    {"dieciocho", 18},  {"diecinueve", 19},  {"veinte", 20},       {"veintiuno", 21},
    {"veintidos", 22},  {"veintitres", 23},  {"veinticuatro", 24}, {"veinticinco", 25},
    {"veintiseis", 26}, {"veintisiete", 27}, {"veintiocho", 28},   {"veintinueve", 29},
    {"treinta", 30},    {"cuarenta", 40},    {"cincuenta", 50},    {"sesenta", 60},
    {"setenta", 70},    {"ochenta", 80},     {"noventa", 90}};

}  // namespace

std::optional<int> number_word(std::string_view form) {
  const auto found = kWords.find(form);
  if (found == kWords.end()) return std::nullopt;
  return found->second;
}

std::optional<int> digit_word(std::string_view form) {
  if (form == "oh" || form == "o") return 0;
  const auto number = number_word(form);
  if (!number || *number > 9 || form == "un" || form == "una") return std::nullopt;
  return number;
}

}  // namespace dialogs
