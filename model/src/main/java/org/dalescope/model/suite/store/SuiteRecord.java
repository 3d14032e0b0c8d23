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
 * {@code suite.json}: what a suite's folder is the result of.
 *
 * @param leftOut arms that cannot be fitted to a session
 * @param command the command line that makes it, and goes on with it
 */
public record SuiteRecord(
        String dalescope, SuitePlan plan, List<SessionNote> sessions, List<LeftOut> leftOut, String command) {
    /** Version of the suite folder's layout. */
    public static final int SCHEMA = 1;

    /**
     * A session as it was fitted.
     *
     * @param folder its name as a folder
     * @param splitHash SHA-256 of the trials of every part
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
     * An arm that a session's size or content rules out, such as a rank that is no constraint on its few neurons.
     *
     * @param session the session's folder
     */
    public record LeftOut(String session, String arm, String reason) {}

    /** Every fit: all arms with the first seed, then with the second, so that differences show early. */
    public List<FitKey> cells() {
        return plan.seeds().stream()
                .flatMap(seed -> sessions.stream().flatMap(session -> plan.arms().stream()
                        .filter(arm -> isFitted(session.folder(), arm.name()))
                        .map(arm -> new FitKey(session.folder(), arm.name(), seed))))
                .toList();
    }

    private boolean isFitted(String session, String arm) {
        return leftOut.stream()
                .noneMatch(out -> out.session().equals(session) && out.arm().equals(arm));
    }

    /** The session of a folder. */
    public SessionNote session(String folder) {
        return sessions.stream()
                .filter(session -> session.folder().equals(folder))
                .findFirst()
                .orElseThrow();
    }

    /** The arm of a name. */
    public Arm arm(String name) {
        return plan.arms().stream()
                .filter(arm -> arm.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The same where some arms cannot be fitted. */
    public SuiteRecord without(List<LeftOut> arms) {
        return new SuiteRecord(dalescope, plan, sessions, List.copyOf(arms), command);
    }

    /** The same after a combination became an arm. */
    public SuiteRecord withPlan(SuitePlan other) {
        return new SuiteRecord(dalescope, other, sessions, leftOut, command);
    }

    /**
     * Why a folder that holds an earlier suite is not for this one; empty where this one goes on with it. Seeds and arms
     * may be added or left out; what has the same name must be the same.
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
                        return Optional.of("its session " + other.name() + " is another file");
                    }
                    if (!other.splitHash().equals(session.splitHash())) {
                        return Optional.of("its split of session " + other.name() + " is another one");
                    }
                }
            }
        }
        return Optional.empty();
    }
}
