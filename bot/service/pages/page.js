// The demo page's chat: talks to POST /webhooks/web, keeps only the conversation's token, in this tab.
"use strict";

const kUrl = "/webhooks/web";
const kTokenKey = "conversation";
const kTexts = {
  en: {
    call: "Call",
    emergency: "In an emergency call 911. If you are thinking about suicide or in crisis, call or text 988, " +
      "day or night.",
    title: "Questions about our Intensive Outpatient Program?",
    disclosure: "This is an automated assistant, not a person or a clinician. It answers from the clinic's " +
      "reviewed page and can arrange a call. Please leave out private medical details.",
    chat: "Chat", choices: "Suggested answers", again: "Try again", label: "Your message", send: "Send",
    erase: "Delete this chat", erased: "This chat is deleted.", waiting: "One moment…",
    unsent: "Your message has not been sent. Check your connection and try again.",
    refused: "That message could not be taken. Please write it another way.",
    source: (section, day) => `From our page: ${section} (reviewed ${day})`,
    page: "Our page about the program", other: ["es", "En español"],
  },
  es: {
    call: "Llamar",
    emergency: "En una emergencia llame al 911. Si piensa en el suicidio o está en crisis, llame al 988 y oprima 2, " +
      "de día o de noche.",
    title: "¿Preguntas sobre nuestro programa intensivo ambulatorio (IOP)?",
    disclosure: "Este es un asistente automático; no es una persona ni personal clínico. Responde con lo que dice la " +
      "página revisada de la clínica y puede pedir que le llamen. Por favor, no escriba datos médicos privados.",
    chat: "Chat", choices: "Respuestas sugeridas", again: "Intentar de nuevo", label: "Su mensaje", send: "Enviar",
    erase: "Borrar este chat", erased: "Este chat ya está borrado.", waiting: "Un momento…",
    unsent: "Su mensaje no se ha enviado. Revise su conexión e intente de nuevo.",
    refused: "No pudimos recibir ese mensaje. Por favor, escríbalo de otra manera.",
    source: (section, day) => `De nuestra página: ${section} (revisado ${day})`,
    page: "Nuestra página sobre el programa", other: ["en", "In English"],
  },
};
// What the keyboard and autofill of a phone should know about each question.
const kInputs = { phone: ["tel", "tel"], email: ["email", "email"], name: ["text", "name"] };

const find = (id) => document.getElementById(id);
const log = find("log");
const choices = find("choices");
const field = find("text");
let language = navigator.language.toLowerCase().startsWith("es") ? "es" : "en";
let token = sessionStorage.getItem(kTokenKey);
let unsent = null;  // the message that has no answer yet; sent again under the same id
let labels = {};    // of the buttons shown, by id

const words = () => kTexts[language];

function showLanguage() {
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll("[data-text]"))
    element.textContent = words()[element.dataset.text];
  choices.setAttribute("aria-label", words().choices);
  field.placeholder = words().label;
  const [other, name] = words().other;
  find("language").lang = other;
  find("language").textContent = name;
}

