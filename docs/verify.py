#!/usr/bin/env python3
"""Checks an export of Selisik without Selisik. Needs Python 3.8 and no library.

  verify.py DOSSIER.json [--warc FILE] [--annotations FILE] [--prov FILE] [--csv FILE]

Prints a line for everything that does not hold, then what was checked. Exit
status: 0 all holds, 1 something does not, 2 a file cannot be read. What each
check means stands in verify.md beside this file.
"""
import argparse, csv, gzip, hashlib, html, io, json, re, sys, zipfile

DATE = re.compile(r"\[\d{1,2} [^\W\d_]+(?: \d{4})?\]")
FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
FORMULA = "=+-@|%\t\n\r ＝＋－＠"


class Report:
    """Counts checks and keeps what failed."""

    def __init__(self):
        self.checks, self.failures = 0, []

    def check(self, ok, where, what):
        self.checks += 1
        if not ok:
            self.failures.append(f"{where}: {what}")
        return ok


def cut(text, span):
    """The code points [start, end) of a text; None if they are not all there."""
    start, end = span
    return text[start:end] if 0 <= start <= end <= len(text) else None


def field(article, name):
    return article["title" if name == "title" else "text"]


def unique(r, where, items):
    ids = [x["id"] for x in items]
    r.check(len(ids) == len(set(ids)), where, "an id stands twice")
    return dict(zip(ids, items))


# ---- the dossier

def check_story(r, story):
    at = story["id"]
    articles = unique(r, at, story["articles"])
    claims = unique(r, at, story["claims"])
    findings = unique(r, at, story["findings"])
    sources, entities = unique(r, at, story["sources"]), unique(r, at, story["entities"])
    for a in story["articles"]:
        check_article(r, f"{at} {a['id']}", a)
    for c in story["claims"]:
        check_claim(r, f"{at} {c['id']}", c, articles, sources, entities)
    for f in story["findings"]:
        check_finding(r, f"{at} {f['id']}", f, articles, claims)
    for i, b in enumerate(story["brief"], 1):
        check_sentence(r, f"{at} b{i}", b, claims, articles)
    for t in story["timeline"]:
        r.check(t["claims"] and all(c in claims for c in t["claims"]), f"{at} timeline {t['start']}", "cites a claim that is not there")
    for s in story["sources"]:
        r.check(all(a in articles for a in s["articles"]), f"{at} {s['id']}", "names an article that is not there")
    check_lineage(r, at, story["lineage"], articles)
    check_coverage(r, at, story["coverage"], findings, claims, articles)


def check_article(r, at, a):
    for kind in ("quotes", "quantities", "times"):
        for x in a[kind]:
            r.check(cut(a["text"], x["span"]) == x["text"], at, f"{kind}: the span {x['span']} is not “{x['text']}”")
    for s in a["sources"]:
        r.check(all(cut(a["text"], sp) for sp in s["spans"]), at, f"source {s['name']}: a span is not in the text")


def check_claim(r, at, c, articles, sources, entities):
    a = articles.get(c["article"])
    if not r.check(a is not None, at, f"its article {c['article']} is not there"):
        return
    r.check(c["text"] and cut(field(a, c["field"]), c["span"]) == c["text"], at, f"the span {c['span']} of its {c['field']} is not its text")
    r.check(all(not x["source"] or x["source"] in sources for x in c["attribution"]), at, "is attributed to a source that is not there")
    r.check(all(e in entities for e in c["entities"]), at, "names an entity that is not there")


def stands(c, articles):
    """Whether a claim counts: not if its article was withdrawn, nor if it is a line about a correction."""
    a = articles.get(c["article"], {"withdrawn": None, "notices": []})
    inside = lambda n: n["span"] and c["field"] == "text" and n["span"][0] <= c["span"][0] and c["span"][1] <= n["span"][1]
    return not a["withdrawn"] and not any(map(inside, a["notices"]))


