"""Who is not looking hears that somebody waits."""
import unittest

from console import ConsoleTest

# The browser's own AudioContext, and beside it what was played: the frequencies of all tones that were started.
SPY = """
  window.played = [];
  window.AudioContext = class extends AudioContext {
    createOscillator() {
      const tone = super.createOscillator();
      const start = tone.start.bind(tone);
      tone.start = (at) => { window.played.push(tone.frequency.value); start(at); };
      return tone;
    }
  };
"""
LOOK_AWAY = """(away) => {
  Object.defineProperty(document, 'hidden', {configurable: true, get: () => away});
  document.dispatchEvent(new Event('visibilitychange'));
}"""
CRISIS = ["i want to kill myself"]


class HearingTest(ConsoleTest):
    def profile(self, **options):
        context = super().profile(**options)
        context.add_init_script(SPY)
        return context

    def played(self, page, tones):
        page.wait_for_function(f"() => window.played.length >= {tones}", timeout=30000)
        heard = page.evaluate("window.played.splice(0)")
        self.assertEqual(len(heard), tones)
        return heard


class BellTest(HearingTest):
    def test_a_crisis_rings_and_counts_in_the_title_and_mute_is_respected(self):
        page = self.enter("ana")
        page.get_by_role("button", name="Sound on").wait_for()
        page.wait_for_timeout(500)
        self.ask_for_call("Abe", "323-555-0301")
        self.item(page, "Abe").wait_for()
        calm = self.played(page, 2)
        self.assertEqual(page.title(), "Callback desk", "who looks at the page needs no number in its title")

        page.evaluate(LOOK_AWAY, True)
        self.ask_for_call("Cora", "323-555-0302", before=CRISIS)
        page.wait_for_function("() => document.title === '(1) Callback desk'", timeout=30000)
        urgent = self.played(page, 4)
        self.assertGreater(max(urgent), max(calm), "a crisis sounds unlike other news")
        page.evaluate(LOOK_AWAY, False)
        page.wait_for_function("() => document.title === 'Callback desk'")

        page.get_by_role("button", name="Sound on").click()
        page.get_by_role("button", name="Sound off").wait_for()
        self.ask_for_call("Dee", "323-555-0303", before=CRISIS)
        self.item(page, "Dee").wait_for()
        page.reload()
        page.get_by_role("button", name="Sound off").click()  # remembered; and what is turned on says so
        self.assertEqual(len(self.played(page, 2)), 2)

    def test_muted_means_silent(self):
        page = self.enter("bea")
        page.get_by_role("button", name="Sound on").click()
        page.evaluate(LOOK_AWAY, True)
        self.ask_for_call("Eli", "323-555-0304", before=CRISIS)
        page.wait_for_function("() => document.title === '(1) Callback desk'", timeout=30000)
        self.assertEqual(page.evaluate("window.played"), [])

    def test_a_page_that_nobody_has_touched_says_that_it_cannot_sound(self):
        page = self.enter("cleo")
        page.get_by_role("button", name="Sound on").wait_for()
        page.reload()
        page.get_by_role("button", name="Tap for sound").click()
        page.get_by_role("button", name="Sound on").wait_for()


class FullPageTest(HearingTest):
    """More wait than the list shows: one that moves up is no news."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.waiting = cls.many(52)

    def test_only_who_is_new_rings(self):
        page = self.enter("ana")
        page.get_by_text("Page 1").wait_for()
        self.assertEqual(self.names(page), self.waiting[:50])
        self.claim(page, self.waiting[0])
        page.get_by_role("button", name="No answer").click()  # sleeps now, and the 51st moves up
        self.item(page, self.waiting[0]).wait_for(state="detached")
        self.item(page, self.waiting[50]).wait_for()
        page.wait_for_timeout(1000)
        self.assertEqual(page.evaluate("window.played"), [])
        page.evaluate(LOOK_AWAY, True)
        self.ask_for_call("Gus", "323-555-0398")  # on the second page, and new all the same
        page.wait_for_function("() => document.title === '(1) Callback desk'", timeout=30000)
        self.played(page, 2)
        page.wait_for_timeout(16000)
        self.assertEqual(page.evaluate("window.played"), [], "once")
        page.evaluate(LOOK_AWAY, False)
        self.assertEqual(self.item(page, "Gus").count(), 0)
        self.ask_for_call("Fay", "323-555-0399", before=CRISIS)
        self.item(page, "Fay").wait_for()
        self.played(page, 4)

    def test_there_is_a_service_that_does_not_say_how_new_the_newest_is(self):
        page = self.enter("bea")

        def older(route):
            answer = route.fetch()
            if answer.status == 200:
                route.fulfill(response=answer, json={name: value for name, value in answer.json().items() if name != "newest_at"})
            else:
                route.fulfill(response=answer)
        page.route("**/api/callbacks?**", older)
        page.reload()
        page.get_by_text("Page 1").wait_for()
        page.locator(".top").click(position={"x": 300, "y": 5})  # a gesture: sound is allowed
        self.ask_for_call("Hal", "323-555-0397", before=CRISIS)
        self.item(page, "Hal").wait_for()
        self.played(page, 4)


if __name__ == "__main__":
    unittest.main()
