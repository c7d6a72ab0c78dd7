"""Ten thousand callbacks: the page draws fifty rows, quickly, and nothing while nothing changes."""
import contextlib
import sqlite3
import statistics
import unittest

from console import PHONE, ConsoleTest

CALLBACKS = 10000
PAINTED_MS_MAX = 100

# How long from an answer of the queue until the rows that it changed were painted.
TIMED = """
  window.painted = [];
  const json = Response.prototype.json;
  Response.prototype.json = async function () {
    const answer = await json.call(this);
    if (!this.url.includes('/api/callbacks?')) return answer;
    const start = performance.now();
    requestAnimationFrame(() => {
      const {port1, port2} = new MessageChannel();
      port1.onmessage = () => window.painted.push(performance.now() - start);
      port2.postMessage(0);
    });
    return answer;
  };
"""
WATCH = """() => {
  window.drawn = new Set();
  new MutationObserver((changes) => {
    for (const {target} of changes) {
      const row = (target.nodeType === 1 ? target : target.parentElement).closest('.item');
      window.drawn.add(row?.querySelector('.who')?.textContent ?? target.className ?? target.nodeName);
    }
  }).observe(document.querySelector('.list'), {subtree: true, childList: true, attributes: true, characterData: true});
}"""


class QuickTest(ConsoleTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.waiting = cls.many(60)
        cls.server.stop()
        cls.fill()
        cls.server.start()

    @classmethod
    def fill(cls):
        """Copies of one callback, each due after all others: what the first pages hold is real."""
        with contextlib.closing(sqlite3.connect(cls.server.database)) as database:
            columns = [row[1] for row in database.execute("PRAGMA table_info(callback)")]
            change = {"id": "'copy-' || n", "due_ms": "due_ms + 86400000 + n", "phone_index": "randomblob(32)"}
            database.execute(
                f"WITH RECURSIVE copy(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM copy WHERE n < {CALLBACKS - 60}) "
                f"INSERT INTO callback ({', '.join(columns)}) "
                f"SELECT {', '.join(change.get(name, name) for name in columns)} "
                "FROM copy, (SELECT * FROM callback ORDER BY due_ms LIMIT 1)")
            database.commit()

    def settled(self, page):
        """At the start of a minute: the service's list changes with its clock once a minute."""
        page.wait_for_function("() => new Date().getSeconds() < 30", timeout=40000)
        page.wait_for_timeout(5000)

    def test_painted_soon_after_each_answer(self):
        for size in ({}, {"viewport": PHONE}):
            page = self.enter("ana", **size)
            page.context.add_init_script(TIMED)
            for _ in range(5):
                page.reload()
                self.item(page, self.waiting[0]).wait_for()
                page.wait_for_function("() => window.painted.length > 0")
            page.get_by_text("Page 1").wait_for()
            self.assertEqual(page.locator(".item").count(), 50)
            self.assertEqual(page.locator(".views .badge").first.inner_text(), str(CALLBACKS))
            took = []
            for _ in range(5):
                page.reload()
                page.wait_for_function("() => window.painted.length > 0")
                took.append(page.evaluate("window.painted[0]"))
            print(f"\n{CALLBACKS} callbacks, {size or 'wide'}: 50 rows painted after {statistics.median(took):.0f} ms "
                  f"(median of {len(took)}, slowest {max(took):.0f})")
            self.assertLess(statistics.median(took), PAINTED_MS_MAX)

    def test_an_unchanged_list_is_not_drawn_and_a_change_draws_its_own_row(self):
        page, other = self.enter("bea"), self.enter("cleo")
        self.item(page, self.waiting[1]).wait_for()
        self.settled(page)
        page.evaluate(WATCH)
        with page.expect_response(lambda answer: answer.status == 304):
            pass
        page.wait_for_timeout(500)
        self.assertEqual(page.evaluate("[...window.drawn]"), [])
        self.claim(other, self.waiting[1])
        self.item(page, self.waiting[1]).get_by_text("With cleo").wait_for()
        self.assertEqual(page.evaluate("[...window.drawn]"), [self.waiting[1]])


if __name__ == "__main__":
    unittest.main()
