"""WCAG 2.2 AA: by keyboard, by screen reader, small, magnified, dark, in forced colours."""
import unittest

from browser import WidgetTest

TARGETS = """() => [...document.querySelector('admissions-assistant').shadowRoot
  .querySelectorAll('button, .help a, .field')].filter((node) => node.checkVisibility())
  .map((node) => [node.textContent || node.className, node.getBoundingClientRect()])
  .filter(([, {width, height}]) => Math.min(width, height) < 43.99)
  .map(([name, {width, height}]) => `${name}: ${width} x ${height}`)"""
OVERFLOW = """() => [...document.querySelector('admissions-assistant').shadowRoot
  .querySelectorAll('.panel.shown, .panel.shown *')].filter((node) => node.checkVisibility())
  .filter((node) => node.getBoundingClientRect().right > innerWidth + 1 || node.getBoundingClientRect().left < -1)
  .map((node) => node.className || node.localName)"""
FOCUS = """() => {
  const inside = document.querySelector('admissions-assistant').shadowRoot.activeElement;
  return inside && (inside.getAttribute('aria-label') || inside.textContent || inside.localName);
}"""
STATES = {"opened": [], "answered": ["how many hours a week is it?"], "form": ["please call me", "for me", "Dana"],
          "crisis": ["I want to kill myself"]}
SPANISH_STATES = {"contestado": ["¿cuántas horas por semana son?"], "crisis": ["me quiero matar"]}
LOOKS = {"light": {}, "dark": {"color_scheme": "dark"}, "forced colours": {"forced_colors": "active"}}
SMALL = {"width": 320, "height": 568}
MAGNIFIED = {"width": 320, "height": 256}  # 1280 x 1024 at 400 %
WIDE = {"width": 1280, "height": 800}


