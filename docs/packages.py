#!/usr/bin/env python3
"""Draws docs/images/packages.svg: the packages of model and app from the bottom upwards, from the sources' imports.

Usage: python3 docs/packages.py
Needs Python 3 alone. The same sources give the same bytes.

A box is a package below org.dalescope.model or org.dalescope.app (the first sub-package), with the names of its own
sub-packages.
An arrow says that its upper box uses its lower box. An arrow that follows from other arrows is not drawn.
"""

import pathlib
import re
import sys
from html import escape

ROOT = pathlib.Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "images" / "packages.svg"
BASE = "org.dalescope."
# settings.schema lies below session and settings above it: decision 17.
APART = ("model.settings.schema",)

LETTER = 6.3  # width of a letter of the smaller text
TITLE, LINE, PAD = 20, 15, 10
BOX, GAP_X, GAP_Y = 310, 44, 36
LANE = 14  # distance of an arrow from a box that it passes, and from another arrow
MARGIN, MODULE_GAP = 24, 34
COLOURS = {"model": ("#e8f0f8", "#31678f"), "app": ("#fdf0e2", "#a4631d")}


def group(package):
    """The box of a package such as model.session.format."""
    for apart in APART:
        if package == apart or package.startswith(apart + "."):
            return apart
    return ".".join(package.split(".")[:2])


def read():
    """The boxes with their sub-packages, and which box uses which."""
    parts, uses = {}, {}
    for module in ("model", "app"):
        for file in sorted((ROOT / module / "src" / "main" / "java").rglob("*.java")):
            text = file.read_text(encoding="utf-8")
            package = re.search(r"^package ([\w.]+);", text, re.M).group(1).removeprefix(BASE)
            box = group(package)
            if "." not in package:
                continue  # the start class and the module's own description
            parts.setdefault(box, set())
            below = package[len(box) + 1 :].split(".")[0]
            if below:
                parts[box].add(below)
            for name in re.findall(r"^import (?:static )?" + re.escape(BASE) + r"((?:[a-z]\w*\.)+)[A-Z]", text, re.M):
                other = group(name.rstrip("."))
                if other != box:
                    uses.setdefault(box, set()).add(other)
    for box in parts:
        uses.setdefault(box, set())
    return parts, uses


def below_all(uses):
    """For each box all boxes that it uses directly or through others."""
    known = {}

    def of(box, path):
        if box in path:
            sys.exit("These packages use each other in a circle: " + " -> ".join(path + [box]))
        if box not in known:
            known[box] = set()
            for other in sorted(uses[box]):
                known[box] |= {other} | of(other, path + [box])
        return known[box]

    for box in sorted(uses):
        of(box, [])
    return known


def levels(uses):
    """The height of each box: one above the highest that it uses; the app stands above the whole model."""
    height = {}

    def of(box):
        if box not in height:
            height[box] = 1 + max((of(other) for other in uses[box]), default=-1)
        return height[box]

    for box in sorted(uses):
        of(box)
    top = max(h for box, h in height.items() if box.startswith("model."))
    app = sorted(box for box in height if box.startswith("app."))
    for box in sorted(app, key=lambda b: height[b]):
        own = [height[other] for other in uses[box] if other.startswith("app.")]
        height[box] = 1 + max(own, default=top)
    return height


def wrapped(words):
    """The names of sub-packages in lines that fit a box."""
    lines, line = [], ""
    for word in words:
        longer = f"{line}, {word}" if line else word
        if len(longer) * LETTER > BOX - 2 * PAD and line:
            lines.append(line + ",")
            line = word
        else:
            line = longer
    return lines + [line] if line else lines


