"use strict";
// What pages can do with a script: keys, the theme, the reader's own zone, and
// the bar that tells of news. Everything works without it, but for the bar.
(() => {
  const story = document.getElementById("panel") !== null; // a dossier has keys of its own
  const root = document.documentElement;
  const by = (id) => document.getElementById(id);
  const on = (id, kind, does) => by(id) && by(id).addEventListener(kind, does);
  document.querySelectorAll(".tools").forEach((t) => { t.hidden = false; });

  // Theme: shown at once, and kept by the server for the next page.
  const dark = matchMedia("(prefers-color-scheme: dark)");
  on("theme", "click", () => {
    const now = root.dataset.theme || (dark.matches ? "dark" : "light");
    root.dataset.theme = now === "dark" ? "light" : "dark";
    fetch("/settings", { method: "POST", body: new URLSearchParams({ theme: root.dataset.theme }) });
  });

  // Settings offer the zone of this device.
  const zone = by("zone");
  const local = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone && local && ![...zone.options].some((o) => o.value === local)) {
    zone.add(new Option(zone.dataset.local.replace("{zone}", local), local));
  }

  // Asking before what cannot be taken back.
  document.addEventListener("submit", (event) => {
    const ask = event.submitter && event.submitter.dataset.ask;
    if (ask && !confirm(ask)) event.preventDefault();
  });

  // Keys.
  const entries = () => [...document.querySelectorAll("main a.go")].filter((e) => e.offsetParent !== null);
  const step = (n) => {
    const all = entries();
    if (!all.length) return;
    let i = all.indexOf(document.activeElement);
    if (i < 0) i = n > 0 ? all.findIndex((a) => a.getBoundingClientRect().top > 60) - 1 : all.length;
    const next = all[Math.min(Math.max(i + n, 0), all.length - 1)];
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
  };
  const actions = {
    g: () => { location.href = "/"; },
    n: () => { const b = by("news").querySelector("button"); if (b) b.click(); },
  };
  if (!story) {
    Object.assign(actions, { j: () => step(1), k: () => step(-1), "/": () => by("q") && by("q").focus(), "?": () => by("keys").showModal() });
    on("help", "click", () => by("keys").showModal());
  }
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest && event.target.closest("input:not([type=checkbox], [type=radio]), select, textarea");
    if (event.key === "Escape" && typing) typing.blur();
    if (typing || event.metaKey || event.ctrlKey || event.altKey || by("keys").open || !actions[event.key]) return;
    event.preventDefault();
    actions[event.key]();
  });

  // News: which stories have changed since the page was drawn.
  const about = document.body.dataset.news;
  if (!about || !window.EventSource) return;
  const bar = by("news");
  const changed = new Set();
  const tell = (words, go) => {
    const b = document.createElement("button");
    b.type = "button";
    b.textContent = words;
    b.addEventListener("click", go);
    bar.replaceChildren(b);
  };
  const refresh = () => {
    const fresh = new Set(changed);
    changed.clear();
    bar.replaceChildren();
    if (!window.htmx || about !== "list") return location.reload();
    htmx.ajax("GET", location.pathname + location.search, { target: "#stories", select: "#stories", swap: "outerHTML" })
      .then(() => fresh.forEach((id) => by(id) && by(id).classList.add("fresh")));
  };
  const heard = (event) => {
    const e = JSON.parse(event.data);
    if (about === "list") {
      changed.add(e.story);
      if (!document.querySelector(".row")) return refresh(); // the first story
      const n = changed.size;
      tell(n === 1 ? bar.dataset.one : bar.dataset.many.replace("{n}", n), refresh);
    } else if (e.story === about) {
      if (e.kind === "gone") tell(bar.dataset.gone, () => { location.href = "/stories/" + (e.into || about); });
      else if (e.kind === "dossier") tell(bar.dataset.story, refresh);
    }
  };
  const source = new EventSource("/events?last=" + encodeURIComponent(document.body.dataset.last));
  ["story", "dossier", "gone"].forEach((kind) => source.addEventListener(kind, heard));
  source.addEventListener("missed", () => tell(about === "list" ? bar.dataset.many.replace("{n} ", "") : bar.dataset.story, refresh));
  addEventListener("pagehide", () => source.close());
})();
