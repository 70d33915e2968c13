/**
 * What the page knows of the simulated Telegram, kept fresh by the simulator's event stream.
 *
 * Events of a World: "people", "chat" {id}, "arrived" {id, message}, "keyboard" {id}, "typing" {id}, "call" {call},
 * "updates", "clock", "link" {up}.
 */
import {server} from "./server.js";

const TYPING_LASTS = 5000;
const REVIEWERS = new Set(["Rita", "Rob", "Lea", "Sam"]);

export class World extends EventTarget {
  bot = null;
  people = [];
  rooms = [];
  calls = [];
  commands = new Map();
  blocked = new Set();
  #chats = new Map();
  #clockLead = 0;
  #lost = false;

  async start() {
    await this.refresh();
    await this.#loadCalls();
    this.#listen();
  }

  get now() {
    return new Date(Date.now() + this.#clockLead);
  }

  get customers() {
    return this.people.filter((person) => !isReviewer(person));
  }

  get reviewers() {
    return this.people.filter(isReviewer);
  }

  person(id) {
    return this.people.find((person) => person.id === id);
  }

  /** The name shown over a chat: a room's title, or the bot's name in a private chat. */
  title(chatId) {
    return this.rooms.find((room) => room.id === chatId)?.title ?? this.bot?.first_name ?? "Waiting for a bot";
  }

  /** {messages: Map by message id, keyboard, typingUntil, loaded} of a chat; empty until `open` has loaded it. */
  chat(id) {
    if (!this.#chats.has(id)) this.#chats.set(id, {messages: new Map(), keyboard: null, typingUntil: 0, loaded: false});
    return this.#chats.get(id);
  }

  async open(id) {
    const chat = this.chat(id);
    if (!chat.loaded) await this.#load(id);
    return chat;
  }

  async refresh() {
    const state = await server.state();
    this.bot = state.bots[0] ?? null;
    this.people = state.users;
    this.rooms = state.chats.filter((chat) => chat.type !== "private");
    this.#clockLead = new Date(state.now) - Date.now();
    this.#tell("people");
    this.#tell("clock");
  }

  /** Forget everything seen and ask again, as after a reset or a lost connection. */
  async reload() {
    const known = [...this.#chats.keys()];
    this.#chats.clear();
    this.commands.clear();
    await this.refresh();
    await this.#loadCalls();
    for (const id of known) await this.#load(id);
    this.#tell("updates");
  }

  typing(id) {
    return this.chat(id).typingUntil > Date.now();
  }

  async #load(id) {
    const answer = await server.messages(id).catch(() => []);
    const chat = this.chat(id);
    chat.messages = new Map(listed(answer).map((message) => [message.message_id, message]));
    chat.keyboard = keyboardOf(answer);
    chat.loaded = true;
    this.#tell("chat", {id});
    this.#tell("keyboard", {id});
  }

  async #loadCalls() {
    this.calls = (await server.calls()).slice(-500);
    for (const call of this.calls) this.#learnFrom(call);
    this.#tell("call", {call: null});
  }

  #listen() {
    const stream = server.events();
    const on = (name, take) => stream.addEventListener(name, (event) => take.call(this, JSON.parse(event.data)));
    on("message", this.#takeMessage);
    on("edit", this.#takeEdit);
    on("delete", this.#takeDeletion);
    on("keyboard", this.#takeKeyboard);
    on("call", this.#takeCall);
    on("update", () => this.#tell("updates"));
    stream.addEventListener("open", () => this.#linked());
    stream.addEventListener("error", () => this.#unlinked());
  }

  async #takeMessage({chat: id, message}) {
    if (!this.person(id) && !this.rooms.some((room) => room.id === id)) await this.refresh();
    const chat = this.chat(id);
    chat.messages.set(message.message_id, message);
    chat.typingUntil = 0;
    this.#tell("chat", {id});
    this.#tell("arrived", {id, message});
  }

  #takeEdit({chat: id, message}) {
    this.chat(id).messages.set(message.message_id, message);
    this.#tell("chat", {id});
  }

  #takeDeletion({chat: id, message, message_id: messageId}) {
    this.chat(id).messages.delete(messageId ?? message.message_id);
    this.#tell("chat", {id});
  }

  #takeKeyboard({chat: id, keyboard, reply_keyboard: replyKeyboard}) {
    this.chat(id).keyboard = asKeyboard(keyboard ?? replyKeyboard);
    this.#tell("keyboard", {id});
  }

  #takeCall(data) {
    const call = data.call ?? data;
    this.calls.push(call);
    if (this.calls.length > 1000) this.calls.splice(0, 500);
    this.#learnFrom(call, true);
    this.#tell("call", {call});
  }

  #learnFrom(call, live = false) {
    const {params = {}} = call;
    if (call.method === "setMyCommands") this.commands.set(scopeOf(params), parsed(params.commands) ?? []);
    if (call.method === "sendChatAction" && live) this.#showTyping(Number(params.chat_id));
  }

  #showTyping(id) {
    this.chat(id).typingUntil = Date.now() + TYPING_LASTS;
    this.#tell("typing", {id});
    setTimeout(() => this.#tell("typing", {id}), TYPING_LASTS + 50);
  }

  #linked() {
    if (this.#lost) this.reload();
    this.#lost = false;
    this.#tell("link", {up: true});
  }

  #unlinked() {
    this.#lost = true;
    this.#tell("link", {up: false});
  }

  #tell(name, detail = {}) {
    this.dispatchEvent(new CustomEvent(name, {detail}));
  }
}

export function fullName({first_name: first, last_name: last}) {
  return last ? `${first} ${last}` : first;
}

/** Reviewers are the people of the staff side; the simulator seeds them under these names. */
export function isReviewer(person) {
  return REVIEWERS.has(person.first_name);
}
