// What belongs to a page that opens without signal: the service worker, the line that says so, and the home screen.
import { fill, texts } from "./waiting.js";

const SYNC = "chatdesk-work";

/** Says that there is no signal, or that the page is an older copy. */
function showLine() {
  const line = document.getElementById("offline");
  const kept = document.body.dataset.kept;
  line.hidden = navigator.onLine && !kept;
  line.textContent = kept ? fill(texts.kept, new Date(kept).toLocaleTimeString("zh-CN", { hour: "2-digit", minute: "2-digit", hour12: false })) : texts.offline;
}

/** The pages that a basement may ask for: this one, the list, the tickets in hand and their manuals. */
function pagesToKeep() {
  const linked = [...document.querySelectorAll("[data-keep] a[href^='/w/'], a[data-keep]")].map(link => link.getAttribute("href"));
  return [location.pathname, "/w/", ...linked];
}

/** Sends the queue in the background where the browser can. */
export async function sendLater() {
  const registration = await navigator.serviceWorker?.ready;
  await registration?.sync?.register(SYNC).catch(() => {});
}

function offerInstalling() {
  const offer = document.getElementById("install");
  addEventListener("beforeinstallprompt", event => {
    if (!offer) return;
    event.preventDefault();
    offer.hidden = false;
    offer.addEventListener("click", () => {
      offer.hidden = true;
      event.prompt();
    }, { once: true });
  });
}

/** @param me Whose pages these are; empty where nobody is signed in. */
export async function prepareOffline(me) {
  showLine();
  for (const event of ["online", "offline"]) addEventListener(event, showLine);
  offerInstalling();
  if (!("serviceWorker" in navigator)) return;
  await navigator.serviceWorker.register("/w/sw.js", { scope: "/w/", type: "module", updateViaCache: "none" });
  const registration = await navigator.serviceWorker.ready;
  if (me && !document.body.dataset.kept) registration.active.postMessage({ me, keep: pagesToKeep() });
}
