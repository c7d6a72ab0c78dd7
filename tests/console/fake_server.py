"""A small server that follows the desk's contract, for looking at the console. python3 fake_server.py FOLDER [PORT]"""
import datetime as dt, hashlib, http.server, json, pathlib, random, re, sys, threading, urllib.parse
FOLDER = pathlib.Path(sys.argv[1]); LEASE = 900; N = 240
CSP = ("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'")
random.seed(4); now = lambda: dt.datetime.now(dt.timezone.utc).replace(microsecond=0)
iso = lambda t: t.strftime("%Y-%m-%dT%H:%M:%SZ") if t else None
names = ["Dana", "Marcus Webb", "Rosa Delgado", "Priya N.", "Tom", "Aisha", "Walter O'Brien", "Jun", "Lena K.", "<img src=x onerror=alert(1)>"]
lock = threading.RLock(); cards = {}; log = []
for i in range(N):
    made = now() - dt.timedelta(minutes=3 + i * 7)
    cards[f"c{i:04d}-1"] = dict(id=f"c{i:04d}-1", status="new" if i % 5 else "attempting", urgent=i < 2, channel="sms" if i % 3 == 1 else "web",
        fields={"for_whom": {"who": "other", "relation": "son"} if i % 2 else {"who": "self"}, "name": names[i % 10], "phone": f"+13235550{100 + i % 100}",
                "callback_time": {"day": "weekdays", "from": "17:00", "to": None}, "may_text": "yes", "may_voicemail": "no" if i % 2 else "yes", "may_say_clinic": "no"},
        consent={"id": "callback", "version": "2026-11-26", "wording": "By saying yes you agree that Invigorate may call you about your request.", "channel": "web", "at": iso(made)},
        holder=None, lease_until=None, attempts=0 if i % 5 else 2, created_at=iso(made), updated_at=iso(made), version=1,
        promise={"told": "today by 2:30 PM" if i % 3 else "as soon as a coordinator is free", "due_at": iso(made), "state": "missed" if i == 4 else "open"}, due_at=iso(made), opens_at=None,
        history=1 if i == 2 else 0, unread_bump=i == 2, suppressed=i == 6, acknowledged_at=None, notes=[], attempts_log=[] if i % 5 else [{"at": iso(made), "by": "sam", "outcome": "no_answer", "note": None, "next_at": iso(now())}],
        edits=[], events=[{"at": iso(made), "by": None, "what": "request stored"}], merged=[{"id": "cx-1", "at": iso(made), "channel": "sms"}] if i == 2 else [])
