// Answers a question from small files of the search index. tests/reference_search.py does the same in Python.
(() => {
  const form = document.querySelector("form[data-index]");
  const [told, list, more] = document.querySelectorAll(".told, .found ol, .found button");
  const data = form.dataset, field = form.q;
  const PAGE = 8, TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

  // A syllable without marks, and with its tone at the end, since "hòa" and "hoà" are one.
  const split = (text) =>
    (text.toLowerCase().replace(/['’ʼ`´]/g, "").normalize("NFD").match(/[a-z0-9đ][a-z0-9đ\u0300-\u036f]*/g) ?? [])
      .map((raw) => {
        const marked = (raw.replace(TONES, "") + (raw.match(TONES)?.[0] ?? "")).replace(/^0+(?=\d)/, "");
        return { marked, plain: marked.replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d") };
      })
      .filter((one, at, all) => !/^so(\u0302\u0301)?$/.test(one.marked) || !/^\d/.test(all[at + 1]?.plain));
  const key = (words) => words.map((one) => one.plain).join(" ");
  const opens = (text, start) => `${text} `.startsWith(`${start} `);
  // For each syllable that is typed with marks: one more where a name has the same, nine less where it has others.
  const alike = (asked, name) =>
    asked.reduce((sum, { marked, plain }, at) => sum + (marked === plain || plain !== name[at]?.plain ? 0 : marked === name[at].marked ? 1 : -9), 0);
  const inOrder = ([a], [b]) => {
    for (const at in a) if (a[at] !== b[at]) return a[at] < b[at] ? -1 : 1;
    return 0;
  };

  let files = {}, root;
  const file = (name) => (files[name] ??= fetch(`${data.index + name}.json`, { cache: "no-cache" }).then((answer) => answer.json()));
  const upTo = (kind, last) => root[kind].filter((one) => one <= last).length;
  const between = (kind, first, last) => {
    const names = root[kind].map((_, at) => `${kind}-${at}`);
    return Promise.all(names.slice(upTo(kind, first) - 1, upTo(kind, last)).slice(0, 2).map(file));
  };

  const places = async (words) => {
    const found = [], starts = [["", 0]];
    for (const [form, kind] of root.types) {
      const kin = split(form);
      if (words[kin.length] && opens(key(words), key(kin)) && alike(words, kin) >= 0) starts.push([kind, kin.length]);
    }
    for (const [kind, start] of starts) {
      const asked = words.slice(start), first = key(asked.slice(0, 2)), alone = asked[0].plain;
      const shelves = await between("ten", first, `${first}~`);
      if (root.single.includes(alone)) shelves.push(...(await between("ten", alone, alone)));
      for (const { names, notes } of shelves)
        for (const [type, text, rank, href, remark, note] of names) {
          const name = split(text), whole = opens(key(asked), key(name)), like = alike(asked, name);
          const around = ` ${key(split(remark))}`, left = asked.slice(name.length);
          if (whole ? left.every((one) => around.includes(` ${one.plain}`)) : key(name).startsWith(key(asked)))
            found.push([
              [whole ? 0 : like < 0 ? 5 : 2, whole ? -name.length : 0, +!["", type].includes(kind), -like, rank, text, href],
              [`${type} ${text}`, 0, `${remark} · ${notes[note]}`, href, "vi"],
            ]);
        }
    }
    return found;
  };

  const texts = async (words, length) => {
    const near = {}, count = words.length - length + 1, parts = Math.min(count, 3);
    let number = 0x811c9dc5;
    for (const letter of key(words)) number = Math.imul(number ^ letter.charCodeAt(0), 0x01000193) >>> 0;
    const mark = `${key(words.slice(0, 2))}=${number.toString(36)}`;
    const look = async (_, part) => {
      const start = Math.floor((part * (count - 1)) / (parts - 1 || 1));
      const asked = words.slice(start, start + length), first = key(asked), last = start === count - 1;
      for (const rows of await between("tu", first, first + (last ? "~" : start ? "" : "=~")))
        for (const [text, ...steps] of rows) {
          const name = split(text), equal = key(name) === first, whole = text === mark;
          let id = 0;
          if (whole || equal || (last && name.length === length && !text.includes("=") && key(name).startsWith(first)))
            for (const step of steps) {
              const of = (near[(id += step)] ??= {}), at = whole ? "=" : start;
              of[at] = whole ? 0 : Math.max(of[at] ?? -99, (equal ? 3 : 0) + alike(asked, name));
            }
        }
    };
    await Promise.all(Array.from({ length: parts }, look));
    return Object.entries(near)
      .map(([id, of]) => {
        const likes = Object.values(of), fair = likes.every((one) => one >= 0);
        return [[fair && "=" in of ? 1 : fair && likes.length === parts ? 3 : 4, -likes.length, -likes.reduce((sum, one) => sum + one), +id], +id];
      })
      .filter(([[, has]]) => -2 * has >= parts);
  };

  const search = async (question) => {
    const words = split(question), length = Math.min(words.length, 2);
    if (key(words).length < 2) return [];
    root = await file("goc");
    let found = (await Promise.all([places(words), texts(words, length)])).flat();
    if (!found.length) found = await texts(words, 1);
    const seen = {};
    return found.sort(inOrder).filter(([, one]) => (seen[one[3] ?? one] ??= one) === one);
  };

  const tell = (words) => (told.textContent = words);
  const add = (tag, words, more) => Object.assign(document.createElement(tag), { textContent: words, ...more });
  const entry = async ([, one]) => {
    const shelf = upTo("muc", one) - 1;
    const [title, kind, remark, href, lang = form.lang] = one.length ? one : (await file(`muc-${shelf}`))[one - root.muc[shelf]];
    const item = add("li");
    item.append(add("a", title, { href: data.root + href, lang }), add("b", root.kinds[kind]), add("p", remark));
    return item;
  };
  let latest = 0, timer;
  const answer = async (question, pages = 1) => {
    const turn = ++latest;
    tell(data.loading);
    list.parentNode.hidden = !question;
    try {
      const found = await search(question);
      const items = await Promise.all(found.slice(0, PAGE * pages).map(entry));
      if (turn !== latest) return;
      list.replaceChildren(...items);
      more.hidden = items.length === found.length;
      more.onclick = () => answer(question, pages + 1);
      if (pages > 1) items[PAGE * (pages - 1)].firstChild.focus();
      tell(question && data[found.length ? "found" : "none"].replace("{count}", found.length));
    } catch {
      files = {};
      tell(data.failed);
    }
  };
  const ask = (event) => {
    event?.preventDefault();
    clearTimeout(timer);
    history.replaceState(null, "", `?${new URLSearchParams(new FormData(form))}`);
    answer(field.value.trim());
  };
  form.onsubmit = ask;
  field.oninput = () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 250);
  };
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  if (field.value) ask();
})();