function element(tag, className, text = "") {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

// Text with its phone numbers as links; everything stays text.
function withCalls(text) {
  const parts = document.createDocumentFragment();
  for (const part of text.split(/(\b(?:911|988|(?:1-)?\d{3}-\d{3}-\d{4})\b)/)) {
    if (!/^[\d-]{3,}$/.test(part)) {
      parts.append(part);
      continue;
    }
    const link = element("a", "", part);
    link.href = "tel:" + part.replaceAll("-", "");
    parts.append(link);
  }
  return parts;
}

function showReply(reply, spoken) {
  const said = element("p", "said " + (reply.kind === "crisis" ? "crisis" : "theirs"));
  said.lang = spoken;
  said.append(withCalls(reply.text));
  if (reply.source)
    said.append(element("span", "source", words().source(reply.source.section, reply.source.reviewed_on)));
  log.append(said);
}

function showChoices(turn) {
  labels = {};
  choices.replaceChildren();
  for (const { id, label } of turn.replies.flatMap((reply) => reply.quick_replies)) {
    if (id in labels) continue;
    labels[id] = label;
    const button = element("button", "choice", label);
    button.type = "button";
    button.lang = turn.language;
    button.addEventListener("click", () => say({ choice: id }, label));
    choices.append(button);
  }
}

function showTurn(turn) {
  for (const reply of turn.replies) showReply(reply, turn.language);
  showChoices(turn);
  const [keyboard, autofill] = kInputs[turn.asks] || ["text", "off"];
  field.inputMode = keyboard;
  field.autocomplete = autofill;
  find("erase").hidden = false;
}

function showMine(text) {
  log.append(element("p", "said mine", text));
  log.scrollTop = log.scrollHeight;
}

function remember(given) {
  token = given;
  if (given) sessionStorage.setItem(kTokenKey, given);
  else sessionStorage.removeItem(kTokenKey);
}

function setBusy(busy) {
  find("send").setAttribute("aria-disabled", String(busy));
  find("again").hidden = true;
  find("status").textContent = busy ? words().waiting : "";
}

function say(content, shown) {
  if (unsent) return;
  choices.replaceChildren();
  showMine(shown);
  unsent = { message_id: crypto.randomUUID(), language, ...content };
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone && zone.includes("/")) unsent.zone = zone;
  unsent.page = (location.origin + location.pathname).slice(0, 500);
  send();
}

async function send() {
  setBusy(true);
  if (token) unsent.conversation = token;
  try {
    const answer = await fetch(kUrl, {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(unsent),
    });
    const turn = await answer.json();
    if (!answer.ok) return refused(answer.status, turn.type || "");
    unsent = null;
    setBusy(false);
    remember(turn.conversation);
    showTurn(turn);
    log.scrollTop = log.scrollHeight;
  } catch {
    refused(0, "");
  }
}

function refused(status, type) {
  if (status === 404 && token) {  // erased elsewhere: begin anew with what was just said
    remember(null);
    delete unsent.conversation;
    send();
  } else if (type.endsWith("unknown-zone") && unsent.zone) {
    delete unsent.zone;
    send();
  } else {
    setBusy(false);
    const hopeless = status >= 400 && status < 500 && status !== 429;
    if (hopeless) unsent = null;
    find("status").textContent = hopeless ? words().refused : words().unsent;
    find("again").hidden = hopeless;
  }
}

async function resume() {
  if (!token) return;
  try {
    const answer = await fetch(kUrl, { headers: { Authorization: "Bearer " + token } });
    if (answer.status === 401) return remember(null);
    const { turns } = await answer.json();
    for (const { text, choice, turn } of turns) {
      if (text || choice) showMine(text || labels[choice] || choice);
      showTurn(turn);
    }
    log.scrollTop = log.scrollHeight;
  } catch {
    find("status").textContent = words().unsent;
  }
}

async function erase() {
  try {
    const answer = await fetch(kUrl, { method: "DELETE", headers: { Authorization: "Bearer " + token } });
    if (!answer.ok && answer.status !== 401) throw new Error("not erased");
    remember(null);
    log.replaceChildren();
    choices.replaceChildren();
    find("erase").hidden = true;
    find("status").textContent = words().erased;
  } catch {
    find("status").textContent = words().unsent;
  }
}

function submit() {
  // Controls that turn the direction of text come along when a number is pasted from a phone's contacts.
  const text = field.value.replace(/[\u202a-\u202e\u2066-\u2069]/g, "").trim();
  if (!text || unsent) return;
  field.value = "";
  field.style.height = "";
  say({ text }, text);
}

find("form").addEventListener("submit", (event) => {
  event.preventDefault();
  submit();
});
field.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  submit();
});
field.addEventListener("input", () => {
  field.style.height = "";
  field.style.height = `${Math.min(field.scrollHeight + 2, 144)}px`;
});
find("again").addEventListener("click", send);
find("erase").addEventListener("click", erase);
find("language").addEventListener("click", () => {
  language = words().other[0];
  showLanguage();
});
showLanguage();
resume();
