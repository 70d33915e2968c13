/** Joins the panes of the demo page and keeps one of them in front on a phone. */
import {button, el, icon} from "./dom.js";
import {Inspector} from "./inspector.js";
import {CustomerPane, StaffPane, Unread} from "./panes.js";
import {World} from "./world.js";

const PANES = [["customer", "Customer", "chat"], ["staff", "Staff", "people"], ["inspector", "Inspector", "pulse"]];
const byId = (id) => document.getElementById(id);

const world = new World();
const unread = new Unread();
const customer = new CustomerPane(byId("customer"), world, unread);
const staff = new StaffPane(byId("staff"), world, unread);
new Inspector(byId("inspector"), world, customer);

function bringToFront(pane) {
  document.body.dataset.pane = pane;
  drawTabs();
  customer.seen();
  staff.seen();
}

function drawTabs() {
  const waiting = {customer: customer.waiting(), staff: staff.waiting(), inspector: false};
  byId("tabs").replaceChildren(...PANES.map(([pane, label, sign]) => button(
    [icon(sign), el("span", {}, label), waiting[pane] && el("span", {class: "dot small"}, el("span", {class: "spoken"}, "unread"))].filter(Boolean),
    () => bringToFront(pane), {"aria-pressed": document.body.dataset.pane === pane})));
}

function showInspector(open) {
  document.body.classList.toggle("with-inspector", open);
  byId("toggle-inspector").setAttribute("aria-expanded", open);
}

byId("toggle-inspector").addEventListener("click", () => showInspector(!document.body.classList.contains("with-inspector")));
unread.addEventListener("change", drawTabs);
document.addEventListener("visibilitychange", () => {
  customer.seen();
  staff.seen();
});
customer.place.addEventListener("chosen", () => {
  byId("hint").textContent = `You are ${customer.person.first_name}. Type /start`;
});
world.addEventListener("arrived", ({detail: {id, message}}) => {
  customer.arrived(id, message);
  staff.arrived(id, message);
});
world.addEventListener("link", ({detail: {up}}) => {
  byId("link-state").textContent = up ? "" : "The simulator does not answer. Trying again…";
});

showInspector(matchMedia("(min-width: 1180px)").matches);
drawTabs();
world.start();
