// Puts the numbers of two to six places side by side. What is not alike in unit, producer, standard and year is not
// drawn, and the reason is told: the same rules as those of the ready sets (generator/derive/comparison.py).
(() => {
  const template = document.querySelector("template[data-compare]");
  if (!template) return;
  template.before(template.content);
  const form = document.querySelector("form.compare");
  const shown = document.querySelector("section.compared");
  const told = form.querySelector("output");
  const choices = form.querySelector(".choices");
  const picked = form.querySelector(".picked");
  const search = form.querySelector("input[type=search]");
  const select = form.elements.namedItem("chi-tieu");
  const { numbers, language } = form.dataset;
  const filled = (address, values) => address.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const fewest = Number(form.dataset.fewest);
  const most = Number(form.dataset.most);
  const said = Object.fromEntries([...form.querySelectorAll("dt")].map((key) => [key.textContent, key.nextSibling.textContent]));
  const say = (key, values = {}) => (said[key] ?? key).replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");

  // Words without tone marks, so that they can be typed without them.
  const bare = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d");
  const PLANNED = ["plan", "target"];
  const kindOf = (status) => (PLANNED.includes(status) ? "plan" : status);

  const node = (name, text, attributes = {}) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    for (const [key, value] of Object.entries(attributes)) if (value) made.setAttribute(key, value);
    return made;
  };
  const drawn = (name, attributes, text) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    if (text) made.textContent = text;
    return made;
  };
  // A number as the language writes it; its decimals are those of the data.
  const written = (value) => {
    const [whole, part] = String(value).replace("-", "").split(".");
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, say("format.thousands"));
    return (value < 0 ? say("format.minus") : "") + grouped + (part ? say("format.decimal") + part : "");
  };
  const bounded = (point) => say(`figure.bound.${point.comparator}`, { number: written(point.decimal) });
  const span = (points) => [...new Set([points[0].year, points.at(-1).year])].join("–");
  const inWords = (text, id) => text[language] ?? Object.values(text)[0] ?? id;

  // Who made the numbers of some series, and that it is inferred where a source does not say so.
  const madeBy = (some, file) => {
    const certainties = new Set(some.flatMap((one) => one.points.map((point) => point.inferred)));
    const how = certainties.size > 1 ? "some" : certainties.has(true) ? "inferred" : "printed";
    const { producer } = some[0];
    return say(`figure.made_by.${how}`, { producer: inWords(file.producers[producer], producer) });
  };

  const files = new Map();
  const load = (indicator) => {
    if (!files.has(indicator)) {
      const asked = fetch(`${numbers}${indicator}.json`).then((answer) => {
        if (!answer.ok) throw new Error(indicator);
        return answer.json();
      });
      files.set(indicator, asked.then(read, (fault) => { files.delete(indicator); throw fault; }));
    }
    return files.get(indicator);
  };
  const read = (file) => {
    const points = (rows) =>
      rows.map(([year, value, printed, status, comparator, dataset, line, inferred]) => ({
        year, value: value === null ? null : Number(value), decimal: value, printed, status, comparator, inferred, href: filled(form.dataset.row, { dataset: file.datasets[dataset], line }),
      }));
    return { ...file, series: file.series.map((one) => ({ ...one, points: points(one.points) })) };
  };

  // Only numbers of one series share a line; only series that are alike in all but the place share a picture.
  const told_of = (one) => new Set(one.points.filter((point) => point.value !== null).map((point) => `${point.year} ${point.status}`));
  const obstacle = (one, others) => {
    let same = others.filter((other) => other.unit === one.unit && other.item === one.item);
    if (!same.length) return others.length ? "unit" : "alone";
    same = same.filter((other) => other.producer === one.producer);
    if (!same.length) return "producer";
    same = same.filter((other) => other.standard === one.standard);
    if (!same.length) return "standard";
    const own = told_of(one);
    return same.some((other) => [...told_of(other)].some((year) => own.has(year))) ? "" : "year";
  };
  const compare = (places, file) => {
    const own = places.flatMap((place) => file.series.filter((one) => one.place === place && told_of(one).size));
    const left = places.filter((place) => !own.some((one) => one.place === place)).map((place) => ({ place, why: "none" }));
    const alike = new Map();
    for (const one of own) {
      const why = obstacle(one, own.filter((other) => other.place !== one.place));
      const kind = [one.unit, one.item, one.producer].join("|");
      if (why) left.push({ place: one.place, why, series: one });
      else alike.set(kind, [...(alike.get(kind) ?? []), one]);
    }
    return { groups: [...alike.values()], left };
  };
  const inTime = (some) =>
    [...some].sort((a, b) => a.points[0].year - b.points[0].year || a.points.at(-1).year - b.points.at(-1).year);

  const ceiling = (value) => {
    if (value <= 0) return 1;
    const unit = 10 ** Math.floor(Math.log10(value));
    return [1, 1.2, 1.6, 2, 3, 4, 5, 6, 8, 10].find((top) => top * unit >= value - 1e-9) * unit;
  };
  // The columns of every panel: each standard's years, and an empty one at each break.
  const slotsOf = (some) => {
    const years = new Map();
    for (const one of inTime(some)) {
      const own = one.points.map((point) => point.year);
      const [first, last] = years.get(one.standard) ?? [Infinity, -Infinity];
      years.set(one.standard, [Math.min(first, ...own), Math.max(last, ...own)]);
    }
    const slots = [];
    for (const [standard, [first, last]] of years) {
      if (slots.length) slots.push(`${standard} gap`);
      for (let year = first; year <= last; year++) slots.push(`${standard} ${year}`);
    }
    return slots;
  };
  // From year to year along one kind of number, or from the last measured to what follows; never between two series.
  const linesOf = (one) => {
    const last = {};
    const found = [];
    for (const point of one.points) {
      const before = [point.status, "result", "preliminary", "estimate"].map((status) => last[status]);
      const start = before.find((other) => other?.year === point.year - 1);
      if (start && start.value !== null && point.value !== null) found.push([start, point]);
      last[point.status] = point;
    }
    return found;
  };
  const WIDE = 240, TALL = 150, LEFT = 44, RIGHT = 26, TOP = 22, FOOT = 24;
  const mark = (kind, x, y) => {
    const shapes = {
      preliminary: `M${x} ${y - 5}l5 5-5 5-5-5z`,
      estimate: `M${x} ${y - 5}l5 9h-10z`,
    };
    const look = { class: `mark ${kind}` };
    return shapes[kind] ? drawn("path", { ...look, d: shapes[kind] }) : drawn("circle", { ...look, cx: x, cy: y, r: 4 });
  };
  const panel = (place, own, slots, top, file) => {
    const points = own.flatMap((one) => one.points.filter((point) => point.value !== null));
    const name = file.places[place].name;
    const alt = points.map((point) => `${point.year} ${written(point.decimal)} (${say(`figure.status.${point.status}`)})`);
    const picture = drawn("svg", { viewBox: `0 0 ${WIDE} ${TALL}`, role: "img", "aria-label": say("compare.script.chart", { place: name, points: alt.join("; ") }) });
    const across = (slot) => LEFT + (slots.length > 1 ? slots.indexOf(slot) / (slots.length - 1) : 0.5) * (WIDE - LEFT - RIGHT);
    const up = (value) => TALL - FOOT - (value / top) * (TALL - TOP - FOOT);
    for (const level of [0, top / 2, top]) {
      picture.append(
        drawn("line", { class: "level", x1: LEFT, x2: WIDE - RIGHT, y1: up(level), y2: up(level) }),
        drawn("text", { class: "axis", x: LEFT - 6, y: up(level) + 4, "text-anchor": "end" }, written(level)),
      );
    }
    const gap = (x) => picture.append(drawn("line", { class: "gap", x1: x, x2: x, y1: TOP, y2: TALL - FOOT }));
    for (const slot of slots) if (slot.endsWith(" gap")) gap(across(slot));
    for (const slot of new Set([slots[0], slots.at(-1)]))
      picture.append(drawn("text", { class: "axis", x: across(slot), y: TALL - 6, "text-anchor": "middle" }, slot.split(" ").at(-1)));
    const at = (one, point) => [across(`${one.standard} ${point.year}`), up(point.value)];
    inTime(own).forEach((one, index, all) => {
      const before = all[index - 1];
      if (before?.standard === one.standard) gap((at(before, before.points.at(-1))[0] + at(one, one.points[0])[0]) / 2);
      for (const [start, end] of linesOf(one)) {
        const [x1, y1] = at(one, start), [x2, y2] = at(one, end);
        picture.append(drawn("line", { class: `stroke ${kindOf(end.status)}`, x1, y1, x2, y2 }));
      }
    });
    const spots = inTime(own).flatMap((one) => one.points.filter((point) => point.value !== null).map((point) => [point, ...at(one, point)]));
    for (const [point, x, y] of spots) picture.append(mark(kindOf(point.status), x, y));
    for (const [point, x] of [...new Set([spots[0], spots.at(-1)])]) {
      const y = Math.min(...spots.filter((other) => Math.abs(other[1] - x) < 40).map((other) => other[2])) - 9;
      const end = x > WIDE / 2 ? "end" : "start";
      picture.append(drawn("text", { class: "number", x: x + (end === "end" ? 12 : -4), y, "text-anchor": end }, bounded(point)));
    }
    const figure = node("figure");
    figure.append(node("figcaption", name, { lang: language === "vi" ? "" : "vi" }), picture);
    return figure;
  };
  const tableOf = (places, some, file) => {
    const heads = new Map();
    for (const one of inTime(some))
      for (const point of one.points) heads.set([one.standard, point.year, point.status].join(" "), { standard: one.standard, ...point });
    const order = [...new Set(inTime(some).map((one) => one.standard))];
    const columns = [...heads].sort(([, a], [, b]) => order.indexOf(a.standard) - order.indexOf(b.standard) || a.year - b.year);
    const table = node("table", "", { class: "grid" });
    const upper = node("tr"), lower = node("tr");
    upper.append(node("th", say("compare.script.place"), { scope: "col", rowspan: 2 }));
    for (const standard of order) {
      const across = columns.filter(([, one]) => one.standard === standard).length;
      const words = inWords(file.standards[standard], standard);
      upper.append(node("th", words, { scope: "colgroup", colspan: across, class: standard === order[0] ? "" : "apart" }));
    }
    const apart = (index) => (index && columns[index][1].standard !== columns[index - 1][1].standard ? " apart" : "");
    columns.forEach(([, one], index) => {
      const head = node("th", String(one.year), { scope: "col", class: `number${apart(index)}` });
      head.append(node("br"), node("span", say(`figure.status.${one.status}`), { class: "kind" }));
      lower.append(head);
    });
    const body = node("tbody"), top = node("thead");
    for (const place of places) {
      const row = node("tr"), header = node("th", "", { scope: "row" });
      header.append(node("a", file.places[place].name, { href: filled(form.dataset.place, { place }), lang: language === "vi" ? "" : "vi" }));
      row.append(header);
      let ground;
      columns.forEach(([key, one], index) => {
        const cell = node("td", "", { class: `number${apart(index)}${kindOf(one.status) === "plan" ? " intended" : ""}` });
        const series = some.find((each) => each.place === place && each.points.some((point) => [each.standard, point.year, point.status].join(" ") === key));
        if (series) {
          const point = series.points.find((each) => each.year === one.year && each.status === one.status);
          if (ground !== undefined && ground !== `${series.since}`) cell.append("‖ ");
          ground = `${series.since}`;
          cell.append(node("a", point.value === null ? point.printed || "–" : bounded(point), { href: point.href }));
        }
        row.append(cell);
      });
      body.append(row);
    }
    top.append(upper, lower);
    table.append(top, body);
    const around = node("div", "", { class: "sideways", role: "region", tabindex: "0", "aria-label": say("compare.script.producer", { producer: madeBy(some, file) }) });
    around.append(table);
    return around;
  };
  const draw = (places, file) => {
    const { groups, left } = compare(places, file);
    shown.replaceChildren(node("h2", inWords(file.name, file.indicator)));
    if (!groups.length) shown.append(node("p", say("compare.script.nothing")));
    for (const some of groups) {
      const here = places.filter((place) => some.some((one) => one.place === place));
      const every = some.flatMap((one) => one.points).filter((point) => point.value !== null);
      const top = ceiling(Math.max(...every.map((point) => point.value)));
      const slots = slotsOf(some);
      const panels = node("div", "", { class: "panels" });
      for (const place of here) panels.append(panel(place, some.filter((one) => one.place === place), slots, top, file));
      const item = some[0].item ? ` (${some[0].item})` : "";
      shown.append(
        node("h3", say("compare.script.producer", { producer: madeBy(some, file) }) + item),
        panels,
        node("p", [say("compare.script.all"), say("compare.script.kinds"), say("compare.script.gap")].join(" "), { class: "remark" }),
        tableOf(here, some, file),
      );
    }
    if (left.length) {
      const list = node("ul");
      for (const { place, why, series } of left) {
        const what = series && say("compare.script.numbers", { years: span(series.points), standard: inWords(file.standards[series.standard], series.standard), producer: madeBy([series], file) });
        list.append(node("li", `${[file.places[place]?.name ?? place, what].filter(Boolean).join(", ")}: ${say(`compare.why.${why}`)}`));
      }
      shown.append(node("h3", say("compare.script.left")), list);
    }
  };

  let chosen = [];
  const offer = (file) => {
    const ends = (place) => (place.until ? ` (${say("compare.script.until", { day: place.until.slice(0, 4) })})` : "");
    choices.replaceChildren(
      ...Object.entries(file.places).map(([id, place]) => {
        const label = node("label");
        const box = node("input", "", { type: "checkbox", name: "noi", value: id });
        box.checked = chosen.includes(id);
        const words = [place.name, place.of].filter(Boolean).join(", ") + ends(place);
        label.append(box, ` ${words}`);
        label.dataset.words = bare(words);
        return label;
      }),
    );
    narrow();
    count(file);
  };
  const narrow = () => {
    const words = bare(search.value).split(/\s+/);
    for (const label of choices.children) label.hidden = !words.every((word) => label.dataset.words.includes(word));
  };
  const count = (file) => {
    const names = chosen.map((id) => file.places[id]?.name ?? id).join(", ");
    picked.textContent = chosen.length ? say("compare.script.picked", { count: chosen.length, places: names }) : "";
    for (const box of choices.querySelectorAll("input")) box.disabled = chosen.length >= most && !box.checked;
  };
  const fetched = async (then) => {
    told.value = say("compare.script.loading");
    try {
      const file = await load(select.value);
      told.value = "";
      then(file);
    } catch {
      told.value = say("compare.script.failed");
    }
  };
  const answer = () =>
    fetched((file) => {
      offer(file);
      shown.replaceChildren();
      if (chosen.length >= fewest) draw(chosen.slice(0, most), file);
      else if (chosen.length) told.value = say("compare.script.few", { fewest });
    });

  search.addEventListener("input", narrow);
  select.addEventListener("change", () => fetched((file) => { chosen = chosen.filter((id) => id in file.places); offer(file); }));
  choices.addEventListener("change", ({ target }) => {
    chosen = target.checked ? [...chosen, target.value] : chosen.filter((id) => id !== target.value);
    told.value = chosen.length === most ? say("compare.script.many", { most }) : "";
    fetched(count);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const query = new URLSearchParams([["chi-tieu", select.value], ...chosen.map((id) => ["noi", id])]);
    history.pushState(null, "", `?${query}`);
    if (chosen.length < fewest) told.value = say("compare.script.few", { fewest });
    else fetched((file) => { draw(chosen, file); shown.scrollIntoView(); });
  });
  const follow = () => {
    const asked = new URLSearchParams(location.search);
    const indicator = asked.get("chi-tieu");
    if ([...select.options].some((one) => one.value === indicator)) select.value = indicator;
    chosen = [...new Set(asked.getAll("noi"))].slice(0, most);
    answer();
  };
  addEventListener("popstate", follow);
  follow();
})();
