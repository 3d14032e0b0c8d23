package org.dalescope.app.report;

import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** A plain HTML page, light and dark, that needs nothing from anywhere. */
final class HtmlPage {
    private static final String STYLE = """
            :root { color-scheme: light dark; }
            body { font: 15px/1.5 system-ui, sans-serif; max-width: 60em; margin: 2em auto; padding: 0 1em; }
            table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: 0.9em; }
            th, td { border-bottom: 1px solid #8884; padding: 0.25em 0.8em 0.25em 0; text-align: left; vertical-align: top; }
            td { overflow-wrap: anywhere; }
            .wide { overflow-x: auto; }
            img { max-width: 100%; height: auto; border: 1px solid #8884; }
            .note { color: #777; font-size: 0.85em; margin: 0.3em 0; }
            """;

    private final StringBuilder body = new StringBuilder();
    private final String title;

    HtmlPage(String title) {
        this.title = title;
        body.append("<h1>").append(escape(title)).append("</h1>\n");
    }

    void heading(String text) {
        body.append("<h2>").append(escape(text)).append("</h2>\n");
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
        body.append("<div class=\"wide\"><table>\n").append(row(header, "th"));
        rows.forEach(r -> body.append(row(r, "td")));
        body.append("</table></div>\n");
    }

    /** A picture inside the page. */
    void png(byte[] bytes, String alternative, int width) {
        body.append("<img src=\"data:image/png;base64,")
                .append(Base64.getEncoder().encodeToString(bytes))
                .append("\" width=\"")
                .append(width);
        body.append("\" alt=\"").append(escape(alternative)).append("\">\n");
    }

    String text() {
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width\">\n<title>" + escape(title)
                + "</title>\n<style>\n"
                + STYLE + "</style>\n</head>\n<body>\n" + body + "</body>\n</html>\n";
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
