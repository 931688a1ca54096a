// What a browser with JavaScript does a little better; every page works without it.
"use strict";

const WAIT_AFTER_SUBMIT = 3000;

const focusErrorSummary = () => {
  document.getElementById("error-summary")?.focus();
};

// The server takes a step only once; this spares people the page that says so.
const holdButtonsAfterSubmit = (event) => {
  if (event.defaultPrevented) return;
  const buttons = [...event.target.elements].filter((element) => element.type === "submit" && !element.disabled);
  setTimeout(() => buttons.forEach((button) => (button.disabled = true)));
  setTimeout(() => buttons.forEach((button) => (button.disabled = false)), WAIT_AFTER_SUBMIT);
};

// Who explains why a finding may stay, wants it to stay.
const keepWhatIsExplained = ({ target }) => {
  const keep = target.closest(".verder-proof__note")?.querySelector("[value=keep]");
  if (keep && target.type !== "radio" && target.value.trim()) keep.checked = true;
};

// A station of a form's contents is full when something stands in its section.
const fillStations = () => {
  for (const entry of document.querySelectorAll(".verder-contents > li")) {
    const section = document.querySelector(entry.querySelector("a").hash);
    if (!section?.matches("section")) continue;
    const written = [...section.querySelectorAll("textarea, select, input:not([type=radio])")].some((field) => field.value.trim());
    const choices = [...section.querySelectorAll("input[type=radio]")];
    const chosen = choices.some((choice) => choice.checked !== choice.defaultChecked);
    const full = written || chosen || (choices.length > 0 && entry.classList.contains("is-filled"));
    entry.classList.toggle("is-filled", full);
    entry.querySelector(".verder-contents__filled").hidden = !full;
  }
};

// Reading along comes only once somebody goes to a field that it serves.
const READING_ALONG = document.currentScript.dataset.readingAlong.split(" ");
const bringReadingAlong = ({ target }) => {
  if (!target.closest?.(".verder-field")?.querySelector(".verder-coach")) return;
  document.removeEventListener("focusin", bringReadingAlong);
  for (const src of READING_ALONG) document.head.append(Object.assign(document.createElement("script"), { src }));
};

document.addEventListener("focusin", bringReadingAlong);
document.addEventListener("input", keepWhatIsExplained);
document.addEventListener("input", fillStations);
window.addEventListener("pageshow", fillStations);
document.addEventListener("submit", holdButtonsAfterSubmit);
document.addEventListener("DOMContentLoaded", focusErrorSummary);
// Once more, as an address that ends on #… takes the focus to there when the page is complete; not from who went on.
window.addEventListener("load", focusErrorSummary);
for (const act of ["keydown", "pointerdown"]) {
  document.addEventListener(act, () => window.removeEventListener("load", focusErrorSummary), { once: true });
}
