package org.dalescope.app.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.dalescope.app.report.SuiteTable;
import org.dalescope.model.suite.results.ArmComparison;
import org.dalescope.model.suite.results.SuiteComparison;
import org.dalescope.model.suite.results.SuiteResults;

/** Prints the comparison of a suite as a text table on the command line. */
final class ComparisonTable {
    private ComparisonTable() {}

    static void print(SuiteResults results, PrintWriter out) {
        for (SuiteComparison comparison : SuiteComparison.of(results)) {
            print(comparison, out);
        }
    }

    private static void print(SuiteComparison comparison, PrintWriter out) {
        out.println();
        out.printf(
                Locale.ROOT,
                "%s: psth_r on the validation trials; training PSTH %.3f, split half %.3f%n",
                comparison.session(),
                comparison.ceilingTrainingPsth(),
                comparison.ceilingSplitHalf());
        int width = comparison.arms().stream()
                .mapToInt(arm -> arm.arm().name().length())
                .max()
                .orElse(4);
        String name = "%-" + Math.max(width, 4) + "s";
        out.printf(
                name + "  %5s  %-15s  %5s  %8s  %-24s  %6s  %s%n",
                "arm",
                "seeds",
                "psth_r +- sd",
                "share",
                "ensemble",
                "difference [95 % seeds]",
                "p",
                "verdict");
        for (ArmComparison arm : comparison.arms()) {
            out.printf(
                    Locale.ROOT,
                    name + "  %5d  %-15s  %5s  %8s  %-24s  %6s  %s%n",
                    arm.arm().name(),
                    arm.seeds().size(),
                    arm.seeds().isEmpty()
                            ? "-"
                            : number(arm.psthR().mean()) + " +- "
                                    + number(arm.psthR().sd()),
                    share(arm.shareOfTraining().mean()),
                    share(arm.ensembleShare()),
                    arm.overSeeds().n() == 0 ? "-" : SuiteTable.difference(arm.overSeeds()),
                    number(arm.overSeeds().p()),
                    arm.verdict().words());
        }
        comparison.findings().forEach(finding -> out.println(TerminalFit.line(finding)));
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3f", value);
    }

    private static String share(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.2f", value);
    }
}
