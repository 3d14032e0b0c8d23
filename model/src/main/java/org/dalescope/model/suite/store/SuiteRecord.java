package org.dalescope.model.suite.store;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dalescope.model.common.PathParser;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.suite.plan.Arm;
import org.dalescope.model.suite.plan.FitKey;
import org.dalescope.model.suite.plan.SuitePlan;

/**
 * The content of the file {@code suite.json} of a suite's folder: the plan, the sessions and the command that produced
 * the folder.
 *
 * @param leftOut arms that cannot be fitted to a session
 * @param command the command line that starts or continues the suite
 */
public record SuiteRecord(
        String dalescope, SuitePlan plan, List<SessionNote> sessions, List<LeftOut> leftOut, String command) {
    /** The version of the suite folder's layout. */
    public static final int SCHEMA = 1;

    /**
     * A session that the suite fits.
     *
     * @param folder folder name of the session
     * @param splitHash SHA-256 of the trials of each partition
     */
    public record SessionNote(
            String folder, String name, String path, String sha256, String splitOrigin, String splitHash) {
        public static SessionNote of(SuiteSession fitted) {
            var source = fitted.session().source();
            return new SessionNote(
                    fitted.folder(),
                    fitted.session().name(),
                    source.file().toAbsolutePath().toString(),
                    source.sha256(),
                    fitted.split().origin(),
                    fitted.split().hash());
        }

        public Path file() {
            return PathParser.of(path, "suite.json: the session's path");
        }
    }

    /**
     * An arm that cannot be fitted to a session because of its size or content, such as a rank that does not constrain
     * its few neurons.
     *
     * @param session folder name of the session
     */
    public record LeftOut(String session, String arm, String reason) {}

    /** All fits: every arm with the first seed, then with the second, so that differences appear early. */
    public List<FitKey> cells() {
        return plan.seeds().stream()
                .flatMap(seed -> sessions.stream().flatMap(session -> plan.arms().stream()
                        .filter(arm -> plan.seeds().indexOf(seed) < arm.firstSeeds())
                        .filter(arm -> isFitted(session.folder(), arm.name()))
                        .map(arm -> new FitKey(session.folder(), arm.name(), seed))))
                .toList();
    }

    private boolean isFitted(String session, String arm) {
        return leftOut.stream()
                .noneMatch(out -> out.session().equals(session) && out.arm().equals(arm));
    }

    /** The session with a folder name. */
    public SessionNote session(String folder) {
        return sessions.stream()
                .filter(session -> session.folder().equals(folder))
                .findFirst()
                .orElseThrow();
    }

    /** The arm with a name. */
    public Arm arm(String name) {
        return plan.arms().stream()
                .filter(arm -> arm.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The same record with the arms that cannot be fitted. */
    public SuiteRecord without(List<LeftOut> arms) {
        return new SuiteRecord(dalescope, plan, sessions, List.copyOf(arms), command);
    }

    /** The same record after a combination became an arm. */
    public SuiteRecord withPlan(SuitePlan other) {
        return new SuiteRecord(dalescope, other, sessions, leftOut, command);
    }

    /**
     * The reason why this suite cannot continue an earlier suite in the same folder; empty if it can. Seeds and arms
     * may be added or left out, but items with the same name must be the same.
     */
    public Optional<String> differsFrom(SuiteRecord earlier) {
        Map<String, Configuration> before = new HashMap<>();
        earlier.plan.arms().forEach(arm -> before.put(arm.name(), arm.configuration()));
        for (Arm arm : plan.arms()) {
            Configuration other = before.getOrDefault(arm.name(), arm.configuration());
            if (!other.equals(arm.configuration())) {
                Map<String, String> changes = arm.changesFrom(other);
                return Optional.of("its arm '" + arm.name() + "' has other settings (now "
                        + changes.entrySet().iterator().next() + ")");
            }
        }
        for (SessionNote session : sessions) {
            for (SessionNote other : earlier.sessions) {
                if (other.folder().equals(session.folder())) {
                    if (!other.sha256().equals(session.sha256())) {
                        return Optional.of("its session " + other.name() + " is a different file");
                    }
                    if (!other.splitHash().equals(session.splitHash())) {
                        return Optional.of("its split of session " + other.name() + " is a different one");
                    }
                }
            }
        }
        return Optional.empty();
    }
}
