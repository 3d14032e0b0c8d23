package org.dalescope.app.ui.suite;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.dalescope.app.ui.configure.ConfigurationViewModel;
import org.dalescope.app.ui.configure.SplitChoice;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.UserError;
import org.dalescope.model.run.store.RunLibrary;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.split.Splits;
import org.dalescope.model.suite.launch.SuiteCommandLine;
import org.dalescope.model.suite.plan.Arm;
import org.dalescope.model.suite.plan.PlanReader;
import org.dalescope.model.suite.plan.SeedList;
import org.dalescope.model.suite.plan.SuitePlan;

/**
 * The setup of a new suite in the suite view: plan, seeds and fits at once, with the errors in them and an outline of
 * the suite.
 */
public final class SuiteSetup {
    private static final int MOST_AT_ONCE = 1024;
    private static final int TASKS_AT_ONCE = 100;
    private final ConfigurationViewModel configuration;
    private final RunLibrary runs;
    private final ObservableList<String> plans = FXCollections.observableArrayList(
            PlanReader.shipped().stream().map(PlanReader.Shipped::name).toList());
    private final StringProperty plan = new SimpleStringProperty(plans.getFirst());
    private final StringProperty seeds = new SimpleStringProperty("");
    private final StringProperty atOnce;
    private final BooleanProperty onCluster = new SimpleBooleanProperty(false);
    private final boolean clusterIsThere;
    private final BooleanProperty withChanges = new SimpleBooleanProperty(false);
    private final ObjectBinding<Draft> draft;
    private final StringBinding problem;
    private final StringBinding outline;
    private final StringBinding commandText;

    /** A plan that can run, or the reason why it cannot. */
    private sealed interface Draft {
        record Ready(SuitePlan plan, int parallel) implements Draft {}

        record Wrong(String sentence) implements Draft {}
    }

    /**
     * A setup that uses the session, the split and the changed settings of a configuration.
     *
     * @param runs the library in which the suite's folder is created
     * @param cores the default number of fits at once
     * @param clusterIsThere whether SLURM can be asked from this machine
     */
    public SuiteSetup(ConfigurationViewModel configuration, RunLibrary runs, int cores, boolean clusterIsThere) {
        this.configuration = configuration;
        this.runs = runs;
        this.clusterIsThere = clusterIsThere;
        this.atOnce = new SimpleStringProperty(Integer.toString(Math.max(1, cores)));
        this.draft = Bindings.createObjectBinding(
                this::build, plan, seeds, atOnce, withChanges, configuration.configuration());
        this.problem = Bindings.createStringBinding(
                this::findProblem, draft, configuration.sessionProperty(), configuration.splitError());
        this.commandText = Bindings.createStringBinding(
                () -> command().map(SuiteCommandLine::text).orElse(""),
                problem,
                draft,
                configuration.sessionProperty(),
                splitProperty(),
                onCluster);
        this.outline =
                Bindings.createStringBinding(this::describe, draft, configuration.sessionProperty(), splitProperty());
        onCluster.addListener((o, was, is) -> atOnce.set(Integer.toString(is ? TASKS_AT_ONCE : Math.max(1, cores))));
    }

    /** The names of shipped plans, and the files that were chosen. */
    public ObservableList<String> plans() {
        return plans;
    }

    /** The name or file of the chosen plan. */
    public StringProperty planProperty() {
        return plan;
    }

    /** The seeds as {@link SeedList} reads them; empty for the plan's seeds. */
    public StringProperty seedsProperty() {
        return seeds;
    }

    /** The choice of split, which the configuration form shares. */
    public ObjectProperty<SplitChoice> splitProperty() {
        return configuration.splitProperty();
    }

    /** The number of fits at once. */
    public StringProperty atOnceProperty() {
        return atOnce;
    }

    /** Whether the fits run as job arrays of a SLURM cluster; a change also proposes another number of fits at once. */
    public BooleanProperty onClusterProperty() {
        return onCluster;
    }

    /** Whether a cluster is available. */
    public boolean isClusterAvailable() {
        return clusterIsThere;
    }

    /** Whether the changed settings of the configuration apply to every arm. */
    public BooleanProperty withChangesProperty() {
        return withChanges;
    }

    /** The configuration that gives the split and the changed settings. */
    public ConfigurationViewModel configuration() {
        return configuration;
    }

    /** Why the suite cannot start; empty if it can. */
    public StringBinding problem() {
        return problem;
    }

    /** The outline of the suite. */
    public StringBinding outline() {
        return outline;
    }

    /** The command that does the same; empty while something is wrong. */
    public StringBinding commandText() {
        return commandText;
    }

