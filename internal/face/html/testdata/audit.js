(() => {
  const faults = [];
  const shown = (e) => e.offsetParent !== null && getComputedStyle(e).visibility !== "hidden";
  const name = (e) => (e.getAttribute("aria-label") || e.textContent || e.title || "").trim() || (e.labels && e.labels.length ? e.labels[0].textContent : "");
  for (const e of document.querySelectorAll("a[href], button, input, [role=region], nav, [role=img]")) {
    if (!name(e)) faults.push("no name: " + e.outerHTML.slice(0, 80));
  }
  let level = 0;
  for (const h of document.querySelectorAll("main h1, main h2, main h3, main h4")) {
    const n = +h.tagName[1];
    if (n > level + 1) faults.push("heading " + n + " after " + level + ": " + h.textContent);
    level = n;
  }
  const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
  ids.filter((id, i) => ids.indexOf(id) !== i).forEach((id) => faults.push("id twice: " + id));
  for (const a of document.querySelectorAll('a[href^="#"]')) {
    if (!document.getElementById(a.getAttribute("href").slice(1))) faults.push("leads nowhere: " + a.getAttribute("href"));
  }
  for (const a of document.querySelectorAll("a[href]:not([href^='#'])")) {
    if (!/^https?:$/.test(a.protocol)) faults.push("address: " + a.href);
  }
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgb = (color) => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1); return [...canvas.getImageData(0, 0, 1, 1).data]; };
  const light = (c) => { const [r, g, b] = c.slice(0, 3).map((v) => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const ground = (e) => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); if (c[3] > 250) return c; } return [255, 255, 255, 255]; };
  for (const e of document.querySelectorAll("main *, .bar *, #panel *")) {
    if (!shown(e) || ![...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim())) continue;
    const style = getComputedStyle(e);
    const [a, b] = [light(rgb(style.color)), light(ground(e))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) faults.push("contrast " + ratio.toFixed(2) + ": " + e.className + " " + e.textContent.trim().slice(0, 40));
  }
  return faults;
})()
