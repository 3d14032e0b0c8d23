package org.dalescope.app.ui.suite;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.dalescope.app.chart.comparison.ArmLearningCurves.Course;
import org.dalescope.app.ui.jobs.JobViewModel;
import org.dalescope.app.ui.suite.SuiteLine.ArmLine;
import org.dalescope.app.ui.suite.SuiteLine.FitLine;
import org.dalescope.model.common.Finding;
import org.dalescope.model.common.ShellQuoting;
import org.dalescope.model.scoring.ScoreKind;
import org.dalescope.model.suite.grant.GrantFigure;
import org.dalescope.model.suite.plan.Arm;
import org.dalescope.model.suite.plan.FitKey;
import org.dalescope.model.suite.results.ArmComparison;
import org.dalescope.model.suite.results.FitSummary;
import org.dalescope.model.suite.results.SuiteComparison;
import org.dalescope.model.suite.store.SuiteRecord.SessionNote;
import org.dalescope.model.training.EpochRecord;

/**
 * The texts and table rows in the suite view, made from a suite's snapshot for one of its sessions.
 *
 * @param session the session's folder
 */
public record SuiteTableText(SuiteSnapshot picture, String session) {
    private static final int MOST_CURVES = 7;
    private static final int BEST_CURVES = 4;

    /** The texts for a session of the suite, otherwise for its first session. */
    public static SuiteTableText of(SuiteSnapshot picture, String wanted) {
        List<String> sessions = sessions(picture);
        return new SuiteTableText(picture, sessions.contains(wanted) ? wanted : sessions.getFirst());
    }

    /** The folders of the suite's sessions. */
    public static List<String> sessions(SuiteSnapshot picture) {
        return picture.results().suite().sessions().stream()
                .map(SessionNote::folder)
                .toList();
    }

    /** The answer to the suite's question for the session, in a sentence; empty if there is none yet. */
    String answer() {
        return picture.answer().map(answer -> answer.sentence(session)).orElse("");
    }

    /** The grant figure of the suite; empty if its plan has none, or it is not finished. */
    Optional<GrantFigure> figure() {
        return picture.answer()
                .filter(GrantFigure.class::isInstance)
                .map(GrantFigure.class::cast)
                .filter(figure -> !figure.sessions().isEmpty());
    }

    /** The command that writes the suite's figures and their numbers again. */
    String reportCommand() {
        return "dalescope report "
                + ShellQuoting.quoted(picture.folder().folder().toString());
    }

    /** The comparison of the arms, from the finished fits. */
    public SuiteComparison comparison() {
        return picture.comparisons().stream()
                .filter(one -> one.session().equals(session))
                .findFirst()
                .orElseThrow();
    }

    /** The headline: name, number of fits and progress. */
    public String headline() {
        int running = picture.live().size();
        String left = left();
        return "%s of %s fits finished%s%s%s"
                .formatted(
                        picture.finished(),
                        picture.fits(),
                        picture.failed() == 0 ? "" : ", %s failed".formatted(picture.failed()),
                        running(running, picture.isPaused()),
                        picture.isLive()
                                ? String.format(Locale.ROOT, "; %.0f %%, %s", 100 * picture.share(), left)
                                : rest());
    }

    private String left() {
        return switch (picture.pause()) {
            case RESTS -> "paused";
            case ASKED -> picture.isOnCluster() ? "fits on a cluster cannot be paused" : "pauses after this epoch";
            case NONE ->
                Double.isNaN(picture.secondsLeft())
                        ? "time left unknown"
                        : "%s left".formatted(JobViewModel.duration(picture.secondsLeft()));
        };
    }

    /** The number of running fits, such as ", 2 running". */
    static String running(int fits, boolean isPaused) {
        return fits == 0 ? "" : isPaused ? ", %s paused".formatted(fits) : ", %s running".formatted(fits);
    }

    private String rest() {
        if (picture.isOnCluster()) {
            return "; it runs on a SLURM cluster and is checked every few seconds. Resume submits the failed fits "
                    + "again and compares at the end";
        }
        return picture.canResume() ? "; Resume runs the missing fits" : "";
    }

