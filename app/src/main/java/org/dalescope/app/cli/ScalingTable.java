package org.dalescope.app.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.dalescope.model.benchmark.BenchmarkResult;
import org.dalescope.model.benchmark.BenchmarkScaling;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Prints how the time of an epoch grows with size on the command line, as text and as JSON. */
final class ScalingTable {
    private ScalingTable() {}

    static void print(BenchmarkScaling table, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%n%8s %10s %10s %10s %10s %10s %10s%n",
                table.axis().label(),
                "epoch ms",
                "forward",
                "backward",
                "losses",
                "scoring",
                "GFLOP/s");
        for (BenchmarkResult row : table.rows()) {
            out.printf(
                    Locale.ROOT,
                    "%8d %10.1f %10.1f %10.1f %10.1f %10.1f %10.1f%n",
                    table.axis().of(row),
                    row.epochMs(),
                    row.forwardMs(),
                    row.backwardMs(),
                    row.lossesMs(),
                    row.scoringMs(),
                    row.gflops());
        }
        out.printf(
                Locale.ROOT,
                "recurrence ~ %s^%.2f, whole epoch ~ %s^%.2f%n",
                table.axis().label(),
                table.recurrenceExponent(),
                table.axis().label(),
                table.epochExponent());
        out.flush();
    }

    static ArrayNode json(List<BenchmarkScaling> tables) {
        ArrayNode all = JsonMapper.builder().build().createArrayNode();
        for (BenchmarkScaling table : tables) {
            ObjectNode node = all.addObject();
            node.put("axis", table.axis().label());
            node.put("recurrence_exponent", table.recurrenceExponent());
            node.put("epoch_exponent", table.epochExponent());
            ArrayNode rows = node.putArray("rows");
            table.rows().forEach(row -> rows.add(BenchCommand.json(row)));
        }
        return all;
    }
}
