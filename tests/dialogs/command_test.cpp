#include "dialogs/command.h"

#include <doctest/doctest.h>

#include <utility>

#include "knowledge/normalize.h"

using dialogs::Command;

TEST_CASE("command: what is said to the form itself") {
  const std::pair<const char*, Command> table[] = {
      {"back", Command::back},
      {"go back", Command::back},
      {"Can we go back please", Command::back},
      {"previous question", Command::back},
      {"regresar", Command::back},
      {"la pregunta anterior", Command::back},
      {"skip", Command::skip},
      {"Skip this one!", Command::skip},
      {"I'd rather not say", Command::skip},
      {"i dont want to answer", Command::skip},
      {"omitir", Command::skip},
      {"prefiero no decirlo", Command::skip},
      {"idk", Command::skip},
      {"I'm not sure yet", Command::skip},
      {"no sé", Command::skip},
      {"why", Command::why},
      {"why do you need that?", Command::why},
      {"Why do you need my phone number?", Command::why},
      {"what do you need it for", Command::why},
      {"¿para qué lo necesitan?", Command::why},
      {"¿por qué?", Command::why},
      {"continue", Command::go_on},
      {"ok let's go on", Command::go_on},
      {"sigamos", Command::go_on},
      {"never mind", Command::leave},
      {"actually forget it, sorry", Command::leave},
      {"Forget it, thanks", Command::leave},
      {"cancel", Command::leave},
      {"mejor olvídelo", Command::leave},
  };
  for (const auto& [text, expected] : table)
    CHECK_MESSAGE(dialogs::command(knowledge::normalize(text)) == expected, text);
}

TEST_CASE("command: answers and questions are no commands") {
  for (const char* text :
       {"Jack Back", "my back hurts", "why is it called IOP", "I skip work a lot", "next tuesday",
        "why should I do group therapy", "pass away", "I want to go back to inpatient",
        "paso por mucho", "stop drinking",
        "can I cancel anytime", "la semana siguiente", "yes", "213-555-0100", ""})
    CHECK_MESSAGE(dialogs::command(knowledge::normalize(text)) == Command::none, text);
}
