// Narrows a list of entries. Without this script the list is whole, and its pages by plan, agency and state are links.
(() => {
  const template = document.querySelector("template[data-filter]");
  if (!template) return;
  template.before(template.content);
  const form = document.querySelector("form.filter");
  const told = form.querySelector("output");
  const sources = [...document.querySelectorAll("a[data-list]")]; // lists on other pages, fetched when first asked for
  const save = form.querySelector("[data-save]"), table = document.querySelector("a[download][href$='.csv']");
  const shelf = document.createElement("div");
  shelf.dataset.added = "";
  form.after(shelf);

  // Words without tone marks, so that they can be typed without them.
  const bare = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d");
  const texts = new WeakMap();
  const textOf = (entry) => {
    if (!texts.has(entry)) texts.set(entry, bare(entry.textContent));
    return texts.get(entry);
  };
  // What an entry does not say itself, its list says for all.
  const valueOf = (entry, name) => entry.closest(`[data-${name}]`)?.dataset[name] ?? "";
  const fits = (entry, [name, value]) =>
    name === "words"
      ? bare(value).split(/\s+/).every((word) => textOf(entry).includes(word))
      : ` ${valueOf(entry, name)} `.includes(` ${value} `);

  let fetched;
  const fetchLists = () =>
    (fetched ??= Promise.all(
      sources.map(async (link) => {
        const answer = await fetch(link.href);
        if (!answer.ok) throw new Error(link.href);
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        for (const group of page.querySelectorAll("[data-group]")) {
          for (const one of [group, ...group.querySelectorAll("[id]")]) one.removeAttribute("id");
          group.removeAttribute("aria-labelledby");
          group.querySelector("h2").prepend(`${link.dataset.list}: `);
          shelf.append(group);
        }
      }),
    ));

  const narrow = async () => {
    const asked = [...new FormData(form)].filter(([, value]) => value.trim());
    const query = new URLSearchParams(asked).toString();
    history.replaceState(null, "", (query ? `?${query}` : location.pathname) + location.hash);
    if (sources.length) {
      shelf.hidden = !asked.length;
      if (asked.length && !shelf.childElementCount) {
        told.value = form.dataset.loading;
        try {
          await fetchLists();
        } catch {
          fetched = undefined;
          shelf.replaceChildren();
          told.value = form.dataset.failed;
          return;
        }
        return narrow();
      }
    }
    let shown = 0;
    const entries = document.querySelectorAll("[data-entry]");
    for (const entry of entries) {
      entry.hidden = !asked.every((one) => fits(entry, one));
      shown += !entry.hidden;
    }
    for (const group of document.querySelectorAll("[data-group]")) {
      group.hidden = !group.querySelector("[data-entry]:not([hidden])");
    }
    document.body.classList.toggle("narrowed", asked.length > 0);
    save.hidden = !asked.length || !table;
    told.value = asked.length ? form.dataset.found.replace("{shown}", shown).replace("{all}", entries.length) : "";
  };

  // The rows of the page's own table whose address is that of a shown entry.
  const rowsOf = (csv) => csv.match(/(?:"(?:[^"]|"")*"|[^"\r\n])+\r?\n?/g) || [];
  save.onclick = async () => {
    const shown = new Set([...document.querySelectorAll("[data-entry]:not([hidden]) a")].map((link) => link.pathname));
    const [header, ...rows] = rowsOf(await (await fetch(table.href)).text());
    const kept = rows.filter((row) => (row.match(/https?:\/\/[^\s",]+/g) || []).some((url) => shown.has(new URL(url).pathname)));
    const file = new Blob([header, ...kept], { type: "text/csv" });
    const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(file), download: save.dataset.save });
    link.click();
  };

  for (const [name, value] of new URLSearchParams(location.search)) {
    const field = form.elements.namedItem(name);
    if (field) field.value = value;
  }
  const asked = [...new FormData(form)].some(([, value]) => value);
  form.querySelector("details").open ||= asked || matchMedia("(min-width: 48rem)").matches;
  form.addEventListener("input", narrow);
  form.addEventListener("reset", () => setTimeout(narrow));
  form.addEventListener("submit", (event) => event.preventDefault());
  if (asked) narrow();
})();
