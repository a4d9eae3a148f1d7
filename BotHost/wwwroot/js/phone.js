// Makes the phone pages live and quicker; every page also works without it.
(() => {
  "use strict";
  const MAX_SIDE = 1600;
  const SMALL_ENOUGH = 900 * 1024;

  /** Fetches the page again and puts its live part in place of the old one; a form on its way brings its own answer. */
  async function refresh(part) {
    const answer = await fetch(location.pathname, { headers: { Accept: "text/html" }, cache: "no-store" });
    const text = await answer.text();
    if (document.querySelector("form[data-sent]")) return;
    if (!answer.ok) return location.reload();
    const fresh = new DOMParser().parseFromString(text, "text/html").getElementById(part.id);
    if (!fresh || (fresh.dataset.state !== part.dataset.state && !isTyping())) return location.reload();
    part.replaceChildren(...fresh.childNodes);
    part.dataset.seen = fresh.dataset.seen;
  }

  function isTyping() {
    return [...document.querySelectorAll("textarea, input[type=file]")].some(field => field.value !== "");
  }

  /** A ticket's events are numbered; a list has a mark that differs when it does. */
  function isNews(told, seen) {
    return Number.isNaN(Number(told)) ? told !== seen : Number(told) > Number(seen);
  }

  /** Listens while the page is looked at: a browser has six connections for one host, and pages left open would use them up. */
  function watch(part) {
    let events = null;
    function listen() {
      events?.close();
      events = document.hidden ? null : new EventSource(`${part.dataset.live}?seen=${part.dataset.seen}`);
      events?.addEventListener("changed", change => {
        if (isNews(change.data, part.dataset.seen)) refresh(part);
      });
    }
    document.addEventListener("visibilitychange", listen);
    listen();
  }

  /** Large photos are made smaller, and upright, before they are sent; what is no photo stays as it is. */
  async function shrink(file) {
    if (!file.type.startsWith("image/") || file.type === "image/gif") return file;
    try {
      const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
      const scale = Math.min(1, MAX_SIDE / Math.max(picture.width, picture.height));
      if (scale === 1 && file.size < SMALL_ENOUGH && isTaken(file)) return file;
      const canvas = document.createElement("canvas");
      canvas.width = Math.round(picture.width * scale);
      canvas.height = Math.round(picture.height * scale);
      canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
      const small = await new Promise(done => canvas.toBlob(done, "image/jpeg", 0.85));
      return small && (small.size < file.size || scale < 1 || !isTaken(file)) ? new File([small], "photo.jpg", { type: "image/jpeg" }) : file;
    } catch {
      return file;
    }
  }

  /** The picture types that the desk takes; others, such as an iPhone's HEIC, become JPEG. */
  function isTaken(file) {
    return ["image/jpeg", "image/png", "image/webp"].includes(file.type);
  }

  async function shrinkAll(input) {
    const chosen = new DataTransfer();
    for (const file of input.files) chosen.items.add(await shrink(file));
    input.files = chosen.files;
  }

  document.querySelectorAll("[data-live]").forEach(watch);
  document.querySelectorAll("input[type=file]").forEach(input => {
    input.addEventListener("change", () => { input.ready = shrinkAll(input); });
  });

  // One press, one request: the button rests while the form is on its way.
  document.addEventListener("submit", async submitted => {
    const form = submitted.target;
    if (form.dataset.sent) return submitted.preventDefault();
    form.dataset.sent = "yes";
    form.classList.add("busy");
    const waiting = [...form.querySelectorAll("input[type=file]")].map(input => input.ready).filter(Boolean);
    if (waiting.length === 0) return;
    submitted.preventDefault();
    await Promise.all(waiting);
    form.submit();
  });
  addEventListener("pageshow", () => document.querySelectorAll("form").forEach(form => {
    delete form.dataset.sent;
    form.classList.remove("busy");
  }));

  // The call itself is recorded while the telephone dials.
  document.addEventListener("click", pressed => {
    const call = pressed.target.closest("a[data-contact]");
    if (call) fetch(location.pathname, { method: "POST", body: new FormData(document.getElementById(call.dataset.contact)), keepalive: true });
  });
})();
