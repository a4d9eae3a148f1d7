// The owner signs with a finger.
const INK = "#1d2826";

/** Gives each canvas of the page a pen, a way to begin again, and `signature()`: its picture, or null while it is empty. */
export function giveSignatures() {
  document.querySelectorAll("canvas[data-signature]").forEach(canvas => {
    const pen = canvas.getContext("2d");
    let isDrawn = false;
    let last = null;

    const at = touch => {
      const box = canvas.getBoundingClientRect();
      return { x: (touch.clientX - box.left) * canvas.width / box.width, y: (touch.clientY - box.top) * canvas.height / box.height };
    };

    function clear() {
      pen.fillStyle = "#fff";
      pen.fillRect(0, 0, canvas.width, canvas.height);
      isDrawn = false;
    }

    function draw(from, to) {
      pen.strokeStyle = INK;
      pen.lineWidth = canvas.width / 140;
      pen.lineCap = pen.lineJoin = "round";
      pen.beginPath();
      pen.moveTo(from.x, from.y);
      pen.lineTo(to.x, to.y);
      pen.stroke();
      isDrawn = true;
    }

    canvas.addEventListener("pointerdown", touch => {
      canvas.setPointerCapture(touch.pointerId);
      last = at(touch);
      draw(last, last);
    });
    canvas.addEventListener("pointermove", touch => {
      if (!last) return;
      for (const step of touch.getCoalescedEvents?.() ?? [touch]) {
        const next = at(step);
        draw(last, next);
        last = next;
      }
    });
    for (const end of ["pointerup", "pointercancel"]) canvas.addEventListener(end, () => { last = null; });
    const form = canvas.closest("form");
    form.querySelector("[data-clear]").addEventListener("click", clear);
    form.addEventListener("reset", clear);
    canvas.signature = () => isDrawn ? new Promise(done => canvas.toBlob(done, "image/png")) : Promise.resolve(null);
    clear();
    canvas.closest("[hidden]").hidden = false;
  });
}
