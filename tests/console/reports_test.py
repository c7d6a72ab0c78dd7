"""The reports as the service counts them, the draft of a topic, and the sheet."""
import csv
import io
import unittest

from console import PHONE, ConsoleTest


def reports(case, page):
    page.goto(f"{case.address}#/reports")
    page.get_by_text("From chat to appointment").wait_for()
    page.get_by_role("heading", name="Questions without an answer").wait_for()


class ReportsTest(ConsoleTest):
    def test_figures_draft_and_sheet(self):
        self.ask_for_call("Dana", "323-555-0142", before=["how many hours a week is it?"])
        self.server.say("blorp frobnicate")
        page = self.enter("root", "admin")
        reports(self, page)
        self.assert_accessible(page, "reports with figures")
        asked = page.locator("section.chart", has=page.get_by_role("heading", name="What people ask"))
        asked.get_by_text("Table").click()
        self.assertEqual(asked.locator("tbody tr").all_inner_texts(), ["Hours per week\t1"])
        steps = page.locator("section.chart", has=page.get_by_role("heading", name="From chat to appointment"))
        steps.get_by_text("Table").click()
        self.assertEqual(steps.locator("tbody tr").all_inner_texts(),
                         ["Chats\t2", "Asked for a call\t1", "Reached\t0", "Scheduled\t0"])
        page.get_by_text("0 kept, 0 missed, 1 still open").wait_for()
        self.assertIn("blorp frobnicate", page.locator(".unanswered ul").inner_text())
        page.get_by_role("button", name="Draft a topic").click()
        page.get_by_label("File").wait_for()
        draft = page.get_by_label("File").input_value()
        self.assertIn("id: blorp_frobnicate\n", draft)
        self.assertIn('- "blorp frobnicate"', draft)
        self.assert_accessible(page, "a draft")
        page.keyboard.press("Escape")
        with page.expect_download() as download:
            page.get_by_role("link", name="Download as CSV").click()
        self.assertRegex(download.value.suggested_filename, r"^callbacks-\d{4}-\d\d-\d\d\.csv$")
        with open(download.value.path(), encoding="utf-8-sig", newline="") as sheet:
            rows = list(csv.DictReader(io.StringIO(sheet.read(), newline="")))
        self.assertEqual([(row["name"], row["phone"]) for row in rows], [("Dana", "tel:+13235550142")])


class ChartsTest(ConsoleTest):
    def test_every_chart_has_its_table_and_a_coordinator_no_sheet(self):
        self.ask_for_call("Dana", "323-555-0142", before=["how many hours a week is it?"])
        page = self.enter("ana")
        self.claim(page, "Dana")
        page.get_by_role("button", name="Left a voicemail").click()
        page.get_by_text("Logged: left a voicemail").wait_for()
        reports(self, page)
        self.assertEqual(page.get_by_role("link", name="Download as CSV").count(), 0)
        self.assertEqual(page.evaluate("fetch('/api/export.csv', {headers: {'X-Admissions-Desk': '1'}}).then(({status}) => status)"),
                         403, "nor by its address")
        charts = page.locator("section.chart")
        self.assertEqual(charts.locator("h2").all_inner_texts(),
                         ["From chat to appointment", "When requests come in", "How calls went", "What people ask"])
        sums = {}
        for chart in charts.all():
            self.assertEqual(chart.locator("canvas").count(), 1)
            self.assertGreater(chart.locator("canvas").bounding_box()["width"], 200)
            chart.get_by_text("Table").click()
            cells = chart.locator("tbody td").all_inner_texts()
            sums[chart.locator("h2").inner_text()] = sum(map(int, cells))
        self.assertEqual(sums, {"From chat to appointment": 2, "When requests come in": 1, "How calls went": 1,
                                "What people ask": 1})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            self.assert_accessible(page, f"reports with their tables, {scheme}")


class LongReportsTest(ConsoleTest):
    def test_it_says_since_when_questions_were_read_where_that_is_not_the_whole_range(self):
        page = self.enter("ana")
        reports(self, page)
        said = page.get_by_text("Only the newest messages are read for this: those since")
        self.assertEqual(said.count(), 0)
        later = "2026-01-02T17:30:00.000Z"

        def shortened(route):
            report = route.fetch().json()
            route.fulfill(json={**report, "from": "2026-01-01T00:00:00.000Z", "asked_from": later})
        page.route("**/api/reports?**", shortened)
        page.get_by_role("button", name="90 days").click()
        said.first.wait_for()
        self.assertEqual(said.count(), 2, "of the chart and of the questions")
        shown = page.evaluate("at => new Date(at).toLocaleString('en-US', {weekday: 'short', month: 'short', day: 'numeric'})",
                              later)
        for one in said.all_inner_texts():
            self.assertIn(f"since {shown}", one)
        self.assert_accessible(page, "reports of a part")


class EditorsReportsTest(ConsoleTest):
    def test_an_editor_sees_how_often_and_not_what(self):
        self.server.say("blorp frobnicate")
        page = self.enter("ed", "editor", viewport=PHONE)
        reports(self, page)
        self.assertIn("Not shown", page.locator(".unanswered ul").inner_text())
        self.assertNotIn("frobnicate", page.content())
        self.assertEqual(page.get_by_role("link", name="Download as CSV").count(), 0)
        self.assertEqual(page.get_by_role("button", name="Draft a topic").count(), 0)


if __name__ == "__main__":
    unittest.main()