def summary(c):
    mins = int((now() - dt.datetime.fromisoformat(c["created_at"].replace("Z", "+00:00"))).total_seconds() // 60)
    keys = "id status urgent channel fields consent holder lease_until attempts created_at updated_at version promise due_at opens_at history unread_bump suppressed acknowledged_at".split()
    return {k: c[k] for k in keys} | {"reason": f"crisis, {mins} min" if c["urgent"] else "promised by 2:30 pm" if c["promise"]["told"].startswith("today") else f"waiting {mins} min"}
def full(c):
    return summary(c) | {k: c[k] for k in ("notes", "attempts_log", "edits", "events", "merged")} | {
        "safe_contact": {"text": True, "voicemail": c["fields"]["may_voicemail"] == "yes", "say_clinic": False, "window": "weekdays after 5 PM", "zone": "America/Los_Angeles", "local_time": "7:42 PM Pacific",
            "script": [f"Call and ask for {c['fields']['name']}.", "Do not say the clinic's name to anyone else.", "If no answer: you may leave a voicemail with your first name and our number."]},
        "topics": ["hours_per_week", "insurance", "telehealth"], "open_questions": ["Do you take Tricare for a dependent?"] if c["urgent"] else [],
        "transitions": ["scheduled", "referred", "declined", "unreachable", "do_not_contact", "duplicate"] if c["status"] != "scheduled" else [],
        "outcomes": "no_answer busy voicemail voicemail_not_allowed wrong_number reached reached_family asked_to_stop".split()}
class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    def log_message(self, *a): pass
    def give(self, status, body=None, kind="application/json", **headers):
        data = b"" if body is None else body if isinstance(body, bytes) else json.dumps(body).encode()
        self.send_response(status)
        for k, v in {"Content-Type": kind, "Content-Length": str(len(data)), "Content-Security-Policy": CSP, "X-Content-Type-Options": "nosniff", **headers}.items(): self.send_header(k.replace("_", "-"), v)
        self.end_headers(); self.wfile.write(data)
    def no(self, status, kind, title): self.give(status, {"type": "urn:admissions-bot:problem:" + kind, "title": title, "status": status, "detail": ""}, "application/problem+json")
    def who(self):
        m = re.search("__Host-desk=(\\w+)", self.headers.get("Cookie", "")); return m and m[1]
    def account(self, name):
        base = ["read_queue", "work_queue", "read_transcript", "read_reports"]
        return {"account": {"name": name, "role": "admin" if name == "alex" else "coordinator", "permissions": base + (["take_over", "export_leads", "edit_content", "manage_accounts", "read_audit"] if name == "alex" else [])}}
    def do_GET(self): self.route("GET")
    def do_POST(self): self.route("POST")
    def do_PATCH(self): self.route("PATCH")
    def do_DELETE(self): self.route("DELETE")
    def do_PUT(self): self.route("PUT")
    def route(self, method):
        url = urllib.parse.urlsplit(self.path); path = url.path; q = dict(urllib.parse.parse_qsl(url.query))
        length = int(self.headers.get("Content-Length") or 0); body = json.loads(self.rfile.read(length)) if length else {}
        if path == "/favicon.svg": return self.give(200, b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml")
        if path.startswith("/console/"):
            f = FOLDER / (path[9:] or "index.html"); kind = {".html": "text/html", ".js": "text/javascript", ".css": "text/css"}.get(f.suffix, "text/plain")
            return self.give(200, f.read_bytes(), kind + "; charset=utf-8") if f.is_file() else self.no(404, "not-found", "No.")
        if path == "/api/session":
            if method == "POST":
                if body.get("password") != "right": return self.no(401, "login-failed", "No.")
                if body["name"] == "alex" and body.get("code") != "123456": return self.no(401, "code-required" if "code" not in body else "login-failed", "Code.")
                return self.give(200, self.account(body["name"]), Set_Cookie=f"__Host-desk={body['name']}; Path=/; Secure; HttpOnly; SameSite=Strict")
            if method == "DELETE": return self.give(204, None, Set_Cookie="__Host-desk=; Path=/; Secure; Max-Age=0")
            return self.give(200, self.account(self.who())) if self.who() else self.no(401, "unauthorized", "Who?")
        me = self.who()
        if not me: return self.no(401, "unauthorized", "Who?")
        with lock: self.api(method, path, q, body, me)
    def api(self, method, path, q, body, me):
        if path == "/api/callbacks":
            alls = list(cards.values()); v = q.get("view", "queue")
            pick = {"queue": lambda c: c["status"] in ("new", "claimed", "attempting"), "mine": lambda c: c["holder"] == me, "closed": lambda c: c["status"] == "scheduled", "all": lambda c: True}.get(v, lambda c: False)
            rows = [c for c in alls if pick(c)]; at = int(q.get("cursor", 0)); n = int(q.get("limit", 50))
            counts = {"queue": sum(c["status"] in ("new", "claimed", "attempting") for c in alls), "mine": sum(c["holder"] == me for c in alls), "sleeping": 0, "review": 0, "crisis": sum(c["urgent"] for c in alls)}
            tag = '"%s"' % hashlib.sha1(json.dumps([(c["id"], c["version"]) for c in rows] + [me]).encode()).hexdigest()[:12]
            if self.headers.get("If-None-Match") == tag: return self.give(304, None, ETag=tag)
            more = {"Link": f'</api/callbacks?view={v}&limit={n}&cursor={at + n}>; rel="next"'} if at + n < len(rows) else {}
            return self.give(200, {"callbacks": [summary(c) for c in rows[at:at + n]], "counts": counts, "now": iso(now())}, ETag=tag, **more)
        if path == "/api/search": return self.give(200, {"callbacks": [summary(c) for c in cards.values() if c["fields"]["phone"][-4:] == re.sub(r"\D", "", body["phone"])[-4:]]})
        if path == "/api/reports": return self.give(200, {"speed_to_attempt": {"median_s": 410, "p90_s": 2400, "n": 131}, "speed_to_conversation": {"median_s": 5100, "p90_s": 90000, "n": 88}, "promises": {"kept": 112, "missed": 7, "open": 14},
            "by_hour": [{"hour": h, "web": random.randint(0, 14), "sms": random.randint(0, 8)} for h in range(24)], "funnel": {"chats": 812, "leads": 240, "reached": 131, "scheduled": 77}, "outcomes": {"no_answer": 90, "voicemail": 61, "reached": 131, "busy": 12, "wrong_number": 4},
            "top_questions": [{"topic": t, "n": n} for t, n in (("hours_per_week", 201), ("insurance", 160), ("cost", 130), ("telehealth", 80), ("visiting", 22))], "unanswered": [{"text": "Do you take Tricare for a dependent?", "nearest_topic": "insurance", "n": 4}, {"text": None, "nearest_topic": "cost", "n": 2}]})
        if path == "/api/topics/draft": return self.give(200, {"yaml": "id: draft\ntitle: {en: \"" + body["text"] + "\"}\n"})
        if path == "/api/accounts": return self.give(200, {"accounts": [{"name": n, "role": r, "disabled": d, "last_login_at": iso(now())} for n, r, d in (("alex", "admin", False), ("sam", "coordinator", False), ("kim", "editor", True))]})
        if path == "/api/audit": return self.give(200, {"audit": [{"at": iso(now()), "by": "sam", "what": "transcript_read", "subject": "c0001-1"}] * 20})
        if path == "/api/callbacks/next":
            c = next((c for c in cards.values() if not c["holder"] and c["status"] in ("new", "attempting") and not c["suppressed"]), None)
            if not c: return self.give(204)
            path = f"/api/callbacks/{c['id']}/claim"
        _, _, _, cid, *verb = path.split("/"); c = cards.get(urllib.parse.unquote(cid))
        if not c: return self.no(404, "unknown-callback", "There is no such callback.")
        verb = verb[0] if verb else method
        held = c["holder"] and c["lease_until"] > iso(now())
        if verb == "transcript": return self.give(200, {"turns": [{"at": c["created_at"], "text": "is it every day? my son needs help <b>now</b>", "replies": [{"kind": "answer", "text": "The program is 9-15 hours a week.", "topic": "hours_per_week"}]}] * 3})
        if verb != "GET": c["version"] += 1; c["events"].append({"at": iso(now()), "by": me, "what": verb.lower()})
        if verb in ("claim", "renew"):
            if held and c["holder"] != me and not body.get("take_over"): return self.no(409, "not-held", "Somebody else holds it.")
            if verb == "renew" and not (held and c["holder"] == me): return self.no(409, "not-held", "It is not yours.")
            c.update(holder=me, lease_until=iso(now() + dt.timedelta(seconds=LEASE)), status="claimed")
        if verb == "release": c.update(holder=None, lease_until=None, status="new")
        if verb == "attempts": c["attempts"] += 1; c["attempts_log"].append({"at": iso(now()), "by": me, "outcome": body["outcome"], "note": body.get("note"), "next_at": iso(now())}); c.update(holder=None, lease_until=None, status="attempting")
        if verb == "notes": c["notes"].append({"id": str(len(c["notes"])), "at": iso(now()), "by": me, "text": body["text"]})
        if verb == "PATCH":
            if self.headers.get("If-Match") != f'"{c["version"] - 1}"': return self.no(412, "stale", "Somebody changed this meanwhile.")
            for f, v in body.get("fields", {}).items(): c["edits"].append({"at": iso(now()), "by": me, "field": f, "from": c["fields"].get(f), "to": v}); c["fields"][f] = v
            if "status" in body: c["status"] = body["status"]
        self.give(200, full(c), ETag=f'"{c["version"]}"')
http.server.ThreadingHTTPServer(("127.0.0.1", int(sys.argv[2])), Handler).serve_forever()