    /** Chooses a new free folder after a suite has taken one. */
    public void refresh() {
        commandText.invalidate();
    }

    /** Adds the file of a plan to the choices and chooses it. */
    public void choose(Path file) {
        String word = file.toString();
        if (!plans.contains(word)) {
            plans.add(word);
        }
        plan.set(word);
        draft.invalidate();
    }

    /** The plan that will run; empty while something is wrong. */
    public Optional<SuitePlan> ready() {
        return problem.get().isEmpty() && draft.get() instanceof Draft.Ready(SuitePlan chosen, int _)
                ? Optional.of(chosen)
                : Optional.empty();
    }

    /** The command that runs it, into a folder that does not exist yet; empty while something is wrong. */
    public Optional<SuiteCommandLine> command() {
        if (!problem.get().isEmpty() || !(draft.get() instanceof Draft.Ready(SuitePlan chosen, int parallel))) {
            return Optional.empty();
        }
        return configuration
                .sessionProperty()
                .get()
                .map(session -> new SuiteCommandLine(
                        plan.get(),
                        String.valueOf(session.source().file()),
                        changes(),
                        seeds.get().replace(" ", ""),
                        differsFrom(chosen) ? splitProperty().get().toString() : "",
                        parallel,
                        onCluster.get(),
                        runs.next(chosen.name() + "-" + session.name())));
    }

    private boolean differsFrom(SuitePlan chosen) {
        String planned = chosen.split().isEmpty() ? Splits.STRATIFIED : chosen.split();
        return !splitProperty().get().toString().equals(planned);
    }

    private Map<String, String> changes() {
        return withChanges.get() ? configuration.changedSettings() : Map.of();
    }

    private Draft build() {
        try {
            SuitePlan built = PlanReader.read(plan.get());
            if (withChanges.get() && configuration.configuration().get().isEmpty()) {
                return new Draft.Wrong("Some settings are not valid: correct the marked ones in the configuration.");
            }
            for (Map.Entry<String, String> change : changes().entrySet()) {
                built = built.with(change.getKey(), change.getValue());
            }
            if (!seeds.get().isBlank()) {
                built = built.withSeeds(SeedList.of(seeds.get()));
            }
            return new Draft.Ready(built, parallel());
        } catch (UserError refusal) {
            return new Draft.Wrong(refusal.sentence());
        }
    }

    private int parallel() {
        String text = atOnce.get().strip();
        int parallel = text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
        if (parallel < 1 || parallel > MOST_AT_ONCE) {
            throw new InputError("Fits at once cannot be '%s': it takes 1 to %s.".formatted(text, MOST_AT_ONCE));
        }
        return parallel;
    }

    private String findProblem() {
        if (draft.get() instanceof Draft.Wrong(String sentence)) {
            return sentence;
        }
        return configuration.sessionProperty().get().isEmpty()
                ? "Open a session first: the suite fits its arms to it."
                : configuration.splitError().get();
    }

    private String describe() {
        return switch (draft.get()) {
            case Draft.Wrong _ -> "";
            case Draft.Ready(SuitePlan ready, int parallel) -> describe(ready, parallel);
        };
    }

    private String describe(SuitePlan ready, int parallel) {
        int arms = ready.arms().size();
        List<Long> used = ready.seeds();
        String on = configuration
                .sessionProperty()
                .get()
                .map(Session::name)
                .map(name -> " of %s".formatted(name))
                .orElse("");
        String names = ready.arms().stream().map(Arm::name).collect(Collectors.joining(", "));
        String combined = ready.combinations().isEmpty()
                ? ""
                : " Then the best arms of %s are combined."
                        .formatted(ready.combinations().stream()
                                .map(combination -> String.join(" and ", combination.groups()))
                                .collect(Collectors.joining("; ")));
        return ("%s\n%s x %s%s (%s) = %s fits%s, %s at once, up to %s epochs each. The time left is shown when the"
                        + " first epochs have run.\nArms: %s.%s%s")
                .formatted(
                        ready.help(),
                        arms == 1 ? "1 arm" : arms + " arms",
                        used.size(),
                        used.size() == 1 ? " seed" : " seeds",
                        used.stream().map(String::valueOf).collect(Collectors.joining(", ")),
                        arms * used.size(),
                        on,
                        parallel,
                        ready.base().configuration().training().epochs(),
                        names,
                        combined,
                        differsFrom(ready) && !ready.split().isEmpty()
                                ? " The plan's own split, %s, is replaced by the one chosen here."
                                        .formatted(ready.split())
                                : "");
    }
}
