"""What visitors do, from the first press to the request in the queue."""
import unittest

from browser import WidgetTest

ENGLISH = {"texts": ["Can someone call me?", "For me", "Dana Whitfield", "213-555-0187", "tomorrow morning",
                     "both are fine", "yes", "yes"], "locale": "en-US", "name": "Dana Whitfield"}
SPANISH = {"texts": ["Quiero que me llamen", "para mí", "Rosa Elena Campos", "213-555-0142",
                     "mañana en la mañana", "las dos cosas", "sí", "sí"], "locale": "es-MX",
           "name": "Rosa Elena Campos"}


class ConversationTest(WidgetTest):
    def callbacks_of(self, name):
        _, queue = self.server.desk("GET", "/api/callbacks")
        return [one for one in queue["callbacks"] if one["fields"].get("name") == name]

    def ask_for_a_call(self, visitor, between=lambda page: None):
        page = self.visit(locale=visitor["locale"])
        for text in visitor["texts"]:
            self.say(page, text)
            between(page)
        self.assertEqual(len(self.callbacks_of(visitor["name"])), 1)
        return page

    def test_the_whole_callback_in_english(self):
        page = self.ask_for_a_call(ENGLISH)
        self.assertEqual(self.complaints, [])
        self.assertEqual(self.panel(page).get_attribute("lang"), "en")

    def test_the_whole_callback_in_spanish_with_a_reload_at_every_step(self):
        def reload(page):
            before = self.conversation(page)
            page.reload()
            self.panel(page).wait_for()  # it was open
            page.wait_for_function("""(text) => document.querySelector('admissions-assistant')
              .shadowRoot.querySelector('.log').innerText === text""", arg=before)
        page = self.ask_for_a_call(SPANISH, between=reload)
        self.assertEqual(self.panel(page).get_attribute("lang"), "es")
        self.assertEqual(self.complaints, [])

    def test_a_question_in_the_form_is_answered_and_the_form_goes_on(self):
        page = self.visit()
        self.say(page, "please call me", "for me")
        self.say(page, "how many hours a week is it?")
        self.assertIn("9-15", self.last_answer(page))
        self.assertIn("Medically reviewed October 7, 2024", self.last_answer(page))
        self.assertIn("What name", self.last_answer(page))
        self.assertEqual(self.field(page).get_attribute("autocomplete"), "name")

    def test_fields_suit_what_is_asked(self):
        page = self.visit()
        self.assertEqual(self.field(page).evaluate("(field) => field.localName"), "textarea")
        self.say(page, "please call me", "for me", "Dana")
        self.assertEqual(self.field(page).get_attribute("inputmode"), "tel")
        self.assertEqual(self.field(page).get_attribute("autocomplete"), "tel")
        self.assertTrue(self.field(page).evaluate("(field) => field.matches(':focus')"))
        self.panel(page).get_by_role("button", name="ABC: Show letters").click()
        self.assertEqual(self.field(page).get_attribute("inputmode"), "text")

    def test_danger_is_shown_with_numbers_to_press(self):
        page = self.visit()
        self.say(page, "please call me", "I want to kill myself")
        crisis = self.panel(page).locator(".crisis").last
        self.assertGreater(crisis.locator("a[href='tel:988']").count(), 0)
        self.assertGreater(crisis.locator("a[href='tel:911']").count(), 0)

    def test_quick_replies(self):
        page = self.visit()
        self.choose(page, "I would like a call")
        self.choose(page, "For me")
        self.assertIn("What name", self.last_answer(page))
        self.assertIn("For me", self.last_answer(page))
        page.reload()
        self.answered(page, 2)
        self.assertIn("For me", self.last_answer(page))  # not the button's id

    def test_language_by_choice(self):
        page = self.visit()
        self.panel(page).get_by_role("button", name="Español").click()
        self.assertIn("asistente automático", self.conversation(page))
        self.say(page, "hola")
        self.panel(page).get_by_role("button", name="English").click()
        self.answered(page, 2)
        self.assertEqual(self.panel(page).get_attribute("lang"), "en")
        page.reload()
        self.answered(page, 2)
        self.assertEqual(self.panel(page).get_attribute("lang"), "en")

    def test_each_message_says_its_language(self):
        page = self.visit()
        self.say(page, "hola, ¿cuántas horas por semana son?")
        for part in self.panel(page).locator(".exchange p[lang]").all():
            self.assertEqual(part.get_attribute("lang"), "es")

    def test_the_disclosure_and_help_stand_there_before_a_word_is_said(self):
        page = self.visit()
        self.assertIn("automated assistant", self.conversation(page))
        self.assertIn("not a person or a clinician", self.conversation(page))
        for number in ("911", "988", "+13239908178"):
            self.assertTrue(self.panel(page).locator(f".help a[href='tel:{number}']").is_visible())


if __name__ == "__main__":
    unittest.main()
