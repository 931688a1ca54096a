// Words typed while a meeting is held are kept in this browser until the server has them, and sent by themselves.
// Without this script the button does it.
"use strict";

const WAIT = 1500;
const AGAIN = 5000;
const form = document.querySelector("form[data-keep]");

if (form) {
  const place = `verder-keep-${form.dataset.keep}`;
  const fields = ["decision", "minutes"].map((name) => form.elements[name]);
  const said = form.querySelector("[data-keep-said]");
  const older = form.querySelector("[data-keep-older]");
  const typed = () => fields.map((field) => field.value);
  const shown = JSON.stringify(typed());
  let timer = null;
  let sending = false;
  let isSignedOut = false;
  let unanswered = null; // goes again word for word: the server may have had it, and one key never stands for two texts

  const remember = () => localStorage.setItem(place, JSON.stringify(typed()));
  const forget = (sent) => {
    if (localStorage.getItem(place) === sent) localStorage.removeItem(place);
  };

  const later = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(send, wait);
  };

  const typedOn = () => {
    said.textContent = said.dataset.typing;
    later(WAIT);
  };

  // Who was signed out signs in elsewhere; the page then holds another token, with which the same words may go again.
  const renewToken = async (body) => {
    const page = await fetch(location.href);
    if (page.redirected) return;
    const token = new DOMParser().parseFromString(await page.text(), "text/html").querySelector("[name=csrfmiddlewaretoken]");
    form.elements.csrfmiddlewaretoken.value = token.value;
    body.set("csrfmiddlewaretoken", token.value);
  };

  const send = async () => {
    if (sending) return later(WAIT);
    sending = true;
    unanswered ??= { sent: JSON.stringify(typed()), body: new FormData(form) };
    const { sent, body } = unanswered;
    try {
      if (isSignedOut) await renewToken(body);
      const answer = await fetch(form.action, { method: "POST", body, headers: { "Verder-Autosave": "1" } });
      isSignedOut = answer.redirected || answer.status === 403;
      const told = await answer.json();
      unanswered = null;
      said.textContent = told.said;
      if (answer.ok) {
        form.elements.version.value = told.version;
        form.elements.request_key.value = crypto.randomUUID();
        forget(sent);
        if (JSON.stringify(typed()) !== sent) typedOn();
      }
    } catch {
      said.textContent = isSignedOut ? said.dataset.signedOut : said.dataset.offline;
      later(AGAIN);
    }
    sending = false;
  };

  form.addEventListener("input", () => {
    remember();
    typedOn();
  });

  const kept = localStorage.getItem(place);
  if (kept && kept !== shown) {
    older.hidden = false;
    older.querySelector("button").addEventListener("click", () => {
      JSON.parse(kept).forEach((text, number) => (fields[number].value = text));
      older.hidden = true;
      form.dispatchEvent(new Event("input"));
    });
  } else {
    localStorage.removeItem(place);
  }
}
