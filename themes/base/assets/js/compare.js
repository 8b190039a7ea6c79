// Puts the numbers of two to six places side by side. What is not alike in unit, producer, standard and year is not
// drawn, and the reason is told: the same rules as those of the ready sets (generator/derive/comparison.py). What is drawn
// is the chart of those sets, from its specification.
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
  const RATES = ["percent", "percentage_point"];
  const kindOf = (status) => (PLANNED.includes(status) ? "plan" : status);

  const node = (name, text, attributes = {}) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    for (const [key, value] of Object.entries(attributes)) if (value) made.setAttribute(key, value);
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

  // From year to year along one kind of number, or from the last measured to what follows; never between two series, and
  // neither to nor from a year with two numbers.
  const MEASURED = ["result", "preliminary", "estimate"];
  const linesOf = (one) => {
    const last = {};
    const found = new Map();
    const kind = (point) => `${point.year} ${MEASURED.includes(point.status)}`;
    const valued = one.points.filter((point) => point.value !== null);
    const doubled = new Set(valued.filter((point) => valued.some((other) => kind(other) === kind(point) && (other.value !== point.value || other.comparator !== point.comparator))).map(kind));
    for (const point of one.points.filter((each) => !doubled.has(kind(each)))) {
      const start = [point.status, ...MEASURED].map((status) => last[status]).find((other) => other?.year === point.year - 1);
      if (start && start.value !== null && point.value !== null) found.set(point, start);
      last[point.status] = point;
    }
    return found;
  };

  // The rows of generator/charts/panels.py, as generator/pages/figures/compared.py makes them of a ready set.
  const NAME = 13; // letters in a line of a name
  const WRITTEN = 0.32; // of a panel's width, as wide as a number
  const lined = (name) =>
    name.split(" ").reduce((lines, word) => {
      const last = lines.at(-1);
      return last !== undefined && `${last} ${word}`.length <= NAME ? [...lines.slice(0, -1), `${last} ${word}`] : [...lines, word];
    }, []).join("\n");
  // Two panels of one name would be one: those tell what they are part of, too.
  const titles = (places, file) =>
    places.map((id) => {
      const { name, of, until } = file.places[id];
      const same = places.filter((other) => file.places[other].name === name);
      return lined(same.length < 2 ? name : [name, of, until && say("compare.script.until", { day: until.slice(0, 4) })].filter(Boolean).join(", "));
    });
  const middle = (before, after) => (before.points.at(-1).year + after.points[0].year) / 2;
  const newStandards = (some) => {
    const years = new Map();
    for (const one of inTime(some)) years.set(one.standard, [...(years.get(one.standard) ?? []), ...one.points.map((point) => point.year)]);
    const spans = [...years.values()];
    return spans.slice(1).map((after, index) => (Math.max(...spans[index]) + Math.min(...after)) / 2);
  };
  const rowsOf = (places, some, file) => {
    const years = some.flatMap((one) => one.points.map((point) => point.year));
    const [first, last] = [Math.min(...years), Math.max(...years)];
    const names = titles(places, file);
    return places.flatMap((id, panel) => {
      const own = inTime(some.filter((one) => one.place === id));
      const moved = own.slice(1).filter((one, index) => one.standard === own[index].standard).map((one) => middle(own[own.indexOf(one) - 1], one));
      const starts = new Map(own.flatMap((one) => [...linesOf(one)]));
      const marks = own.flatMap((one) => one.points.filter((point) => point.value !== null));
      const breaks = [...newStandards(some), ...moved].map((year) => ({ panel, place: names[panel], kind: "break", year }));
      return breaks.concat(marks.map((point) => {
        const ends = point === marks[0] || point === marks.at(-1);
        const near = marks.filter((other) => Math.abs(other.year - point.year) <= WRITTEN * (last - first)).map((other) => other.value);
        return {
          panel, place: names[panel], kind: kindOf(point.status), year: point.year, value: point.value,
          from_year: starts.get(point)?.year, from_value: starts.get(point)?.value,
          label: ends ? bounded(point) : null, over: ends ? Math.max(...near) : null, last: point.year - first > last - point.year,
        };
      }));
    });
  };
  const inOneSentence = (places, some, file) =>
    places.map((place) => {
      const points = inTime(some.filter((one) => one.place === place)).flatMap((one) => one.points.filter((point) => point.value !== null));
      const words = points.map((point) => `${point.year} ${written(point.decimal)} (${say(`figure.status.${point.status}`)})`);
      return say("compare.script.chart", { place: file.places[place].name, points: words.join("; ") });
    }).join(". ");

  // Vega is fetched when something is to be drawn. Pages forbid code made of text, so an interpreter walks its expressions.
  const script = (address, integrity) =>
    new Promise((done, failed) => {
      const tag = node("script", "", { src: address, integrity });
      tag.addEventListener("load", done);
      tag.addEventListener("error", () => { tag.remove(); failed(new Error(address)); });
      document.head.append(tag);
    });
  const fetchedOnce = new Map();
  const once = (key, fetching) => {
    if (!fetchedOnce.has(key)) fetchedOnce.set(key, fetching().catch((fault) => { fetchedOnce.delete(key); throw fault; }));
    return fetchedOnce.get(key);
  };
  const specification = (width) => once(`${width}`, async () => {
    const answer = await fetch(filled(form.dataset.chart, { width }));
    if (!answer.ok) throw new Error(answer.url);
    return answer.json();
  });
  const picture = async (places, some, file) => {
    const width = shown.clientWidth < 500 ? 340 : 720;
    const [blank] = await Promise.all([
      specification(width),
      once("vega", () => script(form.dataset.vega, form.dataset.vegaIntegrity)),
      once("interpreter", () => script(form.dataset.interpreter, form.dataset.interpreterIntegrity)),
    ]);
    const spec = structuredClone(blank);
    const [wide, high] = ["child_width", "child_height"].map((name) => spec.signals.find((signal) => signal.name === name));
    const { row, column } = spec.layout.padding;
    const lines = Math.ceil(places.length / spec.layout.columns);
    spec.layout.columns = Math.ceil(places.length / lines);
    wide.value = Math.floor(width / spec.layout.columns) - column;
    spec.height = lines * (high.value + row) - row;
    spec.data[0].values = rowsOf(places, some, file);
    const view = new vega.View(vega.parse(spec, null, { ast: true }), { expr: vegaInterpreter.expressionInterpreter, renderer: "none" });
    const svg = new DOMParser().parseFromString(await view.toSVG(), "image/svg+xml").documentElement;
    svg.removeAttribute("class"); // Vega's word for its marks; it would meet a rule of our style sheets
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", inOneSentence(places, some, file));
    return document.importNode(svg, true);
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
      const rate = RATES.includes(some[0].unit);
      const figure = node("figure", "", { class: "panels" });
      const remark = node("p", rate ? say("compare.script.drawing") : say("compare.counts"), { class: "remark" });
      if (rate) {
        const said = [say("compare.script.all"), say("compare.script.kinds"), say("compare.script.gap")].join(" ");
        picture(here, some, file).then((svg) => { figure.append(svg); remark.textContent = said; }, () => { remark.textContent = say("compare.script.undrawn"); });
      }
      const item = some[0].item ? ` (${some[0].item})` : "";
      shown.append(
        node("h3", say("compare.script.producer", { producer: madeBy(some, file) }) + item),
        ...(rate ? [figure] : []),
        remark,
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
