/** A chat as one person sees it: the bubbles, what can be pressed in them, and the composer below. */
import {busy, button, copyText, el, icon} from "./dom.js";
import {bubble, inWords, rows} from "./bubbles.js";
import {Composer} from "./composer.js";
import {alertBox, ask, confirmBox, enlarge, menu, toast} from "./notices.js";
import {server} from "./server.js";

const NEAR_END = 120;

export class Conversation {
  /** The chat and the person who looks at it; null until `show`. */
  chatId = null;
  viewer = null;
  #world;
  #openPrivate;
  #drawn = new Map();
  #awaited = new Set();
  #atEnd = true;
  #lastTop = 0;

  /** `openPrivate()` brings the viewer's private chat with the bot to the front, before a deep link is followed. */
  constructor(world, openPrivate) {
    this.#world = world;
    this.#openPrivate = openPrivate;
    this.list = el("ol", {class: "bubbles"});
    this.scroller = el("div", {class: "scroller", tabindex: "0", role: "log", "aria-live": "off", "aria-label": "Messages",
      on: {scroll: () => this.#scrolled()}}, this.list);
    this.toEnd = button(icon("down"), () => this.#scrollToEnd(), {class: "to-end", "aria-label": "Latest messages", hidden: true});
    this.composer = new Composer(world, this);
    this.element = el("div", {class: "conversation"}, this.scroller, this.toEnd, this.composer.element);
    world.addEventListener("chat", ({detail}) => detail.id === this.chatId && this.#draw());
    world.addEventListener("keyboard", ({detail}) => detail.id === this.chatId && this.composer.draw());
    world.addEventListener("answer", ({detail}) => this.#takeLateAnswer(detail.callback));
    // Pictures that load and a keyboard that opens change the heights; whoever reads the end stays there.
    const sizes = new ResizeObserver(() => this.#atEnd && this.#scrollToEnd());
    for (const element of [this.list, this.scroller]) sizes.observe(element);
    this.#dropFiles();
  }

  get isPrivate() {
    return this.chatId === this.viewer?.id;
  }

  async show(chatId, viewer) {
    if (this.chatId === chatId && this.viewer?.id === viewer.id) return;
    this.composer.leave();
    this.chatId = chatId;
    this.viewer = viewer;
    this.#drawn.clear();
    this.list.replaceChildren();
    this.composer.enter();
    await this.#world.open(chatId);
    this.#draw();
    this.#scrollToEnd();
  }

  messages() {
    return [...this.#world.chat(this.chatId).messages.values()]
      .filter((message) => !message.deleted)
      .sort((one, other) => one.message_id - other.message_id);
  }

  /** The bot's last message that asks something: remarks in between have no heading and no example. */
  lastQuestion() {
    return this.messages().findLast((message) => message.by === "bot" && /<(b|code)>/.test(message.html));
  }

  lastOwnText() {
    return this.messages().findLast((message) => message.from?.id === this.viewer.id && message.text);
  }

  say(text) {
    toast(this.element, text);
  }

  /** Does what the person asked for and says so in the chat when it could not be done. */
  async attempt(work) {
    try {
      return await work();
    } catch (problem) {
      this.say(problem.message);
      return undefined;
    }
  }

  #draw() {
    const messages = this.messages();
    this.#reconcile(rows(messages));
    this.composer.draw();
    this.element.classList.toggle("empty", messages.length === 0);
    if (messages.at(-1)?.from?.id === this.viewer.id) this.#scrollToEnd();
  }

  // Rows whose content is the same keep their element, so that revealed text and focus survive.
  #reconcile(wanted) {
    const settings = {viewer: this.viewer, inRoom: !this.isPrivate, acts: this.#acts()};
    const kept = new Map();
    for (const row of wanted) {
      const content = JSON.stringify(row);
      const before = this.#drawn.get(row.key);
      const same = before?.content === content;
      kept.set(row.key, {content, element: same ? before.element : bubble(row, settings)});
      if (before && !same) before.element.replaceWith(kept.get(row.key).element);
    }
    for (const [key, {element}] of this.#drawn) if (!kept.has(key)) element.remove();
    this.#drawn = kept;
    [...kept.values()].forEach(({element}, place) => {
      if (this.list.children[place] !== element) this.list.insertBefore(element, this.list.children[place] ?? null);
    });
  }

  #acts() {
    return {
      follow: (href) => this.#follow(href),
      copy: (text) => this.#copy(text),
      send: (text) => this.attempt(() => server.send(this.viewer.id, this.chatId, text)),
      tap: (message, key, control) => this.#tap(message, key, control),
      more: (message, control) => this.#more(message, control),
      enlarge,
    };
  }

  async #copy(text) {
    this.say(await copyText(text) ? "Copied" : "Copying is not allowed here");
  }

  async #tap(message, key, control) {
    if (key.url) return this.#follow(key.url);
    if (key.copy_text) return this.#copy(key.copy_text.text ?? key.copy_text);
    const answer = await busy(control, () => this.attempt(() =>
      server.tap(this.viewer.id, this.chatId, message.message_id, key.callback_data)));
    if (answer?.answered) this.#showAnswer(answer);
    else if (answer) this.#awaited.add(message.message_id);
    return undefined;
  }

  // A slow bot answers after the press has stopped waiting.
  #takeLateAnswer(callback) {
    const here = callback.chat === this.chatId && callback.user === this.viewer.id;
    if (here && this.#awaited.delete(callback.message_id)) this.#showAnswer(callback);
  }

  #showAnswer({text, url, show_alert: asAlert}) {
    if (url) this.#follow(url);
    else if (text && asAlert) alertBox(this.#world.title(this.viewer.id), text);
    else if (text) this.say(text);
  }

  async #follow(href) {
    const payload = startPayload(href, this.#world.bot?.username);
    if (payload == null) return window.open(href, "_blank", "noopener");
    this.#openPrivate();
    return this.attempt(() => server.send(this.viewer.id, this.viewer.id, `/start ${payload}`.trim()));
  }

  #more(message, control) {
    menu(control, [
      message.text && {label: "Edit", icon: icon("edit"), press: () => this.composer.edit(message)},
      {label: "Copy", icon: icon("copy"), press: () => this.#copy(inWords(message))},
      {label: "Delete", icon: icon("trash"), press: () => this.#delete(message)},
    ].filter(Boolean));
  }

  async #delete(message) {
    if (await confirmBox("Delete message", "Delete it for everyone in this chat?", "Delete")) {
      await this.attempt(() => server.deleteMessage(this.chatId, message.message_id));
    }
  }

  #dropFiles() {
    this.element.addEventListener("dragover", (event) => event.preventDefault());
    this.element.addEventListener("drop", (event) => {
      event.preventDefault();
      this.offer([...event.dataTransfer.files]);
    });
  }

  /** Shows the files and sends them when the person agrees: pictures together as an album, others as files. */
  async offer(files, {asFile = false} = {}) {
    if (files.length === 0) return;
    const pictures = files.every((file) => file.type.startsWith("image/"));
    const caption = el("input", {type: "text", maxlength: "1024", placeholder: "Caption", "aria-label": "Caption"});
    const whole = el("input", {type: "checkbox", ...((asFile || !pictures) && {checked: true})});
    const choice = files.length === 1 && el("label", {class: "choice"}, whole, "Send as a file, not compressed");
    const sent = await ask(files.length === 1 ? `Send ${files[0].name}` : `Send ${files.length} pictures`,
      [previews(files), choice, el("div", {}, caption)].filter(Boolean), [["Cancel", ""], ["Send", "send"]]);
    if (sent) await this.attempt(() => this.#sendFiles(files, caption.value, whole.checked));
  }

  #sendFiles(files, caption, asFile) {
    if (files.length > 1) return server.album(this.viewer.id, this.chatId, files, {caption});
    return server.photo(this.viewer.id, this.chatId, files[0], {caption, asFile});
  }

  #scrollToEnd() {
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.#atEnd = true;
    this.toEnd.hidden = true;
  }

  // Only going up leaves the end: when messages arrive, the end moves away by itself.
  #scrolled() {
    const {scrollTop, scrollHeight, clientHeight} = this.scroller;
    const near = scrollHeight - scrollTop - clientHeight < NEAR_END;
    if (near || scrollTop < this.#lastTop) this.#atEnd = near;
    this.#lastTop = scrollTop;
    this.toEnd.hidden = this.#atEnd;
  }
}

function previews(files) {
  return el("div", {class: "previews"}, files.map((file) => {
    if (!file.type.startsWith("image/")) return el("p", {}, file.name);
    const source = URL.createObjectURL(file);
    return el("img", {src: source, alt: file.name, on: {load: () => URL.revokeObjectURL(source)}});
  }));
}

// The payload of a deep link to our bot, "" for a link without one, null for any other address.
function startPayload(href, username) {
  const url = new URL(href);
  if (!username) return null;
  if (url.protocol === "tg:" && url.searchParams.get("domain") === username) return url.searchParams.get("start") ?? "";
  const named = url.pathname.slice(1).toLowerCase() === username.toLowerCase();
  return ["t.me", "telegram.me"].includes(url.host) && named ? url.searchParams.get("start") ?? "" : null;
}
