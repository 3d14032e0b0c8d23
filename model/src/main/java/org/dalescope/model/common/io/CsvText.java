package org.dalescope.model.common.io;

/** Formats the cells of plain CSV files, whatever they contain (RFC 4180). */
public final class CsvText {
    private CsvText() {}

    /**
     * A cell, in quotation marks if it contains a comma, a quotation mark or a line break; any other cell is unchanged.
     */
    public static String quoted(String cell) {
        return cell.matches("[^,\"\\n\\r]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