class AccessTest(WidgetTest):
    def test_axe_finds_nothing_in_any_state_look_or_size(self):
        for look, options in LOOKS.items():
            for size in (WIDE, SMALL):
                page = self.visit(viewport=size, opened=False, **options)
                self.assert_accessible(page, f"closed, {look}")
                self.launcher(page).click()
                for state, texts in STATES.items():
                    self.say(page, *texts)
                    self.assert_accessible(page, f"{state}, {look}, {size}")
                page.context.close()

    def test_axe_finds_nothing_in_spanish_in_the_menu_and_in_the_question_to_clear(self):
        page = self.visit(locale="es-MX")
        for state, texts in SPANISH_STATES.items():
            self.say(page, *texts)
            self.assert_accessible(page, state)
        self.panel(page).get_by_role("button", name="Más").click()
        self.assert_accessible(page, "menu")
        self.panel(page).get_by_role("button", name="Borrar el chat").click()
        self.assert_accessible(page, "question to clear")

    def test_a_brand_of_any_colour_can_be_read(self):
        for color in ("ffff00", "000000", "ff6600", "3366cc", "777777", "not a colour"):
            context = self.profile()
            context.route("**/branded", lambda route, color=color: route.fulfill(
                content_type="text/html",
                body=f"""<!doctype html><html lang=en><title>Branded</title>
                  <script src="/widget.js" data-color="#{color}" data-brand="Sunrise" data-position="left"
                  data-greeting="Good to see you." async></script>"""))
            page = self.visit(context, self.address + "branded", opened=False)
            self.assertLess(self.launcher(page).bounding_box()["x"], 100)
            self.launcher(page).click()
            self.panel(page).get_by_role("heading", name="Sunrise").wait_for()
            self.assertIn("Good to see you.", self.conversation(page))
            self.say(page, "hi")
            self.assertEqual(self.violations(page, ["wcag2aa"]), [], color)
            context.close()

    def test_targets_and_reflow(self):
        for size in (SMALL, MAGNIFIED, {"width": 360, "height": 740}, WIDE):
            for locale, texts in (("en-US", ["please call me", "for me", "Dana"]),
                                  ("es-MX", ["quiero que me llamen", "para mí", "Rosa"])):
                page = self.visit(viewport=size, locale=locale)
                for text in (None, *texts):
                    if text:
                        self.say(page, text)
                    self.assertEqual(page.evaluate(TARGETS), [], (size, locale, text))
                    self.assertEqual(page.evaluate(OVERFLOW), [], (size, locale, text))
                page.context.close()

    def test_everything_by_keyboard_alone(self):
        page = self.visit(opened=False)
        for _ in range(12):
            if page.evaluate(FOCUS):
                break
            page.keyboard.press("Tab")
        self.assertEqual(page.evaluate(FOCUS), "Chat with admissions")
        page.keyboard.press("Enter")
        self.panel(page).wait_for()
        self.assertEqual(page.evaluate(FOCUS), "Your message")
        page.keyboard.type("please call me")
        page.keyboard.press("Enter")
        self.answered(page, 1)
        for _ in range(3):  # back over the three suggestions to the first
            page.keyboard.press("Shift+Tab")
        self.assertEqual(page.evaluate(FOCUS), "For me")
        page.keyboard.press("Space")
        self.answered(page, 2)
        self.assertEqual(page.evaluate(FOCUS), "Your message")  # not lost with the button
        reached = set()
        for _ in range(14):
            page.keyboard.press("Shift+Tab")
            reached.add(page.evaluate(FOCUS))
        for name in ("Español", "More", "Close the chat", "Leave this page now", "Call 911, emergency",
                     "Call 988, suicide and crisis line", "Call the clinic, 323-990-8178", "Conversation"):
            self.assertIn(name, reached)

    def test_escape_closes_what_is_open_and_gives_the_focus_back(self):
        page = self.visit()
        more = self.panel(page).get_by_role("button", name="More")
        more.press("Enter")
        self.assertEqual(page.evaluate(FOCUS), "Save as text")
        page.keyboard.press("Escape")
        self.assertEqual(page.evaluate(FOCUS), "More")
        page.keyboard.press("Escape")
        self.assertEqual(self.panel(page).count(), 0)
        self.assertEqual(page.evaluate(FOCUS), "Chat with admissions")

    def test_a_sheet_keeps_the_focus_inside(self):
        page = self.visit(viewport=SMALL)
        self.assertEqual(self.panel(page).get_attribute("aria-modal"), "true")
        for key in ["Tab"] * 15 + ["Shift+Tab"] * 15:
            page.keyboard.press(key)
            self.assertIsNotNone(page.evaluate(FOCUS))

    def test_the_phones_keyboard_never_covers_the_sheet(self):
        page = self.visit(viewport={"width": 360, "height": 740})
        page.evaluate("""() => {
          Object.defineProperty(visualViewport, 'height', {value: 400, configurable: true});
          Object.defineProperty(visualViewport, 'offsetTop', {value: 60, configurable: true});
          visualViewport.dispatchEvent(new Event('resize'));
        }""")
        box = self.panel(page).bounding_box()
        self.assertEqual((box["y"], box["height"]), (60, 400))
        field = self.field(page).bounding_box()
        self.assertLessEqual(field["y"] + field["height"], 460)

    def test_a_screen_reader_hears_each_answer_once(self):
        page = self.visit()
        self.say(page, "hi")
        log = self.panel(page).get_by_role("log")
        self.assertEqual(log.get_attribute("aria-live"), "polite")
        heard = """() => {
          window.heard = [];
          new MutationObserver((records) => records.forEach(({addedNodes}) => addedNodes.forEach((node) =>
            window.heard.push(node.textContent)))).observe(document.querySelector('admissions-assistant')
              .shadowRoot.querySelector('[role=log]'), {childList: true, subtree: true});
        }"""
        page.evaluate(heard)
        self.say(page, "how many hours a week is it?")
        self.assertEqual(sum("9-15" in text for text in page.evaluate("window.heard")), 1)

    def test_less_motion(self):
        page = self.visit(reduced_motion="reduce")
        name = page.evaluate("""getComputedStyle(document.querySelector('admissions-assistant').shadowRoot
          .querySelector('.waiting'), '::after').animationName""")
        self.assertEqual(name, "none")

    def test_save_and_print(self):
        page = self.visit()
        self.say(page, "how many hours a week is it?")
        self.panel(page).get_by_role("button", name="More").click()
        with page.expect_download() as saved:
            self.panel(page).get_by_role("button", name="Save as text").click()
        with open(saved.value.path(), encoding="utf-8") as file:
            text = file.read()
        self.assertIn("You: how many hours a week is it?", text)
        self.assertIn("9-15", text)
        page.evaluate("""() => { window.print = () => window.printed = document.adoptedStyleSheets.length; }""")
        self.panel(page).get_by_role("button", name="More").click()
        self.panel(page).get_by_role("button", name="Print").click()
        self.assertEqual(page.evaluate("[window.printed, document.adoptedStyleSheets.length]"), [1, 0])


if __name__ == "__main__":
    unittest.main()
