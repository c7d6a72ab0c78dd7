#!/usr/bin/env python3
"""The SMS webhook end to end, its requests signed by Twilio's own helper library from npm. Usage:
twilio_test.py BINARY BUILD_FOLDER"""
import re
import uuid

from case import FORM, PLANTED, ServiceCase, main
from twilio_peer import AUTH_TOKEN, PATH, PUBLIC_URL, Gateway, with_twilio

GSM7 = re.compile("[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,\\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà^{}\\\\\\[~\\]|€]*")

# Published with Twilio's helper library, twilio-node spec/validation.spec.js.
PUBLISHED_URL = "https://mycompany.com/myapp.php?foo=1&bar=2"
PUBLISHED_PARAMS = {"CallSid": "CA1234567890ABCDE", "Caller": "+14158675309", "Digits": "1234",
                    "From": "+14158675309", "To": "+18005551212"}
PUBLISHED = [
    (PUBLISHED_URL, PUBLISHED_PARAMS, "RSOYDt4T1cUTdK1PDd93/VVr8B8="),
    (PUBLISHED_URL.replace(".com", ".com:443"), PUBLISHED_PARAMS, "kvajT1Ptam85bY51eRf/AJRuM3w="),
    (PUBLISHED_URL, {"MessagingBinding.Address": ["+1325xxxxxxx", "+1415xxxxxxx"]}, "83O6e2vORAoJHUNzJjDWN1jz+BA="),
    (PUBLISHED_URL, {"Sid": "CA123", "SidAccount": "AC123", "Digits": ["5678", "1234", "1234"]},
     "IK+Dwps556ElfBT0I3Rgjkr1wJU="),
]
_numbers = iter(range(200, 1000))


def new_number():
    """A fictional number that wrote never before."""
    return f"+1323{next(_numbers)}0142"


class Twilio(ServiceCase):
    @classmethod
    def configure(cls, text):
        return with_twilio(cls.folder, text)

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.gateway = Gateway(cls())
        cls.gateway.__enter__()

    @classmethod
    def tearDownClass(cls):
        cls.gateway.__exit__()
        super().tearDownClass()

    def setUp(self):
        self.gateway.case = self
        self.number = new_number()

    def assert_forbidden(self, params, **how):
        before = self.server.rows()
        status, headers, body = self.gateway.post(params, **how)
        self.assertEqual(status, 403, body)
        self.assertEqual(self.server.rows(), before, "a request with a bad signature was stored")
        self.assertNotIn(PLANTED.encode(), body)
        self.assertNotIn(PLANTED, str(headers) + self.server.log())