def check_finding(r, at, f, articles, claims):
    r.check(f["claims"] and all(c in claims for c in f["claims"]), at, "rests on a claim that is not there")
    for d in f["differences"]:
        r.check(len(d["values"]) > 1, at, "a difference has one side")
        for v in d["values"]:
            r.check(v["claims"] and all(c in claims for c in v["claims"]), at, f"the side “{v['value']}” rests on a claim that is not there")
    if f["origin_names"]:
        r.check(len(f["origin_names"]) == f["origins"], at, f"counts {f['origins']} origins and names {len(f['origin_names'])}")
    if f.get("notes"):
        return  # it rests on what changed or was withdrawn, some of which counts no more
    carry = {claims[c]["article"] for c in f["claims"] if c in claims and stands(claims[c], articles)}
    agrees = {
        "corroborated": f["origins"] >= 2 and len(carry) >= 2,
        "single-origin": f["origins"] <= 1 and len(carry) >= 2,
        "single-article": len(carry) == 1,
        "disputed": True,
    }
    r.check(agrees.get(f["status"], False), at, f"is {f['status']} with {f['origins']} origins in {len(carry)} articles")


def check_sentence(r, at, b, claims, articles):
    if not r.check(b["citations"] and all(c in claims for c in b["citations"]), at, "cites nothing, or a claim that is not there"):
        return
    there = set(FIGURE.findall("\n".join(claims[c]["text"] for c in b["citations"])))
    said = b["text"]
    for c in b["citations"]:  # who says so may be named, and be called Channel 4
        outlet = articles.get(claims[c]["article"], {}).get("outlet") or {"name": ""}
        said = said.replace(outlet["name"], "")
    days = {t[k][:10] for c in b["citations"] for t in claims[c]["times"] for k in ("start", "end")}
    for date in DATE.findall(said):  # behind "yesterday" the brief writes which day that was
        known = {n for d in days for n in (str(int(d[8:])), d[:4])}
        r.check(all(n in known for n in FIGURE.findall(date)), at, f"the date {date} is of no claim that it cites")
    said = DATE.sub("", said)
    for n in FIGURE.findall(said):
        r.check(n in there, at, f"the figure {n} stands in no claim that it cites")


def check_lineage(r, at, links, articles):
    for l in links:
        ends = articles.get(l["from"]), articles.get(l["to"])
        if not r.check(all(ends), at, f"a link leads from {l['from']} to {l['to']}, which is not there"):
            continue
        for p in l["passages"]:
            ok = cut(ends[0]["text"], p["from"]) and cut(ends[1]["text"], p["to"])
            r.check(ok, at, f"a passage of the link {l['from']} – {l['to']} is not in the text")


def check_coverage(r, at, coverage, findings, claims, articles):
    told = {row["finding"] for row in coverage}
    r.check(told <= set(findings) and len(told) == len(coverage), at, "coverage tells of a finding twice, or of one that is not there")
    for f in findings.values():
        carry = {claims[c]["article"] for c in f["claims"] if c in claims}
        r.check(f["id"] in told or len(carry) < 2 and not f["main"], f"{at} {f['id']}", "coverage does not tell of it")
    for row in coverage:
        f = findings.get(row["finding"])
        if not r.check(f and set(row["articles"]) == set(articles), f"{at} {row['finding']}", "coverage does not tell of every article"):
            continue
        carry = {claims[c]["article"] for c in f["claims"] if c in claims}
        for a, state in row["articles"].items():
            r.check(a not in carry or state != "omits", f"{at} {f['id']}", f"{a} carries it and is said to omit it")


# ---- the other forms

