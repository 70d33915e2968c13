/** Message text: the server's HTML, rebuilt from an allow-list, with spoilers to reveal and code to copy. */
import {button, el} from "./dom.js";

const PLAIN = new Set(["B", "STRONG", "I", "EM", "U", "INS", "S", "STRIKE", "DEL", "BR"]);
const LINK_SCHEMES = new Set(["http:", "https:", "mailto:", "tel:", "tg:"]);

/**
 * A fragment with the allowed elements of `html`; every other element leaves its text only.
 * `follow(href)` is called for a pressed link, `copy(text)` for pressed code, `send(text)` for a pressed command.
 */
export function richText(html, handlers) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  const rebuilt = document.createDocumentFragment();
  rebuilt.append(...children(parsed.body, handlers));
  return rebuilt;
}

/** The texts of all code examples in `html`, in order. */
export function codeExamples(html) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  return [...parsed.querySelectorAll("code")].map((code) => code.textContent.trim()).filter(Boolean);
}

function children(node, handlers) {
  return [...node.childNodes].map((child) => rebuild(child, handlers)).flat();
}

function rebuild(node, handlers) {
  if (node.nodeType === Node.TEXT_NODE) return [node.textContent];
  if (node.nodeType !== Node.ELEMENT_NODE) return [];
  if (PLAIN.has(node.tagName)) return [el(node.tagName, {}, children(node, handlers))];
  switch (node.tagName) {
    case "SCRIPT":
    case "STYLE":
      return [];
    case "A":
      return [link(node, handlers)];
    case "PRE":
    case "CODE":
      return [code(node, handlers)];
    case "BLOCKQUOTE":
      return [quote(node, handlers)];
    case "TG-SPOILER":
      return [spoiler(node, handlers)];
    case "TIME":
      return [moment(node, handlers)];
    case "SPAN":
      return span(node, handlers);
    default:
      return children(node, handlers);
  }
}

function span(node, handlers) {
  if (node.classList.contains("tg-spoiler")) return [spoiler(node, handlers)];
  if (node.classList.contains("bot_command")) return [command(node, handlers)];
  return children(node, handlers);
}

function command(node, {send}) {
  const text = node.textContent;
  return pressable(el("span", {class: "command", role: "button", tabindex: "0"}, text), () => send(text));
}

function moment(node, handlers) {
  const seconds = Number(node.dataset.unix);
  const local = seconds ? new Date(seconds * 1000).toLocaleString() : null;
  return el("time", {title: local}, children(node, handlers));
}

function link(node, handlers) {
  const href = node.getAttribute("href") ?? "";
  if (!URL.canParse(href) || !LINK_SCHEMES.has(new URL(href).protocol)) return el("span", {}, children(node, handlers));
  const press = (event) => {
    event.preventDefault();
    handlers.follow(href);
  };
  return el("a", {href, rel: "noopener noreferrer", on: {click: press}}, children(node, handlers));
}

function code(node, {copy}) {
  const text = node.textContent;
  return pressable(el(node.tagName, {class: "copyable", role: "button", tabindex: "0", title: "Copy"}, text),
    () => copy(text));
}

function quote(node, handlers) {
  const whole = el("blockquote", {}, children(node, handlers));
  if (!node.classList.contains("expandable")) return whole;
  whole.classList.add("clamped");
  const more = button("Show all", () => {
    const open = !whole.classList.toggle("clamped");
    more.textContent = open ? "Show less" : "Show all";
    more.setAttribute("aria-expanded", open);
  }, {class: "quiet", "aria-expanded": "false"});
  return el("div", {}, whole, more);
}

function spoiler(node, handlers) {
  const inside = el("span", {class: "hidden-text", "aria-hidden": "true"}, children(node, handlers));
  inside.inert = true;
  const cover = el("span", {class: "spoiler", role: "button", tabindex: "0", "aria-label": "Hidden text, press to show"}, inside);
  return pressable(cover, () => reveal(cover, inside));
}

function reveal(cover, inside) {
  cover.classList.add("shown");
  for (const name of ["role", "tabindex", "aria-label"]) cover.removeAttribute(name);
  inside.removeAttribute("aria-hidden");
  inside.inert = false;
}

function pressable(element, press) {
  element.addEventListener("click", press);
  element.addEventListener("keydown", (event) => {
    if (event.target !== element || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    press();
  });
  return element;
}
