// The work pages' script: every form goes through the queue on the phone, so that a lost signal loses nothing.
import { entryOf, faultOf } from "./entry.js";
import { giveMaterials } from "./materials.js";
import { prepareOffline, sendLater } from "./offline.js";
import { givePhotoButtons } from "./photos.js";
import { sendAll } from "./send.js";
import { giveSignatures } from "./signature.js";
import { add, all, onChange, remove } from "./store.js";
import { showWaiting, texts } from "./waiting.js";

const AGAIN = 10_000;
const PATIENCE = 12_000;
const me = document.getElementById("waiting").dataset.me;
const pause = time => new Promise(done => setTimeout(done, time));
const sendNow = () => sendAll().catch(() => "no_signal");

/** Says something at the form that was pressed. */
function say(form, kind, text) {
  form.querySelector(".said-here")?.remove();
  const line = document.createElement("p");
  line.className = `${kind} said-here`;
  line.setAttribute("role", kind === "error" ? "alert" : "status");
  line.textContent = text;
  form.append(line);
  line.scrollIntoView({ block: "center", behavior: "smooth" });
  return false;
}

/**
 * Keeps the entry on the phone; where the browser has no place for it, the form goes its usual way.
 * @returns whether the page is being left.
 */
async function record(form) {
  const entry = await entryOf(form, me);
  const fault = faultOf(entry);
  if (fault) return say(form, "error", texts[fault]);
  const order = await add(entry).catch(() => null);
  if (order !== null) return deliver(form, entry, order);
  form.submit();
  return true;
}

/** Lets the desk have it: at once where there is signal. */
async function deliver(form, entry, order) {
  sendLater();
  await Promise.race([sendNow(), pause(PATIENCE)]);
  const left = (await all()).find(other => other.order === order);
  if (!left) {
    location.assign(`/w/${entry.ticket}?done=${entry.action}`);
    return true;
  }

  if (left.state === "refused") {
    await remove(order);
    return say(form, "error", left.reason ?? texts.tooLarge);
  }

  form.reset();
  return say(form, "notice", left.outcome === "signed_out" ? left.reason ?? texts.saved : texts.saved);
}

/** One press, one entry; a form on its way (data-sent) keeps live events from loading the page again. */
async function submit(form) {
  form.dataset.sent = "yes";
  form.classList.add("busy");
  if (await record(form)) return;
  delete form.dataset.sent;
  form.classList.remove("busy");
}

document.addEventListener("submit", event => {
  const form = event.target;
  if (!form.dataset.ticket || !me) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (!form.dataset.sent) submit(form);
}, true);

// The call itself is recorded while the telephone dials.
document.addEventListener("click", event => {
  const form = document.getElementById(event.target.closest("a[data-contact]")?.dataset.contact);
  if (!form || !me) return;
  event.stopImmediatePropagation();
  entryOf(form, me).then(add).then(() => {
    sendLater();
    sendNow();
  });
}, true);

/** A page whose ticket the queue has just changed shows it, unless somebody is writing. */
async function followQueue() {
  const ticket = document.querySelector("form[data-ticket]")?.dataset.ticket;
  const ofTicket = async () => (await all()).filter(entry => entry.ticket === ticket && entry.state === "waiting").length;
  const isWriting = () => [...document.querySelectorAll("textarea, input[type=file]")].some(field => field.value !== "");
  let before = ticket ? await ofTicket() : 0;
  onChange(async () => {
    const now = ticket ? await ofTicket() : 0;
    const isSent = before > 0 && now === 0;
    before = now;
    if (isSent && !document.querySelector("form[data-sent]") && !isWriting()) location.assign(`/w/${ticket}`);
  });
}

givePhotoButtons();
giveMaterials();
giveSignatures();
await showWaiting(sendNow);
await followQueue();
for (const event of ["online", "pageshow"]) addEventListener(event, sendNow);
document.addEventListener("visibilitychange", () => document.hidden || sendNow());
setInterval(async () => (await all()).some(entry => entry.state === "waiting") && sendNow(), AGAIN);
sendNow();
await prepareOffline(me);
