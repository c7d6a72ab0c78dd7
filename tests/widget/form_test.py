"""The chat as a plain form, in a browser without JavaScript."""
import json
import unittest
import urllib.parse

from browser import WidgetTest

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
SPANISH = ["Quiero que me llamen", "para mí", "Luz Marina Ortega", "213-555-0163", "mañana en la mañana",
           "las dos cosas", "sí", "sí"]


class FormTest(WidgetTest):
    extra_config = staticmethod(
        lambda text: text.replace("conversation_messages_burst: 120", "conversation_messages_burst: 12")
        .replace("address_messages_burst: 300", "address_messages_burst: 5")
        .replace("address_messages_per_minute: 120", "address_messages_per_minute: 1"))

    def form(self, path="chat", **options):
        context = self.profile(java_script_enabled=False, **options)
        page = context.new_page()
        page.goto(self.address + path)
        return page

    def send(self, page, text):
        page.fill("#text", text)
        page.press("#text", "Enter")

    def post(self, **fields):
        headers = {**FORM, **fields.pop("headers", {})}
        return self.server.request("POST", "/chat", urllib.parse.urlencode(fields), headers)

    def token(self, page):
        return page.locator("input[name=conversation]").first.input_value()

    def test_the_whole_callback_in_spanish(self):
        page = self.form(locale="es-MX")
        self.assertIn("asistente automático", page.inner_text("main"))
        for text in SPANISH:
            self.send(page, text)
        _, queue = self.server.desk("GET", "/api/callbacks")
        self.assertEqual([one["fields"]["name"] for one in queue["callbacks"]], ["Luz Marina Ortega"])
        self.assertEqual(page.get_attribute("html", "lang"), "es")
        self.assertEqual(page.url, self.address + "chat#latest")  # no token in an address

    def test_buttons_a_question_in_the_form_and_the_right_keyboard(self):
        page = self.form()
        page.get_by_role("button", name="I would like a call").click()
        page.get_by_role("button", name="For me", exact=True).click()
        self.assertEqual(page.get_attribute("#text", "autocomplete"), "name")
        self.send(page, "how many hours a week is it?")
        self.assertIn("9-15", page.inner_text(".said"))
        self.assertIn("Medically reviewed on October 7, 2024", page.inner_text(".said"))
        self.assertIn("For me", page.inner_text(".said"))
        self.send(page, "Dana")
        self.assertEqual(page.get_attribute("#text", "inputmode"), "tel")
        page.get_by_role("link", name="Español").click()
        self.assertEqual(page.get_attribute("html", "lang"), "es")

    def test_sending_a_page_again_stores_nothing_twice(self):
        page = self.form()
        self.send(page, "please call me")
        token = self.token(page)
        page.reload()  # the browser sends the form again
        self.assertEqual(self.token(page), token)
        self.assertEqual(len(self.server.transcript(token)["turns"]), 1)

    def test_danger_brings_numbers_to_press(self):
        page = self.form()
        self.send(page, "I want to kill myself")
        self.assertTrue(page.locator(".crisis a[href='tel:988']").first.is_visible())

    def test_clear(self):
        page = self.form()
        self.send(page, "hi")
        token = self.token(page)
        page.get_by_role("button", name="Clear chat").click()
        self.assertIn("cleared", page.inner_text("main"))
        status, _, _ = self.server.request("GET", "/webhooks/web", headers={"Authorization": f"Bearer {token}"})
        self.assertEqual(status, 401)

    def test_accessible_and_small(self):
        for options in ({}, {"color_scheme": "dark"}, {"viewport": {"width": 320, "height": 568}}):
            context = self.profile(**options)  # with JavaScript, for the rules alone
            page = context.new_page()
            page.goto(self.address + "chat")
            self.assert_accessible(page, f"form, empty, {options}")
            for text in ("how many hours a week is it?", "I want to kill myself"):
                self.send(page, text)
                self.assert_accessible(page, f"form, {text}, {options}")
            self.assertLessEqual(page.evaluate("document.documentElement.scrollWidth"),
                                 page.evaluate("innerWidth"))
            context.close()

    def test_another_websites_form_is_refused(self):
        fields = {"message_id": "f" * 32, "text": "hi"}
        for origin, status in (("https://evil.example", 403), ("null", 403), (self.address.rstrip("/"), 200)):
            self.assertEqual(self.post(**fields, headers={"Origin": origin})[0], status, origin)

    def test_what_cannot_be_taken_is_kept_in_the_field(self):
        status, _, page = self.post(message_id="e" * 32, text="x" * 2001, language="en")
        self.assertEqual(status, 400)
        self.assertIn("could not be taken", page.decode())
        self.assertIn("x" * 2001, page.decode())
        status, _, page = self.post(message_id="d" * 32, text="hi", conversation="unknown", language="es")
        self.assertEqual(status, 200)
        self.assertIn("ya no está guardado", page.decode())

    def test_a_long_message_in_many_bytes_is_taken(self):
        status, _, page = self.post(message_id="c" * 32, text="是" * 2000, language="en")
        self.assertEqual(status, 200)
        self.assertIn("是" * 2000, page.decode())

    def test_too_many_messages(self):
        token = self.server.say("hi")["conversation"]
        for at in range(14):
            status, headers, page = self.post(conversation=token, message_id=f"{at:032d}", text="hi", language="en")
        self.assertEqual(status, 429)
        self.assertIn("in a moment", page.decode())
        self.assertIn("988", page.decode())
        self.assertGreaterEqual(int(headers["Retry-After"]), 1)
        status, headers, problem = self.server.request(
            "POST", "/webhooks/web", json.dumps({"conversation": token, "message_id": "z", "text": "hi"}),
            {"Content-Type": "application/json"})
        self.assertEqual(status, 429)
        self.assertEqual(headers["Content-Type"], "application/problem+json")
        self.assertIn("988", json.loads(problem)["detail"])

    def test_an_address_that_the_proxy_names_is_limited_and_others_are_not(self):
        def statuses(address, count):
            return [self.server.request("POST", "/webhooks/web", json.dumps({"message_id": f"{address}-{at}", "text": "hi"}),
                                        {"Content-Type": "application/json", "X-Real-IP": address})[0]
                    for at in range(count)]
        self.assertEqual(statuses("203.0.113.7", 8), [200] * 5 + [429] * 3)
        self.assertEqual(statuses("203.0.113.8", 3), [200] * 3)


if __name__ == "__main__":
    unittest.main()