class Signatures(Twilio):
    def test_published_vectors(self):
        """The library from npm holds the published vectors valid: the peer that signs here is the real one"""
        for url, params, signature in PUBLISHED:
            self.assertEqual(self.gateway.library.signature(url, params), signature)
            self.assertTrue(self.gateway.library.ask(token=AUTH_TOKEN, url=url, params=params, signature=signature))

    def test_good(self):
        """What the library signed is taken"""
        self.assertEqual(len(self.gateway.text(self.number, "hello")) > 0, True)

    def test_missing_and_forged(self):
        """No signature, one that is none, and one of another token, text, number or order: 403, nothing stored"""
        form = self.gateway.form(self.number, PLANTED)
        good = self.gateway.library.signature(PUBLIC_URL + PATH, form)
        other = self.gateway.library.signature(PUBLIC_URL + PATH, form, token="12346")
        for signature in ("", " ", PLANTED, good[:-1], good + "=", good.lower(), good[:-2] + "A=", other, "=" * 28):
            with self.subTest(signature=signature):
                self.assert_forbidden(form, signature=signature)
        for change in ({"Body": PLANTED + "!"}, {"From": new_number()}, {"MessageSid": "SM" + "1" * 32},
                       {"Extra": "1"}, {"body": PLANTED}):
            with self.subTest(change=change):
                self.assert_forbidden({**form, **change}, signature=good)
        form.pop("FromZip")
        self.assert_forbidden(form, signature=good)

    def test_other_address(self):
        """Signed for another host, scheme, path or query than the request's"""
        form = self.gateway.form(self.number, PLANTED)
        for url in ("https://evil.example" + PATH, "http://bot.example" + PATH, PUBLIC_URL + PATH + "/",
                    PUBLIC_URL + PATH + "?a=1", PUBLIC_URL, PUBLIC_URL + ":8443" + PATH,
                    f"http://127.0.0.1:{self.server.port}{PATH}"):
            with self.subTest(url=url):
                self.assert_forbidden(form, url=url)
        self.assert_forbidden(form, query="?a=1", url=PUBLIC_URL + PATH)

    def test_address_is_the_configured_one(self):
        """Host and X-Forwarded-* of the sender count for nothing"""
        form = self.gateway.form(self.number, PLANTED)
        evil = "https://evil.example" + PATH
        self.assert_forbidden(form, url=evil, headers={"Host": "evil.example", "X-Forwarded-Host": "evil.example",
                                                       "X-Forwarded-Proto": "https", "X-Original-URL": evil})
        self.assertTrue(self.gateway.messages(self.gateway.post(form, headers={"Host": "evil.example"})))

    def test_port_stated(self):
        """The standard port, which Twilio may sign or leave out"""
        form = self.gateway.form(self.number, "hello")
        self.assertTrue(self.gateway.messages(self.gateway.post(form, url=PUBLIC_URL + ":443" + PATH)))

    def test_query(self):
        """A query in the webhook's address is signed with it, and is no part of the form"""
        form = self.gateway.form(self.number, "hello")
        for query in ("?clinic=1", "?a=1&b=2", "?Body=other&From=%2B19995550100", "?a=%20b+c"):
            with self.subTest(query=query):
                form["MessageSid"] = "SM" + uuid.uuid4().hex
                self.assertTrue(self.gateway.messages(self.gateway.post(form, query=query)))

    def test_repeated_and_odd_parameters(self):
        """Names that repeat, values that are blank, spaced or in any script: signed over all that was received"""
        for more in ({"MessagingBinding.Address": ["+1325", "+1415"]}, {"Digits": ["5678", "1234", "1234"]},
                     {"z": "", "A": " ", "a": "b "}, {"Zoë": "naïve & <b>"}, {"x": "a+b%20c=d&e"}, {"n": "1\r\n2"}):
            with self.subTest(more=more):
                self.assertTrue(self.gateway.text(new_number(), "hello", **more))

    def test_two_bodies(self):
        """Two values for what there can be one of are not guessed between"""
        form = {**self.gateway.form(self.number, "hello"), "Body": ["STOP", "hello"]}
        self.assertEqual(self.gateway.post(form)[0], 400)

    def test_not_a_form(self):
        """Another content type, no content, not a form: refused as 4xx"""
        for kind in ("application/json", "text/plain", "multipart/form-data; boundary=x"):
            status = self.gateway.post(self.gateway.form(self.number, PLANTED), headers={"Content-Type": kind})[0]
            self.assertIn(status, (400, 403, 415))
        self.assertIn(self.server.request("POST", PATH)[0], (400, 403, 415))
        self.assertEqual(self.server.request("GET", PATH)[0], 405)


