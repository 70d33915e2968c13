/** Where a person answers: the text box, what can be attached, the bot's keyboard, commands and example answers. */
import {button, el, icon, iconButton} from "./dom.js";
import {codeExamples} from "./richtext.js";
import {confirmBox, menu} from "./notices.js";
import {server} from "./server.js";
import {blurredPhoto, documentPhoto, selfie} from "./specimen.js";
import {fullName} from "./world.js";

const SHEET_LINE = "CEX.IO, 2FA disable";
const ASKS_FOR_PICTURE = /\bsend\b[^.]*\bphoto\b/i;
const longDate = new Intl.DateTimeFormat("en-GB", {day: "numeric", month: "long", year: "numeric"});

export class Composer {
  #world;
  #chat;
  #drafts = new Map();
  #editing = null;
  #keysHidden = false;
  #keysDrawn = "";

  constructor(world, conversation) {
    this.#world = world;
    this.#chat = conversation;
    this.box = el("textarea", {disabled: true, rows: "1", "aria-label": "Message", enterkeyhint: "send", autocomplete: "off",
      on: {input: () => this.#typed(), keydown: (event) => this.#keyDown(event), paste: (event) => this.#paste(event)}});
    this.commands = el("div", {class: "commands", hidden: true});
    this.quick = el("div", {class: "quick", "aria-label": "Example answers", role: "group"});
    this.banner = el("p", {class: "editing", hidden: true}, icon("edit"), el("span", {}, "Editing your message"),
      iconButton("close", "Stop editing", () => this.#stopEditing()));
    this.keys = el("div", {class: "reply-keys", role: "group", "aria-label": "Answer buttons", hidden: true});
    this.keysToggle = iconButton("keys", "Answer buttons", () => this.#toggleKeys(), {hidden: true});
    this.files = el("input", {type: "file", hidden: true, tabindex: "-1", "aria-hidden": "true"});
    this.start = button("Start", () => this.#send("/start"), {class: "start", hidden: true});
    this.entry = el("div", {class: "entry"},
      iconButton("attach", "Attach", (event) => this.#attach(event.currentTarget)), this.box, this.keysToggle,
      iconButton("send", "Send", () => this.#sendBox(), {class: "icon send"}));
    this.closed = el("p", {class: "closed", hidden: true}, "Only administrators write here");
    this.element = el("div", {class: "composer"}, this.commands, this.quick, this.banner, this.start, this.entry,
      this.closed, this.keys, this.files);
  }

  leave() {
    if (this.#chat.chatId != null) this.#drafts.set(this.#place(), this.#editing ? "" : this.box.value);
  }

  enter() {
    this.box.disabled = false;
    this.#stopEditing();
    this.#setText(this.#drafts.get(this.#place()) ?? "");
    this.#keysHidden = false;
    this.draw();
  }

  draw() {
    const {keyboard, messages} = this.#world.chat(this.#chat.chatId);
    const waiting = this.#chat.isPrivate && messages.size === 0 && this.#world.bot;
    this.start.hidden = !waiting;
    this.box.placeholder = this.#placeholder(keyboard);
    this.#drawKeys(this.#chat.isPrivate && keyboard?.keyboard ? keyboard : null);
    this.entry.hidden = !this.#world.mayWrite(this.#chat.chatId, this.#chat.viewer);
    this.closed.hidden = !this.entry.hidden;
    this.#drawQuick();
  }

  edit(message) {
    this.#editing = message;
    this.banner.hidden = false;
    this.#setText(message.text);
    this.box.focus();
  }

  #place() {
    return `${this.#chat.chatId} ${this.#chat.viewer.id}`;
  }

  #placeholder(keyboard) {
    if (keyboard?.input_field_placeholder && this.#chat.isPrivate) return keyboard.input_field_placeholder;
    return this.#chat.isPrivate ? "Message" : `Post as ${this.#chat.viewer.first_name}`;
  }

  #setText(text) {
    this.box.value = text;
    this.#typed();
  }

  #typed() {
    this.box.style.height = "auto";
    this.box.style.height = `${Math.min(this.box.scrollHeight, 160)}px`;
    this.#drawCommands();
  }

  #keyDown(event) {
    if (event.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.#sendBox();
    } else if (event.key === "ArrowUp" && !this.commands.hidden) {
      event.preventDefault();
      this.commands.querySelector("button:last-child").focus();
    } else if (event.key === "ArrowUp" && this.box.value === "") {
      event.preventDefault();
      const last = this.#chat.lastOwnText();
      if (last) this.edit(last);
    } else if (event.key === "Escape" && this.#editing) {
      this.#stopEditing();
    }
  }

  #paste(event) {
    const files = [...event.clipboardData.files];
    if (files.length === 0) return;
    event.preventDefault();
    this.#chat.offer(files);
  }

  #stopEditing() {
    if (this.#editing) this.#setText("");
    this.#editing = null;
    this.banner.hidden = true;
  }

  async #sendBox() {
    const text = this.box.value.trim();
    if (!text) return;
    const {viewer, chatId} = this.#chat;
    const edited = this.#editing;
    this.#editing = null;
    this.banner.hidden = true;
    this.#setText("");
    const work = () => edited ? server.edit(viewer.id, chatId, edited.message_id, text) : server.send(viewer.id, chatId, text);
    const sent = await this.#chat.attempt(work);
    if (!sent && !this.box.value) this.#setText(text);
  }

  #send(text) {
    const {viewer, chatId} = this.#chat;
    return this.#chat.attempt(() => server.send(viewer.id, chatId, text));
  }

  #drawCommands() {
    const typed = this.box.value;
    const offered = typed.startsWith("/") && !typed.includes(" ") ? this.#world.commandsFor(this.#chat.chatId, this.#chat.viewer) : [];
    const fitting = offered.filter(({command}) => command.startsWith(typed.slice(1).toLowerCase()));
    this.commands.hidden = fitting.length === 0;
    this.commands.replaceChildren(...fitting.map(({command, description}) =>
      button([el("b", {}, `/${command}`), el("span", {}, description)], () => this.#choose(`/${command}`))));
  }

  #choose(command) {
    this.#setText("");
    this.box.focus();
    this.#send(command);
  }

  #drawKeys(keyboard) {
    this.keysToggle.hidden = !keyboard;
    this.keysToggle.setAttribute("aria-expanded", Boolean(keyboard) && !this.#keysHidden);
    const content = JSON.stringify([keyboard, this.#chat.chatId]);
    if (content !== this.#keysDrawn) this.#keysHidden = false;
    this.keys.hidden = !keyboard || this.#keysHidden;
    if (content === this.#keysDrawn) return;
    this.#keysDrawn = content;
    this.keys.replaceChildren(...(keyboard?.keyboard ?? []).map((keys) => el("div", {class: "key-row"}, keys.map((key) =>
      button(key.text, () => this.#pressKey(key, keyboard), {class: "key", data: key.style ? {style: key.style} : {}})))));
  }

  #toggleKeys() {
    this.#keysHidden = !this.#keysHidden;
    this.draw();
  }

  async #pressKey(key, keyboard) {
    const {viewer, chatId} = this.#chat;
    const bot = this.#world.title(chatId);
    if (key.request_contact && !(await confirmBox("Share your number", `${bot} will see ${viewer.phone_number ?? "your phone number"}.`, "Share"))) return;
    if (keyboard.one_time_keyboard) this.#keysHidden = true;
    await this.#chat.attempt(() => server.pressKey(viewer.id, key.text));
    this.draw();
  }

  #drawQuick() {
    const question = this.#chat.isPrivate ? this.#chat.lastQuestion() : null;
    const chips = question ? this.#chipsFor(question) : [];
    this.quick.hidden = chips.length === 0;
    this.quick.replaceChildren(...chips);
  }

  // A question for a picture is answered by a sample, any other one by the examples in it.
  #chipsFor({html, text, caption}) {
    if (ASKS_FOR_PICTURE.test(text ?? caption ?? "")) {
      return this.#samples().map(({label, press}) => button([icon("sample"), label], press, {class: "chip"}));
    }
    const examples = [...new Set(codeExamples(html ?? ""))].slice(0, 4);
    return examples.map((example) => button(example, () => this.#putIn(example), {class: "chip"}));
  }

  #putIn(example) {
    const before = this.box.value.trimEnd();
    this.#setText(before ? `${before}\n${example}` : example);
    this.box.focus();
  }

  #samples() {
    return [["Sample document photo", documentPhoto], ["Sample selfie", selfie], ["Sample blurred photo", blurredPhoto]]
      .map(([label, draw]) => ({label, icon: icon("sample"), press: () => this.#sendSample(draw)}));
  }

  #sendSample(draw) {
    const {viewer, chatId} = this.#chat;
    return this.#chat.attempt(async () => server.photo(viewer.id, chatId, await draw(viewer, this.#sheet()), {}));
  }

  // The lines the bot last asked for on the sheet, or the usual ones.
  #sheet() {
    const asked = this.#chat.messages().filter((message) => message.by === "bot")
      .map((message) => codeExamples(message.html ?? "")).findLast((lines) => lines.some((line) => line.includes("2FA")));
    return asked ?? [SHEET_LINE, fullName(this.#chat.viewer), longDate.format(this.#world.now)];
  }

  #attach(anchor) {
    const {viewer} = this.#chat;
    const pick = (accept, multiple, asFile) => () => this.#pick(accept, multiple, asFile);
    const act = (work) => () => this.#chat.attempt(work);
    const files = [
      {label: "Photo", icon: icon("photo"), press: pick("image/*", false, false)},
      {label: "Album", icon: icon("album"), press: pick("image/*", true, false)},
      {label: "File", icon: icon("file"), press: pick("", false, true)},
      null,
      ...this.#samples(),
    ];
    const others = [
      null,
      {label: "My contact", icon: icon("person"), press: act(() => server.contact(viewer.id, true))},
      {label: "Somebody else's contact", icon: icon("people"), press: act(() => server.contact(viewer.id, false))},
      {label: "Sticker", icon: icon("sticker"), press: act(() => server.sticker(viewer.id))},
      {label: "Voice message", icon: icon("voice"), press: act(() => server.voice(viewer.id))},
      {label: "Video", icon: icon("video"), press: act(() => server.video(viewer.id))},
      {label: "Location", icon: icon("place"), press: act(() => server.location(viewer.id))},
      {label: "Poll", icon: icon("poll"), press: act(() => server.poll(viewer.id))},
    ];
    menu(anchor, this.#chat.isPrivate ? [...files, ...others] : files);
  }

  #pick(accept, multiple, asFile) {
    Object.assign(this.files, {accept, multiple, value: ""});
    this.files.onchange = () => this.#chat.offer([...this.files.files].slice(0, 10), {asFile});
    this.files.click();
  }
}
