// A part of a page follows what happens by itself; without this script the link beside it does.
"use strict";

const shown = document.querySelector("[data-again]");
const EVERY = Number(shown?.dataset.every) || 5000;

const follow = async () => {
  try {
    const answer = await fetch(shown.dataset.again);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const now = page.querySelector("[data-again]");
    if (!answer.ok || !now) return;
    if (now.innerHTML !== shown.innerHTML) shown.replaceChildren(...now.childNodes);
    if (!now.dataset.again) clearInterval(following);
  } catch {
    // No connection: what is shown stays, and the next look comes by itself.
  }
};

const following = shown?.dataset.again && setInterval(follow, EVERY);
