// The big screen follows the meeting by itself; without this script the link beside it does.
"use strict";

const EVERY = 5000;
const shown = document.querySelector("[data-again]");

const follow = async () => {
  try {
    const answer = await fetch(shown.dataset.again);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const now = page.querySelector("[data-again]");
    if (answer.ok && now && now.innerHTML !== shown.innerHTML) shown.replaceChildren(...now.childNodes);
  } catch {
    // No connection: what is shown stays, and the next look comes by itself.
  }
};

if (shown) setInterval(follow, EVERY);
