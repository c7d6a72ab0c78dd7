#include "bot/service/chat_words.h"

#include <cstdio>
#include <iterator>

namespace bot {
namespace {

constexpr ChatWords kEnglish = {
    .language = "en",
    .title = "Admissions assistant",
    .note = "Automated. Not a person or a clinician.",
    .help = "Help now:",
    .leave = "Leave this page now",
    .you = "You:",
    .assistant = "Assistant:",
    .label = "Your message",
    .send = "Send",
    .clear = "Clear chat, and any call you asked for",
    .cleared = "The chat is cleared.",
    .ended = "The earlier chat is no longer kept. This is a new one.",
    .busy = "That was a lot at once. Please send it again in a moment. In an emergency call "
            "911, or call or text 988.",
    .unavailable = "Your message could not be taken just now. It still stands below; please send "
                   "it again, or call {phone}, any hour.",
    .refused = "This message could not be taken. Please write it in fewer or other words.",
    .source = "From our page: “",
    .reviewed = "”. Medically reviewed on ",
    .disclosure =
        "I’m an automated assistant for {clinic}, not a person or a clinician. I can answer "
        "questions and arrange a call. Please leave out private medical details. In an emergency "
        "call 911, or call or text 988. To reach a person any hour: {phone}.",
    .other_language = "es",
    .other_language_name = "Español",
    .starters = {"I would like a call", "What is IOP?", "Do you take insurance?"},
    .months = {"January", "February", "March", "April", "May", "June", "July", "August",
               "September", "October", "November", "December"},
};

constexpr ChatWords kSpanish = {
    .language = "es",
    .title = "Asistente de admisiones",
    .note = "Automático. No es una persona ni personal clínico.",
    .help = "Ayuda ya:",
    .leave = "Salir de esta página ya",
    .you = "Usted:",
    .assistant = "Asistente:",
    .label = "Su mensaje",
    .send = "Enviar",
    .clear = "Borrar el chat y la llamada que haya pedido",
    .cleared = "El chat quedó borrado.",
    .ended = "El chat anterior ya no está guardado. Este es uno nuevo.",
    .busy = "Llegaron muchos mensajes seguidos. Envíelo otra vez en un momento. En una emergencia "
            "llame al 911, o llame al 988 (oprima 2).",
    .unavailable = "No pudimos recibir su mensaje en este momento. Sigue escrito abajo; envíelo "
                   "otra vez, o llame al {phone} a cualquier hora.",
    .refused = "No pudimos recibir este mensaje. Escríbalo más corto o con otras palabras.",
    .source = "De nuestra página: “",
    .reviewed = "”. Revisión médica: ",
    .disclosure =
        "Soy el asistente automático de {clinic}; no soy una persona ni personal clínico. Puedo "
        "responder preguntas y pedir que le llamen. Por favor, no escriba datos médicos privados. "
        "En una emergencia llame al 911, o llame al 988 (oprima 2). Para hablar con una persona a "
        "cualquier hora: {phone}.",
    .other_language = "en",
    .other_language_name = "English",
    .starters = {"Quiero que me llamen", "¿Qué es el IOP?", "¿Aceptan mi seguro?"},
    .months = {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto",
               "septiembre", "octubre", "noviembre", "diciembre"},
};

}  // namespace

std::string date_in(const ChatWords& words, const std::string& iso_date) {
  int year = 0;
  int month = 0;
  int day = 0;
  constexpr int kParts = 3;
  if (std::sscanf(iso_date.c_str(), "%4d-%2d-%2d", &year, &month, &day) != kParts || month < 1 ||
      month > static_cast<int>(std::size(words.months)))
    return iso_date;
  const std::string name(words.months[month - 1]);
  const std::string number = std::to_string(day);
  if (words.language == "es") return number + " de " + name + " de " + std::to_string(year);
  return name + " " + number + ", " + std::to_string(year);
}

const ChatWords& chat_words(std::string_view language) {
  return language == "es" ? kSpanish : kEnglish;
}

}  // namespace bot
