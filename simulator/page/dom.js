/** Building elements without ever parsing a stranger's text as HTML. */

/**
 * A new element. `on` maps event names to listeners, `data` fills the dataset; everything else is an attribute:
 * `true` sets it empty, `false`, `null` and `undefined` leave it out; ARIA attributes say "true" and "false". Children that are strings become text.
 */
export function el(tag, {on = {}, data = {}, ...attributes} = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("aria-") && value != null) element.setAttribute(name, value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  Object.assign(element.dataset, data);
  for (const [name, listener] of Object.entries(on)) element.addEventListener(name, listener);
  element.append(...children.flat().filter((child) => child != null && child !== false));
  return element;
}

export function button(label, press, attributes = {}) {
  return el("button", {type: "button", on: {click: press}, ...attributes}, label);
}

export function iconButton(name, label, press, attributes = {}) {
  return el("button", {type: "button", class: "icon", "aria-label": label, title: label, on: {click: press}, ...attributes},
    icon(name));
}

const SHAPES = {
  attach: "M20 11.5l-7.8 7.8a5 5 0 0 1-7.1-7.1l8.5-8.4a3.3 3.3 0 0 1 4.7 4.7l-8.4 8.4a1.7 1.7 0 0 1-2.4-2.4l7.1-7",
  send: "M4 12l16-8-5 16-3.5-6.5z M11.5 13.5L20 4",
  close: "M6 6l12 12 M18 6L6 18",
  down: "M6 10l6 6 6-6",
  check: "M5 12.5l4.5 4.5L19 7.5",
  keys: "M4 6h16v12H4z M7.5 10h.01 M12 10h.01 M16.5 10h.01 M8 14h8",
  slash: "M5 4h14v16H5z M14 8l-4 8",
  more: "M6 12h.01 M12 12h.01 M18 12h.01",
  edit: "M5 19l1-4L16 5l3 3L9 18z",
  trash: "M5 7h14 M10 7V4h4v3 M7 7l1 13h8l1-13",
  file: "M7 3h7l4 4v14H7z M14 3v4h4",
  photo: "M4 5h16v14H4z M4 16l5-5 4 4 3-3 4 4 M15.5 9h.01",
  album: "M3 8h14v12H3z M7 8V4h14v12h-4",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8z M4 21a8 8 0 0 1 16 0",
  people: "M9 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8z M2 21a7 7 0 0 1 14 0 M16 4.5a4 4 0 0 1 0 7 M18 14.5a7 7 0 0 1 4 6.5",
  sticker: "M20 13V4H4v16h9z M20 13h-5a2 2 0 0 0-2 2v5 M9 9h.01 M15 9h.01",
  voice: "M12 3a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3z M5.5 11a6.5 6.5 0 0 0 13 0 M12 17.5V21",
  video: "M3 6h12v12H3z M15 10l6-3v10l-6-3",
  place: "M12 21s7-6.5 7-11.5a7 7 0 0 0-14 0C5 14.500 12 21 12 21z M12 9.500h.01",
  poll: "M5 20V10 M12 20V4 M19 20v-7",
  lock: "M6 11h12v9H6z M8.500 11V8a3.500 3.500 0 0 1 7 0v3",
  link: "M14 5h5v5 M19 5l-8 8 M17 14v5H5V7h5",
  copy: "M9 9h11v11H9z M15 9V4H4v11h5",
  add: "M12 5v14 M5 12h14",
  chat: "M4 5h16v11H10l-4.500 4v-4H4z",
  desk: "M4 4h16v16H4z M8 9h8 M8 13h8 M8 17h4",
  pulse: "M3 12h4l3-7 4 14 3-7h4",
  sample: "M3 6h18v12H3z M7 10h4v4H7z M14 10h4 M14 14h4",
};

/** A line icon, hidden from screen readers: the control that holds it carries the name. */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", SHAPES[name]);
  svg.append(path);
  return svg;
}

/** A round badge with the first letters of a name, always in the same colour for the same id. */
export function avatar(name, id) {
  const letters = name.split(/\s+/).slice(0, 2).map((word) => [...word][0] ?? "").join("").toUpperCase();
  return el("span", {class: "avatar", "aria-hidden": "true", data: {hue: Math.abs(id) % 6}}, letters);
}

/** Run `work` and keep the control from being pressed again until it is done. */
export async function busy(control, work) {
  if (control.getAttribute("aria-busy") === "true") return undefined;
  control.setAttribute("aria-busy", "true");
  try {
    return await work();
  } finally {
    control.removeAttribute("aria-busy");
  }
}

export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

// The clipboard API needs a secure page; a phone that opens the demo over the local network has none.
function copyBySelection(text) {
  const box = el("textarea", {class: "spoken", "aria-hidden": "true"}, text);
  document.body.append(box);
  box.select();
  const copied = document.execCommand("copy");
  box.remove();
  return copied;
}
