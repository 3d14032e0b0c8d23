package org.dalescope.model.session.format.dalescope;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dalescope.model.common.Finding;
import org.dalescope.model.session.Channel;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.Session;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON description {@code session.json} in Dalescope's own {@code .dalescope} file: everything of a session that is
 * not an array.
 *
 * @param schema version of the layout
 * @param notes findings from when the session was made; absent in the first layout
 */
record ArchiveJson(
        int schema,
        String name,
        double binMs,
        double firstCentreMs,
        int bins,
        String event,
        List<NeuronText> neurons,
        List<Channel> channels,
        List<FactorText> factors,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
        List<NoteText> notes) {
    /** The newest layout. The first layout holds only whole counts up to 255, in bins that were all recorded. */
    static final int SCHEMA = 2;

    record NeuronText(int id, NeuronType type, String area) {}

    record NoteText(
            String code,
            Finding.Severity severity,
            String text,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
            String meaning) {
        Finding finding() {
            Finding plain =
                    switch (severity) {
                        case NOTICE -> Finding.notice(code, text);
                        case WARNING -> Finding.warning(code, text);
                        case ERROR -> Finding.error(code, text);
                    };
            return meaning == null ? plain : plain.meaning(meaning);
        }
    }

    record FactorText(String name, Factor.Kind kind, String notApplicable, Map<String, String> labels) {
        static FactorText of(Factor factor) {
            Map<String, String> labels = new LinkedHashMap<>();
            new TreeMap<>(factor.labels()).forEach((value, label) -> labels.put(Double.toString(value), label));
            return new FactorText(factor.name(), factor.kind(), Double.toString(factor.notApplicable()), labels);
        }

        Factor factor(double[] values) {
            Map<Double, String> names = new LinkedHashMap<>();
            labels.forEach((value, label) -> names.put(Double.valueOf(value), label));
            return new Factor(name, kind, values, Double.parseDouble(notApplicable), names);
        }
    }

    static ArchiveJson of(Session session, int schema) {
        return new ArchiveJson(
                schema,
                session.name(),
                session.time().binMs(),
                session.time().firstCentreMs(),
                session.bins(),
                session.time().event(),
                session.neurons().stream()
                        .map(n -> new NeuronText(n.id(), n.type(), n.area()))
                        .toList(),
                session.channels(),
                session.factors().stream().map(FactorText::of).toList(),
                session.source().notes().stream()
                        .map(note -> new NoteText(note.code(), note.severity(), note.text(), note.meaning()))
                        .toList());
    }

    static ArchiveJson read(String json) {
        return JsonMapper.builder().build().readValue(json, ArchiveJson.class);
    }

    String json() {
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(this);
    }

    List<Finding> findings() {
        return notes == null ? List.of() : notes.stream().map(NoteText::finding).toList();
    }
}
