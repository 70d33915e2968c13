/** One bubble of a chat: a message, or the pictures of an album together. */
import {avatar, button, el, icon, iconButton} from "./dom.js";
import {richText} from "./richtext.js";
import {fullName} from "./world.js";

const clock = new Intl.DateTimeFormat("en-GB", {hour: "2-digit", minute: "2-digit"});
const day = new Intl.DateTimeFormat("en-GB", {weekday: "long", day: "numeric", month: "long", year: "numeric"});

/** Messages as the rows of a chat: {key, day} or {key, messages}; neighbours of one album share a row. */
export function rows(messages) {
  const result = [];
  let lastDay = "";
  for (const message of messages) {
    const today = day.format(sentAt(message));
    if (today !== lastDay) result.push({key: `day ${today}`, day: today});
    lastDay = today;
    const last = result.at(-1);
    const album = message.media_group_id && last.messages?.[0].media_group_id === message.media_group_id;
    if (album) last.messages.push(message);
    else result.push({key: `message ${message.message_id}`, messages: [message]});
  }
  return result;
}

/** The author of a message as far as the chat shows one. */
export function author(message) {
  return message.from ? fullName(message.from) : message.sender_chat?.title ?? "";
}

/** A message in a few words: for quotes, announcements and pictures' descriptions. */
export function inWords(message) {
  const text = message.text ?? message.caption;
  if (text) return text;
  const kind = Object.keys(KINDS).find((name) => message[name]);
  return kind ? KINDS[kind].words : "Message";
}

/**
 * The element of a row. `acts` are the chat's answers to presses: follow(href), copy(text), tap(message, key, control),
 * enlarge(source, words), more(message, control).
 */
export function bubble(row, {viewer, inRoom, acts}) {
  if (row.day) return el("li", {class: "day"}, el("span", {}, row.day));
  const [first] = row.messages;
  const last = row.messages.at(-1);
  const service = serviceWords(first);
  if (service) return el("li", {class: "day"}, el("span", {}, service));
  const mine = first.from?.id === viewer.id;
  const captioned = row.messages.find((message) => message.html);
  const body = el("div", {class: "bubble"},
    inRoom && !mine && el("p", {class: "author"}, author(first)),
    first.forward_origin && el("p", {class: "origin"}, "Forwarded"),
    first.reply_to_message && replyQuote(first.reply_to_message),
    media(row.messages, acts),
    captioned && el("div", {class: "text", dir: "auto"}, richText(captioned.html, acts)),
    stamp(last, mine, acts));
  if (first.has_protected_content) body.classList.add("protected");
  if (isPictures(row.messages) && !captioned) body.classList.add("bare");
  return el("li", {class: mine ? "row mine" : "row", data: {message: first.message_id}},
    inRoom && !mine && avatar(author(first), first.from?.id ?? first.chat?.id ?? 0),
    el("div", {class: "stack"}, body, inlineKeyboard(last, acts)));
}

function sentAt(message) {
  return new Date(message.date * 1000);
}

function stamp(message, mine, acts) {
  return el("p", {class: "stamp"},
    message.has_protected_content && el("span", {class: "lock", title: "Cannot be saved or forwarded"}, icon("lock")),
    message.edited > 0 && el("span", {}, "edited"),
    el("time", {datetime: sentAt(message).toISOString()}, clock.format(sentAt(message))),
    mine && iconButton("more", "Message actions", (event) => acts.more(message, event.currentTarget), {class: "icon more"}));
}

function replyQuote(message) {
  return el("p", {class: "reply"}, el("b", {}, author(message)), el("span", {}, inWords(message).slice(0, 90)));
}

function inlineKeyboard(message, acts) {
  if (!message.buttons?.length) return null;
  return el("div", {class: "keys"}, message.buttons.map((keys) =>
    el("div", {class: "key-row"}, keys.map((key) => inlineKey(message, key, acts)))));
}

