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

document.addEventListener("submit", holdButtonsAfterSubmit);
document.addEventListener("DOMContentLoaded", focusErrorSummary);
