"""What must not be lost, and what must be: reloads, a killed server, a lost connection, a second tab, leaving."""
import json
import unittest

from browser import WidgetTest


class SurvivalTest(WidgetTest):
    def test_a_killed_server_loses_nothing_and_doubles_nothing(self):
        context = self.profile()
        page = self.visit(context)
        self.say(page, "please call me", "for me")
        self.server.kill()
        self.field(page).fill("Marisol")
        self.field(page).press("Enter")
        self.panel(page).get_by_text("Not sent yet").wait_for()
        self.assertIn("323-990-8178", self.panel(page).locator(".status").inner_text())
        page.close()
        self.server.start(self.server.port)
        page = self.visit(context, opened=False)
        self.panel(page).wait_for()
        self.answered(page, 3)
        self.assertIn("What number", self.last_answer(page))
        self.assertEqual(len(self.server.transcript(self.token(page))["turns"]), 3)

    def test_help_is_there_where_even_the_panel_cannot_be_loaded(self):
        page = self.visit(opened=False)
        page.route("**/panel.js*", lambda route: route.abort())
        self.launcher(page).click()
        box = page.locator("admissions-assistant .down")
        box.wait_for()
        for number in ("911", "988", "323-990-8178"):
            self.assertTrue(box.get_by_role("link", name=number).is_visible())
        self.assert_accessible(page, "panel unreachable")
        page.keyboard.press("Escape")
        self.assertTrue(self.launcher(page).evaluate("(button) => button.matches(':focus')"))
        page.unroute("**/panel.js*")
        self.launcher(page).click()
        self.panel(page).wait_for()

    def test_offline_messages_are_kept_and_sent_in_order_when_the_connection_is_back(self):
        context = self.profile()
        page = self.visit(context)
        self.say(page, "hi")
        context.set_offline(True)
        for text in ("please call me", "for my son", "Teresa"):
            self.field(page).fill(text)
            self.field(page).press("Enter")
        self.panel(page).get_by_text("Not sent yet").nth(2).wait_for()
        self.assertTrue(self.panel(page).locator(".help a[href='tel:988']").is_visible())
        self.assert_accessible(page, "offline")
        context.set_offline(False)
        self.answered(page, 4)
        said = [turn["text"] for turn in self.server.transcript(self.token(page))["turns"]]
        self.assertEqual(said, ["hi", "please call me", "for my son", "Teresa"])
        self.assertEqual(self.panel(page).locator(".status").inner_text(), "")

    def test_a_lost_answer_is_asked_for_with_the_same_message_id(self):
        page = self.visit()
        sent = []

        def lose_the_first_answer(route):
            if route.request.method != "POST":
                return route.continue_()
            sent.append(json.loads(route.request.post_data))
            response = route.fetch()
            return route.abort() if len(sent) == 1 else route.fulfill(response=response)
        page.route("**/webhooks/web", lose_the_first_answer)
        self.say(page, "hi")
        self.assertEqual(sent[0]["message_id"], sent[1]["message_id"])
        self.assertEqual(len(self.server.transcript(self.token(page))["turns"]), 1)

    def test_two_tabs_are_one_conversation(self):
        context = self.profile()
        first = self.visit(context)
        self.say(first, "hi")
        second = self.visit(context, opened=False)
        self.panel(second).wait_for()  # open there too
        self.answered(second, 1)
        self.say(second, "how many hours a week is it?")
        self.answered(first, 2)
        self.assertIn("9-15", self.last_answer(first))
        for page, text in ((first, "thanks"), (second, "please call me")):  # at once
            self.field(page).fill(text)
            page.evaluate("""document.querySelector('admissions-assistant').shadowRoot
              .querySelector('.composer').requestSubmit()""")
        self.answered(first, 4)
        self.answered(second, 4)
        self.assertEqual(len(self.server.transcript(self.token(first))["turns"]), 4)

    def test_the_draft_and_the_open_panel_follow_to_other_pages(self):
        context = self.profile()
        page = self.visit(context)
        self.field(page).fill("I was about to")
        page.goto(self.address + "?other-page")
        self.panel(page).wait_for()
        self.assertEqual(self.field(page).input_value(), "I was about to")
        self.assertEqual(page.evaluate("document.activeElement.localName"), "body")  # focus is not taken
        page.keyboard.press("Tab")
        self.panel(page).get_by_role("button", name="Close the chat").click()
        page.reload()
        self.launcher(page).wait_for()
        self.assertEqual(self.panel(page).count(), 0)

    def test_clear_chat_erases_here_and_there(self):
        page = self.visit()
        self.say(page, "please call me")
        token = self.token(page)
        self.panel(page).get_by_role("button", name="More").click()
        self.panel(page).get_by_role("button", name="Clear chat").click()
        self.panel(page).get_by_role("button", name="Yes, clear it").click()
        self.panel(page).get_by_text("The chat is cleared.").wait_for()
        page.wait_for_function("""() => !Object.keys(localStorage).some((key) =>
          /message|conversation|erase/.test(key))""")
        status, _, _ = self.server.request("GET", "/webhooks/web", headers={"Authorization": f"Bearer {token}"})
        self.assertEqual(status, 401)
        self.say(page, "hi")
        self.assertNotEqual(self.token(page), token)

    def test_leave_this_page_now(self):
        context = self.profile()
        context.route("https://www.google.com/", lambda route: route.fulfill(body="elsewhere"))
        page = self.visit(context)
        self.say(page, "hi")
        before = page.evaluate("history.length")
        self.panel(page).get_by_role("button", name="Leave this page now").click()
        page.wait_for_url("https://www.google.com/")
        self.assertEqual(page.evaluate("history.length"), before)
        page.goto(self.address)
        self.launcher(page).wait_for()
        self.assertEqual(page.evaluate("localStorage.length"), 0)

    def test_a_conversation_that_is_no_longer_kept(self):
        page = self.visit()
        self.say(page, "hi")
        self.server.request("DELETE", "/webhooks/web", headers={"Authorization": "Bearer " + self.token(page)})
        self.say(page, "please call me")
        self.assertIn("no longer kept", self.conversation(page))
        self.assertIn("for you or for someone you love", self.last_answer(page))

    def test_a_day_later_nothing_is_kept(self):
        page = self.visit()
        self.say(page, "hi")
        page.evaluate("localStorage.setItem('admissions.used', Date.now() - 25 * 3600 * 1000)")
        page.reload()
        self.launcher(page).click()
        self.panel(page).wait_for()
        self.assertEqual(self.panel(page).locator(".exchange").count(), 0)
        self.assertIsNone(self.token(page))

    def test_the_waiting_sign_is_shown_only_when_waiting_is_real(self):
        page = self.visit()
        waiting = self.panel(page).locator(".waiting")
        shown = """() => new Promise((done) => {
          const sign = document.querySelector('admissions-assistant').shadowRoot.querySelector('.waiting');
          window.shown = false;
          new MutationObserver(() => window.shown ||= !sign.hidden).observe(sign, {attributes: true});
          done();
        })"""
        page.evaluate(shown)
        self.say(page, "hi")
        held = []
        page.route("**/webhooks/web", lambda route: held.append(route))
        self.field(page).fill("thanks")
        self.field(page).press("Enter")
        waiting.wait_for()
        self.assert_accessible(page, "waiting")
        held[0].continue_()
        self.answered(page, 2)
        self.assertTrue(waiting.is_hidden())


class LimitTest(WidgetTest):
    extra_config = staticmethod(lambda text: text.replace("conversation_messages_burst: 120",
                                                          "conversation_messages_burst: 2"))

    def test_too_many_messages_wait_and_go_out_by_themselves(self):
        page = self.visit()
        self.say(page, "hi")
        for text in ("one", "two", "three"):
            self.field(page).fill(text)
            self.field(page).press("Enter")
        self.panel(page).get_by_text("That was a lot at once").wait_for()
        self.assertIn("911", self.panel(page).locator(".status").inner_text())
        self.answered(page, 4)
        self.assertEqual(len(self.server.transcript(self.token(page))["turns"]), 4)


if __name__ == "__main__":
    unittest.main()
