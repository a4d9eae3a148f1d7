// Shows what waits in the queue: how much, each entry, its last error, and what can be done about it.
import { all, change, onChange, remove } from "./store.js";

const BLINK = 2_000;
const section = document.getElementById("waiting");

/** The page's words, written by the desk. */
export const texts = JSON.parse(section.dataset.texts);

/** Puts values into a text's {0}, {1}. */
export const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (_, index) => values[index]);

const clock = at => new Date(at).toLocaleTimeString("zh-CN", { hour: "2-digit", minute: "2-digit", hour12: false });

function make(tag, className, text) {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

function button(text, press) {
  const made = make("button", "link", text);
  made.type = "button";
  made.addEventListener("click", press);
  return made;
}

function wordsOf(entry) {
  const words = entry.fields.filter(([name]) => name === "text" || name === "materials").map(([, value]) => value);
  const photos = entry.files.filter(file => file.field === "photos").length;
  if (photos > 0) words.push(fill(texts.photos, photos));
  if (entry.files.some(file => file.field === "signature")) words.push(texts.signature);
  return words.join(" · ");
}

function stateOf(entry) {
  if (entry.state === "refused") return fill(texts.refused, entry.reason ?? texts.tooLarge);
  if (!entry.triedAt) return texts.notTried;
  return fill(texts.failed, clock(entry.triedAt), entry.reason ?? texts[entry.outcome] ?? texts.no_signal);
}

function row(entry, sendNow) {
  const line = make("li", `is-${entry.state}`, "");
  line.append(make("b", "", `${clock(entry.madeAt)} ${texts.actions[entry.action] ?? entry.action}`));
  line.append(make("span", "quiet", `${entry.place ?? ""} ${entry.ticket}`));
  line.append(make("p", "words", wordsOf(entry)));
  line.append(make("p", entry.state === "refused" ? "error" : "quiet", stateOf(entry)));
  if (entry.state !== "refused") return line;
  const again = button(texts.again, async () => {
    await change(entry.order, { state: "waiting", reason: undefined });
    sendNow();
  });
  const drop = button(texts.drop, () => confirm(texts.dropSure) && remove(entry.order));
  line.append(again, drop);
  return line;
}

/** Hides what was already pressed and waits, so that nobody presses it twice. */
function restForms(entries) {
  document.querySelectorAll("form[data-ticket]").forEach(form => {
    const own = entries.filter(entry => entry.ticket === form.dataset.ticket && entry.state === "waiting").map(entry => entry.action);
    const action = form.elements.namedItem("action").value;
    const isOver = own.some(done => ["Finish", "Return", "Transfer"].includes(done));
    const isPressed = action !== "Step" && own.includes(action);
    form.toggleAttribute("inert", isOver || isPressed || (action === "Depart" && own.includes("Arrive")));
  });
}

/** What is on its way at this moment is not told: with signal it is gone in a blink. */
const isTold = entry => entry.state === "refused" || entry.triedAt || Date.now() - entry.madeAt > BLINK;

async function show(sendNow) {
  const kept = await all();
  const entries = kept.filter(isTold);
  if (entries.length < kept.length) setTimeout(() => show(sendNow), BLINK);
  const waiting = entries.filter(entry => entry.state === "waiting");
  const refused = entries.length - waiting.length;
  section.hidden = entries.length === 0;
  const heads = [waiting.length > 0 && fill(texts.waiting, waiting.length), refused > 0 && fill(texts.refusedCount, refused)];
  section.querySelector("[data-count]").textContent = heads.filter(Boolean).join(texts.and);
  section.querySelector("ol").replaceChildren(...entries.map(entry => row(entry, sendNow)));
  section.querySelector("[data-send]").hidden = waiting.length === 0;
  restForms(kept);
}

/** Keeps the list true from now on. */
export async function showWaiting(sendNow) {
  section.querySelector("[data-send]").addEventListener("click", sendNow);
  onChange(() => show(sendNow));
  await show(sendNow);
}