class Texting(Twilio):
    def test_the_form(self):
        """A whole callback by text: each answer fits a text message, and the desk has it"""
        self.assertTrue(self.gateway.text(self.number, "please have someone call me"))
        for line in ("for me", "Dana", "any time", "neither", "yes"):
            texts = self.gateway.text(self.number, line)
            self.assertTrue(texts)
            for text in texts:
                self.assertTrue(GSM7.fullmatch(text), text)
                self.assertNotRegex(text, r"(?i)behavioral|mental|rehab|addiction")
        self.assertIn(self.number, str(self.server.desk("GET", "/api/callbacks")[1]))

    def test_same_message_twice(self):
        """The same MessageSid: the same answer byte for byte, and nothing twice"""
        form = self.gateway.form(self.number, "please have someone call me")
        first = self.gateway.post(form)
        before = self.server.rows()
        for _ in range(3):
            again = self.gateway.post(form)
            self.assertEqual((again[0], again[2]), (first[0], first[2]))
        # Twilio adds parameters to a repetition as it likes.
        self.assertEqual(self.gateway.post({**form, "NumSegments": "2"})[2], first[2])
        self.assertEqual(self.server.rows(), before)

    def test_stop_families(self):
        """Every word of the STOP family, once confirmed and then silence, until START"""
        for word in ("STOP", "stop", "Stop.", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT",
                     "stop texting me", "ALTO"):
            with self.subTest(word=word):
                number = new_number()
                self.gateway.text(number, "hello")
                self.assertEqual(len(self.gateway.text(number, word)), 1)
                for line in (word, "hello?", "how many hours a week is it?", "HELP"):
                    self.assertEqual(self.gateway.text(number, line), [])
                self.assertTrue(self.gateway.text(number, "START"))
                self.assertTrue(self.gateway.text(number, "how many hours a week is it?"))

    def test_start_families(self):
        """START, YES and UNSTOP lift it"""
        for word in ("START", "YES", "UNSTOP", "start"):
            with self.subTest(word=word):
                number = new_number()
                self.gateway.text(number, "STOP")
                self.assertTrue(self.gateway.text(number, word))
                self.assertTrue(self.gateway.text(number, "hello"))

    def test_help_families(self):
        """HELP and INFO tell who writes, how to stop, and where help is in an emergency"""
        for word in ("HELP", "INFO", "help", "AYUDA"):
            with self.subTest(word=word):
                text = " ".join(self.gateway.text(new_number(), word))
                for part in ("STOP", "988", "Invigorate"):
                    self.assertIn(part, text)

    def test_not_stop(self):
        """Words that only sound like it are what a person in trouble says"""
        for line in ("I want to stop drinking", "how do i quit", "help me stop using"):
            number = new_number()
            self.assertTrue(self.gateway.text(number, line))
            self.assertTrue(self.gateway.text(number, "hello"))

    def test_opt_out_type(self):
        """OptOutType: Twilio has answered already, so nothing is sent, and it is honoured all the same"""
        self.gateway.text(self.number, "hello")
        self.assertEqual(self.gateway.text(self.number, "STOP", OptOutType="STOP"), [])
        self.assertEqual(self.gateway.text(self.number, "hello?"), [])
        self.assertEqual(self.gateway.text(self.number, "START", OptOutType="START"), [])
        self.assertTrue(self.gateway.text(self.number, "how many hours a week is it?"))
        self.assertEqual(self.gateway.text(self.number, "HELP", OptOutType="HELP"), [])

    def test_danger_after_stop(self):
        """Danger is answered even so"""
        self.gateway.text(self.number, "STOP")
        self.assertIn("988", " ".join(self.gateway.text(self.number, "i want to kill myself")))
        self.assertEqual(self.gateway.text(self.number, "hello"), [])

    def test_scripts(self):
        """Any script and any markup comes in whole, and what goes out is well-formed"""
        for text in ("¿Cuánto cuesta?", "😀😀", "中文 العربية", "<b>&amp;</b> ]]> <!-- & -->", "a\r\nb", "\u202eabc", "a\u0000b",
                     "%00 %0d%0a +plus+", "&#0;"):
            with self.subTest(text=text):
                status, _, body = self.gateway.post(self.gateway.form(new_number(), text))
                self.assertIn(status, (200, 400), body)
                if status == 200:
                    self.gateway.messages((status, {"Content-Type": "text/xml"}, body))

    def test_long(self):
        """Bodies over 8 kB on the wire are taken whole: 950 characters of Chinese are one text message"""
        texts = self.gateway.text(self.number, "文" * 950)
        self.assertTrue(texts)
        self.assertTrue(self.gateway.text(new_number(), "a" * 1600, Extra="x" * 30000))
        self.assertEqual(self.gateway.post(self.gateway.form(new_number(), "a", Extra="x" * 70000))[0], 413)

    def test_empty(self):
        """A picture without words is answered or passed over, and harms nothing"""
        for more in ({"NumMedia": "1", "MediaUrl0": "https://media.example/" + PLANTED, "MediaContentType0": "image/png"},
                     {}):
            for body in ("", "   "):
                number = new_number()
                status, headers, data = self.gateway.post(self.gateway.form(number, body, **more))
                self.assertIn(status, (200, 400), data)
                if status == 200:
                    self.gateway.messages((status, headers, data))
                self.assertTrue(self.gateway.text(number, "hello"))

    def test_missing_fields(self):
        """Signed, but without what a message needs, or from no number at all"""
        form = self.gateway.form(self.number, PLANTED)
        for name in ("MessageSid", "From", "Body"):
            self.assertIn(self.gateway.post({k: v for k, v in form.items() if k != name})[0], (400, 200), name)
        for sender in ("", PLANTED, "whatsapp:+13235550142", "12345", "+1", "+" + "9" * 30):
            with self.subTest(sender=sender):
                self.assertIn(self.gateway.post(self.gateway.form(sender, "hello"))[0], (200, 400))
        self.assertTrue(self.server.alive())


if __name__ == "__main__":
    main("Twilio's library signs, the service believes it and nobody else, and answers in TwiML")
