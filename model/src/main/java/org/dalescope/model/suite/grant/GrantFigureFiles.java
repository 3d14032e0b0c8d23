package org.dalescope.model.suite.grant;

import java.util.Optional;
import org.dalescope.model.analysis.core.AnalysisFiles;
import org.dalescope.model.analysis.core.Table;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.io.AtomicFile;
import org.dalescope.model.suite.answer.AnswerJson;
import org.dalescope.model.suite.store.SuiteFolder;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads and writes the answer of the suite 'grant-figure': {@code grant_figure.json} with everything, and a CSV file
 * for every panel. A number that is not defined is "NaN" in JSON.
 */
public final class GrantFigureFiles {
    private GrantFigureFiles() {}

    public static void write(SuiteFolder folder, GrantFigure figure) {
        ObjectNode parts = AnswerJson.object();
        parts.set("factors", AnswerJson.tree(figure.factors()));
        parts.set("unanswered", AnswerJson.tree(figure.unanswered()));
        parts.set("evidence", AnswerJson.tree(figure.evidence()));
        parts.set("sessions", AnswerJson.tree(figure.sessions()));
        AnswerJson.write(folder.grantFigureJson(), figure, parts);
        for (Table table : GrantFigureTables.of(figure)) {
            AtomicFile.write(folder.figures().resolve(table.name() + ".csv"), AnalysisFiles.csv(table));
        }
    }

    /**
     * The answer in a suite's folder; empty if there is none yet.
     *
     * @throws InputError if the file is damaged
     */
    public static Optional<GrantFigure> read(SuiteFolder folder) {
        return AnswerJson.read(folder.grantFigureJson(), GrantFigure.class);
    }
}
