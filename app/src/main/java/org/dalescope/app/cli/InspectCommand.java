package org.dalescope.app.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.dalescope.model.Refusal;
import org.dalescope.model.run.ScoresJson;
import org.dalescope.model.session.Channel;
import org.dalescope.model.session.MaskOrigin;
import org.dalescope.model.session.Neuron;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.mapping.Mapping;
import org.dalescope.model.session.mapping.MappingJson;
import org.dalescope.model.session.quality.QualityReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code dalescope inspect}. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        description = "Tells what a session file holds, with every warning.")
final class InspectCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(arity = "1", paramLabel = "SESSION", description = "The session file.")
    private Path file = Path.of(".");

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Option(
            names = "--mask-origin",
            paramLabel = "ORIGIN",
            defaultValue = "array-start",
            description =
                    "From where trial durations are counted: array-start or time-zero (default: ${DEFAULT-VALUE}).")
    private String maskOrigin = "array-start";

    @Mixin
    private MappingOption mapping = new MappingOption();

    @Option(
            names = "--save-mapping",
            paramLabel = "FILE.json",
            description = "Write how the file was understood, to be edited and given with --mapping.")
    private Optional<Path> saveMapping = Optional.empty();

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        MaskOrigin origin = org.dalescope.model.configuration.Configuration.defaults()
                .with("data.mask_origin", maskOrigin)
                .data()
                .maskOrigin();
        Session session = mapping.open(file);
        saveMapping.ifPresent(target -> save(session, target, console));
        QualityReport report = QualityReport.of(session, origin);
        if (json) {
            console.json(json(session, report));
        } else {
            print(session, report, console);
        }
        return CommandLineProgram.DONE;
    }

    private static void save(Session session, Path target, Console console) {
        Mapping understood = session.source()
                .mapping()
                .orElseThrow(() -> new Refusal(session.source().file() + " says by itself what it holds ("
                        + session.source().format() + "): it needs no mapping."));
        MappingJson.write(understood, target);
        console.err().println("Wrote " + target + ": edit it, and give it with --mapping.");
    }

    private static ObjectNode json(Session session, QualityReport report) {
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
        var channels = root.putArray("channels");
        session.channels().forEach(channel -> channels.add(channel.name()));
        ObjectNode factors = root.putObject("factors");
        QualityReport.factorCounts(session).forEach((name, counts) -> {
            ObjectNode node = factors.putObject(name);
            counts.forEach(node::put);
        });
        root.put("mean_rate", report.meanRate());
        ObjectNode rates = root.putObject("mean_rate_per_neuron");
        for (int i = 0; i < report.meanRates().length; i++) {
            rates.put(Integer.toString(session.neurons().get(i).id()), report.meanRates()[i]);
        }
        root.put("spikes", report.spikes());
        var warnings = root.putArray("warnings");
        report.findings().forEach(finding -> warnings.add(ScoresJson.finding(finding)));
        return root;
    }

    private static void print(Session session, QualityReport report, Console console) {
        var out = console.out();
        out.println(session.name() + "   (" + session.source().format() + ")");
        out.printf(
                "  neurons   %d: %d excitatory, %d inhibitory%n",
                session.neurons().size(), session.count(NeuronType.EXCITATORY), session.count(NeuronType.INHIBITORY));
        out.printf("  trials    %d, of which %d usable%n", session.trials(), report.usableTrials());
        out.printf(
                java.util.Locale.ROOT,
                "  bins      %d of %s ms, from %s ms relative to %s%n",
                session.bins(),
                session.time().binMs(),
                session.time().startMs(),
                session.time().event());
        out.printf(
                java.util.Locale.ROOT, "  rates     mean %.2f sp/s, %d spikes%n", report.meanRate(), report.spikes());
        out.println(
                "  channels  " + session.channels().stream().map(Channel::name).collect(Collectors.joining(", ")));
        for (Map.Entry<String, Map<String, Integer>> factor :
                QualityReport.factorCounts(session).entrySet()) {
            out.println("  factor    " + factor.getKey() + ": "
                    + factor.getValue().entrySet().stream()
                            .map(e -> e.getKey() + " x " + e.getValue())
                            .collect(Collectors.joining(", ")));
        }
        for (int i = 0; i < session.neurons().size(); i++) {
            Neuron neuron = session.neurons().get(i);
            out.printf(
                    java.util.Locale.ROOT,
                    "  neuron    %d %s %.2f sp/s%n",
                    neuron.id(),
                    neuron.type().letter(),
                    report.meanRates()[i]);
        }
        report.findings().forEach(finding -> out.println(FitInTerminal.line(finding)));
        out.flush();
    }
}
