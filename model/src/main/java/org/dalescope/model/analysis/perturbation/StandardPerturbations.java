package org.dalescope.model.analysis.perturbation;

import java.util.ArrayList;
import java.util.List;
import org.dalescope.model.analysis.perturbation.Intervention.Lesion;
import org.dalescope.model.analysis.perturbation.Intervention.Silence;
import org.dalescope.model.analysis.perturbation.UnitSet.Group;
import org.dalescope.model.analysis.perturbation.UnitSet.InDegreeQuarter;
import org.dalescope.model.analysis.perturbation.UnitSet.Neurons;
import org.dalescope.model.session.Channel;
import org.dalescope.model.session.Neuron;
import org.dalescope.model.session.Session;

/**
 * The standard perturbations of a circuit: silencing each type, each quarter of units by in-degree and each recorded
 * neuron, and lesioning each input.
 */
final class StandardPerturbations {
    private StandardPerturbations() {}

    /** All standard interventions for a session. */
    static List<Intervention> of(Session session) {
        List<Intervention> all = new ArrayList<>();
        all.add(new Silence(Group.E, 1));
        all.add(new Silence(Group.I, 1));
        for (int quarter = 1; quarter <= 4; quarter++) {
            all.add(new Silence(new InDegreeQuarter(quarter), 1));
        }
        for (Neuron neuron : session.neurons()) {
            all.add(new Silence(new Neurons(List.of(neuron.id())), 1));
        }
        for (Channel channel : session.channels()) {
            all.add(new Lesion(channel.name()));
        }
        return List.copyOf(all);
    }
}