function inlineKey(message, key, acts) {
  const mark = key.url ? "link" : key.copy_text ? "copy" : null;
  return button([el("span", {}, key.text), mark && icon(mark)],
    (event) => acts.tap(message, key, event.currentTarget), {class: "key", data: key.style ? {style: key.style} : {}});
}

const KINDS = {
  photo: {words: "Photo", draw: picture},
  document: {words: "File", draw: fileCard},
  video: {words: "Video", draw: (message) => card("file", "Video", size(message.video))},
  video_note: {words: "Video message", draw: (message) => card("file", "Video message", size(message.video_note))},
  contact: {words: "Contact", draw: ({contact}) => card("person", fullName(contact), contact.phone_number)},
  sticker: {words: "Sticker", draw: ({sticker}) => el("p", {class: "sticker"}, sticker.emoji ?? icon("sticker"))},
  voice: {words: "Voice message", draw: ({voice}) => card("voice", "Voice message", `${voice.duration ?? 0} s`)},
  audio: {words: "Audio", draw: ({audio}) => card("voice", audio.title ?? "Audio", `${audio.duration ?? 0} s`)},
  location: {words: "Location", draw: ({location}) =>
    card("place", "Location", `${location.latitude.toFixed(4)}, ${location.longitude.toFixed(4)}`)},
  poll: {words: "Poll", draw: ({poll}) => card("poll", poll.question, poll.options.map((option) => option.text).join(" / "))},
};

const SHOWABLE = new Set(["image/jpeg", "image/png", "image/webp", "image/gif"]);

function isPictures(messages) {
  return messages.every((message) => message.photo);
}

function media(messages, acts) {
  if (messages.length > 1 && isPictures(messages)) {
    return el("div", {class: "album", data: {count: Math.min(messages.length, 4)}},
      messages.map((message) => picture(message, acts)));
  }
  return messages.map((message) => {
    const kind = Object.keys(KINDS).find((name) => message[name]);
    return kind ? KINDS[kind].draw(message, acts) : null;
  });
}

function picture(message, acts) {
  const largest = message.photo.at(-1);
  const source = message.file_url;
  const words = message.caption ? `Photo: ${message.caption}` : "Photo";
  const image = el("img", {src: source, alt: words, width: largest.width, height: largest.height, loading: "lazy"});
  return button(message.has_media_spoiler ? [image, el("span", {class: "veil"}, "Hidden")] : image,
    () => acts.enlarge(source, words), {class: "picture", "aria-label": `Enlarge ${words}`});
}

function fileCard({document: file, file_url: source}, acts) {
  const details = card("file", file.file_name, [file.mime_type, size(file)].filter(Boolean).join(", "));
  if (!SHOWABLE.has(file.mime_type)) return el("a", {href: source, download: file.file_name}, details);
  return button([el("img", {src: source, alt: "", class: "thumb"}), details], () => acts.enlarge(source, file.file_name),
    {class: "file-picture", "aria-label": `Enlarge ${file.file_name}`});
}

function card(name, title, detail) {
  return el("span", {class: "card"}, el("span", {class: "card-icon"}, icon(name)),
    el("span", {class: "card-words"}, el("b", {}, title), el("small", {}, detail)));
}

function size(file) {
  if (!file?.file_size) return "";
  return file.file_size < 1e6 ? `${Math.ceil(file.file_size / 1000)} kB` : `${(file.file_size / 1e6).toFixed(1)} MB`;
}

function serviceWords(message) {
  if (message.pinned_message) return "A message was pinned";
  if (message.new_chat_members) return `${message.new_chat_members.map(fullName).join(", ")} joined`;
  if (message.left_chat_member) return `${fullName(message.left_chat_member)} left`;
  if (message.new_chat_title) return `The chat is now called ${message.new_chat_title}`;
  if (message.forum_topic_created) return `Topic: ${message.forum_topic_created.name}`;
  return "";
}
