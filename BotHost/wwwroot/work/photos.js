// Choosing photos with a wet thumb: one large button, and small pictures of what was taken.
function show(input, row) {
  row.querySelectorAll("img").forEach(image => URL.revokeObjectURL(image.src));
  row.replaceChildren(...[...input.files].map(file => {
    const image = document.createElement("img");
    image.src = URL.createObjectURL(file);
    image.alt = file.name;
    return image;
  }));
}

/** Puts the large button in place of the browser's own. */
export function givePhotoButtons() {
  document.querySelectorAll("input[type=file][name=photos]").forEach(input => {
    const row = document.createElement("div");
    row.className = "photos";
    const button = document.createElement("button");
    button.type = "button";
    button.className = "weui-btn weui-btn_default photo-button";
    button.textContent = input.dataset.button;
    button.addEventListener("click", () => input.click());
    input.after(button, row);
    input.classList.add("behind");
    input.tabIndex = -1;
    input.addEventListener("change", async () => {
      await input.ready;
      show(input, row);
    });
    input.form.addEventListener("reset", () => setTimeout(() => show(input, row)));
  });
}
