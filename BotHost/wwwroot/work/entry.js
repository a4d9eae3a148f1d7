// Makes a queue entry of a form of the work page.

/** Names an entry for all its tries; also where the page came without TLS. */
function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map(byte => byte.toString(16).padStart(2, "0")).join("");
}

async function keep(field, file, name) {
  return { field, type: file.type, name, bytes: await file.arrayBuffer() };
}

/** Everything that was typed, chosen, photographed and signed. */
export async function entryOf(form, by) {
  await Promise.all([...form.querySelectorAll("input[type=file]")].map(input => input.ready));
  const filled = new FormData(form);
  const fields = [...filled].filter(([name, value]) => typeof value === "string" && value !== "" && !name.startsWith("__") && name !== "seen");
  const photos = filled.getAll("photos").filter(photo => photo instanceof File && photo.size > 0);
  const signature = await form.querySelector("canvas")?.signature?.();
  const files = await Promise.all(photos.map(photo => keep("photos", photo, photo.name)));
  if (signature) files.push(await keep("signature", signature, "signature.png"));
  return {
    key: newKey(),
    ticket: form.dataset.ticket,
    place: form.dataset.place,
    action: filled.get("action"),
    by,
    fields,
    files,
    madeAt: Date.now(),
    state: "waiting",
    tries: 0,
  };
}

/** What keeps the desk from taking it, found before it is queued: "empty", "type", "large", or null. */
export function faultOf(entry) {
  const photos = entry.files.filter(file => file.field === "photos");
  const said = entry.fields.some(([name]) => name === "text" || name === "materials" || name.startsWith("used["));
  if (entry.action === "Step" && photos.length === 0 && !said) return "empty";
  if (photos.some(photo => !/^image\/(jpeg|png|gif|webp)$/.test(photo.type))) return "type";
  if (entry.files.reduce((sum, file) => sum + file.bytes.byteLength, 0) > 20 * 1024 * 1024) return "large";
  return null;
}
