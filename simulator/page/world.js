/**
 * What the page knows of the simulated Telegram, kept fresh by the simulator's event stream.
 *
 * Events of a World: "people", "chat" {id}, "arrived" {id, message}, "keyboard" {id}, "typing" {id}, "call" {call},
 * "answer" {callback}, "blocked" {id}, "updates", "clock", "link" {up}.
 */
import {server} from "./server.js";

const TYPING_LASTS = 5000;
const KEPT_CALLS = 1000;
const SEEDED_REVIEWERS = new Set(["Rita", "Rob", "Lea", "Sam"]);

export class World extends EventTarget {
  bot = null;
  people = [];
  rooms = [];
  calls = [];
  blocked = new Set();
  #chats = new Map();
  #commands = new Map();
  #clockLead = 0;

  /** Listens first and asks then, so that nothing falls between the two; a stream that comes back asks again. */
  start() {
    const stream = server.events();
    const on = (name, take) => stream.addEventListener(name, (event) => take(JSON.parse(event.data)));
    on("message", ({chat, message}) => this.#takeMessage(chat, message));
    on("edit", ({chat, message}) => this.#takeEdit(chat, message));
    on("delete", (deletion) => this.#takeDeletion(deletion));
    on("keyboard", (change) => this.#takeKeyboard(change));
    on("callback", (callback) => callback.answered && this.#tell("answer", {callback}));
    on("call", (call) => this.#takeCall(call));
    on("update", (update) => this.#takeUpdate(update));
    on("reset", () => this.reload());
    stream.addEventListener("open", () => {
      this.#tell("link", {up: true});
      this.reload();
    });
    stream.addEventListener("error", () => this.#tell("link", {up: false}));
  }

  /** The time in the simulator, which may have been skipped ahead. */
  get now() {
    return new Date(Date.now() + this.#clockLead);
  }

  get customers() {
    return this.people.filter((person) => !this.isReviewer(person));
  }

  get reviewers() {
    return this.people.filter((person) => this.isReviewer(person));
  }

  /** Reviewers are the members of the staff rooms, and those whom the simulator seeds for the staff side. */
  isReviewer(person) {
    return this.rooms.some((room) => room.members?.[person.id]) || SEEDED_REVIEWERS.has(person.first_name);
  }

  person(id) {
    return this.people.find((person) => person.id === id);
  }

  /** The name shown over a chat: a room's title, or the bot's name in a private chat. */
  title(chatId) {
    return this.rooms.find((room) => room.id === chatId)?.title ?? this.bot?.first_name ?? "Waiting for the bot";
  }

  mayWrite(chatId, person) {
    const room = this.rooms.find(({id}) => id === chatId);
    if (!room) return true;
    const role = room.members?.[person.id];
    return room.type === "channel" ? ["creator", "administrator"].includes(role) : Boolean(role);
  }

  /** {messages: Map by message id, keyboard, typingUntil, loaded} of a chat; empty until `open` has loaded it. */
  chat(id) {
    if (!this.#chats.has(id)) this.#chats.set(id, {messages: new Map(), keyboard: null, typingUntil: 0, loaded: false});
    return this.#chats.get(id);
  }

  async open(id) {
    if (!this.chat(id).loaded) await this.#reach(() => this.#load(id));
  }

  typing(id) {
    return this.chat(id).typingUntil > Date.now();
  }

  /** The commands that the bot offers this person here, [{command, description}]: the narrowest list that it set. */
  commandsFor(chatId, person) {
    const kind = chatId > 0 ? "all_private_chats" : "all_group_chats";
    const scopes = [`chat ${chatId}`, kind, "default"];
    const names = scopes.flatMap((scope) => [`${scope} ${person.language_code}`, `${scope} `]);
    return names.map((name) => this.#commands.get(name)).find((list) => list?.length) ?? [];
  }

  async refresh() {
    const state = await server.state();
    this.bot = state.bots.at(-1) ?? null;
    this.people = state.users;
    this.rooms = state.chats.filter((chat) => chat.type !== "private");
    this.blocked = new Set(state.chats.filter((chat) => chat.blocked).map((chat) => chat.id));
    this.#clockLead = new Date(state.now) - Date.now();
    this.#tell("people");
    this.#tell("clock");
  }

  /** Forget everything seen and ask again. */
  async reload() {
    const known = [...this.#chats.keys()];
    this.#chats.clear();
    await this.#reach(async () => {
      await this.refresh();
      await this.#loadCalls();
      for (const id of known) await this.#load(id);
      this.#tell("updates");
    });
  }

  async #reach(work) {
    try {
      await work();
    } catch {
      this.#tell("link", {up: false});
    }
  }

  async #load(id) {
    const chat = this.chat(id);
    if (id < 0 || this.bot) {
      const [messages, {keyboard}] = await Promise.all([server.messages(id), server.keyboard(id)]);
      for (const message of messages) keepNewer(chat.messages, message);
      chat.keyboard = keyboard;
      chat.loaded = true;
    }
    this.#tell("chat", {id});
    this.#tell("keyboard", {id});
  }

  async #loadCalls() {
    this.calls = await server.calls();
    for (const call of this.calls) this.#learnCommands(call);
    this.calls = this.calls.slice(-KEPT_CALLS);
    this.#tell("call", {call: null});
  }

  async #takeMessage(id, message) {
    if (!this.person(id) && !this.rooms.some((room) => room.id === id)) await this.#reach(() => this.refresh());
    const chat = this.chat(id);
    keepNewer(chat.messages, message);
    chat.typingUntil = 0;
    this.#tell("chat", {id});
    this.#tell("arrived", {id, message});
  }

  #takeEdit(id, message) {
    keepNewer(this.chat(id).messages, message);
    this.#tell("chat", {id});
  }

  #takeDeletion({chat: id, message_id: messageId}) {
    this.chat(id).messages.set(messageId, {message_id: messageId, deleted: true, change: Infinity});
    this.#tell("chat", {id});
  }

  #takeKeyboard({chat: id, keyboard}) {
    this.chat(id).keyboard = keyboard;
    this.#tell("keyboard", {id});
  }

  #takeCall(call) {
    if (call.n <= this.calls.at(-1)?.n) return;
    this.calls.push(call);
    if (this.calls.length > 2 * KEPT_CALLS) this.calls.splice(0, KEPT_CALLS);
    if (!this.bot) this.reload();
    this.#learnCommands(call);
    if (call.method === "sendChatAction") this.#showTyping(Number(call.params.chat_id));
    this.#tell("call", {call});
  }

  #takeUpdate(update) {
    const member = update.my_chat_member;
    if (member) this.#learnBlock(member.chat.id, member.new_chat_member.status === "kicked");
    this.#tell("updates");
  }

  #learnBlock(id, blocked) {
    if (blocked) this.blocked.add(id);
    else this.blocked.delete(id);
    this.#tell("blocked", {id});
  }

  #learnCommands({method, ok, params}) {
    if (method !== "setMyCommands" || !ok) return;
    const scope = parsed(params.scope) ?? {type: "default"};
    const name = scope.chat_id ? `chat ${scope.chat_id}` : scope.type;
    this.#commands.set(`${name} ${params.language_code ?? ""}`, parsed(params.commands) ?? []);
  }

  #showTyping(id) {
    this.chat(id).typingUntil = Date.now() + TYPING_LASTS;
    this.#tell("typing", {id});
    setTimeout(() => this.#tell("typing", {id}), TYPING_LASTS + 50);
  }

  #tell(name, detail = {}) {
    this.dispatchEvent(new CustomEvent(name, {detail}));
  }
}

export function fullName({first_name: first, last_name: last}) {
  return last ? `${first} ${last}` : first;
}

// What was asked for and what the stream tells may overtake each other; `change` rises with every change.
function keepNewer(messages, message) {
  const known = messages.get(message.message_id);
  if (!known || known.change < message.change) messages.set(message.message_id, message);
}

// A parameter of a logged call is an object, or the JSON text that the bot sent.
function parsed(value) {
  return typeof value === "string" ? JSON.parse(value) : value;
}
