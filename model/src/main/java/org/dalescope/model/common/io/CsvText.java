package org.dalescope.model.common.io;

/** Cells of CSV files (RFC 4180). */
public final class CsvText {
    private CsvText() {}

    /** A cell in quotation marks where it holds a comma, a quotation mark or a line break; any other as it is. */
    public static String quoted(String cell) {
        return cell.matches("[^,\"\\n\\r]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
