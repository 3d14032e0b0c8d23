package org.dalescope.app.cli;

import org.dalescope.model.run.store.ScoresJson;
import org.dalescope.model.scoring.screening.NeuronCheck;
import org.dalescope.model.scoring.screening.SessionScreening;
import org.dalescope.model.session.MaskOrigin;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.quality.QualityReport;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The JSON document that the command {@code dalescope inspect --json} prints. Undefined numbers are null. */
final class InspectJson {
    private InspectJson() {}

    static ObjectNode of(SessionScreening preflight) {
        Session session = preflight.session();
        QualityReport report = preflight.quality();
        ObjectNode root = JsonMapper.builder().build().createObjectNode();
        root.put("format", session.source().format());
        root.put("session", session.name());
        root.put("sha256", session.source().sha256());
        ObjectNode neurons = root.putObject("neurons");
        neurons.put("total", session.neurons().size());
        neurons.put("excitatory", session.count(NeuronType.EXCITATORY));
        neurons.put("inhibitory", session.count(NeuronType.INHIBITORY));
        neurons.put("unknown", session.count(NeuronType.UNKNOWN));
        root.put("trials", session.trials());
        root.put("usable_trials", report.usableTrials());
        root.put("bins", session.bins());
        root.put("bin_ms", session.time().binMs());
        ObjectNode valid = root.putObject("valid_bins");
        valid.put("array_start", session.mask(MaskOrigin.ARRAY_START).validBins());
        valid.put("time_zero", session.mask(MaskOrigin.TIME_ZERO).validBins());
        var channels = root.putArray("channels");
        session.channels().forEach(channel -> channels.add(channel.name()));
        ObjectNode factors = root.putObject("factors");
        QualityReport.factorCounts(session).forEach((name, counts) -> {
            ObjectNode node = factors.putObject(name);
            counts.forEach(node::put);
        });
        root.put("mean_rate", report.meanRate());
        ObjectNode rates = root.putObject("mean_rate_per_neuron");
        preflight
                .neurons()
                .forEach(check -> rates.put(Integer.toString(check.neuron().id()), check.rate()));
        root.put("spikes", report.spikes());
        root.put("halvings", preflight.halvings());
        number(root, "mean_ceiling", preflight.meanCeiling());
        number(root, "trials_needed", preflight.trialsFor(SessionScreening.WANTED_CEILING));
        ObjectNode conditions = root.putObject("condition_ceilings");
        preflight.conditions().forEach((name, ceiling) -> number(conditions, name, ceiling));
        var detail = root.putArray("neurons_detail");
        preflight.neurons().forEach(check -> detail.add(neuron(check)));
        var warnings = root.putArray("warnings");
        preflight.findings().forEach(finding -> warnings.add(ScoresJson.finding(finding)));
        return root;
    }

    private static ObjectNode neuron(NeuronCheck check) {
        ObjectNode node = JsonMapper.builder().build().createObjectNode();
        node.put("id", check.neuron().id());
        node.put("type", check.neuron().type().letter());
        node.put("area", check.neuron().area());
        node.put("rate", check.rate());
        number(node, "drift_rho", check.drift().rho());
        number(node, "drift_z", check.drift().z());
        number(node, "drift_change", check.drift().change());
        number(node, "reliability", check.overall().reliability());
        number(node, "ceiling", check.overall().ceiling());
        number(node, "trials_needed", check.overall().trialsFor(SessionScreening.WANTED_CEILING));
        ObjectNode conditions = node.putObject("condition_reliability");
        check.byCondition().forEach((name, r) -> number(conditions, name, r.reliability()));
        return node;
    }

    private static void number(ObjectNode node, String name, double value) {
        if (Double.isNaN(value)) {
            node.putNull(name);
        } else {
            node.put(name, value);
        }
    }
}
