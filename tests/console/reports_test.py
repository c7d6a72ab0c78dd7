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
        self.assertIn("blorp frobnicate", page.locator(".unanswered tbody").inner_text())
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


class EditorsReportsTest(ConsoleTest):
    def test_an_editor_sees_how_often_and_not_what(self):
        self.server.say("blorp frobnicate")
        page = self.enter("ed", "editor", viewport=PHONE)
        reports(self, page)
        self.assertIn("Not shown", page.locator(".unanswered tbody").inner_text())
        self.assertNotIn("frobnicate", page.content())
        self.assertEqual(page.get_by_role("link", name="Download as CSV").count(), 0)
        self.assertEqual(page.get_by_role("button", name="Draft a topic").count(), 0)


if __name__ == "__main__":
    unittest.main()
