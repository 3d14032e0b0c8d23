package org.dalescope.app.ui.configure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.dalescope.model.common.Finding;
import org.dalescope.model.common.UserError;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.split.SplitFile;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.settings.ConfigurationCheck;
import org.dalescope.model.training.FitCheck;

/** The validation of the configuration form as a whole: why a fit cannot start, and which settings cause it. */
final class FormValidation {
    private static final double NO_SESSION_BIN_MS = 10;
    private static final Pattern KEY = Pattern.compile("[a-z]+(?:\\.[a-z0-9_]+)+");
    private final ConfigurationViewModel form;
    private final StringProperty refusal = new SimpleStringProperty("");
    private final StringBinding seedError;
    private final StringBinding splitError;
    private final StringBinding curationError;
    private final StringBinding contradiction;
    private final StringBinding reason;
    private final ObjectBinding<List<Finding>> warnings;

    FormValidation(ConfigurationViewModel form) {
        this.form = form;
        this.seedError = Bindings.createStringBinding(this::checkSeed, form.seedProperty());
        this.splitError = Bindings.createStringBinding(
                this::checkSplit, form.splitProperty(), form.splitFileProperty(), form.sessionProperty());
        this.curationError =
                Bindings.createStringBinding(this::checkCuration, form.configuration(), form.sessionProperty());
        this.contradiction = Bindings.createStringBinding(
                this::checkTogether,
                form.configuration(),
                form.sessionProperty(),
                form.splitProperty(),
                form.splitFileProperty());
        this.reason = Bindings.createStringBinding(
                this::findReason, form.configuration(), seedError, splitError, curationError, contradiction, refusal);
        this.warnings = Bindings.createObjectBinding(
                this::warn,
                form.configuration(),
                form.sessionProperty(),
                form.splitProperty(),
                form.splitFileProperty(),
                curationError,
                contradiction,
                refusal);
        form.configuration().subscribe(settings -> markIdle());
        form.splitProperty().subscribe(split -> markIdle());
        form.splitFileProperty().subscribe(file -> markIdle());
        curationError.subscribe(this::mark);
        contradiction.subscribe(this::mark);
        refusal.subscribe(this::mark);
    }

    StringBinding seedError() {
        return seedError;
    }

    StringBinding splitError() {
        return splitError;
    }

    /**
     * Why a fit of the open session would fail to start, as set from outside; empty if it would start or if this is not
     * known yet.
     */
    StringProperty refusalProperty() {
        return refusal;
    }

    /** Why no fit can start with this configuration; empty if one can. */
    StringBinding reason() {
        return reason;
    }

    ObjectBinding<List<Finding>> warnings() {
        return warnings;
    }

    /** Whether the quick checks find no error, so that it is worth checking the session's trials. */
    boolean isValid() {
        return form.configuration().get().isPresent() && errors().allMatch(String::isEmpty);
    }

    private Stream<String> errors() {
        return Stream.of(seedError.get(), splitError.get(), curationError.get(), contradiction.get());
    }

    private String findReason() {
        Stream<String> illegal =
                form.settings().stream().map(setting -> setting.error().get());
        return Stream.concat(illegal, Stream.concat(errors(), Stream.of(refusal.get())))
                .filter(error -> !error.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Marks the settings that the error sentences name. */
    private void mark() {
        Map<String, String> byKey = new HashMap<>();
        conflicts()
                .forEach(sentence ->
                        KEY.matcher(sentence).results().forEach(key -> byKey.putIfAbsent(key.group(), sentence)));
        form.settings().forEach(setting -> setting.conflictProperty()
                .set(byKey.getOrDefault(setting.description().key(), "")));
    }

    /** Says at every setting why it has no effect; while a setting is not valid, this stays as it was. */
    private void markIdle() {
        form.configuration().get().map(Configuration.schema()::texts).ifPresent(texts -> form.settings()
                .forEach(setting -> setting.noEffectProperty()
                        .set(ConfigurationCheck.whyNoEffect(setting.description(), texts, isSplitGiven())
                                .orElse(""))));
    }

    /** The errors in settings that are valid on their own. */
    private Stream<String> conflicts() {
        return Stream.of(curationError.get(), contradiction.get(), refusal.get())
                .filter(sentence -> !sentence.isEmpty());
    }

    private List<Finding> warn() {
        List<Finding> all = new ArrayList<>();
        conflicts().forEach(sentence -> all.add(Finding.error("refused", sentence)));
        form.configuration().get().ifPresent(c -> all.addAll(ConfigurationCheck.of(c, binMs(), isSplitGiven())));
        return List.copyOf(all);
    }

    private double binMs() {
        return form.sessionProperty().get().map(s -> s.time().binMs()).orElse(NO_SESSION_BIN_MS);
    }

    private boolean isSplitGiven() {
        return form.splitFileProperty().get().isPresent()
                || form.splitProperty().get() != SplitChoice.STRATIFIED;
    }

    /** Checks the settings against each other, with the bins of the session if one is open. */
    private String checkTogether() {
        return form.configuration()
                .get()
                .flatMap(c -> FitCheck.ofSettings(c, binMs(), isSplitGiven()))
                .map(UserError::sentence)
                .orElse("");
    }

    /** Checks that exclusions and cell types name parts of the session; returns the error sentence otherwise. */
    private String checkCuration() {
        return form.configuration()
                .get()
                .flatMap(c -> form.sessionProperty().get().flatMap(s -> c.data()
                        .curation()
                        .problem(s)
                        .or(() -> c.data().perturbedTrials().problem(s))))
                .orElse("");
    }

    private String checkSeed() {
        String seed = form.seedProperty().get();
        try {
            return Long.parseLong(seed.strip()) < 0 ? "The seed cannot be negative: give 0 or a larger number." : "";
        } catch (NumberFormatException e) {
            return "The seed cannot be '%s': it takes a whole number of at least 0.".formatted(seed);
        }
    }

    private String checkSplit() {
        Optional<Session> session = form.sessionProperty().get();
        Optional<Path> file = form.splitFileProperty().get();
        if (file.isPresent()) {
            return session.map(data -> checkFile(file.get(), data)).orElse("");
        }
        return session.filter(s -> !form.splitProperty().get().suits(s)).isEmpty()
                ? ""
                : "The reference split needs the factor 'reward', which this session does not have: choose another split.";
    }

    private static String checkFile(Path file, Session data) {
        try {
            SplitFile.read(file, data).checkedAgainst(data);
            return "";
        } catch (UserError refusal) {
            return refusal.sentence();
        }
    }
}