def check_annotations(r, dossier, doc):
    texts, want = {}, 0
    for s in dossier["stories"]:
        want += len(s["claims"]) + sum(len(a[k]) for a in s["articles"] for k in ("quotes", "quantities", "times"))
        for a in s["articles"]:
            for f in ("title", "text"):
                texts[f"urn:selisik:{a['id']}/{f}"] = a[f]
    items = doc.get("first", {}).get("items", [])
    r.check(doc["total"] == len(items) == want, "annotations", f"{len(items)} items, total {doc['total']}, the dossier has {want}")
    for x in items:
        position, quote = x["target"]["selector"]
        start, end = position["start"], position["end"]
        whole = texts.get(x["target"]["state"]["cached"], "")
        ok = cut(whole, (start, end)) == quote["exact"] and whole[:start].endswith(quote["prefix"]) and whole[end:].startswith(quote["suffix"])
        r.check(ok, x["id"], "its selectors do not find the same passage")


ENDS = {
    "wasGeneratedBy": (("prov:entity", "entity"), ("prov:activity", "activity")),
    "wasDerivedFrom": (("prov:generatedEntity", "entity"), ("prov:usedEntity", "entity")),
    "wasAttributedTo": (("prov:entity", "entity"), ("prov:agent", "agent")),
    "wasAssociatedWith": (("prov:activity", "activity"), ("prov:agent", "agent")),
    "wasInfluencedBy": (("prov:influencee", "entity"), ("prov:influencer", "entity")),
}


def check_prov(r, dossier, doc):
    entities = doc.get("entity", {})
    for kind, ends in ENDS.items():
        for name, rel in doc.get(kind, {}).items():
            r.check(all(rel.get(k) in doc.get(of, {}) for k, of in ends), f"prov {kind} {name}", "an end is not there")
    derived = {(d["prov:generatedEntity"], d["prov:usedEntity"]) for d in doc.get("wasDerivedFrom", {}).values()}
    want = 0
    for s in dossier["stories"]:
        q = "selisik:" + s["id"] + "/"
        want += len(s["articles"]) + len(s["claims"]) + len(s["findings"]) + len(s["brief"])
        steps = [(q + c["id"], "selisik:" + c["article"]) for c in s["claims"]]
        steps += [(q + f["id"], q + c) for f in s["findings"] for c in f["claims"]]
        steps += [(f"{q}b{i}", q + c) for i, b in enumerate(s["brief"], 1) for c in b["citations"]]
        for made, used in steps:
            r.check((made, used) in derived, "prov", f"{made} is not derived from {used}")
        for c in s["claims"]:
            r.check(entities.get(q + c["id"], {}).get("prov:value") == c["text"], "prov", f"{q}{c['id']} has another text")
    r.check(len(entities) == want, "prov", f"{len(entities)} entities, the dossier has {want}")


def restore(cell):
    """Takes away the apostrophe that keeps a text from being a formula."""
    rest = cell.lstrip("'")
    return cell[1:] if rest != cell and rest and rest[0] in FORMULA else cell


def rows(z, name):
    return list(csv.DictReader(io.TextIOWrapper(z.open(name), "utf-8-sig", newline="")))


def check_csv(r, dossier, z):
    for name in ("claims", "quotes", "quantities"):
        want = []
        for s in dossier["stories"]:
            holders = [(c["article"], c) for c in s["claims"]] if name == "claims" else [(a["id"], x) for a in s["articles"] for x in a[name]]
            want += [(s["id"], a, str(x["span"][0]), str(x["span"][1]), x["text"]) for a, x in holders]
        got = [tuple(restore(row[k]) for k in ("story", "article", "start", "end", "text")) for row in rows(z, name + ".csv")]
        r.check(len(got) == len(want), name + ".csv", f"{len(got)} rows, the dossier has {len(want)}")
        for g, w in zip(got, want):
            r.check(g == w, name + ".csv", f"{g} is not {w}")


# ---- the web archive

