// Puts a button beside what can be copied, and gives a citation the address of the number that was opened.
for (const words of document.querySelectorAll("[data-copy]")) {
  const link = words.querySelector("a");
  const follow = () => {
    if (!/^#r\d+$/.test(location.hash)) return;
    link.href = link.textContent = link.href.split("#")[0] + location.hash;
  };
  if (link) {
    follow();
    addEventListener("hashchange", follow);
  }
  if (!navigator.clipboard) continue; // the words can be selected
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = words.dataset.copy;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(words.textContent.trim());
      told.textContent = words.dataset.copied;
    } catch {
      getSelection().selectAllChildren(words);
    }
  });
  const told = document.createElement("span");
  told.setAttribute("role", "status");
  const line = document.createElement("p");
  line.className = "screen";
  line.dataset.added = "";
  line.append(button, " ", told);
  words.after(line);
}