    /** The ceilings of the score on these trials. */
    public String ceilings() {
        SuiteComparison comparison = comparison();
        return Double.isNaN(comparison.ceilingTrainingPsth())
                ? "psth_r of the validation trials. The ceilings appear with the first finished fit."
                : String.format(
                        Locale.ROOT,
                        "psth_r of the validation trials. Ceilings: training PSTH %.3f, split half %.3f.",
                        comparison.ceilingTrainingPsth(),
                        comparison.ceilingSplitHalf());
    }

    /** The findings to consider before trusting the table, warnings first. */
    public List<Finding> findings() {
        return comparison().findings().stream()
                .sorted(Comparator.comparing(Finding::severity).reversed())
                .toList();
    }

    /** The warnings in one line. */
    public String warnings() {
        return findings().stream()
                .filter(finding -> finding.severity() == Finding.Severity.WARNING)
                .map(finding -> "! " + finding.text())
                .collect(Collectors.joining("  "));
    }

    /** The arms in the table, the base first. */
    public List<ArmLine> lines() {
        return comparison().arms().stream().map(this::line).toList();
    }

    private ArmLine line(ArmComparison row) {
        String arm = row.arm().name();
        Optional<String> leftOut = picture.results().suite().leftOut().stream()
                .filter(out -> out.session().equals(session) && out.arm().equals(arm))
                .map(out -> out.reason())
                .findFirst();
        List<FitLine> fits = new ArrayList<>();
        picture.states().forEach((cell, state) -> {
            if (cell.session().equals(session) && cell.arm().equals(arm)) {
                fits.add(new FitLine(cell, state, fit(cell), difference(cell)));
            }
        });
        return new ArmLine(
                row, arm.equals(Arm.BASE), about(row.arm(), leftOut), List.copyOf(fits), leftOut, picture.isPaused());
    }

    private String about(Arm arm, Optional<String> leftOut) {
        StringJoiner lines = new StringJoiner("\n");
        lines.add(arm.name());
        if (!arm.help().isEmpty()) {
            lines.add(arm.help());
        }
        arm.changesFrom(picture.results().suite().plan().base().configuration())
                .forEach((key, value) -> lines.add(key + " = " + value));
        leftOut.ifPresent(reason -> lines.add("Left out: %s".formatted(reason)));
        return lines.toString();
    }

    private Optional<FitSummary> fit(FitKey cell) {
        return Optional.ofNullable(picture.results().fits().get(cell));
    }

    private double difference(FitKey cell) {
        var plan = picture.results().suite().plan();
        boolean isCompared = !cell.arm().equals(Arm.BASE)
                && picture.results().suite().arm(cell.arm()).fitsSameNeurons(plan.base());
        return isCompared ? score(cell) - score(new FitKey(cell.session(), Arm.BASE, cell.seed())) : Double.NaN;
    }

    private double score(FitKey cell) {
        return fit(cell).map(fit -> fit.score(ScoreKind.PSTH_R).value()).orElse(Double.NaN);
    }

    /**
     * The learning curves of the base and the chosen arms; if none is chosen, of all arms or, if there are many, of the
     * best ones.
     */
    public List<Course> courses(Set<String> chosen) {
        Set<String> shown = chosen.isEmpty() ? unchosen() : chosen;
        return comparison().arms().stream()
                .map(row -> row.arm().name())
                .filter(arm -> arm.equals(Arm.BASE) || shown.contains(arm))
                .map(this::course)
                .toList();
    }

    private Set<String> unchosen() {
        List<ArmComparison> arms = comparison().arms();
        return arms.stream()
                .sorted(Comparator.comparingDouble(row -> -orLowest(row.psthR().mean())))
                .limit(arms.size() <= MOST_CURVES ? arms.size() : BEST_CURVES)
                .map(row -> row.arm().name())
                .collect(Collectors.toSet());
    }

    private static double orLowest(double score) {
        return Double.isNaN(score) ? Double.NEGATIVE_INFINITY : score;
    }

    private Course course(String arm) {
        List<List<EpochRecord>> seeds = new ArrayList<>();
        picture.states().keySet().stream()
                .filter(cell -> cell.session().equals(session) && cell.arm().equals(arm))
                .forEach(cell -> seeds.add(fit(cell).map(FitSummary::history).orElseGet(() -> picture.live()
                        .getOrDefault(cell, List.of()))));
        seeds.removeIf(List::isEmpty);
        return new Course(arm, List.copyOf(seeds));
    }
}
