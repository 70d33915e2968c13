/** The operator's side: what the bot and Telegram said to each other, and the ways to make it harder for the bot. */
import {busy, button, el} from "./dom.js";
import {confirmBox, toast} from "./notices.js";
import {server} from "./server.js";

const SHOWN = 200;
const clockFace = new Intl.DateTimeFormat("en-GB", {weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit"});

const FAULTS = [
  {label: "429 Too many requests", fault: {kind: "429", retry_after: 2}},
  {label: "502 Bad gateway", fault: {kind: "502"}},
  {label: "Drop before", title: "The call is lost on its way", fault: {kind: "reset_before"}},
  {label: "Drop after", title: "The call is done, its answer is lost", fault: {kind: "reset_after"}},
  {label: "Slow, 5 s", fault: {kind: "delay", seconds: 5}},
];

export class Inspector {
  #world;
  #customer;
  #held = false;
  #pending = 0;

  constructor(place, world, customer) {
    this.#world = world;
    this.#customer = customer;
    this.place = place;
    place.append(this.#faultGroup(), this.#updateGroup(), this.#clockGroup(), this.#log());
    world.addEventListener("call", ({detail}) => detail.call ? this.#addCall(detail.call) : this.#drawLog());
    world.addEventListener("call", () => this.#countSoon());
    world.addEventListener("updates", () => this.#countSoon());
    world.addEventListener("clock", () => this.#drawClock());
    world.addEventListener("blocked", () => this.#drawBlock());
    customer.place.addEventListener("chosen", () => this.#drawBlock());
    setInterval(() => this.#drawClock(), 20_000);
  }

  #group(title, ...content) {
    return el("section", {class: "tools", "aria-label": title}, el("h2", {}, title), content);
  }

  #act(label, work, attributes) {
    return button(label, (event) => busy(event.currentTarget, () => this.#attempt(work)), attributes);
  }

  async #attempt(work) {
    try {
      await work();
    } catch (problem) {
      toast(this.place, problem.message);
    }
  }

  #faultGroup() {
    this.method = el("input", {type: "text", list: "methods", value: "sendMessage", placeholder: "any method", "aria-label": "Method that is hit", spellcheck: "false"});
    this.times = el("input", {type: "number", min: "1", max: "99", value: "1", "aria-label": "How many calls are hit"});
    const methods = ["sendMessage", "sendPhoto", "editMessageText", "answerCallbackQuery", "getFile", "getUpdates"];
    return this.#group("Faults",
      el("div", {class: "line"}, el("span", {}, "Next"), this.times, el("span", {}, "calls of"), this.method,
        el("datalist", {id: "methods"}, methods.map((name) => el("option", {value: name})))),
      el("div", {class: "line"}, FAULTS.map(({label, title, fault}) =>
        this.#act(label, () => this.#addFault(label, fault), {class: "tool", title})),
        this.#act("Clear faults", () => this.#clearFaults(), {class: "tool"})));
  }

  async #addFault(label, fault) {
    const method = this.method.value.trim();
    const times = Number(this.times.value) || 1;
    await server.addFault({...fault, times, ...(method && {method})});
    toast(this.place, `${label}: ${times === 1 ? "the next call" : `the next ${times} calls`}${method ? ` of ${method}` : ""}`);
  }

  async #clearFaults() {
    await server.clearFaults();
    toast(this.place, "No faults");
  }

  #updateGroup() {
    this.queue = el("p", {class: "note"}, "");
    this.holdButton = this.#act("Hold updates", () => this.#toggleHold(), {class: "tool", "aria-pressed": "false"});
    this.blockButton = this.#act("Block the bot", () => this.#toggleBlock(), {class: "tool", "aria-pressed": "false"});
    return this.#group("Updates", el("div", {class: "line"}, this.holdButton,
      this.#act("Deliver the last one twice", () => server.duplicate(), {class: "tool"}), this.blockButton), this.queue);
  }

  async #toggleHold() {
    await (this.#held ? server.release() : server.hold());
    await this.#count();
  }

  async #toggleBlock() {
    const {id} = this.#customer.person;
    await (this.#world.blocked.has(id) ? server.unblock(id) : server.block(id));
  }

  #drawBlock() {
    const {person} = this.#customer;
    const blocked = this.#world.blocked.has(person.id);
    this.blockButton.textContent = blocked ? `${person.first_name} unblocks the bot` : `${person.first_name} blocks the bot`;
    this.blockButton.setAttribute("aria-pressed", blocked);
  }

  // Many calls arrive at once; one question for all of them is enough.
  #countSoon() {
    clearTimeout(this.#pending);
    this.#pending = setTimeout(() => this.#count().catch(() => {}), 250);
  }

  async #count() {
    const {pending, held} = await server.queue();
    this.#held = held !== null;
    this.holdButton.textContent = this.#held ? "Release updates" : "Hold updates";
    this.holdButton.setAttribute("aria-pressed", this.#held);
    this.queue.textContent = this.#held ? `${held} held back, ${pending} waiting for the bot.` : `${pending} waiting for the bot.`;
  }

  #clockGroup() {
    this.clock = el("p", {class: "note"});
    return this.#group("Time and record", el("div", {class: "line"},
      this.#act("+1 hour", () => this.#advance(3600), {class: "tool"}),
      this.#act("+1 day", () => this.#advance(86_400), {class: "tool"}),
      this.#act("Save transcript", () => this.#save("text", "txt"), {class: "tool"}),
      this.#act("Save as test", () => this.#save("test", "py"), {class: "tool", title: "Python that plays the chat again"}),
      this.#act("Reset", () => this.#reset(), {class: "tool danger"})), this.clock);
  }

  async #advance(seconds) {
    await server.advance(seconds);
    await this.#world.refresh();
  }

  #drawClock() {
    this.clock.textContent = `It is ${clockFace.format(this.#world.now)} in the simulator.`;
  }

  #save(format, ending) {
    const {person} = this.#customer;
    el("a", {href: server.transcriptPath(person.id, format), download: `transcript-${person.first_name}.${ending}`}).click();
  }

  async #reset() {
    if (!(await confirmBox("Reset the simulator", "All chats, people you added and the call log go. The bot keeps its own data.", "Reset"))) return;
    await server.reset();
  }

  #log() {
    this.polls = el("input", {type: "checkbox", on: {change: () => this.#drawLog()}});
    this.filter = el("input", {type: "text", placeholder: "Filter", "aria-label": "Filter calls by method", on: {input: () => this.#drawLog()}});
    this.calls = el("ol", {class: "calls"});
    return el("section", {class: "tools log", "aria-label": "Bot API calls"}, el("h2", {}, "Bot API calls"),
      el("div", {class: "line"}, this.filter, el("label", {class: "choice"}, this.polls, "show polling")), this.calls);
  }

  #fits({method}) {
    const wanted = this.filter.value.trim().toLowerCase();
    return (this.polls.checked || method.toLowerCase() !== "getupdates") && method.toLowerCase().includes(wanted);
  }

  #drawLog() {
    this.calls.replaceChildren(...this.#world.calls.filter((call) => this.#fits(call)).slice(-SHOWN).reverse().map(callRow));
  }

  #addCall(call) {
    if (!this.#fits(call)) return;
    this.calls.prepend(callRow(call));
    while (this.calls.children.length > SHOWN) this.calls.lastChild.remove();
  }
}

// The JSON is written when the row is opened: most rows never are.
function callRow(call) {
  const status = Number(call.status);
  const line = el("summary", {}, el("span", {class: "status", data: {kind: status < 400 && status > 0 ? "good" : "bad"}}, call.status || "lost"),
    el("code", {}, call.method), el("small", {}, `${Math.round(call.ms)} ms`));
  const details = el("details", {}, line);
  details.addEventListener("toggle", () => details.append(jsonOf("Request", call.params), jsonOf("Answer", call.ok ? call.result : call.description)), {once: true});
  return el("li", {}, details);
}

function jsonOf(title, value) {
  return el("div", {class: "json"}, el("h3", {}, title), el("pre", {tabindex: "0"}, JSON.stringify(value ?? null, null, 2)));
}
