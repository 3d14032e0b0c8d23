package org.dalescope.model.session.format.labexport;

import java.util.ArrayList;
import java.util.List;
import org.dalescope.model.common.Finding;
import org.dalescope.model.session.Channel;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.format.InputChannelBuilder;

/** Reads the input channels of a laboratory export in the laboratory's order. */
final class LabExportInputs {
    private final LabExportFields fields;
    private final InputChannelBuilder columns;
    private final int trials;
    private final int bins;
    private final List<String> missing = new ArrayList<>();

    LabExportInputs(LabExportFields fields, Mask observed) {
        this.fields = fields;
        columns = new InputChannelBuilder(observed);
        trials = observed.trials();
        bins = observed.bins();
    }

    /** Reads the channels; missing ones are noted. */
    void read() {
        event("fixation_on");
        targets();
        event("go_signal");
        event("reward_on");
        continuous("eye_x");
        continuous("eye_y");
        List.of("is_face", "is_nonface", "is_bullseye", "high_salience", "low_salience")
                .forEach(this::event);
        if (!missing.isEmpty()) {
            fields.notes()
                    .add(Finding.notice(
                            "missing-inputs",
                            "The file does not contain these inputs, so the session does not have them: "
                                    + String.join(", ", missing) + "."));
        }
    }

    List<Channel> channels() {
        return columns.channels();
    }

    /** {@code [trial][bin][channel]}. */
    float[] values() {
        return columns.inputs();
    }

    private void event(String name) {
        if (isThere(name)) {
            columns.event(name, fields.numbers("input_" + name, trials, bins));
        }
    }

    private void continuous(String name) {
        if (isThere(name)) {
            columns.continuous(name, fields.numbers("input_" + name, trials, bins));
        }
    }

    private void targets() {
        if (!isThere("target_loc")) {
            return;
        }
        double[] target = fields.numbers("input_target_loc", trials, bins, -1);
        int locations = target.length / (trials * bins);
        for (int k = 0; k < locations; k++) {
            double[] column = new double[trials * bins];
            for (int i = 0; i < column.length; i++) {
                column[i] = target[i * locations + k];
            }
            columns.event("target_loc_" + (k + 1), column);
        }
    }

    private boolean isThere(String name) {
        if (!fields.has("input_" + name)) {
            missing.add(name);
            return false;
        }
        return true;
    }
}
