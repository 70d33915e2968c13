/** The simulator's control API, one function for each thing a person or an operator can do. */

async function ask(path, options = {}) {
  const response = await fetch(path, options);
  const body = response.headers.get("content-type")?.includes("json") ? await response.json() : await response.text();
  if (!response.ok) throw new Error(body.error ?? `${path} answered ${response.status}`);
  return body;
}

function post(path, body = {}) {
  return ask(path, {method: "POST", headers: {"Content-Type": "application/json"}, body: JSON.stringify(body)});
}

function postForm(path, fields) {
  const form = new FormData();
  for (const [name, value] of fields) if (value != null && value !== "") form.append(name, value);
  return ask(path, {method: "POST", body: form});
}

const file = (name, item) => [name, new File([item], item.name || "photo.jpg", {type: item.type})];

export const server = {
  state: () => ask("/sim/state"),
  keyboard: (chat) => ask(`/sim/chats/${chat}/keyboard`),
  messages: (chat) => ask(`/sim/chats/${chat}/messages`),
  calls: () => ask("/sim/calls"),
  queue: () => ask("/sim/queue"),
  events: () => new EventSource("/sim/events"),
  transcriptPath: (chat, format) => `/sim/transcript?${new URLSearchParams({chat, format})}`,

  addUser: (person) => post("/sim/users", person),
  send: (user, chat, text) => post("/sim/send", {user, chat, text}),
  edit: (user, chat, messageId, text) => post("/sim/edit", {user, chat, message_id: messageId, text}),
  deleteMessage: (chat, messageId) => post("/sim/delete_message", {chat, message_id: messageId}),
  tap: (user, chat, messageId, data) => post("/sim/tap", {user, chat, message_id: messageId, data}),
  pressKey: (user, label) => post("/sim/press_key", {user, label}),
  contact: (user, own) => post("/sim/contact", {user, own}),
  sticker: (user) => post("/sim/sticker", {user}),
  voice: (user) => post("/sim/voice", {user}),
  video: (user) => post("/sim/video", {user}),
  location: (user) => post("/sim/location", {user}),
  poll: (user) => post("/sim/poll", {user}),
  photo: (user, chat, picture, {caption, asFile}) => postForm("/sim/photo",
    [["user", user], ["chat", chat], ["caption", caption], ["as_file", asFile ? "true" : null], file("file", picture)]),
  album: (user, chat, pictures, {caption}) => postForm("/sim/album",
    [["user", user], ["chat", chat], ["caption", caption], ...pictures.map((picture) => file("file", picture))]),
  block: (user) => post("/sim/block", {user}),
  unblock: (user) => post("/sim/unblock", {user}),

  addFault: (fault) => post("/sim/faults", fault),
  clearFaults: () => ask("/sim/faults", {method: "DELETE"}),
  hold: () => post("/sim/hold"),
  release: () => post("/sim/release"),
  duplicate: () => post("/sim/duplicate"),
  advance: (seconds) => post("/sim/clock", {advance: seconds}),
  reset: () => post("/sim/reset"),
};
