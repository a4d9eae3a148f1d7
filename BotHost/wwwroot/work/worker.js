// The service worker of /w/: opens the work pages without signal and sends the queue in the background.
import { sendAll } from "./send.js";

const SYNC = "chatdesk-work";
const SHELL = "chatdesk-work-shell-";
const PAGES = "chatdesk-work-pages";
const FILES = "chatdesk-work-files";
const WHOSE = "/w/-/whose";
const KEPT_AT = "X-Kept-At";
const OFFLINE = "/w/offline";
const MAX_PAGES = 60;
const MAX_FILES = 60;
const PATIENCE = 5_000;
const KEPT_FOR = 24 * 3600 * 1000;
const FRESH_FOR = 2 * 60 * 1000;

const pathOf = address => new URL(address, self.location.origin).pathname;

/** A file's name without the version in its address. */
const stemOf = address => pathOf(address).replace(/^\/w\/app\/[^/]+\//, "/w/app/");

/** @param shell {{version: string, files: string[]}} What every page needs. */
export function start(shell) {
  const stems = new Map(shell.files.map(file => [stemOf(file), file]));

  self.addEventListener("install", event => event.waitUntil(fillShell(shell).then(() => self.skipWaiting())));
  self.addEventListener("activate", event => event.waitUntil(tidy(shell).then(() => self.clients.claim())));
  self.addEventListener("sync", event => event.tag === SYNC && event.waitUntil(sendInBackground()));
  self.addEventListener("message", event => event.waitUntil(prepare(event.data)));
  self.addEventListener("fetch", event => {
    const { request } = event;
    const address = new URL(request.url);
    if (request.method !== "GET" || address.origin !== self.location.origin) return;
    if (request.mode === "navigate") event.respondWith(page(request, address, shell));
    else if (stems.has(stemOf(address))) event.respondWith(part(request, stems.get(stemOf(address)), shell));
    else if (address.pathname.startsWith("/files/")) event.respondWith(file(request));
  });
}

async function fillShell(shell) {
  const cache = await caches.open(SHELL + shell.version);
  await cache.addAll(shell.files.map(address => new Request(address, { cache: "reload" })));
}

async function tidy(shell) {
  const old = (await caches.keys()).filter(name => name.startsWith(SHELL) && name !== SHELL + shell.version);
  await Promise.all(old.map(name => caches.delete(name)));
}

/** The very version that the page asks for; without signal the one that is there. */
async function part(request, current, shell) {
  const cache = await caches.open(SHELL + shell.version);
  const same = await cache.match(request);
  if (same) return same;
  try {
    return await fetch(request);
  } catch {
    return await cache.match(current) ?? Response.error();
  }
}

/** The desk's page; its kept copy where the desk does not answer in time. */
async function page(request, address, shell) {
  const kept = await keptPage(address.pathname);
  const asking = ask(request, address);
  if (!kept) return await asking.catch(() => null) ?? await keptPage("/w/") ?? offlinePage(shell);
  const late = new Promise(done => setTimeout(done, PATIENCE));
  return await Promise.race([asking.catch(() => null), late]) ?? kept;
}

async function ask(request, address) {
  const answer = await fetch(request);
  if (answer.status >= 500) throw new Error(`${answer.status}`);
  const cache = await caches.open(PAGES);
  if (answer.status === 404) await cache.delete(address.pathname);
  else if (answer.ok && !address.search) await keep(cache, address.pathname, answer.clone());
  return answer;
}

async function keep(cache, path, answer) {
  const headers = new Headers(answer.headers);
  headers.set(KEPT_AT, new Date().toISOString());
  for (const wire of ["Content-Encoding", "Content-Length"]) headers.delete(wire);
  const body = await answer.text();
  await cache.put(path, new Response(body, { headers }));
  await forgetOldest(cache, MAX_PAGES);
  return body;
}

/** A copy says that it is one, and since when. */
async function keptPage(path) {
  const kept = await caches.open(PAGES).then(cache => cache.match(path));
  const keptAt = kept?.headers.get(KEPT_AT);
  if (!keptAt || Date.now() - Date.parse(keptAt) > KEPT_FOR) return null;
  const body = (await kept.text()).replace("<body", `<body data-kept="${keptAt}"`);
  return new Response(body, { headers: kept.headers });
}

async function offlinePage(shell) {
  const cache = await caches.open(SHELL + shell.version);
  return await cache.match(OFFLINE) ?? Response.error();
}

async function file(request) {
  const cache = await caches.open(FILES);
  const kept = await cache.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.status === 200 && answer.headers.get("Content-Type")?.startsWith("image/")) {
    await cache.put(request, answer.clone());
    await forgetOldest(cache, MAX_FILES);
  }
  return answer;
}

async function forgetOldest(cache, max) {
  const names = (await cache.keys()).filter(name => pathOf(name.url) !== WHOSE);
  await Promise.all(names.slice(0, Math.max(0, names.length - max)).map(name => cache.delete(name)));
}

/** Keeps the pages that the engineer may need below ground; another person's copies go. */
async function prepare({ me, keep: wanted }) {
  const whose = await caches.open(PAGES).then(cache => cache.match(WHOSE)).then(answer => answer?.text());
  if (whose !== me) await Promise.all([caches.delete(PAGES), caches.delete(FILES)]);
  const cache = await caches.open(PAGES);
  await cache.put(WHOSE, new Response(me));
  for (const path of new Set(wanted.map(pathOf))) await refresh(cache, path).catch(() => {});
}

async function refresh(cache, path) {
  const kept = await cache.match(path);
  if (kept && Date.now() - Date.parse(kept.headers.get(KEPT_AT)) < FRESH_FOR) return;
  const answer = await fetch(path, { headers: { Accept: "text/html" }, cache: "no-store" });
  if (!answer.ok) return;
  const body = await keep(cache, path, answer);
  for (const [picture] of body.matchAll(/\/files\/[0-9a-f]{32}/g)) await file(new Request(picture)).catch(() => {});
}

/** The browser asks again later while something waits for signal. */
async function sendInBackground() {
  const outcome = await sendAll();
  if (outcome === "no_signal" || outcome === "busy") throw new Error(outcome);
}
