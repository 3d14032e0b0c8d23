package org.dalescope.model.suite.grant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.model.analysis.circuit.ConditionAverages;
import org.dalescope.model.session.Session;
import org.dalescope.model.suite.grant.GrantSession.Input;
import org.dalescope.model.suite.grant.GrantSession.Task;

/** Panel A: the inputs of the task, averaged over trials. */
final class TaskPanel {
    private TaskPanel() {}

    static Task of(ConditionAverages rows) {
        Session session = rows.session();
        int[] all = rows.rowsOf(0);
        double[][] means = rows.average(
                session.channels().size(),
                (trial, bin, channel) -> session.input(rows.positions()[trial], bin, channel));
        List<Input> inputs = new ArrayList<>();
        for (int channel = 0; channel < session.channels().size(); channel++) {
            double[] course = ConditionAverages.column(means, all, channel);
            double most = Arrays.stream(course).map(Math::abs).max().orElse(0);
            inputs.add(new Input(
                    session.channels().get(channel).name(),
                    Arrays.stream(course)
                            .map(v -> most > 0 ? v / most : 0)
                            .boxed()
                            .toList()));
        }
        return new Task(IntStream.of(all).mapToObj(rows::timeMs).toList(), List.copyOf(inputs));
    }
}
