"""A bad line loses the answer, not the work: the same tap again is the same request."""
import re
import unittest

from console import ConsoleTest


class LostAnswerTest(ConsoleTest):
    def watched(self, name):
        """The page, and the keys of the changes that leave it: [(what, key)]."""
        page = self.enter(name)
        sent = []
        page.on("request", lambda request: request.method == "POST" and "/api/callbacks/" in request.url
                and not request.url.endswith("/renew")
                and sent.append((request.url.rsplit("/", 1)[1], request.headers.get("idempotency-key"))))
        return page, sent

    def lose(self, page, what):
        """The next answer to such a request is lost, after the service has done what was asked."""
        def lose(route):
            self.assertLess(route.fetch().status, 300)
            route.abort()
        page.route(re.compile(rf"/api/callbacks/.*{what}$"), lose, times=1)

    def test_call_next_again_claims_no_second_one(self):
        for number, name in enumerate(("Nils", "Nora", "Nick")):
            self.ask_for_call(name, f"323-555-050{number}")
        page, sent = self.watched("ana")
        self.lose(page, "next")
        page.get_by_role("button", name="Call next").click()
        page.get_by_text("The service cannot be reached.").wait_for()
        page.get_by_role("button", name="Call next").click()
        page.locator(".number-link").wait_for()
        self.assertEqual([what for what, _ in sent], ["next", "next"])
        self.assertEqual(sent[0], sent[1], "one tap, one key")
        self.assertTrue(sent[0][1])
        page.goto(f"{self.address}#/queue/mine")
        page.locator(".item").first.wait_for()
        self.assertEqual(self.names(page), ["Nils"])
        page.get_by_role("button", name="Call next").click()
        page.get_by_role("heading", name="Nora", level=1).wait_for()
        self.assertNotEqual(sent[2][1], sent[1][1], "what was answered is over")

    def test_whoever_did_something_else_meanwhile_means_a_new_one(self):
        self.ask_for_call("Olaf", "323-555-0504")
        page, sent = self.watched("bea")
        self.claim(page, "Olaf")
        self.lose(page, "release")
        page.get_by_role("button", name="Release").click()
        page.get_by_text("Nobody has this one").wait_for()  # the next look says so
        page.get_by_role("button", name="Claim", exact=True).click()
        page.get_by_role("link", name="Call Olaf").wait_for()
        page.get_by_role("button", name="Release").click()
        page.get_by_text("Nobody has this one").wait_for()
        page.wait_for_timeout(5000)
        page.get_by_text("Nobody has this one").wait_for()
        keys = [key for _, key in sent]
        self.assertEqual([what for what, _ in sent], ["claim", "release", "claim", "release"])
        self.assertEqual(len(set(keys)), len(keys))

    def test_a_note_is_stored_once(self):
        self.ask_for_call("Pia", "323-555-0505")
        page, sent = self.watched("cleo")
        self.claim(page, "Pia")
        self.lose(page, "notes")
        page.get_by_label("New note").fill("call her at work")
        for _ in range(2):
            page.get_by_role("button", name="Save note").click()
            page.wait_for_timeout(300)
        page.get_by_text("Note saved.").wait_for()
        self.assertEqual(page.locator(".notes li").count(), 1)
        self.assertEqual(sent[-1], sent[-2])

    def test_every_change_has_a_key(self):
        for number, name in enumerate(("Quin", "Rosa")):
            self.ask_for_call(name, f"323-555-051{number}")
        self.ask_for_call("Quin", "323-555-0510", before=["i want to kill myself"])
        page, sent = self.watched("dora")
        self.open(page, "Quin")
        page.get_by_role("button", name="I am on this crisis").click()
        page.get_by_role("button", name="Claim", exact=True).click()
        page.get_by_role("link", name="Call Quin").wait_for()
        page.get_by_role("button", name="Busy").click()
        page.get_by_text("Logged: busy.").wait_for()
        page.get_by_role("heading", name="Joined with this one").wait_for()
        page.locator(".merged").get_by_role("button", name="Undo").click()
        page.get_by_text("They are two again.").wait_for()
        page.get_by_role("button", name="Look").click()
        join = page.locator(".merge li").get_by_role("button")
        join.click()
        join.click()
        page.get_by_text("Joined. You can undo it on the other card.").wait_for()
        self.assertEqual({what for what, key in sent if key}, {"acknowledge", "claim", "attempts", "unmerge", "merge"})
        self.assertTrue(all(key for _, key in sent), sent)


if __name__ == "__main__":
    unittest.main()
