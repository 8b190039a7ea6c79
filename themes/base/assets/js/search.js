// Answers a question from small files of the search index. tests/reference_search.py does the same in Python.
// Written for browsers of 2018: where this file cannot be read, the page goes on saying so.
(() => {
  const form = document.querySelector("form[data-index]");
  const [told, list, more] = document.querySelectorAll(".told, .found ol, .found button");
  const data = form.dataset, field = form.q;
  const PAGE = 8, WINDOWS = 5, TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
  told.textContent = "";

  // One spelling: "Quy" is "Qui", "Mỹ" is "Mĩ".
  const single = (text) => text.replace(/^([^aeiouy\u0300-\u036f]+|qu)y(?=[\u0300-\u036f]*$)/, "$1i");
  // A syllable without marks, and with its tone at the end, since "hòa" and "hoà" are one.
  const split = (text) => {
    const letters = text.toLowerCase().replace(/ð/g, "đ").replace(/['’ʼ`´]/g, "").normalize("NFD")
      .replace(/(^|[^a-z0-9đ\u0300-\u036f_])tp(?=[bcdghklmnpqrstvx])/g, "$1tp ").replace(/(^|[^a-z0-9đ\u0300-\u036f_])([mk]) (?=[a-zđ]{2})/g, "$1$2");
    return (letters.match(/[a-z0-9đ][a-z0-9đ\u0300-\u036f]*/g) || [])
      .map((raw) => {
        const marked = single((raw.replace(TONES, "") + (raw.match(TONES) || [""])[0]).replace(/^0+(?=\d)/, ""));
        return { marked, plain: single(marked.replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d")) };
      })
      .filter((one, at, all) => !/^so(\u0302\u0301)?$/.test(one.marked) || !all[at + 1] || !/^\d/.test(all[at + 1].plain));
  };
  const key = (words) => words.map((one) => one.plain).join(" ");
  const opens = (text, start) => `${text} `.startsWith(`${start} `);
  // For each syllable that is typed with marks: one more where a name has the same, nine less where it has others.
  const alike = (asked, name) =>
    asked.reduce((sum, { marked, plain }, at) => sum + (marked === plain || !name[at] || plain !== name[at].plain ? 0 : marked === name[at].marked ? 1 : -9), 0);
  const inOrder = ([a], [b]) => {
    for (const at in a) if (a[at] !== b[at]) return a[at] < b[at] ? -1 : 1;
    return 0;
  };
  // One syllable is typed with a letter or two wrong, and all others right.
  const slip = (asked, name) => {
    const wrong = asked.map((one, at) => [one.plain, (name[at] || one).plain]).filter(([one, other]) => one !== other);
    if (asked.length !== name.length || name.length < 2 || wrong.length !== 1) return false;
    let [one, other] = wrong[0];
    const longest = Math.max(one.length, other.length);
    while (one && other && one[0] === other[0]) [one, other] = [one.slice(1), other.slice(1)];
    while (one && other && one[one.length - 1] === other[other.length - 1]) [one, other] = [one.slice(0, -1), other.slice(0, -1)];
    const left = Math.max(one.length, other.length);
    return left <= 2 && longest - left >= left;
  };

  let files = {}, root;
  const file = (name) => (files[name] = files[name] || fetch(`${data.index + name}.json`, { cache: "no-cache" }).then((answer) => answer.json()));
  const upTo = (kind, last) => root[kind].filter((one) => one <= last).length;
  const between = (kind, first, last) => {
    const names = root[kind].map((_, at) => `${kind}-${at}`);
    return Promise.all(names.slice(upTo(kind, first) - 1, upTo(kind, last)).slice(0, 2).map(file));
  };

  const among = ([tier]) => tier === 2.5 || tier === 3.5;
  // Places whose name is asked, goes on, or stands among other words; and these other words.
  const places = async (words) => {
    const found = [], slips = [], starts = [["", 0, true]], inside = [];
    let rest = [], best = 0;
    words.forEach((_, at) => {
      const from = words.slice(at);
      for (const [form, kind] of root.types) {
        const kin = split(form);
        if (from[kin.length] && opens(key(from), key(kin)) && alike(from, kin) >= 0) (at ? inside : starts).push([kind, at + kin.length, !at]);
      }
    });
    words.forEach((one, at) => at && at < words.length - 1 && !/^\d/.test(one.plain) && inside.push(["", at, false]));
    const once = new Set(starts.map(([, start]) => start)), windows = once.size + WINDOWS;
    for (const [kind, start, opening] of [...starts, ...inside]) {
      if (!opening && (once.has(start) || once.size >= windows)) continue;
      once.add(start);
      const asked = words.slice(start), first = key(asked.slice(0, 2)), alone = asked[0].plain;
      const shelves = await between("ten", first, opening ? `${first}~` : first);
      if (root.single.includes(alone) && (opening || kind)) shelves.push(...(await between("ten", alone, alone)));
      for (const { names, notes } of shelves)
        for (const [type, text, rank, href, remark, note] of names) {
          const name = split(text), whole = opens(key(asked), key(name)), like = alike(asked, name);
          const around = ` ${key(split(remark))} `, left = asked.slice(name.length), other = +!["", type].includes(kind);
          const of = left.filter((one) => around.includes(` ${one.plain} `));
          let how;
          if (whole && opening && (kind || !/^\d+$/.test(alone)) && left.every((one) => around.includes(` ${one.plain}`))) how = [0, -name.length, other];
          else if (opening && !whole && key(name).startsWith(key(asked))) how = [like < 0 ? 5 : 2, 0, other];
          else if (whole && like >= 0 && (name.length > 1 || kind === type)) {
            how = [opening ? 2.5 : 3.5, -name.length - of.length - (kind === type), other];
            if (how[1] < best) {
              best = how[1];
              rest = [...words.slice(0, start), ...left].filter((one) => !of.some((known) => known.marked === one.marked));
            }
          } else if (opening && slip(asked, name)) how = [2.7, 0, other];
          else continue;
          (how[0] === 2.7 ? slips : found).push([[...how, -like, rank, text, href], [`${type} ${text}`, 0, `${remark} · ${notes[note]}`, href, "vi"]]);
        }
    }
    const former = found.filter(([how]) => !how[0]);
    for (const [how, [title]] of found)
      if (among(how) && former.some(([other, [, , remark]]) => other[5] === how[5] && remark.includes(`${title}, `))) how[0] = -1;
    if (found.some(([how]) => how[0] === 0 || how[0] === 2)) return [found.filter(([how]) => !among(how)), []];
    return [found.length ? found : slips, rest];
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
              id += step;
              const of = (near[id] = near[id] || {}), at = whole ? "=" : start;
              of[at] = whole ? 0 : Math.max(at in of ? of[at] : -99, (equal ? 3 : 0) + alike(asked, name));
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
    const [[near, rest], entries] = await Promise.all([places(words), texts(words, length)]);
    if (rest.length && !entries.some(([how]) => how[0] <= 3))
      for (const [how, one] of await texts(rest, Math.min(rest.length, 2))) entries.push([[Math.max(how[0], 3.6), ...how.slice(1)], one]);
    let found = [...near, ...entries];
    if (!found.length) found = await texts(words, 1);
    const seen = new Set();
    return found.sort(inOrder).filter(([, one]) => !seen.has(one[3] || one) && seen.add(one[3] || one));
  };

  const tell = (words) => (told.textContent = words);
  const add = (tag, words, more) => Object.assign(document.createElement(tag), { textContent: words }, more);
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
      list.textContent = "";
      list.append(...items);
      more.hidden = items.length === found.length;
      more.onclick = () => answer(question, pages + 1);
      if (pages > 1) items[PAGE * (pages - 1)].firstChild.focus();
      const partly = found.length && (found[0][0][0] > 3 || found[0][0][0] % 1);
      tell(question && data[!found.length ? "none" : partly ? "partly" : "found"].replace("{count}", found.length));
    } catch (wrong) {
      files = {};
      tell(data.failed);
    }
  };
  const ask = (event) => {
    if (event) event.preventDefault();
    clearTimeout(timer);
    history.replaceState(null, "", `?${new URLSearchParams(new FormData(form))}`);
    answer(field.value.trim());
  };
  form.onsubmit = ask;
  field.oninput = () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 250);
  };
  field.value = new URLSearchParams(location.search).get("q") || "";
  if (field.value) ask();
})();
