package org.dalescope.model.judge;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.dalescope.model.analysis.core.AnalysisFiles;
import org.dalescope.model.analysis.core.OverSessionsColumns;
import org.dalescope.model.analysis.core.TableBuilder;
import org.dalescope.model.common.io.AtomicFile;
import org.dalescope.model.run.store.ScoresJson;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the result over sessions as {@code judgements.json} and {@code judgements.csv}. */
public final class PooledJudgementFiles {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String UNDEFINED = "too few sessions or trials, or not defined";

    private PooledJudgementFiles() {}

    public static void write(Path folder, PooledJudgement pooled) {
        AtomicFile.write(
                folder.resolve("judgements.json"),
                MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json(pooled)) + "\n");
        AtomicFile.write(folder.resolve("judgements.csv"), csv(pooled));
    }

    public static ObjectNode json(PooledJudgement pooled) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("unit", "session");
        ArrayNode verdict = root.putArray("verdict");
        pooled.verdict().forEach(verdict::add);
        ArrayNode sessions = root.putArray("sessions");
        pooled.sessions().forEach(session -> sessions.add(JudgementJson.of(session)));
        ArrayNode rows = root.putArray("differences");
        for (PooledJudgement.Row row : pooled.rows()) {
            ObjectNode node = rows.addObject();
            node.put("compared_with", row.other());
            node.put("score", row.score().key());
            node.put("neurons", row.group().key());
            node.put("sessions", row.mean().sessions());
            ScoresJson.number(node, "mean", row.mean().mean(), UNDEFINED);
            ScoresJson.number(node, "low", row.mean().low(), UNDEFINED);
            ScoresJson.number(node, "high", row.mean().high(), UNDEFINED);
            ScoresJson.number(node, "stouffer_z", row.test().z(), UNDEFINED);
            ScoresJson.number(node, "stouffer_p", row.test().p(), UNDEFINED);
        }
        return root;
    }

    private static String csv(PooledJudgement pooled) {
        List<String> numbers = new ArrayList<>(OverSessionsColumns.NAMES);
        pooled.sessions().forEach(session -> {
            numbers.add(session.sessionName());
            numbers.add(session.sessionName() + " standard error");
        });
        TableBuilder table = new TableBuilder(List.of("compared_with", "score", "neurons"), numbers);
        for (PooledJudgement.Row row : pooled.rows()) {
            DoubleStream.Builder cells = DoubleStream.builder();
            OverSessionsColumns.of(row.mean(), row.test()).forEach(cells);
            row.perSession().forEach(one -> cells.add(one.value()).add(one.standardError()));
            table.row(
                    List.of(row.other(), row.score().key(), row.group().key()),
                    cells.build().toArray());
        }
        return AnalysisFiles.csv(table.table("judgements", ""));
    }
}
