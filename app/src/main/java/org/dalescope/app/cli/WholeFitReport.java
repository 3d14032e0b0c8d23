package org.dalescope.app.cli;

import java.io.PrintWriter;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The times of a whole fit as a table and as JSON. */
final class WholeFitReport {
    private WholeFitReport() {}

    static void print(WholeFitTimes.Result result, PrintWriter out) {
        result.seconds().forEach((part, seconds) -> line(out, part, seconds, "s"));
        out.println();
        line(out, "from the start to the scores", result.scoresS(), "s");
        line(out, "from the start to the report", result.totalS(), "s");
        line(out, "epochs", result.epochs(), "");
        line(out, "median epoch", result.epochMs(), "ms");
        line(out, "mean of the first ten epochs", result.firstEpochsMs(), "ms");
        line(out, "compiler, on other threads", result.compilerS(), "s");
        line(out, "pauses of the collector", result.collectorS(), "s");
        line(out, "loaded classes", result.classes(), "");
        line(out, "memory at its peak", result.memoryMb(), "MB");
    }

    private static void line(PrintWriter out, String part, double value, String unit) {
        String number = unit.equals("s") ? "%.2f" : "%.0f";
        out.println(String.format(Locale.ROOT, "  %-32s %8s %s", part, String.format(Locale.ROOT, number, value), unit)
                .stripTrailing());
    }

    static ObjectNode json(WholeFitTimes.Result result) {
        ObjectNode root = JsonMapper.builder().build().createObjectNode();
        ObjectNode parts = root.putObject("seconds");
        result.seconds().forEach((part, seconds) -> parts.put(part.strip(), seconds));
        root.put("to_scores_s", result.scoresS());
        root.put("to_report_s", result.totalS());
        root.put("epochs", result.epochs());
        root.put("epoch_ms", result.epochMs());
        root.put("first_epochs_ms", result.firstEpochsMs());
        root.put("compiler_s", result.compilerS());
        root.put("collector_s", result.collectorS());
        root.put("classes", result.classes());
        root.put("memory_mb", Math.round(result.memoryMb()));
        return root;
    }
}
