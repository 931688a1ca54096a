// Dragging items of an agenda into another order; the buttons beside each item do the same without this script.
"use strict";

const list = document.querySelector(".verder-making");
const form = list?.closest("form");

if (form) {
  const items = () => [...list.querySelectorAll("[data-item]")];
  let dragged = null;

  const start = (event) => {
    dragged = event.currentTarget;
    event.dataTransfer.effectAllowed = "move";
    dragged.classList.add("is-dragged");
  };

  const over = (event) => {
    if (!dragged) return;
    event.preventDefault();
    const target = event.currentTarget;
    if (target === dragged) return;
    const { top, height } = target.getBoundingClientRect();
    target[event.clientY < top + height / 2 ? "before" : "after"](dragged);
  };

  const end = () => {
    dragged?.classList.remove("is-dragged");
    dragged = null;
    const order = items().map((item) => item.dataset.item).join(",");
    if (order === form.elements.order.value) return;
    form.elements.order.value = order;
    form.requestSubmit();
  };

  for (const item of items()) {
    item.draggable = true;
    item.addEventListener("dragstart", start);
    item.addEventListener("dragover", over);
    item.addEventListener("dragend", end);
  }
}