def records(stream):
    """Yields (header, block) of each WARC record."""
    while True:
        line = stream.readline()
        if not line:
            return
        if not line.strip():
            continue
        if not line.startswith(b"WARC/"):
            raise ValueError(f"no WARC record: {line[:20]!r}")
        header = {}
        for raw in iter(stream.readline, b"\r\n"):
            if not raw:
                raise ValueError("a record is cut off")
            key, _, value = raw.decode("utf-8", "replace").partition(":")
            header[key.strip().lower()] = value.strip()
        block = stream.read(int(header["content-length"]))
        if len(block) != int(header["content-length"]):
            raise ValueError("a record is cut off")
        yield header, block


def letters(text):
    """What is left of a text without white space, punctuation and case."""
    return "".join(ch for ch in html.unescape(text).lower() if ch.isalnum())


def readable(block, told, header):
    """The letters of a page, and those of its attributes and fields."""
    if header.get("warc-type") == "response":
        block = block.partition(b"\r\n\r\n")[2]
    declared = told.get("charset") or (re.search(rb"charset=[\"']?([\w-]+)", block[:2000]) or [b"", b"utf-8"])[1].decode()
    try:
        page = block.decode(declared, "replace")
    except LookupError:
        page = block.decode("utf-8", "replace")
    attributes = " ".join(re.findall(r"content=[\"']([^\"']*)", page))
    body = re.sub(r"(?is)<!--.*?-->|<(script|style)\b.*?</\1>|<[^>]+>", "", page)
    return letters(body) + " " + letters(attributes) + " " + letters(told.get("title", ""))


def check_warc(r, dossier, stream):
    pages = []
    for header, block in records(stream):
        digest = header.get("warc-block-digest", "")
        if digest.startswith("sha256:"):
            r.check(digest[7:] == hashlib.sha256(block).hexdigest(), header.get("warc-record-id"), "its digest is not that of its block")
        if header.get("warc-type") in ("response", "resource"):
            told = json.loads(header.get("selisik-document", "{}"))
            pages.append(({header.get("warc-target-uri"), told.get("url")}, told.get("ref"), readable(block, told, header)))
    for s in dossier["stories"]:
        for a in s["articles"]:
            near = [p for urls, ref, p in pages if a["url"] in urls and a["url"] or a["ref"] and ref == a["ref"]] or [p for _, _, p in pages]
            if not r.check(near, a["id"], "the archive has no document"):
                continue
            for c in s["claims"]:
                if c["article"] == a["id"]:
                    words = letters(c["text"])
                    r.check(any(words in p for p in near), f"{s['id']} {c['id']}", f"its words stand in no document of its article: “{c['text'][:80]}”")


def load(path):
    with open(path, encoding="utf-8") as f:
        return json.load(f)


def main():
    p = argparse.ArgumentParser(description="Check an export of Selisik without Selisik.")
    p.add_argument("dossier", help="the dossier as JSON")
    for form in ("warc", "annotations", "prov", "csv"):
        p.add_argument("--" + form, help="the same dossier in this form; its evidence" if form == "warc" else "the same dossier in this form")
    args = p.parse_args()
    r = Report()
    try:
        dossier = load(args.dossier)
        r.check(dossier.get("schema") == "selisik.dossier/1", args.dossier, "is no dossier that this script knows")
        for story in dossier["stories"]:
            check_story(r, story)
        if args.annotations:
            check_annotations(r, dossier, load(args.annotations))
        if args.prov:
            check_prov(r, dossier, load(args.prov))
        if args.csv:
            with zipfile.ZipFile(args.csv) as z:
                check_csv(r, dossier, z)
        if args.warc:
            with gzip.open(args.warc) as stream:
                check_warc(r, dossier, stream)
    except (OSError, EOFError, ValueError, KeyError, TypeError, zipfile.BadZipFile) as e:
        print(f"verify.py: {type(e).__name__}: {e}", file=sys.stderr)
        return 2
    for f in r.failures:
        print(f)
    n = len(dossier["stories"])
    print(f"{n} {'story' if n == 1 else 'stories'}, {r.checks} checks, {len(r.failures)} failed")
    return 1 if r.failures else 0


if __name__ == "__main__":
    sys.exit(main())
