/* Keeps what is typed during a meeting until the site has confirmed it, also without a connection.
   Every line waits in this browser's session storage with its own one-time key, so that sending it
   again never writes it twice. Without this script the forms work as any other. */
"use strict";

const shelf = window.sessionStorage;
const place = window.location.pathname;
const stand = document.getElementById("stand");
const spare = stand.dataset.keys.split(" ");
const PATIENCE = [2, 4, 8, 15, 30];
let tries = 0;
let sending = false;
let clock = 0;

const read = (name) => JSON.parse(shelf.getItem(`${place} ${name}`) || "null");
const keep = (name, what) => shelf.setItem(`${place} ${name}`, JSON.stringify(what));
const queue = () => read("queue") || [];
const FIELDS = ["statement", "who", "day", "mandate"];

function say(word, ...more) {
  stand.replaceChildren(document.createTextNode(word), ...more);
  stand.hidden = !word;
}

/* What stands in the fields of a form, kept while it is typed and put back after an interruption. */
function typed(form) {
  return Object.fromEntries(FIELDS.map((name) => [name, form.elements[name]?.value || ""]));
}

function draftOf(form) {
  return `draft ${form.elements.punt?.value ?? ""}`;
}

function restore(form) {
  const draft = read(draftOf(form));
  if (!draft || form.elements.statement.value) return;
  FIELDS.forEach((name) => { form.elements[name].value = draft[name]; });
  if (draft.who || draft.day || draft.mandate) form.querySelector("details").open = true;
}

/* A line that was tapped waits in the queue until it is confirmed; its place shows that it waits. */
function enqueue(form, button) {
  const fields = new URLSearchParams(new FormData(form));
  fields.set(button.name, button.value);
  const used = new Set(queue().map((one) => one.key));
  if (used.has(fields.get("key")) && spare.length) fields.set("key", spare.shift());
  const part = form.closest(".part").id;
  keep("queue", [...queue(), { key: fields.get("key"), body: fields.toString(), part, url: form.action }]);
  if (form.matches(".say")) {
    show(part, fields.get("statement"));
    FIELDS.forEach((name) => { form.elements[name].value = ""; });
    shelf.removeItem(`${place} ${draftOf(form)}`);
    form.elements.statement.focus({ preventScroll: true });
  }
  send();
}

function show(part, words) {
  const line = document.createElement("p");
  line.className = "waiting";
  line.textContent = words;
  document.querySelector(`#${CSS.escape(part)} form.say`)?.before(line);
}

async function send() {
  if (sending || !queue().length) return;
  sending = true;
  say(tries ? stand.dataset.waits : stand.dataset.sends);
  const [first] = queue();
  try {
    const answer = await fetch(first.url, {
      method: "POST",
      body: new URLSearchParams(first.body),
      signal: AbortSignal.timeout(15000),
    });
    if (answer.status >= 500 || answer.status === 429) throw new Error(String(answer.status));
    tries = 0;
    settle(first, answer, new DOMParser().parseFromString(await answer.text(), "text/html"));
  } catch {
    say(stand.dataset.waits);
    window.setTimeout(send, PATIENCE[Math.min(tries, PATIENCE.length - 1)] * 1000);
    tries += 1;
  }
  sending = false;
  if (!tries) send();
}

/* The part of the page that the line belongs to, as the site drew it; what is being typed stays. */
function settle(first, answer, drawn) {
  const fresh = drawn.getElementById(first.part);
  if (!fresh) return stop(first, answer);
  keep("queue", queue().slice(1));
  const old = document.getElementById(first.part);
  const form = old.querySelector("form.say");
  const now = form && typed(form);
  const focused = form?.contains(document.activeElement) && document.activeElement.name;
  const fine = answer.ok;
  if (fresh.querySelector("form.say") && !fine) fold(fresh.querySelector("form.say"), now);
  document.getElementById(first.part).replaceWith(document.adoptNode(fresh));
  const next = fresh.querySelector("form.say");
  if (next && fine) FIELDS.forEach((name) => { next.elements[name].value = now[name]; });
  queue().filter((one) => one.part === first.part).forEach((one) => {
    show(one.part, new URLSearchParams(one.body).get("statement"));
  });
  if (focused) next?.elements[focused]?.focus({ preventScroll: true });
  const why = drawn.querySelector("#fouten li")?.textContent.trim();
  say(fine ? stand.dataset.done : why || stand.dataset.failed);
  if (fine) window.setTimeout(() => { if (!queue().length) say(""); }, 4000);
}

/* A line that was refused comes back in its form, before what was typed since. */
function fold(form, now) {
  const later = now?.statement;
  if (later) form.elements.statement.value += `\n${later}`;
}

/* Signed out, or a page that is not ours: nothing is sent by itself any more, and nothing is lost. */
function stop(first, answer) {
  const again = document.createElement("button");
  again.type = "button";
  again.className = "nl-button nl-button--secondary";
  again.textContent = stand.dataset.again;
  again.addEventListener("click", () => { tries = 0; send(); });
  const out = new URL(answer.url).pathname.startsWith("/inloggen");
  const words = new URLSearchParams(first.body).get("statement") || "";
  say(out ? stand.dataset.out : `${stand.dataset.failed} ${words}`, " ", again);
  tries = 1;
}

/* The clock, for who wants one: it says what the time is and which point the agenda has now. */
function tick() {
  const box = document.getElementById("klok");
  const now = new Date();
  const minutes = now.getHours() * 60 + now.getMinutes();
  const point = [...document.querySelectorAll(".point[data-at]")].find((one) => {
    const [hour, minute] = one.dataset.at.split(":").map(Number);
    const begins = hour * 60 + minute;
    return begins <= minutes && minutes < begins + Number(one.dataset.minutes);
  });
  const title = point?.querySelector("h2").textContent ?? "–";
  const time = now.toLocaleTimeString("nl-NL", { hour: "2-digit", minute: "2-digit" });
  box.firstChild.textContent = `${box.dataset.says.replace("{nu}", time).replace("{punt}", title)} `;
}

function offerClock() {
  const box = document.getElementById("klok");
  if (!box.dataset.start) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button-plain";
  box.append(document.createTextNode(""), button);
  const set = (on) => {
    window.clearInterval(clock);
    box.firstChild.textContent = "";
    if (on) { tick(); clock = window.setInterval(tick, 15000); }
    button.textContent = on ? box.dataset.off : box.dataset.on;
    keep("clock", on);
  };
  button.addEventListener("click", () => set(button.textContent === box.dataset.on));
  set(read("clock") === true);
}

document.addEventListener("input", (event) => {
  const form = event.target.closest("form.say");
  if (form) keep(draftOf(form), typed(form));
});
document.addEventListener("submit", (event) => {
  if (!event.target.matches("form.keep") || !event.submitter) return;
  event.preventDefault();
  enqueue(event.target, event.submitter);
});
window.addEventListener("online", () => { tries = 0; send(); });
window.addEventListener("beforeunload", (event) => { if (queue().length) event.preventDefault(); });
document.querySelectorAll("form.say").forEach(restore);
queue().forEach((one) => show(one.part, new URLSearchParams(one.body).get("statement")));
say("");
offerClock();
send();
