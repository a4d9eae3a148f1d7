// Sends the queue: one entry after the other, each until the desk has answered for it.
import { all, change, remove } from "./store.js";

const LOCK = "chatdesk-work-sending";
const PATIENCE = 60_000;

/** Lets one page at a time send, also across windows and the service worker. */
const alone = work => navigator.locks ? navigator.locks.request(LOCK, work) : work();

/**
 * Sends what waits, in order. What the desk refuses is marked with its reason and the others go on; without an answer
 * it stops, and the next call begins there.
 * @returns {Promise<"done"|"no_signal"|"signed_out"|"busy">}
 */
export const sendAll = () => alone(async () => {
  const passed = new Set();
  for (;;) {
    const entry = (await all()).find(waiting => waiting.state === "waiting" && !passed.has(waiting.order));
    if (!entry) return passed.size > 0 ? "signed_out" : "done";
    const outcome = await send(entry);
    if (outcome === "other_person") passed.add(entry.order);
    else if (outcome !== "sent" && outcome !== "refused") return outcome;
  }
});

async function send(entry) {
  const { outcome, reason } = await ask(entry);
  if (outcome === "sent") await remove(entry.order);
  else await change(entry.order, { state: outcome === "refused" ? "refused" : "waiting", outcome, reason, tries: entry.tries + 1, triedAt: Date.now() });
  return outcome;
}

async function ask(entry) {
  const end = new AbortController();
  const timer = setTimeout(() => end.abort(), PATIENCE);
  try {
    const answer = await fetch(`/w/${entry.ticket}/entries`, {
      method: "POST",
      headers: { "Idempotency-Key": entry.key, Accept: "application/json" },
      body: formOf(entry),
      credentials: "same-origin",
      redirect: "error",
      signal: end.signal,
    });
    return await read(answer, entry);
  } catch {
    return { outcome: "no_signal" };
  } finally {
    clearTimeout(timer);
  }
}

function formOf(entry) {
  const form = new FormData();
  form.append("by", entry.by);
  form.append("age", Math.max(0, Math.round((Date.now() - entry.madeAt) / 1000)));
  for (const [name, value] of entry.fields) form.append(name, value);
  for (const file of entry.files) form.append(file.field, new Blob([file.bytes], { type: file.type }), file.name);
  return form;
}

/** Only the desk's own words count: a hotel's sign-in page or a proxy's error is no answer. */
async function read(answer, entry) {
  const isJson = answer.headers.get("Content-Type")?.includes("json");
  const said = isJson ? await answer.json().catch(() => null) : null;
  if (answer.ok) return { outcome: said?.ticket === entry.ticket ? "sent" : "no_signal" };
  if (answer.status === 401) return { outcome: said?.code === "other_person" ? "other_person" : "signed_out", reason: said?.detail };
  if (answer.status === 413) return { outcome: "refused", reason: said?.detail };
  if (said?.code && answer.status < 500) return { outcome: "refused", reason: said.detail };
  return { outcome: "busy" };
}
