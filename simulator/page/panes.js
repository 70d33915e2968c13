/** The two sides of the product: a customer's phone, and the reviewers' room with each one's private desk. */
import {avatar, button, el, icon, iconButton} from "./dom.js";
import {Conversation} from "./conversation.js";
import {author, inWords} from "./bubbles.js";
import {ask, speak} from "./notices.js";
import {server} from "./server.js";
import {fullName} from "./world.js";

/** Counts what arrived in chats that nobody looks at. */
export class Unread extends EventTarget {
  #counts = new Map();

  of(chatId) {
    return this.#counts.get(chatId) ?? 0;
  }

  add(chatId) {
    this.#counts.set(chatId, this.of(chatId) + 1);
    this.dispatchEvent(new Event("change"));
  }

  clear(chatId) {
    if (this.#counts.delete(chatId)) this.dispatchEvent(new Event("change"));
  }
}

export class CustomerPane {
  #world;
  #unread;
  #person = null;

  constructor(place, world, unread) {
    this.#world = world;
    this.#unread = unread;
    this.people = el("div", {class: "people", role: "group", "aria-label": "You are"});
    this.head = el("div", {class: "chat-head"});
    this.conversation = new Conversation(world, () => {});
    place.append(el("div", {class: "pane-head"}, this.people), this.head, this.conversation.element);
    this.place = place;
    unread.addEventListener("change", () => this.#drawPeople());
    world.addEventListener("people", () => this.#peopleChanged());
    for (const change of ["typing", "chat", "blocked"]) {
      world.addEventListener(change, ({detail}) => detail.id === this.#person?.id && this.#drawHead());
    }
  }

  get person() {
    return this.#person;
  }

  async choose(person) {
    this.#person = person;
    this.#drawPeople();
    this.#drawHead();
    this.seen();
    this.place.dispatchEvent(new Event("chosen"));
    await this.conversation.show(person.id, person);
  }

  /** The person looks at the open chat now. */
  seen() {
    if (this.#person && shown(this.place)) this.#unread.clear(this.#person.id);
  }

  arrived(chatId, message) {
    if (!isCustomer(this.#world, chatId) || message.by !== "bot") return;
    if (chatId === this.#person?.id && shown(this.place)) announce(message);
    else this.#unread.add(chatId);
  }

  waiting() {
    return this.#world.customers.some((person) => this.#unread.of(person.id) > 0);
  }

  #peopleChanged() {
    const {customers} = this.#world;
    const same = customers.find((person) => person.id === this.#person?.id) ?? customers[0];
    if (same) this.choose(same);
  }

  #drawPeople() {
    this.people.replaceChildren(...this.#world.customers.map((person) =>
      chip(person, person.id === this.#person?.id, this.#unread.of(person.id), () => this.choose(person))),
      iconButton("add", "New person", () => this.#addPerson(), {class: "icon add"}));
  }

  #drawHead() {
    const world = this.#world;
    const id = this.#person?.id;
    this.head.replaceChildren(...headOf(world.title(id), world.bot?.id ?? 0, statusOf(world, id)));
  }

  async #addPerson() {
    const field = (label, value, length = 64) => el("input", {type: "text", value, maxlength: length, autocomplete: "off", "aria-label": label, placeholder: label});
    const fields = [field("First name", ""), field("Last name", ""), field("Language, like en or uk", "en", 5), field("Phone number", "")];
    const added = await ask("New person", [el("div", {class: "fields"}, fields)], [["Cancel", ""], ["Add", "add"]]);
    const [firstName, lastName, language, phone] = fields.map((input) => input.value.trim());
    if (!added || !firstName) return;
    await this.conversation.attempt(async () => {
      const person = await server.addUser({first_name: firstName, ...(lastName && {last_name: lastName}),
        language_code: language || "en", ...(phone && {phone_number: phone})});
      await this.#world.refresh();
      await this.choose(this.#world.person(person.id) ?? person);
    });
  }
}

export class StaffPane {
  #world;
  #unread;
  #reviewer = null;
  #atDesk = false;

  constructor(place, world, unread) {
    this.#world = world;
    this.#unread = unread;
    this.people = el("div", {class: "people", role: "group", "aria-label": "Reviewer"});
    this.tabs = el("div", {class: "chat-tabs", role: "group", "aria-label": "Chat"});
    this.conversation = new Conversation(world, () => this.#open(true));
    place.append(el("div", {class: "pane-head"}, this.people), this.tabs, this.conversation.element);
    this.place = place;
    unread.addEventListener("change", () => this.#draw());
    world.addEventListener("people", () => this.#peopleChanged());
    world.addEventListener("typing", () => this.#drawTabs());
  }

  get room() {
    return this.#world.rooms[0] ?? null;
  }

  seen() {
    if (this.#reviewer && shown(this.place)) this.#unread.clear(this.conversation.chatId);
  }

  arrived(chatId, message) {
    if (isCustomer(this.#world, chatId) || message.by !== "bot") return;
    if (chatId === this.conversation.chatId && shown(this.place)) announce(message);
    else this.#unread.add(chatId);
  }

  waiting() {
    return [this.room, ...this.#world.reviewers].some((chat) => chat && this.#unread.of(chat.id) > 0);
  }

  async #choose(reviewer) {
    this.#reviewer = reviewer;
    await this.#open(this.#atDesk || !this.room);
  }

  async #open(atDesk) {
    this.#atDesk = atDesk;
    const chatId = atDesk ? this.#reviewer.id : this.room.id;
    this.#draw();
    const showing = this.conversation.show(chatId, this.#reviewer);
    this.seen();
    await showing;
  }

  #peopleChanged() {
    const {reviewers} = this.#world;
    const same = reviewers.find((reviewer) => reviewer.id === this.#reviewer?.id) ?? reviewers[0];
    if (same) this.#choose(same);
    this.place.classList.toggle("nobody", !same);
  }

  #draw() {
    this.people.replaceChildren(...this.#world.reviewers.map((reviewer) =>
      chip(reviewer, reviewer.id === this.#reviewer?.id, this.#unread.of(reviewer.id), () => this.#choose(reviewer))));
    this.#drawTabs();
  }

  #drawTabs() {
    if (!this.#reviewer) return;
    const desk = `${this.#reviewer.first_name}'s desk`;
    const typing = this.#world.typing(this.#reviewer.id) ? "typing" : "";
    const tabs = [[desk, "desk", true, this.#unread.of(this.#reviewer.id), typing]];
    if (this.room) tabs.unshift([this.room.title ?? "Staff", "people", false, this.#unread.of(this.room.id), ""]);
    this.tabs.replaceChildren(...tabs.map(([label, sign, atDesk, count, status]) =>
      button([icon(sign), el("span", {}, label), status && el("span", {class: "typing"}, status), dot(count)],
        () => this.#open(atDesk), {"aria-pressed": this.#atDesk === atDesk})));
  }
}

/** Whether the pane is on the screen, which on a phone only one is. */
function shown(place) {
  return place.offsetParent !== null && !document.hidden;
}

function isCustomer(world, id) {
  const person = world.person(id);
  return Boolean(person) && !world.isReviewer(person);
}

function announce(message) {
  speak(`${author(message)}: ${inWords(message)}`);
}

function chip(person, chosen, count, press) {
  return button([avatar(fullName(person), person.id), el("span", {}, person.first_name), dot(count)], press,
    {class: "person", "aria-pressed": chosen});
}

function dot(count) {
  return count > 0 ? el("span", {class: "dot"}, count, el("span", {class: "spoken"}, " unread")) : "";
}

function headOf(title, id, status) {
  return [avatar(title, id), el("div", {}, el("h2", {}, title), el("p", {class: status.live ? "status live" : "status"}, status.words))];
}

function statusOf(world, id) {
  if (!world.bot) return {words: "The bot is not connected yet"};
  if (world.typing(id)) return {words: "typing…", live: true};
  if (world.blocked.has(id)) return {words: "blocked by you"};
  return {words: world.bot.username ? `@${world.bot.username}` : "bot"};
}
