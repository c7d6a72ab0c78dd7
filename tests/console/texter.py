"""A visitor who writes by SMS: requests as Twilio posts and signs them."""
import base64
import hashlib
import hmac
import pathlib
import urllib.parse
import uuid

AUTH_TOKEN = "12345"
PATH = "/webhooks/sms/twilio"
PUBLIC_URL = "http://127.0.0.1:8080"  # as bot.yaml has it; what Twilio signs


def with_sms(folder, text):
    """bot.yaml with the SMS webhook on."""
    secret = pathlib.Path(folder) / "secrets" / "twilio.token"
    secret.write_text(AUTH_TOKEN + "\n")
    secret.chmod(0o600)
    for line, instead in (("  twilio:\n    enabled: false", "  twilio:\n    enabled: true"),
                          ("auth_token_file: var/secrets/twilio.token", f"auth_token_file: {secret}")):
        assert text.count(line) == 1, line
        text = text.replace(line, instead)
    return text


def text(server, sender, body):
    form = {"MessageSid": "SM" + uuid.uuid4().hex, "AccountSid": "AC" + "0" * 32, "From": sender,
            "To": "+13239908178", "Body": body, "NumMedia": "0"}
    signed = PUBLIC_URL + PATH + "".join(name + form[name] for name in sorted(form))
    signature = base64.b64encode(hmac.new(AUTH_TOKEN.encode(), signed.encode(), hashlib.sha1).digest()).decode()
    status, _, answer = server.request("POST", PATH, urllib.parse.urlencode(form), {
        "Content-Type": "application/x-www-form-urlencoded", "X-Twilio-Signature": signature})
    assert status == 200, (status, answer)


def ask_for_call(server, sender, name):
    for body in ("please call me", "for me", name, "any time", "neither", "yes"):
        text(server, sender, body)