def main():
    parts, uses = read()
    reach = below_all(uses)
    height = levels(uses)
    text = {box: wrapped(sorted(parts[box])) for box in parts}
    size = {box: PAD + TITLE + LINE * len(text[box]) + (PAD if text[box] else 4) for box in parts}
    rows = {}
    for box in sorted(parts):
        rows.setdefault(height[box], []).append(box)
    arrows = sorted(
        (box, other)
        for box in uses
        for other in uses[box]
        if not any(other in reach[between] for between in uses[box] if between != other)
    )

    # Columns: a box stands above what it uses where there is room.
    most = max(len(row) for row in rows.values())
    width = 2 * MARGIN + most * BOX + (most - 1) * GAP_X + 130
    centre = {}
    for level in sorted(rows):
        row = rows[level]

        def wish(box):
            own = [centre[other] for upper, other in arrows if upper == box and other in centre]
            return (sum(own) / len(own) if own else width / 2, box)

        row.sort(key=wish)
        whole = len(row) * BOX + (len(row) - 1) * GAP_X
        left = (width - whole) / 2
        for i, box in enumerate(row):
            centre[box] = left + i * (BOX + GAP_X) + BOX / 2
    top, y, edges, row_top, row_end = {}, MARGIN + 8, {}, {}, {}
    previous = None
    for level in sorted(rows, reverse=True):
        module = rows[level][0].split(".")[0]
        if previous and module != previous:
            y += MODULE_GAP
        if module != previous:
            edges[module] = [y - 14, y]
        tallest = max(size[box] for box in rows[level])
        for box in rows[level]:
            top[box] = y + (tallest - size[box])
        edges[module][1] = y + tallest + 14
        row_top[level], row_end[level] = y, y + tallest
        y += tallest + GAP_Y
        previous = module
    full = y - GAP_Y + MARGIN + 14

    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{full:.0f}" '
        f'viewBox="0 0 {width:.0f} {full:.0f}" font-family="DejaVu Sans, Verdana, Arial, sans-serif">',
        "<title>The packages of Dalescope: each uses those below it</title>",
        f'<rect width="{width:.0f}" height="{full:.0f}" fill="#ffffff"/>',
    ]
    for module in sorted(edges):
        from_y, to_y = edges[module]
        fill, ink = COLOURS[module]
        out.append(
            f'<rect x="{MARGIN / 2:.0f}" y="{from_y:.0f}" width="{width - MARGIN:.0f}" '
            f'height="{to_y - from_y:.0f}" rx="8" fill="{fill}" fill-opacity="0.45" stroke="none"/>'
        )
        out.append(
            f'<text x="{MARGIN - 4:.0f}" y="{from_y + 24:.0f}" font-size="16" font-weight="bold" fill="{ink}">'
            f"{module}</text>"
        )
    # Where an arrow leaves and arrives: side by side in the order of the other ends.
    lower = {box: sorted((centre[o], o) for b, o in arrows if b == box) for box in parts}
    upper = {box: sorted((centre[b], b) for b, o in arrows if o == box) for box in parts}

    def at(box, other, sides):
        ends = [end for _, end in sides[box]]
        return centre[box] + BOX * 0.8 * ((ends.index(other) + 1) / (len(ends) + 1) - 0.5)

    taken = []  # lanes: x, and the rows that an arrow passes there

    def lane(x1, x2, between):
        """The x nearest to both ends at which an arrow passes no box of these rows and no other arrow."""
        boxes = [(centre[box] - BOX / 2, centre[box] + BOX / 2) for level in between for box in rows[level]]
        tries = {x1, x2}
        for n in range(1, 9):
            tries |= {left - n * LANE for left, _ in boxes} | {right + n * LANE for _, right in boxes}
        free = [
            x
            for x in tries
            if MARGIN <= x <= width - MARGIN
            and all(x <= left - LANE or x >= right + LANE for left, right in boxes)
            and all(abs(x - other) >= LANE or not set(between) & set(passed) for other, passed in taken)
        ]
        best = min(sorted(free), key=lambda x: abs(x - x1) + abs(x - x2))
        taken.append((best, between))
        return best

    def curve(x1, y1, x2, y2):
        middle = (y1 + y2) / 2
        return f"C{x1:.1f},{middle:.1f} {x2:.1f},{middle:.1f} {x2:.1f},{y2:.1f}"

    for box, other in sorted(arrows, key=lambda arrow: (height[arrow[0]] - height[arrow[1]], arrow)):
        x1, y1 = at(box, other, lower), top[box] + size[box]
        x2, y2 = at(other, box, upper), top[other] - 7
        between = list(range(height[other] + 1, height[box]))
        path = f"M{x1:.1f},{y1:.1f} "
        if between:
            x = lane(x1, x2, between)
            path += curve(x1, y1, x, row_top[between[-1]]) + f" L{x:.1f},{row_end[between[0]]:.1f} "
            path += curve(x, row_end[between[0]], x2, y2)
        else:
            path += curve(x1, y1, x2, y2)
        out.append(f'<path d="{path}" fill="none" stroke="#555555" stroke-width="1.4"/>')
        out.append(f'<path d="M{x2 - 4.5:.1f},{y2 - 3:.1f} h9 l-4.5,10 z" fill="#555555"/>')
    for box in sorted(parts):
        fill, ink = COLOURS[box.split(".")[0]]
        x = centre[box] - BOX / 2
        out.append(
            f'<rect x="{x:.1f}" y="{top[box]:.1f}" width="{BOX}" height="{size[box]}" rx="5" fill="{fill}" '
            f'stroke="{ink}"/>'
        )
        name = box.split(".", 1)[1]
        out.append(
            f'<text x="{x + PAD:.1f}" y="{top[box] + PAD + 10:.1f}" font-size="14" font-weight="bold" fill="#1a1a1a">'
            f"{escape(name)}</text>"
        )
        for i, line in enumerate(text[box]):
            out.append(
                f'<text x="{x + PAD:.1f}" y="{top[box] + PAD + TITLE + 8 + i * LINE:.1f}" font-size="11.5" '
                f'fill="#333333">{escape(line)}</text>'
            )
    out.append("</svg>")
    PICTURE.write_text("\n".join(out) + "\n", encoding="utf-8")
    print(f"{PICTURE.relative_to(ROOT)}: {len(parts)} packages, {len(arrows)} arrows")


if __name__ == "__main__":
    main()
