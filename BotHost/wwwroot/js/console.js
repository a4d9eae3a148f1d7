// The console's few keys, on top of pages that work without any script.
"use strict";

document.addEventListener("keydown", event => {
  const isTyping = event.target.closest("input, textarea, select");
  if (event.key === "/" && !isTyping) {
    const search = document.getElementById("q");
    if (search) {
      event.preventDefault();
      search.select();
    }
  }
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.form)
    event.target.form.requestSubmit();
});

document.addEventListener("click", event => {
  if (event.target.closest("[data-print]"))
    window.print();
  const copy = event.target.closest("[data-copy]");
  if (copy)
    navigator.clipboard.writeText(copy.dataset.copy).then(() => { copy.textContent = "已复制"; });
});

// A form is sent once, however often its button is pressed.
document.addEventListener("submit", event => {
  if (event.target.dataset.sent)
    event.preventDefault();
  event.target.dataset.sent = "yes";
});
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]"))
    delete form.dataset.sent;
});

// A person chosen from the register fills name, telephone and home.
document.addEventListener("click", event => {
  const match = event.target.closest("[data-owner]");
  if (!match)
    return;
  const chosen = match.dataset;
  document.getElementById("caller").value = chosen.name;
  document.getElementById("phone").value = chosen.phone;
  document.getElementById("owner").value = chosen.owner;
  document.getElementById("owners").replaceChildren();
  const home = new URLSearchParams({
    handler: "Place", "Form.OwnerId": chosen.owner, "Form.EstateId": chosen.estate,
    "Form.BuildingId": chosen.building, "Form.UnitId": chosen.unit, "Form.RoomId": chosen.room,
  });
  htmx.ajax("GET", "/console/new?" + home, { target: "#place", swap: "outerHTML" });
  document.getElementById("words").focus();
});
document.addEventListener("input", event => {
  if (event.target.id === "caller" || event.target.id === "phone")
    document.getElementById("owner").value = "";
});
