package org.dalescope.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dalescope.app.chart.Figure;
import org.dalescope.app.chart.file.FigureSvg;

/** Builds the self-contained HTML page of a report, with light and dark styles for screen and paper. */
final class HtmlPage {
    private static final String STYLE = """
            :root { color-scheme: light dark; --line: #8884; --soft: #777; }
            body { font: 15px/1.5 system-ui, sans-serif; max-width: 62em; margin: 2em auto; padding: 0 1em; }
            h1 { font-size: 1.7em; margin-bottom: 0.2em; }
            h2 { font-size: 1.25em; margin: 2em 0 0.5em; border-bottom: 1px solid var(--line); padding-bottom: 0.2em; }
            h3 { font-size: 1em; margin: 1.4em 0 0.3em; }
            nav { font-size: 0.9em; margin: 0.8em 0; }
            nav a { margin-right: 1em; white-space: nowrap; }
            table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: 0.87em; }
            th, td { border-bottom: 1px solid var(--line); padding: 0.25em 0.8em 0.25em 0; text-align: left; vertical-align: top; }
            th { font-weight: 600; }
            td { overflow-wrap: break-word; }
            .wide { overflow-x: auto; margin: 0.5em 0; }
            figure { margin: 1em 0; }
            figure svg { display: block; width: 100%; height: auto; background: #fff; border: 1px solid var(--line); }
            figcaption, .note { color: var(--soft); font-size: 0.85em; margin: 0.3em 0; }
            summary { cursor: pointer; margin: 0.4em 0; }
            @media print {
              @page { margin: 18mm 15mm; }
              :root { color-scheme: light; }
              body { font-size: 10pt; max-width: none; margin: 0; padding: 0; }
              nav { display: none; }
              h2, h3, figcaption { break-after: avoid; }
              h2 + p, h2 + .wide { break-before: avoid; }
              figure, tr { break-inside: avoid; }
              thead { display: table-header-group; }
              .wide { overflow: visible; }
              figcaption, .note { color: #444; }
            }
            """;

    private final StringBuilder body = new StringBuilder();
    private final List<String> headings = new ArrayList<>();
    private final String title;

    HtmlPage(String title) {
        this.title = title;
    }

    void heading(String text) {
        headings.add(text);
        body.append("<h2 id=\"s")
                .append(headings.size())
                .append("\">")
                .append(escape(text))
                .append("</h2>\n");
    }

    /** A heading within a section. */
    void subheading(String text) {
        body.append("<h3>").append(escape(text)).append("</h3>\n");
    }

    void paragraph(String text) {
        body.append("<p>").append(escape(text)).append("</p>\n");
    }

    void note(String text) {
        body.append("<p class=\"note\">").append(escape(text)).append("</p>\n");
    }

    void list(List<String> items) {
        String lines = items.stream().map(i -> "<li>" + escape(i) + "</li>\n").collect(Collectors.joining());
        body.append("<ul>\n").append(lines).append("</ul>\n");
    }

    void table(List<String> header, List<List<String>> rows) {
        body.append("<div class=\"wide\"><table>\n<thead>")
                .append(row(header, "th"))
                .append("</thead><tbody>\n");
        rows.forEach(r -> body.append(row(r, "td")));
        body.append("</tbody></table></div>\n");
    }

    /** Adds a table that is collapsed until the reader opens it. */
    void folded(String summary, List<String> header, List<List<String>> rows) {
        body.append("<details><summary>").append(escape(summary)).append("</summary>\n");
        table(header, rows);
        body.append("</details>\n");
    }

    /** Adds a figure to the page, as vector graphics. */
    void figure(Figure figure) {
        figure(FigureSvg.element(figure), figure.title());
    }

    /** Adds a figure that is drawn already, with its own caption. */
    void figure(String svg, String caption) {
        body.append("<figure>\n")
                .append(svg)
                .append("\n<figcaption>")
                .append(escape(caption))
                .append("</figcaption>\n</figure>\n");
    }

    String text() {
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width\">\n<link rel=\"icon\""
                + " href=\"data:,\">\n<title>"
                + escape(title) + "</title>\n<style>\n" + STYLE + "</style>\n</head>\n<body>\n<h1>" + escape(title)
                + "</h1>\n" + contents() + body + "</body>\n</html>\n";
    }

    private String contents() {
        StringBuilder nav = new StringBuilder("<nav>");
        for (int i = 0; i < headings.size(); i++) {
            nav.append("<a href=\"#s")
                    .append(i + 1)
                    .append("\">")
                    .append(escape(headings.get(i)))
                    .append("</a> ");
        }
        return nav.append("</nav>\n").toString();
    }

    private static String row(List<String> cells, String tag) {
        return cells.stream()
                .map(c -> "<" + tag + ">" + escape(c) + "</" + tag + ">")
                .collect(Collectors.joining("", "<tr>", "</tr>\n"));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
