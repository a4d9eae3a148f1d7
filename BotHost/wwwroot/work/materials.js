// Counting materials with a thumb: a button less, a button more, a search, and what was chosen in one line.
function button(sign, label, press) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "count";
  made.textContent = sign;
  made.setAttribute("aria-label", label);
  made.addEventListener("click", press);
  return made;
}

function giveButtons(row) {
  const input = row.querySelector("input");
  const add = by => {
    const next = Math.max(0, Number(input.value || 0) + by);
    input.value = next === 0 ? "" : String(next);
    input.dispatchEvent(new Event("input", { bubbles: true }));
  };
  input.before(button("−", `${row.dataset.name} −1`, () => add(-1)));
  input.after(button("+", `${row.dataset.name} +1`, () => add(1)));
}

/** Makes the lists of materials easy to fill in with one hand. */
export function giveMaterials() {
  document.querySelectorAll("[data-materials]").forEach(list => {
    const rows = [...list.querySelectorAll("[data-name]")];
    const search = list.querySelector("input[type=search]");
    const chosen = list.querySelector("[data-chosen]");
    rows.forEach(giveButtons);
    const show = () => {
      chosen.textContent = rows.filter(row => Number(row.querySelector("input").value) > 0)
        .map(row => row.dataset.name + row.querySelector("input").value + row.dataset.unit).join("、");
    };
    list.addEventListener("input", show);
    list.closest("form").addEventListener("reset", () => {
      list.open = false;
      setTimeout(show);
    });
    if (!search) return;
    search.closest("[hidden]")?.removeAttribute("hidden");
    search.addEventListener("input", () => rows.forEach(row => { row.hidden = !row.dataset.name.includes(search.value.trim()); }));
  });
}
