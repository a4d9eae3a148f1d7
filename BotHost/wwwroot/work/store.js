// What the engineer recorded and the desk does not have yet: kept in IndexedDB, in the order in which it was made.
const NAME = "chatdesk-work";
const ENTRIES = "entries";
const news = "BroadcastChannel" in globalThis ? new BroadcastChannel(NAME) : null;
const listeners = new Set();
let opening = null;

function open() {
  opening ??= new Promise((done, fail) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(ENTRIES, { keyPath: "order", autoIncrement: true });
    request.onsuccess = () => {
      request.result.onversionchange = () => request.result.close();
      done(request.result);
    };
    request.onerror = () => {
      opening = null;
      fail(request.error);
    };
  });
  return opening;
}

async function run(mode, act) {
  const database = await open();
  return new Promise((done, fail) => {
    const change = database.transaction(ENTRIES, mode, { durability: "strict" });
    let result;
    act(change.objectStore(ENTRIES), value => { result = value; });
    change.oncomplete = () => done(result);
    change.onabort = change.onerror = () => fail(change.error);
  });
}

/** Tells this page and the others of the same browser that the queue changed. */
function tell() {
  news?.postMessage("changed");
  listeners.forEach(listener => listener());
}

/** Calls back after every change, wherever it was made. */
export function onChange(listener) {
  listeners.add(listener);
  news?.addEventListener("message", listener);
}

/** Keeps an entry and returns its place in the order, once it is on the phone's disk. */
export async function add(entry) {
  const order = await run("readwrite", (entries, give) => {
    entries.add(entry).onsuccess = added => give(added.target.result);
  });
  tell();
  return order;
}

/** All entries, the oldest first. */
export const all = () => run("readonly", (entries, give) => {
  entries.getAll().onsuccess = found => give(found.target.result);
});

/** Changes an entry that is still there; one that another page has removed stays away. */
export async function change(order, fields) {
  await run("readwrite", entries => {
    entries.get(order).onsuccess = found => found.target.result && entries.put({ ...found.target.result, ...fields });
  });
  tell();
}

export async function remove(order) {
  await run("readwrite", entries => { entries.delete(order); });
  tell();
}
