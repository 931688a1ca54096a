// What stands under a field while somebody types; htmx fetches it.
"use strict";

// Nothing moves under the hands of who is there, and nothing is said twice.
const holdStill = (event) => {
  const { target: region, serverResponse } = event.detail;
  if (serverResponse === region.said || region.contains(document.activeElement)) event.detail.shouldSwap = false;
  else Object.assign(region, { said: serverResponse, wasOpen: region.querySelector("details")?.open });
};
const tellSummary = ({ target: region }) => {
  const details = region.querySelector("details");
  if (details) details.open = region.wasOpen;
  const status = region.previousElementSibling;
  const summary = region.querySelector("summary, p").textContent;
  if (status.textContent !== summary) status.textContent = summary;
};

const replaceInField = ({ target }) => {
  const { replace, at, by } = target.dataset;
  if (!replace) return;
  const field = target.closest(".verder-field").querySelector("textarea, input");
  const start = field.value.startsWith(replace, Number(at)) ? Number(at) : field.value.indexOf(replace);
  if (start < 0) return;
  field.focus();
  field.setRangeText(by, start, start + replace.length, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
};

document.addEventListener("htmx:beforeRequest", (event) => navigator.onLine || event.preventDefault());
document.addEventListener("htmx:beforeSwap", holdStill);
document.addEventListener("htmx:afterSwap", tellSummary);
document.addEventListener("click", replaceInField);
