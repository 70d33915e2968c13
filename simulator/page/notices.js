/** Short words to the person: toasts, dialogs, the enlarged picture, the line for screen readers. */
import {button, el, iconButton} from "./dom.js";

const TOAST_LASTS = 4000;

export function toast(place, text) {
  const note = el("p", {class: "toast", role: "status"}, text);
  place.querySelector(":scope > .toast")?.remove();
  place.append(note);
  setTimeout(() => note.remove(), TOAST_LASTS + 40 * text.length);
}

export function speak(text) {
  document.getElementById("spoken").textContent = text;
}

/** Shows `text` until it is acknowledged. */
export function alertBox(title, text) {
  return ask(title, [el("p", {}, text)], [["OK", "ok"]]);
}

/** True when the person agrees, false when they step back. */
export async function confirmBox(title, text, yes) {
  return (await ask(title, [el("p", {}, text)], [["Cancel", ""], [yes, "yes"]])) === "yes";
}

/**
 * A modal question. `answers` are [label, value] pairs, the last one is the main answer; resolves with the chosen
 * value, or "" when the dialog is left. Enter in a field of `content` gives the main answer.
 */
export function ask(title, content, answers) {
  const heading = el("h2", {}, title);
  const choices = answers.map(([label, value], place) =>
    el("button", {value, class: place === answers.length - 1 ? "main" : "quiet"}, label));
  const form = el("form", {method: "dialog"}, heading, content, el("div", {class: "answers"}, choices));
  const dialog = el("dialog", {class: "ask", "aria-label": title}, form);
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target.tagName !== "INPUT") return;
    event.preventDefault();
    dialog.close(answers.at(-1)[1]);
  });
  document.body.append(dialog);
  dialog.showModal();
  choices.at(-1).focus();
  content.flat().find((node) => node.querySelector?.("input[type=text]"))?.querySelector("input[type=text]").focus();
  return new Promise((answer) => dialog.addEventListener("close", () => {
    dialog.remove();
    answer(dialog.returnValue);
  }));
}

export function enlarge(source, description) {
  const leave = () => dialog.close();
  const picture = el("img", {src: source, alt: description, on: {click: leave}});
  const dialog = el("dialog", {class: "enlarged", "aria-label": "Picture", on: {close: () => dialog.remove()}},
    picture, iconButton("close", "Close", leave));
  dialog.addEventListener("click", (event) => event.target === dialog && leave());
  document.body.append(dialog);
  dialog.showModal();
}

/** A small menu beside `anchor`; `entries` are {label, icon, press} or null for a line between groups. */
export function menu(anchor, entries) {
  const items = entries.map((entry) => entry ? menuItem(entry, () => popup.hidePopover()) : el("hr"));
  const popup = el("div", {class: "menu", popover: "auto", role: "menu", on: {keydown: walk}}, items);
  popup.addEventListener("toggle", (event) => event.newState === "closed" && popup.remove());
  document.body.append(popup);
  popup.showPopover();
  placeBeside(popup, anchor);
  popup.querySelector("button").focus();
}

function menuItem({label, icon, press}, close) {
  return button([icon, label], () => {
    close();
    press();
  }, {role: "menuitem"});
}

function walk(event) {
  const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
  if (!step) return;
  event.preventDefault();
  const items = [...event.currentTarget.querySelectorAll("button")];
  items.at((items.indexOf(document.activeElement) + step) % items.length).focus();
}

function placeBeside(popup, anchor) {
  const beside = anchor.getBoundingClientRect();
  const left = Math.min(beside.left, innerWidth - popup.offsetWidth - 8);
  const above = beside.top - popup.offsetHeight - 6;
  popup.style.left = `${Math.max(8, left)}px`;
  popup.style.top = `${above > 8 ? above : Math.min(beside.bottom + 6, innerHeight - popup.offsetHeight - 8)}px`;
}
